"""In which language a page says that it is, and how days are written in figures there."""

import re
from collections.abc import Iterator

from crossquote.articles.dates import UNKNOWN, FigureOrder
from crossquote.articles.trees import Element
from crossquote.articles.web.element_names import writes_month_first, writes_year_first
from crossquote.articles.web.machine import MachineFacts
from crossquote.language.language import language_of
from crossquote.text.cldr import load_cldr

_LANGUAGE = re.compile(r"([a-z]{2})(?![a-z])(?:[-_](?:[a-z]{4}[-_])?([a-z]{2})(?![a-z]))?")


def find_language(root: Element, told: MachineFacts) -> str | None:
    """Return the language that a page claims, as ISO 639-1 has it."""
    return next((code for code, _ in _claims(root, told)), None)


def order_of_dates(root: Element, told: MachineFacts) -> FigureOrder:
    """Return how those a page is written for write days in figures, as far as that can be told."""
    claims = list(_claims(root, told))
    if not claims:
        return UNKNOWN
    code = claims[0][0]
    cldr = load_cldr(language_of(code))
    countries = [country for language, country in claims if language == code and country]
    if cldr.month_first:
        return FigureOrder(day_first=bool(countries) and not any(map(writes_month_first, countries)))
    day_first = bool(cldr.months) and not cldr.signs
    return FigureOrder(day_first, day_first and not writes_year_first(code))


def _claims(root: Element, told: MachineFacts) -> Iterator[tuple[str, str]]:
    """Yield the languages that a page says it is in, the surest first, each with the country, if one is said."""
    said = (root.get("lang"), told.text("inLanguage"), told.meta("og:locale", "content-language", "language"))
    for claim in said:
        if found := _LANGUAGE.match((claim or "").strip().lower()):
            yield found[1], found[2] or ""
