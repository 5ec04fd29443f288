"""Programmes, papers and sources in marks behind a preposition: "w „Porannym gościu”", "по данным «Северной волны»"."""

from functools import lru_cache

import regex

from crossquote.language.language import Language
from crossquote.model.span import Span
from crossquote.quotes.cues import Governs
from crossquote.quotes.direct.bodies_in_marks import is_closed_like_speech
from crossquote.quotes.scene import Scene
from crossquote.text.pairing import Marked
from crossquote.text.possessives import possessive_pattern
from crossquote.text.words import fold

_LONGEST = 6
"""A title has so many words at most that small letters in it do not show for one."""
_PREPOSITION = 12
"""So many letters before marks hold a preposition."""
_TITLE = 2
"""So many words has a title at least that only its capitals show."""
_GOES_ON = regex.compile(r"[ \u00a0]\p{Ll}")
_SOURCE = 30
"""So many letters before marks hold what leads to a source."""


@lru_cache(maxsize=64)
def _places(language: Language) -> frozenset[str]:
    """Return the prepositions behind which something was said in a programme or a paper."""
    return frozenset(map(fold, language.lexicon.texts("marks", "before_programmes")))


def is_programme(pair: Marked, words: tuple[str, ...], scene: Scene) -> bool:
    """Tell whether marks right behind "in" hold what something was said in: its title begins with a capital.

    Or a source's name, behind "according to". Where all nouns have a capital, and in English, with an article, too:
    "in „Chaos“" is no title.
    """
    grammar = scene.grammar
    if not words or len(words) > _LONGEST or not words[0][0].isupper() or is_closed_like_speech(pair, scene.text):
        return False
    if _is_of_medium(pair, words, scene):
        return True
    if not (_is_behind_place(pair, scene) or _is_behind_source(pair, scene)):
        return False
    bare = grammar.order.nouns_have_capitals or grammar.order.article_means_noun
    return not bare or (len(words) > 1 and fold(words[0]) in grammar.determiners)


def _is_of_medium(pair: Marked, words: tuple[str, ...], scene: Scene) -> bool:
    """Tell whether marks hold a title right behind its owner, or who is told: "told Wave News’ “The Round” that".

    Each word of a title has a capital but the small ones, no mark leads to it, and its sentence goes on small behind.
    """
    grammar, start = scene.grammar, pair.outer.start
    before = scene.words_in(Span(max(0, start - _SOURCE), start))[-1:]
    if len(words) < _TITLE or not before or scene.text[before[0].span.end : start].strip("'’ \u00a0"):
        return False
    near = Span(max(0, before[0].span.start - 1), before[0].span.end)
    told = any(cue.lemma in grammar.addressing and cue.span.end == near.end for cue in scene.cues_in(near))
    owned = before[0].capital and possessive_pattern(scene.language).search(scene.text[near.start : start].rstrip())
    small = grammar.determiners | grammar.prepositions | grammar.coordinators
    capital = all(word[0].isupper() or fold(word) in small for word in words)
    goes_on = _GOES_ON.match(scene.text, pair.outer.end) is not None
    return capital and goes_on and (told or bool(owned))


def _is_behind_place(pair: Marked, scene: Scene) -> bool:
    """Tell whether marks stand right behind a preposition of where something was said."""
    before = scene.text[max(0, pair.outer.start - _PREPOSITION) : pair.outer.start]
    last = before.split()[-1:]
    return before.endswith((" ", "\u00a0")) and bool(last) and fold(last[0]) in _places(scene.language)


def _is_behind_source(pair: Marked, scene: Scene) -> bool:
    """Tell whether marks stand right behind what leads to a source: "по данным", "selon"."""
    start = pair.outer.start
    before, small = Span(max(0, start - _SOURCE), start), scene.grammar.source_prepositions
    cues = (cue.span.end for cue in scene.cues_in(before) if Governs.PREPOSITION in cue.governs)
    words = (word.span.end for word in scene.words_in(before) if word.key in small)
    return any(not scene.text[end:start].strip() for end in (*cues, *words))
