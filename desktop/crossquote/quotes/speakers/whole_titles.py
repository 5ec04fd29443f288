"""Titles of several words: where syllables stand apart, each is a word, and "trưởng Vũ" is no more than half of one."""

from collections.abc import Mapping
from functools import lru_cache

from crossquote.language.language import Language
from crossquote.model.span import Span
from crossquote.quotes.scene import Scene
from crossquote.text.words import fold

_LONGEST = 40
_PARTS = 3
"""So many words of a title may open a mention."""


@lru_cache(maxsize=64)
def load_long_titles(language: Language) -> Mapping[str, tuple[str, ...]]:
    """Return the titles of several words by their last, the longest first; none where a title ends a phrase."""
    if language.lexicon.text("titles", "head") != "first":
        return {}
    keys = ("roles", "plural_roles", "bodies")
    titles = sorted({fold(title) for key in keys for title in language.lexicon.texts("titles", key)}, key=len)
    found: dict[str, tuple[str, ...]] = {}
    for title in titles:
        head, _, last = title.rpartition(" ")
        if head:
            found[last] = (title, *found.get(last, ()))
    return found


def with_whole_title(scene: Scene, mention: Span) -> Span:
    """Return a mention from the beginning of the title whose last word it begins with."""
    titles = load_long_titles(scene.language)
    for word in scene.words_in(mention)[:_PARTS] if titles else ():
        before = fold(scene.masked[max(0, word.span.end - _LONGEST) : word.span.end])
        found = next((title for title in titles.get(word.key, ()) if before.endswith(title)), "")
        if word.span.end - len(found) < mention.start:
            return Span(word.span.end - len(found), mention.end)
    return mention
