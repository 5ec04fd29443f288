"""Wishes of the program itself: its project's file, its preferences, its help, its newer versions."""

from crossquote.gui.wishes.wish import Wish
from crossquote.work.settings import Settings


class CompactProject(Wish, frozen=True):
    """Make the file of the project smaller; `forget` the steps so far, which can't be taken back then."""

    forget: bool


class Prefer(Wish, frozen=True):
    """Keep these settings, and go by them."""

    settings: Settings


class ShowPackageFolder(Wish, frozen=True):
    """See the folder of language packages in the system's file manager."""


class ReadGuide(Wish, frozen=True):
    """Read a page of the help."""

    page: str


class AskVersion(Wish, frozen=True):
    """Ask whether there is a newer version."""


class StopAsking(Wish, frozen=True):
    """Ask no more for a newer version."""


class OpenPage(Wish, frozen=True):
    """Open a page in the browser."""

    page: str
