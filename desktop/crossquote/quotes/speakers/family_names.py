"""Who is called by the family name and what they are, where that name stands first: "박 장관", "田中首相", "李部长".

Or by the role alone, once the name was said: "首相" after "田中首相".
"""

from collections.abc import Sequence
from functools import lru_cache

import regex
from msgspec import Struct

from crossquote.language.language import Language
from crossquote.model.quote import Speaker
from crossquote.quotes.speakers.unspaced import load_clause_rules
from crossquote.quotes.topics import any_of, load_topic_rules

_LONGEST, _GIVEN = 3, 4
"""So many letters has a family name at most, and a given one."""
_NAME = r"[\p{Han}\p{Hangul}\p{Katakana}ー・]"
_BACK = 60
"""So many of the last speakers are looked at."""


class _Titles(Struct, frozen=True):
    """What is called by a family name, with a role or with what is said of anybody (氏), and what a whole name is."""

    called: regex.Pattern[str]
    role: regex.Pattern[str]
    led: str
    ends: str


@lru_cache(maxsize=64)
def _load_titles(language: Language) -> _Titles | None:
    """Return the patterns of `language`, None where names are written otherwise."""
    topics = load_topic_rules(language)
    if topics is None and load_clause_rules(language) is None:
        return None
    texts = language.lexicon.texts
    roles, anybody = (any_of(texts("titles", key)) for key in ("roles", "honorifics"))
    family = rf"(?P<family>[\p{{Han}}\p{{Hangul}}]{{1,{_LONGEST}}}?)"
    return _Titles(
        called=regex.compile(rf"{family} ?(?:(?P<role>{roles})|(?:{anybody}))"),
        role=regex.compile(roles),
        led=rf"(?:.*(?: |{any_of(topics.owning if topics is not None else ())}))?",
        ends=rf"(?:{roles}|{anybody})?",
    )


def called_by_family(text: str, before: Sequence[Speaker], language: Language) -> str | None:
    """Return the one speaker before whose family name and role, or role, `text` is; None where none or several are."""
    titles = _load_titles(language)
    if titles is not None and titles.role.fullmatch(text):
        return _with_role(text, before)
    called = titles.called.fullmatch(text) if titles is not None else None
    if titles is None or called is None:
        return None
    family, role = called["family"], called["role"]
    others = {one.name for one in before[-_BACK:] if one.name != text and family in one.name}
    if not others:
        return None
    given = rf"[\p{{Han}}\p{{Hangul}}\p{{Hiragana}}\p{{Katakana}}]{{1,{_GIVEN}}}?"
    ends = regex.escape(role) if role else titles.ends
    whole = regex.compile(rf"{titles.led}{regex.escape(family)}{given}(?: .*)?{ends}")
    found = {name for name in others if whole.fullmatch(name)}
    return found.pop() if len(found) == 1 else None


def _with_role(role: str, before: Sequence[Speaker]) -> str | None:
    """Return the one speaker before who was named with a role right behind the name, None where several were."""
    named = regex.compile(rf"(?:.* )?{_NAME}{{2,}} ?{regex.escape(role)}")
    found = {one.name for one in before[-_BACK:] if one.name != role and named.fullmatch(one.name)}
    return found.pop() if len(found) == 1 else None
