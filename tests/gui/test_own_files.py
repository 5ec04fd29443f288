"""Who may read what the program keeps: all that a whole session leaves is its owner's alone, file by file."""

import logging.handlers
import os
import stat
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from crossquote.cli.main import run
from crossquote.gui.crash import write_report
from crossquote.logs import log_to
from crossquote.paths import cache_folder, data_folder, logs_folder, make_private, settings_folder
from crossquote.progress import finish
from crossquote.translation.permissions import allow_sample
from crossquote.work import projects
from crossquote.work.columns import remember_columns
from crossquote.work.encodings import remember_encodings
from crossquote.work.recent import remember
from crossquote.work.settings import Settings, save_settings
from crossquote.work.stages.kept_basis import keep_basis
from crossquote.work.stages.pipeline import add_text
from random_package import make_package

FIRST = 'One\n\n"We will open the new bridge on Monday," Mayor Ada Lindqvist said.\n'
GERMAN = "Eins\n\n„Wir öffnen die neue Brücke am Montag“, sagte die Bürgermeisterin Ada Lindqvist.\n"
pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows gives a user's folders to that user alone")


@pytest.fixture(autouse=True)
def open_to_all() -> Iterator[None]:
    """Let others read whatever is made, unless the program says otherwise."""
    umask = os.umask(0o002)
    yield
    os.umask(umask)


@pytest.fixture(params=["a home of its own", pytest.param("the system's folders", marks=pytest.mark.slow)])
def empty(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder that is not there yet, in which all is kept: where it is told to, or where systems have it."""
    folder = tmp_path / "nobody" / "yet"
    if request.param == "a home of its own":
        monkeypatch.setenv("CROSSQUOTE_HOME", str(folder))
        return folder
    return in_systems_folders(folder, monkeypatch)


def in_systems_folders(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Let a user's home be a folder, in which all is kept where systems have it; return it."""
    monkeypatch.delenv("CROSSQUOTE_HOME")
    for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("HOME", str(folder))
    return folder


def open_to_others(folder: Path) -> dict[str, str]:
    """Return what of a folder others may read or write, the folder too, with its rights."""
    every = [folder, *folder.rglob("*")]
    rights = {one: stat.S_IMODE(one.lstat().st_mode) for one in every}
    return {
        str(one.relative_to(folder)): oct(right)
        for one, right in rights.items()
        if right != (0o700 if one.is_dir() else 0o600)
    }


def keep_everything(texts: Path) -> None:
    """Have the command line, and what the window runs, keep what they keep."""
    (texts / "one.txt").write_text(FIRST, encoding="utf-8")
    (texts / "zwei.txt").write_text(GERMAN, encoding="utf-8")
    package = texts / "package"
    if not package.exists():
        make_package(package, ("de", "en"))
    assert run(["packages", "install", str(package)]) == 0
    assert run(["packages", "verify"]) == 0
    assert run(["compare", str(texts / "one.txt"), str(texts / "zwei.txt")]) == 0
    keep_words(texts)


def keep_words(folder: Path) -> None:
    """Have what is remembered and logged be kept."""
    save_settings(Settings(reviewer="Ada"))
    remember_columns([("text", "words")])
    remember_encodings([("a" * 64, "cp1251")])
    allow_sample("translate-de_en", allowed=True)
    remember(folder / "talks.crossquote")
    log = logging.getLogger("crossquote")
    log_to(logs_folder())
    log.info("a line")
    for handler in log.handlers:
        if isinstance(handler, logging.handlers.RotatingFileHandler):
            handler.doRollover()
    log.info("another")
    assert write_report(ValueError("a bug"), logs_folder()) is not None


@pytest.mark.usefixtures("logged")
def test_all_that_a_session_leaves_is_its_owners_alone_also_where_it_was_open_to_others(
    empty: Path, tmp_path: Path
) -> None:
    keep_everything(tmp_path)
    session = projects.new_untitled()
    finish(add_text(session, FIRST, "first"))
    finish(keep_basis(session))
    assert session.project is not None
    with closing(session.project):
        assert open_to_others(empty) == {}
    assert open_to_others(empty) == {}
    kept = {path.name for path in empty.rglob("*") if path.is_file()}
    assert {"settings.toml", "recent.txt", "columns.toml", "encodings.toml", "crossquote.log", "seal"} <= kept
    assert any(name.startswith("crash-") for name in kept)
    assert any(name.endswith(".crossquote") for name in kept)
    own = [data_folder(), settings_folder(), cache_folder(), logs_folder()]
    written = [settings_folder() / name for name in ("settings.toml", "recent.txt", "columns.toml", "encodings.toml")]
    written += [logs_folder() / "crossquote.log"]
    for one in own:
        one.chmod(0o755)
    for one in written:
        one.chmod(0o644)
    keep_everything(tmp_path)
    make_private(data_folder())
    assert open_to_others(empty) == {}


@pytest.mark.usefixtures("logged")
def test_so_is_what_is_remembered_and_logged_where_systems_have_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = in_systems_folders(tmp_path / "nobody" / "yet", monkeypatch)
    keep_words(tmp_path)
    session = projects.new_untitled()
    assert session.project is not None
    with closing(session.project):
        assert open_to_others(folder) == {}
    kept = {path.name for path in folder.rglob("*") if path.is_file()}
    assert {"settings.toml", "recent.txt", "columns.toml", "encodings.toml", "crossquote.log"} <= kept


def test_a_folder_of_the_users_stays_as_it_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    home = tmp_path / "stick"
    home.mkdir()
    home.chmod(0o755)
    monkeypatch.setenv("CROSSQUOTE_HOME", str(home))
    save_settings(Settings(reviewer="Ada"))
    assert stat.S_IMODE(home.stat().st_mode) == 0o755
    assert open_to_others(home / "settings") == {}


def test_so_does_a_folder_that_one_of_ours_leads_to_by_a_link(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shared, home = tmp_path / "shared", tmp_path / "home"
    (shared / "theirs").mkdir(parents=True)
    home.mkdir()
    (home / "settings").symlink_to(shared)
    for one in (shared, shared / "theirs"):
        one.chmod(0o755)
    monkeypatch.setenv("CROSSQUOTE_HOME", str(home))
    save_settings(Settings(reviewer="Ada"))
    for name in ("theirs", "ours"):
        make_private(settings_folder() / name)
    rights = {one.name: stat.S_IMODE(one.stat().st_mode) for one in (shared, *shared.iterdir())}
    assert rights == {"shared": 0o755, "theirs": 0o755, "ours": 0o700, "settings.toml": 0o600}


def test_settings_that_are_a_link_stay_one(tmp_path: Path) -> None:
    kept = tmp_path / "kept.toml"
    kept.write_text("", encoding="utf-8")
    settings_folder().mkdir(parents=True)
    (settings_folder() / "settings.toml").symlink_to(kept)
    save_settings(Settings(reviewer="Ada"))
    assert (settings_folder() / "settings.toml").is_symlink()
    assert "Ada" in kept.read_text(encoding="utf-8")
