"""Damage that is still JSON: what nobody knows, and what leads nowhere, is refused; what a genuine file has is not."""

import shutil
import sqlite3
from contextlib import closing
from enum import Enum
from pathlib import Path
from types import MappingProxyType
from typing import Any, get_args, get_type_hints

import msgspec
import pytest
from msgspec import NODEFAULT, Struct
from msgspec.structs import FieldInfo, fields, replace

from crossquote.cli.main import run
from crossquote.errors import ErrorCode, UserError
from crossquote.message import verbatim
from crossquote.model.review import Verdict
from crossquote.model.state import State
from crossquote.progress import finish
from crossquote.project.migrate import VERSION
from crossquote.project.store import Project
from crossquote.translation.fake import FakeTranslator
from crossquote.work.edits import articles as edit
from crossquote.work.edits import quotes, review
from crossquote.work.session import Session
from crossquote.work.stages.pipeline import add_text

FILES = Path(__file__).with_name("files")
FIRST = 'One\n\n"We will open the new bridge on Monday," Mayor Ada Lindqvist said.\n'
SECOND = 'Two\n\n"We will open the new bridge on Tuesday," Mayor Ada Lindqvist said.\n'
THIRD = "Три\n\n«Ми відкриємо новий міст у понеділок», — сказала міський голова Ада Ліндквіст.\n"


@pytest.fixture(scope="module")
def _made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("made") / "bridge.crossquote"
    session = Session(project=Project(path, new=True), translator=FakeTranslator([("uk", "en")]))
    assert session.project is not None
    for text, outlet in ((FIRST, "first"), (SECOND, "second"), (THIRD, "third")):
        finish(add_text(session, text, outlet))
    assert session.state.translations
    assert any(one for utterance in session.state.utterances.values() for one in utterance.comparisons)
    session.project.close()
    return path


@pytest.fixture
def path(_made: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(_made, tmp_path))


def change(path: Path, *statements: str) -> None:
    with closing(sqlite3.connect(path)) as connection, connection:
        changed = sum(connection.execute(statement).rowcount for statement in statements)
    assert changed > 0


def put(table: str, kind: str, words: str, others: str) -> str:
    return f"UPDATE {table} SET value = replace(value, '{words}', '{others}') WHERE kind = '{kind}'"  # noqa: S608 - ours


def named(table: str, kind: str, field: str, other: str) -> str:
    return put(table, kind, f'"{field}":', f'"{other}":')


DAMAGES = {
    "an utterance's field": named("derived", "utterances", "comparisons", "comparisnns"),
    "a comparison's field": named("derived", "utterances", "findings", "findingr"),
    "a message's field": named("derived", "utterances", "facts", "fagts"),
    "an article's field": named("records", "articles", "detection", "letection"),
    "a quote's field": named("derived", "quotes", "speaker", "speakes"),
    "a quote of a rendition": put("derived", "utterances", '"quotes":["', '"quotes":["8'),
    "a quote's place": put("derived", "quotes", '"spans":[{"start":', '"spans":[{"start":9'),
    "a quote's id": "UPDATE derived SET id = replace(id, ':', ';') WHERE kind = 'quotes'",
    "what was translated": "UPDATE derived SET id = replace(id, ':', ';') WHERE kind = 'translations'",
    "how it was translated": "UPDATE derived SET id = replace(id, ':', ';') WHERE kind = 'evidence'",
    "an article's id": "UPDATE records SET id = replace(id, '\"', '\"f') WHERE kind = 'articles'",
    "the order of articles": "UPDATE records SET value = replace(value, '[\"', '[\"f') WHERE kind = 'order'",
    "the name of a kind": "UPDATE derived SET kind = 'uttgrances' WHERE kind = 'utterances'",
    "the name of a setting": "INSERT INTO records VALUES ('setting', 'reading_langwage', '\"uk\"')",
    "the name of an order": "UPDATE records SET id = 'articler' WHERE kind = 'order'",
}  # fmt: skip


@pytest.mark.parametrize("damage", DAMAGES.values(), ids=DAMAGES)
def test_what_nobody_knows_or_leads_nowhere_is_damage(
    damage: str, path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    change(path, damage)
    with closing(Project(path)) as project, pytest.raises(UserError) as refused:
        project.state()
    assert refused.value.code is ErrorCode.PROJECT
    assert run(["review", str(path)]) == 3
    told = capsys.readouterr()
    assert not told.out
    assert "bridge.crossquote" in told.err


def values_of_a_project() -> tuple[set[type[Struct]], set[type[Enum]]]:
    """Return the kinds of values that a project's file holds, and those of the names in them."""
    pending: list[Any] = [State]
    seen: set[type[Struct]] = set()
    names: set[type[Enum]] = set()
    while pending:
        kind = pending.pop()
        if isinstance(kind, type) and issubclass(kind, Struct):
            if kind not in seen:
                seen.add(kind)
                pending += get_type_hints(kind).values()
        elif isinstance(kind, type) and issubclass(kind, Enum):
            names.add(kind)
        else:
            pending += get_args(kind)
    return seen, names


def test_every_value_of_a_project_refuses_names_that_it_does_not_know() -> None:
    seen = values_of_a_project()[0] - {State}
    assert len(seen) > 20
    assert [kind.__name__ for kind in seen if not kind.__struct_config__.forbid_unknown_fields] == []


def test_no_garbage_is_looked_for_in_what_a_state_holds() -> None:
    """It is frozen, through and through, so it makes no cycle; and there are a million of these values."""
    for kind in values_of_a_project()[0] - {State}:
        assert kind.__struct_config__.frozen, kind
        assert not kind.__struct_config__.gc, kind


def test_what_is_as_it_is_by_default_is_not_written() -> None:
    for kind in values_of_a_project()[0] - {State}:
        assert kind.__struct_config__.omit_defaults == bool(kind.__struct_defaults__), kind


def with_default(field: FieldInfo) -> str:
    """Return the name of a field, with what it is by default: a file says nothing of it then."""
    return field.name if field.default is NODEFAULT else f"{field.name}={msgspec.json.encode(field.default).decode()}"


def test_each_name_that_a_project_may_hold_is_one_of_its_version() -> None:
    """What is new here is damage to every program of before: it takes another VERSION, and a list of its own."""
    values, names = values_of_a_project()
    lines = [f"{kind.__name__}: {', '.join(sorted(map(with_default, fields(kind))))}" for kind in values]
    lines += [f"{kind.__name__}: {', '.join(sorted(one.value for one in kind))}" for kind in names]
    known = Path(__file__).with_name(f"version-{VERSION}.names").read_text(encoding="utf-8")
    assert sorted(lines) == known.splitlines()


def test_what_was_decided_on_what_is_there_no_more_is_kept(path: Path) -> None:
    session = Session(project=Project(path))
    assert session.project is not None
    (utterance, *_) = [one for one in session.state.utterances.values() if len(one.renditions) > 1]
    judged = utterance.renditions[1]
    review.judge(session, judged, Verdict.DISTORTED)
    review.write_note(session, f"article:{judged.article}", "to be asked")
    review.write_note(session, f"quote:{judged.quotes[0]}", "to be asked")
    finish(edit.pin_base(session, utterance.id, judged.article))
    finish(quotes.part_quote(session, judged.quotes[0]))
    finish(edit.remove_articles(session, [judged.article]))
    session.project.close()
    with closing(Project(path)) as project:
        there = project.state()
        assert there.verdicts.keys() == {judged.quotes[0]}
        assert {one.about for one in there.notes.values()} == {f"article:{judged.article}", f"quote:{judged.quotes[0]}"}
        assert there.pins
        assert there.parted
        assert not there.unfinished


def test_where_work_was_stopped_what_leads_nowhere_is_left_out(path: Path) -> None:
    change(
        path,
        DAMAGES["a quote of a rendition"],
        "INSERT OR REPLACE INTO records VALUES ('setting', 'unfinished', 'true')",
    )
    with closing(Project(path)) as project:
        state = project.state()
        assert state.unfinished
        assert not state.utterances
        assert state.quotes


def without(state: State, quote: str) -> State:
    return replace(state, quotes=MappingProxyType({key: one for key, one in state.quotes.items() if key != quote}))


def test_a_step_that_leads_nowhere_is_taken_back_and_the_project_opens_as_unfinished_work(path: Path) -> None:
    with closing(Project(path)) as project:
        state = project.state()
        (both,) = [one for one in state.utterances.values() if len(one.renditions) > 1]
        one, other = (rendition.quotes[0] for rendition in both.renditions[:2])
        others = {key: utterance for key, utterance in state.utterances.items() if key != both.id}
        gone = without(replace(state, utterances=MappingProxyType(others)), one)
        project.record(verbatim("This is no quote"), state, gone)
        project.keep(gone, without(gone, other))
    session = Session(project=Project(path))
    assert session.project is not None
    session.undo()
    assert session.state.unfinished
    assert both.id not in session.state.utterances or session.state.utterances[both.id] != both
    session.project.close()
    with closing(Project(path)) as project:
        assert project.state().unfinished
        assert project.state().utterances == session.state.utterances


@pytest.mark.parametrize("version", [1, 2])
def test_of_an_older_file_what_leads_nowhere_is_unfinished_work(version: int, tmp_path: Path) -> None:
    path = Path(shutil.copy(FILES / f"version-{version}.crossquote", tmp_path / "dam.crossquote"))
    change(path, DAMAGES["a quote of a rendition"].replace("derived", "records"))
    for _ in range(2):
        with closing(Project(path)) as project:
            assert project.state().unfinished
            assert not project.state().utterances


@pytest.mark.parametrize("version", [1, 2])
def test_a_whole_older_file_is_no_unfinished_work(version: int, tmp_path: Path) -> None:
    path = Path(shutil.copy(FILES / f"version-{version}.crossquote", tmp_path / "dam.crossquote"))
    with closing(Project(path)) as project:
        assert not project.state().unfinished
