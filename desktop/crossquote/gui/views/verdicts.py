"""The verdict on a rendition: three buttons of which one or none holds, below one another where there is no room."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QToolButton, QWidget

from crossquote.gui.plain import give_tip
from crossquote.gui.widgets.flow import Flow
from crossquote.gui.words import say
from crossquote.model.review import Verdict

_OFFERED = {
    Verdict.FAITHFUL: "verdict.faithful",
    Verdict.PARAPHRASE: "verdict.paraphrase",
    Verdict.DISTORTED: "verdict.distorted",
    Verdict.ELSEWHERE: "verdict.elsewhere",
}
_TIPS = {
    Verdict.FAITHFUL: "window.verdicts.faithful-tip",
    Verdict.PARAPHRASE: "window.verdicts.paraphrase-tip",
    Verdict.DISTORTED: "window.verdicts.distorted-tip",
    Verdict.ELSEWHERE: "window.verdicts.elsewhere-tip",
}


class Verdicts(QWidget):
    """Verdict buttons; a click on the one that holds takes it back."""

    given = Signal(object)

    def __init__(self, verdict: Verdict | None, outlet: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(say("window.verdicts.verdict-on", outlet=outlet))
        self.buttons: dict[Verdict, QToolButton] = {}
        row = Flow(self)
        row.setContentsMargins(0, 4, 0, 0)
        for offered, code in _OFFERED.items():
            if offered is Verdict.ELSEWHERE and verdict is not offered:
                continue
            button = QToolButton(self)
            button.setObjectName("verdict")
            button.setText(say(code))
            give_tip(button, say(_TIPS[offered]))
            button.setCheckable(True)
            button.setChecked(offered is verdict)
            button.setAccessibleName(say("window.verdicts.on", outlet=outlet, verdict=say(code)))
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.clicked.connect(self._give)
            self.buttons[offered] = button
            row.add(button)

    @Slot()
    def _give(self) -> None:
        for verdict, button in self.buttons.items():
            if button is self.sender():
                self.given.emit(verdict if button.isChecked() else None)
