"""What every reader of articles keeps to: each passes this same class."""

import importlib
import re

import pytest

from crossquote.articles.beginning import head_of
from crossquote.articles.child import answer, read_apart
from crossquote.articles.door import READING
from crossquote.articles.plausibility import all_checked
from crossquote.articles.reader import Draft, Hints, Reader, Several, Sureness, gather_drafts
from crossquote.articles.sniff import find_reader
from crossquote.child import worker as processes
from crossquote.errors import UserError
from crossquote.message import message
from crossquote.progress import Step, finish

HINTS = Hints("article")
STEP = Step(0, 0, message("step.waiting"))


class ReaderContract:
    """A subclass gives `reader` and `samples`: files of its format, each a name and bytes, that hold an article."""

    @pytest.fixture
    def reader(self) -> Reader:
        raise NotImplementedError

    @pytest.fixture
    def samples(self) -> list[tuple[str, bytes]]:
        raise NotImplementedError

    def test_it_says_what_it_is(self, reader: Reader) -> None:
        assert re.fullmatch(r"[a-z0-9-]+", reader.name)
        assert re.fullmatch(r"[a-z]+/[a-z0-9.+-]+", reader.media)
        assert reader.suffixes
        assert all(re.fullmatch(r"\.[a-z0-9]+", suffix) for suffix in reader.suffixes)

    def test_it_is_found_by_the_name_of_its_module(self, reader: Reader) -> None:
        module = type(reader).__module__
        assert reader == importlib.import_module(module).READER

    def test_it_knows_its_own_files_without_their_names(self, reader: Reader, samples: list[tuple[str, bytes]]) -> None:
        for name, data in samples:
            assert reader.sniff(head_of(data), name) > Sureness.NO
            assert reader.sniff(head_of(data), "article") > Sureness.NO
            assert find_reader(data, name, (reader,)) is reader

    def test_a_sample_is_read_to_a_draft_that_can_be_one(
        self, reader: Reader, samples: list[tuple[str, bytes]]
    ) -> None:
        for _, data in samples:
            made = gather_drafts(reader.read(data, HINTS))
            assert all_checked(made) is made
            assert made.drafts or made.files
            for draft in made.drafts:
                assert draft.text.strip()
                assert "\r" not in draft.text
            assert gather_drafts(reader.read(data, HINTS)) == made

    @pytest.mark.usefixtures("kept_processes")
    def test_it_reads_the_same_in_a_child(self, reader: Reader, samples: list[tuple[str, bytes]]) -> None:
        with processes.Worker(answer, READING) as worker:
            for _, data in samples:
                assert finish(read_apart(reader, data, HINTS, worker, STEP)) == gather_drafts(reader.read(data, HINTS))

    def test_what_is_damaged_is_read_or_refused(self, reader: Reader, samples: list[tuple[str, bytes]]) -> None:
        """Half a file, or one with wrong bytes in it, gives a draft or a word to the user, and nothing else."""
        for _, data in samples:
            cut = (data[: len(data) * part // 7] for part in range(7))
            torn = (data[:at] + b"\xff\0\xfe" + data[at + 3 :] for at in range(0, len(data), max(1, len(data) // 7)))
            for damaged in (*cut, *torn):
                assert isinstance(_read(reader, damaged), Several | UserError)


def only(made: Draft | Several) -> Draft:
    """Return the article of a file that is one."""
    (draft,) = gather_drafts(made).drafts
    return draft


def _read(reader: Reader, data: bytes) -> Several | UserError:
    try:
        return all_checked(gather_drafts(reader.read(data, HINTS)))
    except UserError as error:
        return error
