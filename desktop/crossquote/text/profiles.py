"""Language profiles: how much each run of letters speaks for each language that a script is used for.

One file a script in `resources/profiles/`, made by `packaging/language_profiles/`: packed by zlib, a line of JSON
(`languages`, `scale`, `features`: how many), the features, one a line, and a byte for each feature and language:
128 speaks for neither side, more for it, less against it.
"""

import struct
import zlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice

from crossquote.notation import parse_json
from crossquote.resources import resource

_AT_ONCE = 256  # so many bytes fit into a 16-bit sum


@dataclass(frozen=True, slots=True)
class Profiles:
    """The profiles of one script: a row of bytes for each feature, a byte for each language."""

    languages: tuple[str, ...]
    scale: float
    rows: Mapping[str, int]
    weights: bytes

    def score(self, features: Iterable[str]) -> tuple[list[float], int]:
        """Return for each language how strongly `features` speak for it (log odds), and how many are known."""
        sums = [0] * len(self.languages)
        known = 0
        indexes = (self.rows[feature] for feature in features if feature in self.rows)
        while batch := list(islice(indexes, _AT_ONCE)):
            known += len(batch)
            for place, lane in enumerate(self._sum(batch)):
                sums[place] += lane
        return [(total - 128 * known) * self.scale for total in sums], known

    def _sum(self, indexes: list[int]) -> tuple[int, ...]:
        # Rows are added as whole numbers: all languages at once, many times faster than one by one. Every second byte
        # of a row has the room of two in either sum, so that none runs over into the next.
        width, weights = len(self.languages), self.weights
        even_bytes = int.from_bytes(b"\xff\0" * (width // 2 + 1), "little")
        evens = odds = 0
        for at in indexes:
            row = int.from_bytes(weights[at * width : (at + 1) * width], "little")
            evens += row & even_bytes
            odds += (row >> 8) & even_bytes
        half = width // 2 + 1
        first, second = (struct.unpack(f"<{half}H", total.to_bytes(2 * half, "little")) for total in (evens, odds))
        return tuple(lane for pair in zip(first, second, strict=True) for lane in pair)[:width]


@lru_cache(maxsize=8)
def load_profiles(script: str) -> Profiles:
    """Return the profiles of a script, read once; without any language where there is no file for it."""
    path = resource("profiles", f"{script.lower()}.bin")
    if not path.is_file():
        return Profiles((), 1.0, {}, b"")
    header, _, body = zlib.decompress(path.read_bytes()).partition(b"\n")
    facts = parse_json(header)
    languages = tuple(facts["languages"])
    table = len(body) - facts["features"] * len(languages)
    features = body[:table].decode("utf-8").split("\n")
    rows = dict(zip(features, range(len(features)), strict=True))
    rows.pop("", None)
    return Profiles(languages, facts["scale"], rows, body[table:])
