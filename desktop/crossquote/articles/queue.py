"""The queue: files that wait to be read, each followed by those that lie in it, for as long as there is patience."""

from collections import deque

from msgspec import Struct, field

from crossquote.articles.arrival import Arrival, enclosed, hold_depth
from crossquote.articles.clean import with_whole_characters
from crossquote.articles.door import Document, Door
from crossquote.articles.patience import Patience
from crossquote.errors import ErrorCode, UserError
from crossquote.message import message
from crossquote.progress import Step, Work


class Queue(Struct):
    """Files that are being read: those that wait, how many are done, and what went wrong.

    `patience` is what the file in which others lie still has, with all that lies in it, of the `whole` of which each
    file has as much: these come next behind it.
    """

    waiting: deque[Arrival]
    whole: Patience = Patience()
    outer: str = ""
    patience: Patience = Patience()
    done: int = 0
    problems: list[UserError] = field(default_factory=list)

    def step(self) -> Step:
        """Return how far it is, and which file is next."""
        label = message("step.reading", file=with_whole_characters(self.waiting[0].path.name))
        return Step(self.done, self.done + len(self.waiting), label)

    def read_next(self, door: Door, encoding: str | None, step: Step) -> Work[Document | None]:
        """Return the next file as it was read, None where that fails; the files that lie in it are next from now on."""
        arrival = self.waiting.popleft()
        document = yield from self._opened(door, arrival, encoding, step)
        self.done += 1
        if self.patience.left <= 0:
            self._leave_the_rest()
        return document

    def _opened(self, door: Door, arrival: Arrival, encoding: str | None, step: Step) -> Work[Document | None]:
        size = len(arrival.data or b"")
        try:
            if arrival.data is None:
                self.outer, self.patience = str(arrival.path), self.whole
                document = yield from door.read(arrival.path, encoding, step)
            else:
                limit = self.patience.limit(size)
                document = yield from door.read_data(arrival.path, arrival.data, encoding, step, cpu=limit)
            hold_depth(arrival, document)
        except UserError as problem:
            self.problems.append(problem)
            self.patience = self.patience.after(door.spent, size, read=False)
            return None
        self.patience = self.patience.after(door.spent, len(document.data), read=True)
        self.waiting.extendleft(reversed(list(enclosed(arrival, document))))
        return document

    def _leave_the_rest(self) -> None:
        """Leave unread what still waits of a file that had its time, and say so once."""
        before = len(self.waiting)
        while self.waiting and self.waiting[0].data is not None:
            self.waiting.popleft()
        if len(self.waiting) < before:
            self.problems.append(UserError(ErrorCode.UNREADABLE, message("error.rest-slow"), path=self.outer))
