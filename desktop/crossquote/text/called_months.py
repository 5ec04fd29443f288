"""Who is called like a month is named: "Theresa May", "said April Jones", and "May" alone where a text shows that."""

from collections.abc import Sequence

import regex

from crossquote.model.span import Span
from crossquote.text.name_particles import stands_before_name
from crossquote.text.name_rules import NameRules
from crossquote.text.words import fold

_DAY = regex.compile(r"[,.]? ?\p{N}")
_CAPITAL_BEHIND = regex.compile(r"[ \u00a0]\p{Lu}")
_WORD_BEFORE = regex.compile(r"([\p{L}\p{M}]+)[ \u00a0]$")
_OPENS = regex.compile(r"(?:^|[\n.!?…:,;“”\"„«»'‘’(\[—–-])\s*$")
_FULL = regex.compile(r"\b(\p{Lu}\p{Ll}+)[ \u00a0](\p{Lu}\p{Ll}+)\b(?!\.?[ \u00a0][\p{Lu}\p{N}])")
_REACH = 30
"""So many letters before a month hold the word before it."""


def last_names(text: str, rules: NameRules) -> frozenset[str]:
    """Return the months that are somebody's last name in a text: "may", where it names Theresa May."""
    if not rules.months or rules.nouns_have_capitals:
        return frozenset()
    pairs = (match.groups() for match in _FULL.finditer(text, concurrent=True))
    return frozenset(
        fold(last) for first, last in pairs if fold(last) in rules.months and _is_given(fold(first), rules)
    )


def is_called(text: str, word: Span, rules: NameRules, before: Sequence[str]) -> bool:
    """Tell whether the month at `word` is part of a name, behind the words `before` of that.

    In "said Roe May 5", "late May Roe said", "Roe May Resign" it is none.
    """
    key = fold(word.of(text))
    if key not in rules.months or _DAY.match(text, word.end):
        return False
    titles = [at for at, part in enumerate(before, 1) if rules.is_title(part)]
    own = before[titles[-1] if titles else 0 :]
    if own:
        given = len(own) == 1 and not rules.nouns_have_capitals and _is_given(own[0], rules)
        return given and not _CAPITAL_BEHIND.match(text, word.end)
    if before:
        return True
    alone = key in rules.called
    return (alone or stands_before_name(text, word.end)) and _stands_free(text, word.start, rules)


def _is_given(key: str, rules: NameRules) -> bool:
    return key not in rules.never | rules.before_months | rules.small and not rules.is_title(key)


def _stands_free(text: str, start: int, rules: NameRules) -> bool:
    """Tell whether nothing stands before a month that makes it one: "in May", "last May", "the May"."""
    lead = text[max(0, start - _REACH) : start]
    before = _WORD_BEFORE.search(lead)
    if before is None:
        return _OPENS.search(lead) is not None
    return before[1].islower() and fold(before[1]) not in rules.before_names
