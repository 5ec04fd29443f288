"""Reading a MyThes thesaurus: a line a word, then a line a meaning with the words that share it."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

from thesauri.sets import Sets

_LABEL = re.compile(r"\(([^()]*)\)|\[([^\[\]]*)\]")


def read_mythes(path: Path, labels: Mapping[str, Sequence[str]], stem: Callable[[str], str]) -> Sets:
    """Return the meanings of a MyThes file; what is marked as broader, narrower or opposite is kept as such."""
    reader = _Reader(labels, stem)
    for head, part, words in _meanings(path):
        reader.add(head, part, words)
    return reader.sets


class _Reader:
    def __init__(self, labels: Mapping[str, Sequence[str]], stem: Callable[[str], str]) -> None:
        self.sets = Sets()
        self._labels, self._stem = labels, stem
        self._numbers: dict[frozenset[str], int] = {}

    def add(self, head: str, part: str, words: Sequence[str]) -> None:
        """Take in one meaning of the word `head`."""
        same, others = {self._bare(head)} - {""}, []
        for word in words:
            bare, kind = self._bare(word), self._kind(f"{part} {word}")
            if bare and not kind:
                same.add(bare)
            elif bare:
                others.append((bare, kind))
        if not same:
            return
        meaning = self._number(frozenset(same))
        for bare, kind in others:
            other = self._number(frozenset({bare}))
            if kind == "broader":
                self.sets.broader[meaning].add(other)
            elif kind == "narrower":
                self.sets.broader[other].add(meaning)
            else:
                self.sets.opposite[meaning].add(other)
                self.sets.opposite[other].add(meaning)

    def _number(self, stems: frozenset[str]) -> int:
        number = self._numbers.setdefault(stems, len(self._numbers))
        if len(stems) > 1:
            self.sets.members[number] = set(stems)
        for one in stems:
            self.sets.main[one].add(number)
        return number

    def _bare(self, word: str) -> str:
        """Return the stem of a word without what stands in brackets; nothing for a phrase."""
        bare = _LABEL.sub("", word).strip(" .!?…\ufeff")
        return self._stem(bare) if bare and " " not in bare else ""

    def _kind(self, word: str) -> str:
        labels = " ".join(first or second for first, second in _LABEL.findall(word)).casefold()
        return next((kind for kind, known in self._labels.items() if any(label in labels for label in known)), "")


def _meanings(path: Path) -> Iterator[tuple[str, str, list[str]]]:
    """Yield (word, part of speech, words) of each meaning in a file."""
    data = path.read_bytes()
    encoding = data.partition(b"\n")[0].decode("ascii", "ignore").strip().casefold()
    lines = data.decode(encoding, "replace").splitlines()[1:]
    at = 0
    while at < len(lines):
        head, _, count = lines[at].rpartition("|")
        at += 1
        if not count.strip().isdigit():
            continue
        for line in lines[at : at + int(count)]:
            part, *words = line.split("|")
            yield head, part, words
        at += int(count)
