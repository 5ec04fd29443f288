"""A real Windows Python, and the project on it: made once in build/windows, and kept."""

import hashlib
import os
import shutil
import subprocess
from pathlib import Path

from msgspec import Struct
from product import BUILD, ROOT

from under_wine.windows import WINE, Windows

HERE = Path(__file__).resolve().parent
FOLDER = BUILD / "windows"
_NEEDED = {
    "python3.11": "python3.11", "x86_64-w64-mingw32-gcc": "gcc-mingw-w64-x86-64", "gendef": "mingw-w64-tools",
    "makensis": "nsis", "Xvfb": "xvfb", "xdotool": "xdotool", "import": "imagemagick",
}  # fmt: skip
_WINDOWS_OWN = ("icuuc.dll", "bcryptprimitives.dll")


def lacking() -> str:
    """Return what has to be installed first, by the names of Debian's packages; empty where nothing lacks."""
    packages = {package for program, package in _NEEDED.items() if shutil.which(program) is None}
    return ", ".join(sorted(packages | (set() if WINE else {"wine64"})))


class Machine(Struct, frozen=True):
    """A Windows with Python on it; `project` is a copy of the project, of which nothing else is written to."""

    windows: Windows
    interpreter: Path
    project: Path

    def python(self, *arguments: str, timeout: float = 3600) -> "subprocess.CompletedProcess[str]":
        """Run Python there, in the project's folder."""
        return self.windows.run(str(self.interpreter), *arguments, folder=self.project, timeout=timeout)


def make_machine(folder: Path = FOLDER) -> Machine:
    """Return the machine in `folder`, made where there is none for what the project depends on now."""
    project, place, stamp = folder / "project", folder / "machine", folder / "made-for"
    wanted = digest([ROOT / "uv.lock", HERE / "make_windows_python.sh"])
    copy_project(project)
    if not stamp.exists() or stamp.read_text(encoding="ascii") != wanted:
        shutil.rmtree(place, ignore_errors=True)
        subprocess.run([str(HERE / "make_windows_python.sh"), str(place), str(project)], check=True)
        stamp.write_text(wanted, encoding="ascii")
    # wine keeps to itself what begins with QT_; the interpreter there puts back what begins with QTX_.
    more = {"QTX_QPA_PLATFORM": "offscreen", "PYTHONDONTWRITEBYTECODE": ""}
    return Machine(Windows(place / "prefix", more=more), place / "python" / "python.exe", project)


def copy_project(target: Path) -> None:
    """Bring `target` up to what the project holds now; what was built there stays."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        check=True,
        capture_output=True,
    )
    names = {name for name in os.fsdecode(listed.stdout).split("\0") if name and (ROOT / name).is_file()}
    gone = (path for path in target.rglob("*") if path.is_file() and path.relative_to(target).as_posix() not in names)
    for path in gone:
        if path.relative_to(target).parts[0] != "build" and "__pycache__" not in path.parts:
            path.unlink()
    for name in names:
        (target / name).parent.mkdir(parents=True, exist_ok=True)
        if not (target / name).exists() or (target / name).stat().st_mtime != (ROOT / name).stat().st_mtime:
            shutil.copy2(ROOT / name, target / name)


def digest(files: list[Path]) -> str:
    """Return a digest of what `files` hold."""
    return hashlib.sha256(b"".join(hashlib.sha256(file.read_bytes()).digest() for file in files)).hexdigest()


def borrow_libraries(machine: Machine, windows: Windows) -> None:
    """Give another Windows the libraries that Windows itself has and wine lacks."""
    for name in _WINDOWS_OWN:
        place = Path("windows", "system32", name)
        shutil.copy(machine.windows.drive / place, windows.drive / place)
