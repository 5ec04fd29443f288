"""Loading: modules and lexicons are many small values, all of which stay, so no garbage is looked for among them."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager

_YOUNG = 50_000
"""So many new values are looked through for garbage at a time, once a command does its work."""


@contextmanager
def loading() -> Iterator[None]:
    """Look for no garbage meanwhile, nor ever among what is loaded: that would cost a tenth of a short command."""
    looked = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        if looked:
            gc.set_threshold(_YOUNG)
            gc.enable()


def leave_the_rest() -> None:
    """Have nothing looked through once more as the program ends: all of it goes with the process."""
    gc.freeze()
