"""Routes: which language packages lead from one language into another."""

from collections.abc import Collection, Iterable

from crossquote.language.names import english_name
from crossquote.message import Fact
from crossquote.model.signs import language_name

PIVOT = "en"
LanguagePair = tuple[str, str]


def plan_route(pairs: Collection[LanguagePair], source: str, target: str) -> tuple[LanguagePair, ...] | None:
    """Return the pairs that lead from `source` to `target`: the direct one, else two by way of English, else None."""
    if (source, target) in pairs:
        return ((source, target),)
    if (source, PIVOT) in pairs and (PIVOT, target) in pairs:
        return ((source, PIVOT), (PIVOT, target))
    return None


def missing_pairs(pairs: Collection[LanguagePair], source: str, target: str) -> tuple[LanguagePair, ...]:
    """Return the pairs that have to be added so that `source` can be read in `target`: as few as will do."""
    if plan_route(pairs, source, target) is not None:
        return ()
    if PIVOT in (source, target):
        return ((source, target),)
    return tuple(pair for pair in ((source, PIVOT), (PIVOT, target)) if pair not in pairs)


def package_code(pair: LanguagePair) -> str:
    """Return the code that Argos gives the package of a language pair."""
    return f"translate-{pair[0]}_{pair[1]}"


def call_language(code: str, own: str) -> Fact:
    """Return what a language of a package is called: by its `own` name there where the program knows none."""
    return own if english_name(code) == code else language_name(code)


def languages_of(pairs: Iterable[LanguagePair]) -> tuple[str, ...]:
    """Return every language that some pair starts from or leads to, sorted."""
    return tuple(sorted({code for pair in pairs for code in pair}))
