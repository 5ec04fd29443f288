"""Reading dictionaries and pairs of sentences: which English words a word of another language is put for."""

import gzip
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from itertools import product
from pathlib import Path

import regex

from meanings.wordnets import Keyed, Words, bare

_TAGS = regex.compile(r"(?<!\\)\[(?:(p|c)[^\]]*\](?:.*?)\[/\1|[^\]]*)\]|\\\[.*?\\\]|/.*?/|\(.*?\)|^[^,;:]*: ")
"""What a translation has besides its words: how they are spoken and bent, of what region, what sort they are."""
_BETWEEN = regex.compile(r"[,;]\s")
_MET, _LIKELY = 3, 0.3
"""Two words are put for each other that met in so many pairs of sentences, and so often where one of them is."""


def read_dictionary(path: Path, key: Keyed, english: Keyed) -> Words:
    """Return word → English word → in how many entries, of a dictionary of English in the form DSL (Lingvo's)."""
    found: dict[str, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    for head, line in _entries(gzip.decompress(path.read_bytes()).decode("utf-16-le")):
        for written in _BETWEEN.split(_TAGS.sub("", line)):
            word = bare(written)
            if word and " " not in word:
                found[key(word)][english(head)] += 1
    return found


def _entries(text: str) -> Iterator[tuple[str, str]]:
    """Yield (English word, line of translations); phrases are no words."""
    head = ""
    for line in text.splitlines():
        if line[:1].isalpha():
            head = line.strip()
        elif "[m1]" in line and head and " " not in head:
            yield head, line.strip()


def read_sentences(path: Path, words: Callable[[str], Iterable[str]], english: Callable[[str], Iterable[str]]) -> Words:
    """Return word → English word → how often they met, of pairs of sentences: a line each, the English one behind."""
    often: dict[str, int] = defaultdict(int)
    spoken: dict[str, int] = defaultdict(int)
    met: dict[tuple[str, str], int] = defaultdict(int)
    for line in path.read_text(encoding="utf-8").splitlines()[1:]:
        here, there = line.split("\t")[:2]
        own, other = set(words(here)), set(english(there))
        for word in own:
            often[word] += 1
        for word in other:
            spoken[word] += 1
        for pair in product(own, other):
            met[pair] += 1
    found: dict[str, dict[str, int]] = defaultdict(dict)
    for (word, other_word), times in met.items():
        if times >= _MET and 2 * times >= _LIKELY * (often[word] + spoken[other_word]):
            found[word][other_word] = times
    return found
