"""A child with all that it may have started itself: started and ended as one."""

import subprocess
import sys
from collections.abc import Mapping, Sequence
from contextlib import suppress
from typing import IO, Any

if sys.platform == "win32":
    from crossquote.child.job import JobObject

    _OWN: Mapping[str, Any] = {"creationflags": subprocess.CREATE_NO_WINDOW}
    _HAD_ITS_TIME = None

    class _Kin:
        """The job that a child is in, with all that it starts: in time, as it does nothing before it is asked."""

        def __init__(self, number: int, memory: int | None) -> None:
            self._job = JobObject(memory)
            self._job.take_in(number)

        def worked(self) -> float:
            return self._job.worked()

        def end(self) -> None:
            self._job.end()

else:
    import os
    import signal

    _OWN: Mapping[str, Any] = {"start_new_session": True}
    _HAD_ITS_TIME = -signal.SIGPROF

    class _Kin:
        """The process group that a child leads. The child itself sees to its limits of memory and of work."""

        def __init__(self, number: int, _memory: int | None) -> None:
            self._leader = number

        def worked(self) -> float:
            return 0.0

        def end(self) -> None:
            with suppress(ProcessLookupError, PermissionError):  # macOS refuses where all of it is dead already
                os.killpg(self._leader, signal.SIGKILL)


class Family:
    """A started child and what it starts: `number` is the process's, `pipes` lead to its input and from its output."""

    def __init__(self, process: "subprocess.Popen[bytes]", questions: IO[bytes], answers: IO[bytes], kin: _Kin) -> None:
        self.number = process.pid
        self.pipes = (questions, answers)
        self._process = process
        self._kin = kin

    def worked(self) -> float:
        """Return for how many seconds the child has worked, where it does not see to that itself; else 0."""
        return self._kin.worked()

    @property
    def had_its_time(self) -> bool:
        """Whether the child, which is ended, was ended by the system as it had worked for as long as it may."""
        return self._process.returncode == _HAD_ITS_TIME

    def end(self) -> None:
        """End them all. Only then is the child waited for: as long as it is not, its number is nobody else's."""
        self._kin.end()
        self._process.wait()
        for pipe in self.pipes:
            pipe.close()


def start_family(command: Sequence[str], environment: Mapping[str, str], memory: int | None) -> Family:
    """Start `command` with pipes to its standard input and output, apart from this program's own processes."""
    process = subprocess.Popen(  # noqa: S603 - the program itself
        command,
        bufsize=0,  # a pipe that one thread waits at can be closed by another
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=environment,
        **_OWN,
    )
    if process.stdin is None or process.stdout is None:
        raise OSError(command)
    return Family(process, process.stdin, process.stdout, _Kin(process.pid, memory))
