"""An analyst's walk with an archive: a folder is taken in, an utterance traced, six renditions come into a project."""

import csv
import shutil
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QMessageBox

from crossquote.cli.main import run
from crossquote.gui.dialogs.archive import ArchiveDialog
from crossquote.gui.dialogs.report import ReportDialog
from crossquote.gui.models.traced import TracedModel
from crossquote.gui.words import say
from crossquote.resources import seeds
from e2e.person import Person
from e2e.user import CONTROL, KEY, SHIFT

ASKED = "I have strongly requested to President Putin"


@pytest.fixture
def press(tmp_path: Path) -> Path:
    """Return a disk of press: the articles of the sample story, and others that are about nothing of it."""
    folder = tmp_path / "press"
    for path in sorted((seeds() / "ceasefire-call").glob("*.txt")):
        (folder / path.name.partition(".")[0]).mkdir(parents=True)
        shutil.copy(path, folder / path.name.partition(".")[0] / path.name)
    for number in range(12):
        text = f"Rain, day {number}\n\n“We counted {number + 3} cracks in the dam on Monday,” said Tomas Berg.\n"
        (folder / f"rain-{number}.txt").write_text(text, encoding="utf-8")
    return folder


def test_six_renditions_are_brought_from_an_archive_into_a_project_and_a_report(
    person: Person, press: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    archive = tmp_path / "archive"
    assert run(["archive", "add", str(press), "--archive", str(archive), "--workers", "1"]) == 0
    person.drop([next(press.glob("world-desk/*"))])
    person.settle()
    trace(person, archive, monkeypatch)
    add_six(person)
    report = tmp_path / "findings.csv"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(report), ""))
    write_the_report(person)
    with report.open(encoding="utf-8-sig", newline="") as file:
        told = {cell for line in csv.reader(file) for cell in line}
    assert {"Kyiv daily english", "Madrid morning", "Moscow wire"} <= told


def trace(person: Person, archive: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Go to the utterance, ask for others by the key, and choose the archive, which is asked for once."""
    state = person.desk.bridge.state
    asked = next(one for one in state.utterances.values() if ASKED in one.renditions[0].text)
    person.desk.utterances.select(asked.id)
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(archive))
    person.press(KEY.Key_F, SHIFT)
    dialog = person.dialog()
    assert isinstance(dialog, ArchiveDialog)
    assert dialog.note.text() == say("window.archive.none")
    person.look("archive-1-none")
    person.click_at(dialog.choose)
    model = dialog.renditions.model()
    assert isinstance(model, TracedModel)
    assert [row.there for row in model.rows].count(True) == 1
    assert not any("Rain" in row.where for row in model.rows)
    person.look("archive-2-found")


def add_six(person: Person) -> None:
    """Look at who printed it first, choose six, and add them; that is one step."""
    dialog = person.dialog()
    assert isinstance(dialog, ArchiveDialog)
    dialog.page.choose("timeline")
    person.look("archive-3-timeline")
    dialog.page.choose("renditions")
    dialog.renditions.setFocus()
    person.press(KEY.Key_A, CONTROL)
    assert len(dialog.chosen) == 6
    person.look("archive-4-chosen")
    person.click_at(dialog.add)
    state = person.desk.bridge.state
    assert len(state.articles) == 7
    assert not any(article.source.warnings for article in state.articles.values())
    assert len({article.language for article in state.articles.values()}) == 6
    assert max(len(one.renditions) for one in state.utterances.values()) >= 6
    person.look("archive-5-added")
    person.press(KEY.Key_Z, CONTROL)
    assert len(person.desk.bridge.state.articles) == 1
    person.press(KEY.Key_Z, CONTROL | SHIFT)
    assert len(person.desk.bridge.state.articles) == 7
    person.press(KEY.Key_F, SHIFT)
    again = person.dialog()
    assert isinstance(again, ArchiveDialog)
    assert again.found.text() == say("window.archive.found", count=7, there=7)
    person.press(KEY.Key_Escape)


def write_the_report(person: Person) -> None:
    """Write the findings as a table."""
    person.press(KEY.Key_E, CONTROL)
    dialog = person.dialog()
    assert isinstance(dialog, ReportDialog)
    while ".csv" not in dialog.format.currentText():
        person.press(KEY.Key_Down)
    person.click_at(dialog.give)
    assert isinstance(person.dialog(), QMessageBox)
    person.press(KEY.Key_Escape)
