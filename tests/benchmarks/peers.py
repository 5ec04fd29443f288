"""Peers: what else finds texts like a text, each over the same quotes, as its own pages say to use it.

They are the group `peers`; who lacks one has it left out, with a word. SQLite is there anyway.
"""

import sqlite3
import sys
from collections.abc import Iterator, Sequence
from importlib import import_module
from typing import Any, Protocol

import regex

PERMUTATIONS, ALIKE = 128, 0.3
"""Of MinHash: as its pages begin with, and so alike that fragments can be found at all."""
WRITER_MEMORY = 64_000_000


class Peer(Protocol):
    """What is made of texts, and finds the likeliest of them, by their numbers."""

    def __init__(self, texts: Sequence[str]) -> None: ...

    def find(self, words: str, most: int) -> list[int]:
        """Return so many texts at most, the likeliest first."""


def _words(text: str) -> list[str]:
    return [str(word) for word in regex.findall(r"\w+", text.casefold())]


class MinHashLsh:
    """datasketch: sets of words whose MinHashes fall into one bucket, the most alike first."""

    def __init__(self, texts: Sequence[str]) -> None:
        self._of = import_module("datasketch")
        self._buckets: Any = self._of.MinHashLSH(threshold=ALIKE, num_perm=PERMUTATIONS)
        self._made = [self._hash(text) for text in texts]
        for number, made in enumerate(self._made):
            self._buckets.insert(number, made)

    def _hash(self, text: str) -> Any:
        made = self._of.MinHash(num_perm=PERMUTATIONS)
        made.update_batch([word.encode() for word in set(_words(text))])
        return made

    def find(self, words: str, most: int) -> list[int]:
        """Return those of a bucket."""
        sought = self._hash(words)
        found: list[int] = self._buckets.query(sought)
        return sorted(found, key=lambda number: (-sought.jaccard(self._made[number]), number))[:most]


class Fts5:
    """SQLite's own full-text index, by BM25, any word of those looked for."""

    def __init__(self, texts: Sequence[str]) -> None:
        self._said = sqlite3.connect(":memory:")
        self._said.execute("CREATE VIRTUAL TABLE said USING fts5 (text, content = '')")
        rows = enumerate(texts, start=1)
        self._said.executemany("INSERT INTO said (rowid, text) VALUES (?, ?)", rows)

    def find(self, words: str, most: int) -> list[int]:
        """Return those with the most and rarest words."""
        asked = " OR ".join(f'"{word}"' for word in _words(words))
        statement = "SELECT rowid FROM said WHERE said MATCH ? ORDER BY rank LIMIT ?"
        return [number - 1 for (number,) in self._said.execute(statement, (asked, most))]


class Tantivy:
    """Tantivy, a full-text index in Rust, by BM25, any word of those looked for."""

    def __init__(self, texts: Sequence[str]) -> None:
        tantivy = import_module("tantivy")
        built = tantivy.SchemaBuilder()
        built.add_text_field("text")
        built.add_unsigned_field("number", stored=True)
        self._index: Any = tantivy.Index(built.build())
        writer = self._index.writer(WRITER_MEMORY, 1)
        for number, text in enumerate(texts):
            writer.add_document(tantivy.Document(text=text, number=number))
        writer.commit()
        writer.wait_merging_threads()
        self._index.reload()
        self._searcher: Any = self._index.searcher()

    def find(self, words: str, most: int) -> list[int]:
        """Return those with the most and rarest words."""
        asked = self._index.parse_query(" ".join(_words(words)), ["text"])
        hits = self._searcher.search(asked, most).hits
        return [int(self._searcher.doc(address)["number"][0]) for _, address in hits]


class TfIdf:
    """scikit-learn: cosines of weighed words."""

    def __init__(self, texts: Sequence[str]) -> None:
        self._weigh: Any = import_module("sklearn.feature_extraction.text").TfidfVectorizer()
        self._rows: Any = self._weigh.fit_transform(texts)

    def find(self, words: str, most: int) -> list[int]:
        """Return those of the highest cosine."""
        cosines = (self._rows @ self._weigh.transform([words]).T).tocoo()
        ranked = sorted(zip(-cosines.data, cosines.coords[0], strict=True))
        return [int(number) for _, number in ranked[:most]]


PEERS: dict[str, type[Peer]] = {
    "datasketch MinHash LSH": MinHashLsh,
    "SQLite FTS5": Fts5,
    "Tantivy": Tantivy,
    "scikit-learn TF-IDF": TfIdf,
}


def made_of(texts: Sequence[str]) -> Iterator[tuple[str, Peer]]:
    """Yield the peers that are installed, made of some texts one after the other."""
    for name, peer in PEERS.items():
        try:
            yield name, peer(texts)
        except ModuleNotFoundError as error:
            sys.stderr.write(f"{name}: left out, {error.name} is not installed (uv run --group peers)\n")
