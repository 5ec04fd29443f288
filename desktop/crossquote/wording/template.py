"""Templates: the words of a code, read once, as what stands there letter by letter and the gaps that facts fill."""

import re
from functools import lru_cache
from typing import NamedTuple

PLACEHOLDER = re.compile(r"\{([a-z]\w*)(?::([a-z]\w*))?\}")
"""What a template wants filled in: the name of a fact, and the kind that it is written as, where it has one."""

OPENING, CLOSING = "\u2068", "\u2069"
"""Between them a text keeps its direction of reading to itself (Unicode: first strong isolate)."""
OPENINGS = frozenset("\u2066\u2067\u2068")


class Gap(NamedTuple):
    """A gap as it stands in the template, `text`: which `fact` fills it, written as which `kind`, or as none.

    `apart` says that the template sets it apart itself, with all around it.
    """

    text: str
    fact: str
    kind: str
    apart: bool


@lru_cache(maxsize=8192)
def read_template(template: str) -> tuple[str | Gap, ...]:
    """Return the parts of `template`, in order."""
    parts: list[str | Gap] = []
    end = 0
    for found in PLACEHOLDER.finditer(template):
        parts.append(template[end : found.start()])
        parts.append(Gap(found[0], found[1], found[2] or "", _stands_apart(template[: found.start()])))
        end = found.end()
    return tuple(part for part in (*parts, template[end:]) if part)


def _stands_apart(before: str) -> bool:
    """Tell whether what comes after `before` is set apart by what opens there."""
    return sum(map(OPENINGS.__contains__, before)) > before.count(CLOSING)
