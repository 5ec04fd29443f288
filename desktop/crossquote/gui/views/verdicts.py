"""The verdict on a rendition: three buttons of which one or none holds."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from crossquote.model.review import Verdict

_OFFERED = {
    Verdict.FAITHFUL: "Faithful",
    Verdict.PARAPHRASE: "Paraphrase",
    Verdict.DISTORTED: "Distorted",
    Verdict.ELSEWHERE: "Elsewhere",
}
_TIPS = {
    Verdict.FAITHFUL: "Says what the base says",
    Verdict.PARAPHRASE: "Says it in other words",
    Verdict.DISTORTED: "Says something else",
    Verdict.ELSEWHERE: "Belongs to another utterance",
}


class Verdicts(QWidget):
    """Verdict buttons; a click on the one that holds takes it back."""

    given = Signal(object)

    def __init__(self, verdict: Verdict | None, outlet: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Verdict on {}").format(outlet))
        self.buttons: dict[Verdict, QToolButton] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 4, 0, 0)
        row.setSpacing(5)
        for offered, text in _OFFERED.items():
            if offered is Verdict.ELSEWHERE and verdict is not offered:
                continue
            button = QToolButton(self)
            button.setObjectName("verdict")
            button.setText(text)
            button.setToolTip(_TIPS[offered])
            button.setCheckable(True)
            button.setChecked(offered is verdict)
            button.setAccessibleName(f"{outlet}: {text}")
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.clicked.connect(self._give)
            self.buttons[offered] = button
            row.addWidget(button)
        row.addStretch(1)

    @Slot()
    def _give(self) -> None:
        for verdict, button in self.buttons.items():
            if button is self.sender():
                self.given.emit(verdict if button.isChecked() else None)
