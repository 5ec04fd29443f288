"""Between the window and the use cases: wishes go down as work, changes and problems come up as signals."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal, Slot

from crossquote.errors import UserError
from crossquote.gui.jobs import Job, JobQueue
from crossquote.gui.models.judgement import changed_utterances
from crossquote.gui.words import say
from crossquote.message import SILENCE
from crossquote.model.changes import Changes
from crossquote.model.review import FindingKey, Ruling, Verdict
from crossquote.model.state import State
from crossquote.model.utterance import Rendition
from crossquote.progress import Step, Work
from crossquote.work.edits import articles as edit
from crossquote.work.edits import review
from crossquote.work.session import Session
from crossquote.work.stages import pipeline


class Bridge(QObject):
    """Runs the use cases over one session and says what came of them."""

    changed = Signal(object)
    problems_found = Signal(object)
    crashed = Signal(object)
    came_to_rest = Signal()

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.jobs = JobQueue(self)
        self.jobs.stepped.connect(self.catch_up)
        self._shown = session.state

    @property
    def state(self) -> State:
        """What is open now."""
        return self.session.state

    def add_files(self, paths: Sequence[Path]) -> Job:
        """Read files as articles."""
        return self._run(say("window.job.reading"), pipeline.add_files(self.session, paths))

    def add_text(self, text: str, name: str, otherwise: str) -> Job:
        """Take a text as an article of the outlet `name`; empty, as the text says, else `otherwise`."""
        return self._run(say("window.job.reading"), pipeline.add_text(self.session, text, name, otherwise))

    def set_language(self, article: str, code: str) -> Job:
        """Take the user's word for the language of an article."""
        return self._run(say("window.job.finding-quotes"), edit.set_language(self.session, article, code))

    def remove_articles(self, articles: Sequence[str]) -> Job:
        """Take articles out of what is open."""
        return self._run(say("window.job.removing"), edit.remove_articles(self.session, articles))

    def pin_base(self, utterance: str, article: str) -> Job:
        """Compare an utterance with another rendition."""
        return self._run(say("window.job.comparing"), edit.pin_base(self.session, utterance, article))

    def unpin_base(self, utterance: str) -> Job:
        """Leave it to the program which rendition an utterance is compared with."""
        return self.edit(lambda session: edit.unpin_base(session, utterance))

    def set_reading_language(self, code: str) -> Job:
        """Read everything in another language."""
        return self._run(say("window.job.translating"), edit.set_reading_language(self.session, code))

    def judge(self, rendition: Rendition, verdict: Verdict | None) -> Job:
        """Give a rendition a verdict, or take it back."""
        return self._run(say("window.job.keeping"), _at_once(lambda: review.judge(self.session, rendition, verdict)))

    def rule_on(self, key: FindingKey, ruling: Ruling | None, reason: str = "") -> Job:
        """Accept or dismiss a finding, or open it again."""
        return self._run(say("window.job.keeping"), _at_once(lambda: review.rule_on(self.session, key, ruling, reason)))

    def keep(self, action: Callable[[Session], object]) -> Job:
        """Do something short that changes the session."""
        return self._run(say("window.job.keeping"), _at_once(lambda: action(self.session)))

    def edit(self, action: Callable[[Session], Work[Any]]) -> Job:
        """Do something after which what is open is grouped and compared anew."""
        return self._run(say("window.job.comparing"), _begun(lambda: action(self.session)))

    def dismiss_alike(self, utterance: str, check: str) -> Job:
        """Dismiss every open finding of one check on one utterance."""
        return self._run(
            say("window.job.keeping"), _at_once(lambda: review.dismiss_alike(self.session, utterance, check))
        )

    def undo(self) -> Job:
        """Take back the last step."""
        return self._run(say("window.job.taking-back"), _at_once(self.session.undo))

    def redo(self) -> Job:
        """Do again the step that was taken back."""
        return self._run(say("window.job.doing-again"), _at_once(self.session.redo))

    def refresh(self) -> Job:
        """Group and compare anew."""
        return self._run(say("window.job.comparing"), pipeline.refresh(self.session))

    def do(self, label: str, action: Callable[[], object], then: Callable[[object], None]) -> Job:
        """Run something short that waits its turn; hand its result to `then`."""
        return self.run(label, _at_once(action), then)

    def change_session(self, session: Session) -> None:
        """Go on with another session; whoever calls closes the one before."""
        self.session = session
        self._settle()

    def run(self, label: str, work: Work[Any], then: Callable[[object], None]) -> Job:
        """Run work that changes nothing in the session; hand its result to `then`."""
        job = self._run(label, work)
        job.finished.connect(then)
        return job

    def _run(self, label: str, work: Work[Any]) -> Job:
        job = self.jobs.submit(label, work)
        job.finished.connect(self._finish)
        job.failed.connect(self._fail)
        job.stopped.connect(self._settle)
        return job

    @Slot(object)
    def _finish(self, result: object) -> None:
        if isinstance(result, pipeline.Outcome) and result.problems:
            self.problems_found.emit(result.problems)
        self._settle()

    @Slot(object)
    def _fail(self, error: Exception) -> None:
        if isinstance(error, UserError):
            self.problems_found.emit((error,))
        else:
            self.crashed.emit(error)
        self._settle()

    @Slot()
    def _settle(self) -> None:
        """Show what there is now: also work that failed or was stopped may have finished some steps."""
        self.catch_up()
        self.came_to_rest.emit()

    @Slot()
    def catch_up(self) -> None:
        """Say what differs between what is shown and what there is."""
        before, now = self._shown, self.session.state
        if now is not before:
            self._shown = now
            self.changed.emit(_changes(before, now))


def _changes(before: State, now: State) -> Changes:
    """Return what differs between what is shown and what there is."""
    judged = changed_utterances(before, now)
    differing = Changes(
        *(
            frozenset(key for key in old.keys() | new.keys() if old.get(key) is not new.get(key))
            for old, new in (
                (before.articles, now.articles),
                (before.quotes, now.quotes),
                (before.utterances, now.utterances),
            )
        )
    )
    return differing | Changes(utterances=judged)


def _begun(begin: Callable[[], Work[Any]]) -> Work[Any]:
    """Make work that is begun in its turn: what it looks up is what there is then."""
    yield Step(0, 0, SILENCE)
    return (yield from begin())


def _at_once(run: Callable[[], object]) -> Work[object]:
    """Make work of what is done in one go, so that it waits its turn and never holds the window up."""
    yield Step(0, 0, SILENCE)
    return run()
