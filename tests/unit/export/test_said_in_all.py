"""Whatever a document says, note, judgement, rule or finding, each format that holds it says, and is read back for."""

from collections.abc import Iterator, Mapping
from functools import lru_cache
from io import StringIO
from itertools import product
from random import Random
from typing import TypeVar

import pytest
from msgspec.structs import replace
from rich.console import Console

from crossquote.cli.show import show_report
from crossquote.errors import CheckFailedError
from crossquote.export.clip import clip_utterance
from crossquote.export.document import Report, ReportRendition
from crossquote.export.exporter import known_formats
from crossquote.export.format import Format, ReportPart
from crossquote.export.verify import verify_report
from crossquote.message import verbatim
from crossquote.model.review import Decision, Judgement, Note, Rule, Ruling, Stamp, Verdict, about_finding
from crossquote.model.state import State
from crossquote.work.edits.review import findings
from crossquote.work.report import gather_report
from gui.hand_made import sample_state

K = TypeVar("K")
V = TypeVar("V")
SEEDS = range(2)
HOLDING = sorted(ending for ending, one in known_formats().items() if ReportPart.DECISIONS in one.holds)
pytestmark = pytest.mark.usefixtures("drawn_here")


def words() -> Iterator[str]:
    """Yield words that stand nowhere else, and of which none is in another."""
    return (f"q{''.join(letters)}j" for letters in product("kwxz", repeat=9))


@lru_cache(maxsize=len(SEEDS))
def reviewed(seed: int) -> State:
    """Return a state in which most that can be noted or judged is, also on what is gone."""
    state, chance, fresh = sample_state(), Random(seed), words()
    stamps = iter(Stamp(one, "2025-03-14T10:00:00+00:00") for one in fresh)
    said = [
        found
        for one in state.utterances.values()
        for index in range(len(one.renditions))
        for found in findings(state, one, index)
    ]
    quotes = [one.quotes[0] for utterance in state.utterances.values() for one in utterance.renditions]
    abouts = [f"article:{key}" for key in state.articles] + [f"utterance:{key}" for key in state.utterances]
    abouts += [f"quote:{key}" for key in (*quotes, "gone")] + [about_finding(one.key) for one in said]
    rules = (Rule(f"r{n}", "number", next(fresh), next(fresh), next(fresh), next(stamps)) for n in range(2))
    verdicts = {quote: Judgement(chance.choice(list(Verdict)), next(stamps)) for quote in quotes}
    return replace(
        state,
        notes={about: Note(about, next(fresh), next(stamps)) for about in abouts if chance.random() < 0.7},
        verdicts={quote: one for quote, one in verdicts.items() if chance.random() < 0.7},
        rulings={one.key: Decision(chance.choice(list(Ruling)), next(fresh), next(stamps)) for one in said[::2]},
        rules={rule.id: rule for rule in rules},
    )


def told(state: State) -> Report:
    """Return the report on a state, in which each finding has a word of its own for evidence."""
    report, fresh = gather_report(state), (word.replace("q", "v") for word in words())
    utterances = (
        replace(one, renditions=tuple(_proven(each, fresh) for each in one.renditions)) for one in report.utterances
    )
    return replace(report, utterances=tuple(utterances))


def _proven(given: ReportRendition, fresh: Iterator[str]) -> ReportRendition:
    found = (replace(one, finding=replace(one.finding, evidence=(verbatim(next(fresh)),))) for one in given.findings)
    return replace(given, findings=tuple(found))


@lru_cache(maxsize=2 * len(SEEDS))
def lacking_one(seed: int, *, rules: bool) -> tuple[tuple[str, Report], ...]:
    """Return the report on a reviewed state, each time without one thing that it has; `rules` are such things."""
    return tuple(_lacking_one(reviewed(seed), rules=rules))


def _lacking_one(state: State, *, rules: bool) -> Iterator[tuple[str, Report]]:
    yield from ((f"note {key}", told(replace(state, notes=rest))) for key, rest in less_one(state.notes))
    yield from ((f"verdict {key}", told(replace(state, verdicts=rest))) for key, rest in less_one(state.verdicts))
    yield from ((f"ruling {key}", told(replace(state, rulings=rest))) for key, rest in less_one(state.rulings))
    if rules:
        yield from ((f"rule {key}", told(replace(state, rules=rest))) for key, rest in less_one(state.rules))
    yield from _less_one_finding(told(state))


def less_one(held: Mapping[K, V]) -> Iterator[tuple[K, Mapping[K, V]]]:
    """Yield each key of a mapping with the rest of that."""
    return ((key, {other: one for other, one in held.items() if other != key}) for key in held)


def _less_one_finding(report: Report) -> Iterator[tuple[str, Report]]:
    for utterance in report.utterances:
        for each in utterance.renditions:
            for number in range(len(each.findings)):
                yield f"{each.article.id} {number}", _without(report, each, number)


def _without(report: Report, given: ReportRendition, number: int) -> Report:
    less = replace(given, findings=given.findings[:number] + given.findings[number + 1 :])
    utterances = tuple(
        replace(one, renditions=tuple(less if each is given else each for each in one.renditions))
        for one in report.utterances
    )
    return replace(report, utterances=utterances)


def misses(report: Report, chosen: Format, less: Report) -> bool:
    try:
        verify_report(report, chosen, chosen.render(less))
    except CheckFailedError:
        return True
    return False


EVERY_DAY = [pytest.param(ending, 0, slice(at % 4, None, 4)) for at, ending in enumerate(HOLDING)]
ALL = [pytest.param(ending, seed, slice(None), marks=pytest.mark.slow) for ending in HOLDING for seed in SEEDS]


@pytest.mark.parametrize(("ending", "seed", "part"), EVERY_DAY + ALL)
def test_whatever_a_document_says_is_missed_where_a_file_lacks_it(ending: str, seed: int, part: slice) -> None:
    """Every day of every fourth thing that it says, from another on in each format: all are looked at in some."""
    chosen, report = known_formats()[ending], told(reviewed(seed))
    verify_report(report, chosen, chosen.render(report))
    every = lacking_one(seed, rules=ReportPart.RULES in chosen.holds)
    assert len(every) > 15
    assert [what for what, less in every[part] if not misses(report, chosen, less)] == []


@pytest.mark.parametrize("seed", SEEDS)
def test_what_is_pasted_says_all_that_was_noted_and_judged(seed: int) -> None:
    for utterance in gather_report(reviewed(seed)).utterances:
        clip = clip_utterance(utterance, "en", "en")
        stamps = [one.verdict.stamp for one in utterance.renditions if one.verdict is not None]
        wanted = [*(one.who for one in stamps), *(note.text for note in utterance.remarks)]
        assert [one for one in wanted if one not in clip.html or one not in clip.text] == []


@pytest.mark.parametrize("seed", SEEDS)
def test_the_terminal_says_all_that_was_noted_and_judged(seed: int) -> None:
    report, shown = gather_report(reviewed(seed)), StringIO()
    show_report(report, Console(file=shown, width=400))
    renditions = [each for one in report.utterances for each in one.renditions]
    stamps = [each.verdict.stamp for each in renditions if each.verdict is not None]
    wanted = [*(one.who for one in stamps), *(note.text for note in report.notes)]
    assert [one for one in wanted if one not in shown.getvalue()] == []
