"""What installers say of the program comes from one place, and its icon in every form from one drawing."""

import struct
from importlib.metadata import version
from pathlib import Path

import pytest
from icons import PNG_SIZES, icns, ico, write_icons
from product import Product, read_product
from program import clean_environment, unexpected
from windows.resource import version_strings

from crossquote.resources import resource

GOOD = "ok      translation: Привіт → Hello (translate-uk_en 0.1)\nok      offline: no connection was asked for\n"


def test_the_version_is_the_projects_own() -> None:
    assert read_product().version == version("crossquote")


@pytest.mark.parametrize(
    ("text", "numbers"), [("0.1.0", (0, 1, 0, 0)), ("2.10", (2, 10, 0, 0)), ("1.0.3rc2", (1, 0, 3, 0))]
)
def test_windows_gets_four_numbers(text: str, numbers: tuple[int, ...]) -> None:
    assert Product("crossquote", text, "").numbers == numbers


def test_explorer_is_told_which_program_is_the_window() -> None:
    assert version_strings("0.1.0", "Crossquote")["FileDescription"] == "Crossquote"
    assert version_strings("0.1.0", "crossquote-console")["FileDescription"] == "Crossquote (terminal)"


def test_a_windows_icon_points_at_each_of_its_pictures() -> None:
    data = ico({16: b"small", 256: b"larger"})
    assert struct.unpack("<HHH", data[:6]) == (0, 1, 2)
    places = [struct.unpack("<BBBBHHII", data[6 + 16 * index : 22 + 16 * index])[-2:] for index in (0, 1)]
    assert [data[start : start + length] for length, start in places] == [b"small", b"larger"]


def test_an_apple_icon_says_its_length() -> None:
    data = icns({16: b"small"})
    assert data[:4] == b"icns"
    assert struct.unpack(">I", data[4:8]) == (len(data),)


def test_the_frozen_program_gets_nothing_of_the_building_interpreter(tmp_path: Path) -> None:
    given = {"PYTHONPATH": "x", "VIRTUAL_ENV": "y", "PATH": "/bin", "XDG_DATA_HOME": "z"}
    kept = clean_environment(given, tmp_path)
    assert set(kept) == {"PATH", "HOME", "CROSSQUOTE_HOME", "QT_QPA_PLATFORM"}


def test_a_self_test_may_say_nothing_but_ok() -> None:
    assert unexpected(GOOD, "") == []
    assert unexpected(GOOD + "FAILED  window: no\n", "") == ["FAILED  window: no"]
    assert unexpected(GOOD, "qt.qpa: something\n") == ["qt.qpa: something"]


def test_a_self_test_that_translates_nothing_has_failed() -> None:
    assert unexpected("ok      readers: plain text\n", "") == ["no sentence was translated"]


@pytest.mark.usefixtures("qapp")
def test_the_drawing_becomes_pictures(tmp_path: Path) -> None:
    write_icons(resource("icons", "crossquote.svg"), tmp_path)
    assert (tmp_path / "crossquote-256.png").read_bytes().startswith(b"\x89PNG")
    assert len(list(tmp_path.iterdir())) == len(PNG_SIZES) + 2
