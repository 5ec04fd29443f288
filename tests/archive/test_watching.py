"""What is quoted most in an archive, and what arrives in it in other words."""

import json
from pathlib import Path

import pytest

from archived import add, write_articles
from crossquote.archive.folder import open_to_look
from crossquote.archive.taking import WayOfReading
from crossquote.archive.utterances import Most, list_utterances
from crossquote.cli.main import run
from crossquote.progress import finish
from crossquote.work.tracing import sought_words
from crossquote.work.watching import Arrived, Watch, watch

HARBOUR = "We will close the northern terminal before the winter storms"
BRIDGE = "The old bridge will open for cyclists again on the first of March"
CLOSED = "We will shut down the northern terminal long before the winter storms"


def told(number: int, *said: str) -> tuple[str, str]:
    paragraphs = "\n\n".join(f"“{words},” Mayor Ada Lindqvist said." for words in said)
    return f"outlet-{'abcdefghij'[number]}.txt", f"Story\n\nBy the desk\n{number + 1} May 2024\n\n{paragraphs}\n"


@pytest.fixture
def press(tmp_path: Path) -> Path:
    said = ((HARBOUR, BRIDGE), (BRIDGE,), (BRIDGE,), (HARBOUR,), (CLOSED,), (BRIDGE,))
    texts = [told(number, *words) for number, words in enumerate(said)]
    return write_articles(tmp_path / "press", texts)


def test_what_is_quoted_most_and_what_is_changed_most(press: Path, tmp_path: Path) -> None:
    add(tmp_path / "one", press)
    add(tmp_path / "other", *sorted(press.iterdir(), reverse=True))
    for most, first in ((Most.QUOTED, BRIDGE), (Most.CHANGED, HARBOUR)):
        listed = []
        for archive in (tmp_path / "one", tmp_path / "other"):
            with open_to_look(archive) as shards:
                listed.append(finish(list_utterances(shards, most, 20)))
        assert listed[0] == listed[1]
        found = listed[0]
        assert [one.text for one in found] == [first, BRIDGE if first == HARBOUR else HARBOUR]
        assert {one.text: (len(one.renditions), one.changed) for one in found} == {BRIDGE: (4, 0), HARBOUR: (3, 1)}


def test_where_nothing_is_quoted_twice_that_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    archive = tmp_path / "archive"
    add(archive, write_articles(tmp_path / "press", [told(1, HARBOUR), told(2, BRIDGE)]))
    assert run(["archive", "utterances", "--archive", str(archive)]) == 0
    assert capsys.readouterr().out.startswith("Nothing in the archive is quoted by two articles.")


def test_utterances_are_listed(press: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    archive = str(tmp_path / "archive")
    add(tmp_path / "archive", press)
    assert run(["archive", "utterances", "--archive", archive, "--count", "1"]) == 0
    assert capsys.readouterr().out.splitlines() == [
        f"4 articles, wordings: 1, in other words than most: 0: {BRIDGE}",
        f"  1. 2024-05-01 Outlet a: {BRIDGE}  (printed by 4 articles)",
    ]
    assert run(["archive", "utterances", "--archive", archive, "--most", "changed", "--json"]) == 0
    rows = json.loads(capsys.readouterr().out)["utterances"]
    assert [(row["text"], row["changed"], len(row["renditions"])) for row in rows] == [(HARBOUR, 1, 3), (BRIDGE, 0, 4)]


def test_only_what_arrives_in_new_words_is_told(press: Path, tmp_path: Path) -> None:
    rounds: list[list[Arrived]] = []
    (press / "outlet-e.txt").unlink()
    add(tmp_path / "archive", press)
    followed = (sought_words(HARBOUR, "en"),)
    watched = Watch((press,), tmp_path / "archive", followed, WayOfReading(), 1)
    work = watch(watched, lambda _, arrived: rounds.append(list(arrived)), 0.1)
    for number, said in ((6, HARBOUR), (7, CLOSED), (8, CLOSED)):
        write_articles(press, [told(number, said)])
        while next(work).label.code != "step.watching":
            pass
    work.close()
    assert [[one.quote.quote.text for one in arrived] for arrived in rounds] == [[], [CLOSED], []]


def test_folders_are_watched_once(press: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    argv = ["archive", "watch", str(press), "--archive", str(tmp_path / "archive"), "--workers", "1", "--once"]
    assert run([*argv, "--follow", HARBOUR]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [line.rpartition(": ")[2] for line in lines] == [HARBOUR, HARBOUR, HARBOUR, CLOSED]
    write_articles(press, [told(6, f"{CLOSED} or so")])
    assert run([*argv, "--follow", HARBOUR, "--json"]) == 0
    row = json.loads(capsys.readouterr().out)
    assert (row["followed"], row["outlet"], row["sure"]) == (HARBOUR, "Outlet g", True)
