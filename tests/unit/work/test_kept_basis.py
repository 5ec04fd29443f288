"""What is kept of a basis in a project's file: it is what would be worked out, or it is as good as none."""

import random
import sqlite3
import tracemalloc
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing
from pathlib import Path
from shutil import copy, copytree
from types import MappingProxyType

import msgspec
import pytest
from msgspec import Struct
from msgspec.structs import replace

from crossquote.grouping.packed import PackedParts
from crossquote.grouping.plain_index import PlainIndex
from crossquote.message import message
from crossquote.model.changes import Changes
from crossquote.progress import finish
from crossquote.project.seal import make_key, own_key
from crossquote.project.store import Project
from crossquote.translation.fake import FakeTranslator
from crossquote.work import build
from crossquote.work.basis import Basis
from crossquote.work.edits import quotes, review
from crossquote.work.session import Session
from crossquote.work.stages.kept_basis import PlainBasis, is_kept, keep_basis
from crossquote.work.stages.pipeline import add_text
from crossquote.work.stages.stored import read_ahead, read_stored
from edits_by_chance import edit, story

PIECES = "SELECT id, value FROM derived WHERE kind = 'grouping'"
READING = message("step.reading-stored")


def plain(value: object) -> object:
    """Return a value to be compared: large mappings as those of the language, sketches that are made when asked for."""
    if isinstance(value, Mapping):
        return {key: plain(one) for key, one in value.items()}
    if isinstance(value, Struct):
        return {name: plain(getattr(value, name)) for name in value.__struct_fields__}
    if isinstance(value, tuple | list):
        return [plain(one) for one in value]
    return value


def same(basis: Basis) -> dict[str, object]:
    """Return what a basis says: not by which numbers its units go, nor what it keeps for itself."""
    told = {
        name: plain(getattr(basis, name))
        for name in Basis.__struct_fields__
        if name not in {"index", "kept", "routes", "weighed", "grouped", "state"}
    }
    return {**told, "grouped": list(basis.grouped.rows), "utterances": dict(basis.state.utterances.items())}


def numbered(basis: Basis) -> dict[str, object]:
    """Return what an index says by the numbers of its units; what the user decided stands in the order of a file."""
    index = basis.index
    told = {name: plain(getattr(index, name)) for name in index.__struct_fields__}
    told["constraints"] = [frozenset(sets) for sets in (index.constraints.together, index.constraints.apart)]
    told["decided"] = [{id_: frozenset(sets) for id_, sets in own.items()} for own in _decided(basis)]
    return told


def _decided(basis: Basis) -> tuple[Mapping[str, Sequence[frozenset[str]]], ...]:
    return basis.index.decided.together, basis.index.decided.apart


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with the project of `path`, and the home of whom it is: each test has a copy of both."""
    folder = tmp_path_factory.mktemp("made")
    (folder / "home").mkdir()
    with pytest.MonkeyPatch.context() as patch, closing(Project(folder / "a.crossquote", new=True)) as project:
        patch.setenv("CROSSQUOTE_HOME", str(folder / "home"))
        session = Session(translator=FakeTranslator([("uk", "en")]), project=project)
        fill(session, random.Random(3))
        finish(keep_basis(session))
        assert is_kept(session)
    return folder


@pytest.fixture
def path(tmp_path: Path, home: Path, made: Path) -> Path:
    """Return a project of some articles on which the user decided something, closed, with its basis kept."""
    copytree(made / "home", home, dirs_exist_ok=True)
    return Path(copy(made / "a.crossquote", tmp_path))


def fill(session: Session, chance: random.Random) -> None:
    for number in range(4):
        finish(add_text(session, story(chance, number), f"outlet {number}"))
    finish(add_text(session, "Історія\n\n«Жодної загрози немає», – сказав Пер Гольм.", "Хвиля"))
    one, other = chance.sample(list(session.state.quotes), 2)
    finish(quotes.join_quotes(session, one, other))
    finish(quotes.part_quote(session, chance.choice(list(session.state.quotes))))


def opened(path: Path) -> Iterator[Session]:
    with closing(Project(path)) as project:
        yield Session(translator=FakeTranslator([("uk", "en")]), project=project)


def is_found(session: Session) -> bool:
    """Tell whether the file's basis is taken, and check that it makes no difference."""
    finish(read_ahead(session))
    basis = session.basis
    assert basis is not None
    assert same(basis) == same(finish(read_stored(session.state)))
    return basis.kept is not None


def rewrite(path: Path, statement: str, *values: object) -> None:
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute(statement, values)


@pytest.mark.parametrize("seed", range(6))
def test_what_is_kept_is_what_was_worked_out(tmp_path: Path, seed: int) -> None:
    chance = random.Random(seed)
    with closing(Project(tmp_path / "a.crossquote", new=True)) as project:
        session = Session(translator=FakeTranslator([("uk", "en"), ("en", "uk")]), project=project)
        fill(session, chance)
        for _ in range(5):
            done = edit(session, chance)
            if not isinstance(done, Changes):
                finish(done)
        finish(keep_basis(session))
        before = session.basis
        again = Session(translator=session.translator, project=project)
        if before is None or before.kept is None or not again.state.utterances:
            return
        assert is_found(again)
        after = again.basis
        assert after is not None
        if before.state is session.state:
            assert numbered(after) == numbered(before)


def test_the_first_edit_of_what_was_kept_reads_nothing_again(path: Path) -> None:
    for session in opened(path):
        some = next(iter(session.state.quotes))
        labels = {step.label for step in quotes.correct_quote(session, some, speaker="Mayor Holm")}
        assert READING not in labels
        assert session.basis is not None


def test_a_verdict_leaves_it_good(path: Path) -> None:
    for session in opened(path):
        review.write_note(session, f"quote:{next(iter(session.state.quotes))}", "seen")
    for session in opened(path):
        assert is_found(session)


def test_an_edit_leaves_it_behind_until_it_is_kept_again(path: Path) -> None:
    for session in opened(path):
        finish(quotes.correct_quote(session, next(iter(session.state.quotes)), speaker="Mayor Holm"))
        assert not is_kept(session)
    for session in opened(path):
        assert not is_found(session)
        finish(keep_basis(session))
    for session in opened(path):
        assert is_found(session)


def test_a_step_that_is_taken_back_is_kept_too(path: Path) -> None:
    for session in opened(path):
        finish(quotes.correct_quote(session, next(iter(session.state.quotes)), speaker="Mayor Holm"))
        session.undo()
        finish(keep_basis(session))
    for session in opened(path):
        assert is_found(session)


def test_what_was_not_finished_is_not_kept(path: Path) -> None:
    for session in opened(path):
        work = quotes.correct_quote(session, next(iter(session.state.quotes)), speaker="Mayor Holm")
        next(work)
        work.close()
        finish(keep_basis(session))
        assert not is_kept(session)


def test_another_account_has_none(path: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("CROSSQUOTE_HOME", str(tmp_path / "another"))
    for session in opened(path):
        assert not is_found(session)
    make_key()
    for session in opened(path):
        assert not is_found(session)


def test_what_is_kept_of_a_project_that_was_changed_since_it_was_opened_is_not_taken(path: Path) -> None:
    for session in opened(path):
        project, state = session.project, session.state
        assert project is not None
        kept = project.kept_index(build.build())
        review.write_note(session, f"quote:{next(iter(state.quotes))}", "seen")
        assert kept is not None
        assert project.kept_index(build.build()) == kept
        project.record(message("did.join-quotes"), state, replace(state, parted=MappingProxyType({"a": ("b",)})))
        assert project.kept_index(build.build()) is None


def test_another_build_has_none(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(build, "build", lambda: b"another")
    for session in opened(path):
        assert not is_found(session)


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE derived SET value = replace(value, 'A', 'B') WHERE kind = 'grouping' AND id = '0000'",
        "UPDATE derived SET value = '' WHERE kind = 'grouping' AND id = '0000'",
        "UPDATE derived SET value = 'ö' WHERE kind = 'grouping' AND id = '0000'",
        "UPDATE derived SET value = 'ö' WHERE kind = 'grouping' AND id = 'seal'",
        "DELETE FROM derived WHERE kind = 'grouping' AND id = '0000'",
        "DELETE FROM derived WHERE kind = 'grouping' AND id = 'seal'",
        "INSERT INTO derived VALUES ('grouping', '0001', 'AAAA')",
        "UPDATE records SET value = replace(value, ' said', ' told') WHERE kind = 'articles'",
        "DELETE FROM derived WHERE id = (SELECT max(id) FROM derived WHERE kind = 'utterances')",
        "DELETE FROM records WHERE kind = 'parted'",
    ],
)
def test_what_somebody_else_changed_is_worked_out_anew(path: Path, statement: str) -> None:
    rewrite(path, statement)
    for session in opened(path):
        assert not is_found(session)


def test_pieces_that_are_larger_than_any_of_ours_are_not_read(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection, connection:
        for number in range(1, 9):
            row = (f"x{number}", "A" * 8_000_000)
            connection.execute("INSERT INTO derived VALUES ('grouping', ?, ?)", row)
    for session in opened(path):
        assert session.project is not None
        tracemalloc.start()
        try:
            assert session.project.kept_index(build.build()) is not None
            _, most = tracemalloc.get_traced_memory()
        finally:
            tracemalloc.stop()
        assert most < 16_000_000


@pytest.mark.parametrize("data", [b"", b"\x80", b"\xc1", b"\x81\xa4next\xc4\x01x", b"\x81\xa1\x8b\xc4\x00"])
def test_what_can_not_be_read_is_worked_out_anew(path: Path, data: bytes) -> None:
    for session in opened(path):
        assert session.project is not None
        session.project.keep_index(build.build(), data)
    for session in opened(path):
        assert session.find_kept() == data
        assert not is_found(session)


HURT = b"\x78\x01\xff"


def hurt_parts(parts: PackedParts) -> PackedParts:
    return parts._replace(parts=(HURT,) * len(parts.parts))


LATER: Mapping[str, Callable[[PlainIndex], PlainIndex]] = {
    "aligned": lambda index: replace(index, aligned=tuple(pair._replace(packed=HURT) for pair in index.aligned)),
    "pairs": lambda index: replace(index, pairs=hurt_parts(index.pairs)),
    "bonds": lambda index: replace(index, bonds=hurt_parts(index.bonds)),
    "groups": lambda index: replace(index, groups=hurt_parts(index.groups)),
    "possible": lambda index: replace(index, possible=hurt_parts(index.possible)),
    "counts": lambda index: replace(
        index,
        counts={space: one._replace(articles=HURT, rows=HURT, chances=HURT) for space, one in index.counts.items()},
    ),
    "candidates": lambda index: replace(
        index,
        candidates={space: one._replace(holders=hurt_parts(one.holders)) for space, one in index.candidates.items()},
    ),
}
"""What is not read before something of it is asked for."""


@pytest.mark.parametrize("hurt", LATER.values(), ids=LATER)
def test_what_is_read_later_and_can_not_be_is_worked_out_anew(
    path: Path, hurt: Callable[[PlainIndex], PlainIndex]
) -> None:
    for session in opened(path):
        kept, project = session.find_kept(), session.project
        assert kept is not None
        assert project is not None
        plain = msgspec.msgpack.decode(kept, type=PlainBasis)
        project.keep_index(build.build(), msgspec.msgpack.encode(replace(plain, index=hurt(plain.index))))
    for session in opened(path):
        finish(quotes.correct_quote(session, next(iter(session.state.quotes)), speaker="Mayor Holm"))
        assert session.basis is not None
        assert same(session.basis) == same(finish(read_stored(session.state)))
    for session in opened(path):
        finish(read_ahead(session))
        finish(keep_basis(session))
        assert is_found(session)


def test_without_a_key_it_is_not_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    home = tmp_path / "home"
    home.write_text("no folder")
    monkeypatch.setenv("CROSSQUOTE_HOME", str(home))
    with closing(Project(tmp_path / "a.crossquote", new=True)) as project:
        session = Session(project=project)
        finish(add_text(session, story(random.Random(1), 1), "outlet"))
        finish(keep_basis(session))
        assert own_key() is None
        assert project.kept_index(build.build()) is None


def test_a_compacted_project_has_none(path: Path) -> None:
    for session in opened(path):
        assert session.project is not None
        session.project.compact()
    with closing(sqlite3.connect(path)) as connection:
        assert not connection.execute(PIECES).fetchall()
