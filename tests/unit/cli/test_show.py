"""Utterances in the terminal, with what stands under them and what was decided."""

from dataclasses import replace
from io import StringIO

from rich.console import Console

from crossquote.cli.show import show_state
from crossquote.export.decisions import Decided, Decisions, LogLine
from crossquote.progress import finish
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
    show_state(replace(session.state, utterances={key: told}), Console(width=160, file=written))
    assert "What was really said  Three ferries on Monday" in written.getvalue()


def printed(*, decided: bool = False) -> str:
    session = Session()
    for number, said in enumerate(WORDS):
        finish(add_text(session, f'Title {number}\n\n"{said}," Mayor Ada Lindqvist said.\n', f"outlet-{number}"))
    utterance = next(iter(session.state.utterances.values()))
    index = next(number for number, told in enumerate(utterance.comparisons) if told and told.findings)
    stamp = ("ada", "2025-03-14T10:00:00+00:00")
    decisions = Decisions(
        verdicts={(utterance.id, index): Decided("distorted", *stamp)},
        rulings={(utterance.id, index, 0): Decided("dismissed", *stamp, gone=True)},
        log=(LogLine(stamp[1], stamp[0], "Mark as distorted"),),
        progress="1 of 2 renditions reviewed",
    )
    written = StringIO()
    show_state(session.state, Console(width=160, file=written), decisions if decided else Decisions())
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
    assert "1 of 2 renditions reviewed" in told
    assert "2025-03-14T10:00:00+00:00  ada  Mark as distorted" in told
