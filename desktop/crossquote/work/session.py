"""The session: holds the state that is current, built once by a face and handed down."""

from typing import TYPE_CHECKING

from crossquote.message import SILENCE, Message
from crossquote.model.changes import Changes, differing
from crossquote.model.coherence import coherent
from crossquote.model.state import State
from crossquote.translation.engine import Translator
from crossquote.work.reviewer import reviewer

if TYPE_CHECKING:  # the command line works without a project, and starts without SQLite
    from crossquote.model.step import StepName
    from crossquote.project.journal import Turned
    from crossquote.project.store import Project
    from crossquote.work.basis import Ahead, Basis, Kept  # as what groups, which only the first edit needs


class Session:
    """Holds the current state, the translator and the project: built once by a face, handed down to the use cases.

    Reading `state` from any thread is safe, since states are frozen; only one piece of work replaces it at a time.
    Without a translator, renditions are compared within their own languages only; without a project, nothing is kept.
    The checks `checks_off` are left out, besides those that the settings switch off. `basis` is what the work so far
    left behind for the next edit to go on from, None where there is nothing; `ahead` is
    one that is being worked out, `kept` what the project's file has of one.
    """

    def __init__(
        self,
        state: State | None = None,
        translator: Translator | None = None,
        project: "Project | None" = None,
        *,
        checks_off: frozenset[str] = frozenset(),
    ) -> None:
        self.state = state or (project.state() if project else State())
        self.translator = translator
        self.project = project
        self.checks_off = checks_off
        self.basis: Basis | None = None
        self.ahead: Ahead | None = None
        self.kept: Kept | None = None

    def find_kept(self) -> bytes | None:
        """Return what the project's file has for the next edit to go on from.

        It is looked for once, before what is open becomes another: what is there is good for what is there now.
        """
        project = self.project
        if self.kept is None and project is not None:
            from crossquote.work.basis import Kept  # noqa: PLC0415 - loaded when it is asked for
            from crossquote.work.build import build  # noqa: PLC0415

            self.kept = Kept(self.state, project.kept_index(build()))
        return self.kept.data if self.kept is not None else None

    def move_to(self, state: State, step: Message = SILENCE) -> Changes:
        """Make `state` the current one and return what differs from the one before.

        `step` names what the user did; without a name this is a further part of the last step.
        Utterances lose the quotes that are gone. When this returns, the project has it on the disk; where it can't
        be written, the state stays as it was.
        """
        if any(getattr(state, kind) is not getattr(self.state, kind) for kind in ("articles", "quotes", "utterances")):
            state = coherent(state, self.state)
            if self.basis is None and self.ahead is None:
                self.find_kept()
        if self.project is not None:
            before = self.state
            state = self.project.record(step, before, state, reviewer()) if step else self.project.join(before, state)
        return self._replace(state)

    def keep(self, state: State) -> Changes:
        """Make `state` the current one though no step led there: it has more in memory, and nothing else changed."""
        if self.project is not None:
            self.project.keep(self.state, state)
        return self._replace(state)

    def undo(self) -> "tuple[StepName | None, Changes]":
        """Take back the last step; return its name, None where there is none, and what changed."""
        return self._turn(self.project.undo() if self.project is not None else None)

    def redo(self) -> "tuple[StepName | None, Changes]":
        """Do the step again that was taken back last; return its name and what changed."""
        return self._turn(self.project.redo() if self.project is not None else None)

    def _turn(self, turned: "Turned | None") -> "tuple[StepName | None, Changes]":
        if turned is None or self.project is None:
            return None, Changes()
        from crossquote.project.codec import make_of  # noqa: PLC0415 - loaded with the project

        made = make_of(self.state, turned.changes)
        if made.held is not made.state:  # what leads nowhere is not to stay in the file
            self.project.keep(made.held, made.state)
        return turned.step, self._replace(made.state)

    def go_to(self, number: int) -> Changes:
        """Take back, or do again, every step up to the one with `number`; 0 stands for the beginning."""
        changes = Changes()
        while self.project is not None:
            done, undone = self.project.next_steps
            if done is not None and done.number > number:
                changes |= self.undo()[1]
            elif undone is not None and undone.number <= number:
                changes |= self.redo()[1]
            else:
                break
        return changes

    def _replace(self, state: State) -> Changes:
        before, self.state = self.state, state
        return Changes(
            articles=differing(before.articles, state.articles),
            quotes=differing(before.quotes, state.quotes),
            utterances=differing(before.utterances, state.utterances),
        )
