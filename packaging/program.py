"""The frozen program: freezing it, where it lies, and its self-test."""

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

from icons import write_icons
from product import BUILD, ROOT

FOLDER = BUILD / "dist" / "crossquote"
BUNDLE = BUILD / "dist" / "Crossquote.app"
# What belongs to the interpreter that builds; the frozen program must do without.
_OURS = ("PYTHON", "VIRTUAL_ENV", "UV", "LD_LIBRARY_PATH", "CROSSQUOTE", "ARGOS", "XDG_")


def freeze() -> None:
    """Freeze the program into a folder of its own."""
    shutil.rmtree(FOLDER, ignore_errors=True)
    write_icons(ROOT / "resources" / "icons" / "crossquote.svg", BUILD / "icons")
    arguments = ["--noconfirm", "--log-level=ERROR", f"--distpath={FOLDER.parent}", f"--workpath={BUILD / 'work'}"]
    spec = ROOT / "packaging" / "crossquote.spec"
    subprocess.run([sys.executable, "-m", "PyInstaller", *arguments, str(spec)], check=True, cwd=ROOT)


def shipped(system: str = sys.platform) -> Path:
    """Return what the installers are made of: the program's folder, or the bundle that is made from it on macOS."""
    return BUNDLE if system == "darwin" else FOLDER


def papers(program: Path) -> Path:
    """Return the folder of `program` that licences and bill of materials lie in."""
    return program / "Contents" / "Resources" if program.suffix == BUNDLE.suffix else program


def executable(program: Path, system: str = sys.platform) -> Path:
    """Return the path of the program that answers on the terminal."""
    if program.suffix == BUNDLE.suffix:
        return program / "Contents" / "MacOS" / "Crossquote"
    return program / ("crossquote-console.exe" if system == "win32" else "crossquote")


def clean_environment(given: Mapping[str, str], home: Path) -> dict[str, str]:
    """Return `given` without what belongs to the building interpreter, with `home` as everything's home."""
    kept = {key: value for key, value in given.items() if not key.startswith(_OURS)}
    return kept | {"HOME": str(home), "CROSSQUOTE_HOME": str(home), "QT_QPA_PLATFORM": "offscreen"}


def self_test(program: Path) -> str:
    """Let `program` test itself, in an empty home; return what it said, or fail if it said anything else than "ok"."""
    home = BUILD / "home"
    shutil.rmtree(home, ignore_errors=True)
    home.mkdir(parents=True)
    environment = clean_environment(os.environ, home)
    done = subprocess.run(
        [str(program), "self-test"], env=environment, capture_output=True, text=True, encoding="utf-8", check=False
    )
    wrong = unexpected(done.stdout, done.stderr)
    if done.returncode or wrong:
        raise SystemExit("\n".join([f"the self-test of {program} failed ({done.returncode}):", *wrong]))
    return done.stdout


def unexpected(output: str, errors: str) -> list[str]:
    """Return the lines of a self-test that are not a check that went well; nothing said at all is wrong too."""
    lines = output.splitlines()
    wrong = [line for line in lines if not line.startswith("ok ")] + errors.splitlines()
    if not any(line.startswith("ok ") and "translation" in line and "→" in line for line in lines):
        wrong.append("no sentence was translated")
    return wrong
