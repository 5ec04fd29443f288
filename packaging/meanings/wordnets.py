"""Reading wordnets: which meanings the words of a language have, and how often English words are meant so.

A meaning is known by its place in WordNet 3.0 and its part of speech ("00005205-a"), in all wordnets alike.
"""

import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path

import regex

_PARTS = {"noun": ("n", "1"), "verb": ("v", "2"), "adj": ("a", "35"), "adv": ("r", "4")}
"""The files of WordNet: the letter of each part of speech, and the numbers by which counts know it."""
_BEHIND = regex.compile(r"\([a-z]+\)$")
"""Where an adjective stands: no part of the word."""
_MARKS = regex.compile(r"[\u0591-\u05c7\u064b-\u0652]|(?<=\p{Cyrillic})\u0301")
"""Signs of vowels and of stress, which dictionaries write and newspapers don't."""
_NOISE = regex.compile(r"[+!\u200b-\u200f]")

Keyed = Callable[[str], str]
Words = Mapping[str, Mapping[str, int]]


def read_words(files: Iterable[Path], key: Keyed) -> Words:
    """Return word → meaning → in how many entries, of wordnets in the form of tables; phrases are no words."""
    found: dict[str, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    for path in files:
        for meaning, written in _lemmas(path):
            word = bare(written)
            if word and " " not in word:
                found[key(word)][meaning] += 1
    return found


def bare(written: str) -> str:
    """Return a word as newspapers write it: without signs of vowels and stress."""
    letters = unicodedata.normalize("NFD", _NOISE.sub("", written))
    return unicodedata.normalize("NFC", _MARKS.sub("", letters)).strip()


def _lemmas(path: Path) -> Iterator[tuple[str, str]]:
    """Yield (meaning, word) of a table: a line is a meaning, what is told of it in which language, and the word."""
    for line in path.read_text(encoding="utf-8").splitlines():
        fields = line.split("\t")
        if not line.startswith("#") and len(fields) > 2 and fields[1].endswith("lemma"):
            yield fields[0].replace("-s", "-a"), fields[-1].replace("_", " ")


def read_english(folder: Path, key: Keyed) -> Words:
    """Return word → meaning → how often it is meant so in the texts that WordNet was counted in."""
    counts = dict(_counts(folder / "cntlist.rev"))
    found: dict[str, dict[str, int]] = defaultdict(dict)
    for name, (part, numbers) in _PARTS.items():
        for place, file, words in _synsets(folder / f"data.{name}"):
            for written, number in words:
                word = _BEHIND.sub("", written)
                if word.isalpha():
                    senses = (f"{word.lower()}%{kind}:{file}:{number}::" for kind in numbers)
                    times = max(counts.get(sense, 0) for sense in senses)
                    own = found[key(word)]
                    own[f"{place}-{part}"] = max(times, own.get(f"{place}-{part}", 0))
    return found


def _counts(path: Path) -> Iterator[tuple[str, int]]:
    for line in path.read_text(encoding="utf-8").splitlines():
        sense, _, times = line.split()
        yield sense, int(times)


def _synsets(path: Path) -> Iterator[tuple[str, str, list[tuple[str, str]]]]:
    """Yield (place, file, words with their numbers in that file) of each meaning."""
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith(" "):
            continue
        fields = line.partition(" | ")[0].split()
        listed = fields[4 : 4 + 2 * int(fields[3], 16)]
        pairs = zip(listed[::2], listed[1::2], strict=True)
        yield fields[0], fields[1], [(word, f"{int(number, 16):02d}") for word, number in pairs]
