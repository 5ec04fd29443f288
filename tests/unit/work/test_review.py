"""Reviewing: decisions survive every computing anew, and every one can be taken back."""

from pathlib import Path
from types import MappingProxyType

import pytest
from msgspec.structs import replace

from crossquote.export.formats.html.page import report_html
from crossquote.message import message
from crossquote.model.comparison import Comparison
from crossquote.model.finding import Category, Finding, Severity
from crossquote.model.quote import QuoteKind
from crossquote.model.review import Progress, Rule, Ruling, Verdict, about_finding, noted_id
from crossquote.model.span import Span
from crossquote.model.state import State
from crossquote.model.utterance import Rendition, Utterance
from crossquote.progress import finish
from crossquote.project.store import Project
from crossquote.wording.telling import tell
from crossquote.work.edits import articles as edit
from crossquote.work.edits import quotes, review
from crossquote.work.edits.descriptions import Description, describe_articles
from crossquote.work.edits.partners import likely_partners
from crossquote.work.report import gather_report
from crossquote.work.session import Session
from crossquote.work.stages.pipeline import add_text, refresh

FIRST = 'One\n\n"We will open the new harbour bridge on Monday," Mayor Ada Lindqvist said.\n\n"It rained," she said.\n'
SECOND = 'Two\n\n"We will open the new harbour bridge on Tuesday," Mayor Ada Lindqvist said.\n'


def open_state() -> State:
    """Return a state with one utterance of two renditions and a finding on the second, made by hand."""
    said = message("quantity.changed", was="5 May", now="6 May")
    finding = Finding("date", Category.MISTRANSLATION, Severity.MAJOR, Span(5, 11), Span(5, 12), said)
    comparison = Comparison("Open Monday", "Open Tuesday", (), (finding,))
    renditions = (
        Rendition("a", ("a:0-11",), "en", "Open Monday"),
        Rendition("b", ("b:0-12",), "en", "Open Tuesday"),
    )
    utterance = Utterance("a:0-11", "Ada Lindqvist", renditions, comparisons=(None, comparison))
    return State(utterances=MappingProxyType({utterance.id: utterance}))


def only_finding(state: State) -> review.Reviewed:
    utterance = next(iter(state.utterances.values()))
    return next(review.findings(state, utterance, 1))


def test_a_verdict_counts_as_reviewed_until_it_is_taken_back() -> None:
    session = Session(open_state())
    rendition = session.state.utterances["a:0-11"].renditions[1]
    assert review.progress(session.state) == Progress(0, 1, 1)
    changes = review.judge(session, rendition, Verdict.DISTORTED)
    assert changes.utterances == {"a:0-11"}
    assert review.progress(session.state).reviewed == 1
    review.judge(session, rendition, None)
    assert review.progress(session.state).reviewed == 0


def test_a_dismissed_finding_is_no_longer_open() -> None:
    session = Session(open_state())
    review.rule_on(session, only_finding(session.state).key, Ruling.DISMISSED, "the mayor corrected herself")
    assert not only_finding(session.state).is_open
    review.rule_on(session, only_finding(session.state).key, None)
    assert only_finding(session.state).is_open


def test_all_of_a_kind_are_dismissed_at_once() -> None:
    session = Session(open_state())
    review.dismiss_alike(session, "a:0-11", "number")
    assert only_finding(session.state).is_open
    review.dismiss_alike(session, "a:0-11", "date")
    assert not only_finding(session.state).is_open


@pytest.mark.parametrize(
    ("check", "base", "text", "silenced"),
    [("date", "", "", 1), ("date", "monday", "TUESDAY", 1), ("date", "friday", "", 0), ("number", "", "", 0)],
)
def test_a_rule_says_beforehand_what_it_silences(check: str, base: str, text: str, silenced: int) -> None:
    session = Session(open_state())
    rule = Rule("r1", check, base, text, "", review.stamp())
    assert review.silenced_by(session.state, rule) == silenced
    review.add_rule(session, rule)
    assert only_finding(session.state).is_open is (silenced == 0)
    review.remove_rule(session, "r1")
    assert only_finding(session.state).is_open


def test_notes_are_written_and_taken_away() -> None:
    session = Session(open_state())
    review.write_note(session, "utterance:a:0-11", " ask the press office ")
    assert session.state.notes["utterance:a:0-11"].text == "ask the press office"
    review.write_note(session, "utterance:a:0-11", "  ")
    assert not session.state.notes


def two_articles(project: Project | None = None) -> Session:
    session = Session(project=project)
    finish(add_text(session, FIRST, "first"))
    finish(add_text(session, SECOND, "second"))
    return session


def utterances_of(session: Session) -> set[frozenset[str]]:
    return {
        frozenset(quote for rendition in utterance.renditions for quote in rendition.quotes)
        for utterance in session.state.utterances.values()
    }


def test_joining_and_parting_hold_when_all_is_computed_anew() -> None:
    session = two_articles()
    _, rained, second = session.state.quotes
    finish(quotes.join_quotes(session, rained, second))
    finish(refresh(session))
    assert any({rained, second} <= group for group in utterances_of(session))
    finish(quotes.part_quote(session, second))
    finish(refresh(session))
    assert frozenset({second}) in utterances_of(session)


def test_corrections_hold_when_the_article_is_read_anew() -> None:
    session = two_articles()
    article = next(iter(session.state.articles))
    start = FIRST.index("It rained")
    finish(quotes.unmark_quotes(session, [next(iter(session.state.quotes))]))
    finish(quotes.mark_quote(session, article, Span(start, start + 2), "Somebody Else"))
    finish(describe_articles(session, [article], Description(language="en")))
    found = session.state.quotes_of(article)
    assert [quote.speaker.name for quote in found if quote.speaker and quote.spans[0].end == start + 2] == [
        "Somebody Else"
    ]
    assert not any("bridge" in quote.text(FIRST) for quote in found)


def test_a_reported_quote_can_be_corrected_and_taken_away() -> None:
    session = Session()
    finish(add_text(session, "Five\n\nMayor Ada Lindqvist said that the bridge would open on Monday.\n", "fifth"))
    (reported,) = session.state.quotes.values()
    assert reported.kind is QuoteKind.INDIRECT
    finish(quotes.correct_quote(session, reported.id, speaker="Tomas Berg", kind=QuoteKind.MIXED))
    (corrected,) = session.state.quotes.values()
    assert corrected.kind is QuoteKind.MIXED
    assert corrected.speaker is not None
    assert corrected.speaker.name == "Tomas Berg"
    finish(quotes.unmark_quotes(session, [reported.id]))
    assert not session.state.quotes


def test_what_was_really_said_is_compared_with_all() -> None:
    session = two_articles()
    shared = next(found for found in session.state.utterances.values() if "bridge" in found.renditions[0].text)
    finish(quotes.give_reference(session, shared.id, "We shall open the bridge on Wednesday"))
    compared = session.state.utterances[shared.id]
    assert all(comparison is not None for comparison in compared.comparisons)
    finish(quotes.give_reference(session, shared.id, ""))
    assert not session.state.utterances[shared.id].reference


def test_everything_is_taken_back_and_done_again_step_by_step(tmp_path: Path) -> None:
    session = two_articles(Project(tmp_path / "x.crossquote", new=True))
    article = next(iter(session.state.articles))
    utterance = next(iter(session.state.utterances.values()))
    seen = [session.state]
    review.judge(session, utterance.renditions[0], Verdict.FAITHFUL)
    seen.append(session.state)
    finish(quotes.part_quote(session, utterance.renditions[0].quotes[0]))
    seen.append(session.state)
    finish(edit.remove_articles(session, [article]))
    for expected in reversed(seen):
        session.undo()
        assert session.state == expected
    while session.undo()[0]:
        pass
    assert session.state == replace(State())
    names = []
    while (step := session.redo()[0]) is not None:
        names.append(tell(step.name))
    assert names[2:4] == ["First marked as faithful", "Quote taken out of its utterance, First"]
    assert [*names[:2], *names[4:]] == ["Article added", "Article added", "Article removed"]
    assert session.project is not None
    session.project.close()


def test_a_rendition_is_moved_taken_out_and_merged_with_all_its_quotes() -> None:
    session = two_articles()
    bridge, rained, second = session.state.quotes
    rain = next(one.id for one in session.state.utterances.values() if rained in one.renditions[0].quotes)
    finish(quotes.merge_utterances(session, rain, second))
    assert any({bridge, rained, second} <= group for group in utterances_of(session))
    whole = next(iter(session.state.utterances))
    finish(quotes.part_rendition(session, whole, session.state.quotes[bridge].article))
    assert frozenset({second}) in utterances_of(session)
    own = next(one.id for one in session.state.utterances.values() if one.renditions[0].quotes == (second,))
    finish(quotes.move_rendition(session, own, session.state.quotes[second].article, rained))
    assert any({rained, second} <= group for group in utterances_of(session))


def test_what_was_merged_stays_together_without_the_quote_that_it_was_merged_with() -> None:
    session = two_articles()
    bridge, rained, second = session.state.quotes
    rain = next(one.id for one in session.state.utterances.values() if rained in one.renditions[0].quotes)
    finish(quotes.merge_utterances(session, rain, second))
    finish(quotes.part_quote(session, second))
    assert utterances_of(session) == {frozenset({bridge, rained}), frozenset({second})}


def test_that_several_are_no_quotes_is_one_step(tmp_path: Path) -> None:
    session = two_articles(Project(tmp_path / "x.crossquote", new=True))
    before = session.state
    finish(quotes.unmark_quotes(session, list(before.quotes)))
    assert not session.state.quotes
    step, _ = session.undo()
    assert step is not None
    assert tell(step.name) == "Taken as no quote, First"
    assert session.state == before
    assert session.project is not None
    session.project.close()


def test_a_single_rendition_beside_what_was_really_said_counts() -> None:
    session = Session()
    finish(add_text(session, FIRST, "first"))
    utterance = next(iter(session.state.utterances.values()))
    assert (review.progress(session.state).reviewed, review.progress(session.state).renditions) == (0, 0)
    finish(quotes.give_reference(session, utterance.id, "We shall open the bridge on Wednesday"))
    review.judge(session, utterance.renditions[0], Verdict.FAITHFUL)
    assert (review.progress(session.state).reviewed, review.progress(session.state).renditions) == (1, 1)
    report = report_html(gather_report(session.state))
    assert "1 of 1 rendition reviewed" in report


def test_a_note_on_a_finding_is_one_decision() -> None:
    session = two_articles()
    reviewed = next(review.open_findings(session.state))
    review.write_note(session, about_finding(reviewed.key), "Ask for the recording.")
    report = report_html(gather_report(session.state))
    assert "(1 decision)" in report


def test_the_likeliest_utterance_comes_first_with_its_reason() -> None:
    session = two_articles()
    bridge, rained, second = session.state.quotes
    shared = next(one.id for one in session.state.utterances.values() if second in one.renditions[-1].quotes)
    finish(quotes.part_rendition(session, shared, session.state.quotes[second].article))
    first, *others = likely_partners(session.state, second)
    assert first.quote == bridge
    assert "bridge" in tell(first.reason)
    assert [other.quote for other in others] == [rained]


def test_rules_are_counted_and_exported(tmp_path: Path) -> None:
    session = Session(open_state())
    review.add_rule(session, Rule("r1", "date", "", "", "dates are known", review.stamp()))
    assert review.silenced_now(session.state) == {"r1": 1}
    written = review.export_rules(session.state, tmp_path / "rules.json").read_text(encoding="utf-8")
    assert '"check": "date"' in written
    assert "dates are known" in written


def test_one_goes_back_to_any_step_and_on_again(tmp_path: Path) -> None:
    session = two_articles(Project(tmp_path / "x.crossquote", new=True))
    rendition = next(iter(session.state.utterances.values())).renditions[0]
    review.judge(session, rendition, Verdict.FAITHFUL)
    last = session.state
    assert session.project is not None
    about = session.project.steps_about(("verdicts",), rendition.quotes)
    assert [tell(step.name) for step in about] == ["First marked as faithful"]
    session.go_to(0)
    assert session.state == State()
    session.go_to(about[0].number)
    assert session.state == last
    session.project.close()


def test_a_finding_carries_a_note_and_tells_it() -> None:
    session = Session(open_state())
    key = only_finding(session.state).key
    review.write_note(session, about_finding(key), "heard it myself")
    note = only_finding(session.state).note
    assert note is not None
    assert note.text == "heard it myself"
    assert noted_id(note.about) == key.quote
    review.write_note(session, about_finding(key), "")
    assert only_finding(session.state).note is None


def test_the_log_says_whose_findings_were_dismissed(tmp_path: Path) -> None:
    session = two_articles(Project(tmp_path / "x.crossquote", new=True))
    assert session.project is not None
    found = next(review.open_findings(session.state))
    key = next(one.id for one in session.state.utterances.values() if len(one.renditions) > 1)
    review.rule_on(session, found.key, Ruling.ACCEPTED)
    review.rule_on(session, found.key, None)
    review.dismiss_alike(session, key, found.key.check)
    known = len(session.project.steps())
    review.dismiss_alike(session, key, found.key.check)
    assert len(session.project.steps()) == known, "nothing to dismiss is no step"
    check, outlet = found.key.check, session.state.articles[session.state.quotes[found.key.quote].article].outlet
    assert [tell(step.name) for step in session.project.steps()][-3:] == [
        f"Accepted: {check}, {outlet}", f"Finding opened again: {check}, {outlet}",
        f"All of {check} in this utterance dismissed (1), {outlet}",
    ]  # fmt: skip
    session.project.close()


def test_a_base_is_left_to_the_program_again() -> None:
    session = two_articles()
    (utterance,) = (one for one in session.state.utterances.values() if len(one.renditions) > 1)
    other = utterance.renditions[1 - utterance.base].article
    finish(edit.pin_base(session, utterance.id, other))
    pinned = session.state.utterances[utterance.id]
    assert pinned.renditions[pinned.base].article == other
    finish(edit.unpin_base(session, utterance.id))
    assert session.state.utterances[utterance.id] == utterance
    assert not session.state.pins
