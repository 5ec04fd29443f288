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
_MOST = 12
"""Blocks of a footer."""
_QUOTED = re.compile(r"[\"“”„«»‹›「」『』]|(?<!\w)[‘'](?=\w)")
_DIALOGUE = re.compile(r"\s*[–—―]\s*[^\W\d_]")
"""How a paragraph begins that somebody says, where no quotation marks are written."""


def without_footer(blocks: Sequence[Block]) -> list[Block]:
    """Return the blocks of a newsletter, from where it says how to be sent no more on set aside.

    So are short ones right before with whose rights it is, and one over the text that says where else it can be read.
    """
    leaving = (at for at, block in enumerate(blocks) if _says("leaving", block) and _is_footer(blocks, at))
    end = next(leaving, len(blocks))
    while end > 1 and _says("rights", blocks[end - 1]):
        end -= 1
    return [
        replace(block, kind=Kind.ASIDE) if at >= end or (at < _BEGINNING and _says("elsewhere", block)) else block
        for at, block in enumerate(blocks)
    ]


def _is_footer(blocks: Sequence[Block], at: int) -> bool:
    """Tell whether a newsletter's text ends before a block: little stands there and behind, and nobody is quoted."""
    before, rest = sum(len(block.text) for block in blocks[:at]), blocks[at:]
    short = len(rest) <= _MOST and all(len(block.text) < _SHORT for block in rest)
    return short and sum(len(block.text) for block in rest[1:]) < before and not any(map(_quotes, rest))


def _quotes(block: Block) -> bool:
    return bool(_QUOTED.search(block.text) or _DIALOGUE.match(block.text))


def _says(what: str, block: Block) -> bool:
    return len(block.text) < _SHORT and bool(_pattern(what).search(block.text))


@lru_cache(maxsize=4)
def _pattern(what: str) -> re.Pattern[str]:
    words = "|".join(map(re.escape, said_by_programs(what)))
    return re.compile(rf"(?<!\w)(?:{words})", re.IGNORECASE)
