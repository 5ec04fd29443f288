"""Small words that are given names, too: "said Will Marsh, who", "sagde Hans Dahl", but no "Minister Will Resign"."""

import regex

from crossquote.model.span import Span
from crossquote.text.name_rules import NameRules
from crossquote.text.words import fold

_TITLE = 40
"""So many letters before a name hold its title."""
_LAST = regex.compile(
    r"[ \u00a0]\p{Lu}\p{Ll}[\p{L}'’-]*?"
    r"(?:['’]s\b|[,.)]?[”»\"]?(?=\s*$)|[.)](?=[ \u00a0\n])|,(?=[ \u00a0]\p{Ll})|[ \u00a0](?P<behind>\p{Ll}{4,})\b)"
)
"""A last name, and what stands behind it that is no heading's: there, none but short words are small."""


def is_small_given(text: str, word: Span, rules: NameRules, *, inside: bool) -> bool:
    """Tell whether the small word with a capital at `word` is somebody's given name, which a last one follows.

    It stands inside a sentence; where it stands behind a word with a capital, that ends a title.
    """
    key = fold(word.of(text))
    if key not in rules.never or key not in rules.given:
        return False
    last = _LAST.match(text, word.end)
    if last is None or fold(last["behind"] or "") in rules.prepositions | rules.determiners:
        return False
    return not inside or _behind_title(text, word.start, rules)


def _behind_title(text: str, start: int, rules: NameRules) -> bool:
    """Tell whether a title stands right before `start`: "Secretary of State"."""
    words = text[max(0, start - _TITLE) : start].split()
    lengths = range(1, min(rules.longest_title, len(words)) + 1)
    return any(rules.is_title(fold(" ".join(words[-length:]))) for length in lengths)
