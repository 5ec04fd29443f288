"""Which version of the program this is."""

from functools import cache


def this_version() -> str:
    """Return the version of this program, as its package says."""
    return _installed()


@cache
def _installed() -> str:
    """Read what stays as it is: a report names it several times, and each reading of a package's papers takes 3 ms."""
    from importlib.metadata import version  # noqa: PLC0415 - 20 ms that few commands have a use for

    return version("crossquote")
