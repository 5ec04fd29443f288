"""Utterances in the terminal, with what stands under them and what was decided."""

from io import StringIO

from msgspec.structs import replace
from rich.console import Console

from crossquote.cli.show import show_report
from crossquote.message import verbatim
from crossquote.model.comparison import Change, ChangeClass, Comparison, Op
from crossquote.model.finding import Category, Finding, Severity
from crossquote.model.review import Decision, Judgement, Ruling, Stamp, Verdict
from crossquote.model.span import Span
from crossquote.model.step import StepName
from crossquote.progress import finish
from crossquote.work.edits.review import findings
from crossquote.work.report import gather_report
from crossquote.work.session import Session
from crossquote.work.stages.pipeline import add_text
from gui.hand_made import sample_state

WORDS = (
    "We strongly urge the ministry to send three ferries on Monday, before the winter storms begin",
    "We strongly urge the ministry to send three ferries on Monday, before the winter storms begin",
    "We ask the ministry to send three ferries",
)


def test_what_was_really_said_is_told() -> None:
    session = Session()
    finish(add_text(session, f'Title\n\n"{WORDS[0]}," Mayor Ada Lindqvist said.\n', "outlet"))
    key, utterance = next(iter(session.state.utterances.items()))
    told = replace(utterance, reference="Three ferries on Monday")
    written = StringIO()
    show_report(gather_report(replace(session.state, utterances={key: told})), Console(width=160, file=written))
    assert "What was really said  Three ferries on Monday" in written.getvalue()


def printed(*, decided: bool = False) -> str:
    session = Session()
    for number, said in enumerate(WORDS):
        finish(add_text(session, f'Title {number}\n\n"{said}," Mayor Ada Lindqvist said.\n', f"outlet-{number}"))
    utterance = next(iter(session.state.utterances.values()))
    index = next(number for number, told in enumerate(utterance.comparisons) if told and told.findings)
    by = Stamp("ada", "2025-03-14T10:00:00+00:00")
    state = session.state
    log: tuple[StepName, ...] = ()
    if decided:
        key = next(iter(findings(state, utterance, index))).key
        verdicts = {utterance.renditions[index].quotes[0]: Judgement(Verdict.DISTORTED, by)}
        state = replace(state, verdicts=verdicts, rulings={key: Decision(Ruling.DISMISSED, "", by)})
        log = (StepName(1, verbatim("Mark as distorted"), by.who, by.at),)
    written = StringIO()
    show_report(gather_report(state, log), Console(width=160, file=written))
    return written.getvalue()


def test_scale_kept_parts_and_consensus_stand_under_the_renditions() -> None:
    told = printed()
    assert "How strongly it asks" in told
    assert "What each kept of the longest" in told
    assert "Consensus We strongly urge the ministry" in told
    assert "Verdict" not in told


def test_decisions_are_told() -> None:
    told = printed(decided=True)
    assert "Verdict: distorted (ada, 14 Mar 2025)" in told
    assert "dismissed (ada, 14 Mar 2025)" in told
    assert "1 of 2 renditions reviewed, " in told
    assert "14 Mar 2025, 10:00 UTC  ada  Mark as distorted" in told


def test_the_terminal_is_as_quiet_about_a_change_as_window_and_report_are() -> None:
    state = sample_state()
    utterance = state.utterances["u2"]
    base, text = "There is no danger.", "There was no danger."
    at = Span(6, 8), Span(6, 9)
    parts = (
        Change(Op.EQUAL, Span(0, 6), Span(0, 6)),
        Change(Op.REPLACE, *at, ChangeClass.TENSE),
        Change(Op.EQUAL, Span(8, 19), Span(9, 20)),
    )
    said = Finding("tense", Category.MISTRANSLATION, Severity.MAJOR, *at, verbatim("Tense"))

    def drawn(*findings: Finding) -> str:
        told = replace(utterance, comparisons=(None, Comparison(base, text, parts, findings)))
        written = StringIO()
        console = Console(width=160, file=written, force_terminal=True, color_system="standard")
        show_report(gather_report(replace(state, utterances={"u2": told})), console)
        return written.getvalue()

    assert "\x1b[4mwas" in drawn(), "a tense that no check minds is underlined alone"
    assert "\x1b[1;4;33mwas" in drawn(said)
