"""Language profiles: how much each run of letters speaks for each language that a script is used for.

One file a script in `resources/profiles/`, made by `packaging/language_profiles/`: packed by zlib, a line of JSON
(`languages`, `scale`, `features`: how many), the features, one a line, and a byte for each feature and language:
128 speaks for neither side, more for it, less against it.
"""

import json
import struct
import zlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice

from crossquote.resources import resource

_AT_ONCE = 256  # so many bytes fit into a 16-bit sum


@dataclass(frozen=True, slots=True)
class Profiles:
    """The profiles of one script: a row of 16-bit lanes for each feature, a lane for each language."""

    languages: tuple[str, ...]
    scale: float
    rows: Mapping[str, int]
    lanes: bytes

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
        # Rows are added as whole numbers: all languages at once, many times faster than one by one.
        width, lanes = 2 * len(self.languages), self.lanes
        total = sum(int.from_bytes(lanes[at * width : (at + 1) * width], "little") for at in indexes)
        return struct.unpack(f"<{len(self.languages)}H", total.to_bytes(width, "little"))


@lru_cache(maxsize=8)
def load_profiles(script: str) -> Profiles:
    """Return the profiles of a script, read once; without any language where there is no file for it."""
    path = resource("profiles", f"{script.lower()}.bin")
    if not path.is_file():
        return Profiles((), 1.0, {}, b"")
    header, _, body = zlib.decompress(path.read_bytes()).partition(b"\n")
    facts = json.loads(header)
    languages = tuple(facts["languages"])
    table = len(body) - facts["features"] * len(languages)
    lanes = bytearray(2 * (len(body) - table))
    lanes[::2] = body[table:]
    features = body[:table].decode("utf-8").split("\n")
    return Profiles(languages, facts["scale"], {name: row for row, name in enumerate(features) if name}, bytes(lanes))
