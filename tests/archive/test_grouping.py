"""Grouping all of an archive: renditions of one utterance come together, whatever came first, and nothing else does."""

import shutil
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from archived import add, write_articles
from crossquote.archive.folder import open_to_look
from crossquote.archive.grouped import group_archive
from crossquote.archive.records import ArchivedQuote
from crossquote.archive.utterances import Most, list_utterances
from crossquote.progress import finish

SAID = (
    ("We will close the northern terminal before the winter storms arrive", "Ada Lindqvist"),
    ("We will certainly shut the northern terminal before the winter storms arrive", "Ada Lindqvist"),
    ("close the northern terminal before the winter storms", "Ada Lindqvist"),
    ("We will close the northern terminal before the autumn storms arrive", "Mayor Lindqvist"),
    ("The old bridge opens for cyclists again on the first of March", "Tom Hale"),
    ("The old bridge opens for bicycles again on the first of March", "Tom Hale"),
    ("Nobody asked the fishermen what a new quota would cost them", "Tom Hale"),
)


def write_story(press: Path, number: int, said: list[int]) -> Path:
    paragraphs = "\n\n".join(f"“{SAID[one][0]},” {SAID[one][1]} said." for one in said)
    write_articles(press, [(f"outlet-{number}.txt", f"Story {number}\n\n{number + 1} May 2024\n\n{paragraphs}\n")])
    return press / f"outlet-{number}.txt"


def brought_together(archive: Path) -> list[list[list[ArchivedQuote]]]:
    """Return the quotes of each unit of each utterance, in an order of their own."""
    with open_to_look(archive) as shards:
        grouped = finish(group_archive(shards))
        quotes = [[grouped.reader.quotes(grouped.roll.rows(unit)) for unit in units] for units in grouped.utterances()]
    return sorted(quotes, key=repr)


def test_renditions_come_together_and_others_stay_apart(tmp_path: Path) -> None:
    for number, said in enumerate([[0, 4], [1, 6], [2], [3, 5], [0]]):
        write_story(tmp_path / "press", number, said)
    add(tmp_path / "archive", tmp_path / "press")
    found = [
        {quote.text.rstrip(",") for unit in units for quote in unit} for units in brought_together(tmp_path / "archive")
    ]
    wanted = [{SAID[one][0] for one in some} for some in ((0, 1, 2, 3), (4, 5), (6,))]
    assert sorted(found, key=repr) == sorted(wanted, key=repr)


def test_an_archive_without_quotes_has_no_utterances(tmp_path: Path) -> None:
    add(tmp_path / "archive", write_articles(tmp_path / "press", [("one.txt", "Story\n\nIt rained all day.\n")]))
    assert brought_together(tmp_path / "archive") == []


@given(data=st.data())
@settings(max_examples=6, deadline=None)
def test_neither_order_nor_number_of_processes_makes_a_difference(
    data: st.DataObject, tmp_path_factory: pytest.TempPathFactory
) -> None:
    home = tmp_path_factory.mktemp("grouped")
    stories = data.draw(
        st.lists(st.lists(st.integers(0, len(SAID) - 1), min_size=1, max_size=3, unique=True), min_size=3, max_size=7)
    )
    paths = [write_story(home / "press", number, said) for number, said in enumerate(stories)]
    order, cut = data.draw(st.permutations(paths)), data.draw(st.integers(1, len(paths) - 1))
    add(home / "one", *order[:cut], workers=data.draw(st.sampled_from([1, 1, 2])))
    add(home / "one", *order[cut:])
    add(home / "other", home / "press")
    assert brought_together(home / "one") == brought_together(home / "other")
    for most in Most:
        listed = []
        for archive in (home / "one", home / "other"):
            with open_to_look(archive) as shards:
                listed.append(finish(list_utterances(shards, most, 2)))
        assert listed[0] == listed[1]
    shutil.rmtree(home)
