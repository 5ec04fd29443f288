"""The files of a package to install, from an archive or a folder: hostile until looked at, capped while copied."""

import os
import stat
import zipfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path, PurePosixPath
from typing import IO

from msgspec import Struct

from crossquote.causes import cause_of
from crossquote.files import leads_to_folder
from crossquote.message import message
from crossquote.notation import open_ordinary
from crossquote.paths import NoOrdinaryFileError, make_own
from crossquote.progress import Step, Work
from crossquote.translation.metadata import broken
from crossquote.translation.soundness import is_of_use
from crossquote.zip_directory import directory_size

MOST_BYTES = 2 * 1024**3
"""No language package comes near this, unpacked."""
_MOST_FILES = 10_000
_RATIO, _RATIO_FROM = 200, 16 * 1024 * 1024
_MOST_DIRECTORY = 2 * 1024 * 1024
_BLOCK = 1024 * 1024
_DAMAGED = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError, OverflowError)


class Member(Struct, frozen=True):
    """A file of a package that is of use: its name below the package's folder, its size, and its bytes."""

    name: str
    size: int
    open: Callable[[], IO[bytes]]


@contextmanager
def members_of(path: Path) -> Iterator[tuple[Member, ...]]:
    """Give the files of use of the package in `path`, an archive or a folder; a `UserError` where it can't be one."""
    if leads_to_folder(path):
        yield tuple(_folder_members(path))
        return
    try:
        _hold_directory(path)
        with zipfile.ZipFile(path) as archive:
            yield _archive_members(path, archive)
    except NoOrdinaryFileError as error:
        raise broken(path, cause_of(error)) from error
    except _DAMAGED as error:
        raise broken(path, message("package.archive-damaged")) from error


def copy_members(members: tuple[Member, ...], folder: Path, source: Path) -> Work[None]:
    """Copy `members` into `folder`, not one byte more than they said, and see that they reach the disk."""
    total = sum(member.size for member in members)
    done = 0
    for member in members:
        target = folder / member.name
        target.parent.mkdir(mode=0o700, exist_ok=True)
        copied = 0
        with member.open() as original, open(target, "xb", opener=make_own) as copy:
            while block := original.read(_BLOCK):
                copied += len(block)
                if copied > member.size:
                    raise broken(source, message("package.file-larger-than-said", file=member.name))
                copy.write(block)
                yield Step(done + copied, total, message("step.copying", file=source.name))
            copy.flush()
            os.fsync(copy.fileno())
        if copied != member.size:
            raise broken(source, message("package.file-cut-short", file=member.name))
        done += copied


def _hold_directory(path: Path) -> None:
    """Refuse an archive whose list of files is larger than any package's: it is read whole before it can be counted."""
    try:
        with open_ordinary(path) as file:
            size = directory_size(file)
    except ValueError as error:
        raise broken(path, message("package.unpacks-too-large")) from error
    if size > _MOST_DIRECTORY:
        raise broken(path, message("package.unpacks-too-large"))


def _archive_members(path: Path, archive: zipfile.ZipFile) -> tuple[Member, ...]:
    entries = archive.infolist()
    if len(entries) > _MOST_FILES or sum(entry.file_size for entry in entries) > MOST_BYTES:
        raise broken(path, message("package.unpacks-too-large"))
    for entry in entries:
        _check_entry(path, entry)
    files = {entry.filename: entry for entry in entries if not entry.is_dir()}
    if len({name.casefold() for name in files}) != len([entry for entry in entries if not entry.is_dir()]):
        raise broken(path, message("package.same-file-twice"))
    root = _root(path, list(files))
    return tuple(
        Member(name.removeprefix(root), entry.file_size, partial(archive.open, entry))
        for name, entry in files.items()
        if name.startswith(root) and is_of_use(name.removeprefix(root))
    )


def _check_entry(path: Path, entry: zipfile.ZipInfo) -> None:
    name = entry.filename
    parts = PurePosixPath(name).parts
    if name.startswith("/") or ".." in parts or any(letter in name for letter in "\\:\0") or not parts:
        raise broken(path, message("package.writes-outside", name=repr(name[:80])))
    kind = stat.S_IFMT(entry.external_attr >> 16)
    if kind not in (0, stat.S_IFREG, stat.S_IFDIR):
        raise broken(path, message("package.link-or-device", name=repr(name[:80])))
    if entry.flag_bits & 1:
        raise broken(path, message("package.encrypted"))
    if entry.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        raise broken(path, message("package.packed-otherwise"))
    if entry.file_size > _RATIO_FROM and entry.file_size > _RATIO * max(1, entry.compress_size):
        raise broken(path, message("package.file-unpacks-too-large", name=repr(name[:80])))


def _root(path: Path, names: list[str]) -> str:
    """Return the folder inside of the archive that holds the package, with its slash; empty for the top."""
    found = [name for name in names if PurePosixPath(name).name == "metadata.json" and name.count("/") <= 1]
    if len(found) != 1:
        raise broken(path, message("package.no-metadata" if not found else "package.several"))
    return found[0].removesuffix("metadata.json")


def _folder_members(folder: Path) -> Iterator[Member]:
    total = 0
    for path in sorted([*folder.glob("*"), *folder.glob("model/*")]):
        name = path.relative_to(folder).as_posix()
        if not is_of_use(name):
            continue
        state = path.lstat()
        if not stat.S_ISREG(state.st_mode) or path.parent.is_symlink():
            raise broken(folder, message("package.link-or-device", name=repr(name)))
        total += state.st_size
        if total > MOST_BYTES:
            raise broken(folder, message("package.too-large"))
        yield Member(name, state.st_size, partial(_opened, path))


def _opened(path: Path) -> IO[bytes]:
    return path.open("rb")
