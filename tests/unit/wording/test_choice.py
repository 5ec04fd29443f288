"""Which language the program speaks: the one that is wished for, that of the system, English."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from crossquote.cli.main import run
from crossquote.cli.spoken import interface_language, system_languages
from crossquote.wording import catalogue
from crossquote.wording.catalogue import choose_language
from crossquote.work.settings import Settings, save_settings


@pytest.fixture
def _catalogues(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "catalogues").mkdir()
    for code in ("de", "en", "pt", "pt_BR", "uk"):
        (tmp_path / "catalogues" / f"{code}.po").touch()
    monkeypatch.setattr(catalogue, "resource", tmp_path.joinpath)


@pytest.mark.parametrize(
    ("wish", "of_system", "spoken"),
    [
        ("", [], "en"),
        ("", ["C"], "en"),
        ("", ["C.UTF-8"], "en"),
        ("", ["uk_UA.UTF-8"], "uk"),
        ("", ["uk-UA"], "uk"),
        ("", ["fr-FR", "fr", "de-AT"], "de"),
        ("", ["en-GB", "de"], "en"),
        ("", ["ca@valencia"], "en"),
        ("", ["pt_BR.UTF-8"], "pt_BR"),
        ("", ["pt-PT"], "pt"),
        ("", ["../en"], "en"),
        ("de", ["uk"], "de"),
        ("en", ["uk"], "en"),
        ("qps", ["uk"], "qps"),
        ("", ["qps"], "en"),
        ("xx", ["uk"], "uk"),
        ("xx", [], "en"),
    ],
)
@pytest.mark.usefixtures("_catalogues")
def test_what_is_wished_goes_before_the_system(wish: str, of_system: Sequence[str], spoken: str) -> None:
    assert choose_language(wish, of_system) == spoken


def test_a_system_is_asked_as_gettext_asks_it(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("LC_ALL", "LC_MESSAGES"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LANG", "de_DE.UTF-8")
    monkeypatch.setenv("LANGUAGE", "uk:pl")
    assert list(system_languages()) == ["uk", "pl", "de_DE.UTF-8"]


def test_a_command_speaks_the_language_of_the_settings_as_long_as_it_runs(capsys: pytest.CaptureFixture[str]) -> None:
    save_settings(Settings(interface_language="qps"))
    with pytest.raises(SystemExit):
        run(["report", "--help"])
    assert "[" in capsys.readouterr().out.split("-h, --help")[-1].splitlines()[0]
    assert interface_language() == "en"
    assert run(["detect", "no such file"]) == 3
    assert "[" in capsys.readouterr().err
