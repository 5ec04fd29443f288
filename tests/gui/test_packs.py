"""Evidence packs in the window: written of what is open, never over a file; verified part by part."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QMessageBox
from pytestqt.qtbot import QtBot

from crossquote.gui.desk import Desk
from crossquote.gui.dialogs.listing import ListDialog
from crossquote.progress import finish
from crossquote.work.pack.verify import verify_pack
from crossquote.work.save_report import History, save_report
from gui.opened import open_window, seen_windows
from gui.waiting import settle

SAID = "The bridge\n\n“We will never open the old bridge before winter,” said Mayor Ada Lindqvist.\n"


@pytest.fixture
def kept(qtbot: QtBot, tmp_path: Path) -> Desk:
    """Return the desk of a window that keeps its work, with one article."""
    desk = open_window(qtbot)
    (tmp_path / "Harbour Daily.txt").write_text(SAID, encoding="utf-8")
    desk.take_in((str(tmp_path / "Harbour Daily.txt"),))
    settle(qtbot, desk)
    return desk


def written(desk: Desk, qtbot: QtBot, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_, **__: (str(path.with_suffix("")), ""))
    desk.shell.actions_by_id["pack"].trigger()
    settle(qtbot, desk)


def test_a_pack_is_written_and_its_number_told(
    kept: Desk, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    written(kept, qtbot, tmp_path / "case.zip", monkeypatch)
    verdict = finish(verify_pack(tmp_path / "case.zip"))
    assert verdict.holds
    (box,) = seen_windows(QMessageBox)
    assert verdict.manifest in box.informativeText()
    box.close()


def test_no_file_is_written_over(kept: Desk, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "case.zip").write_bytes(b"as it was")
    written(kept, qtbot, tmp_path / "case.zip", monkeypatch)
    assert (tmp_path / "case.zip").read_bytes() == b"as it was"
    assert "case.zip" in "\n".join(kept.banner.lines)


@pytest.mark.parametrize("changed", [False, True])
def test_what_holds_in_a_pack_is_listed(
    kept: Desk, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, changed: bool
) -> None:
    path = tmp_path / "case.zip"
    written(kept, qtbot, path, monkeypatch)
    for box in seen_windows(QMessageBox):
        box.close()
    if changed:
        path.write_bytes(path.read_bytes() + b"more")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(path), ""))
    kept.shell.actions_by_id["verify"].trigger()
    settle(qtbot, kept)
    (dialog,) = seen_windows(ListDialog)
    signs = {dialog.tree.topLevelItem(row).text(1) for row in range(dialog.tree.topLevelItemCount())}  # type: ignore[union-attr]  # each row is there
    assert ("✗" in signs) is changed
    assert ("Something was changed" in dialog.about.text()) is changed
    dialog.close()


@pytest.mark.parametrize("changed", [False, True])
def test_a_report_is_held_against_what_is_open(
    kept: Desk, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, changed: bool
) -> None:
    path = tmp_path / "said.md"
    project = kept.bridge.session.project
    assert project is not None
    finish(save_report(kept.bridge.state, path, history=History(project.steps())))
    if changed:
        path.write_bytes(path.read_bytes().replace(b"bridge", b"tunnel"))
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(path), ""))
    kept.shell.actions_by_id["verify"].trigger()
    settle(qtbot, kept)
    (dialog,) = seen_windows(ListDialog)
    assert ("not what its project gives" in dialog.about.text()) is changed
    dialog.close()
