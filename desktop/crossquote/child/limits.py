"""What one answer of a child may cost."""

import math
import sys

from msgspec import Struct

WATCHED = sys.platform == "darwin"
"""Whether the parent has to watch a child's memory: where the system does not hold a process to a limit of its own."""
_GRACE = 5
"""Seconds that a child gets beyond its time before it ends itself, in case its parent is no more."""


class Limits(Struct, frozen=True):
    """What one answer may cost: `seconds` by the clock, and bytes of `memory`, of `output`, and `written` to one file.

    `memory` is the whole process's; None leaves it free. Windows has no limit for files. `cpu` are seconds in which the
    process works: as many on a machine that has much else to do, which takes longer by the clock.
    """

    seconds: float
    memory: int | None
    output: int
    written: int = 0
    cpu: float = math.inf


if sys.platform == "win32":  # there the parent holds the child's job to the limits

    def hold_process(memory: int | None, written: int) -> None:
        """Do nothing: the job that the parent put this process in has its limit."""

    def end_after(cpu: float, seconds: float) -> None:
        """Do nothing: the parent looks at how long the job works, and the job ends with it."""

else:
    import resource
    import signal

    def hold_process(memory: int | None, written: int) -> None:
        """Hold this process to `memory` bytes, and each file to `written`; none is written of its death.

        Where the user holds it to less, that stays.
        """
        held = {resource.RLIMIT_CORE: 0, resource.RLIMIT_FSIZE: written}
        if memory is not None:
            held[resource.RLIMIT_AS] = memory
        for kind, wanted in held.items():
            _, hard = resource.getrlimit(kind)
            most = wanted if hard == resource.RLIM_INFINITY else min(wanted, hard)
            resource.setrlimit(kind, (most, most))

    def end_after(cpu: float, seconds: float) -> None:
        """Let the system end this process when it has worked for `cpu` seconds, and some time after `seconds`.

        Each is taken back by 0.
        """
        signal.signal(signal.SIGPROF, signal.SIG_DFL)
        signal.signal(signal.SIGALRM, signal.SIG_DFL)
        signal.setitimer(signal.ITIMER_PROF, cpu if math.isfinite(cpu) else 0)
        signal.setitimer(signal.ITIMER_REAL, seconds + _GRACE if seconds else 0)
