"""Units of UTF-16, by which Qt counts: where characters stand by them, and texts with a sign for each."""

from bisect import bisect_right
from collections.abc import Sequence

from msgspec import Struct

from crossquote.model.span import Span


def places_of(text: str) -> list[int]:
    """Return where each character of `text` stands in a document, which counts UTF-16 units."""
    if text.isascii() or max(text) <= "\uffff":
        return list(range(len(text) + 1))
    places = [0] * (len(text) + 1)
    for index, character in enumerate(text):
        places[index + 1] = places[index] + (2 if character > "\uffff" else 1)
    return places


class UnitPlaces(Struct, frozen=True):
    """Where the characters of a part of a text stand in a document that shows that part; it begins at `start`."""

    start: int
    units: Sequence[int]

    @classmethod
    def within(cls, text: str, part: Span) -> "UnitPlaces":
        """Return the places of the characters of a part of `text`."""
        return cls(part.start, places_of(part.of(text)))

    def unit(self, character: int) -> int:
        """Return where a character of the text stands; of one that is not shown, where it would."""
        return self.units[min(max(character - self.start, 0), len(self.units) - 1)]

    def character(self, unit: int) -> int:
        """Return which character of the text stands at a place of the document."""
        return self.start + max(bisect_right(self.units, unit) - 1, 0)


def units_of(text: str) -> str:
    """Return `text` with a sign for each of its units: two halves for a character that takes two."""
    if text.isascii() or max(text) <= "\uffff":
        return text
    return "".join(map(chr, memoryview(text.encode("utf-16", "surrogatepass")[2:]).cast("H")))


def said_by(units: str) -> str:
    """Return what units say; a half that stands alone says that it can't be read."""
    return units.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
