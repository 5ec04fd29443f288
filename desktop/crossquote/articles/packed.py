"""Files that are packed in a zip archive: their parts, read in memory alone and no more of them than may be."""

import io
import stat
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from crossquote.articles.damage import damaged, locked, too_large_inside
from crossquote.articles.reader import Hints

if TYPE_CHECKING:  # only the child pays for it
    from zipfile import ZipFile, ZipInfo

MOST_BYTES = 40 * 1024 * 1024
"""What the parts of one archive that are read may come to, unpacked."""
MOST_PARTS = 10_000
_ENCRYPTED = 0x1
_STORED, _DEFLATED = 0, 8


class Packed:
    """An archive of the format `name`. Whatever is wrong with it is a `UserError`; nothing is written anywhere."""

    def __init__(self, archive: "ZipFile", name: str, hints: Hints) -> None:
        self._archive, self._name, self._hints = archive, name, hints
        self._left = MOST_BYTES
        self._parts = {info.filename: info for info in archive.infolist() if _is_file(info)}

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the files in it, in its order: no folders, no links."""
        return tuple(self._parts)

    def read(self, name: str) -> bytes | None:
        """Return the bytes of a part, None where there is no such part."""
        info = self._parts.get(name)
        return None if info is None else self._unpacked(info)

    def _unpacked(self, info: "ZipInfo") -> bytes:
        if info.flag_bits & _ENCRYPTED:
            raise locked(self._name, self._hints)
        if info.compress_type not in (_STORED, _DEFLATED):
            raise damaged(self._name, self._hints)
        try:
            with self._archive.open(info) as part:
                data = part.read(self._left + 1)
        except _troubles() as error:
            raise damaged(self._name, self._hints) from error
        self._left -= len(data)
        if self._left < 0:
            raise too_large_inside(self._name, self._hints)
        return data


def _is_file(info: "ZipInfo") -> bool:
    return not info.is_dir() and not stat.S_ISLNK(info.external_attr >> 16)


def _troubles() -> tuple[type[Exception], ...]:
    """Return what reading an archive that is not as it should be can raise."""
    from zipfile import BadZipFile  # noqa: PLC0415 - as below

    return BadZipFile, zlib.error, EOFError, OSError, ValueError, KeyError, RuntimeError


@contextmanager
def unpack(data: bytes, name: str, hints: Hints) -> Iterator[Packed]:
    """Give the archive in `data`, which is of the format `name`."""
    from zipfile import ZipFile  # noqa: PLC0415 - only the child pays for it

    try:
        archive = ZipFile(io.BytesIO(data))
    except _troubles() as error:
        raise damaged(name, hints) from error
    with archive:
        if len(archive.infolist()) > MOST_PARTS:
            raise too_large_inside(name, hints)
        yield Packed(archive, name, hints)
