"""A stranger's archive: nothing that it brings along is run, followed or believed."""

import json
import sqlite3
import zlib
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from archived import TEXTS, add, contents, write_articles
from crossquote.archive.folder import shard_paths
from crossquote.archive.look import list_troubles
from crossquote.archive.records import ArchiveDamagedError, ArchivedQuote, read_record, unpack_article
from crossquote.archive.taking import WayOfReading, take_file
from crossquote.errors import UserError
from crossquote.progress import finish
from links import needs_links


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    add(tmp_path / "archive", write_articles(tmp_path / "press", TEXTS))
    return tmp_path / "archive"


def run(*statements: str) -> Callable[[Path], None]:
    def deed(shard: Path) -> None:
        with closing(sqlite3.connect(shard)) as connection:
            for statement in statements:
                connection.execute(statement)
            connection.commit()

    return deed


def cut(shard: Path) -> None:
    shard.write_bytes(shard.read_bytes()[:5000])


def scramble(shard: Path) -> None:
    whole = shard.read_bytes()
    shard.write_bytes(whole[:4096] + b"\xa5" * (len(whole) - 4096))


def replace_by_link(shard: Path) -> None:
    shard.replace(shard.with_name("elsewhere"))
    shard.symlink_to("elsewhere")


def write_text(shard: Path) -> None:
    shard.write_text("no database", encoding="utf-8")


DAMAGE: dict[str, Callable[[Path], object]] = {
    "a trigger": run("CREATE TRIGGER t AFTER INSERT ON files BEGIN DELETE FROM documents; END"),
    "a view": run("CREATE VIEW v AS SELECT load_extension('x')"),
    "another table": run("ALTER TABLE files RENAME TO old", "CREATE VIEW files AS SELECT * FROM old"),
    "another kind of database": run("PRAGMA application_id = 7"),
    "pages cut off": cut,
    "pages of noise": scramble,
    "no shard": Path.unlink,
    "a link": replace_by_link,
    "text": write_text,
}


@pytest.mark.parametrize("kind", DAMAGE)
def test_what_is_no_shard_is_refused(archive: Path, kind: str) -> None:
    DAMAGE[kind](shard_paths(archive)[3])
    with pytest.raises(UserError) as caught:
        finish(list_troubles(archive))
    assert caught.value.message.code == "error.archive-damaged"


@pytest.mark.parametrize(
    "troubles", [b"[[[", "no json", 7, bytes(43_000_000), b'[{"code":"empty","message":{"code":7}}]'], ids=range(5)
)
def test_what_no_program_of_ours_wrote_is_not_believed(archive: Path, troubles: object) -> None:
    for path in shard_paths(archive):
        with closing(sqlite3.connect(path)) as shard:
            changed = shard.execute("UPDATE documents SET troubles = ?", (troubles,)).rowcount
            shard.commit()
        if changed:
            break
    with pytest.raises(UserError) as caught:
        finish(list_troubles(archive))
    assert caught.value.message.code == "error.archive-damaged"


def test_an_article_that_unpacks_to_more_than_any_has_is_refused() -> None:
    bomb = zlib.compress(b" " * (70 * 1024 * 1024))
    for said in (bomb, b"no zip", zlib.compress(b"{}")):
        with pytest.raises(ArchiveDamagedError):
            unpack_article(said)


@needs_links
@pytest.mark.parametrize("name", [".lock", ".turn"])
def test_no_link_beside_the_shards_is_written_to(archive: Path, tmp_path: Path, name: str) -> None:
    victim = tmp_path / "victim"
    victim.write_text("mine", encoding="utf-8")
    (archive / name).unlink(missing_ok=True)
    (archive / name).symlink_to(victim)
    with pytest.raises(UserError) as caught:
        add(archive, tmp_path / "press")
    assert caught.value.message.code == "error.archive-damaged"
    assert victim.read_text(encoding="utf-8") == "mine"


def test_what_was_only_begun_is_an_archive(tmp_path: Path) -> None:
    (tmp_path / "archive").mkdir()
    for name in (".lock", ".00.shard.part"):
        (tmp_path / "archive" / name).touch()
    assert add(tmp_path / "archive", write_articles(tmp_path / "press", TEXTS)).taken == len(TEXTS)
    (tmp_path / "archive" / ".turn").write_text("no number", encoding="utf-8")
    with pytest.raises(UserError) as caught:
        finish(list_troubles(tmp_path / "archive"))
    assert caught.value.message.code == "error.archive-damaged"
    add(tmp_path / "archive", tmp_path / "press")
    assert finish(list_troubles(tmp_path / "archive")) == []


QUOTE = ["They go", "en", None, "direct", 0, 7, 2, 1]


@pytest.mark.parametrize(
    ("place", "value"), [(0, "go " * 60_000), (1, "../../x"), (1, "x" * 400), (2, "a" * 50_000), (4, -1), (6, 10**12)]
)
def test_no_quote_says_what_none_can(place: int, value: object) -> None:
    assert read_record(json.dumps(QUOTE).encode(), ArchivedQuote).text == "They go"
    with pytest.raises(ArchiveDamagedError):
        read_record(json.dumps([*QUOTE[:place], value, *QUOTE[place + 1 :]]).encode(), ArchivedQuote)


def test_a_strangers_journal_is_never_played_back(archive: Path, tmp_path: Path) -> None:
    victim = tmp_path / "victim"
    victim.write_text("mine", encoding="utf-8")
    shard = shard_paths(archive)[0]
    name = str(victim).encode()
    super_name = name + len(name).to_bytes(4, "big") + sum(name).to_bytes(4, "big")
    head = bytes.fromhex("d9d505f920a163d7") + bytes(504)
    journal = shard.with_name(f"{shard.name}-journal")
    journal.write_bytes(head + super_name + bytes.fromhex("d9d505f920a163d7"))
    finish(list_troubles(archive))
    add(archive, tmp_path / "press")
    assert victim.read_text(encoding="utf-8") == "mine"
    assert not journal.exists()


def test_taking_a_file_writes_nothing(tmp_path: Path) -> None:
    write_articles(tmp_path, TEXTS[:1])
    before = sorted(tmp_path.rglob("*"))
    with WayOfReading().door() as door:
        taken = take_file(tmp_path / TEXTS[0][0], door)
    assert (len(taken.articles), sorted(tmp_path.rglob("*"))) == (1, before)


def test_what_a_damaged_shard_had_is_read_again_and_no_more(tmp_path: Path) -> None:
    press, archive = write_articles(tmp_path / "press", TEXTS), tmp_path / "archive"
    add(archive, press)
    before = contents(archive)
    damaged = max(shard_paths(archive), key=lambda path: path.stat().st_size)
    damaged.write_bytes(b"\0" * 4096)
    with pytest.raises(UserError) as refused:
        add(archive, press)
    assert (refused.value.message.code, refused.value.path) == ("error.archive-damaged", str(damaged))
    damaged.unlink()
    added = add(archive, press)
    assert 0 < added.taken < len(TEXTS)
    assert contents(archive) == before
