"""Programmes and papers in marks behind a preposition: "powiedział w „Porannym gościu”", "in „Die große Runde“"."""

from functools import lru_cache

from crossquote.language.language import Language
from crossquote.quotes.direct.bodies_in_marks import is_closed_like_speech
from crossquote.quotes.scene import Scene
from crossquote.text.pairing import Marked
from crossquote.text.words import fold

_LONGEST = 6
"""A title has so many words at most that small letters in it do not show for one."""
_PREPOSITION = 12
"""So many letters before marks hold a preposition."""


@lru_cache(maxsize=64)
def _places(language: Language) -> frozenset[str]:
    """Return the prepositions behind which something was said in a programme or a paper."""
    return frozenset(map(fold, language.lexicon.texts("marks", "before_programmes")))


def is_programme(pair: Marked, words: tuple[str, ...], scene: Scene) -> bool:
    """Tell whether marks right behind "in" hold what something was said in: its title begins with a capital.

    Where all nouns have one, and in English, with an article, too: "in „Chaos“" is no title.
    """
    places, grammar = _places(scene.language), scene.grammar
    if not (places and words) or len(words) > _LONGEST or not words[0][0].isupper():
        return False
    before = scene.text[max(0, pair.outer.start - _PREPOSITION) : pair.outer.start]
    if not before.endswith((" ", "\u00a0")) or fold(before.split()[-1] if before.split() else "") not in places:
        return False
    if is_closed_like_speech(pair, scene.text):
        return False
    bare = grammar.order.nouns_have_capitals or grammar.order.article_means_noun
    return not bare or (len(words) > 1 and fold(words[0]) in grammar.determiners)
