"""What somebody is, with a capital before a full name: "die Imkerin Anna Roe", "Плотник Иван Петров"."""

from collections.abc import Sequence

from crossquote.text.name_rules import NameRules
from crossquote.text.name_runs import NamePart, begins_sentence
from crossquote.text.short_forms import is_short_form
from crossquote.text.words import fold

_FULL = 2
"""So many words has a full name, but for a father's."""
_ARTICLE = 40
"""So many letters before a noun hold its article and an adjective."""
_SHORTEST = 5
"""So many letters has a noun that opens a sentence at least, to be told from a given name by its ending."""
_AGAIN = 4_000
"""So far behind a name, in letters, its last word is looked for."""


def opens_with_trade(text: str, rest: Sequence[NamePart], rules: NameRules) -> bool:
    """Tell whether a full name has a noun before it that says what somebody is.

    It stands behind its article, with one adjective between or none, or opens a sentence. What ends with a body or its
    initials is the name of one.
    """
    if not _is_full(rest[1:], rules) or any(token.particle for token in rest):
        return False
    if rest[-1].key in rules.bodies or any(is_short_form(token.span.of(text)) for token in rest):
        return False
    return _is_behind_article(text, rest[0], rules) or _opens_sentence(text, rest, rules)


def _is_full(parts: Sequence[NamePart], rules: NameRules) -> bool:
    """Tell whether words are a given name and a last one, with the father's between them or not."""
    fathers = len(parts) == _FULL + 1 and bool(rules.patronymics) and parts[1].key.endswith(rules.patronymics)
    return len(parts) == _FULL or fathers


def _is_behind_article(text: str, noun: NamePart, rules: NameRules) -> bool:
    elided = rules.unelided(noun.key)
    if elided != noun.key and noun.key.removesuffix(elided) in rules.determiners:
        return elided.endswith(rules.opening_trades)  # "L'Italien Carlo Roe"
    if not noun.key.endswith(rules.trade_ends):
        return False
    start = noun.span.start
    words = text[max(0, start - _ARTICLE) : start].split()
    before = [fold(word) for word in (words[1:] if start > _ARTICLE else words)[-2:]]
    adjective = len(before) > 1 and before[0] in rules.determiners and not words[-1][0].isupper()
    return bool(before) and (before[-1] in rules.determiners or adjective)


def _opens_sentence(text: str, rest: Sequence[NamePart], rules: NameRules) -> bool:
    """Tell whether such a noun opens a sentence: "Плотник Иван Петров".

    Where bare nouns are names, too, the last name has to follow again: "Italian Tom Roe … Roe", no "Italian Red Cross".
    """
    noun, last = rest[0], rest[-1].span
    known = len(noun.key) >= _SHORTEST and noun.key.endswith(rules.opening_trades)
    if not known or not begins_sentence(text, noun.span.start):
        return False
    return not rules.bare or text.find(last.of(text), last.end, last.end + _AGAIN) > 0
