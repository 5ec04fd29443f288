"""Which version of the program this is."""


def this_version() -> str:
    """Return the version of this program, as its package says."""
    from importlib.metadata import version  # noqa: PLC0415 - 20 ms that few commands have a use for

    return version("crossquote")
