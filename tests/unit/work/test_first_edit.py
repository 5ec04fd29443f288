"""The first edit of what was stored: what it does not touch stays as it was compared."""

from types import MappingProxyType

import pytest
from msgspec.structs import replace

from crossquote.message import SILENCE, Message, message, verbatim
from crossquote.model.changes import Changes
from crossquote.model.review import Verdict
from crossquote.model.state import State
from crossquote.model.utterance import Utterance
from crossquote.progress import finish
from crossquote.translation.fake import FakeTranslator
from crossquote.work.edits import articles, quotes, review
from crossquote.work.session import Session
from crossquote.work.stages.pipeline import add_text, refresh
from crossquote.work.stages.stored import lacks_basis, read_ahead

ONE = "Ferries\n\n“The bridge opens on Monday,” Ada Lindqvist said.\n\n“No threat was near,” Per Holm said."
OTHER = "Bridges\n\n“The bridge opens on Friday,” Ada Lindqvist said.\n\n“A threat was near,” Per Holm said."
OLD = verbatim("as an older version put it")


@pytest.fixture
def stored() -> State:
    session = Session()
    for number, text in enumerate((ONE, OTHER)):
        finish(add_text(session, text, f"Outlet {number}"))
    return session.state


def in_old_words(state: State) -> State:
    """Return `state` as a file of an older version has it: sentences for codes."""
    told = {key: _in_old_words(utterance) for key, utterance in state.utterances.items()}
    return replace(state, utterances=MappingProxyType(told))


def _in_old_words(utterance: Utterance) -> Utterance:
    renditions = tuple(replace(one, reason=OLD if one.reason else SILENCE) for one in utterance.renditions)
    comparisons = tuple(
        one and replace(one, findings=tuple(replace(finding, message=OLD) for finding in one.findings))
        for one in utterance.comparisons
    )
    return replace(utterance, renditions=renditions, comparisons=comparisons)


def sentences(utterance: Utterance) -> list[Message]:
    return [finding.message for found in utterance.comparisons if found for finding in found.findings]


def told_by(state: State, words: str) -> str:
    """Return the quote that begins with `words`."""
    texts = {key: quote.text(state.articles[quote.article].text) for key, quote in state.quotes.items()}
    return next(key for key, text in texts.items() if text.startswith(words))


def home(state: State, quote: str) -> Utterance:
    return next(one for one in state.utterances.values() if any(quote in told.quotes for told in one.renditions))


def correct(session: Session) -> Changes:
    return finish(quotes.correct_quote(session, told_by(session.state, "No threat"), speaker="Mayor Holm"))


def test_what_the_first_edit_does_not_touch_keeps_its_sentences(stored: State) -> None:
    session = Session(in_old_words(stored))
    bridge, threat = (home(stored, told_by(stored, words)).id for words in ("The bridge", "No threat"))
    assert set(sentences(session.state.utterances[bridge])) == {OLD}
    changes = correct(session)
    assert session.state.utterances[bridge] == in_old_words(stored).utterances[bridge]
    assert changes.utterances == {threat}
    assert sentences(session.state.utterances[threat])
    assert OLD not in sentences(session.state.utterances[threat])


def test_it_keeps_them_through_the_edits_after(stored: State) -> None:
    session = Session(in_old_words(stored))
    bridge = home(stored, told_by(stored, "The bridge")).id
    correct(session)
    finish(quotes.give_reference(session, home(session.state, told_by(session.state, "No threat")).id, "No threat."))
    assert set(sentences(session.state.utterances[bridge])) == {OLD}


def test_what_comparing_would_be_given_otherwise_is_compared_anew(stored: State) -> None:
    told = in_old_words(stored)
    bridge = home(stored, told_by(stored, "The bridge"))
    base = 1 - bridge.base
    turned = replace(told.utterances[bridge.id], base=base, comparisons=told.utterances[bridge.id].comparisons[::-1])
    session = Session(replace(told, utterances=MappingProxyType({**told.utterances, bridge.id: turned})))
    correct(session)
    assert session.state.utterances[bridge.id] == bridge


@pytest.mark.parametrize(
    "session",
    [
        pytest.param(lambda state: Session(replace(state, unfinished=True)), id="work that was stopped"),
        pytest.param(lambda state: Session(replace(state, checks_off="number")), id="other checks"),
        pytest.param(lambda state: Session(state, checks_off=frozenset({"number"})), id="other checks now"),
    ],
)
def test_nothing_stands_where_all_may_be_otherwise(stored: State, session) -> None:  # type: ignore[no-untyped-def]
    opened: Session = session(in_old_words(stored))
    correct(opened)
    assert not any(OLD in sentences(utterance) for utterance in opened.state.utterances.values())


def test_packages_that_come_after_opening_translate_what_they_can(stored: State) -> None:
    session = Session(stored)
    finish(add_text(session, "Історія\n\n«Жодної загрози немає», – сказав Пер Гольм.", "Хвиля"))
    assert not session.state.translations
    opened = Session(session.state, FakeTranslator([("uk", "en")]))
    finish(refresh(opened))
    assert len(opened.state.translations) == 1


def test_another_reading_language_translates_all_again() -> None:
    session = Session(translator=FakeTranslator([("uk", "en"), ("en", "uk")]))
    finish(add_text(session, "Історія\n\n«Жодної загрози немає», – сказав Пер Гольм.", "Хвиля"))
    finish(add_text(session, ONE, "Outlet"))
    assert len(session.state.translations) == 1
    finish(articles.set_reading_language(session, "uk"))
    assert len(session.state.translations) == 2


def begun(session: Session, steps: int) -> None:
    """Read ahead for some steps, and be stopped there."""
    reading = read_ahead(session)
    for _ in range(steps):
        next(reading, None)
    reading.close()


@pytest.mark.parametrize("steps", [0, 1, 2, 5, 1000])
def test_what_was_read_ahead_is_gone_on_from(stored: State, steps: int) -> None:
    plain, session = Session(stored), Session(stored)
    begun(session, steps)
    correct(plain)
    correct(session)
    assert session.state == plain.state
    assert session.ahead is None


def test_an_edit_does_not_read_again_what_was_read_ahead(stored: State) -> None:
    session = Session(stored)
    finish(read_ahead(session))
    basis = session.basis
    assert basis is not None
    assert not lacks_basis(session)
    labels = {step.label for step in quotes.correct_quote(session, told_by(stored, "No threat"), speaker="Mayor Holm")}
    assert message("step.reading-stored") not in labels


def test_reading_ahead_begins_anew_where_what_is_open_was_compared_anew(stored: State) -> None:
    session = Session(in_old_words(stored))
    begun(session, 2)
    bridge = home(stored, told_by(stored, "The bridge"))
    other = next(one.article for one in bridge.renditions if one.article != bridge.renditions[bridge.base].article)
    finish(articles.pin_base(session, bridge.id, other))
    pinned = session.state.utterances[bridge.id]
    finish(read_ahead(session))
    correct(session)
    assert session.state.utterances[bridge.id] == pinned


def test_a_verdict_while_it_reads_ahead_is_kept(stored: State) -> None:
    session = Session(stored)
    begun(session, 2)
    rendition = home(stored, told_by(stored, "The bridge")).renditions[1]
    review.judge(session, rendition, Verdict.FAITHFUL)
    finish(read_ahead(session))
    correct(session)
    assert session.state.verdict_on(rendition) is Verdict.FAITHFUL
