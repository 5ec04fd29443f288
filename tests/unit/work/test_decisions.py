"""Decisions told for a report: verdicts, rulings and rules, with who and when."""

from crossquote.message import verbatim
from crossquote.model.review import Rule, Ruling, Verdict
from crossquote.progress import finish
from crossquote.project.journal import StepName
from crossquote.work.decisions import tell_decisions
from crossquote.work.edits import review
from crossquote.work.session import Session
from crossquote.work.stages.pipeline import add_text


def compared() -> Session:
    session = Session()
    for number, said in enumerate(("We will send three ferries on Monday", "We will send two ferries on Friday")):
        finish(add_text(session, f'Title\n\n"{said}," Mayor Ada Lindqvist said.\n', f"outlet-{number}"))
    return session


def test_nothing_decided_tells_nothing() -> None:
    told = tell_decisions(compared().state)
    assert not told.verdicts
    assert not told.rulings
    assert not told.progress


def test_verdicts_rulings_and_the_log_are_told() -> None:
    session = compared()
    utterance = next(iter(session.state.utterances.values()))
    index = 1 - utterance.base
    reviewed = list(review.findings(session.state, utterance, index))
    review.judge(session, utterance.renditions[index], Verdict.DISTORTED)
    review.rule_on(session, reviewed[0].key, Ruling.ACCEPTED)
    last = reviewed[-1].key
    review.add_rule(session, Rule("r", last.check, last.base, last.text, "house style", review.stamp()))
    told = tell_decisions(session.state, (StepName(1, verbatim("Accept"), "ada", "2025-03-14"),))
    assert told.verdicts[utterance.id, index].what == "distorted"
    assert told.rulings[utterance.id, index, 0].what == "accepted"
    assert not told.rulings[utterance.id, index, 0].gone
    assert told.rulings[utterance.id, index, len(reviewed) - 1].gone
    assert told.log[0].what == "Accept"
    assert told.progress.startswith("1 of 1 renditions reviewed")
