"""What a screen reader is given to say at once, caught where it leaves the program."""

from types import SimpleNamespace

import pytest
from PySide6.QtGui import QAccessibleAnnouncementEvent, QAccessibleEvent

from crossquote.gui import announcing


def hear(patch: pytest.MonkeyPatch) -> list[str]:
    """Return what is said from now on, as it comes."""
    heard: list[str] = []

    def take(event: QAccessibleEvent) -> None:
        if isinstance(event, QAccessibleAnnouncementEvent):
            heard.append(event.message())

    patch.setattr(announcing, "QAccessible", SimpleNamespace(updateAccessibility=take))
    return heard
