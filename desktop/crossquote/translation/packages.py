"""Language packages: the folders that hold one, where they are looked for, and what is known of each."""

from collections.abc import Iterable, Mapping
from enum import StrEnum
from pathlib import Path

from msgspec import Struct
from packaging.version import Version

from crossquote.causes import cause_of
from crossquote.errors import UserError
from crossquote.files import leads_to_file, leads_to_folder
from crossquote.message import Message, message
from crossquote.translation.metadata import Metadata, broken, read_metadata
from crossquote.translation.routes import LanguagePair, call_language, package_code

TOKENIZERS = ("sentencepiece.model", "bpe.model")
"""The files that cut a sentence into tokens; Argos takes the first one that is there."""
_LICENCES = ("LICENSE", "LICENSE.txt", "LICENSE.md", "LICENCE", "COPYING", "README.md", "README")
_LICENCE_BYTES = 256 * 1024


class PackagePlace(StrEnum):
    """Whose folder a package lies in."""

    OURS = "ours"
    SHIPPED = "shipped"
    ARGOS = "argos"


class Shelf(Struct, frozen=True):
    """A folder that holds packages, one folder each."""

    folder: Path
    place: PackagePlace


class LanguagePackage(Struct, frozen=True):
    """An Argos package on this machine: translates one language into one other.

    `size` is in bytes. `sample` is True for those that were made for the sample stories only.
    """

    folder: Path
    place: PackagePlace
    metadata: Metadata
    size: int

    @property
    def pair(self) -> LanguagePair:
        """The language it translates from and the one it translates into."""
        return self.metadata.pair

    @property
    def code(self) -> str:
        """What Argos calls it: `translate-uk_en`."""
        return package_code(self.pair)

    @property
    def version(self) -> str:
        """The package's own version."""
        return self.metadata.version

    @property
    def sample(self) -> bool:
        """Whether it was made for the sample stories only."""
        return self.metadata.sample

    @property
    def model(self) -> Path:
        """The file of its model's weights."""
        return self.folder / "model" / "model.bin"

    @property
    def name(self) -> Message:
        """What it is called: its code and version, from which language into which, and whether it is a sample."""
        return message(
            "package.sample" if self.sample else "package.name",
            code=self.code,
            version=self.version,
            source=call_language(self.metadata.pair[0], self.metadata.from_name),
            target=call_language(self.metadata.pair[1], self.metadata.to_name),
        )


class Found(Struct, frozen=True):
    """The packages that are here, each pair and version once, and what was passed over, with the reason."""

    packages: tuple[LanguagePackage, ...]
    faults: tuple[UserError, ...] = ()

    def best(self, *, samples: Iterable[str] = ()) -> Mapping[LanguagePair, LanguagePackage]:
        """Return one package a pair: real before sample, then the newest; samples only if their code is named."""
        allowed = set(samples)
        chosen: dict[LanguagePair, LanguagePackage] = {}
        for package in sorted(self.packages, key=lambda p: (not p.sample, Version(p.version))):
            if not package.sample or package.code in allowed:
                chosen[package.pair] = package
        return chosen


def find_packages(shelves: Iterable[Shelf]) -> Found:
    """Return the packages on `shelves`, sorted by code and newest first; a folder that is none is a fault."""
    found: dict[tuple[str, str, bool, int], LanguagePackage] = {}
    faults: list[UserError] = []
    seen: set[Path] = set()
    for shelf in shelves:
        for folder in _folders(shelf.folder):
            real = folder.resolve()
            if real in seen:
                continue
            seen.add(real)
            try:
                package = read_package(folder, shelf.place)
            except UserError as fault:
                faults.append(fault)
            else:
                found.setdefault((package.code, package.version, package.sample, package.size), package)
    ordered = sorted(found.values(), key=lambda p: Version(p.version), reverse=True)
    return Found(tuple(sorted(ordered, key=lambda p: p.code)), tuple(faults))


def _folders(shelf: Path) -> list[Path]:
    """Return the folders on a shelf; hidden ones are an installation's own business."""
    try:
        return sorted(path for path in shelf.iterdir() if leads_to_folder(path) and not path.name.startswith("."))
    except OSError:
        return []


def read_package(folder: Path, place: PackagePlace) -> LanguagePackage:
    """Return the package in `folder`; a `UserError` says what is wrong with it. Nothing in it is loaded."""
    metadata = read_metadata(folder)
    lacking = _lacking(folder)
    if lacking:
        raise broken(folder, message("package.lacks", files=lacking))
    try:
        size = sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())
    except OSError as error:
        raise broken(folder, message("package.unreadable", reason=cause_of(error))) from error
    return LanguagePackage(folder, place, metadata, size)


def _lacking(folder: Path) -> tuple[str, ...]:
    """Return the files of which a package folder lacks one to translate with; none where it lacks nothing."""
    if not any(leads_to_file(folder / name) for name in TOKENIZERS):
        return TOKENIZERS
    return () if leads_to_file(folder / "model" / "model.bin") else ("model/model.bin",)


def licence_text(package: LanguagePackage) -> str:
    """Return what a package says of its licence and its makers; empty where it says nothing."""
    for name in _LICENCES:
        path = package.folder / name
        if leads_to_file(path):
            with path.open("rb") as file:
                return file.read(_LICENCE_BYTES).decode("utf-8", errors="replace")
    return ""
