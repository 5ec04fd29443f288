"""Settings: kept, and never a reason not to start."""

from datetime import date
from pathlib import Path

import pytest
import tomli

from crossquote.export.choice import Extent, Extra, ReportChoice
from crossquote.model.finding import Severity
from crossquote.work.settings import (
    LARGEST,
    LARGEST_IN_ROOM,
    Arrangement,
    Settings,
    ThemeChoice,
    keep_changes,
    largest_at,
    load_settings,
    save_settings,
    with_report,
    words_step,
)
from crossquote.work.settings_file import settings_path


def test_what_is_kept_is_found_again(home: Path) -> None:
    chosen = Settings(theme=ThemeChoice.DARK, arrangement=Arrangement.ROWS, only_differences=True, text_size=2)
    save_settings(chosen)
    assert load_settings() == chosen
    assert (home / "settings").is_dir()


@pytest.mark.parametrize("text", ["", "theme = 3", 'theme = "purple"', "= broken", "text_size = true", "\0"])
def test_a_broken_file_gives_the_defaults(tmp_path: Path, text: str) -> None:
    path = tmp_path / "settings.toml"
    path.write_text(text, encoding="utf-8")
    assert load_settings(path) == Settings()


def test_a_value_with_marks_in_it_is_found_again(tmp_path: Path) -> None:
    chosen = Settings(reading_language='"\\\n\x7f')
    save_settings(chosen, tmp_path / "settings.toml")
    assert load_settings(tmp_path / "settings.toml") == chosen


def test_a_file_of_settings_is_not_read_where_it_holds_what_settings_never_do(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    others = "".join(f"x{number} = 1\n" for number in range(2_000))
    path.write_text(f'reviewer = "ada"\n{others}')
    assert load_settings(path) == Settings()


def test_settings_with_a_great_deal_of_text_are_found_again(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    kept = Settings(views="[{.=," * 20_000, report_chosen=" ".join("a.b" for _ in range(20_000)))
    save_settings(kept, path)
    assert load_settings(path) == kept


def test_no_file_makes_the_text_a_million_steps_large(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    path.write_text("text_size = 1000000", encoding="utf-8")
    assert load_settings(path).text_size == LARGEST_IN_ROOM


def test_what_went_into_a_report_is_remembered_but_for_its_title(tmp_path: Path) -> None:
    choice = ReportChoice("Ferries", Extent.FOUND, Severity.MAJOR, frozenset({Extra.LOG, Extra.NOTES}))
    save_settings(with_report(Settings(), ".docx", choice), tmp_path / "settings.toml")
    kept = load_settings(tmp_path / "settings.toml")
    assert kept.report == ".docx"
    assert kept.report_choice == ReportChoice("", Extent.FOUND, Severity.MAJOR, frozenset({Extra.LOG, Extra.NOTES}))


@pytest.mark.parametrize("name", ["𠮷野 花子", "Ada 🚢", "half \ud83d", "\x85\u2028"])
def test_no_letter_in_a_name_costs_the_settings(tmp_path: Path, name: str) -> None:
    """JSON escapes a letter beyond the first 65,536 as two halves, which TOML takes for none."""
    path = tmp_path / "settings.toml"
    save_settings(Settings(reviewer=name, text_size=2), path)
    assert load_settings(path) == Settings(reviewer=name.replace("\ud83d", "?"), text_size=2)


@pytest.mark.usefixtures("home")
@pytest.mark.parametrize("text", [b"= broken", b"\xff\xfe", b"a = 1\n" * 2_000])
def test_settings_that_cannot_be_read_are_set_aside_before_others_are_written(text: bytes) -> None:
    path = settings_path()
    path.parent.mkdir(parents=True)
    path.write_bytes(text)
    aside = keep_changes(Settings(), Settings(text_size=2))
    assert aside == path.with_name("settings.toml.set-aside")
    assert aside.read_bytes() == text
    assert load_settings() == Settings(text_size=2, tour_due=True)
    assert keep_changes(Settings(), Settings(text_size=4)) is None


@pytest.mark.usefixtures("home")
def test_what_a_newer_version_wrote_stays() -> None:
    newer = {
        "theme": "sepia",
        "tabs": [{"at": 1.5, "b c": True}, "x"],
        "since": date(2026, 11, 28),
        "known-to.none": {"é": '"𠮷"'},
    }
    path = settings_path()
    path.parent.mkdir(parents=True)
    lines = ('theme = "sepia"', 'tabs = [{at = 1.5, "b c" = true}, "x"]', "since = 2026-11-28", "text_size = 99")
    path.write_text("\n".join((*lines, '["known-to.none"]', '"é" = "\\"𠮷\\""', "")), encoding="utf-8")
    assert keep_changes(Settings(), Settings(text_size=2)) is None
    table = tomli.loads(path.read_text(encoding="utf-8"))
    assert {name: table[name] for name in newer} == newer
    assert load_settings().text_size == 2
    keep_changes(Settings(), Settings(theme=ThemeChoice.DARK))
    assert load_settings().theme is ThemeChoice.DARK


def test_text_is_twice_as_large_where_the_screen_has_room_for_that() -> None:
    assert largest_at(1440) == LARGEST_IN_ROOM == 2 * LARGEST
    assert largest_at(1024) == LARGEST
    assert [words_step(step) for step in (-4, 0, LARGEST, LARGEST_IN_ROOM)] == [-4, 0, LARGEST, LARGEST + LARGEST // 2]
