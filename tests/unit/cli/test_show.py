"""Utterances in the terminal, with what stands under them and what was decided."""

from dataclasses import replace
from io import StringIO

from rich.console import Console

from crossquote.cli.show import show_report
from crossquote.message import verbatim
from crossquote.model.review import Decision, Judgement, Ruling, Stamp, Verdict
from crossquote.progress import finish
from crossquote.project.journal import StepName
from crossquote.work.edits.review import findings
from crossquote.work.report import gather_report
from crossquote.work.session import Session
from crossquote.work.stages.pipeline import add_text

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
    assert "Verdict: distorted (ada, 2025-03-14)" in told
    assert "dismissed (ada, 2025-03-14)" in told
    assert "1 of 2 renditions reviewed, " in told
    assert "2025-03-14T10:00:00+00:00  ada  Mark as distorted" in told
