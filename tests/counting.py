"""How much work something is, by the calls it makes: the same on every machine, whatever else runs there."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType


@contextmanager
def counted(name: str = "") -> Iterator[list[int]]:
    """Give a list whose one number is how many functions are called; of those not written in Python, that of `name`."""
    calls = [0]

    def count(_frame: FrameType, event: str, argument: object) -> None:
        calls[0] += getattr(argument, "__name__", "") == name and event == "c_call" if name else event == "call"

    before = sys.getprofile()
    sys.setprofile(count)
    try:
        yield calls
    finally:
        sys.setprofile(before)
