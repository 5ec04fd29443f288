"""Verifying: is an installed package still what it was, and does it translate."""

from pathlib import Path

from crossquote.errors import ErrorCode, UserError
from crossquote.message import message
from crossquote.notation import read_json
from crossquote.progress import Step, Work
from crossquote.translation.digests import file_digest
from crossquote.translation.packages import LanguagePackage
from crossquote.translation.probe import try_package
from crossquote.translation.soundness import check_folder

RECORD = "crossquote.json"
"""The file in which an installation notes what it installed."""


def recorded_digests(folder: Path) -> dict[str, str]:
    """Return the digests of a package's files as they were installed; empty where we did not install it."""
    try:
        record = read_json(folder / RECORD)
    except (OSError, ValueError):
        return {}
    files = record.get("files") if isinstance(record, dict) else None
    return {str(name): str(digest) for name, digest in files.items()} if isinstance(files, dict) else {}


def verify_package(package: LanguagePackage) -> Work[str]:
    """Return the SHA-256 of a package's model after making sure that it is whole, loads, and translates."""
    for name in recorded_digests(package.folder):
        yield Step(0, 0, message("step.reading-package", package=package.code))
        if not _is_same(package.folder, name):
            raise UserError(ErrorCode.PACKAGE, message("error.package-changed", name=name), path=str(package.folder))
    check_folder(package.folder)
    yield from try_package(package.folder)
    return file_digest(package.model)


def is_whole(folder: Path) -> bool:
    """Tell whether a package that we installed still has every file as it was."""
    names = recorded_digests(folder)
    return bool(names) and all(_is_same(folder, name) for name in names)


def _is_same(folder: Path, name: str) -> bool:
    path = folder / name
    return path.is_file() and file_digest(path) == recorded_digests(folder).get(name)
