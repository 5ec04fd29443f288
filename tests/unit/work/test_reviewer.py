"""Who reviews: the name that the user chose, else nobody."""

from contextlib import closing
from pathlib import Path

from msgspec.structs import replace

from crossquote.model.review import Verdict
from crossquote.progress import finish
from crossquote.project.store import Project
from crossquote.work.edits.review import judge
from crossquote.work.reviewer import reviewer
from crossquote.work.session import Session
from crossquote.work.settings import load_settings, save_settings
from crossquote.work.stages.pipeline import add_text

SAID = "“We will never open the old bridge before winter,” said Mayor Ada Lindqvist.\n"


def test_nobody_s_name_stands_where_none_was_chosen() -> None:
    assert reviewer() == ""
    save_settings(replace(load_settings(), reviewer="  "))
    assert reviewer() == ""


def test_the_chosen_name_stands_beside_steps_and_decisions(tmp_path: Path) -> None:
    project = Project(tmp_path / "a.crossquote", new=True)
    with closing(project):
        session = Session(project=project)
        finish(add_text(session, SAID, "Harbour Daily"))
        save_settings(replace(load_settings(), reviewer="Ада Ліндквіст"))
        finish(add_text(session, SAID.replace("old bridge", "bridge"), "Coast Wire"))
        utterance = next(iter(session.state.utterances.values()))
        judge(session, utterance.renditions[1], Verdict.FAITHFUL)
        people = [step.who for step in project.steps()]
    assert people == ["", "Ада Ліндквіст", "Ада Ліндквіст"]
    assert [verdict.stamp.who for verdict in session.state.verdicts.values()] == ["Ада Ліндквіст"]
