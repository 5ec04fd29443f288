"""Newsletters: what stands over and under their text, and is the same in each."""

import re
from collections.abc import Sequence
from functools import lru_cache

from msgspec.structs import replace

from crossquote.articles.blocks import Block, Kind
from crossquote.articles.correspondence import said_by_programs

_SHORT = 400
"""Letters of a block of a footer; one that is longer is a paragraph."""
_BEGINNING = 4
"""So many blocks may stand over a newsletter's text."""
_RIGHTS = re.compile(r"©|\(c\)\s|\bcopyright\b", re.IGNORECASE)


def without_footer(blocks: Sequence[Block]) -> list[Block]:
    """Return the blocks of a newsletter, from where it says how to be sent no more on set aside.

    So are short ones right before with whose rights it is, and one over the text that says where else it can be read.
    """
    end = next((at for at, block in enumerate(blocks) if _is_late(blocks, at) and _says("leaving", block)), len(blocks))
    while end > 1 and len(blocks[end - 1].text) < _SHORT and _RIGHTS.search(blocks[end - 1].text):
        end -= 1
    return [
        replace(block, kind=Kind.ASIDE) if at >= end or (at < _BEGINNING and _says("elsewhere", block)) else block
        for at, block in enumerate(blocks)
    ]


def _is_late(blocks: Sequence[Block], at: int) -> bool:
    """Tell whether more of a newsletter stands before a block than behind it."""
    before, behind = (sum(len(block.text) for block in part) for part in (blocks[:at], blocks[at + 1 :]))
    return before > behind


def _says(what: str, block: Block) -> bool:
    return len(block.text) < _SHORT and bool(_pattern(what).search(block.text))


@lru_cache(maxsize=2)
def _pattern(what: str) -> re.Pattern[str]:
    words = "|".join(map(re.escape, said_by_programs(what)))
    return re.compile(rf"(?<!\w)(?:{words})", re.IGNORECASE)
