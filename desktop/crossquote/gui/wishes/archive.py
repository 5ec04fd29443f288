"""Wishes of archives: looked into, and what is found there taken in."""

from typing import TYPE_CHECKING

from crossquote.gui.wishes.wish import Wish

if TYPE_CHECKING:  # loaded once an archive is asked
    from crossquote.archive.trace import TracedRendition


class ChooseArchive(Wish, frozen=True):
    """Choose the folder of the archive that is looked into."""


class LookAgain(Wish, frozen=True):
    """Look into the archive once more."""


class BringIn(Wish, frozen=True):
    """Add the articles of these renditions, which an archive has, to what is open."""

    renditions: "tuple[TracedRendition, ...]"
