"""Tracing: every rendition of an utterance that an archive has, whatever its language, and who printed it first."""

import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from msgspec.structs import replace

from archived import add, write_articles
from crossquote.archive import finding
from crossquote.archive.finding import Finder, read_totals
from crossquote.archive.folder import open_to_look, shard_paths
from crossquote.archive.timeline import make_timeline
from crossquote.archive.trace import TracedRendition, compare_with, trace
from crossquote.cli.main import run
from crossquote.errors import UserError
from crossquote.grouping.units import make_unit
from crossquote.progress import finish
from crossquote.resources import seeds
from crossquote.translation.fake import FakeTranslator
from crossquote.work.projects import save_as
from crossquote.work.session import Session
from crossquote.work.stages.pipeline import add_files
from crossquote.work.tracing import sought_words, trace_sought, trace_target

ASKED = "I have strongly requested to President Putin that their lives be spared"
STORY = sorted((seeds() / "ceasefire-call").glob("*.txt"))


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("archive") / "press"
    add(folder, *STORY)
    return folder


def traced(archive: Path, words: str, speaker: str | None = None) -> tuple[TracedRendition, ...]:
    with open_to_look(archive) as shards:
        return trace(shards, sought_words(words, speaker=speaker))


def outlets(renditions: tuple[TracedRendition, ...], *, sure: bool = True) -> list[str]:
    return sorted(one.article.outlet for one in renditions if one.quotes[0].sure is sure)


def test_renditions_are_found_in_every_language_without_any_package(archive: Path) -> None:
    found = traced(archive, ASKED)
    assert {"Kyiv daily", "Kyiv daily english", "Madrid morning", "Moscow wire", "World desk"} <= {*outlets(found)}
    assert "Paris morning" in {one.article.outlet for one in found}
    assert found[0].article.outlet == "World desk"
    assert [one.rank for one in found] == sorted(one.rank for one in found)
    assert {one.article.date for one in found} == {"2025-03-14"}
    assert {one.quotes[0].quote.speaker for one in found} == {"Donald Trump", "Дональд Трамп"}


def test_what_nobody_printed_is_not_found(archive: Path) -> None:
    assert traced(archive, "The harbour will be closed to all fishing boats until the middle of September") == ()
    assert traced(archive, "…") == ()


def test_it_tells_how_far_it_is_and_can_be_stopped_between_two_steps(archive: Path) -> None:
    sought = sought_words(ASKED)
    many = replace(sought, items=sought.items * 5)
    steps = list(trace_sought(archive, [many]))
    assert {(step.done, step.total) for step in steps if step.total} == {(number, 5) for number in range(5)}
    work = trace_sought(archive, [many])
    while not next(work).total:
        pass
    work.close()
    assert list(work) == []


@pytest.mark.parametrize("words", [ASKED, "They are surrounded", "a very good chance that this war can finally end"])
def test_no_more_is_found_by_comparing_with_all(archive: Path, words: str) -> None:
    sought = sought_words(words)
    unit = make_unit(b"", sought.items, sought.language)
    with open_to_look(archive) as shards:
        finder = Finder(shards, read_totals(shards), unit, sought.language)
        everywhere = {hit.traced.quote for hit in compare_with(finder, unit, finder.everywhere())}
        found = {quote.quote for one in trace(shards, sought) for quote in one.quotes}
    assert found == everywhere


def test_what_shares_two_common_things_is_found(archive: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = traced(archive, ASKED)
    monkeypatch.setattr(finding, "_COMMON", 0)  # as if each of its words stood in hundreds of quotes
    assert traced(archive, ASKED) == before


def test_the_order_in_which_articles_came_makes_no_difference(tmp_path: Path) -> None:
    few = [path for path in STORY if ".en." in path.name]
    add(tmp_path / "one", *few)
    for path in reversed(few):
        add(tmp_path / "other", path)
    assert traced(tmp_path / "other", ASKED) == traced(tmp_path / "one", ASKED) != ()


def test_the_timeline_says_who_printed_which_wording_first(tmp_path: Path) -> None:
    said = (
        ("harbour-news", 3, "We will close the northern terminal before the winter storms"),
        ("daily-wire", 1, "We will certainly close the northern terminal before the winter storms"),
        ("evening-post", 2, "We will close the northern terminal before the winter storms"),
        ("coast-paper", 4, "The northern terminal is closed before the winter storms, and nobody asked us"),
    )
    texts = [
        (f"{name}.txt", f"Terminal\n\nBy the desk\n{day} May 2024\n\n“{words},” Mayor Ada Lindqvist said.\n")
        for name, day, words in said
    ]
    add(tmp_path / "archive", write_articles(tmp_path / "press", texts))
    timeline = make_timeline(traced(tmp_path / "archive", said[0][2]))
    told = [[one.article.outlet for one in wording.printed] for wording in timeline]
    assert told == [["Daily wire"], ["Evening post", "Harbour news"], ["Coast paper"]]
    assert [wording.follows for wording in timeline] == [None, 0, 1]
    assert timeline[1].alike == 1.0


def test_moments_tell_who_was_first_on_one_day_and_what_is_none_tells_nothing(archive: Path) -> None:
    one = traced(archive, ASKED)[0]
    words = ("We will close the terminal", "We will surely close the terminal")
    for moments, follows in (
        (("2024-05-03T09:00:00+02:00", "2024-05-03T08:30:00+00:00"), [None, 0]),
        (("noon", "2024-05-03T08:30:00"), [None, None]),
    ):
        printed = [
            replace(
                one,
                article=replace(one.article, published=moment, date="2024-05-03"),
                quotes=(replace(one.quotes[0], quote=replace(one.quotes[0].quote, text=text)),),
            )
            for moment, text in zip(moments, words, strict=True)
        ]
        timeline = sorted(make_timeline(printed), key=lambda wording: words.index(wording.text))
        assert [wording.follows for wording in timeline] == follows


def test_files_and_utterances_of_projects_are_traced(
    archive: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    session = Session()
    finish(add_files(session, STORY[:2]))
    save_as(session, tmp_path / "talks.crossquote")
    utterance = max(session.state.utterances.values(), key=lambda one: len(one.renditions))
    session.project.close() if session.project else None
    found = finish(trace_target(archive, f"{tmp_path / 'talks.crossquote'}#{utterance.id}", None, None))
    assert {one.article.outlet for one in found[0].renditions} >= {"Kyiv daily english"}
    assert run(["archive", "trace", str(STORY[0]), "--archive", str(archive), "--json"]) == 0
    rows = json.loads(capsys.readouterr().out)["sought"]
    assert all(any(one["path"] == str(STORY[0]) for one in row["renditions"]) for row in rows)
    assert run(["archive", "trace", f"{tmp_path / 'talks.crossquote'}#nothing", "--archive", str(archive)]) == 3
    assert "no utterance nothing" in capsys.readouterr().err


def test_packages_at_hand_find_what_nothing_else_does(tmp_path: Path) -> None:
    theirs = "Порт залишиться зачиненим, доки не стихне буря"
    add(
        tmp_path / "archive",
        write_articles(tmp_path / "press", [("porto.txt", f"Порт\n\n«{theirs}», – сказала мерка.\n")]),
    )
    ours = "The harbour stays shut till the gale is over"
    translator = FakeTranslator([("en", "uk")], {ours: theirs})
    for used, outlets_found in ((None, []), (translator, ["Porto"])):
        (found,) = finish(trace_target(tmp_path / "archive", ours, "en", None, used))
        assert outlets(found.renditions) == outlets_found


def test_it_is_told_for_people_and_for_machines(archive: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["archive", "trace", ASKED, "--archive", str(archive)]) == 0
    told = capsys.readouterr().out.splitlines()
    assert told[0] == f"Looked for: {ASKED}"
    assert told[1].startswith("  sure            2025-03-14  World desk (en)  Donald Trump: I have strongly")
    assert any(line.startswith("  1. 2025-03-14 Kyiv daily: Я дуже просив") for line in told)
    assert run(["archive", "trace", ASKED, "--archive", str(archive), "--json", "--language", "en"]) == 0
    (row,) = json.loads(capsys.readouterr().out)["sought"]
    assert row["renditions"][0]["outlet"] == "World desk"
    assert row["renditions"][0]["quotes"][0]["sure"] is True
    assert row["timeline"][0]["first"]["outlet"] == "Kyiv daily"


@pytest.mark.parametrize(
    ("statement", "refused"),
    [
        ("UPDATE quotes SET value = zeroblob(200)", True),
        ("UPDATE quotes SET value = 'text'", True),
        ("UPDATE quotes SET article = 'x'", False),
        ("UPDATE articles SET about = x'7b7d'", True),
        ("DELETE FROM quotes", False),
        ("UPDATE languages SET words = -5, quotes = 'many'", False),
        ("UPDATE OR IGNORE postings SET quote = 9223372036854775807", False),
    ],
)
def test_what_a_stranger_wrote_is_refused_or_finds_nothing(
    archive: Path, tmp_path: Path, statement: str, *, refused: bool
) -> None:
    (tmp_path / "theirs").mkdir()
    for path in shard_paths(archive):
        copy = tmp_path / "theirs" / path.name
        copy.write_bytes(path.read_bytes())
        with closing(sqlite3.connect(copy)) as shard:
            shard.execute(statement)
            shard.commit()
    if not refused:
        finish(trace_target(tmp_path / "theirs", ASKED, None, None))
        return
    with pytest.raises(UserError) as caught:
        finish(trace_target(tmp_path / "theirs", ASKED, None, None))
    assert caught.value.message.code == "error.archive-damaged"
