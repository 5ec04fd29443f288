"""From an archive into what is open: the articles that are chosen, from their files where these are still the same."""

import hashlib
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from types import MappingProxyType

import pytest
from msgspec.structs import replace

from archived import add, write_articles
from crossquote.archive.folder import shard_paths
from crossquote.archive.records import pack_article, unpack_article
from crossquote.archive.trace import TracedRendition
from crossquote.errors import UserError
from crossquote.message import message
from crossquote.model.article import Article, Layout, Source
from crossquote.model.span import Span
from crossquote.model.utterance import Utterance
from crossquote.progress import finish
from crossquote.work import elsewhere
from crossquote.work.elsewhere import Elsewhere, bring_in, find_elsewhere, is_open
from crossquote.work.projects import save_as
from crossquote.work.session import Session
from crossquote.work.stages import archived
from crossquote.work.stages.archived import AS_KEPT
from crossquote.work.stages.pipeline import Outcome, add_files

SAID = "We will close the northern terminal before the winter storms"
OTHERS = {
    "coast-paper": "We will certainly close the northern terminal before the winter storms",
    "daily-wire": SAID,
    "evening-post": "We may close the northern terminal before the winter storms",
}


def told(words: str, day: int = 2) -> str:
    return f"Terminal\n\nBy the desk\n{day} May 2024\n\n“{words},” Mayor Ada Lindqvist said.\n"


@pytest.fixture
def press(tmp_path: Path) -> Path:
    return write_articles(tmp_path / "press", [(f"{name}.txt", told(words)) for name, words in OTHERS.items()])


@pytest.fixture
def archive(tmp_path: Path, press: Path) -> Path:
    add(tmp_path / "archive", press)
    return tmp_path / "archive"


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    """Yield a session, kept in a project, on one article that is in no archive."""
    made = Session()
    finish(add_files(made, [*write_articles(tmp_path / "mine", [("harbour-news.txt", told(SAID, 1))]).glob("*.txt")]))
    save_as(made, tmp_path / "talks.crossquote")
    yield made
    if made.project is not None:
        made.project.close()


def utterance(session: Session) -> Utterance:
    (one,) = session.state.utterances.values()
    return one


def found(session: Session, archive: Path) -> Elsewhere:
    return finish(find_elsewhere(session.state, utterance(session), archive))


def outlets(session: Session) -> list[str]:
    return sorted(article.outlet for article in session.state.articles.values())


def bring(session: Session, archive: Path, *names: str) -> Outcome:
    chosen = [one for one in found(session, archive).renditions if not names or one.article.outlet in names]
    return finish(bring_in(session, archive, chosen))


def by_outlet(session: Session, outlet: str) -> Article:
    return next(one for one in session.state.articles.values() if one.outlet == outlet)


def test_the_timeline_has_what_is_open_too(session: Session, archive: Path) -> None:
    timeline = found(session, archive).timeline
    assert timeline[0].first.outlet == "Harbour news"
    assert [one.article.outlet for one in timeline[0].printed] == ["Harbour news", "Daily wire"]
    assert {wording.follows for wording in timeline[1:]} == {0}


def test_an_article_that_the_user_calls_otherwise_is_known_by_its_file(session: Session, archive: Path) -> None:
    bring(session, archive)
    wire = by_outlet(session, "Daily wire")
    called = {**session.state.articles, wire.id: replace(wire, outlet="The Daily Wire")}
    session.state = replace(session.state, articles=MappingProxyType(called))
    listed = found(session, archive)
    assert all(is_open(session.state, one) for one in listed.renditions)
    assert sum(len(wording.printed) for wording in listed.timeline) == 4


def test_what_is_chosen_comes_from_its_file_as_one_step(session: Session, archive: Path, press: Path) -> None:
    outcome = bring(session, archive, "Daily wire", "Coast paper")
    assert outlets(session) == ["Coast paper", "Daily wire", "Harbour news"]
    assert (outcome.problems, outcome.again, len(outcome.changes.articles)) == ((), 0, 2)
    wire, path = by_outlet(session, "Daily wire"), press / "daily-wire.txt"
    assert wire.path == str(path)
    assert wire.source.warnings == ()
    assert wire.source.read_at is not None
    assert wire.language == "en"
    assert session.project is not None
    assert session.project.original(wire.sha256) == path.read_bytes()
    assert len(utterance(session).renditions) == 3
    session.undo()
    assert outlets(session) == ["Harbour news"]
    session.redo()
    assert len(session.state.articles) == 3


def test_what_is_open_already_is_marked_and_not_added_twice(session: Session, archive: Path) -> None:
    bring(session, archive, "Daily wire")
    marked = {one.article.outlet: is_open(session.state, one) for one in found(session, archive).renditions}
    assert marked == {"Coast paper": False, "Daily wire": True, "Evening post": False}
    outcome = bring(session, archive)
    assert outcome.again == 1
    assert len(session.state.articles) == 4
    before = session.state
    assert bring(session, archive).again == 3
    assert session.state is before


@pytest.mark.parametrize("lost", [Path.unlink, lambda path: path.write_text(told("Nothing", 9), encoding="utf-8")])
def test_where_the_file_is_gone_or_another_the_archive_has_it(
    session: Session, archive: Path, press: Path, lost: Callable[[Path], object]
) -> None:
    text = (press / "daily-wire.txt").read_text(encoding="utf-8")
    lost(press / "daily-wire.txt")
    outcome = bring(session, archive)
    assert outcome.problems == ()
    wire = by_outlet(session, "Daily wire")
    assert wire.text == text.strip() or wire.text == text
    assert wire.source.warnings == (message(AS_KEPT, path=str(press / "daily-wire.txt")),)
    assert [one.outlet for one in elsewhere.as_kept(session.state, outcome.changes)] == ["Daily wire"]
    assert (wire.language, wire.source.read_at is None) == ("en", False)
    assert session.project is not None
    assert session.project.original(wire.sha256) is None
    assert len(utterance(session).renditions) == 4
    assert bring(session, archive).again == 3


def test_the_same_bytes_under_two_outlets_are_two_articles(session: Session, archive: Path, press: Path) -> None:
    copy = press / "other-wire.txt"
    copy.write_bytes((press / "daily-wire.txt").read_bytes())
    add(archive, press)
    bring(session, archive, "Daily wire", "Other wire")
    assert outlets(session) == ["Daily wire", "Harbour news", "Other wire"]
    assert all(is_open(session.state, one) for one in found(session, archive).renditions if "wire" in one.path)


def test_what_lies_in_another_file_is_taken_out_of_it_again(session: Session, tmp_path: Path) -> None:
    message_in = "From: desk@wire.example\nSubject: Terminal\nDate: Thu, 02 May 2024 09:00:00 +0200\n\n"
    box = tmp_path / "letters.mbox"
    body = told(OTHERS["coast-paper"]).replace("\nFrom", "\n>From")
    box.write_text("".join(f"From x Thu May  2 09:00:00 2024\n{message_in}{body}\n" for _ in range(2)), "utf-8")
    add(tmp_path / "letters", box)
    (one,) = found(session, tmp_path / "letters").renditions[:1]
    finish(bring_in(session, tmp_path / "letters", [one]))
    came = next(article for article in session.state.articles.values() if article.id == one.article.id)
    assert came.source.warnings == ()
    assert Path(came.path).is_relative_to(box)


def damage(archive: Path, change: Callable[[Article], Article]) -> None:
    """Let every article of an archive be another than the quotes and titles beside it say."""
    for path in shard_paths(archive):
        with closing(sqlite3.connect(path)) as shard:
            for number, whole in shard.execute("SELECT number, whole FROM articles").fetchall():
                packed = pack_article(change(unpack_article(whole)))
                shard.execute("UPDATE articles SET whole = ? WHERE number = ?", (packed, number))
            shard.commit()


@pytest.mark.parametrize(
    "change",
    [
        lambda one: replace(one, id="../../../x"),
        lambda one: replace(one, sha256="no digest"),
        lambda one: replace(one, title="Another"),
        lambda one: replace(one, text="x\0y"),
        lambda one: replace(one, text="line\n" * 3_000_000),
        lambda one: replace(one, date="yesterday"),
        lambda one: replace(one, layout=Layout(skipped=(Span(0, 10**9),))),
        lambda one: replace(one, source=Source(address="file:///etc/passwd")),
        lambda one: replace(one, source=Source(warnings=(message("NO CODE"),))),
    ],
    ids=range(9),
)
def test_no_article_is_believed_that_none_can_be(
    session: Session, archive: Path, change: Callable[[Article], Article]
) -> None:
    chosen = found(session, archive).renditions
    damage(archive, change)
    before = session.state
    with pytest.raises(UserError) as caught:
        finish(bring_in(session, archive, chosen))
    assert caught.value.message.code == "error.archive-damaged"
    assert session.state is before


@pytest.mark.parametrize("place", ["//host/share/daily-wire.txt", "\\\\host\\share\\daily-wire.txt", "{folder}"])
def test_a_strangers_path_is_not_followed_off_this_machine_nor_into_a_folder(
    session: Session, archive: Path, press: Path, monkeypatch: pytest.MonkeyPatch, place: str
) -> None:
    for path in shard_paths(archive):
        with closing(sqlite3.connect(path)) as shard:
            shard.execute("UPDATE files SET path = ? WHERE path LIKE '%daily-wire.txt'", (place.format(folder=press),))
            shard.commit()
    monkeypatch.setattr(archived, "leads_to_file", lambda path: "host" in str(path) or path.is_file())
    bring(session, archive, "Daily wire")
    assert by_outlet(session, "Daily wire").source.warnings[0].code == AS_KEPT


def test_a_file_of_the_same_place_that_says_something_else_is_never_taken(
    session: Session, archive: Path, press: Path
) -> None:
    """What lies at a stranger's path may be the user's own: it comes in only where the archive told its digest."""
    chosen: list[TracedRendition] = [one for one in found(session, archive).renditions if "wire" in one.path]
    secret = press / "secret.txt"
    secret.write_text(told("The safe is behind the picture of the old harbour master", 3), encoding="utf-8")
    digest = hashlib.sha256(secret.read_bytes()).hexdigest()
    secret.replace(press / "daily-wire.txt")
    finish(bring_in(session, archive, chosen))
    assert all(article.sha256 != digest for article in session.state.articles.values())
