"""Checks that are switched off: left out when comparing, and told by every report."""

import json
from pathlib import Path

import pytest

from crossquote.comparison.table import Checks
from crossquote.export.formats.html.page import report_html
from crossquote.export.formats.json import reviewed_row
from crossquote.message import verbatim
from crossquote.progress import finish
from crossquote.project.store import Project
from crossquote.work.edits import articles as edit
from crossquote.work.report import gather_report
from crossquote.work.save_report import History, save_report
from crossquote.work.session import Session
from crossquote.work.settings import Settings, save_settings
from crossquote.work.stages.compare import chosen_checks
from crossquote.work.stages.pipeline import add_text, refresh, switch_checks


def test_the_settings_switch_checks_off() -> None:
    assert chosen_checks() == Checks()
    save_settings(Settings(checks_off="order wording"))
    assert chosen_checks() == Checks(off=frozenset({"order", "wording"}))
    save_settings(Settings(checks_off="order sarcasm"))
    assert chosen_checks() == Checks(off=frozenset({"order"}))


def compared(project: Project | None = None) -> Session:
    session = Session(project=project)
    for number, said in enumerate(("We will send three ferries on Monday", "We will send two ferries on Friday")):
        finish(add_text(session, f'Title\n\n"{said}," Mayor Ada Lindqvist said.\n', f"outlet-{number}"))
    return session


def raised(session: Session) -> set[str]:
    return {
        finding.check
        for utterance in session.state.utterances.values()
        for comparison in utterance.comparisons
        if comparison
        for finding in comparison.findings
    }


def test_the_state_remembers_which_checks_were_off_and_reports_say_so(tmp_path: Path) -> None:
    session = compared(Project(tmp_path / "x.crossquote", new=True))
    assert {"number", "date"} <= raised(session)
    assert session.project is not None
    save_settings(Settings(checks_off="number"))
    finish(switch_checks(session, verbatim("Turn off a check")))
    assert "number" not in raised(session)
    assert session.project.state() == session.state
    assert reviewed_row(gather_report(session.state))["checks_off"] == ["number"]
    assert "These checks were off: number." in report_html(gather_report(session.state))
    written = finish(save_report(session.state, tmp_path / "x.json", history=History(session.project.steps())))
    told = reviewed_row(gather_report(session.state, session.project.steps(), title="x"))
    assert json.loads(written.read_text(encoding="utf-8")) == json.loads(json.dumps(told))
    session.undo()
    assert "number" in raised(session)
    assert reviewed_row(gather_report(session.state))["checks_off"] == []
    session.project.close()


@pytest.mark.parametrize("again", ["pin", "refresh"])
def test_only_comparing_all_anew_heeds_a_switch(again: str) -> None:
    session = compared()
    save_settings(Settings(checks_off="number"))
    utterance = next(iter(session.state.utterances.values()))
    pin = edit.pin_base(session, utterance.id, utterance.renditions[1 - utterance.base].article)
    finish(pin if again == "pin" else refresh(session))
    assert ("number" in raised(session)) is (again == "pin")
    assert session.state.checks_off == ("" if again == "pin" else "number")
