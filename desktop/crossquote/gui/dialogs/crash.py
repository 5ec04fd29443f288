"""What is shown after a bug: whether work goes on, and where the report lies."""

from pathlib import Path

from PySide6.QtWidgets import QMessageBox, QWidget

from crossquote.gui.plain import plain_box
from crossquote.gui.words import say


def crash_dialog(report: Path | None, parent: QWidget) -> QMessageBox:
    """Return the dialog for a bug whose report was written to `report`."""
    return _box(say("window.crash.still-here", where=_where(report)), parent)


def unfilled_dialog(report: Path | None, parent: QWidget) -> QMessageBox:
    """Return the dialog for a bug that left the window empty: it can only be closed."""
    return _box(say("window.crash.not-filled", where=_where(report)), parent)


def _where(report: Path | None) -> str:
    return (
        say("window.crash.report-in", report=str(report)) if report else say("window.crash.no-report-could-be-written")
    )


def _box(more: str, parent: QWidget) -> QMessageBox:
    box = plain_box(parent, say("window.program"), say("window.crash.something-went-wrong"), more)
    box.setIcon(QMessageBox.Icon.Warning)
    box.setStandardButtons(QMessageBox.StandardButton.Ok)
    return box
