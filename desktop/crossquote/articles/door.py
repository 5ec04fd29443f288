"""The door for files: each is read once, by the reader that its content asks for."""

import hashlib
import math
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import MappingProxyType, TracebackType
from typing import TYPE_CHECKING, Self

from msgspec import Struct

from crossquote.articles.beside_page import frames_beside
from crossquote.articles.file import read_bytes
from crossquote.articles.packing import unpacked
from crossquote.articles.plausibility import all_checked
from crossquote.articles.reader import Draft, Enclosed, Hints, Reader, Several, gather_drafts
from crossquote.articles.sniff import READERS, find_reader
from crossquote.child.limits import Limits
from crossquote.errors import ErrorCode, UserError
from crossquote.message import message
from crossquote.progress import Step, Work

READING = Limits(seconds=120, cpu=20, memory=480 * 1024 * 1024, output=48 * 1024 * 1024)
"""What reading one article may cost. Its text is no larger than the largest file, with four bytes for each letter."""

NOTHING_SAID: Mapping[str, str] = MappingProxyType({})

if TYPE_CHECKING:  # loaded for what is not read in the program's own process
    from crossquote.child.worker import Worker


class Document(Struct, frozen=True):
    """A file as it was read: its bytes, the reader whose format it has, and what this made of it.

    `drafts` are its articles, `files` those that lie in it and are to be read by themselves. `path` leads to where it
    lies; that of a file within a file goes on in it.
    """

    path: Path
    data: bytes
    reader: Reader
    drafts: tuple[Draft, ...]
    files: tuple[Enclosed, ...] = ()

    @property
    def draft(self) -> Draft:
        """The article of a file that is one, whatever is attached; a `UserError` where it holds none or several."""
        if len(self.drafts) == 1:
            return self.drafts[0]
        told = message("error.several-articles", count=len(self.drafts) + len(self.files))
        raise UserError(ErrorCode.FORMAT, told, path=str(self.path))


class Door:
    """Reads files one after another, by `readers` and within `limits`, until it is closed.

    `columns` are parts of an article with how tables call them, `encodings` those of files by their digest, as the user
    said. A trusted reader works in this process; every other in a child, which the first file that wants one starts,
    and which is kept for the next. `spent` is how many seconds of the processor the last file took, here and there.
    """

    def __init__(
        self,
        readers: Sequence[Reader] = READERS,
        limits: Limits = READING,
        columns: Sequence[tuple[str, str]] = (),
        encodings: Mapping[str, str] = NOTHING_SAID,
    ) -> None:
        self._readers = readers
        self._columns = tuple(columns)
        self._encodings = encodings
        self._limits = limits
        self._worker: Worker | None = None
        self.spent = 0.0

    def read(self, path: Path, encoding: str | None, step: Step) -> Work[Document]:
        """Return what is in a file; a `UserError` says what is wrong with it and what to do. Yields `step` meanwhile.

        `encoding` is what the user says of it, where it does not say so itself.
        """
        self.spent = 0.0
        data = read_bytes(path)
        return (yield from self.read_data(path, data, encoding, step, frames_beside(path, data)))

    def read_data(
        self,
        path: Path,
        data: bytes,
        encoding: str | None,
        step: Step,
        frames: Sequence[tuple[str, bytes]] = (),
        cpu: float = math.inf,
    ) -> Work[Document]:
        """Return what is in a file of these bytes, which lies at `path`, or in another file: as `read` does.

        A child may work at it for `cpu` seconds where they are fewer than the limits leave it.
        """
        self.spent, began = 0.0, time.thread_time()
        try:
            return (yield from self._read(path, data, encoding, step, frames, cpu))
        finally:
            self.spent += time.thread_time() - began

    def _read(
        self,
        path: Path,
        data: bytes,
        encoding: str | None,
        step: Step,
        frames: Sequence[tuple[str, bytes]],
        cpu: float,
    ) -> Work[Document]:
        content, name = unpacked(data, path)
        said = encoding or (self._encodings.get(hashlib.sha256(data).hexdigest()) if self._encodings else None)
        hints, reader = Hints(str(path), said, self._columns, tuple(frames)), find_reader(content, name, self._readers)
        if reader.trusted:
            made = all_checked(gather_drafts(reader.read(content, hints)))
        else:
            made = yield from self._apart(reader, content, hints, step, cpu)
        return Document(path, data, reader, made.drafts, made.files)

    def _apart(self, reader: Reader, data: bytes, hints: Hints, step: Step, cpu: float) -> Work[Several]:
        from crossquote.articles.child import answer, read_apart  # noqa: PLC0415 - 40 ms that plain text need not pay
        from crossquote.child.worker import Worker  # noqa: PLC0415 - as above

        self._worker = worker = self._worker or Worker(answer, self._limits)
        try:
            return (yield from read_apart(reader, data, hints, worker, step, cpu))
        finally:
            self.spent += worker.spent

    def close(self) -> None:
        """End the child, if there is one."""
        if self._worker is not None:
            self._worker.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()
