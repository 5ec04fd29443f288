"""Whole mentions: whoever was found beside a verb, without what only stands near, or None where that is nobody."""

from crossquote.model.span import Span
from crossquote.quotes.scene import Scene
from crossquote.quotes.speakers.cut_short import before_verb, own_subject
from crossquote.quotes.speakers.in_heading import opening_heading
from crossquote.quotes.speakers.party_tags import without_tag


def whole_mention(scene: Scene, found: Span) -> Span | None:
    """Return who was found without the rest of a heading or a verb, and not the party or place behind a name."""
    bearer = without_tag(scene, found)
    opening = opening_heading(scene, bearer) if bearer is not None else None
    return own_subject(scene, before_verb(scene, opening)) if opening is not None else None
