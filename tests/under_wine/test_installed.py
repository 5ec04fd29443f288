"""The installed program, for a user and in a folder with Cyrillic letters: its self-test, its terminal, its window."""

import json
import os
import shutil
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from program import unexpected

from under_wine.machine import FOLDER
from under_wine.windows import WINE, Windows
from x_server import x_server

pytestmark = pytest.mark.windows

PLACE, PLACE_THERE = Path("Програми", "Перевірка цитат"), r"C:\Програми\Перевірка цитат"
DESKTOP = r"HKCU\Control Panel\Desktop"
LOOKS = r"HKCU\Software\Microsoft\Windows\CurrentVersion\Themes\Personalize"
PATIENCE, RESTING = 300, 0.1
"""Seconds: to wait for a picture at rest; and of the processor's time between two of them, where nothing is done."""
ARTICLES = {
    "перша.txt": 'Harbour\n\n"We will open the new harbour bridge on Monday," Mayor Ada Lindqvist said.\n',
    "друга.txt": 'Island\n\n"We will not open the new harbour bridge on Monday," Mayor Ada Lindqvist said.\n',
}


@pytest.fixture(scope="module")
def place(home_of_letters: Windows, setups: tuple[Path, Path]) -> Iterator[Path]:
    """Return the folder that the program is installed in."""
    folder = home_of_letters.drive / PLACE
    # /D= reaches to the end of the line, and stands in no quotation marks: its words are given one by one.
    done = home_of_letters.run(str(setups[0]), "/S", "/CurrentUser", *f"/D={PLACE_THERE}".split(" "), timeout=600)
    assert done.returncode == 0
    yield folder
    home_of_letters.uninstall(folder, "/CurrentUser")
    assert not folder.exists()


@pytest.fixture
def articles(home_of_letters: Windows) -> Iterator[Path]:
    """Return a folder of the user's with two articles."""
    folder = home_of_letters.home / "Documents" / "Статті"
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in ARTICLES.items():
        (folder / name).write_text(text, encoding="utf-8")
    yield folder
    shutil.rmtree(folder)


@pytest.mark.parametrize("name", ["crossquote-console.exe", "Crossquote.exe"])
def test_it_tests_itself(home_of_letters: Windows, place: Path, name: str) -> None:
    done = home_of_letters.run(str(place / name), "self-test", timeout=1200)
    assert unexpected(done.stdout.replace("\r", ""), done.stderr) == []
    assert done.returncode == 0
    assert any(line.startswith("ok      layouts:") for line in done.stdout.splitlines())


def test_the_terminal_looks_wildcards_up_and_names_files_in_their_letters(
    home_of_letters: Windows, place: Path, articles: Path
) -> None:
    command = str(place / "bin" / "crossquote.cmd")
    done = home_of_letters.run("cmd", "/c", command, "compare", "--json", "*.txt", folder=articles, timeout=600)
    assert done.returncode == 0
    told = json.loads(done.stdout)
    assert sorted(Path(article["path"]).name for article in told["articles"]) == sorted(ARTICLES)
    missing = home_of_letters.run("cmd", "/c", command, "detect", "немає.txt", folder=articles, timeout=600)
    assert (missing.returncode, "немає.txt: no such file" in missing.stderr) == (3, True)


def test_a_path_of_three_hundred_letters_works_or_is_told(
    home_of_letters: Windows, place: Path, articles: Path
) -> None:
    deep = Path(*["дуже довга назва теки" for _ in range(14)])
    (articles / deep).mkdir(parents=True)
    files = [str(place / "crossquote-console.exe"), "compare", *ARTICLES, "--save", str(deep / "міст.crossquote")]
    done = home_of_letters.run(*files, "--html", str(deep / "звіт.html"), folder=articles, timeout=600)
    assert "Traceback" not in done.stderr
    assert done.returncode in (0, 3), done.stderr
    if done.returncode == 0:
        kept = str(articles / deep / "міст.crossquote")
        again = home_of_letters.run(str(place / "crossquote-console.exe"), "review", "--json", kept, timeout=600)
        assert json.loads(again.stdout)["utterances"]


@pytest.mark.parametrize("dpi", [96, 144, 192])
@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_the_window_opens_with_the_sample_story_at_each_resolution(
    home_of_letters: Windows, place: Path, dpi: int, *, dark: bool
) -> None:
    windows = home_of_letters
    windows.set_number(DESKTOP, "LogPixels", dpi)
    windows.set_number(LOOKS, "AppsUseLightTheme", int(not dark))
    story = sorted((place / "_internal" / "seeds" / "harbour-strike").glob("*.txt"))
    untitled = windows.local / "Crossquote" / "untitled"
    shutil.rmtree(untitled, ignore_errors=True)
    picture = FOLDER / "pictures" / f"window-{dpi}-{'dark' if dark else 'light'}.png"
    with x_server(1440 * dpi // 96, 900 * dpi // 96) as display:
        environment = {**windows.environment, "DISPLAY": display}
        command = [WINE, str(place / "Crossquote.exe"), *map(str, story)]
        # Pipes: under wine, Python starts with no plain file as a stream.
        with subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT) as program:
            try:
                take_picture(environment, picture, program.pid)
            finally:
                end_session(environment)
            said, _ = program.communicate(timeout=60)
    assert said == b""
    brightness = float(_asked("identify", "-format", "%[fx:mean]", str(picture)))
    assert (brightness < 0.5) is dark
    assert not list((windows.local / "Crossquote").rglob("crash-*.txt"))
    assert [path.suffix for path in untitled.iterdir()] == [".crossquote"], "ended with the session, not left open"


def take_picture(environment: dict[str, str], picture: Path, program: int) -> None:
    """Keep a picture of the screen once it shows a window that has come to rest, and the program works no more."""
    picture.parent.mkdir(parents=True, exist_ok=True)
    deadline, before, same, worked = time.monotonic() + PATIENCE, "", 0, 0.0
    while same < 3:
        assert time.monotonic() < deadline, f"no window at rest, see {picture}"
        time.sleep(3)
        subprocess.run(["import", "-window", "root", str(picture)], env=environment, check=True)
        colours, now = _asked("identify", "-format", "%k %#", str(picture)).split()
        used = _seconds_of(program)
        same = same + 1 if now == before and int(colours) > 500 and used - worked < RESTING else 0
        before, worked = now, used


def _seconds_of(process: int) -> float:
    """Return the processor's time that a process has used."""
    fields = Path(f"/proc/{process}/stat").read_text(encoding="ascii", errors="replace").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def end_session(environment: dict[str, str]) -> None:
    """End the user's session, as logging off does."""
    subprocess.run([WINE, "wineboot", "-e"], env=environment, check=False, timeout=120, capture_output=True)


def _asked(*command: str) -> str:
    return subprocess.run(command, check=True, capture_output=True, text=True, env=os.environ).stdout
