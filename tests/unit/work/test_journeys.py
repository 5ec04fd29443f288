"""The base there and back through the languages of the other renditions, once."""

from crossquote.model.state import State
from crossquote.progress import finish
from crossquote.translation.fake import FakeTranslator
from crossquote.wording.paragraph import tell_all
from crossquote.work.session import Session
from crossquote.work.stages.pipeline import add_text, refresh

BASE = "I have strongly requested to the port council that the old ship be spared"
VARIANT = "I really asked the port council that the old ship be spared"
UKRAINIAN = "Я дуже просила раду порту пощадити старий корабель"
THERE = "Я дуже просила раду порту, щоб старий корабель пощадили"
BACK = "I asked the port council very much that the old ship be spared"
TABLE = {UKRAINIAN: BACK, BASE: THERE, THERE: BACK}


def opened(translator: FakeTranslator) -> Session:
    session = Session(State(), translator)
    finish(add_text(session, f'Mayor Marta Lind said: "{BASE}".', "Quay"))
    finish(add_text(session, f'"{VARIANT}", Mayor Marta Lind said.', "Island"))
    finish(add_text(session, f"Мерка Марта Лінд сказала: «{UKRAINIAN}».", "Гавань"))
    return session


def explained(session: Session) -> list[tuple[str, str]]:
    return [
        (session.state.articles[rendition.article].outlet, finding.check)
        for utterance in session.state.utterances.values()
        for rendition, comparison in zip(utterance.renditions, utterance.comparisons, strict=True)
        if comparison
        for finding in comparison.findings
        if "by way of Ukrainian" in tell_all(finding.evidence)
    ]


def test_a_wording_that_the_journey_makes_is_explained_in_the_rendition_that_was_not_translated() -> None:
    session = opened(FakeTranslator([("uk", "en"), ("en", "uk")], TABLE))
    assert ("Island", "strength") in explained(session)
    assert {outlet for outlet, _ in explained(session)} == {"Island"}


def test_a_base_travels_once() -> None:
    translator = FakeTranslator([("uk", "en"), ("en", "uk")], TABLE)
    session = opened(translator)
    before = explained(session)
    assert translator.asked.count(BASE) == 1
    assert translator.asked.count(THERE) == 1
    finish(refresh(session))
    assert translator.asked.count(BASE) == 1
    assert explained(session) == before


def test_without_a_way_back_there_is_no_journey() -> None:
    translator = FakeTranslator([("uk", "en")], TABLE)
    assert explained(opened(translator)) == []
    assert BASE not in translator.asked
