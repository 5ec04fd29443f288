"""Installing and removing packages: wholly or not at all, whatever happens half-way.

A package is put together in a hidden folder beside the others, checked and tried out there, and then given its name
in one step. Its name tells its content, so a newer one never takes an older one's folder: the older one goes
afterwards.
"""

import json
import os
import shutil
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, datetime
from itertools import count
from pathlib import Path

from msgspec import Struct

from crossquote.causes import cause_of
from crossquote.errors import ErrorCode, UserError
from crossquote.files import leads_somewhere, leads_to_file, leads_to_folder
from crossquote.message import message
from crossquote.paths import make_own, make_private
from crossquote.progress import Work
from crossquote.translation.digests import file_digest
from crossquote.translation.metadata import Metadata
from crossquote.translation.package_files import copy_members, members_of
from crossquote.translation.packages import LanguagePackage, PackagePlace, Shelf, find_packages, read_package
from crossquote.translation.probe import try_package
from crossquote.translation.routes import package_code
from crossquote.translation.soundness import check_folder
from crossquote.translation.verify import RECORD, is_whole

SUFFIX = ".argosmodel"
_NEW, _GONE = ".new-", ".gone-"
_STALE_SECONDS = 3600.0
TryOut = Callable[[Path], Work[tuple[str, ...]]]


class Installed(Struct, frozen=True):
    """What came of installing several packages: those that are there now, and what was wrong with the others."""

    packages: tuple[LanguagePackage, ...]
    problems: tuple[UserError, ...] = ()


def install_packages(paths: Iterable[Path], shelf: Path) -> Work[Installed]:
    """Install every package in `paths`: `.argosmodel` files, package folders, or folders that hold such."""
    packages: list[LanguagePackage] = []
    problems: list[UserError] = []
    for path in paths:
        try:
            for source in _sources(path):
                try:
                    packages.append((yield from install_package(source, shelf)))
                except UserError as error:
                    problems.append(error)
        except UserError as error:
            problems.append(error)
    return Installed(tuple(packages), tuple(problems))


def _sources(path: Path) -> Iterator[Path]:
    """Yield the packages that `path` is or holds, down to folders in folders (as on a USB stick)."""
    if leads_to_folder(path) and not leads_to_file(path / "metadata.json"):
        found = sorted({*path.glob(f"*{SUFFIX}"), *path.glob(f"*/*{SUFFIX}")})
        found += sorted(inner.parent for inner in path.glob("*/metadata.json"))
        if not found:
            raise UserError(ErrorCode.PACKAGE, message("error.no-package-in-folder", suffix=SUFFIX), path=str(path))
        yield from found
    elif leads_somewhere(path):
        yield path
    else:
        raise UserError(ErrorCode.MISSING, message("error.no-file-or-folder"), path=str(path))


def install_package(source: Path, shelf: Path, try_out: TryOut = try_package) -> Work[LanguagePackage]:
    """Install the package in `source`; what was there of its language pair stays until the new one is in place."""
    try:
        make_private(shelf)
        sweep(shelf)
        new = Path(tempfile.mkdtemp(prefix=_NEW, dir=shelf))
    except OSError as error:
        raise _unwritable(shelf, error) from error
    try:
        yield from _fill(new, source, shelf)
        metadata = _checked(new, source)
        yield from _tried(new, source, try_out)
        package = _place(new, shelf, metadata, source)
    except OSError as error:
        raise _unwritable(source if error.filename == str(source) else shelf, error) from error
    finally:
        shutil.rmtree(new, ignore_errors=True)
    _remove_others(package, shelf)
    return package


def _fill(new: Path, source: Path, shelf: Path) -> Work[None]:
    with members_of(source) as members:
        needed = sum(member.size for member in members)
        if shutil.disk_usage(shelf).free < needed * 1.05:
            raise UserError(ErrorCode.WRITE, message("error.no-room", megabytes=needed // 1024**2 + 1), path=str(shelf))
        yield from copy_members(members, new, source)


def _checked(new: Path, source: Path) -> Metadata:
    try:
        return check_folder(new)
    except UserError as error:
        raise _of(source, error) from error


def _tried(new: Path, source: Path, try_out: TryOut) -> Work[tuple[str, ...]]:
    try:
        return (yield from try_out(new))
    except UserError as error:
        raise _of(source, error) from error


def _of(source: Path, error: UserError) -> UserError:
    """Return the error as that of the file the user named."""
    return UserError(error.code, error.message, path=str(source))


def _place(new: Path, shelf: Path, metadata: Metadata, source: Path) -> LanguagePackage:
    """Give the checked folder `new` its name, in one step."""
    digests = {path.relative_to(new).as_posix(): file_digest(path) for path in sorted(new.rglob("*")) if path.is_file()}
    content = "".join(f"{name} {digest}\n" for name, digest in digests.items())
    record = {"installed": datetime.now(UTC).isoformat(timespec="seconds"), "source": source.name, "files": digests}
    _write_durably(new / RECORD, json.dumps(record, indent=1))
    version = metadata.version.replace(".", "_")
    (new / ".content").write_text(content, encoding="utf-8")
    name = f"{package_code(metadata.pair)}-{version}-{file_digest(new / '.content')[:8]}"
    (new / ".content").unlink()
    final = next(place for place in _places(shelf, name) if not leads_somewhere(place) or is_whole(place))
    if not leads_somewhere(final):
        new.rename(final)
        _sync(shelf)
    return read_package(final, PackagePlace.OURS)


def _places(shelf: Path, name: str) -> Iterator[Path]:
    """Yield the folders that a package may have: the first one that is free, or holds the very same."""
    yield shelf / name
    yield from (shelf / f"{name}-{number}" for number in count(2))


def _remove_others(package: LanguagePackage, shelf: Path) -> None:
    """Remove what else was installed of the package's language pair; a folder that the user put there stays."""
    for other in find_packages([Shelf(shelf, PackagePlace.OURS)]).packages:
        alike = other.pair == package.pair and other.sample == package.sample
        if alike and other.folder != package.folder and leads_to_file(other.folder / RECORD):
            remove_package(other)


def remove_package(package: LanguagePackage) -> None:
    """Remove a package: it is gone from the list in one step, and from the disk right after."""
    if package.place is PackagePlace.SHIPPED:
        raise UserError(ErrorCode.PACKAGE, message("error.package-shipped"), path=str(package.folder))
    shelf = package.folder.parent
    try:
        gone = Path(tempfile.mkdtemp(prefix=_GONE, dir=shelf))
        package.folder.rename(gone / package.folder.name)
        _sync(shelf)
        shutil.rmtree(gone, ignore_errors=True)
    except OSError as error:
        raise _unwritable(package.folder, error) from error


def sweep(shelf: Path) -> None:
    """Clear away what an installation or a removal that was killed has left behind."""
    for path in shelf.glob(".*"):
        if path.name.startswith((_NEW, _GONE)) and time.time() - path.stat().st_mtime > _STALE_SECONDS:
            shutil.rmtree(path, ignore_errors=True)


def _write_durably(path: Path, text: str) -> None:
    with open(path, "x", encoding="utf-8", opener=make_own) as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())


def _sync(folder: Path) -> None:
    """See that a folder's entries reach the disk, where the system has a way."""
    if not hasattr(os, "O_DIRECTORY"):
        return
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _unwritable(path: Path, error: OSError) -> UserError:
    return UserError(ErrorCode.WRITE, message("error.package-not-written", reason=cause_of(error)), path=str(path))
