"""How much memory a process has, for where the system does not hold it to a limit."""

import subprocess

_PATIENCE = 5


def memory_of(process: int) -> int | None:
    """Return the bytes of memory that the process of that number has, None where that can't be told."""
    try:
        told = subprocess.run(  # noqa: S603 - a number is all that is put in
            ["/bin/ps", "-o", "rss=", "-p", str(process)],
            capture_output=True,
            check=True,
            timeout=_PATIENCE,
        ).stdout
        return int(told) * 1024
    except (OSError, subprocess.SubprocessError, ValueError):
        return None
