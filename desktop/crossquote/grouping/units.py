"""Units: quotes that are the same words by the same speaker, taken together before anything is compared.

A unit of several translations of one original knows all of them: what any of them says, the original may say.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from functools import lru_cache
from hashlib import blake2b
from typing import Protocol, TypeVar

import regex
from anyascii import anyascii
from msgspec import Struct

from crossquote.grouping.item import Item
from crossquote.grouping.name_words import name_words
from crossquote.grouping.same_person import Same, same_person
from crossquote.language.language import UNKNOWN, Language, language_of
from crossquote.model.quote import QuoteKind
from crossquote.model.state import READING_LANGUAGE
from crossquote.text.meanings import meaning
from crossquote.text.romanize import has_alphabet, name_skeleton
from crossquote.text.sketch import Sketch, WordKind, join_sketches, sketch, tally
from crossquote.text.words import fold

T = TypeVar("T")
_ENOUGH = 2
"""So many telling words make two equal texts one, whoever says them; fewer need one known speaker."""
MEANINGS = "#"
"""The space of names, numbers and what words are known by, which compare across languages without a translation."""
_BETWEEN = "\0"
"""What no word has, between two."""


class Unit(Struct, frozen=True):
    """Quotes that are the same words. `spaces` has a sketch for each language in which they can be compared.

    `key` sorts units the same way whatever the order of the quotes was; `words` is what their words are known by.
    """

    key: tuple[str, ...]
    items: tuple[Item, ...]
    spaces: Mapping[str, Sketch]
    speaker: str | None
    language: Language
    articles: frozenset[str]
    kinds: frozenset[QuoteKind | None]
    alone: bool
    words: bytes
    parts: frozenset[str]
    """The parts of the speaker's name, as they sound."""
    size: int
    """How many words it has, in the language in which it has most."""

    @property
    def home(self) -> str:
        """The language in which it is compared with most others: the one that it is read in, else its own."""
        return next(iter(self.spaces))


@dataclass(frozen=True, slots=True, eq=False)
class LaterSketches(Mapping[str, Sketch]):
    """The sketches of a unit in the languages `names`: each is made when it is asked for."""

    names: tuple[str, ...]
    quotes: tuple[Item, ...]
    language: Language
    made: dict[str, Sketch] = field(default_factory=dict)

    def __getitem__(self, space: str) -> Sketch:
        if space not in self.made:
            if space not in self.names:
                raise KeyError(space)
            self.made[space] = _sketch_in(space, self.quotes, self.language)
        return self.made[space]

    def __contains__(self, space: object) -> bool:
        return space in self.names

    def __iter__(self) -> Iterator[str]:
        return iter(self.names)

    def __len__(self) -> int:
        return len(self.names)


def reading_language(items: Iterable[Item]) -> Language:
    """Return the language that translations are in: the commonest of the quotes that need none."""
    counted = Counter(item.language for item in items if item.language.told and item.translation == item.text)
    return min(counted, key=lambda one: (-counted[one], one.code), default=language_of(READING_LANGUAGE))


def item_key(item: Item) -> tuple[str, ...]:
    """Return what sorts items the same way, whatever their order was."""
    return (item.article, item.text, item.id)


def same_words(item: Item, alone: AbstractSet[str]) -> bytes:
    """Return what is equal for quotes of one unit, and for no others; the ids in `alone` are taken one by one."""
    one = sketch(item.text, item.language)
    telling = len(one.telling)
    if item.id in alone or (telling < _ENOUGH and not (telling and item.speaker)):
        told = ["", item.id]
    else:
        told = [item.language.code, str(len(one.order)), *one.order, fold(item.speaker or "")]
    return blake2b(_BETWEEN.join(told).encode("utf-8", "surrogatepass"), digest_size=16).digest()


def make_unit(words: bytes, members: Sequence[Item], language: Language) -> Unit:
    """Return the unit of quotes that are the same words, in their order."""
    first = members[0]
    names: list[str] = []
    if any(item.translation is not None for item in members):
        names.append(language.code)
    if first.language.told and first.language is not language:
        names.append(first.language.code)
    made = {space: _sketch_in(space, members, language) for space in names}
    size = max((one.size for one in made.values()), default=0)
    said = {space: one for space, one in made.items() if one.size}
    quotes = tuple(members)
    return unit_of(words, quotes, LaterSketches((*said, MEANINGS), quotes, language, said), size)


def unit_of(words: bytes, members: Sequence[Item], spaces: Mapping[str, Sketch], size: int) -> Unit:
    """Return the unit of quotes of which it is known what they say."""
    first = members[0]
    return Unit(
        key=item_key(first),
        items=tuple(members),
        spaces=spaces,
        speaker=first.speaker,
        language=first.language,
        articles=_one_set(frozenset(item.article for item in members)),
        kinds=_one_set(frozenset(item.kind for item in members)),
        alone=first.alone,
        words=words,
        parts=name_words(first.speaker or "", first.language).sounds,
        size=size,
    )


@lru_cache(maxsize=4096)
def _one_set(names: frozenset[T]) -> frozenset[T]:
    """Return a set that equals `names`, the same one each time: many units are of one article, and kinds are few."""
    return names


def meet_by_meanings(homes: Mapping[str, int]) -> bool:
    """Tell whether there are units that have no language in common, by how many are at home in each."""
    return len(homes) > 1 or homes.get(MEANINGS, 0) > 1


def say_the_same(was: Unit, now: Unit) -> bool:
    """Tell whether a unit is what it was, but for who speaks it."""
    if was is now:
        return True
    named = (was.speaker is None) is (now.speaker is None)
    told = was.language is now.language and was.articles == now.articles and was.kinds == now.kinds
    return named and told and (_texts(was) == _texts(now) or was.spaces == now.spaces)


def _texts(unit: Unit) -> list[tuple[str, Language, str | None]]:
    """Return what a unit is made of but for who speaks: of the same texts are the same sketches."""
    return [(item.text, item.language, item.translation) for item in unit.items]


def _sketch_in(space: str, members: Sequence[Item], language: Language) -> Sketch:
    """Return what quotes that are the same words say in one language; translations are in `language`."""
    first = members[0]
    if space == MEANINGS:
        return sketch_meanings(first.text, first.language)
    if space == first.language.code and first.language is not language:
        return sketch(first.text, first.language)
    shown = sorted({item.translation for item in members if item.translation is not None})
    return join_sketches([sketch(text, language) for text in shown])


@lru_cache(maxsize=32768)
def sketch_meanings(text: str, language: Language) -> Sketch:
    """Return the names of a text by their sounds, its numbers by their values, and its words by what they are known by.

    None of them needs a translation. A word with a capital may be a name, or a word that others write small.
    """
    one = sketch(text, language)
    found: dict[str, WordKind] = {}
    surface: dict[str, str] = {}
    for word, kind in one.kinds.items():
        written = one.written(word)
        for key, own in _known_by(written, kind, language):
            found[key] = own
            surface[key] = written
    return Sketch(UNKNOWN, tuple(found), found, surface, tuple(sorted(found)), {}, len(found), tally(found))


def _known_by(written: str, kind: WordKind, language: Language) -> Iterator[tuple[str, WordKind]]:
    """Yield what a word is known by in every language, and what kind of word it is by that."""
    if kind is WordKind.STOP:
        return
    if kind is WordKind.NUMBER:
        sound = _digits(written)
    else:
        sound = name_skeleton(written) if kind is WordKind.NAME and has_alphabet(written) else ""
        known = meaning(written, language)
        if known:
            yield f"={known}", WordKind.MEANING
    if len(sound) > 1:
        yield sound, kind


def _digits(written: str) -> str:
    return regex.sub(r"[^0-9]", "", anyascii(written))


class Spoken(Protocol):
    """What someone is given as the speaker of; `alone` where the name stands for nobody else."""

    @property
    def speaker(self) -> str | None:
        """The name; None where nobody is named."""

    @property
    def language(self) -> Language:
        """The language that the name is in."""

    @property
    def alone(self) -> bool:
        """Whether the user says that the name stands for nobody else."""


def speakers_agree(first: Spoken, second: Spoken) -> Same:
    """Tell whether two quotes or units have one speaker."""
    if (first.alone or second.alone) and first.speaker and second.speaker:
        return Same.YES if first.speaker == second.speaker else Same.NO
    return same_person(first.speaker, second.speaker, (first.language, second.language))
