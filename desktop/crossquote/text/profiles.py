"""Language profiles: how much each run of letters speaks for each language that a script is used for.

One file a script in `resources/profiles/`, made by `packaging/language_profiles/`: a line of JSON (`languages`,
`scale`, `features`: how many, `length`: bytes behind that line), the features, sorted, one a line, and a byte for each
feature and language: 128 speaks for neither side, more for it, less against it. They are not packed, and a feature is
looked for in the bytes of the file: unpacking, or making a list of them, takes some of the time of a short command, and
memory as long as it runs.
"""

import struct
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import accumulate, pairwise

from msgspec import Struct

from crossquote.notation import parse_json
from crossquote.resources import resource
from crossquote.text.damaged import damaged
from crossquote.text.grams import grams

_AT_ONCE = 256  # so many bytes fit into a 16-bit sum
_WORDS = 16384
_BLOCK = 256
"""About so many bytes of the features are gone through for one of them."""
Sums = tuple[int, int, int]
"""What some features say: sums of every second language, of the others, as lanes of 16 bits; and how many they are."""


class Features(Struct, frozen=True):
    """Features as the sorted lines of a file, from the line end before the first to that behind the last.

    Of each block, `firsts` has the first feature, `places` where the line end before it stands, and `rows` how many
    features stand before it; `places` ends with where the last block ends.
    """

    lines: bytes
    firsts: Sequence[bytes]
    places: Sequence[int]
    rows: Sequence[int]

    def row(self, feature: str) -> int | None:
        """Return how many features stand before `feature`; None where it is none of them."""
        sought = feature.encode()
        block = bisect_right(self.firsts, sought) - 1
        if block < 0:
            return None
        start = self.places[block]
        at = self.lines.find(b"\n%b\n" % sought, start, self.places[block + 1] + 1)
        return None if at < 0 else self.rows[block] + self.lines.count(b"\n", start, at)


def index_features(lines: bytes) -> Features:
    """Return where features stand in their lines, of which there is at least one."""
    last = len(lines) - 1
    starts = dict.fromkeys(lines.index(b"\n", at) for at in range(0, last, _BLOCK))
    places = [*(place for place in starts if place < last), last]
    firsts = [lines[place + 1 : lines.index(b"\n", place + 1)] for place in places[:-1]]
    rows = accumulate((lines.count(b"\n", *block) for block in pairwise(places)), initial=0)
    return Features(lines, firsts, places, tuple(rows))


class Profiles(Struct, frozen=True):
    """The profiles of one script: a row of bytes for each feature, which are sorted; a byte for each language."""

    languages: tuple[str, ...]
    scale: float
    features: Features
    weights: bytes

    def sums(self, features: Iterable[str]) -> Sums:
        """Return what `features` say, of which there are few enough for a lane to hold."""
        # Rows are added as whole numbers: all languages at once, many times faster than one by one. Every second byte
        # of a row has the room of two in either sum, so that none runs over into the next; the others are the rest.
        width, weights, whole = len(self.languages), self.weights, int.from_bytes
        every_second = whole(b"\xff\0" * (width // 2 + 1), "little")
        found = [row for row in map(self.features.row, features) if row is not None]
        rows = [whole(weights[at * width : (at + 1) * width], "little") for at in found]
        evens = sum([row & every_second for row in rows])
        return evens, (sum(rows) - evens) >> 8, len(rows)

    def told(self, sums: Sums) -> tuple[list[float], int]:
        """Return what sums say of each language (log odds), and how many features that was told by."""
        evens, odds, known = sums
        width = len(self.languages)
        half = width // 2 + 1
        first, second = (struct.unpack(f"<{half}H", total.to_bytes(2 * half, "little")) for total in (evens, odds))
        lanes = [lane for pair in zip(first, second, strict=True) for lane in pair][:width]
        return [(lane - 128 * known) * self.scale for lane in lanes], known


def score(script: str, words: Iterable[str]) -> tuple[list[float], int]:
    """Return for each language of a script how strongly `words` speak for it (log odds), and how much of them is known.

    They are words as `pieces` yields them.
    """
    profiles = load_profiles(script)
    marks, known = [0.0] * len(profiles.languages), 0
    for told, count in map(profiles.told, _in_batches(_sums(script, word) for word in words)):
        marks = [mark + more for mark, more in zip(marks, told, strict=True)]
        known += count
    return marks, known


def _in_batches(sums: Iterable[Sums]) -> Iterator[Sums]:
    """Yield sums added up, as many together as a lane can hold."""
    evens = odds = known = 0
    for one, other, count in sums:
        if known + count > _AT_ONCE:
            yield evens, odds, known
            evens = odds = known = 0
        evens, odds, known = evens + one, odds + other, known + count
    yield evens, odds, known


@lru_cache(maxsize=_WORDS)
def _sums(script: str, word: str) -> Sums:
    """Return what the features of a word say; most words are common ones."""
    return load_profiles(script).sums(grams(word))


@lru_cache(maxsize=8)
def load_profiles(script: str) -> Profiles:
    """Return the profiles of a script, read once; without any language where there is no file for it.

    Raises a `UserError` where the file is longer or shorter than it was made: each row of weights would be another's.
    """
    path = resource("profiles", f"{script.lower()}.bin")
    if not path.is_file():
        return Profiles((), 1.0, Features(b"", (), (), ()), b"")
    with path.open("rb") as file:
        head, rest = file.readline(), file.read()
    try:
        facts = parse_json(head)
    except ValueError:
        raise damaged(path) from None
    languages, rows, length = tuple(facts["languages"]), facts["features"], facts["length"]
    at = length - rows * len(languages)
    lines = b"\n%b\n" % rest[:at]
    if len(rest) != length or lines.count(b"\n") != rows + 1:
        raise damaged(path)
    return Profiles(languages, facts["scale"], index_features(lines), rest[at:])
