"""What a language's lexicon gives the program, and what it lacks: ability by ability, section by section."""

from enum import StrEnum

from msgspec import Struct

from crossquote.language.lexicon import ANY, load_lexicon
from crossquote.language.schema import schema

NAME = "language"
"""The section that every lexicon has and that gives no ability."""


class Ability(StrEnum):
    """What can be done in a language whose lexicon has the sections for it."""

    QUOTES = "quotes"
    REPORTS = "reports"
    FIGURES = "figures"
    MEANING = "meaning"


_NEEDS = (
    (Ability.QUOTES, ("marks", "pronouns", "titles", "names")),
    (Ability.REPORTS, ("cues", "clauses")),
    (Ability.FIGURES, ("numbers", "dates", "money", "measures")),
    (Ability.MEANING, ("shifts", "synonyms", "same_names")),
)
"""The sections that each ability needs, all of them."""


class Coverage(Struct, frozen=True):
    """What the lexicon of the language `code` has: sections by their names, and the abilities that come of them.

    `like` is the language that it goes on from, empty where it stands alone.
    """

    code: str
    name: str
    english: str
    like: str
    has: tuple[str, ...]
    lacks: tuple[str, ...]
    abilities: tuple[Ability, ...]


def coverage_of(code: str) -> Coverage:
    """Return what the lexicon of `code` has and lacks."""
    lexicon = load_lexicon(code)
    sections = tuple(name for name in schema() if name != NAME)
    common = load_lexicon(ANY).tables
    has = tuple(name for name in sections if lexicon.has(name) and lexicon.tables[name] != common.get(name))
    return Coverage(
        code=code,
        name=lexicon.text(NAME, "name"),
        english=lexicon.text(NAME, "english"),
        like=lexicon.text(NAME, "like"),
        has=has,
        lacks=tuple(name for name in sections if name not in has),
        abilities=tuple(ability for ability, needs in _NEEDS if set(needs) <= set(has)),
    )
