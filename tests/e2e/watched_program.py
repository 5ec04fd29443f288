"""The program as it starts from the command line, which besides tells where on the screen its parts are.

`python watched_program.py PLACES ARGUMENT…`: while it runs, PLACES holds one JSON object: the middles of the rows
of utterances by their words, and of the cards and of their heads by outlet.
"""

import json
import sys
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QPoint, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from crossquote.gui import app
from crossquote.gui.application import Application
from crossquote.gui.models.rows import UtteranceRow
from crossquote.gui.models.utterances import ROW_ROLE, WORDS
from crossquote.gui.views.card import Card
from crossquote.gui.views.utterances import UtterancesPane
from crossquote.gui.widgets.shortened import ElidedLabel
from crossquote.gui.windows.shell import Shell

_EVERY = 100


def place_of(widget: QWidget, at: QPoint) -> list[int]:
    place = widget.mapToGlobal(at)
    return [place.x(), place.y()]


def places() -> dict[str, dict[str, list[int]]]:
    """Return where things are on the screen."""
    found: dict[str, dict[str, list[int]]] = {"rows": {}, "cards": {}, "heads": {}}
    for window in QApplication.topLevelWidgets():
        for pane in window.findChildren(UtterancesPane):
            table, model = pane.table, pane.model
            for row in range(model.rowCount()):
                index = model.index(row, WORDS)
                shown = index.data(ROW_ROLE)
                if isinstance(shown, UtteranceRow):
                    found["rows"][shown.words] = place_of(table.viewport(), table.visualRect(index).center())
        for card in window.findChildren(Card):
            if card.isVisible():
                outlet = card.data.outlet
                found["cards"][outlet] = place_of(card, QPoint(card.width() // 2, card.height() - 6))
                head = card.findChild(ElidedLabel)
                if head is not None:
                    found["heads"][outlet] = place_of(head, head.rect().center())
    return found


def main(target: Path, arguments: Sequence[str]) -> int:
    """Run the program, and keep telling."""
    fill = app.fill

    def fill_and_tell(application: Application, shell: Shell, paths: Sequence[str]) -> None:
        fill(application, shell, paths)
        timer = QTimer(shell)
        timer.timeout.connect(tell)
        timer.start(_EVERY)

    def tell() -> None:
        part = target.with_suffix(".part")
        part.write_text(json.dumps(places()), encoding="utf-8")
        part.replace(target)

    app.fill = fill_and_tell
    return app.run(arguments)


if __name__ == "__main__":
    raise SystemExit(main(Path(sys.argv[1]), sys.argv[2:]))
