"""Units: quotes that are the same words by the same speaker, taken together before anything is compared.

A unit of several translations of one original knows all of them: what any of them says, the original may say.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import lru_cache
from typing import Protocol

import regex
from anyascii import anyascii

from crossquote.grouping.item import Item
from crossquote.grouping.name_words import name_words
from crossquote.grouping.same_person import Same, same_person
from crossquote.language.language import UNKNOWN, Language, language_of
from crossquote.model.quote import QuoteKind
from crossquote.model.state import READING_LANGUAGE
from crossquote.text.romanize import has_alphabet, name_skeleton
from crossquote.text.sketch import Sketch, WordKind, join_sketches, sketch, tally
from crossquote.text.words import fold

_ENOUGH = 2
"""So many telling words make two equal texts one, whoever says them; fewer need one known speaker."""
NAMES = "#"
"""The space of names and numbers, which compare across languages without a translation."""


@dataclass(frozen=True, slots=True)
class Unit:
    """Quotes that are the same words. `spaces` has a sketch for each language in which they can be compared.

    `key` sorts units the same way whatever the order of the quotes was; `words` is what their words are known by.
    """

    key: tuple[str, ...]
    items: tuple[Item, ...]
    spaces: dict[str, Sketch]
    speaker: str | None
    language: Language
    articles: frozenset[str]
    kinds: frozenset[QuoteKind | None]
    alone: bool
    words: tuple[str, ...]
    parts: frozenset[str]
    """The parts of the speaker's name, as they sound."""
    size: int
    """How many words it has, in the language in which it has most."""


def reading_language(items: Iterable[Item]) -> Language:
    """Return the language that translations are in: the commonest of the quotes that need none."""
    counted = Counter(item.language for item in items if item.language.told and item.translation == item.text)
    return min(counted, key=lambda one: (-counted[one], one.code), default=language_of(READING_LANGUAGE))


def item_key(item: Item) -> tuple[str, ...]:
    """Return what sorts items the same way, whatever their order was."""
    return (item.article, item.text, item.id)


def same_words(item: Item, alone: AbstractSet[str]) -> tuple[str, ...]:
    """Return what is equal for quotes of one unit; the ids in `alone` are taken one by one."""
    one = sketch(item.text, item.language)
    telling = len(one.telling)
    if item.id in alone or (telling < _ENOUGH and not (telling and item.speaker)):
        return ("alone", item.id)
    return (item.language.code, fold(item.speaker or ""), *one.order)


def make_unit(words: tuple[str, ...], members: Sequence[Item], language: Language) -> Unit:
    """Return the unit of quotes that are the same words, in their order."""
    first = members[0]
    shown = sorted({item.translation for item in members if item.translation is not None})
    spaces: dict[str, Sketch] = {}
    if shown:
        spaces[language.code] = join_sketches([sketch(text, language) for text in shown])
    if first.language.told and first.language is not language:
        spaces[first.language.code] = sketch(first.text, first.language)
    spaces[NAMES] = sketch_names(first.text, first.language)
    return Unit(
        key=item_key(first),
        items=tuple(members),
        spaces={space: one for space, one in spaces.items() if one.size},
        speaker=first.speaker,
        language=first.language,
        articles=frozenset(item.article for item in members),
        kinds=frozenset(item.kind for item in members),
        alone=first.alone,
        words=words,
        parts=name_words(first.speaker or "", first.language).sounds,
        size=max((one.size for space, one in spaces.items() if space != NAMES), default=0),
    )


@lru_cache(maxsize=32768)
def sketch_names(text: str, language: Language) -> Sketch:
    """Return the names and numbers of a text, by their sounds and values: they need no translation."""
    one = sketch(text, language)
    found: dict[str, WordKind] = {}
    surface: dict[str, str] = {}
    for word, kind in one.kinds.items():
        written = one.surface[word]
        if kind is WordKind.NUMBER:
            sound = _digits(written)
        elif kind is WordKind.NAME and has_alphabet(written):
            sound = name_skeleton(written)
        else:
            continue
        if len(sound) > 1:
            found[sound] = kind
            surface[sound] = written
    return Sketch(UNKNOWN, tuple(found), found, surface, tuple(sorted(found)), {}, len(found), tally(found))


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
