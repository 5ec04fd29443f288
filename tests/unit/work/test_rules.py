"""Rules from a file: looked at, refused in words, taken in once."""

import json
import os
from pathlib import Path

import pytest
from msgspec.structs import replace

from crossquote.errors import UserError
from crossquote.model.review import Rule
from crossquote.project.store import Project
from crossquote.wording.telling import tell
from crossquote.work.edits import review, rules
from crossquote.work.session import Session
from saying import says
from unit.work.test_review import open_state, two_articles


def rule(check: str = "date", base: str = "", text: str = "") -> Rule:
    return Rule(f"{check}{base}{text}", check, base, text, "known", review.stamp())


def exported(tmp_path: Path, *listed: Rule) -> Path:
    session = Session(open_state())
    for one in listed:
        review.add_rule(session, one)
    return review.export_rules(session.state, tmp_path / "rules.json")


def test_what_was_exported_is_imported_once_and_taken_back(tmp_path: Path) -> None:
    path = exported(tmp_path, rule(), rule("number"))
    offer = rules.look_at(open_state(), path)
    assert (len(offer.rules), offer.known, offer.silenced, offer.together) == (2, 0, (1, 0), 1)
    session = two_articles(Project(tmp_path / "x.crossquote", new=True))
    before = review.progress(session.state).open_findings
    offer_now = rules.look_at(session.state, path).together
    assert offer_now > 0
    rules.import_rules(session, offer.rules)
    assert {one.check for one in session.state.rules.values()} == {"date", "number"}
    assert review.progress(session.state).open_findings == before - offer_now
    again = rules.look_at(session.state, path)
    assert (again.rules, again.known) == ((), 2)
    rules.import_rules(session, rules.read_rules(path))
    assert len(session.state.rules) == 2
    step, _ = session.undo()
    assert step is not None
    assert tell(step.name) == "2 rules imported"
    assert not session.state.rules
    assert session.project is not None
    session.project.close()


def test_the_same_rule_twice_in_a_file_or_in_other_letters_is_one(tmp_path: Path) -> None:
    path = exported(tmp_path, rule(text="Tuesday"), replace(rule(text="tuesday,"), id="other"))
    session = Session(open_state())
    offer = rules.look_at(session.state, path)
    assert (len(offer.rules), offer.known) == (1, 1)
    rules.import_rules(session, rules.read_rules(path))
    assert len(session.state.rules) == 1


def test_an_imported_rule_replaces_none_that_has_its_id(tmp_path: Path) -> None:
    path = exported(tmp_path, replace(rule("number"), id="same"))
    session = Session(open_state())
    review.add_rule(session, replace(rule("date"), id="same"))
    rules.import_rules(session, rules.read_rules(path))
    assert {one.check for one in session.state.rules.values()} == {"date", "number"}


STAMP = {"who": "ada", "at": "2025-03-14T10:00:00+00:00"}
GOOD = {"id": "r", "check": "date", "base": "", "text": "", "reason": "", "stamp": STAMP}


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "holds no rules"),
        (b"\xff\xfe\x00", "holds no rules"),
        (b"[" * 100_000, "holds no rules"),
        (b'{"rules": 7}', "holds no rules"),
        (json.dumps({"rules": [{**GOOD, "text": 7}]}).encode(), "holds no rules"),
        (json.dumps({"rules": [{**GOOD, "check": "sarcasm"}]}).encode(), "“sarcasm”"),
        (json.dumps({"rules": [{**GOOD, "stamp": {**STAMP, "at": "soon"}}]}).encode(), "when it was made"),
        (json.dumps({"rules": [GOOD] * 6000}).encode(), "more than 5000"),
        (b" " * (1024 * 1024 + 1), "larger"),
    ],
)
def test_a_hostile_file_is_refused_by_its_name(tmp_path: Path, data: bytes, said: str) -> None:
    path = tmp_path / "rules.json"
    path.write_bytes(data)
    with pytest.raises(UserError, check=says(said)) as refused:
        rules.read_rules(path)
    assert refused.value.path == str(path)
    assert len(tell(refused.value.message)) < 400


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="Windows has no such pipes in folders")
def test_a_pipe_is_refused_by_its_name_and_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(UserError, check=says("it is not an ordinary file")) as refused:
        rules.read_rules(tmp_path / "pipe")
    assert refused.value.path == str(tmp_path / "pipe")


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(UserError) as refused:
        rules.read_rules(tmp_path)
    assert refused.value.path == str(tmp_path)
