"""Grouping all of an archive: renditions of one utterance come together, whatever came first, and nothing else does."""

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from archived import add, write_articles
from crossquote.archive.finding import Totals
from crossquote.archive.folder import open_to_look, shard_paths
from crossquote.archive.grouped import group_archive
from crossquote.archive.look import look_on
from crossquote.archive.records import ArchivedQuote
from crossquote.archive.unit_reader import reading_language
from crossquote.archive.utterances import Most, list_utterances
from crossquote.errors import UserError
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


def test_renditions_in_two_languages_come_together_however_many_there_are_in_each(tmp_path: Path) -> None:
    here, there = (
        ["summer", "winter", "spring", "autumn", "Monday", "Easter", "dawn", "noon", "lunch", "dusk"],
        ["verano", "invierno", "abril", "otoño", "lunes", "mayo", "junio", "julio", "enero", "agosto"],
    )
    said = "“The Torvane bridge will cost {} million and opens in Velmora before {},” Ada Lindqvist said."
    abroad = "“El puente Torvane costará {} millones y abre en Velmora antes de {}”, dijo Ada Lindqvist."
    texts = [said.format(417, when) for when in here] + [abroad.format(417, when) for when in there]
    press = write_articles(tmp_path / "press", [(f"{n}.txt", f"{text}\n") for n, text in enumerate(texts)])
    add(tmp_path / "archive", press)
    together, *alone = brought_together(tmp_path / "archive")
    assert {quote.language for unit in together for quote in unit} == {"en", "es"}
    assert not alone


def test_an_archive_without_quotes_has_no_utterances(tmp_path: Path) -> None:
    add(tmp_path / "archive", write_articles(tmp_path / "press", [("one.txt", "Story\n\nIt rained all day.\n")]))
    assert brought_together(tmp_path / "archive") == []


@pytest.mark.parametrize(
    ("statement", "refused"),
    [
        ("UPDATE quotes SET value = zeroblob(200)", True),
        ("UPDATE quotes SET article = 'x'", False),
        ("UPDATE quotes SET number = -number - 9000000000000000000", False),
        ("UPDATE articles SET about = x'7b7d'", True),
        ("DELETE FROM articles", False),
        ("UPDATE languages SET words = -5, quotes = 'many'", False),
        ("UPDATE OR IGNORE languages SET words = 9999, code = '../../en'", False),
        ("UPDATE OR IGNORE postings SET quote = 9223372036854775807", False),
        ("UPDATE OR IGNORE postings SET key = -key", False),
        ("UPDATE OR IGNORE postings SET key = 'x', quote = 'y'", False),
        ("UPDATE OR IGNORE postings SET key = 7", False),
    ],
)
def test_what_a_stranger_wrote_is_refused_or_brings_nothing_together(
    tmp_path: Path, statement: str, *, refused: bool
) -> None:
    for number, said in enumerate([[0, 4], [1], [4]]):
        write_story(tmp_path / "press", number, said)
    add(tmp_path / "archive", tmp_path / "press")
    for path in shard_paths(tmp_path / "archive"):
        with closing(sqlite3.connect(path)) as shard:
            shard.execute(statement)
            shard.commit()
    work = look_on(tmp_path / "archive", lambda shards: list_utterances(shards, Most.QUOTED, 3))
    if not refused:
        assert len(finish(work)) <= 2
        return
    with pytest.raises(UserError) as caught:
        finish(work)
    assert caught.value.message.code == "error.archive-damaged"


def test_only_what_is_a_code_is_a_language() -> None:
    assert reading_language(Totals(3, {"../../en": 9, "#": 7, "": 5, "de": 3, "es": 2})).code == "de"
    assert reading_language(Totals(0, {})).code == "en"


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
