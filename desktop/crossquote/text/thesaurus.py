"""A thesaurus: which meanings the words of a language have, and what these are to each other.

The files are made by `packaging/thesauri`: a line a stem with the numbers of its meanings, then a line a meaning with
those that are broader, opposite and kin, what it is one of, and the stems that share it. They are sorted, so a line is
found by halving, and kept as they are: nothing is made of a thesaurus but what is asked.
"""

from dataclasses import dataclass, field
from functools import lru_cache

from msgspec import Struct

from crossquote.language.language import Language
from crossquote.resources import resource
from crossquote.text.sorted_lines import Lines, line_of, unpack
from crossquote.text.stems import stem

Meanings = frozenset[str]
_NONE: Meanings = frozenset()


class Concept(Struct, frozen=True):
    """What one meaning is to others, by their numbers, and the stems that share it.

    `kind` is what it is one of, where one of that kind is never another.
    """

    broader: Meanings = _NONE
    opposite: Meanings = _NONE
    kin: Meanings = _NONE
    kind: Meanings = _NONE
    members: frozenset[str] = _NONE


class Senses(Struct, frozen=True):
    """What a word means: its main senses, and all."""

    main: Meanings = _NONE
    all: Meanings = _NONE


@dataclass(frozen=True, slots=True, eq=False)
class Thesaurus:
    """The thesaurus of one language, as the lines of its file: words, and from `middle` on their meanings."""

    lines: Lines = field(repr=False)
    middle: int

    def senses(self, stem: str) -> Senses:
        """Return what a stem means; nothing where the thesaurus does not know it."""
        main, rest = (*line_of(self.lines, stem, end=self.middle), "", "")[:2]
        own = frozenset(main.split())
        return Senses(own, own | frozenset(rest.split()))

    def concept(self, number: str) -> Concept:
        """Return what a meaning is to others."""
        fields = (*line_of(self.lines, number, self.middle), "", "", "", "", "")[:5]
        return Concept(*(frozenset(text.split()) for text in fields))


EMPTY = Thesaurus(b"", 0)


@lru_cache(maxsize=4)
def load_thesaurus(language: Language) -> Thesaurus:
    """Return the thesaurus of a language, an empty one where there is none; only few are kept."""
    path = resource("thesauri") / f"{language.code}.bin"
    if not language.told or not path.is_file():
        return EMPTY
    lines = unpack(path)
    return Thesaurus(lines, lines.index(b"\n\n") + 1)


def knows(key: str, language: Language) -> bool:
    """Tell whether the thesaurus of a language knows a folded word."""
    return bool(load_thesaurus(language).senses(stem(key, language)).all)


def is_unheard(key: str, language: Language) -> bool:
    """Tell whether a language has a thesaurus and that does not know a folded word, which then can only be a name."""
    return load_thesaurus(language) is not EMPTY and not knows(key, language)
