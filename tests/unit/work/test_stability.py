"""Weighing: the n-best list of the sentences that findings stand in, asked once and kept."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from crossquote.model.finding import Finding, Seen
from crossquote.model.state import State
from crossquote.model.translation import Hypothesis, Route
from crossquote.progress import finish
from crossquote.translation.fake import FakeTranslator
from crossquote.wording.paragraph import tell_all
from crossquote.wording.telling import tell
from crossquote.work.projects import open_project, save_as
from crossquote.work.session import Session
from crossquote.work.stages.pipeline import add_text, refresh, weigh_findings

ENGLISH = 'Mayor Marta Lind said: "The port council must never pay the old guild of the harbour."'
UKRAINIAN = "Мерка Марта Лінд сказала: «Рада порту може ніколи не платити старій гільдії гавані»."
SENTENCE = "Рада порту може ніколи не платити старій гільдії гавані"
MUST = "The port council must never pay the old guild of the harbour"
MAY = "The port council may never pay the old guild of the harbour"
CAN_NOT = "The port council may never again pay the old guild of the harbour"


class Undecided(FakeTranslator):
    """Weighs the translations that it is given."""

    def __init__(self, others: Mapping[str, tuple[str, ...]]) -> None:
        super().__init__([("uk", "en")], {SENTENCE: MAY})
        self.others = others
        self.weighed: list[str] = []

    def hypotheses(self, sentence: str, route: Route, count: int = 4) -> tuple[Hypothesis, ...]:
        del route
        self.weighed.append(sentence)
        return tuple(Hypothesis(text, -float(n)) for n, text in enumerate((MAY, *self.others[sentence])[:count]))


def opened(translator: FakeTranslator) -> Session:
    session = Session(State(), translator)
    finish(add_text(session, ENGLISH, "Quay"))
    finish(add_text(session, UKRAINIAN, "Гавань"))
    return session


def findings(session: Session, check: str) -> list[Finding]:
    return [
        finding
        for utterance in session.state.utterances.values()
        for comparison in utterance.comparisons
        if comparison
        for finding in comparison.findings
        if finding.check == check
    ]


@pytest.mark.parametrize(
    ("others", "says"),
    [
        ((CAN_NOT,), "Stable in 2 of 2 translations."),
        ((CAN_NOT, MUST), "Another of 3 translations lacks it."),
    ],
)
def test_findings_in_a_translation_say_what_other_translations_have(others: tuple[str, ...], says: str) -> None:
    (found,) = findings(opened(Undecided({SENTENCE: others})), "modality")
    assert says in tell_all(found.evidence)
    unstable = "lacks" in says and found.seen is not Seen.ORIGINAL
    assert (found.seen is Seen.UNSTABLE) is unstable


def test_a_sentence_is_weighed_once() -> None:
    translator = Undecided({SENTENCE: (CAN_NOT, MUST)})
    session = opened(translator)
    assert translator.weighed == [SENTENCE]
    before = findings(session, "modality")
    finish(refresh(session))
    assert translator.weighed == [SENTENCE]
    assert findings(session, "modality") == before


def test_the_comparison_is_there_before_it_is_weighed_and_stopping_keeps_it() -> None:
    translator = Undecided({SENTENCE: (MUST,)})
    session = Session(State(), translator)
    finish(add_text(session, ENGLISH, "Quay"))
    work = add_text(session, UKRAINIAN, "Гавань")
    while "Weighing" not in tell(next(work).label):
        pass
    work.close()
    assert translator.weighed == []
    (found,) = findings(session, "modality")
    assert "translations" not in tell_all(found.evidence)
    finish(weigh_findings(session))
    assert "Another of 2 translations" in tell_all(findings(session, "modality")[0].evidence)


def test_without_packages_nothing_is_weighed() -> None:
    session = Session(State(), None)
    finish(add_text(session, ENGLISH, "Quay"))
    assert not finish(weigh_findings(session))


def test_the_base_is_forced_on_the_engine_once_and_marked_as_evidence() -> None:
    translator = Undecided({SENTENCE: (CAN_NOT,)})
    session = opened(translator)
    (comparison,) = (
        found for utterance in session.state.utterances.values() for found in utterance.comparisons if found
    )
    assert [word.base.of(comparison.base) for word in comparison.unlikely] == ["must"]
    assert "“must” very unlikely" in tell_all(findings(session, "modality")[0].evidence)
    assert len(session.state.forced) == 1
    before = session.state.forced
    finish(refresh(session))
    assert session.state.forced == before


def test_what_was_asked_of_the_engine_is_kept_in_the_project(tmp_path: Path) -> None:
    session = opened(Undecided({SENTENCE: (CAN_NOT, MUST)}))
    save_as(session, tmp_path / "a.crossquote")
    assert session.project is not None
    session.project.close()
    again = open_project(tmp_path / "a.crossquote")
    assert again.state.weighed == session.state.weighed != {}
    assert again.state.forced == session.state.forced != {}
    assert findings(again, "modality") == findings(session, "modality")
    assert again.project is not None
    again.project.close()
