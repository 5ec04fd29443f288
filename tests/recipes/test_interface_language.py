"""The recipe of CONTRIBUTING for an interface language, followed with a toy in Esperanto: one file, and a setting."""

import json
import shutil
from collections.abc import Iterator
from pathlib import Path

import catalogues
import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from crossquote.cli.main import run
from crossquote.gui import app
from crossquote.gui.windows.shell import Shell
from crossquote.gui.words import LANGUAGE
from crossquote.message import message
from crossquote.resources import resource
from crossquote.wording import catalogue, tell
from crossquote.wording.telling import tell_fact
from crossquote.work import help as help_pages
from crossquote.work.checks import list_checks
from crossquote.work.settings import Settings, save_settings


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Give the program catalogues of its own, to which one can be added."""
    shutil.copytree(resource("catalogues"), tmp_path / "catalogues")
    monkeypatch.setattr(catalogue, "resource", tmp_path.joinpath)
    monkeypatch.setattr(catalogues, "FOLDER", tmp_path / "catalogues")
    catalogue.load_catalogue.cache_clear()
    yield tmp_path / "catalogues"
    catalogue.load_catalogue.cache_clear()


def test_an_interface_language_is_one_file(folder: Path) -> None:
    before = catalogue.languages()
    assert catalogues.main(["extend", "eo"]) == 0
    begun = (folder / "eo.po").read_text(encoding="utf-8")
    empty = 'msgid_plural "count.articles"\nmsgstr[0] ""\nmsgstr[1] ""'
    assert empty in begun
    told = 'msgid_plural "count.articles"\nmsgstr[0] "{count} artikolo"\nmsgstr[1] "{count} artikoloj"'
    (folder / "eo.po").write_text(begun.replace(empty, told), encoding="utf-8")

    assert set(catalogue.languages()) == {*before, "eo"}
    assert tell(message("count.articles", count=1), "eo") == "1 artikolo"
    assert tell(message("count.articles", count=12345), "eo") == "12\N{NARROW NO-BREAK SPACE}345 artikoloj"
    assert tell(message("count.quotes", count=2), "eo") == "2 quotes"
    assert tell_fact(("a", "b", "c"), "eo") == "a, b kaj c"
    assert tell_fact("uk", "eo", "language") == "ukraina"
    assert "eo" in catalogues.needed_locales()
    assert [line for line in catalogues.check_catalogues() if line.startswith("eo")] == []


def test_a_slip_in_it_is_found(folder: Path) -> None:
    text = (folder / "en.po").read_text(encoding="utf-8")
    (folder / "eo.po").write_text(text.replace("en_GB", "eo").replace("{count} articles", "{number}"), encoding="utf-8")
    assert "eo: count.articles tells of number, which the English does not" in catalogues.check_catalogues()


TOLD = {
    "report.alone": "Nur en unu artikolo",
    "terminal.summary_same": "Neniu diferenco",
    "window.action.languages": "&Lingvoj…",
}


@pytest.fixture
def esperanto(folder: Path) -> None:
    """Begin a catalogue, and let the user choose it."""
    assert catalogues.main(["extend", "eo"]) == 0
    text = (folder / "eo.po").read_text(encoding="utf-8")
    for code, words in TOLD.items():
        entry = f'msgid "{code}"\nmsgstr ""'
        assert entry in text
        text = text.replace(entry, f'msgid "{code}"\nmsgstr "{words}"')
    (folder / "eo.po").write_text(text, encoding="utf-8")
    save_settings(Settings(interface_language="eo"))


def _told_at_no_time(told: str) -> object:
    """Return what is told in JSON without when its articles were read: two runs may stand in two seconds."""
    value = json.loads(told)
    for article in value["articles"]:
        assert article.pop("read_at")
    return value


@pytest.mark.usefixtures("esperanto")
def test_the_terminal_and_reports_speak_it_and_programs_read_english(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    article = tmp_path / "quay-post.en.txt"
    article.write_text('Mayor speaks\n\n"We will open it on Monday," Mayor Ada Lindqvist said.\n', encoding="utf-8")
    assert run(["compare", str(article)]) == 0
    out = capsys.readouterr().out
    assert TOLD["report.alone"] in out
    assert TOLD["terminal.summary_same"] in out
    assert run(["report", str(article), "-o", str(tmp_path / "said.html")]) == 0
    assert TOLD["report.alone"] in (tmp_path / "said.html").read_text(encoding="utf-8")
    assert run(["compare", "--json", str(article)]) == 0
    spoken = _told_at_no_time(capsys.readouterr().out)
    save_settings(Settings())
    assert run(["compare", "--json", str(article)]) == 0
    assert _told_at_no_time(capsys.readouterr().out) == spoken


@pytest.mark.usefixtures("esperanto")
def test_a_page_of_the_help_is_a_file_and_the_rest_stays_english(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(resource("help"), tmp_path / "help")
    monkeypatch.setattr(help_pages, "resource", tmp_path.joinpath)
    own = tmp_path / "help" / "eo" / "checks"
    own.mkdir(parents=True)
    (own / "negation.md").write_text("# Neado\n\nUnu flanko neas. Du.\n\n- {languages}\n", encoding="utf-8")
    (own.parent / "reviewing.md").write_text("# Kontroli\n", encoding="utf-8")

    pages = {page.id: page for page in help_pages.check_pages("eo")}
    assert pages["negation"].title == "Neado"
    assert "dana" in pages["negation"].text
    assert pages["number"] in help_pages.check_pages()
    assert help_pages.guide_page("reviewing", "eo").title == "Kontroli"
    assert help_pages.guide_page("packages", "eo") == help_pages.guide_page("packages")
    assert {check.id: check.summary for check in list_checks("eo")}["negation"] == "Unu flanko neas."


@pytest.mark.usefixtures("esperanto")
def test_the_window_speaks_it(qtbot: QtBot, qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(app, "make_application", lambda: qapp)
    monkeypatch.setattr(type(qapp), "exec", lambda *_: 0)
    filled: list[object] = []
    monkeypatch.setattr(app, "fill", lambda *given: filled.append(given))
    before = set(qapp.topLevelWidgets())
    try:
        assert app.run([]) == 0
        (shell,) = (each for each in qapp.topLevelWidgets() if isinstance(each, Shell) and each not in before)
        qtbot.addWidget(shell)
        assert shell.actions_by_id["languages"].text() == TOLD["window.action.languages"]
        shell.may_close = True
        qtbot.waitUntil(lambda: bool(filled))
    finally:
        qapp.setProperty(LANGUAGE, None)
