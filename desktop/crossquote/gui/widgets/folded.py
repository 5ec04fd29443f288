"""A row of buttons that has no room for all their words: one after the other is shown by its icon alone.

What is written into a field of the row has less room only where that does not do.
"""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QLineEdit, QToolButton, QWidget

_WHOLE, _FOLDED = Qt.ToolButtonStyle.ToolButtonTextBesideIcon, Qt.ToolButtonStyle.ToolButtonIconOnly
_REFITTING = (QEvent.Type.Resize, QEvent.Type.LayoutRequest)


class FoldedButtons(QObject):
    """Folds `buttons` of a row, the first first; their tips and a screen reader say the words that are not shown.

    `field` keeps its least width as long as folding is enough, and at least half of it.
    """

    def __init__(self, row: QWidget, buttons: Sequence[QToolButton], field: QLineEdit) -> None:
        super().__init__(row)
        self._row, self._buttons, self._field, self._least = row, buttons, field, field.minimumWidth()
        self._saved: dict[QToolButton, tuple[object, int]] = {}
        row.installEventFilter(self)
        self._fit()

    def _fit(self) -> None:
        """Fold as many buttons as it takes; then let the field be narrower."""
        layout = self._row.layout()
        if layout is None:
            return
        whole = layout.minimumSize().width() + self._least - self._field.minimumWidth()
        whole += sum(self._saving(one) for one in self._buttons if one.toolButtonStyle() is _FOLDED)
        over = whole - self._row.width()
        for button in self._buttons:
            folded = over > 0 and not button.icon().isNull()
            button.setToolButtonStyle(_FOLDED if folded else _WHOLE)
            over -= self._saving(button) if folded else 0
        self._field.setMinimumWidth(max(self._least // 2, self._least - max(0, over)))

    def _saving(self, button: QToolButton) -> int:
        """Return how much narrower a button is without its words; measured once for the same words in the same face."""
        said = button.text(), button.font().key(), button.icon().isNull()
        known = self._saved.get(button)
        if known is None or known[0] != said:
            style, widths = button.toolButtonStyle(), []
            for tried in (_WHOLE, _FOLDED):
                button.setToolButtonStyle(tried)
                widths.append(button.minimumSizeHint().width())
            button.setToolButtonStyle(style)
            known = self._saved[button] = said, widths[0] - widths[1]
        return known[1]

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: D102, N802 - Qt's
        if event.type() in _REFITTING:
            self._fit()
        return super().eventFilter(watched, event)
