"""What tests let go of goes: no loop of events runs between them that would see to it."""

from PySide6.QtCore import QCoreApplication, QEvent


def free_what_is_let_go() -> None:
    """Delete the windows that are to be deleted later: each change of colours or sizes would dress them all again."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
