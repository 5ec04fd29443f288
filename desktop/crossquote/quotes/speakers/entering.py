"""Entering: whether somebody else takes the stage between two quotes, so that nobody goes on speaking.

"“We stay,” said Roe. The coach Tom Hill came first. “Nothing will be as it was.”": that may be Hill's.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence

import regex

from crossquote.model.span import Span
from crossquote.quotes.passage import QuotedPassage
from crossquote.quotes.scene import BLOT, Scene
from crossquote.quotes.speakers.attribution import around, first_phrase, last_of
from crossquote.quotes.speakers.clause import first_clause
from crossquote.quotes.speakers.head_names import head_name
from crossquote.quotes.speakers.noun_phrases import phrases
from crossquote.text.names import Name

_APPOSED = regex.compile(rf"[\s{regex.escape(BLOT)}\"“”„«»]*,\s*")
_FULL = 2
"""So many words has a full name at least."""


def another_enters(scene: Scene, pair: Sequence[QuotedPassage], mention: Span) -> bool:
    """Tell whether the last sentence between two passages begins with, or reports, another than `mention` names.

    Where `mention` is a pronoun or a role, whoever is reported by name is another. A script without capitals tells
    nothing.
    """
    first, second = pair
    last = bisect_left(scene.sentences, around(scene, second).start, key=lambda sentence: sentence.start) - 1
    if last < 0 or scene.grammar.order.caseless or scene.sentences[last].start < around(scene, first).end - 1:
        return False
    speaker, sentence = head_name(scene, mention, scene.grammar), scene.sentences[last]
    reported = _named_in(scene, _reported(scene, sentence))
    if speaker is None:
        return reported is not None and _is_known(reported)
    begins = (name for name in _begins(scene, sentence) if name is not None and _is_known(name))
    others = (*begins, *([reported] if reported is not None and reported.sure else []))
    return any(set(name.words).isdisjoint(speaker.words) for name in others)


def _reported(scene: Scene, sentence: Span) -> Span | None:
    """Return whom a sentence reports: its source ("Segundo Roe, …"), else the subject of its last verb of saying."""
    words = scene.words_in(sentence)
    if words and words[0].key in scene.grammar.source_prepositions:
        source = first_clause(scene, Span(words[0].span.end, sentence.end))
        return next(phrases(source, scene.grammar, governed=True), None)
    found = last_of(scene, sentence) if scene.cues_in(sentence) else None
    return found.mention if found is not None and found.cue is not None else None


def _begins(scene: Scene, sentence: Span) -> Iterator[Name | None]:
    """Yield whom a sentence begins with, by name or by a role that a name stands behind."""
    phrase = first_phrase(scene, sentence)
    yield _named_in(scene, phrase)
    behind = next(iter(scene.names_in(Span(phrase.end, sentence.end))), None) if phrase is not None else None
    if phrase is not None and behind is not None and _APPOSED.fullmatch(scene.masked, phrase.end, behind.span.start):
        yield behind


def _named_in(scene: Scene, mention: Span | None) -> Name | None:
    return head_name(scene, mention, scene.grammar) if mention is not None else None


def _is_known(name: Name) -> bool:
    return name.sure and (name.title is not None or len(name.words) >= _FULL)
