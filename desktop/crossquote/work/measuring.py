"""Measuring language packages: what is found in their translations of sentences with and without a known error.

The sentences are our own and the same in every language (`resources/measuring.toml`): what was said stands in the
language that is read, a rendition of it, faithful or with one error, in the other.
"""

import json
from collections.abc import Iterable, Mapping
from functools import lru_cache
from pathlib import Path

from msgspec import Struct
from msgspec.structs import asdict

from crossquote import paths
from crossquote.comparison.compare import compare
from crossquote.comparison.reading.side import Original, Side
from crossquote.files import write_own
from crossquote.language.language import language_of
from crossquote.model.finding import Severity
from crossquote.model.quote import QuoteKind
from crossquote.notation import read_json, read_toml
from crossquote.progress import Work
from crossquote.resources import resource
from crossquote.translation.engine import Translator
from crossquote.translation.routes import LanguagePair
from crossquote.work.passages import Passage, translate_passages


class Statement(Struct, frozen=True):
    """What was said, and the same with one error (`error` says of what kind): language → sentence."""

    error: str
    said: Mapping[str, str]
    wrong: Mapping[str, str]


class Attempt(Struct, frozen=True):
    """One sentence of a measurement: its error, empty where it is faithful, its translation, and the worst finding."""

    error: str
    sentence: str
    translation: str
    found: Severity | None


class Measured(Struct, frozen=True):
    """What a measurement of one pair came to: how many errors and faithful sentences there were, and what was found.

    `found` errors are major or critical, `noticed` minor at least; `cried` are faithful sentences of which something
    major or critical is said, `doubted` those of which something minor is.
    """

    errors: int
    found: int
    noticed: int
    faithful: int
    cried: int
    doubted: int


@lru_cache(maxsize=1)
def statements() -> tuple[Statement, ...]:
    """Return the sentences that packages are measured on."""
    rows = read_toml(resource("measuring.toml"))["statement"]
    return tuple(
        Statement(
            str(row["error"]),
            {code: str(pair["said"]) for code, pair in row.items() if code != "error"},
            {code: str(pair["wrong"]) for code, pair in row.items() if code != "error"},
        )
        for row in rows
    )


def can_measure(pair: LanguagePair) -> bool:
    """Tell whether there are sentences for both languages of a pair."""
    return all(code in statement.said for statement in statements() for code in pair)


def measure_pair(pair: LanguagePair, translator: Translator) -> Work[tuple[Attempt, ...]]:
    """Return what is found in the translations of the sentences by a pair; nothing where it can't be measured."""
    source, target = pair
    if not can_measure(pair) or translator.route(source, target) is None:
        return ()
    asked = [(one, error, words[source]) for one in statements() for error, words in _versions(one)]
    made = yield from translate_passages([Passage(text, source, target) for _, _, text in asked], translator)
    return tuple(
        Attempt(error, text, one.text, _worst(statement.said[target], one.text, text, pair))
        for (statement, error, text), one in zip(asked, made, strict=True)
        if one is not None
    )


def _versions(statement: Statement) -> tuple[tuple[str, Mapping[str, str]], ...]:
    return ("", statement.said), (statement.error, statement.wrong)


def _worst(said: str, translated: str, original: str, pair: LanguagePair) -> Severity | None:
    source, target = map(language_of, pair)
    base = Side(said, target, kind=QuoteKind.DIRECT)
    text = Side(translated, target, Original(original, source), kind=QuoteKind.DIRECT)
    found = [finding.severity for finding in compare(base, text).findings]
    return max(found, key=lambda severity: severity.rank, default=None)


def sum_up(trials: Iterable[Attempt]) -> Measured:
    """Return what trials come to."""
    wrong: list[int] = []
    faithful: list[int] = []
    for trial in trials:
        (wrong if trial.error else faithful).append(trial.found.rank if trial.found is not None else -1)
    major, minor = Severity.MAJOR.rank, Severity.MINOR.rank
    return Measured(
        errors=len(wrong),
        found=sum(rank >= major for rank in wrong),
        noticed=sum(rank >= minor for rank in wrong),
        faithful=len(faithful),
        cried=sum(rank >= major for rank in faithful),
        doubted=sum(rank >= minor for rank in faithful),
    )


def _kept_in() -> Path:
    return paths.data_folder() / "measured.json"


def keep_measured(code: str, version: str, measured: Measured) -> None:
    """Keep what a package came to, so that the window can say it; another version has not been measured."""
    known = _read_kept() | {f"{code} {version}": asdict(measured)}
    write_own(_kept_in(), json.dumps(known, indent=1, sort_keys=True))


def known_measured(code: str, version: str) -> Measured | None:
    """Return what a package came to when it was measured on this machine; None where it never was."""
    row = _read_kept().get(f"{code} {version}")
    if not isinstance(row, dict) or row.keys() != set(Measured.__struct_fields__):
        return None
    return Measured(**row) if all(type(value) is int for value in row.values()) else None


def _read_kept() -> dict[str, object]:
    """Return what is kept; nothing where the file is missing or is not what was written."""
    try:
        known = read_json(_kept_in())
    except (OSError, ValueError):
        return {}
    return known if isinstance(known, dict) else {}
