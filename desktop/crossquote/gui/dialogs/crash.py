"""What is shown after a bug: that work goes on, and where the report lies."""

from pathlib import Path

from PySide6.QtWidgets import QMessageBox, QWidget

from crossquote.gui.plain import plain_box
from crossquote.gui.words import say


def crash_dialog(report: Path | None, parent: QWidget) -> QMessageBox:
    """Return the dialog for a bug whose report was written to `report`."""
    where = (
        say("window.crash.report-in", report=str(report)) if report else say("window.crash.no-report-could-be-written")
    )
    more = say("window.crash.still-here", where=where)
    box = plain_box(parent, say("window.program"), say("window.crash.something-went-wrong"), more)
    box.setIcon(QMessageBox.Icon.Warning)
    box.setStandardButtons(QMessageBox.StandardButton.Ok)
    return box
