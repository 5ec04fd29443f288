"""Each reader keeps to the contract of readers."""

import pytest

from contracts.reader import ReaderContract
from crossquote.articles.reader import Reader
from crossquote.articles.readers import plain

TEXT = "The port\nBy Ada Lindqvist\n14 March 2025\n\n“We stay,” the minister said.\r\nПорт відкрито.\n"


class TestPlainReader(ReaderContract):
    @pytest.fixture
    def reader(self) -> Reader:
        return plain.READER

    @pytest.fixture
    def samples(self) -> list[tuple[str, bytes]]:
        encodings = ("utf-8", "utf-8-sig", "utf-16", "utf-32")
        return [(f"{encoding}.txt", TEXT.encode(encoding)) for encoding in encodings]
