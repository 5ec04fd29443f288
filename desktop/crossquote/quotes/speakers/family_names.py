"""Who is called by the family name and what they are, where that name stands first: "송 장관", "田中首相", "李部长"."""

from collections.abc import Sequence
from functools import lru_cache

import regex

from crossquote.language.language import Language
from crossquote.model.quote import Speaker
from crossquote.quotes.speakers.unspaced import load_clause_rules
from crossquote.quotes.topics import any_of, load_topic_rules

_LONGEST = 3
"""So many letters has a family name at most."""


@lru_cache(maxsize=64)
def _titles(language: Language) -> tuple[str, str] | None:
    """Return the patterns of a role and of what is said of anybody (氏), None where names are written otherwise."""
    if load_topic_rules(language) is None and load_clause_rules(language) is None:
        return None
    roles, anybody = (any_of(language.lexicon.texts("titles", key)) for key in ("roles", "honorifics"))
    return roles, anybody


def called_by_family(text: str, before: Sequence[Speaker], language: Language) -> str | None:
    """Return the one speaker before whose family name and role `text` is, None where none or several are."""
    titles = _titles(language)
    if titles is None:
        return None
    roles, anybody = titles
    letter = r"[\p{Han}\p{Hangul}]"
    match = regex.fullmatch(rf"({letter}{{1,{_LONGEST}}}?) ?(?:({roles})|(?:{anybody}))", text)
    if match is None:
        return None
    given = r"[\p{Han}\p{Hangul}\p{Hiragana}\p{Katakana}]{1,4}?"
    role = regex.escape(match[2]) if match[2] else rf"(?:{roles}|{anybody})?"
    whole = regex.compile(rf"(?:.*[ の])?{regex.escape(match[1])}{given}(?: .*)?{role}")
    found = {one.name for one in before if one.name != text and whole.fullmatch(one.name)}
    return found.pop() if len(found) == 1 else None
