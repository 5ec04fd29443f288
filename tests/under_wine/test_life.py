"""A life: installed with the real files, worked with, upgraded, uninstalled; what is left is the user's alone."""

from pathlib import Path

import pytest

from under_wine.conftest import USER
from under_wine.machine import FOLDER, Machine, borrow_libraries
from under_wine.windows import Windows

pytestmark = pytest.mark.windows

KEY = r"HKCU\Software\Microsoft\Windows\CurrentVersion\Uninstall\Crossquote"
ARTICLE = 'Harbour\n\n"We will open the new harbour bridge on Monday," Mayor Ada Lindqvist said.\n'


def test_installed_upgraded_uninstalled_only_the_users_own_is_left(
    machine: Machine, setups: tuple[Path, Path], tmp_path: Path
) -> None:
    windows = Windows(tmp_path / "user", USER)
    windows.begin()
    borrow_libraries(machine, windows)
    before = windows.tree(windows.drive)
    folder = windows.local / "Programs" / "Crossquote"
    assert windows.run(str(setups[0]), "/S", "/CurrentUser", timeout=600).returncode == 0
    console = str(folder / "crossquote-console.exe")
    documents = windows.home / "Documents"
    (documents / "міст.txt").write_text(ARTICLE, encoding="utf-8")
    package = folder / "_internal" / "seeds" / "packages" / "translate-de_en-sample"
    work = [
        ["compare", "міст.txt", "--save", "міст.crossquote", "--html", "міст.html"],
        ["packages", "install", windows.named(package)],
        ["packages", "verify"],
    ]
    for words in work:
        done = windows.run(console, *words, folder=documents, timeout=600)
        assert done.returncode == 0, done.stderr
    mine = windows.tree(windows.drive) - before - {path for path in windows.tree(windows.drive) if "/Programs/" in path}
    installed = windows.tree(folder)
    assert windows.run(str(setups[1]), "/S", "/CurrentUser", timeout=600).returncode == 0
    assert windows.value(KEY, "DisplayVersion") == "99.0"
    assert windows.tree(folder) == installed
    review = windows.run(console, "review", "міст.crossquote", folder=documents, timeout=600)
    assert (review.returncode, "Lindqvist" in review.stdout) == (0, True)
    windows.uninstall(folder, "/CurrentUser")
    windows.end()
    assert not folder.exists()
    left = {path for path in windows.tree(windows.drive) - before if "/Temp/" not in path}
    own = {path for path in mine if "/Temp/" not in path and not path.endswith(".lnk")}
    assert left == own
    assert {Path(path).name for path in left} >= {"міст.txt", "міст.crossquote", "міст.html", "metadata.json"}
    assert FOLDER.is_dir()
