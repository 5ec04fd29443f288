"""A Windows in a folder: what wine makes of it."""

import os
import re
import shutil
import subprocess
import time
from collections.abc import Mapping
from pathlib import Path

WINE = next((found for found in (shutil.which("wine64"), "/usr/lib/wine/wine64") if found and Path(found).exists()), "")
_OVERRIDES = "mscoree,mshtml=;ucrtbase,vcruntime140,vcruntime140_1,msvcp140=n,b"
"""No .NET, no browser; Microsoft's own runtime where a program brings it along."""


class Windows:
    """A Windows in `folder`, on which `user` works; `more` is what every program there finds in its environment.

    Its users have folders of their own: nobody is told of the home that tests share.
    """

    def __init__(self, folder: Path, user: str = "", more: Mapping[str, str] | None = None) -> None:
        self.drive = folder / "drive_c"
        self.letters = folder / "dosdevices"
        self._temporary = folder.with_name(f"{folder.name}-temporary")
        who = {"USER": user, "LOGNAME": user} if user else {}
        around = {name: value for name, value in os.environ.items() if name != "CROSSQUOTE_HOME"}
        self.environment = {
            **around, "WINEPREFIX": str(folder), "WINEDEBUG": "-all", "WINEARCH": "win64",
            "WINEDLLOVERRIDES": _OVERRIDES, "KMP_TOPOLOGY_METHOD": "flat", "LC_ALL": "C.UTF-8",
            "TMPDIR": str(self._temporary), **who, **(more or {}),
        }  # fmt: skip

    def begin(self) -> None:
        """Make a clean Windows 10, unless there is one."""
        self._temporary.mkdir(exist_ok=True)  # where wine meets itself, and leaves that lying
        if not self.drive.exists():
            assert self.run("wineboot", "-i").returncode == 0
            assert self.run("winecfg", "-v", "win10").returncode == 0
            # wine lets the user's folders be those of whoever runs it: there nothing of a test may lie.
            for link in [path for path in self.home.iterdir() if path.is_symlink()]:
                link.unlink()
                link.mkdir()

    def end(self) -> None:
        """End everything that runs there."""
        self.run("wineboot", "-k")

    def run(
        self, *command: str, folder: Path | None = None, timeout: float = 120
    ) -> "subprocess.CompletedProcess[str]":
        """Run `command` there to its end; what it says is UTF-8."""
        return subprocess.run(
            [WINE, *command],
            cwd=folder,
            env=self.environment,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            encoding="utf-8",
            errors="replace",
            check=False,
            timeout=timeout,
        )

    def start(self, *command: str) -> "subprocess.Popen[bytes]":
        """Begin `command` there."""
        return subprocess.Popen([WINE, *command], env=self.environment, stdout=subprocess.DEVNULL)

    def uninstall(self, folder: Path, *switches: str) -> None:
        """Run the uninstaller in `folder` to its end: it works from a copy of itself."""
        done = self.run(str(folder / "uninstall.exe"), "/S", *switches)
        assert (done.returncode, done.stdout, done.stderr) == (0, "", ""), done
        deadline = time.monotonic() + 60
        while (folder / "uninstall.exe").exists() and time.monotonic() < deadline:
            time.sleep(0.2)
        time.sleep(0.5)

    def value(self, key: str, name: str = "") -> str | None:
        """Return a value of the registry as text, or None where there is none."""
        told = self.run("reg", "query", key, *(["/v", name] if name else ["/ve"]))
        found = re.search(r"REG_\w+ +(.*)", told.stdout)
        return found.group(1).strip() if found else None

    def set_number(self, key: str, name: str, number: int) -> None:
        """Write a number into the registry."""
        assert self.run("reg", "add", key, "/v", name, "/t", "REG_DWORD", "/d", str(number), "/f").returncode == 0

    def tree(self, folder: Path) -> set[str]:
        """Return the files below `folder`."""
        return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}

    def named(self, path: Path) -> str:
        """Return the name that a path on the drive has there, whatever drive one stands on."""
        return "\\".join(("C:", *path.relative_to(self.drive).parts))

    @property
    def home(self) -> Path:
        """The user's folder."""
        (found,) = (path for path in (self.drive / "users").iterdir() if path.name != "Public")
        return found

    @property
    def local(self) -> Path:
        """The user's folder for programs' data."""
        return self.home / "AppData" / "Local"
