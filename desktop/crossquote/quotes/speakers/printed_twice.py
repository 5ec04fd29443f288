"""Words that an article prints twice, as those that a page sets apart: who says them where a verb tells, says both."""

from collections.abc import Sequence

from crossquote.quotes.passage import QuotedPassage
from crossquote.quotes.scene import Scene
from crossquote.quotes.speakers.attribution import Attribution

_LEAST = 5
"""Fewer words may be printed twice of two people."""


def told_once(scene: Scene, passages: Sequence[QuotedPassage], found: Sequence[Attribution]) -> Sequence[Attribution]:
    """Return attributions with those of the same words that no verb of their own attributes."""
    keys = [tuple(word.key for span in passage.spans for word in scene.page.words_in(span)) for passage in passages]
    told = {key: one for key, one in zip(keys, found, strict=True) if _is_told(one) and len(key) >= _LEAST}
    return [
        Attribution(told[key].mention) if key in told and not _is_told(one) else one
        for key, one in zip(keys, found, strict=True)
    ]


def _is_told(one: Attribution) -> bool:
    return one.mention is not None and one.cue is not None and not one.carried and not one.unspoken
