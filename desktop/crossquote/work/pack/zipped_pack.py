"""Archives of evidence packs, read without trust: none is unpacked beyond what it says of itself."""

import hashlib
import struct
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path
from typing import IO

from crossquote.export.parts import pack_parts
from crossquote.notation import open_ordinary
from crossquote.progress import Step, Work
from crossquote.work.pack.manifest import looks_like_pack
from crossquote.work.pack.salvage import salvage_parts
from crossquote.zip_directory import directory_size

MOST_PARTS = 20_000
MOST_MANIFEST = 16 * 1024 * 1024
_MOST_PART = 1024 * 1024 * 1024
_MOST = 4 * _MOST_PART
"""What all parts may come to, as the archive says it of them; none is read beyond what it says of itself."""
_PACKED = 100
"""So many times smaller than its parts a pack can be, if these come to much: no text, page or project packs better."""
_MUCH = 64 * 1024 * 1024
"""What is put together in memory, of an archive whose list is lost, is no larger, nor are its parts together."""
_LISTED = 46
"""Bytes that a part takes in that list besides its name (APPNOTE 4.3.12)."""
_MOST_DIRECTORY = MOST_PARTS * 200
"""Bytes of an archive's own list of its parts, which Python holds in memory whole."""
_WAYS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_BLOCK = 1024 * 1024
DAMAGED = (
    zipfile.BadZipFile, zlib.error, struct.error, EOFError, NotImplementedError, RuntimeError, ValueError,
    OverflowError,
)  # fmt: skip
"""What Python raises on an archive, or a part of one, that is none."""


@contextmanager
def open_pack(path: Path) -> Iterator[tuple[zipfile.ZipFile, bool]]:
    """Yield the archive at `path`, and whether it is as it was listed.

    Where its list of parts is gone, or damaged, it is put together of the parts that can still be read. One of
    `DAMAGED` where it is no archive, or could be no pack of ours.
    """
    try:
        _hold_directory(path)
        archive = zipfile.ZipFile(path)
    except (zipfile.BadZipFile, NotImplementedError, UnicodeDecodeError) as error:
        if path.stat().st_size > _MUCH:
            raise
        parts = salvage_parts(path.read_bytes(), _MUCH)
        if not looks_like_pack(parts):
            raise ValueError(str(error)) from error
        with zipfile.ZipFile(BytesIO(pack_parts(parts))) as archive:
            yield archive, False
        return
    with archive:
        _hold_size(archive, path)
        yield archive, True


def has_room_for(sizes: Mapping[str, int]) -> bool:
    """Tell whether parts of these names and sizes, in bytes, are no more than a pack that is read can have."""
    listed = sum(_LISTED + len(name.encode()) for name in sizes)
    listable = len(sizes) <= MOST_PARTS and listed <= _MOST_DIRECTORY
    return listable and max(sizes.values(), default=0) <= _MOST_PART and sum(sizes.values()) <= _MOST


def digest_of(archive: zipfile.ZipFile, name: str, step: Step) -> Work[tuple[str, int]]:
    """Return the SHA-256 of a part, and its size; a KeyError where it is not there, else one of `DAMAGED`."""
    digest, size = hashlib.sha256(), 0
    with _opened(archive, name) as part:
        while block := part.read(_BLOCK):
            yield step
            digest.update(block)
            size += len(block)
            if size > _MOST_PART:
                raise ValueError("too large")
    return digest.hexdigest(), size


def unpack_part(archive: zipfile.ZipFile, name: str, path: Path) -> None:
    """Write a part to a new file; errors as above."""
    with _opened(archive, name) as part, path.open("xb") as file:
        left = _MOST_PART
        while block := part.read(_BLOCK):
            left -= len(block)
            if left < 0:
                raise ValueError("too large")
            file.write(block)


def read_part(archive: zipfile.ZipFile, name: str, most: int) -> bytes:
    """Return a part; errors as above, one that is larger than `most` bytes is damaged."""
    with _opened(archive, name) as part:
        data = part.read(most + 1)
    if len(data) > most:
        raise ValueError("too large")
    return data


def _hold_directory(path: Path) -> None:
    """Raise a ValueError where an archive lists far more than a pack can hold, before anything reads the list.

    BadZipFile where it has no end; one that is larger than 4 GB, or has more than 65,535 parts, is none of ours either.
    """
    with open_ordinary(path) as file:
        if directory_size(file) > _MOST_DIRECTORY:
            raise ValueError("too many parts")


def _hold_size(archive: zipfile.ZipFile, path: Path) -> None:
    infos = archive.infolist()
    if len(infos) > MOST_PARTS or sum(info.file_size for info in infos) > _most(path):
        raise ValueError("too large")


def _most(path: Path) -> int:
    return min(_MOST, max(_MUCH, _PACKED * path.stat().st_size))


def _opened(archive: zipfile.ZipFile, name: str) -> IO[bytes]:
    """Open a part; one that is packed in another way than ours is refused: Python unpacks those without measure."""
    info = archive.getinfo(name)
    if info.compress_type not in _WAYS:
        raise ValueError("packed in another way")
    return archive.open(info)
