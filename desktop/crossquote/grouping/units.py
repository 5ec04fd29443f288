"""Units: quotes that are the same words by the same speaker, taken together before anything is compared.

A unit of several translations of one original knows all of them: what any of them says, the original may say.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import regex
from anyascii import anyascii

from crossquote.grouping.item import Item
from crossquote.grouping.same_person import Same, same_person
from crossquote.language.language import UNKNOWN, Language, language_of
from crossquote.model.quote import QuoteKind
from crossquote.model.state import READING_LANGUAGE
from crossquote.text.romanize import has_alphabet, name_skeleton
from crossquote.text.similarity import Kind, Sketch, join_sketches, sketch
from crossquote.text.words import fold

_ENOUGH = 2
"""So many telling words make two equal texts one, whoever says them; fewer need one known speaker."""
NAMES = "#"
"""The space of names and numbers, which compare across languages without a translation."""


@dataclass(frozen=True, slots=True)
class Unit:
    """Quotes that are the same words. `spaces` has a sketch for each language in which they can be compared.

    `key` sorts units the same way whatever the order of the quotes was.
    """

    key: tuple[str, ...]
    items: tuple[Item, ...]
    spaces: dict[str, Sketch]
    speaker: str | None
    language: Language
    articles: frozenset[str]
    kinds: frozenset[QuoteKind | None]
    alone: bool = False

    @property
    def size(self) -> int:
        """How many words it has, in the language in which it has most."""
        return max((one.size for space, one in self.spaces.items() if space != NAMES), default=0)


def reading_language(items: Iterable[Item]) -> Language:
    """Return the language that translations are in: the commonest of the quotes that need none."""
    counted = Counter(item.language for item in items if item.language.told and item.translation == item.text)
    return min(counted, key=lambda one: (-counted[one], one.code), default=language_of(READING_LANGUAGE))


def make_units(items: Sequence[Item], language: Language, alone: frozenset[str]) -> list[Unit]:
    """Return the units of `items`, in an order of their own; the ids in `alone` are taken one by one."""
    gathered: dict[tuple[str, ...], list[Item]] = {}
    for item in sorted(items, key=_item_key):
        gathered.setdefault(_same_words(item, alone), []).append(item)
    return [_unit(members, language) for members in gathered.values()]


def _item_key(item: Item) -> tuple[str, ...]:
    return (item.article, item.text, item.id)


def _same_words(item: Item, alone: frozenset[str]) -> tuple[str, ...]:
    """Return what is equal for quotes of one unit."""
    one = sketch(item.text, item.language)
    if item.id in alone or (len(one.telling) < _ENOUGH and not (one.telling and item.speaker)):
        return ("alone", item.id)
    return (item.language.code, fold(item.speaker or ""), *one.order)


def _unit(members: Sequence[Item], language: Language) -> Unit:
    first = members[0]
    shown = sorted({item.translation for item in members if item.translation is not None})
    spaces: dict[str, Sketch] = {}
    if shown:
        spaces[language.code] = join_sketches([sketch(text, language) for text in shown])
    if first.language.told and first.language is not language:
        spaces[first.language.code] = sketch(first.text, first.language)
    spaces[NAMES] = _names(first.text, first.language)
    return Unit(
        key=_item_key(first),
        items=tuple(members),
        spaces={space: one for space, one in spaces.items() if one.size},
        speaker=first.speaker,
        language=first.language,
        articles=frozenset(item.article for item in members),
        kinds=frozenset(item.kind for item in members),
        alone=first.alone,
    )


def _names(text: str, language: Language) -> Sketch:
    """Return the names and numbers of a text, by their sounds and values: they need no translation."""
    one = sketch(text, language)
    found: dict[str, Kind] = {}
    surface: dict[str, str] = {}
    for word, kind in one.kinds.items():
        written = one.surface[word]
        if kind is Kind.NUMBER:
            sound = _digits(written)
        elif kind is Kind.NAME and has_alphabet(written):
            sound = name_skeleton(written)
        else:
            continue
        if len(sound) > 1:
            found[sound] = kind
            surface[sound] = written
    return Sketch(UNKNOWN, tuple(found), found, surface, frozenset(), len(found))


def _digits(written: str) -> str:
    return regex.sub(r"[^0-9]", "", anyascii(written))


def speakers_agree(first: Unit, second: Unit) -> Same:
    """Tell whether two units have one speaker."""
    if (first.alone or second.alone) and first.speaker and second.speaker:
        return Same.YES if first.speaker == second.speaker else Same.NO
    return same_person(first.speaker, second.speaker, (first.language, second.language))
