"""The case tables of the checks: what each says, and what it leaves alone."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec import Struct
from msgspec.structs import replace

from crossquote.comparison.compare import compare
from crossquote.comparison.reading.side import Original, Side
from crossquote.comparison.table import known_checks
from crossquote.language.language import language_of
from crossquote.model.quote import QuoteKind
from crossquote.wording.telling import tell

FOLDER = Path(__file__).parents[3] / "cases" / "checks"
DASHES = "-----"
IN_PART = "quoted in part"
"""Says that the rendition's words stand in a sentence of the report's own."""


class Case(Struct, frozen=True):
    check: str
    language: str
    base: str
    text: str
    source: str
    in_part: bool
    expected: tuple[str, ...]

    def found(self) -> tuple[str, ...]:
        text = Side(self.text, language_of(self.language), kind=QuoteKind.MIXED if self.in_part else None)
        if self.source:
            language, _, own = self.source.removeprefix("from ").partition(": ")
            text = replace(text, source=Original(own, language_of(language)))
        findings = compare(Side(self.base, language_of(self.language)), text).findings
        told = (f"{one.severity.value}: {tell(one.message)}" for one in findings if one.check == self.check)
        return tuple(told) or ("nothing",)

    def lines(self) -> list[str]:
        source = [self.source] * bool(self.source) + [IN_PART] * self.in_part
        return [self.language, self.base, self.text, *source, DASHES, *self.expected]


def read(path: Path) -> Iterator[Case]:
    for block in path.read_text(encoding="utf-8").strip().split("\n\n"):
        head, _, tail = block.partition(f"\n{DASHES}\n")
        language, base, text, *source = head.split("\n")
        told = "".join(line for line in source if line != IN_PART)
        yield Case(path.stem, language, base, text, told, IN_PART in source, tuple(tail.split("\n")))


def cases() -> list[Case]:
    paths = sorted(FOLDER.glob("*.case"))
    if os.environ.get("UPDATE_CASES"):
        for path in paths:
            updated = [replace(case, expected=case.found()) for case in read(path)]
            path.write_text("\n\n".join("\n".join(case.lines()) for case in updated) + "\n", encoding="utf-8")
    return [case for path in paths for case in read(path)]


CASES = cases()


@pytest.mark.parametrize("check", sorted({case.check for case in CASES}))
def test_each_case_is_told_as_it_is_written(check: str) -> None:
    found = {case: case.found() for case in CASES if case.check == check}
    assert {case: told for case, told in found.items() if told != case.expected} == {}


def test_every_check_has_cases_that_say_something() -> None:
    speaking = {case.check for case in CASES if case.expected != ("nothing",)}
    by_article = {"speaker", "stance", "marks"}
    assert set(known_checks()) - by_article <= speaking


def test_findings_are_what_their_check_says_they_can_be() -> None:
    known = known_checks()
    for case in CASES:
        for found in compare(
            Side(case.base, language_of(case.language)), Side(case.text, language_of(case.language))
        ).findings:
            assert found.category in known[found.check].category, found
            assert found.severity in known[found.check].severity, found
