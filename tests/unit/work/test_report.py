"""A report is gathered once, with all that window, terminal and files show."""

from types import MappingProxyType

from msgspec.structs import replace

from crossquote.message import message, verbatim
from crossquote.model.article import Layout, body_paragraphs
from crossquote.model.quote import QuoteKind
from crossquote.model.review import Judgement, Rule, Ruling, Verdict, about_finding
from crossquote.model.span import Span
from crossquote.model.step import StepName
from crossquote.progress import finish
from crossquote.wording import tell
from crossquote.work.edits import review
from crossquote.work.report import gather_report
from crossquote.work.session import Session
from crossquote.work.stages.pipeline import add_text
from gui.hand_made import sample_state


def compared() -> Session:
    session = Session()
    for number, said in enumerate(("We will send three ferries on Monday", "We will send two ferries on Friday")):
        finish(add_text(session, f'Title\n\n"{said}," Mayor Ada Lindqvist said.\n', f"outlet-{number}"))
    return session


def test_nothing_decided_tells_nothing() -> None:
    report = gather_report(compared().state)
    assert not report.review.begun
    assert report.review.people == ()
    assert all(one.verdict is None for utterance in report.utterances for one in utterance.renditions)
    assert [tally.open for tally in report.tallies] == [tally.found for tally in report.tallies]


def test_verdicts_rulings_and_the_log_are_told() -> None:
    session = compared()
    utterance = next(iter(session.state.utterances.values()))
    index = 1 - utterance.base
    reviewed = list(review.findings(session.state, utterance, index))
    review.judge(session, utterance.renditions[index], Verdict.DISTORTED)
    review.rule_on(session, reviewed[0].key, Ruling.ACCEPTED)
    last = reviewed[-1].key
    review.add_rule(session, Rule("r", last.check, last.base, last.text, "house style", review.stamp()))
    report = gather_report(session.state, (StepName(1, verbatim("Accept"), "ada", "2025-03-14"),))
    told = report.utterances[0].renditions[index]
    assert tell(told.judged).startswith("distorted (")
    assert tell(told.findings[0].ruling).startswith("accepted (")
    assert not told.findings[0].gone
    assert told.findings[-1].gone
    assert tell(told.findings[-1].ruling).endswith("): house style")
    assert tell(report.log[0].name) == "Accept"
    assert (report.review.begun, report.review.reviewed, report.review.renditions) == (True, 1, 1)
    assert report.review.verdicts == ((Verdict.DISTORTED, 1),)
    assert sum(tally.accepted for tally in report.tallies) == 1


def test_a_note_is_one_decision() -> None:
    session = compared()
    utterance = next(iter(session.state.utterances.values()))
    reviewed = next(iter(review.findings(session.state, utterance, 1 - utterance.base)))
    review.write_note(session, about_finding(reviewed.key), "heard it myself")
    ((_, count),) = gather_report(session.state).review.people
    assert count == 1


def test_a_rendition_is_of_the_kind_of_its_longest_quote_in_every_face() -> None:
    state = sample_state()
    utterance = state.utterances["u1"]
    first = utterance.renditions[0].quotes[0]
    short = replace(state.quotes[first], id="short", kind=QuoteKind.INDIRECT, spans=(Span(0, 3),))
    rendition = replace(utterance.renditions[0], quotes=("short", first))
    told = replace(utterance, renditions=(rendition, *utterance.renditions[1:]))
    state = replace(
        state,
        quotes=MappingProxyType({**state.quotes, "short": short}),
        utterances=MappingProxyType({**state.utterances, "u1": told}),
    )
    report = gather_report(state)
    assert report.utterances[0].renditions[0].kind is QuoteKind.DIRECT
    assert report.utterances[0].renditions[0].quoted


def test_one_rendition_beside_what_was_really_said_can_be_reviewed() -> None:
    state = sample_state()
    said = replace(state.utterances["u3"], reference="a quiet autumn")
    quote = said.renditions[0].quotes[0]
    judged = Judgement(Verdict.FAITHFUL, review.stamp())
    report = gather_report(replace(state, utterances={"u3": said}, verdicts={quote: judged}))
    assert [one.id for one in report.shared] == ["u3"]
    assert (report.review.reviewed, report.review.renditions) == (1, 1)


def test_what_is_told_is_told_in_the_language_of_the_report() -> None:
    report = gather_report(sample_state(), lacking=(message("report.nobody"),), language="qps")
    assert report.language == "qps"
    assert tell(report.lacking[0], report.language) != tell(report.lacking[0])


def test_what_only_says_again_what_stands_in_marks_is_told_as_a_repetition() -> None:
    session = Session()
    finish(add_text(session, "Title\n\nMayor Ada Lindqvist said the mill “will stay open for ever”.\n", "outlet"))
    (rendition,) = (one for utterance in gather_report(session.state).utterances for one in utterance.renditions)
    assert [quote.kind for quote in rendition.quotes] == [QuoteKind.MIXED]
    assert [quote.kind for quote in rendition.repeated] == [QuoteKind.INDIRECT]


def test_a_rendition_says_in_which_paragraph_it_stands_and_whom_its_article_names() -> None:
    session = Session()
    texts = (
        "Title\n\nThe council met.\n\n“We will keep the mill open until spring,” Mayor Ada Lindqvist said.\n",
        "Title\n\n“We will keep the mill open until spring,” the mayor said.\n\nThe council met.\n",
    )
    for number, text in enumerate(texts):
        finish(add_text(session, text, f"outlet-{number}"))
    (utterance,) = (one for one in gather_report(session.state).utterances if one.shared)
    told = {one.article.outlet: one for one in utterance.renditions}
    assert tell(utterance.name) == "Ada Lindqvist"
    assert [one.paragraphs for one in told.values()] == [(2,), (1,)]
    assert [tell(one.credit) for one in told.values()] == ["", "here said by the mayor"]


def test_what_stands_in_a_title_stands_in_no_paragraph() -> None:
    layout = Layout(title=Span(0, 8), skipped=(Span(10, 14),))
    assert body_paragraphs("A title.\n\nRead\n\nFirst.\n\nSecond.", layout) == (Span(16, 22), Span(24, 31))
