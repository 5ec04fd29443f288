"""Memory: bounded, shared between runs, done without where it can't be used."""

import os
import sqlite3
import struct
import subprocess
import sys
from contextlib import closing
from functools import partial
from pathlib import Path
from typing import Any, ClassVar

import pytest

from contracts.translator import planned
from crossquote.model.span import Span
from crossquote.progress import finish
from crossquote.translation.batches import make_batches
from crossquote.translation.digests import kept_digest
from crossquote.translation.loaded import LoadedPackage
from crossquote.translation.memory import Memory, Remembered
from crossquote.translation.packaged import Caches, PackageTranslator
from crossquote.translation.packages import PackagePlace, Shelf, find_packages
from crossquote.work.passages import Passage, translate_passages
from random_package import make_package

ANSWER = Remembered("Yes. “Так”", -0.5, ((Span(0, 3), Span(1, 4)),))


def test_what_is_stored_comes_back_for_the_same_package_alone(tmp_path: Path) -> None:
    memory = Memory(tmp_path / "new" / "m.sqlite")
    memory.store("one", {"Так": ANSWER})
    memory.close()
    again = Memory(tmp_path / "new" / "m.sqlite")
    assert again.look_up("one", ["Так", "Ні"]) == {"Так": ANSWER}
    assert again.look_up("two", ["Так"]) == {}
    again.close()


def test_the_oldest_go_when_there_are_too_many(tmp_path: Path) -> None:
    for start in (0, 100):
        memory = Memory(tmp_path / "m.sqlite", most=100)
        memory.store("one", {str(n): ANSWER for n in range(start, start + 100)})
        memory.close()
    memory = Memory(tmp_path / "m.sqlite")
    assert set(memory.look_up("one", [str(n) for n in range(200)])) == {str(n) for n in range(100, 200)}
    memory.close()


def test_a_damaged_file_is_made_anew_and_an_impossible_one_done_without(tmp_path: Path) -> None:
    path = tmp_path / "m.sqlite"
    path.write_bytes(b"no database at all" * 100)
    memory = Memory(path)
    memory.store("one", {"Так": ANSWER})
    assert memory.look_up("one", ["Так"])
    memory.close()
    (tmp_path / "file").write_text("x", encoding="utf-8")
    nowhere = Memory(tmp_path / "file" / "m.sqlite")
    nowhere.store("one", {"Так": ANSWER})
    assert nowhere.look_up("one", ["Так"]) == {}
    nowhere.close()


def _change(path: Path, old: bytes, new: bytes) -> None:
    data = path.read_bytes()
    assert data.count(old) == 1
    path.write_bytes(data.replace(old, new))


def _keep(path: Path, *sentences: str) -> None:
    memory = Memory(path)
    memory.store("one", dict.fromkeys(sentences, ANSWER))
    memory.close()


def _assert_sound(path: Path) -> None:
    _keep(path, "Ні")
    again = Memory(path)
    assert again.look_up("one", ["Ні"]) == {"Ні": ANSWER}
    again.close()


@pytest.mark.parametrize("place", range(len(b"CREATE TABLE sentence")))
def test_a_byte_that_is_no_letter_in_the_words_of_the_table_makes_it_anew(tmp_path: Path, place: int) -> None:
    path = tmp_path / "m.sqlite"
    _keep(path, "Так")
    words = b"CREATE TABLE sentence"
    _change(path, words, words[:place] + b"\xad" + words[place + 1 :])
    memory = Memory(path)
    assert memory.look_up("one", ["Так"]) == {}
    memory.store("one", {"Так": ANSWER})
    assert memory.look_up("one", ["Так"]) == {"Так": ANSWER}
    memory.close()
    _assert_sound(path)


class Astray(sqlite3.Connection):
    """A connection whose index leads to other rows than were asked for, as a damaged one does."""

    def execute(self, statement: str, values: Any = (), /) -> sqlite3.Cursor:
        cursor = super().execute(statement, values)
        if statement.startswith("SELECT key, answer FROM sentence WHERE"):
            cursor.row_factory = lambda _, row: (bytes([row[0][0] ^ 1]) + row[0][1:], *row[1:])
        return cursor


def test_a_row_under_another_key_than_was_asked_is_a_miss(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "m.sqlite"
    _keep(path, "Так")
    with monkeypatch.context() as patched:
        patched.setattr("sqlite3.connect", partial(sqlite3.connect, factory=Astray))
        memory = Memory(path)
        assert memory.look_up("one", ["Так", "Ні"]) == {}
        memory.store("one", {"Ні": ANSWER})
        memory.close()
    again = Memory(path)
    assert again.look_up("one", ["Так", "Ні"]) == {"Ні": ANSWER}
    again.close()


@pytest.mark.parametrize("damaged", [b"\xad", b"[1,2]", b"[null,0.5,[]]", b'["x",0.5,["a",1,2,3]]'])
def test_an_answer_that_is_none_costs_no_other(tmp_path: Path, damaged: bytes) -> None:
    path = tmp_path / "m.sqlite"
    _keep(path, "Так", "Ні", "Що")
    table = sqlite3.connect(path)
    (key,) = table.execute("SELECT key FROM sentence LIMIT 1").fetchone()
    table.execute("UPDATE sentence SET answer = CAST(? AS TEXT) WHERE key = ?", (damaged, key))
    table.commit()
    table.close()
    memory = Memory(path)
    assert len(memory.look_up("one", ["Так", "Ні", "Що"])) == 2
    memory.close()


@pytest.mark.parametrize("first", ["look_up", "store", "close"])
def test_damage_that_shows_only_when_it_is_asked_is_made_anew(tmp_path: Path, first: str) -> None:
    path = tmp_path / "m.sqlite"
    _keep(path, *map(str, range(2000)))
    data = bytearray(path.read_bytes())
    for page in range(2 * 4096, len(data), 4096):
        if data[page] in {2, 10}:  # the index's; opening asks the table alone
            data[page] = 0xAD
    path.write_bytes(data)
    memory = Memory(path)
    if first == "look_up":
        assert memory.look_up("one", ["5"]) == {}
    if first == "store":
        memory.store("one", {"5": ANSWER})
    memory.close()
    _assert_sound(path)


@pytest.fixture
def hasty(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let a file that another holds be waited for no longer than it takes to see that."""
    monkeypatch.setattr("crossquote.translation.memory._PATIENCE", 0.02)


@pytest.mark.usefixtures("hasty")
def test_a_file_that_another_has_locked_is_left(tmp_path: Path) -> None:
    path = tmp_path / "m.sqlite"
    _keep(path, "Так")
    memory = Memory(path)
    other = sqlite3.connect(path)
    other.execute("BEGIN IMMEDIATE")
    memory.store("one", {"Ні": ANSWER})
    other.rollback()
    other.close()
    memory.close()
    again = Memory(path)
    assert again.look_up("one", ["Так"]) == {"Так": ANSWER}
    again.close()


class Noted(sqlite3.Connection):
    """A connection that says whether it is still open."""

    open_ones: ClassVar[set[int]] = set()

    def __init__(self, *arguments: Any, **named: Any) -> None:
        super().__init__(*arguments, **named)
        self.open_ones.add(id(self))

    def close(self) -> None:
        self.open_ones.discard(id(self))
        super().close()


@pytest.mark.usefixtures("hasty")
def test_a_file_that_another_holds_at_opening_is_left(tmp_path: Path) -> None:
    path = tmp_path / "m.sqlite"
    memory = Memory(path)
    memory.store("one", {"Так": ANSWER})
    memory.close()
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("PRAGMA locking_mode = EXCLUSIVE")
    other.execute("BEGIN EXCLUSIVE")
    held = path.stat().st_ino
    without = Memory(path)
    without.store("one", {"Ні": ANSWER})
    assert without.look_up("one", ["Так", "Ні"]) == {}
    without.close()
    other.execute("ROLLBACK")
    other.close()
    assert path.stat().st_ino == held
    again = Memory(path)
    assert again.look_up("one", ["Так"]) == {"Так": ANSWER}
    again.close()


def test_half_a_character_in_an_answer_costs_no_other(tmp_path: Path) -> None:
    memory = Memory(tmp_path / "m.sqlite")
    memory.store("one", {"Так": ANSWER, "Ні": Remembered("No \ud800", -0.5, ())})
    memory.store("one", {"Може": ANSWER})
    assert memory.look_up("one", ["Так", "Ні", "Може"]) == {"Так": ANSWER, "Може": ANSWER}
    memory.close()


def test_nothing_has_a_damaged_file_open_when_it_is_made_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "m.sqlite"
    path.write_bytes(b"no database at all" * 100)
    unlink = Path.unlink

    def refusing(gone: Path, *, missing_ok: bool = False) -> None:
        if Noted.open_ones:  # as Windows does
            raise PermissionError(gone)
        unlink(gone, missing_ok=missing_ok)

    monkeypatch.setattr(Path, "unlink", refusing)
    monkeypatch.setattr("sqlite3.connect", partial(sqlite3.connect, factory=Noted))
    memory = Memory(path)
    memory.store("one", {"Так": ANSWER})
    assert memory.look_up("one", ["Так"])
    memory.close()
    assert not Noted.open_ones


def test_a_journal_beside_the_file_reaches_no_other(tmp_path: Path) -> None:
    path, victim = tmp_path / "m.sqlite", tmp_path / "thesis.txt"
    Memory(path).close()
    victim.write_text("precious", encoding="utf-8")
    name = os.fsencode(victim)
    magic = bytes.fromhex("d9d505f920a163d7")
    head = magic + struct.pack(">5I", 0xFFFFFFFF, 7, 1, 512, 4096)
    tail = struct.pack(">I", 0x40000000 // 4096 + 1) + name + struct.pack(">2I", len(name), sum(name)) + magic
    path.with_name("m.sqlite-journal").write_bytes(head.ljust(512, b"\0") + tail)
    Memory(path).close()
    assert victim.read_text(encoding="utf-8") == "precious"


_FULL = """
import resource, sys
from pathlib import Path
from crossquote.translation.memory import Memory
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[2]), resource.RLIM_INFINITY))
Memory(Path(sys.argv[1])).close()
"""
"""Opens the file where, to who writes, the disk has so much room."""


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such limit")
@pytest.mark.parametrize("head", [512, 4096])
def test_a_full_disk_reaches_no_other(tmp_path: Path, head: int) -> None:
    """SQLite would begin a journal, find no room for all of it, and read from its end which file to delete."""
    path, victim, at = tmp_path / "m.sqlite", tmp_path / "thesis.txt", 2000
    with closing(sqlite3.connect(path)) as made:
        made.execute("CREATE TABLE sentence (key BLOB PRIMARY KEY, answer TEXT NOT NULL, made REAL NOT NULL)")
    victim.write_text("precious", encoding="utf-8")
    name, page = os.fsencode(victim), bytearray(path.read_bytes())
    tail = struct.pack(">I", 0x40000000 // 4096 + 1) + name + struct.pack(">2I", len(name), sum(name))
    tail += bytes.fromhex("d9d505f920a163d7")
    page[at - len(tail) : at] = tail
    path.write_bytes(page)
    subprocess.run([sys.executable, "-c", _FULL, path, str(head + 4 + at)], check=True)
    assert victim.read_text(encoding="utf-8") == "precious"


@pytest.mark.parametrize("column", ["AS (zeroblob(100000000))", "CHECK (length(zeroblob(100000000)))"])
def test_a_table_of_another_shape_is_not_asked(tmp_path: Path, column: str) -> None:
    path = tmp_path / "m.sqlite"
    with closing(sqlite3.connect(path)) as foreign:
        foreign.execute(f"CREATE TABLE sentence (key BLOB PRIMARY KEY, answer TEXT NOT NULL {column}, made REAL)")
    memory = Memory(path)
    memory.store("one", {"Так": ANSWER})
    assert memory.look_up("one", ["Так"])
    memory.close()
    with closing(sqlite3.connect(path)) as anew:
        assert "zeroblob" not in anew.execute("SELECT sql FROM sqlite_master").fetchone()[0]


@pytest.mark.skipif(os.name == "nt", reason="Windows makes no links without a privilege")
@pytest.mark.parametrize("ending", ["", "-wal", "-shm"])
def test_no_link_in_its_place_is_followed(tmp_path: Path, ending: str) -> None:
    victim = tmp_path / "other.sqlite"
    other = sqlite3.connect(victim)
    other.execute("CREATE TABLE bookmark (name)")
    other.close()
    before = victim.read_bytes()
    (tmp_path / f"m.sqlite{ending}").symlink_to(victim)
    memory = Memory(tmp_path / "m.sqlite")
    memory.store("one", {"Так": ANSWER})
    assert memory.look_up("one", ["Так"])
    memory.close()
    assert victim.read_bytes() == before


def test_statements_that_it_brings_along_are_not_run(tmp_path: Path) -> None:
    path = tmp_path / "m.sqlite"
    Memory(path).close()
    foreign = sqlite3.connect(path)
    foreign.execute("CREATE TRIGGER t AFTER INSERT ON sentence BEGIN DELETE FROM sentence; END")
    foreign.close()
    memory = Memory(path)
    memory.store("one", {"Так": ANSWER})
    assert memory.look_up("one", ["Так"])
    memory.close()


def test_a_sentence_is_not_translated_again_in_a_later_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    make_package(tmp_path / "shelf" / "uk")
    found = find_packages([Shelf(tmp_path / "shelf", PackagePlace.OURS)])
    caches = Caches.below(tmp_path / "cache")
    translator = PackageTranslator(found, caches=caches)
    first = finish(translator.translate(["Так.", "Ні."], planned(translator, "uk", "en")))
    monkeypatch.setattr(LoadedPackage, "__init__", None)
    later = PackageTranslator(found, caches=caches)
    assert finish(later.translate(["Ні.", "Так."], planned(later, "uk", "en"))) == first[::-1]


def test_closed_half_way_what_is_done_is_kept(tmp_path: Path) -> None:
    make_package(tmp_path / "shelf" / "uk")
    found = find_packages([Shelf(tmp_path / "shelf", PackagePlace.OURS)])
    caches = Caches.below(tmp_path / "cache")
    translator = PackageTranslator(found, caches=caches, workers=1)
    sentences = [f"Речення номер {number}." for number in range(500)]
    work = translator.translate(sentences, planned(translator, "uk", "en"))
    done = next(step.done for step in work if step.done)
    work.close()
    later = PackageTranslator(found, caches=caches)
    steps = list(later.translate(sentences, planned(later, "uk", "en")))
    assert steps[0].done >= done
    assert steps[-1].done == 500


def test_batches_are_longest_first_and_within_the_budget() -> None:
    sentences = ["w " * (n % 50 + 1) for n in range(300)]
    batches = list(make_batches(sentences, str.split))
    assert sorted(number for batch in batches for number, _ in batch) == list(range(300))
    assert all(max(len(t) for _, t in batch) * len(batch) <= 1024 for batch in batches)
    longest = [max(len(t) for _, t in batch) for batch in batches]
    assert longest == sorted(longest, reverse=True)
    assert list(make_batches([], str.split)) == []


def test_a_digest_is_worked_out_anew_when_the_file_changes(tmp_path: Path) -> None:
    path, kept = tmp_path / "model.bin", tmp_path / "new" / "kept.json"
    path.write_bytes(b"one")
    first = kept_digest(path, kept)
    assert kept_digest(path, kept) == first == kept_digest(path, None)
    path.write_bytes(b"other")
    assert kept_digest(path, kept) != first
    kept.write_text("[]", encoding="utf-8")
    assert len(kept_digest(path, kept)) == 64


def test_a_package_that_breaks_is_set_aside_and_costs_only_its_own(tmp_path: Path) -> None:
    make_package(tmp_path / "uk")
    make_package(tmp_path / "de", ("de", "en"))
    found = find_packages([Shelf(tmp_path, PackagePlace.OURS)])
    model = tmp_path / "uk" / "model" / "model.bin"
    model.write_bytes(model.read_bytes()[:3000])
    translator = PackageTranslator(found, caches=Caches())
    passages = [Passage("Так.", "uk", "en"), Passage("Ja.", "de", "en")]
    ukrainian, german = finish(translate_passages(passages, translator))
    assert ukrainian is None
    assert german is not None
    assert [Path(problem.path).name for problem in translator.problems] == ["uk"]
    assert translator.route("uk", "en") is None
