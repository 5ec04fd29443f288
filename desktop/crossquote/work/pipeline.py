"""The pipeline: from files to compared utterances, one step after another."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from crossquote.errors import UserError
from crossquote.model.changes import Changes
from crossquote.progress import Work
from crossquote.work.add_articles import Reading, read_files, read_text
from crossquote.work.compare import compare_all
from crossquote.work.find_quotes import find_in
from crossquote.work.group_quotes import group
from crossquote.work.session import Session
from crossquote.work.translate import translate_quotes


@dataclass(frozen=True, slots=True)
class Outcome:
    """What adding articles did: what changed, and what could not be read."""

    changes: Changes
    problems: tuple[UserError, ...] = ()


def add_files(session: Session, paths: Sequence[Path], encoding: str | None = None) -> Work[Outcome]:
    """Read `paths`, find their quotes and compare them with all that is open."""
    reading = yield from read_files(session.state, paths, encoding)
    return (yield from _take_in(session, reading))


def add_text(session: Session, text: str, name: str) -> Work[Outcome]:
    """Take `text` as an article named `name`, find its quotes and compare them with all that is open."""
    return (yield from _take_in(session, read_text(session.state, text, name)))


def _take_in(session: Session, reading: Reading) -> Work[Outcome]:
    if not reading.added:
        return Outcome(Changes(), reading.problems)
    state = yield from find_in(reading.state, reading.added)
    number = len(reading.added)
    changes = session.move_to(state, f"Add {number} articles" if number > 1 else "Add an article")
    return Outcome(changes | (yield from refresh(session)), reading.problems)


def refresh(session: Session) -> Work[Changes]:
    """Translate what is not yet translated, group and compare anew what is open; return what changed."""
    state = session.state
    if session.translator is not None:
        state = yield from translate_quotes(state, session.translator)
    state = yield from group(state)
    state = yield from compare_all(state)
    return session.move_to(state)
