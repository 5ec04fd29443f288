"""The project file: what it holds, undo and redo, and what it refuses."""

import json
import sqlite3
import zlib
from contextlib import closing
from pathlib import Path
from types import MappingProxyType

import pytest
from msgspec.structs import replace

from crossquote.errors import UserError
from crossquote.export.formats.html.page import report_html
from crossquote.export.formats.json import reviewed_row
from crossquote.message import message, verbatim
from crossquote.model.article import Source
from crossquote.model.coherence import coherent
from crossquote.model.span import Span
from crossquote.model.state import State
from crossquote.model.translation import SentenceKey, Translation
from crossquote.progress import finish
from crossquote.project.codec import differences, read_state, table_of
from crossquote.project.journal import Turned
from crossquote.project.store import Project, is_open, is_project
from crossquote.wording.telling import tell
from crossquote.wording.trouble import tell_error
from crossquote.work.edits import review
from crossquote.work.report import gather_report
from crossquote.work.session import Session
from crossquote.work.stages.pipeline import add_text
from links import needs_links
from saying import says

FIRST = 'One\n\n"We will open the new bridge on Monday," Mayor Ada Lindqvist said.\n'
SECOND = 'Two\n\n"We will open the new bridge on Tuesday," Mayor Ada Lindqvist said.\n'


def states() -> tuple[State, State, State]:
    session = Session()
    empty = session.state
    finish(add_text(session, FIRST, "first"))
    one = session.state
    finish(add_text(session, SECOND, "second"))
    return empty, one, session.state


def name_of(turned: Turned | None) -> str | None:
    return tell(turned.step.name) if turned else None


def test_a_project_gives_back_what_it_was_given(tmp_path: Path) -> None:
    path = tmp_path / "bridge.crossquote"
    empty, one, two = states()
    project = Project(path, new=True)
    project.record(verbatim("Add first"), empty, one)
    project.record(verbatim("Add second"), one, two)
    assert project.state() == two
    project.close()
    assert [found.name for found in tmp_path.iterdir()] == ["bridge.crossquote"]
    assert is_project(path)
    project = Project(path)
    assert project.state() == two
    assert list(project.state().quotes) == list(two.quotes)
    project.close()


def test_what_an_article_was_read_from_is_kept_and_older_files_say_nothing_of_it() -> None:
    empty, one, _ = states()
    (article,) = one.articles.values()
    warnings = (message("warning.two", pages=(1, 2), of=message("format.pdf")),)
    source = Source("application/pdf", "pdf", "https://news.example/bridge", warnings)
    one = replace(one, articles=MappingProxyType({article.id: replace(article, source=source)}))
    records = [(change.key.kind, change.key.id, change.after or "") for change in differences(empty, one)]
    assert read_state(records).state == one
    older = [(kind, id_, without_source(value) if kind == "articles" else value) for kind, id_, value in records]
    assert read_state(older).state.articles[article.id] == replace(article, source=Source())


def without_source(value: str) -> str:
    return json.dumps({key: said for key, said in json.loads(value).items() if key != "source"})


def test_steps_are_taken_back_and_done_again_after_reopening(tmp_path: Path) -> None:
    path = tmp_path / "bridge.crossquote"
    empty, one, two = states()
    project = Project(path, new=True)
    project.record(verbatim("Add first"), empty, one)
    project.record(verbatim("Add second"), one, two)
    project.close()
    project = Project(path)
    assert name_of(project.undo()) == "Add second"
    assert project.state() == one
    assert name_of(project.undo()) == "Add first"
    assert project.state() == empty
    assert project.undo() is None
    assert name_of(project.redo()) == "Add first"
    assert project.state() == one
    project.record(verbatim("Read in German"), one, replace(one, reading_language="de"))
    assert project.redo() is None
    assert [tell(found.name) for found in project.steps()] == ["Add first", "Read in German"]
    project.close()


def test_a_joined_part_is_taken_back_with_its_step(tmp_path: Path) -> None:
    empty, one, two = states()
    project = Project(tmp_path / "bridge.crossquote", new=True)
    project.record(verbatim("Add both"), empty, one)
    project.join(one, two)
    assert project.state() == two
    project.undo()
    assert project.state() == empty
    project.redo()
    assert project.state() == two
    project.close()


def test_a_second_opening_says_who_has_it(tmp_path: Path) -> None:
    path = tmp_path / "bridge.crossquote"
    project = Project(path, new=True)
    with pytest.raises(UserError, check=says("open already: ")):
        Project(path)
    project.close()
    Project(path).close()


@pytest.mark.parametrize("data", [b"", b"no database at all" * 50, b"SQLite format 3\0" + bytes(500)])
def test_what_is_no_project_is_refused(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "strange.crossquote"
    path.write_bytes(data)
    with pytest.raises(UserError) as caught:
        Project(path)
    assert str(path) in tell_error(caught.value)
    assert not is_project(path)


def test_a_newer_file_is_refused_with_a_clear_word(tmp_path: Path) -> None:
    path = tmp_path / "new.crossquote"
    Project(path, new=True).close()
    with sqlite3.connect(path) as connection:
        connection.execute("PRAGMA user_version = 99")
    connection.close()
    with pytest.raises(UserError, check=says("newer Crossquote")):
        Project(path)


def test_a_file_that_brings_a_trigger_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "hostile.crossquote"
    Project(path, new=True).close()
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TRIGGER t AFTER INSERT ON records BEGIN DELETE FROM steps; END")
    connection.close()
    with pytest.raises(UserError, check=says("not those of a project")):
        Project(path)


def test_a_value_of_another_type_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "hostile.crossquote"
    Project(path, new=True).close()
    with sqlite3.connect(path) as connection:
        connection.execute("""INSERT INTO records VALUES ('articles', '"a"', '{"id": 3}')""")
    connection.close()
    project = Project(path)
    with pytest.raises(UserError, check=says("not right")):
        project.state()
    project.close()


def test_mappings_of_a_read_state_are_frozen(tmp_path: Path) -> None:
    project = Project(tmp_path / "bridge.crossquote", new=True)
    assert isinstance(project.state().articles, MappingProxyType)
    project.close()


def test_a_full_disk_is_named_and_takes_nothing(tmp_path: Path) -> None:
    empty, one, two = states()
    project = Project(tmp_path / "bridge.crossquote", new=True)
    project.record(verbatim("Add first"), empty, one)
    limit(project, 12)
    for _ in range(2):
        with pytest.raises(UserError, check=says("disk is full")):
            project.record(
                verbatim("Add much"), one, replace(one, references=MappingProxyType({"a": "word " * 100_000}))
            )
    limit(project, 1_000_000)
    project.record(verbatim("Add second"), one, two)
    project.close()
    again = Project(tmp_path / "bridge.crossquote")
    assert again.state() == two
    again.close()


def limit(project: Project, pages: int) -> None:
    project._run(lambda: project._connection.execute(f"PRAGMA max_page_count = {pages}").close())


def test_another_programs_database_is_left_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "places.sqlite"
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE places (name TEXT)")
    connection.close()
    before = path.read_bytes()
    with pytest.raises(UserError, check=says("not a Crossquote project")):
        Project(path)
    assert path.read_bytes() == before
    assert [found.name for found in tmp_path.iterdir()] == ["places.sqlite"]


def test_a_further_part_forgets_what_was_undone(tmp_path: Path) -> None:
    empty, one, two = states()
    project = Project(tmp_path / "bridge.crossquote", new=True)
    project.record(verbatim("Add first"), empty, one)
    project.record(verbatim("Add second"), one, two)
    project.undo()
    project.join(one, replace(one, reading_language="de"))
    assert project.redo() is None
    assert project.state() == replace(one, reading_language="de")
    project.close()


def test_a_step_that_cannot_be_read_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "hostile.crossquote"
    empty, one, _ = states()
    project = Project(path, new=True)
    project.record(verbatim("Add first"), empty, one)
    project.close()
    for packed in (b"", b"no deflate", zlib.compress(b"[" * 100_000), zlib.compress(b"[[1, 2]]"), zlib.compress(b"7")):
        with sqlite3.connect(path) as connection:
            connection.execute("UPDATE parts SET changes = ?", (packed,))
        connection.close()
        project = Project(path)
        with pytest.raises(UserError, check=says("can't be read")):
            project.undo()
        assert project.state() == one
        project.close()


@needs_links
def test_an_open_project_is_known_by_any_name(tmp_path: Path) -> None:
    path = tmp_path / "bridge.crossquote"
    project = Project(path, new=True)
    (tmp_path / "link.crossquote").symlink_to(path)
    assert is_open(path)
    with pytest.raises(UserError, check=says("open already")):
        Project(tmp_path / "link.crossquote")
    project.close()
    assert not is_open(path)


FAR = {"start": 0, "end": 999_999_999}


@pytest.mark.parametrize(
    ("kind", "changed"),
    [
        ("quotes", {"article": "absent"}),
        ("quotes", {"id": "other"}),
        ("quotes", {"spans": []}),
        ("quotes", {"spans": [FAR]}),
        ("quotes", {"speaker": {"mention": FAR, "name": "Ada"}}),
        ("quotes", {"cue": {"span": FAR}}),
        ("articles", {"id": "other"}),
        ("articles", {"text": "a"}),
        ("articles", {"layout": {"title": FAR, "skipped": [FAR]}}),
        ("utterances", {"id": "other"}),
        ("utterances", {"renditions": []}),
        ("utterances", {"renditions": [{"article": "a", "quotes": ["absent"], "language": None, "text": ""}]}),
        ("utterances", {"renditions": [{"article": "a", "quotes": [], "language": None, "text": ""}]}),
        ("utterances", {"base": 7}),
        ("utterances", {"base": -1}),
        ("utterances", {"comparisons": [None]}),
    ],
)
def test_records_that_lead_nowhere_do_no_harm_where_work_was_stopped(
    tmp_path: Path, kind: str, changed: dict[str, object]
) -> None:
    path = tmp_path / "hostile.crossquote"
    empty, _, two = states()
    project = Project(path, new=True)
    project.record(verbatim("Add both"), empty, two)
    project.close()
    with sqlite3.connect(path) as connection:
        derived = table_of(kind) == "derived"
        read, write = (
            (
                "SELECT id, value FROM derived WHERE kind = ?",
                "UPDATE derived SET value = ? WHERE kind = ? AND id = ?",
            )
            if derived
            else (
                "SELECT id, value FROM records WHERE kind = ?",
                "UPDATE records SET value = ? WHERE kind = ? AND id = ?",
            )
        )
        for id_, value in connection.execute(read, (kind,)).fetchall():
            record = json.dumps({**json.loads(value), **changed})
            connection.execute(write, (record, kind, id_))
    connection.close()
    with closing(Project(path)) as whole, pytest.raises(UserError, check=says("damaged")):
        whole.state()
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("INSERT OR REPLACE INTO records VALUES ('setting', 'unfinished', 'true')")
    project = Project(path)
    session = Session(project=project)
    assert coherent(session.state) is session.state
    assert report_html(gather_report(session.state))
    assert reviewed_row(gather_report(session.state))
    finish(add_text(session, FIRST.replace("Monday", "Friday"), "third"))
    assert report_html(gather_report(session.state))
    assert project.state().quotes == session.state.quotes
    project.close()


def test_a_correction_that_leads_nowhere_does_no_harm(tmp_path: Path) -> None:
    empty, one, _ = states()
    (quote,) = one.quotes.values()
    project = Project(tmp_path / "hostile.crossquote", new=True)
    corrections = MappingProxyType({quote.id: replace(quote, spans=(Span(0, 999),)), "gone:1-2": None})
    project.record(verbatim("Add first"), empty, replace(one, corrections=corrections))
    assert dict(project.state().corrections) == {"gone:1-2": None}
    project.close()


def test_half_characters_are_kept_as_what_a_file_can_hold(tmp_path: Path) -> None:
    project = Project(tmp_path / "odd.crossquote", new=True)
    state = State(references=MappingProxyType({"a\ud800": "x\ud83d\ude00\udfff"}))
    project.record(verbatim("Give what was really said"), State(), state)
    assert dict(project.state().references) == {"a\ufffd": "x\U0001f600\ufffd"}
    project.close()


def test_what_no_step_made_is_neither_taken_back_nor_forgets_what_was(tmp_path: Path) -> None:
    empty, one, two = states()
    project = Project(tmp_path / "bridge.crossquote", new=True)
    project.record(verbatim("Add first"), empty, one)
    project.record(verbatim("Add second"), one, two)
    project.undo()
    remembered = MappingProxyType({SentenceKey("a", "uk", "en"): Translation("a", "b", (("uk", "en"),))})
    project.keep(one, replace(one, sentences=remembered))
    assert name_of(project.redo()) == "Add second"
    assert project.state() == replace(two, sentences=remembered)
    project.undo()
    project.undo()
    assert project.state() == replace(empty, sentences=remembered)
    project.close()


def test_memory_has_what_the_file_has_of_half_characters(tmp_path: Path) -> None:
    path = tmp_path / "bridge.crossquote"
    session = Session(project=Project(path, new=True))
    finish(add_text(session, FIRST, "first"))
    article = next(iter(session.state.articles))
    review.write_note(session, f"article:{article}", "half \ud83d, whole \ud83d\ude00, half \udcff")
    kept = session.state
    assert session.project is not None
    session.project.close()
    project = Project(path)
    assert project.state().notes == kept.notes
    project.close()
    assert kept.notes[f"article:{article}"].text == "half \ufffd, whole 😀, half \ufffd"
