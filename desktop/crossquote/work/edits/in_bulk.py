"""Reviewing in bulk: a ruling on several findings, a verdict on several renditions; one step that can be taken back."""

from collections.abc import Collection

from msgspec.structs import replace

from crossquote.message import message
from crossquote.model.changes import Changes
from crossquote.model.review import Decision, FindingKey, Judgement, Ruling, Verdict
from crossquote.model.utterance import Rendition
from crossquote.work.edits.review import judge, rule_on, stamp, utterances_about, with_each
from crossquote.work.session import Session

_RULED = {None: "did.open-findings", Ruling.ACCEPTED: "did.accept-findings", Ruling.DISMISSED: "did.dismiss-findings"}


def rule_on_all(session: Session, keys: Collection[FindingKey], ruling: Ruling | None, reason: str = "") -> Changes:
    """Accept or dismiss findings, or with None open them again; those that no ruling was made on stay as they are.

    Several findings of a rendition are alike in all that tells them: they have one key, and are counted each.
    """
    chosen = [key for key in keys if ruling or key in session.state.rulings]
    wanted = dict.fromkeys(chosen)
    if not wanted:
        return Changes()
    if len(wanted) == 1:
        return rule_on(session, next(iter(wanted)), ruling, reason)
    decided = Decision(ruling, reason, stamp()) if ruling else None
    rulings = with_each(session.state.rulings, wanted, decided)
    step = message(_RULED[ruling], number=len(chosen))
    about = utterances_about(session.state, {key.quote for key in wanted})
    return session.move_to(replace(session.state, rulings=rulings), step) | Changes(utterances=about)


def judge_all(session: Session, renditions: Collection[Rendition], verdict: Verdict | None) -> Changes:
    """Give renditions a verdict, or with None take theirs back."""
    state = session.state
    first = {one.quotes[0]: one for one in renditions}
    wanted = {quote: one for quote, one in first.items() if verdict or quote in state.verdicts}
    if not wanted:
        return Changes()
    if len(wanted) == 1:
        return judge(session, next(iter(wanted.values())), verdict)
    value = Judgement(verdict, stamp()) if verdict else None
    verdicts = with_each(state.verdicts, wanted, value)
    facts = {"verdict": message(f"did.as-{verdict.name.lower()}")} if verdict else {}
    step = message("did.judge-renditions" if verdict else "did.take-back-verdicts", number=len(wanted), **facts)
    about = utterances_about(state, wanted.keys())
    return session.move_to(replace(state, verdicts=verdicts), step) | Changes(utterances=about)
