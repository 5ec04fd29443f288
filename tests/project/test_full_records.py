"""A stranger's project that holds more values than any can have is refused for little memory and time."""

import json
import os
import shutil
import sqlite3
import sys
import zlib
from collections.abc import Iterator, Sequence
from contextlib import closing
from pathlib import Path
from types import MappingProxyType

import pytest
from msgspec.structs import replace

from costs import cost, needs_costs, see_refused
from crossquote.errors import ErrorCode, UserError
from crossquote.message import verbatim
from crossquote.model.state import State
from crossquote.project import journal, room
from crossquote.project.file import APPLICATION
from crossquote.project.migrate import _statements
from crossquote.project.store import Project
from saying import says

MEGABYTE = 1024 * 1024
PUT = {
    "records": "INSERT OR REPLACE INTO records VALUES (?, ?, ?)",
    "derived": "INSERT OR REPLACE INTO derived VALUES (?, ?, ?)",
}


def put(path: Path, table: str, rows: Iterator[tuple[str, str, str]]) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA synchronous = OFF")
        connection.executemany(PUT[table], rows)
        connection.commit()


QUOTE = '{"id":"a","article":"b","kind":"direct","spans":[%s]}'
ONE = {
    "order": ("records", "articles", "[%s]", '"a"'),
    "order of long ids": ("records", "articles", "[%s]", '"0123456789abcdef"'),
    "parted": ("records", '"a"', "[%s]", '""'),
    "quotes": ("derived", '"a"', QUOTE, '{"start":0,"end":9}'),
    "corrections": ("records", '"a"', QUOTE, '{"start":700,"end":900}'),
    "evidence": ("derived", '"a"', '{"source":"","text":"","route":[%s]}', '["",""]'),
    "articles": (
        "records",
        '"a"',
        '{"id":"a","text":"","title":"","outlet":"","detection":{"language":"en","confidence":0,"candidates":[%s]}}',
        '["a",0]',
    ),
    "utterances": (
        "derived",
        '"a"',
        '{"id":"a","speaker":null,"renditions":[{"article":"","quotes":[%s],"language":"","text":""}]}',
        '"a"',
    ),
    "forced": ("derived", '"a"', '{"words":[%s],"stamps":[]}', '{"span":{"start":0,"end":1},"score":0}'),
}
"""Of each field with lists, by its kind: its table, its key, its record, and one of many values in that."""


@needs_costs
@pytest.mark.parametrize("name", ["order", *(pytest.param(one, marks=pytest.mark.slow) for one in list(ONE)[1:])])
def test_a_record_of_more_values_than_any_has_is_refused_for_little(path: Path, name: str) -> None:
    table, key, record, one = ONE[name]
    value = record % ",".join([one] * (60 * MEGABYTE // (len(one) + 1)))
    put(path, table, iter([(name.partition(" ")[0], key, value)]))
    see_refused(path, "state")


@needs_costs
@pytest.mark.slow
def test_many_records_hold_no_more_than_one(path: Path) -> None:
    value = json.dumps([""] * 100_000, separators=(",", ":"))
    put(path, "records", (("parted", f'"{number}"', value) for number in range(150)))
    see_refused(path, "state")


@needs_costs
@pytest.mark.slow
def test_records_of_more_quotes_than_there_can_be_are_refused_for_little(path: Path) -> None:
    put(path, "records", (("pins", f'"{number}"', '""') for number in range(1_500_000)))
    see_refused(path, "state")


@needs_costs
def test_a_step_of_more_values_than_any_has_is_not_taken_back(path: Path) -> None:
    thousand = ",".join(f'"{number}"' for number in range(1000))
    many = f"[{','.join([thousand] * 3000)}]"
    packed = zlib.compress(json.dumps([["order", "articles", many, None]]).encode(), 1)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("UPDATE parts SET changes = ?", (packed,))
        connection.commit()
    see_refused(path, "undo")


EMOJI = "\N{GRINNING FACE}"
WIDE = {
    "an emoji": EMOJI.encode(),
    "an emoji in ASCII": rb"\ud83d\ude00",
}
"""What makes each letter of a text take four bytes in memory, as JSON has it."""


def set_parts(path: Path, parts: Iterator[bytes]) -> None:
    """Let the last step of a project have other parts, and as much of a file as nothing of it can be too small."""
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("DELETE FROM parts")
        connection.executemany("INSERT INTO parts VALUES (1, ?, ?)", enumerate(parts))
        noise = json.dumps([["none of ours", "a", os.urandom(5 * MEGABYTE // 2).hex(), None]])
        connection.execute("INSERT INTO parts VALUES (1, 1000, ?)", (zlib.compress(noise.encode(), 0),))
        connection.commit()


Pieces = Sequence[tuple[bytes, int]]
"""What something is put together of: each of them, and how often it stands there."""


def a_part(kind: str, number: int, value: Pieces) -> bytes:
    """Return a part of a step in which something has another value: JSON, which stands there as a text."""
    head, end = json.dumps([[kind, f'"{number}"', "VALUE", None]]).encode().split(b"VALUE")
    inner = [(piece.replace(b"\\", rb"\\").replace(b'"', rb"\""), times) for piece, times in value]
    return packed([(head, 1), *inner, (end, 1)])


def packed(pieces: Pieces) -> bytes:
    """Return `pieces` as `zlib.compress` packs them, but each packed once, however often it stands there."""
    packer, told = zlib.compressobj(1, wbits=-zlib.MAX_WBITS), zlib.adler32(b"")
    made = [b"\x78\x01"]
    for piece, times in pieces:
        made += [packer.compress(piece) + packer.flush(zlib.Z_FULL_FLUSH)] * times
        for _ in range(times):
            told = zlib.adler32(piece, told)
    return b"".join((*made, packer.flush(), told.to_bytes(4, "big")))


def test_what_is_packed_by_pieces_is_what_they_are_together() -> None:
    pieces = [(b"[", 1), (b'"a",' * 1000, 300), (b'"b"]', 1)]
    assert zlib.decompress(packed(pieces)) == b"".join(piece * times for piece, times in pieces)


def long_text(size: int, end: bytes = b"") -> Pieces:
    """Return the pieces of a text of so many megabytes."""
    return ((b'"', 1), (b"a" * MEGABYTE, size), (end + b'"', 1))


@needs_costs
@pytest.mark.parametrize("name", ["an emoji", pytest.param("an emoji in ASCII", marks=pytest.mark.slow)])
def test_a_step_whose_texts_take_more_memory_than_any_is_not_taken_back(path: Path, name: str) -> None:
    """A part of 60 MB, of which an emoji makes 240, and four of them."""
    set_parts(path, (a_part("pins", number, long_text(60, WIDE[name])) for number in range(4)))
    see_refused(path, "undo", code="error.step-unreadable")


@needs_costs
@pytest.mark.slow
def test_parts_of_a_step_take_no_more_memory_together_than_one(path: Path) -> None:
    """Twenty parts of 16 MB, each as much in memory as one may be."""
    set_parts(path, (a_part("pins", number, long_text(15, WIDE["an emoji"])) for number in range(20)))
    see_refused(path, "undo", code="error.step-unreadable")


@needs_costs
@pytest.mark.slow
def test_texts_of_commas_are_counted_in_no_time(path: Path) -> None:
    """Three parts of 40 MB: larger ones, or more, are refused by their size."""
    set_parts(path, (a_part("quotes", number, ((b"[", 1), (b'","' * MEGABYTE, 8), (b"]", 1))) for number in range(3)))
    see_refused(path, "undo", seconds=3)


@needs_costs
def test_texts_that_a_small_step_unpacks_to_are_not_taken_back_for_hundreds_of_megabytes(path: Path) -> None:
    set_parts(path, (a_part("pins", number, long_text(60)) for number in range(4)))
    see_refused(path, "undo", code="error.step-unreadable")


CYRILLIC = str.maketrans("0123456789abcdef", "абвгґдеєжзиіїйкл")


@pytest.mark.slow
def test_what_comes_in_at_once_can_be_taken_back_and_done_again(tmp_path: Path, state: State) -> None:
    """Five hundred articles of a hundred thousand Cyrillic letters, in one step."""
    (article,) = state.articles.values()
    texts = (os.urandom(50_000).hex().translate(CYRILLIC) for _ in range(500))
    articles = {f"{n:03}": replace(article, id=f"{n:03}", text=text) for n, text in enumerate(texts)}
    many = State(articles=MappingProxyType(articles))
    project = Project(tmp_path / "large.crossquote", new=True)
    project.record(verbatim("Add"), State(), many)
    assert project.undo()
    assert project.redo()
    assert len(project.state().articles) == 500
    project.close()


@needs_costs
def test_a_value_that_is_longer_than_any_is_not_fetched(path: Path) -> None:
    put(path, "records", iter([("pins", '"a"', f'"{"a" * (60 * MEGABYTE)}"')]))
    see_refused(path, "state")
    assert cost(path, "state").megabytes < 100


COUNTED = "CREATE TEMPORARY TABLE counted AS WITH RECURSIVE one(n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM one) \
SELECT n FROM one LIMIT 600000"
STEPS = (
    "INSERT INTO steps (number, name, who, at, changes) SELECT n, 'a', 'b', 'c', ? FROM counted",
    "INSERT INTO steps (number, name, who, at) SELECT n, 'a', 'b', 'c' FROM counted",
)
"""How steps stand in the files of before, and in those of now."""


@needs_costs
@pytest.mark.parametrize("version", [1, pytest.param(2, marks=pytest.mark.slow), 3])
def test_more_steps_than_anybody_takes_are_refused_for_little(tmp_path: Path, version: int) -> None:
    path = tmp_path / "steps.crossquote"
    changes = zlib.compress(b'[["notes","\\"a\\"",null,null]]')
    with closing(sqlite3.connect(path)) as connection:
        for number in range(1, version + 1):
            for statement in _statements(number):
                connection.execute(statement)
        connection.execute(COUNTED)
        connection.execute(STEPS[version == 3], () if version == 3 else (changes,))
        connection.execute(f"PRAGMA application_id = {APPLICATION}")
        connection.execute(f"PRAGMA user_version = {version}")
        connection.commit()
    see_refused(path, "steps", seconds=2)


def test_no_step_is_kept_with_which_a_project_could_not_be_opened(
    path: Path, state: State, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(journal, "MOST_STEPS", 1)
    project = Project(path)
    with pytest.raises(UserError, check=says("more than one project can hold")):
        project.record(verbatim("Remove"), state, State())
    assert project.state() == state
    assert len(project.steps()) == 1
    project.close()


@pytest.mark.parametrize("numbers", [range(1, 3001), range(1, 9001, 3), [*range(1, 3000), 2**62]])
def test_whether_there_is_room_for_a_step_is_told_without_counting_those_there_are(numbers: Sequence[int]) -> None:
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.execute("CREATE TABLE steps (number INTEGER PRIMARY KEY)")
        connection.executemany("INSERT INTO steps VALUES (?)", ((number,) for number in numbers))
        asked = list[str]()
        connection.set_trace_callback(asked.append)
        journal.check_steps(connection, 9000)
        assert any("count(" in statement for statement in asked) == (numbers[-1] > 9000)
        journal.check_steps(connection, 3000)
        with pytest.raises(UserError, check=says("more than one project can hold")):
            journal.check_steps(connection, 2999)


LONG = {"a text": ("pins", '"a"', '"WIDE"'), "an id": ("pins", '"WIDE"', '""')}


def widened(row: tuple[str, str, str]) -> tuple[str, str, str]:
    """Return a row with a long text or many values in it: made by who wants it, it is hundreds of megabytes."""
    kind, key, value = (
        part.replace("WIDE", "a" * (60 * MEGABYTE) + EMOJI).replace("MANY", "[]," * (20 * MEGABYTE)) for part in row
    )
    return kind, key, value


@needs_costs
@pytest.mark.parametrize("name", ["a text", pytest.param("an id", marks=pytest.mark.slow)])
def test_a_text_that_takes_more_memory_than_any_is_refused_for_little(path: Path, name: str) -> None:
    put(path, "records", iter([widened(LONG[name])]))
    see_refused(path, "state")


OLD_ROWS = {"values": ("utterances", '"a"', "[MANY[]]"), "an id": LONG["an id"]}


@needs_costs
@pytest.mark.slow
@pytest.mark.parametrize("name", OLD_ROWS)
@pytest.mark.parametrize("version", [1, 2])
def test_a_file_of_before_is_not_brought_up_to_date_for_more(tmp_path: Path, version: int, name: str) -> None:
    path = Path(shutil.copy(Path(__file__).with_name("files") / f"version-{version}.crossquote", tmp_path))
    put(path, "records", iter([widened(OLD_ROWS[name])]))
    see_refused(path)
    assert [one.name for one in tmp_path.iterdir()] == [path.name], "no copy of what was refused"


@needs_costs
@pytest.mark.slow
def test_records_of_no_field_cost_nothing(path: Path) -> None:
    put(path, "derived", ((f"{number:x}", "", "") for number in range(4_000_000)))
    asked = cost(path, "state")
    assert asked.said == "error.project-damaged"
    assert asked.megabytes < 64
    assert asked.seconds < 1


def test_a_text_is_told_by_what_it_takes_in_memory() -> None:
    for text in ("a", "Ada Lindqvist \u2014", "Київ", "é", f"Київ {EMOJI}"):
        told = room.memory_of((text * 1000).encode())
        assert sys.getsizeof(text * 1000) - 100 <= told <= 2.1 * sys.getsizeof(text * 1000)
    assert room.memory_of(json.dumps(EMOJI * 1000).encode()) >= 4000
    assert room.memory_of(b'"\\u001f,\\n"') == 11


def records(order: int) -> Iterator[tuple[str, str, bytes]]:
    yield "order", "articles", json.dumps([f"{number:016x}" for number in range(order)]).encode()
    yield "articles", '"a"', json.dumps({"text": "1,2,3," * 60_000}).encode()


def test_what_a_large_project_holds_is_let_in() -> None:
    room.check_records(records(100_000))
    text = json.dumps({"text": ',,,,\\",' * 60_000}).encode()
    room.check_records(("articles", f'"{number}"', text) for number in range(20))
    room.check_records(("translations", f'"{number}"', b'"a"') for number in range(200_000))


@pytest.mark.parametrize("cut", [b'{"text":"a,b,c', b'"\\', b'\\","\\",', b"[1,2,", b""])
def test_what_is_no_record_is_no_matter_here(cut: bytes) -> None:
    room.check_records([("articles", '"a"', cut), ("none of ours", "", cut)])


@pytest.mark.parametrize(
    ("text", "count"), [(b'["a,b","\\",",1]', 3), (b"[]", 1), (b'["\\\\",2]', 2), (b'{"a":1,"b":[2,3]}', 3)]
)
def test_values_are_told_from_what_texts_say(text: bytes, count: int) -> None:
    assert room.count_values(text, 100) == count


def test_the_reason_says_which_file(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(room, "_MOST_IDS", 0)
    project = Project(path)
    with pytest.raises(UserError) as caught:
        project.state()
    assert (caught.value.code, caught.value.path) == (ErrorCode.PROJECT, str(path))
    project.close()
