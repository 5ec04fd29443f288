"""The figures of precision on the page of each check: what it finds, and cries falsely, in pairs of our own making."""

import re
import tomllib
from functools import lru_cache
from pathlib import Path

import pytest

from crossquote.comparison.compare import compare
from crossquote.comparison.reading.side import Side
from crossquote.comparison.table import known_checks
from crossquote.language.language import language_of
from crossquote.model.finding import Finding, Severity
from crossquote.model.quote import QuoteKind
from crossquote.resources import resource
from crossquote.work.measuring import statements

FOLDER = Path(__file__).parents[3] / "cases" / "severity"
BEGIN = "- **Figures**: "
_DOUBTS = 2
"""A glance more or less does not make a page untrue; a false alarm or a missed error does."""
_LINE = re.compile(
    r"(?:(\d+) of (\d+) errors found major or worse, )?"
    r"(\d+) of (\d+) faithful pairs flagged major or worse, (\d+) minor"
)


def found(base: str, text: str, language: str) -> tuple[Finding, ...]:
    ours, theirs = (Side(words, language_of(language), kind=QuoteKind.DIRECT) for words in (base, text))
    return compare(ours, theirs).findings


@lru_cache(maxsize=1)
def errors() -> list[tuple[str, tuple[Finding, ...]]]:
    """Return (check, findings) of each error that packages are measured on, in each language."""
    return [
        (one.error, found(said, one.wrong[language], language))
        for one in statements()
        for language, said in one.said.items()
    ]


@lru_cache(maxsize=1)
def faithful() -> list[tuple[Finding, ...]]:
    """Return the findings in each faithful pair by which severity is set."""
    return [
        found(pair["base"], pair["text"], path.stem)
        for path in sorted(FOLDER.glob("*.toml"))
        for pair in tomllib.loads(path.read_text(encoding="utf-8"))["pair"]
        if pair["verdict"] == "faithful"
    ]


def worst(findings: tuple[Finding, ...], check: str) -> int:
    return max((one.severity.rank for one in findings if one.check == check), default=-1)


def figures(check: str) -> tuple[int, int, int, int, int]:
    """Return (errors found, errors, false major or worse, faithful pairs, false minor)."""
    own = [max((one.severity.rank for one in findings), default=-1) for error, findings in errors() if error == check]
    false = [worst(findings, check) for findings in faithful()]
    major = Severity.MAJOR.rank
    return (
        sum(rank >= major for rank in own),
        len(own),
        sum(rank >= major for rank in false),
        len(false),
        sum(rank == Severity.MINOR.rank for rank in false),
    )


def line(check: str) -> str:
    hit, of, heavy, pairs, light = figures(check)
    told = f"{hit} of {of} errors found major or worse, " if of else ""
    cried = f"{heavy} of {pairs} faithful pairs flagged major or worse, {light} minor"
    return f"{BEGIN}{told}{cried} (invented)"


@pytest.mark.parametrize("check", sorted(known_checks()))
def test_a_page_has_figures_that_hold(check: str, request: pytest.FixtureRequest) -> None:
    path = resource("help", "checks", f"{check}.md")
    page = path.read_text(encoding="utf-8")
    if request.config.getoption("--update"):
        kept = re.sub(rf"(?m)^{re.escape(BEGIN)}.*\n", "", page)
        page = re.sub(r"(?m)^(- \*\*Languages\*\*: .*\n)", lambda match: f"{match[1]}{line(check)}\n", kept)
        path.write_text(page, encoding="utf-8")
    (told,) = (text for text in page.splitlines() if text.startswith(BEGIN))
    match = _LINE.match(told.removeprefix(BEGIN))
    assert match is not None
    hit, of, heavy, pairs, light = (int(number or 0) for number in match.groups())
    now = figures(check)
    assert (of, pairs) == (now[1], now[3])
    assert hit <= now[0]
    assert now[2] <= heavy
    assert now[4] <= light + _DOUBTS
