"""The Languages dialog: what is here, what can be had, and that nothing is fetched unasked."""

import json
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QFileDialog, QMessageBox
from pytestqt.qtbot import QtBot

from crossquote.gui.desk import Desk
from crossquote.gui.dialogs.help_page import PageDialog
from crossquote.gui.dialogs.languages import LanguagesDialog
from crossquote.gui.dialogs.listing import ListDialog
from crossquote.gui.plain import PlainLabel
from crossquote.gui.widgets.banner import Banner
from crossquote.resources import seeds
from crossquote.translation import index
from crossquote.translation.fake import FakeTranslator
from crossquote.work import packages
from crossquote.work.packages import holds_packages
from gui.waiting import settle
from random_package import make_package

ENTRIES = [
    {"from_code": source, "to_code": "en", "from_name": name, "to_name": "English", "package_version": "1.9",
     "links": [f"https://packages.example/{source}_en.argosmodel"]}
    for source, name in (("uk", "Ukrainian"), ("de", "German"))
]  # fmt: skip


@pytest.fixture(autouse=True)
def _own_index(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(index, "kept_index", lambda: tmp_path / "package-index.json")


def open_dialog(desk: Desk) -> LanguagesDialog:
    desk.shell.actions_by_id["languages"].trigger()
    assert desk.languages.dialog is not None
    return desk.languages.dialog


def answer(button: QMessageBox.StandardButton) -> str:
    """Answer the question that is open; return what it asks."""
    box = QApplication.activeModalWidget()
    assert isinstance(box, QMessageBox)
    asked = f"{box.text()} {box.informativeText()}"
    box.button(button).click()
    return asked


def test_a_package_shows_its_licence_and_where_it_lies(empty_desk: Desk) -> None:
    dialog = open_dialog(empty_desk)
    tree = dialog.here.tree
    rows = [item for row in range(tree.topLevelItemCount()) if (item := tree.topLevelItem(row)) is not None]
    assert not dialog.here.verify.isEnabled()
    tree.setCurrentItem(next(row for row in rows if row.text(0).startswith("Ukrainian")))
    told = dialog.here.details.toPlainText()
    assert "translate-uk_en" in told
    assert str(seeds() / "packages") in told
    assert "Tatoeba" in told
    assert dialog.here.verify.isEnabled()
    assert not dialog.here.remove.isEnabled()


def test_without_a_list_nothing_is_offered_and_nothing_fetched(
    empty_desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(packages, "fetch_index", lambda: pytest.fail("not asked for"))
    dialog = open_dialog(empty_desk)
    dialog.page.choose("offers")
    assert dialog.offers.about.text().startswith(
        "No list was fetched yet: these are the packages that the program knows"
    )
    assert dialog.offers.tree.topLevelItemCount() == 96
    assert not dialog.offers.download.isEnabled()
    dialog.offers.fetch.click()
    asked = answer(QMessageBox.StandardButton.Cancel)
    assert "internet" in asked
    assert index.INDEX_URL in asked
    assert empty_desk.shell.lock.text() == "● Offline"


def test_the_kept_list_is_read_and_several_can_be_chosen(empty_desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "package-index.json").write_text(json.dumps(ENTRIES), encoding="utf-8")
    dialog = open_dialog(empty_desk)
    dialog.page.choose("offers")
    offers = dialog.offers
    assert offers.about.text().startswith("2 packages, as the list of ")
    offers.tree.selectAll()
    assert [offer.code for offer in offers.chosen] == ["translate-de_en", "translate-uk_en"]
    offers.filter.setText("ukr")
    assert [offer.code for offer in offers.chosen] == ["translate-uk_en"]
    offers.download.click()
    asked = answer(QMessageBox.StandardButton.Cancel)
    assert "https://packages.example/uk_en.argosmodel" in asked


def offered(banner: Banner) -> list[str]:
    """Return what can be done about what the banner tells, as its buttons say it."""
    return [button.text() for button in banner.offers.values() if button.isVisible()]


def test_no_kind_of_trouble_hides_another(empty_desk: Desk, qtbot: QtBot, tmp_path: Path) -> None:
    for number in range(5):
        (tmp_path / f"{number}.txt").write_bytes(b"")
    article = tmp_path / "morgen.txt"
    article.write_text("Nachrichten\n\n„Wir öffnen die Brücke“, sagte die Bürgermeisterin gestern.\n", "utf-8")
    empty_desk.bridge.session.translator = FakeTranslator([])
    empty_desk.intake.add([tmp_path])
    settle(qtbot, empty_desk)
    banner = empty_desk.banner
    assert len(banner.lines) == 6
    told = banner.findChild(PlainLabel).text().splitlines()  # type: ignore[union-attr]  # it has one
    assert [told[0][:28], *told[1:]] == [
        "There is no language package",
        "5 files were not read: 0.txt, 1.txt, 2.txt, …",
    ]
    assert sorted(offered(banner)) == ["Files that were not read", "Languages"]
    next(one for one in banner.offers.values() if one.text() == "Files that were not read").click()
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, ListDialog)
    assert dialog.tree.topLevelItemCount() == 5
    dialog.reject()
    banner.dismiss()
    empty_desk.intake.add([tmp_path / "gone.txt"])
    settle(qtbot, empty_desk)
    assert offered(banner) == ["Files that were not read"]


def test_what_is_missing_is_named_with_its_file_and_explained(empty_desk: Desk, qtbot: QtBot, tmp_path: Path) -> None:
    article = tmp_path / "morgen.txt"
    article.write_text("Nachrichten\n\n„Wir öffnen die Brücke“, sagte die Bürgermeisterin gestern.\n", "utf-8")
    empty_desk.bridge.session.translator = FakeTranslator([])
    empty_desk.intake.add([article])
    settle(qtbot, empty_desk)
    file, link = "translate-de_en-1_0.argosmodel", "https://argos-net.com/v1/translate-de_en-1_0.argosmodel"
    assert file in empty_desk.shell.engine.toolTip()
    (line,) = empty_desk.banner.lines
    assert line.startswith("There is no language package from German to English")
    assert offered(empty_desk.banner) == ["Languages"]
    empty_desk.banner.dismiss()
    empty_desk.bridge.refresh()
    settle(qtbot, empty_desk)
    assert empty_desk.banner.lines == []
    dialog = open_dialog(empty_desk)
    assert f"German → English: {file}, from {link}" in dialog.needs.text()
    row = dialog.needed.tree.topLevelItem(0)
    assert row is not None
    assert [row.text(column) for column in range(5)] == ["German", "1", file, "", "missing"]
    dialog.carry.click()
    assert QApplication.clipboard().text() == f"{file}\t{link}\n"
    assert dialog.news.text() == "On the clipboard: files with their addresses: 1"
    dialog.explain.click()
    page = QApplication.activeModalWidget()
    assert isinstance(page, PageDialog)
    assert "Copy it to a stick" in page.text.toPlainText()
    page.reject()


def test_many_that_lack_are_named_in_a_line(empty_desk: Desk) -> None:
    pairs = [(code, "en") for code in ("de", "uk", "fr", "es")]
    dialog = open_dialog(empty_desk)
    dialog.show_missing(packages.describe_missing([*pairs, ("ka", "en")]))
    head, named, nobody = dialog.needs.text().splitlines()
    assert head == "Missing for the open articles:"
    assert named == "German → English, Ukrainian → English, French → English, Spanish → English"
    assert nobody.startswith("Georgian → English: ")
    dialog.reject()


def test_a_folder_without_packages_is_one_clear_line(
    empty_desk: Desk, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialog = open_dialog(empty_desk)
    (tmp_path / "stick").mkdir()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path / "stick"))
    dialog.here.folder.click()
    settle(qtbot, empty_desk)
    assert "there is no language package in this folder" in dialog.news.text()


def test_what_was_installed_is_named(
    empty_desk: Desk, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialog = open_dialog(empty_desk)
    stick = tmp_path / "stick"
    make_package(stick / "package", ("uk", "en"))
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(stick))
    dialog.here.folder.click()
    settle(qtbot, empty_desk)
    assert dialog.news.text().startswith("Installed: translate-uk_en ")


def test_what_is_missing_is_said_until_it_has_come(empty_desk: Desk, qtbot: QtBot) -> None:
    empty_desk.bridge.session.translator = FakeTranslator([])
    for text in ("Новини\n\n«Ми відкриємо міст», — сказала мерка Ада Ліндквіст.\n", "„Wir öffnen“, sagte Berg.\n"):
        empty_desk.intake.add_text(text, "Outlet")
        settle(qtbot, empty_desk)
    (both,) = empty_desk.banner.lines
    assert both.startswith("There is no language package from Ukrainian to English and German to English,")
    empty_desk.bridge.session.translator = FakeTranslator([("uk", "en")])
    empty_desk.bridge.refresh()
    settle(qtbot, empty_desk)
    (german,) = empty_desk.banner.lines
    assert german.startswith("There is no language package from German to English,")
    empty_desk.bridge.session.translator = FakeTranslator([("uk", "en"), ("de", "en")])
    empty_desk.bridge.refresh()
    settle(qtbot, empty_desk)
    assert empty_desk.banner.lines == []
    assert offered(empty_desk.banner) == []


def test_of_many_that_lack_those_of_most_articles_are_named(empty_desk: Desk, qtbot: QtBot) -> None:
    empty_desk.bridge.session.translator = FakeTranslator([])
    for text in (
        "Nous avons ouvert le pont, a dit la maire de la ville hier soir.\n",
        "El puente se abrirá mañana, dijo ayer la alcaldesa de la ciudad.\n",
        "Il ponte sarà aperto domani, ha detto ieri la sindaca della città.\n",
        "Die Brücke wird morgen geöffnet, sagte die Bürgermeisterin der Stadt.\n",
        "Die Fähre fährt wieder, sagte die Bürgermeisterin der Stadt am Abend.\n",
        "Most zostanie otwarty jutro, powiedziała wczoraj burmistrzyni miasta.\n",
    ):
        empty_desk.intake.add_text(text, "Outlet")
        settle(qtbot, empty_desk)
        told = empty_desk.banner.lines
        assert "1 more" not in told[0]
    (line,) = told
    assert line.startswith(
        "There is no language package from German to English, French to English, Spanish to English and 2 more,"
    )


def test_a_folder_of_packages_is_told_from_a_folder_of_articles(tmp_path: Path) -> None:
    assert not holds_packages(tmp_path)
    assert holds_packages(tmp_path / "a.argosmodel")
    (tmp_path / "translate-uk_en").mkdir()
    (tmp_path / "translate-uk_en" / "metadata.json").touch()
    assert holds_packages(tmp_path)
