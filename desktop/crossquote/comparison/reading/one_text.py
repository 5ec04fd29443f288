"""What is read in one text, by itself: its words, the terms of its lexicon, and its quantities."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from types import MappingProxyType

from msgspec import Struct

from crossquote.comparison.reading.joined_negators import NEGATORS, find_joined
from crossquote.comparison.reading.places import lying_at, mark
from crossquote.language.language import Language
from crossquote.model.span import Span
from crossquote.text.dates import find_dates
from crossquote.text.measures import find_hyphened, find_wholes, measure_at
from crossquote.text.money import load_currencies, money_at
from crossquote.text.name_rules import load_name_rules
from crossquote.text.names import Name, find_names
from crossquote.text.numbers import Number, find_numbers
from crossquote.text.quantity import Quantity, Sort, plain
from crossquote.text.roman import find_romans
from crossquote.text.terms import Hit, beginning_within, find_terms, first_word, term_index
from crossquote.text.words import Word, fold, split_words

LookedFor = tuple[tuple[str, str], ...]
"""The (section, key) pairs of a lexicon whose phrases are looked for in a text."""
LONGEST_TERM = 6
"""No phrase of a lexicon has more words."""
_DESIGNATION = re.compile(r"([^\W\d_]{1,20})-?([0-9]{1,9})")


class Reading(Struct, frozen=True, eq=False):
    """A text with its words, the terms found in it, its quantities and its names, each in the order of their places.

    `sections` are the hits by the section of the lexicon that they are from. `reach` is how many letters the longest
    quantity or name has: by it those at a place are found without looking on.
    """

    text: str
    language: Language
    words: tuple[Word, ...]
    hits: tuple[Hit, ...]
    sections: Mapping[str, tuple[Hit, ...]]
    quantities: tuple[Quantity, ...]
    names: tuple[Name, ...]
    reach: int

    def of(self, section: str, *groups: str) -> tuple[Hit, ...]:
        """Return the hits of a section, or of some of its groups."""
        found = self.sections.get(section, ())
        return tuple(hit for hit in found if hit.group in groups) if groups and found else found

    def hits_in(self, first: int, last: int) -> list[Hit]:
        """Return the hits that hold any of the words `first` to `last` (half-open)."""
        near = beginning_within(self.hits, first - LONGEST_TERM, last)
        return [hit for hit in near if hit.last > first]

    def quantities_at(self, span: Span) -> list[Quantity]:
        """Return the quantities that overlap `span`."""
        return lying_at(self.quantities, span, self.reach)

    def names_at(self, span: Span) -> list[Name]:
        """Return the names that overlap `span`."""
        return lying_at(self.names, span, self.reach)


@lru_cache(maxsize=256)
def read_with(text: str, language: Language, terms: LookedFor) -> Reading:
    """Return what is read in `text`, with the phrases of `terms`."""
    words = split_words(text, language)
    hits = _find_hits(words, language, terms)
    quantities = find_quantities(text, words, language)
    known = mark(text, [*(hit.span for hit in hits), *(quantity.span for quantity in quantities)])
    names = tuple(
        name for name in _names(text, language) if name.sure or not any(known[name.span.start : name.span.end])
    )
    reach = max((len(span) for span in (*(one.span for one in quantities), *(one.span for one in names))), default=0)
    return Reading(text, language, words, hits, _by_section(hits), quantities, names, reach)


def _find_hits(words: Sequence[Word], language: Language, terms: LookedFor) -> tuple[Hit, ...]:
    """Return where phrases of `terms` stand, and verbs that hold their negator where negators are looked for."""
    hits = tuple(find_terms(words, term_index(language, terms)))
    joined = tuple(find_joined(words, hits, language)) if NEGATORS in terms else ()
    return tuple(sorted((*hits, *joined), key=first_word)) if joined else hits


def _by_section(hits: Iterable[Hit]) -> Mapping[str, tuple[Hit, ...]]:
    found: dict[str, list[Hit]] = {}
    for hit in hits:
        found.setdefault(hit.section, []).append(hit)
    return MappingProxyType({section: tuple(listed) for section, listed in found.items()})


def find_quantities(text: str, words: Sequence[Word], language: Language) -> tuple[Quantity, ...]:
    """Return the dates, times, sums, measurements and other numbers of a text, in order; none overlap."""
    numbers = find_numbers(text, words, language)
    found = list(find_dates(text, words, numbers, language))
    taken = mark(text, [quantity.span for quantity in found])
    found.extend(
        _quantity(text, words, number, language)
        for number in numbers
        if not any(taken[number.span.start : number.span.end]) and not _is_of_the_page(text, number.span)
    )
    taken = mark(text, [quantity.span for quantity in found])
    others = (
        *find_wholes(words, language),
        *find_hyphened(words, language),
        *find_romans(text, words),
        *_designations(words),
    )
    found.extend(other for other in others if not any(taken[other.span.start : other.span.end]))
    return tuple(sorted(found, key=lambda quantity: quantity.span))


def _is_of_the_page(text: str, span: Span) -> bool:
    """Tell whether a number is a note's ("tested[3]") or the page's, alone on its line."""
    before, after = text[: span.start], text[span.end :]
    if before.endswith("[") and after.startswith("]"):
        return True
    alone = not before.rpartition("\n")[2].strip() and not after.partition("\n")[0].strip()
    return alone and "\n" in before and "\n" in after


def _designations(words: Sequence[Word]) -> Iterator[Quantity]:
    """Yield the numbers in names of things ("F-35", "iPhone6"): weak, for nobody misses them, yet they can differ."""
    for word in words:
        match = _DESIGNATION.fullmatch(word.key)
        if match is not None:
            yield Quantity(Sort.NUMBER, word.span, (float(match[2]),), unit=match[1], weak=True)


def _names(text: str, language: Language) -> tuple[Name, ...]:
    """Return the names of a text, with those that stand inside a title ("US President")."""
    rules = load_name_rules(language)
    found = list(find_names(text, language))
    for title in {name.title for name in found if name.title is not None}:
        found.extend(
            Name(Span(title.start + word.span.start, title.start + word.span.end), word.key)
            for word in split_words(title.of(text), language)
            if word.span.of(title.of(text))[:1].isupper() and not rules.is_title(word.key) and len(word.key) < 4
        )
    if _is_shouted(text):
        found = [name for name in found if not name.span.of(text).isupper()]
    return tuple(sorted(found, key=lambda name: name.span))


def _is_shouted(text: str) -> bool:
    """Tell whether words stand in capitals for emphasis, so that a capital says nothing of a name."""
    long = [word for word in text.split() if len(word) > 3]
    return len(long) > 1 and sum(word.isupper() for word in long) * 4 > len(long)


def _quantity(text: str, words: Sequence[Word], number: Number, language: Language) -> Quantity:
    skipped = frozenset(map(fold, language.lexicon.texts("money", "between")))
    money = money_at(text, words, number, load_currencies(language), skipped)
    return money or measure_at(text, words, number, language) or plain(number)
