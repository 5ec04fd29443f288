"""How much work it may be to read the files that lie in one file, all of them together."""

from typing import Self

from msgspec import Struct
from msgspec.structs import replace

from crossquote.articles.door import READING

_EACH, _EACH_MEBIBYTE = 1.0, 10.0
"""Seconds that a file may take to be read without counting, and how many more for its size: honest ones take less."""
_MEBIBYTE = 1024 * 1024


class Patience(Struct, frozen=True):
    """The seconds of work that are left for what lies in one file: as many as a file that lies by itself may take.

    None counts in which a busy machine does something else. What comes to nothing counts whole; what is read counts
    where it takes longer than its size explains. So an archive of many files is read to its end, however long that
    takes, and one that is made to be slow is not.
    """

    left: float = READING.cpu

    def limit(self, size: int) -> float:
        """Return how many seconds a file of `size` bytes may take."""
        return min(READING.cpu, self.left + _explained(size))

    def after(self, took: float, size: int, *, read: bool) -> Self:
        """Return what is left after a file of `size` bytes took so many seconds, and was `read` or not."""
        return replace(self, left=self.left - max(0.0, took - (_explained(size) if read else 0.0)))


def _explained(size: int) -> float:
    return _EACH + _EACH_MEBIBYTE * size / _MEBIBYTE
