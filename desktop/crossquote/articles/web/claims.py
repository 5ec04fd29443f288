"""In which language a page says that it is, and how days are written in figures there."""

import re
from collections.abc import Iterator

from crossquote.articles.trees import Element
from crossquote.articles.web.element_names import writes_month_first
from crossquote.articles.web.machine import MachineFacts
from crossquote.language.language import language_of
from crossquote.text.cldr import load_cldr

_LANGUAGE = re.compile(r"([a-z]{2})(?![a-z])(?:[-_](?:[a-z]{4}[-_])?([a-z]{2})(?![a-z]))?")


def find_language(root: Element, told: MachineFacts) -> str | None:
    """Return the language that a page claims, as ISO 639-1 has it."""
    return next((code for code, _ in _claims(root, told)), None)


def writes_day_first(root: Element, told: MachineFacts) -> bool:
    """Tell whether 3/12 is in December for those a page is written for: not where that can't be told."""
    claims = list(_claims(root, told))
    if not claims:
        return False
    code = claims[0][0]
    cldr = load_cldr(language_of(code))
    if not cldr.month_first:
        return bool(cldr.months) and not cldr.signs
    countries = [country for language, country in claims if language == code and country]
    return bool(countries) and not any(map(writes_month_first, countries))


def _claims(root: Element, told: MachineFacts) -> Iterator[tuple[str, str]]:
    """Yield the languages that a page says it is in, the surest first, each with the country, if one is said."""
    said = (root.get("lang"), told.text("inLanguage"), told.meta("og:locale", "content-language", "language"))
    for claim in said:
        if found := _LANGUAGE.match((claim or "").strip().lower()):
            yield found[1], found[2] or ""
