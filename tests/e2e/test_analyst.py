"""An analyst's walk: a folder of many files of five kinds, no network, a package carried over; stopped, sifted.

CROSSQUOTE_ANALYST_FILES says how many files there are, where it is not forty: `CROSSQUOTE_ANALYST_FILES=300`.
"""

import csv
import os
import shutil
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QMessageBox, QToolButton

from crossquote.gui.dialogs.listing import ListDialog
from crossquote.gui.dialogs.report import ReportDialog
from crossquote.gui.plain import PlainLabel
from crossquote.gui.views.findings import FindingsPane
from crossquote.model.finding import Severity
from crossquote.model.review import Ruling
from documents import packed
from e2e.bundle import Told, as_document, as_mail, as_page, as_text
from e2e.person import Person
from e2e.user import CONTROL, KEY, SHIFT
from gui.waiting import PATIENCE
from random_package import make_package

FILES = int(os.environ.get("CROSSQUOTE_ANALYST_FILES", "40"))
EVENTS = 8
"""So many events the files are about, by turns."""
_ENGLISH = (
    "The {place} bridge, part {number}",
    "Rain fell on the {place} valley for the {number}th day, and nobody crossed the river.",
    "“We counted {cracks} cracks in the {place} bridge on Monday,” said Tomas Berg, the chief engineer. {more}",
    "“I have {asked} that the ministry keep the {place} ferry running,” said Mayor Ada Lindqvist.",
)
_UKRAINIAN = (
    "Міст у долині {place}, частина {number}",
    "У долині {number} день ішов дощ, і ніхто не переходив річку.",
    "«Ми нарахували {cracks} тріщин на мосту {place} в понеділок», — сказав головний інженер Томас Берг.",
)
PLACES = ("Velmar", "Ardun", "Kessel", "Torvik", "Halden", "Brisk", "Lomond", "Sarn")


def as_archive(told: Told) -> bytes:
    """Return a zip archive with the article and a photo of it."""
    return packed(
        {f"{told.outlet}/text.txt": as_text(told), "photo.png": b"\x89PNG\r\n\x1a\n\0" + told.outlet.encode()}
    )


_KINDS = (("html", as_page), ("txt", as_text), ("eml", as_mail), ("docx", as_document), ("zip", as_archive))


def lay_out(folder: Path) -> Path:
    """Write the files into a folder with folders in it, and return it; each tenth is in Ukrainian, of all kinds."""
    for number in range(FILES):
        about = {
            "place": PLACES[number % EVENTS],
            "number": number + 1,
            "cracks": 3 + (number % 5 == 1),
            "asked": "asked" if number % 7 == 3 else "strongly requested",
            "more": "“It will probably reopen in June,” he added."
            if number % 3
            else "“It will reopen in June,” he added.",
        }
        language, lines = ("uk", _UKRAINIAN) if number % 10 == 9 else ("en", _ENGLISH)
        title, *body = (line.format(**about) for line in lines)
        ending, write = _KINDS[number * 3 // 2 % len(_KINDS)]
        path = folder / f"week-{number % 4}" / f"outlet-{number:03}.{ending}"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(write(Told(f"Outlet {number:03}", language, title, tuple(body))))
    return folder


@pytest.mark.usefixtures("kept_processes")
def test_a_folder_is_taken_in_stopped_gone_on_with_and_sifted(
    person: Person, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = lay_out(tmp_path / "case")
    stop_and_go_on(person, folder)
    see_what_was_not_read(person, folder)
    carry_a_package_over(person, tmp_path)
    sift(person)
    rule_in_the_list(person)
    report = tmp_path / "findings.csv"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(report), ""))
    write_the_report(person)
    with report.open(encoding="utf-8-sig", newline="") as file:
        lines = list(csv.reader(file))
    assert len(lines) > 1
    assert sum("accepted" in " ".join(line).casefold() for line in lines) == 1


def stop_and_go_on(person: Person, folder: Path) -> None:
    """Drop the folder; stop while it is read, and drop it again: what is open already is not taken in twice."""
    bar = person.desk.busy
    person.drop([folder])
    person.qtbot.waitUntil(bar.isVisible, timeout=PATIENCE)
    stop = bar.findChild(QToolButton)
    assert stop is not None
    person.click_at(stop)
    assert len(person.desk.bridge.state.articles) < FILES
    person.look("analyst-1-stopped")
    person.drop([folder])
    person.settle()
    assert len(person.desk.bridge.state.articles) == FILES
    assert not bar.isVisible()
    person.look("analyst-2-taken-in")


def see_what_was_not_read(person: Person, folder: Path) -> None:
    """List the files that were not read: photos that all have one name, each with the archive that it lies in."""
    archives = {path.name for path in folder.rglob("*.zip")}
    (told,) = person.desk.banner.findChildren(PlainLabel)
    assert f"{len(archives)} files were not read: photo.png" in told.text()
    person.shell.actions_by_id["unread"].trigger()
    dialog = person.dialog()
    assert isinstance(dialog, ListDialog)
    rows = (dialog.tree.topLevelItem(row) for row in range(dialog.tree.topLevelItemCount()))
    assert {item.text(0) for item in rows if item is not None} == {str(Path(name, "photo.png")) for name in archives}
    person.look("analyst-3-unread")
    person.press(KEY.Key_Escape)


def carry_a_package_over(person: Person, folder: Path) -> None:
    """Drop a package from a stick, as the line says that one is missing; then the line is gone, and all is compared."""
    assert any("Ukrainian to English" in line for line in person.desk.banner.lines)
    made = make_package(folder / "made", ("uk", "en"))
    zipped = shutil.make_archive(str(folder / "package"), "zip", made.parent, made.name)
    stick = folder / "stick" / "translate-uk_en-1_9.argosmodel"
    stick.parent.mkdir()
    Path(zipped).rename(stick)
    person.drop([stick])
    person.settle()
    assert not any("Ukrainian to English" in line for line in person.desk.banner.lines)
    assert person.desk.bridge.state.translations
    person.look("analyst-4-package")


def sift(person: Person) -> None:
    """Narrow the list by a switch and by a word; the counts agree, and one click shows all again."""
    utterances = person.desk.utterances
    every = utterances.model.rowCount()
    major = next(button for one, button in utterances.bar.switches.items() if one.value == Severity.MAJOR.value)
    said = int(major.text().rpartition(" ")[2])
    person.click_at(major)
    assert utterances.model.rowCount() == said < every
    person.press(KEY.Key_F, CONTROL)
    person.type_in("Kessel")
    person.press(KEY.Key_Return)
    assert 0 < utterances.model.rowCount() <= said
    person.look("analyst-5-sifted")
    person.press(KEY.Key_F, CONTROL)
    person.press(KEY.Key_Escape)
    person.click_at(utterances.bar.all)
    assert utterances.model.rowCount() == every


def rule_in_the_list(person: Person) -> None:
    """Dismiss three findings at once in the list of all, and take that back as one step."""
    person.press(KEY.Key_F8)
    pane = person.desk.workspace.findings
    assert isinstance(pane, FindingsPane)
    person.click_row(pane.list, 0)
    person.press(KEY.Key_Down, SHIFT, times=2)
    person.look("analyst-6-findings")
    person.press(KEY.Key_D)
    person.sign("Analyst", "analyst-7-name")
    rulings = person.desk.bridge.state.rulings
    assert [decision.ruling for decision in rulings.values()] == [Ruling.DISMISSED] * 3
    person.press(KEY.Key_Z, CONTROL)
    assert not person.desk.bridge.state.rulings
    person.click_row(pane.list, 0)
    person.press(KEY.Key_A)
    assert [decision.ruling for decision in person.desk.bridge.state.rulings.values()] == [Ruling.ACCEPTED]


def write_the_report(person: Person) -> None:
    """Write the findings as a table."""
    person.press(KEY.Key_E, CONTROL)
    dialog = person.dialog()
    assert isinstance(dialog, ReportDialog)
    while ".csv" not in dialog.format.currentText():
        person.press(KEY.Key_Down)
    person.look("analyst-8-report")
    person.click_at(dialog.give)
    assert isinstance(person.dialog(), QMessageBox)
    person.press(KEY.Key_Escape)
