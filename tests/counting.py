"""How much work something is, by the calls it makes: the same on every machine, whatever else runs there."""

import cProfile
import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TypeVar

from crossquote.progress import Work

T = TypeVar("T")


@contextmanager
def counted(name: str = "") -> Iterator[list[int]]:
    """Give a list whose one number is how many functions are called; of those not written in Python, that of `name`.

    The number is there at the end of the block.
    """
    calls = [0]
    profiler = cProfile.Profile(subcalls=False, builtins=bool(name))
    profiler.enable()
    try:
        yield calls
    finally:
        profiler.disable()
    called = ((entry.code, entry.callcount) for entry in profiler.getstats())
    calls[0] = sum(times for code, times in called if not name or (isinstance(code, str) and _is_of(name, code)))


def longest_share(work: Work[T]) -> float:
    """Return which share of all calls of `work` its longest step makes."""
    steps: list[int] = []
    going = True
    while going:
        with counted() as calls:
            going = next(work, None) is not None
        steps.append(calls[0])
    return max(steps) / sum(steps)


def _is_of(name: str, code: str) -> bool:
    """Tell whether a profiler's "<method 'index' of 'list' objects>" or "<built-in method builtins.len>" is `name`."""
    return bool(re.search(rf"[ .']{re.escape(name)}['>]", code))
