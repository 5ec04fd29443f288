"""What arrives to be read: files, those in folders, and those that lie in other files."""

import os
import re
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path, PurePosixPath

from msgspec import Struct

from crossquote.articles.beside_page import pages_beside
from crossquote.articles.door import Document
from crossquote.articles.hidden import is_hidden
from crossquote.errors import ErrorCode, UserError
from crossquote.files import along, leads_to_file, leads_to_folder
from crossquote.message import message

_DEEPEST = 3
"""So many files may lie in one another: an attachment of a message of a mailbox in an archive."""
_ARCHIVE = "zip"
_ADDRESS = re.compile(r"(https?):/+")
"""How an address begins that was taken for a path."""
_MOST_FILES = 10_000


class Arrival(Struct, frozen=True):
    """A file that is to be read: where it lies; its bytes, where it lies in another; the formats of those around it."""

    path: Path
    data: bytes | None = None
    within: tuple[str, ...] = ()


def arrive(path: Path) -> tuple[Arrival, ...]:
    """Return what is to be read of a path that a user names: the file, or all files of the folder."""
    if (address := _ADDRESS.match(path.as_posix())) and not leads_to_file(path):
        told = message("error.address-no-file", address=f"{address[1]}://{path.as_posix()[address.end() :]}")
        raise UserError(ErrorCode.FORMAT, told, path=str(path))
    return tuple(map(Arrival, _files(path))) if leads_to_folder(path) else (Arrival(path),)


def without_parts(paths: Sequence[Path]) -> Iterator[Path]:
    """Yield what a user names, without the folders of pages that are named too: file managers take both along."""
    named = frozenset(paths)
    pages = pages_beside(filter(leads_to_folder, named))
    return (path for path in paths if pages.get(path) not in named)


def outermost(path: Path) -> Path:
    """Return the file that a path leads to, or into: one that lies in another file is read with that."""
    return next((place for place in along(path) if leads_to_file(place)), path)


def _files(folder: Path) -> list[Path]:
    """Return the files in a folder and its folders, as many as can be added at once."""
    found = list(islice(files_in(folder), _MOST_FILES + 1))
    if len(found) > _MOST_FILES:
        raise UserError(ErrorCode.TOO_LARGE, message("error.folder-too-full", most=_MOST_FILES), path=str(folder))
    return found


def files_in(folder: Path) -> Iterator[Path]:
    """Yield the files in a folder and its folders, in order; without hidden ones, links, pipes and parts of pages.

    A `UserError` where there are none, or nobody may look.
    """
    found = False
    closed: list[OSError] = []
    for place, folders, files in os.walk(folder, onerror=closed.append):
        seen = sorted(name for name in folders if not is_hidden(name))
        pages = pages_beside(Path(place, name) for name in seen)
        folders[:] = [name for name in seen if Path(place, name) not in pages]
        for path in (Path(place, name) for name in sorted(files) if not is_hidden(name)):
            if leads_to_file(path) and not path.is_symlink():
                found = True
                yield path
    if closed and not found:
        raise UserError(ErrorCode.PERMISSION, message("error.not-allowed"), path=str(folder))
    if not found:
        raise UserError(ErrorCode.EMPTY, message("error.folder-empty"), path=str(folder))


def hold_depth(arrival: Arrival, document: Document) -> None:
    """Raise a `UserError` where a file holds others and lies too deep in others itself: an archive in an archive."""
    name = document.reader.name
    if document.files and (len(arrival.within) >= _DEEPEST or (name == _ARCHIVE and _ARCHIVE in arrival.within)):
        told = message("error.nested", format=message(f"format.{name}"))
        raise UserError(ErrorCode.FORMAT, told, path=str(document.path))


def enclosed(arrival: Arrival, document: Document) -> Iterator[Arrival]:
    """Yield the files that lie in one that was read: their paths go on where it lies, whatever their names are."""
    within = (*arrival.within, document.reader.name)
    for file in document.files:
        yield Arrival(document.path.joinpath(*_harmless(file.name)), file.data, within)


def _harmless(name: str) -> list[str]:
    """Return the parts of a name in an archive, without those that lead elsewhere, nor signs that no name has.

    A colon would lead to another drive of Windows, or into a stream of a file.
    """
    whole = "".join(char if char.isprintable() else "\ufffd" for char in name.replace("\\", "/").replace(":", "_"))
    parts = [part for part in PurePosixPath(whole).parts if part not in ("/", "..", ".")]
    return parts or ["\ufffd"]
