"""A net under tests with hostile input: what should take a moment must not take for ever."""

import faulthandler
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def no_hang(seconds: float = 100) -> Iterator[None]:
    """End the run with a traceback where the block has not ended after so long; it measures nothing else.

    The inputs are so large that work in proportion to their square would reach the net, and slow machines do not.
    """
    faulthandler.dump_traceback_later(seconds, exit=True)
    try:
        yield
    finally:
        faulthandler.cancel_dump_traceback_later()
