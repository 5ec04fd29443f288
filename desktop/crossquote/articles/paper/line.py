"""A line of a printed page."""

from msgspec import Struct


class PrintedLine(Struct, frozen=True):
    """A line as it stands on its page: its text, where it begins and ends, its baseline and its height, in points.

    `first` is how wide its first word is. `rightwards` is False where reading begins at its right end.
    """

    page: int
    text: str
    left: float
    right: float
    base: float
    height: float
    first: float
    rightwards: bool = True

    @property
    def start(self) -> float:
        """How far reading begins from the side where it does: less is further out."""
        return self.left if self.rightwards else -self.right

    @property
    def end(self) -> float:
        """How far the line reaches: more is further."""
        return self.right if self.rightwards else -self.left
