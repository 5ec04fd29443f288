"""Names across two languages: one that is nowhere on the other side, beside another that is nowhere here.

What may be translated is not told: words that a thesaurus knows, abbreviations. Where no other name is left over on the
other side, or no capital shows which words are names there, the name is missing. One that is left over on the other
side is told where it stands in Latin letters, which are not its language's own.
"""

from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct

from crossquote.comparison.across.bare_names import lacks_meaning, stands_bare
from crossquote.comparison.across.changed_parts import changed_part
from crossquote.comparison.across.counterparts import names_body, names_city, names_place, stands_in
from crossquote.comparison.across.telling import is_sure, tells
from crossquote.comparison.align.links import word_range
from crossquote.comparison.reading.one_text import Reading
from crossquote.model.span import Span
from crossquote.text.capitals import lands_of_capital
from crossquote.text.detection import leaning
from crossquote.text.meanings import meaning
from crossquote.text.name_rules import load_name_rules
from crossquote.text.names import Name
from crossquote.text.places import places_of
from crossquote.text.scripts import is_latin
from crossquote.text.thesaurus import knows
from crossquote.text.words import fold

_SHORTEST = 4


class _Lost(Struct, frozen=True):
    """A word of a name that the other side has in no form; `telling` where it is no word that would be translated.

    Nor would one that stands `bare`, if the other side lacks what it means as well, or names another.
    """

    span: Span
    telling: bool
    bare: bool


def changed_names(base: Reading, text: Reading) -> Iterator[tuple[Span | None, Span | None]]:
    """Yield (base, text) for a name put in place of another; None where nothing is seen in its place.

    A name that may be words of its language is told where what stands in its place is surely a name.
    """
    lost, spare = list(_lost(base, text)), list(_lost(text, base))
    told = next((one for one in lost if one.telling), None)
    if told is not None:
        yield told.span, spare[0].span if spare else None
        return
    bare = _in_place_of_bare(base, text, lost, spare) or changed_part(base, text)
    if bare is not None:
        yield bare
        return
    added = next(_foreign(spare, text, base), None) if lost else None
    added = added or next(_surely_named(spare, text), None)
    if added is not None:
        yield _nearest(added, text, lost, base) if lost else None, added


def _in_place_of_bare(
    base: Reading, text: Reading, lost: Iterable[_Lost], spare: Sequence[_Lost]
) -> tuple[Span, Span] | None:
    """Return a name that stands bare, and one that is left over on the other side and does not mean the same."""
    bare = next((one.span for one in lost if one.bare), None)
    if bare is None or load_name_rules(text.language).nouns_have_capitals:
        return None
    means = meaning(fold(bare.of(base.text)), base.language)
    others = [one for one in spare if not means or meaning(fold(one.span.of(text.text)), text.language) != means]
    return (bare, _nearest(bare, base, others, text)) if others else None


def _nearest(span: Span, ours: Reading, found: Iterable[_Lost], theirs: Reading) -> Span:
    """Return which of the words found in a text stands most nearly where `span` does in its own."""
    place = span.start / len(ours.text)
    return min((one.span for one in found), key=lambda one: abs(one.start / len(theirs.text) - place))


def _surely_named(spare: Iterable[_Lost], text: Reading) -> Iterator[Span]:
    """Yield the names left over in a text that stand in Latin letters where its own are others."""
    if not is_latin(text.text):
        yield from (one.span for one in spare if is_latin(one.span.of(text.text)))


def _foreign(spare: Iterable[_Lost], text: Reading, base: Reading) -> Iterator[Span]:
    """Yield the names left over in a text whose letters speak for the other language rather than for its own."""
    own, other = text.language, base.language
    for span in (one.span for one in spare):
        word = span.of(text.text)
        if own.told and other.told and leaning(word, own.code, other.code) < 0 and not knows(fold(word), own):
            yield span


def _lost(ours: Reading, theirs: Reading) -> Iterator[_Lost]:
    """Yield the words of names that are on the other side in no form, those that tell first."""
    found = [one for name in ours.names for one in _lost_of(name, ours, theirs)]
    yield from sorted(found, key=lambda one: not one.telling)


def _lost_of(name: Name, ours: Reading, theirs: Reading) -> list[_Lost]:
    """Return the lost words of a name that stand behind the last one that is found: "Baja California" is one place."""
    text, language = theirs.text, theirs.language
    whole = places_of(name.key, ours.language) | lands_of_capital(name.key)
    if not is_sure(name, ours) or name.span.of(ours.text).isupper() or ours.quantities_at(name.span):
        return []
    if names_place(whole, name.key, text, language) or names_city(name.key, text, language):
        return []
    if names_body(name.key, ours.language, text, language):
        return []
    lost: list[_Lost] = []
    parted, bare = language.lexicon.text("words", "blanks") != "none", stands_bare(name, ours)
    for word in ours.words[slice(*word_range(ours.words, name.span))]:
        if len(word.key) < _SHORTEST or not word.key.isalpha():
            continue
        places = places_of(word.key, ours.language)
        telling = tells(word.key, places, ours, parted=parted)
        if not stands_in(word.key, text, language, ours.language):
            untold = bare and not places and lacks_meaning(word.key, ours, theirs)
            lost.append(_Lost(word.span, telling or untold, bare))
        elif telling:
            lost.clear()
    return lost
