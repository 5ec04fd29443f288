"""What is stored as a basis: opened again, what is open is gone on from instead of being compared once more."""

from collections.abc import Iterator

from msgspec.structs import replace

from crossquote.message import VERBATIM, message
from crossquote.model.state import State, derives_alike
from crossquote.model.utterance import Utterance
from crossquote.model.utterances import Utterances
from crossquote.progress import Step, Work
from crossquote.work.basis import Ahead, Basis
from crossquote.work.session import Session
from crossquote.work.stages.group_quotes import group

LABEL = message("step.reading-stored")


def lacks_basis(session: Session) -> bool:
    """Tell whether what is open was stored and compared, and nothing is known of it that an edit could go on from."""
    state = session.state
    return session.basis is None and bool(state.utterances) and not state.unfinished


def may_take_kept(session: Session) -> bool:
    """Tell whether the project's file may have what the next edit could go on from; for that is looked once."""
    kept = session.kept
    looked_for = kept is None or (kept.data is not None and derives_alike(kept.state, session.state))
    return session.project is not None and lacks_basis(session) and looked_for


def take_kept(session: Session) -> Work[None]:
    """Read what the project's file has for the next edit to go on from: soon done; where it has nothing, do nothing."""
    yield Step(0, 1, LABEL)
    if _kept_of(session, session.state) is not None:
        yield from read_ahead(session)


def read_ahead(session: Session, state: State | None = None) -> Work[None]:
    """Read what is stored, that which is open where `state` is None, so that the next edit need not.

    Closed on the way, it is not lost: whoever reads next, an edit or this again, goes on from there, unless what is
    open was compared anew meanwhile.
    """
    state = state or session.state
    if session.ahead is None or session.ahead.state.utterances is not state.utterances:
        session.ahead = Ahead(state, read_stored(state, _kept_of(session, state)))
    ahead = session.ahead
    while True:
        try:
            step = next(ahead.work)
        except StopIteration as stop:
            session.basis, session.ahead, session.kept = stop.value, None, None
            return
        except BaseException:
            session.ahead = None
            raise
        yield step


def _kept_of(session: Session, state: State) -> bytes | None:
    """Return what the project's file has of the basis of a state, None where it has nothing."""
    data = session.find_kept()
    kept = session.kept
    return data if kept is not None and derives_alike(kept.state, state) else None


def read_stored(state: State, kept: bytes | None = None) -> Work[Basis]:
    """Return the basis of a state that came without one: as it is `kept`, or worked out of what is stored.

    Then its quotes are grouped, its comparisons stand as far as grouping gives what they were made from; the basis
    knows no other utterance as compared.
    """
    if kept is not None:
        from crossquote.work.stages.kept_basis import read_kept  # noqa: PLC0415 - loaded with the project

        basis = yield from read_kept(state, kept)
        if basis is not None:
            return basis
    grouping = group(state)
    while True:
        try:
            step = next(grouping)
        except StopIteration as stop:
            grouped: Basis = stop.value
            break
        yield Step(step.done, step.total, LABEL)
    standing = Utterances.of([(grouped.grouped.rank(key), key, stored) for key, stored in _standing(grouped, state)])
    return replace(grouped, state=replace(state, utterances=standing))


def _standing(grouped: Basis, state: State) -> Iterator[tuple[str, Utterance]]:
    for key, made in grouped.grouped.items():
        stored = state.utterances.get(key)
        if stored is not None and len(stored.comparisons) == len(made.renditions) and _bare(stored, made) == made:
            yield key, replace(stored, possibly=made.possibly)


def _bare(stored: Utterance, made: Utterance) -> Utterance:
    """Return an utterance before it was compared; sentences of old files stand for what is given as a reason now.

    What it may be the same as makes no difference to what was compared.
    """
    reasons = {one.quotes: one.reason for one in made.renditions}
    renditions = tuple(
        replace(one, reason=reasons.get(one.quotes, one.reason)) if one.reason.code == VERBATIM else one
        for one in stored.renditions
    )
    return replace(stored, renditions=renditions, comparisons=(), possibly=made.possibly)
