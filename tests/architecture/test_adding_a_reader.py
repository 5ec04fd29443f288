"""The recipe of CONTRIBUTING for a reader, followed with a toy: one file, its line in the table, its name, a sample."""

import importlib
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from contracts.reader import ReaderContract
from crossquote.articles import sniff
from crossquote.articles.door import Door
from crossquote.articles.read import article_of
from crossquote.articles.reader import Reader
from crossquote.errors import UserError
from crossquote.message import message
from crossquote.progress import Step, finish

GAZETTE = '''
"""The Gazette: articles as an imaginary agency sends them, each field on a line of its own, then the text."""

from msgspec import Struct

from crossquote.articles.reader import Draft, Head, Hints, Sureness
from crossquote.errors import ErrorCode, UserError
from crossquote.message import message

START = "GAZETTE/1"


class GazetteReader(Struct, frozen=True):
    """Reads one despatch."""

    name: str = "gazette"
    media: str = "text/x-gazette"
    suffixes: tuple[str, ...] = (".gaz",)
    trusted: bool = False

    def sniff(self, head: Head, _name: str) -> Sureness:
        """Know it by its first line."""
        return Sureness.CERTAIN if head.text.startswith(START) else Sureness.NO

    def read(self, data: bytes, hints: Hints) -> Draft:
        """Return the despatch."""
        try:
            _, title, author, date, address, text = data.decode().split("\\\\n", 5)
        except ValueError as error:
            raise UserError(
                ErrorCode.UNREADABLE, message("error.damaged", format=message("format.gazette")), path=hints.path
            ) from error
        return Draft(text, title, (author,), date or None, "The Gazette", address or None)


READER = GazetteReader()
'''.replace("\\\\n", "\\n")
SAMPLE = "GAZETTE/1\nThe port stays open\nAda Lindqvist\n2025-03-14\nhttps://gazette.example/1\n“We stay,” she said.\n"
STEP = Step(0, 0, message("step.reading", file="x"))


@pytest.fixture
def gazette(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Reader]:
    """Add the file, and the line to the table."""
    monkeypatch.syspath_prepend(tmp_path)
    (tmp_path / "gazette_reader.py").write_text(GAZETTE, encoding="utf-8")
    reader: Reader = importlib.import_module("gazette_reader").READER
    monkeypatch.setattr(sniff, "READERS", (*sniff.READERS, reader))
    yield reader
    sys.modules.pop("gazette_reader", None)


class TestGazetteReader(ReaderContract):
    @pytest.fixture
    def reader(self, gazette: Reader) -> Reader:
        return gazette

    @pytest.fixture
    def samples(self) -> list[tuple[str, bytes]]:
        return [("a.gaz", SAMPLE.encode())]

    @pytest.fixture
    def kept_processes(self) -> None:
        """Read it in a process of its own: one that was started before knows nothing of it."""


def test_its_files_come_through_the_door(gazette: Reader, tmp_path: Path) -> None:
    path = tmp_path / "despatch"
    path.write_text(SAMPLE, encoding="utf-8", newline="")
    with Door(sniff.READERS) as door:
        article = article_of(finish(door.read(path, None, STEP)))
        assert (article.text, article.title) == ("“We stay,” she said.\n", "The port stays open")
        assert (article.author, article.date) == ("Ada Lindqvist", "2025-03-14")
        assert (article.source.reader, article.source.address) == ("gazette", "https://gazette.example/1")
        path.write_text("GAZETTE/1\nnothing more", encoding="utf-8")
        with pytest.raises(UserError) as caught:
            finish(door.read(path, None, STEP))
    assert "error.damaged" in str(caught.value)
    assert gazette.suffixes[0] in sniff.offered_suffixes(sniff.READERS)
