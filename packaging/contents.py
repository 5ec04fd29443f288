"""What is really inside a frozen program: which parts its files came from, with version, licence and licence texts.

Read from PyInstaller's own lists of what it took from where, less what pruning removed.
"""

import ast
import platform
import re
import shutil
import subprocess
import sysconfig
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from importlib.metadata import Distribution, distribution, distributions
from pathlib import Path, PurePath
from typing import Any

from msgspec import Struct
from product import BUILD, ROOT
from program import FOLDER

KNOWN = ROOT / "packaging" / "licences"
LISTS = BUILD / "work" / "crossquote"
COMMON = Path("/usr/share/common-licenses")
_TEXTS = ("LICENSE", "LICENCE", "COPYING", "NOTICE", "AUTHORS")
_CLASSIFIERS = {"MIT License": "MIT", "BSD License": "BSD-3-Clause", "Apache Software License": "Apache-2.0"}


class Component(Struct, frozen=True):
    """Something of somebody else's that the program brings along."""

    name: str
    version: str
    licence: str
    home: str = ""
    address: str = ""
    texts: tuple[str, ...] = ()


def collected(lists: Path = LISTS, program: Path = FOLDER) -> frozenset[Path]:
    """Return the files that the program's own were made from: its modules, and what still lies in its folder."""
    modules = ast.literal_eval((lists / "PYZ-00.toc").read_text(encoding="utf-8"))[1]
    everything = ast.literal_eval((lists / "COLLECT-00.toc").read_text(encoding="utf-8"))[0]
    inside = program / "_internal"
    kept = [source for target, source, _ in everything if source and ((inside / target).exists())]
    return frozenset(Path(source).resolve() for source in (*(entry[1] for entry in modules), *kept) if source != "-")


def parts(files: Iterable[Path], program: Path = FOLDER) -> list[Component]:
    """Return the parts that `files` belong to, by name: Python, packages, what they carry, libraries of the system."""
    known, sources = read_known(), set(files)
    found = [_python(), _package(distribution("pyinstaller"), known)]
    found += [_package(each, known) for each in sorted(distributions(), key=_name) if _is_in(each, sources)]
    names = [folded(each.name) for each in found] + ["crossquote"]
    inner = {within: None for name in names for within in _strings(known.get(name, {}).get("within"))}
    found += [_carried(name, known) for name in inner if _is_there(known[name], program)]
    return sorted([*found, *_system_parts(sources)], key=lambda part: part.name.casefold())


def read_known() -> dict[str, dict[str, Any]]:
    """Return what is known of parts beyond their own metadata, by name."""
    return tomllib.loads((KNOWN / "known.toml").read_text(encoding="utf-8"))


def _name(package: Distribution) -> str:
    return folded(package.name)


def folded(name: str) -> str:
    """Return the name of a part as the package index folds it, under which it is looked up."""
    return name.casefold().replace("_", "-")


def _is_in(package: Distribution, sources: set[Path]) -> bool:
    if package.name in ("crossquote", "pyinstaller"):
        return False
    return any(Path(str(package.locate_file(file))).resolve() in sources for file in package.files or [])


def _package(package: Distribution, known: dict[str, dict[str, Any]]) -> Component:
    entry = known.get(_name(package), {})
    texts = [_known_text(str(name)) for name in _strings(entry.get("texts"))]
    texts += [_read(package.locate_file(file)) for file in package.files or [] if _is_text(file)]
    return Component(
        package.name,
        package.version,
        str(entry.get("licence") or _licence(package)),
        _home(package),
        f"pkg:pypi/{package.name.lower()}@{package.version}",
        tuple(texts),
    )


def _licence(package: Distribution) -> str:
    said = _told(package, "License-Expression") or _told(package, "License")
    if said and said != "UNKNOWN" and "\n" not in said:
        return said
    for line in package.metadata.get_all("Classifier") or []:
        last = line.rpartition(" :: ")[2]
        if line.startswith("License ::") and last in _CLASSIFIERS:
            return _CLASSIFIERS[last]
    return "unknown"


def _told(package: Distribution, key: str) -> str:
    return str(next(iter(package.metadata.get_all(key) or []), ""))


def _is_text(file: PurePath) -> bool:
    return ".dist-info" in str(file) and file.name.upper().startswith(_TEXTS)


def _read(place: object) -> str:
    path = Path(str(place))
    return path.read_text(encoding="utf-8", errors="replace") if path.is_file() else ""


def _home(package: Distribution) -> str:
    for line in package.metadata.get_all("Project-URL") or []:
        label, _, address = line.partition(", ")
        if label.lower() in ("homepage", "home", "source", "repository", "source code"):
            return str(address)
    return _told(package, "Home-page") or f"https://pypi.org/project/{package.name}/"


def _carried(name: str, known: dict[str, dict[str, Any]]) -> Component:
    entry = known[name]
    whose = entry.get("version_of")
    version = str(entry.get("version") or (distribution(str(whose)).version if whose else ""))
    texts = tuple(_known_text(text) for text in _strings(entry.get("texts")))
    return Component(name, version, str(entry["licence"]), str(entry.get("home", "")), texts=texts)


def _is_there(entry: dict[str, object], program: Path) -> bool:
    return "globs" not in entry or bool(claimed(entry, program))


def claimed(entry: Mapping[str, object], program: Path) -> set[Path]:
    """Return the files in `program` that an entry of what is known names as its own."""
    inside = program / "_internal"
    return {path.relative_to(inside) for glob in _strings(entry.get("globs")) for path in inside.glob(glob)}


def _strings(value: object) -> list[str]:
    return [str(each) for each in value] if isinstance(value, list) else []


def _python() -> Component:
    version = platform.python_version()
    places = [Path(sysconfig.get_path("stdlib"), "LICENSE.txt"), Path(sysconfig.get_path("data"), "LICENSE.txt")]
    texts = tuple(place.read_text(encoding="utf-8") for place in places if place.is_file())
    return Component(
        "Python", version, "Python-2.0", "https://www.python.org/", f"pkg:generic/python@{version}", texts[:1]
    )


@cache
def _known_text(name: str) -> str:
    return (KNOWN / name).read_text(encoding="utf-8")


def system_owners(sources: Iterable[Path]) -> dict[Path, str]:
    """Return the Debian package of each library of the system among `sources`; nothing where there is no dpkg."""
    libraries = sorted(str(path) for path in sources if str(path).startswith(("/lib", "/usr/lib")))
    if not libraries or shutil.which("dpkg-query") is None:
        return {}
    # A library below /usr/lib may be known to dpkg by its old place below /lib.
    places = [*libraries, *(path.removeprefix("/usr") for path in libraries)]
    told = subprocess.run(["dpkg-query", "-S", *places], capture_output=True, text=True, check=False).stdout
    pairs = [(line.partition(":")[0], line.rpartition(": ")[2]) for line in told.splitlines()]
    return {Path(place).resolve(): package for package, place in pairs}


def _system_parts(sources: set[Path]) -> Iterator[Component]:
    for name in sorted(set(system_owners(sources).values())):
        shown = subprocess.run(
            ["dpkg-query", "-W", "-f=${Version}\t${Homepage}\t${Architecture}\n", name],
            capture_output=True, text=True, check=True,
        ).stdout.splitlines()[0]  # fmt: skip
        version, home, system = shown.split("\t")
        notice = _read(Path("/usr/share/doc", name, "copyright"))
        texts = (notice, *map(_read, common_licences(notice)))
        yield Component(
            name, version, debian_licence(notice), home, f"pkg:deb/debian/{name}@{version}?arch={system}", texts
        )


def common_licences(notice: str) -> list[Path]:
    """Return the files with the texts that a Debian copyright file only refers to; there are none on other systems."""
    named = {name.rstrip(".") for name in re.findall(r"/usr/share/common-licenses/([\w.+-]+)", notice)}
    return [COMMON / name for name in sorted(named) if (COMMON / name).is_file()]


def debian_licence(notice: str) -> str:
    """Return the short names of the licences that a Debian copyright file names, or "see the notice"."""
    names = {line.removeprefix("License:").strip() for line in notice.splitlines() if line.startswith("License:")}
    return ", ".join(sorted(name for name in names if name)) or "see the notice"
