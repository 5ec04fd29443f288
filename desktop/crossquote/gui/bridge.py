"""Between the window and the use cases: work goes down as jobs, changes and problems come up as signals."""

from collections.abc import Callable
from functools import partial
from typing import TypeVar

from PySide6.QtCore import QObject, Qt, Signal, Slot

from crossquote.errors import UserError
from crossquote.gui.jobs import Job, JobQueue
from crossquote.gui.models.judgement import changed_utterances
from crossquote.message import Message, message
from crossquote.model.changes import Changes, differing
from crossquote.model.state import State
from crossquote.progress import Step, Work
from crossquote.work.session import Session
from crossquote.work.stages import pipeline
from crossquote.work.stages.kept_basis import keep_basis, may_keep
from crossquote.work.stages.stored import LABEL, lacks_basis, may_take_kept, read_ahead, take_kept

T = TypeVar("T")
_COMPARING, _KEEPING = message("window.job.comparing"), message("window.job.keeping")
_TAKING_BACK, _DOING_AGAIN = message("window.job.taking-back"), message("window.job.doing-again")


class Bridge(QObject):
    """Runs the use cases over one session and says what came of them."""

    changed = Signal(object)
    problems_found = Signal(object)
    unread_found = Signal(object)
    crashed = Signal(object)
    came_to_rest = Signal()
    stepped = Signal(object)
    read = Signal()
    turned = Signal(object)

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.jobs = JobQueue(self)
        self.jobs.stepped.connect(self._step)
        self._shown = session.state
        self._ahead: Job[None] | None = None
        self._expects_edits = self._alone = self._gave_way = self._keeps = self._takes = False
        self._read: Session | None = None

    @property
    def state(self) -> State:
        """What is open, as the window shows it: it changes between two events, never under the hands of one.

        The session may be ahead of it, since work moves that on from its own thread.
        """
        return self._shown

    def keep(self, action: Callable[[Session], T], label: Message = _KEEPING) -> Job[T]:
        """Do something short with the session that is open when its turn comes; by its own label, keep a decision."""
        if label is not _KEEPING:
            return self.do(label, lambda: action(self.session))
        self._expects_edits = True
        return self.run(label, _at_once(label, lambda: action(self.session)), _never)

    def edit(self, action: Callable[[Session], Work[T]], label: Message = _COMPARING) -> Job[T]:
        """Run work on the session that is open when its turn comes; it can be done again where it is stopped before."""
        return self.run(label, _begun(label, lambda: action(self.session)))

    def decide(self, action: Callable[[Session], Work[T]], label: Message = _COMPARING) -> Job[T]:
        """Run an edit that the user made, as `edit` does, and keep it in any case: what was typed lies nowhere else.

        Stopped before its turn has come, it is kept all the same, and only what follows of it is left.
        """
        before: list[State] = []

        def begin() -> Work[T]:
            before.append(self.session.state)
            return action(self.session)

        return self.run(label, _begun(label, begin), lambda: bool(before) and self.session.state is not before[0])

    def undo(self) -> None:
        """Take back the last step."""
        self.keep(partial(_turn, Session.undo), _TAKING_BACK).then(self.turned.emit)

    def redo(self) -> None:
        """Do again the step that was taken back."""
        self.keep(partial(_turn, Session.redo), _DOING_AGAIN).then(self.turned.emit)

    @property
    def brings_steps(self) -> bool:
        """Tell whether there will be a step to take back: one is being kept or done again, or waits to be."""
        return self.jobs.has((_KEEPING, _DOING_AGAIN))

    @property
    def takes_back(self) -> bool:
        """Tell whether there will be a step to do again: one is being taken back, or waits to be."""
        return self.jobs.has((_TAKING_BACK,))

    def refresh(self) -> None:
        """Group and compare anew."""
        self.edit(pipeline.refresh)

    def save(self, action: Callable[[Session], T], label: Message) -> Job[T]:
        """Save with the session that is open when its turn comes, whatever is stopped before that."""
        return self.run(label, _at_once(label, lambda: action(self.session)), _never)

    def do(self, label: Message, action: Callable[[], T]) -> Job[T]:
        """Run something short that waits its turn."""
        return self.run(label, _at_once(label, action))

    def change_session(self, session: Session) -> None:
        """Go on with another session; whoever calls closes the one before."""
        self.session, self._expects_edits = session, False
        self._settle()

    @property
    def asked_for(self) -> Job[object] | None:
        """The first job that somebody asked for and that runs, or waits; None where there is none."""
        return next((job for job in self.jobs.all if job is not self._ahead), None)

    @property
    def seen(self) -> Job[object] | None:
        """The job that is to be seen running: behind what is done while nobody waits for it, the next one."""
        return self.jobs.current if self._sees_ahead else self.asked_for

    @property
    def _sees_ahead(self) -> bool:
        """Whether what is done ahead is to be seen: not what is soon done, nor what is for the next time."""
        return self._expects_edits and not self._keeps and not self._takes

    def expect_edits(self) -> None:
        """Read ahead what an edit needs, as long as nothing else is asked for: the user is about to make one.

        Whoever only looks at what is open never waits for it; it is told and can be stopped as all work.
        """
        self._expects_edits = True
        self._read_ahead()

    @property
    def alone(self) -> bool:
        """Whether nobody is at the window."""
        return self._alone

    @Slot()
    def leave_alone(self) -> None:
        """Read ahead what an edit would need, or keep it in the file, while nobody is at the window; it is not seen."""
        self._alone = True
        self._read_ahead()

    @Slot()
    def attend(self) -> None:
        """Let the user have the window to themselves: what was read ahead for nobody is gone on with later."""
        self._alone = False
        if self._keeps or not (self._expects_edits or self._takes):
            self._give_way()

    def _read_ahead(self) -> None:
        """Take what the file has for edits at once; work out what it lacks, and keep it, where that is called for."""
        if self.jobs.current is not None:
            return
        if may_take_kept(self.session):
            self._takes = True
            self._go_ahead(take_kept(self.session))
        elif (self._expects_edits or self._alone) and lacks_basis(self.session):
            self._go_ahead(read_ahead(self.session))
        elif self._alone and may_keep(self.session):
            self._keeps = True
            self._go_ahead(keep_basis(self.session))

    def _go_ahead(self, work: Work[None]) -> None:
        self._gave_way = False
        self._ahead = self.jobs.submit(LABEL, work)
        self._ahead.finished.connect(self._end_ahead)
        self._ahead.failed.connect(self._fail)
        self._ahead.stopped.connect(self._leave_ahead)

    def _end_unseen(self) -> None:
        self._ahead, self._keeps, self._takes = None, False, False

    def _tell_read(self) -> None:
        """Say once of a session that all is there that its edits go on from."""
        if self.session.basis is not None and self.session is not self._read:
            self._read = self.session
            self.read.emit()

    def end_ahead(self) -> None:
        """Wait for what is read ahead to end: then nobody works with the file, and it can be closed."""
        if self._ahead is not None:
            self._give_way()
            self.jobs.wait_for_step()

    def when_stopped(self, then: Callable[[], object]) -> None:
        """Ask all work to stop, and do `then` once none runs or waits any more, be it at once.

        What work leads to is stopped too. So nobody works with the file while `then` closes it.
        """
        if self.asked_for is None:
            self.end_ahead()
            then()
            return
        self.jobs.stop_all()
        self.jobs.changed.connect(partial(self.when_stopped, then), Qt.ConnectionType.SingleShotConnection)

    def _give_way(self) -> None:
        if self._ahead is not None:
            self._gave_way = True
            self._ahead.stop()

    @Slot()
    def _leave_ahead(self) -> None:
        """Go on later where it gave way to something else; where the user stopped it, leave it to the edit."""
        seen = self._sees_ahead
        if not self._gave_way:
            self._expects_edits = self._alone = False
        self._end_ahead(None, seen=seen)

    @Slot(object)
    def _end_ahead(self, _result: object, *, seen: bool | None = None) -> None:
        """Come to rest where it was seen; of what nobody saw, nothing is to be shown."""
        was_seen = self._sees_ahead if seen is None else seen
        self._end_unseen()
        self._tell_read()
        if was_seen:
            self._settle()
        else:
            self._read_ahead()

    def run(self, label: Message, work: Work[T], kept: Callable[[], bool] | None = None) -> Job[T]:
        """Run work, and show what it changed; who wants its result asks the job for it.

        It is not stopped before `kept` tells that what the user decided is.
        """
        job = self.jobs.submit(label, work, kept)
        self._give_way()
        job.finished.connect(self._finish)
        job.failed.connect(self._fail)
        job.stopped.connect(self._settle)
        return job

    @Slot(object)
    def _finish(self, result: object) -> None:
        if isinstance(result, pipeline.Outcome) and result.problems:
            self.unread_found.emit(result.problems)
        self._settle()

    @Slot(object)
    def _fail(self, error: Exception) -> None:
        self._expects_edits = self._alone = False
        if isinstance(error, UserError):
            self.problems_found.emit((error,))
        else:
            self.crashed.emit(error)
        self._settle()

    @Slot()
    def _settle(self) -> None:
        """Show what there is now: also work that failed or was stopped may have finished some steps."""
        if self.jobs.current is not self._ahead:
            self._end_unseen()
        self.catch_up()
        self._tell_read()
        self.came_to_rest.emit()
        self._read_ahead()

    @Slot(object)
    def _step(self, step: Step) -> None:
        self.catch_up()
        if self.seen is self.jobs.current:
            self.stepped.emit(step)

    @Slot()
    def catch_up(self) -> None:
        """Say what differs between what is shown and what there is."""
        before, now = self._shown, self.session.state
        if now is not before:
            self._shown = now
            self.changed.emit(_changes(before, now))


def _turn(turn: Callable[[Session], object], session: Session) -> Changes:
    """Take a step back, or do it again; return what differs then."""
    before = session.state
    turn(session)
    return _changes(before, session.state)


def _changes(before: State, now: State) -> Changes:
    """Return what differs between what is shown and what there is."""
    return Changes(
        articles=differing(before.articles, now.articles),
        quotes=differing(before.quotes, now.quotes),
        utterances=differing(before.utterances, now.utterances) | changed_utterances(before, now),
    )


def _begun(label: Message, begin: Callable[[], Work[T]]) -> Work[T]:
    """Make work that is begun in its turn: what it looks up is what there is then."""
    yield Step(0, 0, label)
    return (yield from begin())


def _at_once(label: Message, run: Callable[[], T]) -> Work[T]:
    """Make work of what is done in one go, so that it waits its turn and never holds the window up."""
    yield Step(0, 0, label)
    return run()


def _never() -> bool:
    """Tell that what is done in one go is not kept before it is done."""
    return False
