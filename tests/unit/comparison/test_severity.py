"""How much a replaced word matters: the weights, and the pairs of our own making that they were set on."""

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from msgspec import Struct
from msgspec.structs import replace

import crossquote.comparison
from crossquote.comparison.compare import compare
from crossquote.comparison.judging.severity import GRADES, LIKELY, Evidence, weigh, weigh_evidence
from crossquote.comparison.judging.severity import SURE as NEAR_ENOUGH
from crossquote.comparison.reading.side import Side
from crossquote.comparison.table import ALL_CHECKS, Checks, known_checks
from crossquote.language.language import language_of
from crossquote.model.finding import Severity
from crossquote.model.quote import QuoteKind
from crossquote.text.kinship import Kinship

FOLDER = Path(__file__).parents[2] / "cases" / "severity"
LANGUAGES = sorted(path.stem for path in FOLDER.glob("*.toml"))
COMPARISON = Path(crossquote.comparison.__path__[0])
RAISING = frozenset({"name.in_place", "name.one_telling", "name.telling"})
"""What makes another kind weigh more where it is unsure, and nothing by itself."""
SURE = Evidence(Kinship.OPPOSITE, 1.0, 6, verbatim=True)


class Pair(Struct, frozen=True):
    language: str
    verdict: str
    speech: str
    base: str
    text: str

    def worst(self, checks: Checks = ALL_CHECKS) -> Severity:
        kind = QuoteKind.DIRECT if self.speech == "direct" else QuoteKind.INDIRECT
        base, text = (Side(words, language_of(self.language), kind=kind) for words in (self.base, self.text))
        found = compare(base, text, checks).findings
        return max((one.severity for one in found), key=lambda one: one.rank, default=Severity.NEUTRAL)


@cache
def pairs(verdict: str) -> list[Pair]:
    return [
        Pair(path.stem, **pair)
        for path in sorted(FOLDER.glob("*.toml"))
        for pair in tomllib.loads(path.read_text(encoding="utf-8"))["pair"]
        if pair["verdict"] == verdict
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_misleads_is_major_or_critical(language: str) -> None:
    told = [(pair, pair.worst()) for pair in pairs("misleads") if pair.language == language]
    assert [one for one in told if one[1].rank < Severity.MAJOR.rank] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_faithful_is_never_major(language: str) -> None:
    told = [(pair, pair.worst()) for pair in pairs("faithful") if pair.language == language]
    assert [one for one in told if one[1].rank >= Severity.MAJOR.rank] == []


def test_few_words_that_say_the_same_are_worth_a_glance() -> None:
    wording = Checks(off=frozenset(known_checks()) - {"wording"})
    quiet = [pair.worst(wording).quiet for pair in pairs("faithful")]
    assert sum(quiet) >= 0.85 * len(quiet)


@pytest.mark.parametrize("pair", pairs("glance"), ids=lambda pair: f"{pair.language}-{pair.text[:40]}")
def test_what_no_list_can_judge_is_worth_a_glance_between_quotation_marks(pair: Pair) -> None:
    assert pair.worst() is Severity.MINOR


@pytest.mark.parametrize(
    ("changed", "wanted"),
    [
        ({}, Severity.CRITICAL),
        ({"verbatim": False}, Severity.CRITICAL),
        ({"near": 0.6}, Severity.MAJOR),
        ({"verbatim": False, "reported": True}, Severity.MAJOR),
        ({"verbatim": False, "translated": True}, Severity.MAJOR),
        ({"near": 0.5, "verbatim": False, "translated": True}, Severity.NEUTRAL),
        ({"agreeing": 1, "near": 0.5, "verbatim": False}, Severity.MINOR),
        ({"kinship": Kinship.SISTER}, Severity.MAJOR),
        ({"kinship": Kinship.SISTER, "near": 0.8, "verbatim": False}, Severity.MINOR),
        ({"kinship": Kinship.UNRELATED}, Severity.MINOR),
        ({"kinship": Kinship.UNRELATED, "verbatim": False}, Severity.NEUTRAL),
        ({"kinship": Kinship.UNKNOWN}, Severity.NEUTRAL),
        ({"kinship": Kinship.SYNONYM}, Severity.NEUTRAL),
        ({"kinship": Kinship.NEAR}, Severity.NEUTRAL),
    ],
)
def test_each_circumstance_weighs(changed: dict[str, Any], wanted: Severity) -> None:
    assert weigh_evidence(replace(SURE, **changed)) is wanted


def test_each_row_of_the_table_is_used() -> None:
    code = "".join(path.read_text(encoding="utf-8") for path in COMPARISON.rglob("*.py"))
    for kind in GRADES:
        assert code.count(f'"{kind}"') > 1 or f'f"{{kind}}.{kind.rpartition(".")[2]}"' in code, kind


def test_what_is_less_sure_never_weighs_more() -> None:
    ranks = {kind: [severity.rank for severity in grades] for kind, grades in GRADES.items()}
    assert {kind for kind, those in ranks.items() if those != sorted(those, reverse=True)} <= RAISING


def test_of_several_kinds_the_gravest_counts_at_each_nearness() -> None:
    found = [weigh(near, "name.other.part", "name.telling")[0] for near in (NEAR_ENOUGH, LIKELY, 0.0)]
    assert found == [Severity.MINOR, Severity.MAJOR, Severity.MAJOR]
