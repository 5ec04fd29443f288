"""How pages name their elements, and what they tell machines: what `resources/page_names.toml` says of it."""

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from crossquote.articles.trees import Element
from crossquote.notation import read_toml
from crossquote.resources import resource

_CAPITAL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")
_LONGEST = 400


@lru_cache(maxsize=1)
def _tables() -> Mapping[str, Mapping[str, Any]]:
    return read_toml(resource("page_names.toml"))


@lru_cache(maxsize=16)
def pattern_of(kind: str) -> re.Pattern[str]:
    """Return the pattern that finds a word, or several, by which elements of a kind are called."""
    return re.compile(rf"(?<![a-z])(?:{'|'.join(_tables()['elements'][kind])})(?![a-z])")


def metas_of(fact: str) -> tuple[str, ...]:
    """Return the names of the meta elements that tell a fact of an article, the surest first."""
    return tuple(_tables()["meta"][fact])


def is_host_of_posts(host: str) -> bool:
    """Tell whether what a host gives to be put into other pages are posts of a social network."""
    return any(host == one or host.endswith(f".{one}") for one in _tables()["posts"]["hosts"])


def writes_month_first(country: str) -> bool:
    """Tell whether English writes the month before the day in figures in a country, or either (ISO 3166-1, small)."""
    return country in _tables()["days"]["month_first"]


def writes_year_first(language: str) -> bool:
    """Tell whether a language writes the year before the month in figures."""
    return language in _tables()["days"]["year_first"]


def names_of(element: Element, *more: str) -> str:
    """Return what an element is called, its class and id and `more` attributes, in small letters and hyphens."""
    return _said(element, more).lower().replace("_", "-")


def parts_of_names(element: Element) -> str:
    """Return the same with a hyphen before each capital too: parts of a name are words by themselves."""
    return _CAPITAL.sub("-", _said(element)).lower().replace("_", "-")


def _said(element: Element, more: tuple[str, ...] = ()) -> str:
    return " ".join(element.get(key) or "" for key in ("class", "id", *more))[:_LONGEST]
