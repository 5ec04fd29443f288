"""Names across two languages of which one part is another: "Anna Larn" for "Anna Torvane".

The part that both have has to be a person's: no word of its language, and no place.
"""

from collections.abc import Iterator

from msgspec import Struct

from crossquote.comparison.across.counterparts import sounds_in, stands_in
from crossquote.comparison.across.telling import is_sure, tells
from crossquote.comparison.align.links import word_range
from crossquote.comparison.reading.one_text import Reading
from crossquote.model.span import Span
from crossquote.text.given_names import given_name_forms
from crossquote.text.name_rules import load_name_rules
from crossquote.text.names import Name
from crossquote.text.places import places_of
from crossquote.text.thesaurus import is_unheard
from crossquote.text.words import Word

_SHORTEST = 3


class _Shared(Struct, frozen=True):
    """The words of a name that the other side has in some form, and those that it lacks; whether these tell."""

    found: tuple[Word, ...]
    lost: tuple[Word, ...]
    telling: bool


def changed_part(base: Reading, text: Reading) -> tuple[Span, Span] | None:
    """Return what stands in a name of each side beside the same part, where the other side has neither."""
    others = list(_in_parts(text, base))
    for ours in _in_parts(base, text) if others else ():
        shared = [word for word in ours.found if _is_of_person(word, base)]
        for theirs in others:
            if (ours.telling or theirs.telling) and any(_stands_in(word, theirs, base, text) for word in shared):
                return ours.lost[0].span, theirs.lost[0].span
    return None


def _in_parts(ours: Reading, theirs: Reading) -> Iterator[_Shared]:
    """Yield the full names that the other side has in part."""
    for name in ours.names:
        if len(name.words) > 1 and is_sure(name, ours) and not _is_place(name, ours):
            parts = _part(name, ours, theirs)
            if parts.found and parts.lost:
                yield parts


def _is_place(name: Name, reading: Reading) -> bool:
    return bool(places_of(name.key, reading.language))


def _part(name: Name, ours: Reading, theirs: Reading) -> _Shared:
    found, lost, telling = [], [], False
    nouns = load_name_rules(ours.language).nouns_have_capitals  # "Hafenmeisterin Anna Larn": no thesaurus has them all
    for word in ours.words[slice(*word_range(ours.words, name.span))]:
        if len(word.key) < _SHORTEST or not word.key.isalpha():
            continue
        if stands_in(word.key, theirs.text, theirs.language, ours.language):
            found.append(word)
        else:
            lost.append(word)
            places = places_of(word.key, ours.language)
            telling = telling or (not nouns and tells(word.key, places, ours, parted=True))
    return _Shared(tuple(found), tuple(lost), telling)


def _is_of_person(word: Word, reading: Reading) -> bool:
    """Tell whether a word is a person's name: a first one, or none that its language knows; and no place's."""
    named = is_unheard(word.key, reading.language) or given_name_forms(word.key, reading.language)
    return bool(named) and not places_of(word.key, reading.language)


def _stands_in(word: Word, theirs: _Shared, base: Reading, text: Reading) -> bool:
    """Tell whether a word of the base is that part of a name which the other side has in common with it."""
    return any(sounds_in(word.key, one.span.of(text.text), text.language, base.language) for one in theirs.found)
