"""One question and its answer, on a thread of its own.

Neither a pipe that is full nor one that stays empty holds up who waits: a child that reads or writes nothing, or half,
can be ended meanwhile.
"""

from threading import Event, Thread
from typing import IO

from crossquote.child.frames import FrameError, read_frame, write_frame
from crossquote.child.trouble import ChildError, Trouble


class Exchange:
    """Writes one frame to `questions`, then reads one frame of at most `most` bytes from `answers`."""

    def __init__(self, questions: IO[bytes], answers: IO[bytes], frame: bytes, most: int) -> None:
        self._over = Event()
        self._came = b""
        self._error: Exception | None = None
        Thread(target=self._run, args=(questions, answers, frame, most), daemon=True).start()

    def _run(self, questions: IO[bytes], answers: IO[bytes], frame: bytes, most: int) -> None:
        try:
            write_frame(questions, frame)
            self._came = read_frame(answers, most)
        except (OSError, EOFError, FrameError, ValueError) as error:  # a ValueError where a pipe is closed meanwhile
            self._error = error
        finally:
            self._over.set()

    def wait(self, seconds: float) -> bool:
        """Tell whether it is over, waiting for at most so long."""
        return self._over.wait(seconds)

    def answer(self) -> bytes:
        """Return the frame that came; a `ChildError` where none did."""
        if isinstance(self._error, FrameError):
            raise ChildError(Trouble.GARBAGE)
        if self._error is not None:
            raise ChildError(Trouble.DIED)
        return self._came
