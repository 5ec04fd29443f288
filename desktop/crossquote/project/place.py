"""The place of an open file: whether its path still leads to it."""

import os
from pathlib import Path
from types import TracebackType
from typing import Self


class Place:
    """Where an open file was found; `holds` as long as its path still leads to that very file.

    A file that is renamed or replaced while it is open would go on taking what is written, and nobody would find it.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._file = path.open("rb")

    @property
    def closed(self) -> bool:
        """Whether it is held no more."""
        return self._file.closed

    def holds(self) -> bool:
        """Tell whether the path leads to the file that was opened; of one that is closed by now, it does not."""
        if self.closed:
            return False
        try:
            return os.path.samestat(self._path.stat(), os.fstat(self._file.fileno()))
        except OSError:
            return False

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._file.close()
