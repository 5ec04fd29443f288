"""New names: those of one side that hold words which the other has in no form, and how sure it is that these name."""

from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from crossquote.comparison.align.links import word_range
from crossquote.comparison.judging.severity import SURE
from crossquote.comparison.reading.content import is_content
from crossquote.comparison.reading.holes import left_hole
from crossquote.comparison.reading.initials import stand_short
from crossquote.comparison.reading.naming import (
    body_words,
    found_in,
    in_one_word,
    is_initial,
    opens_with_verb,
    read_others,
    with_same,
)
from crossquote.comparison.reading.one_text import Reading
from crossquote.comparison.reading.pair import Pair
from crossquote.language.language import Language
from crossquote.model.comparison import Op
from crossquote.model.span import Span, hull
from crossquote.text.cldr import load_cldr
from crossquote.text.elided import without_elided
from crossquote.text.given_names import given_name_forms
from crossquote.text.insertions import has_round_brackets, is_bracketed
from crossquote.text.kinship import is_word
from crossquote.text.name_rules import load_name_rules
from crossquote.text.names import Name
from crossquote.text.places import is_country, load_places
from crossquote.text.possessives import without_possessive
from crossquote.text.same_names import load_same_names
from crossquote.text.thesaurus import is_unheard, knows
from crossquote.text.words import Word

_WITH_PARTICLE = 3
"""So many words has a name with a particle inside: "Anna von Sundal"."""
LONGEST_SHORT = 6
"""So many letters at most have initials."""


class NewName(Struct, frozen=True):
    """A name, and those of its words that the other side has in no form."""

    name: Name
    words: tuple[Word, ...]
    whole: bool
    initials: bool

    @property
    def span(self) -> Span:
        """Where it stands: all of the name, or those of its words that are new."""
        return self.name.span if self.whole else hull(word.span for word in self.words)


def new_names(pair: Pair, *, in_base: bool) -> list[NewName]:
    """Return the names of one side that hold words which the other side has in no form."""
    reading, other = (pair.base_reading, pair.text_reading) if in_base else (pair.text_reading, pair.base_reading)
    named = (name for name in reading.names if not opens_with_verb(name, reading))
    names = [name for name in named if not pair.links.is_kept(name.span, in_base=in_base)]
    if not names:
        return []
    language = reading.language
    others = read_others(with_same(_parts(other.words, language), language), (name.words for name in other.names))
    found = []
    another = any(not pair.links.is_kept(name.span, in_base=not in_base) for name in other.names)
    explains = (
        in_base and not has_round_brackets(other.text) and not another
    )  # "(Mayor Anna) Roe": so most papers explain
    for name in names:
        if others.has_initials(name.words):
            continue
        inside = reading.words[slice(*word_range(reading.words, name.span))]
        left = [word for word in inside if not _is_value(reading, word)]
        told = (word for word in left if not found_in(_bare(word.key, language), others))
        told = (word for word in told if not (explains and is_bracketed(reading.text, word.span)))
        words = tuple(word for word in told if not is_initial(word.key, name, other.names))
        words = tuple(inside) if in_base and _is_torn_out(pair, name) else words
        if not name.sure and not any(is_content(word, language) for word in words):
            continue  # "Whoever", "Oh" open a sentence
        if words and not (in_one_word(name.words, others) or stand_short({w.key for w in words}, reading, other)):
            whole = len(words) >= len(left) or (in_base and _is_cut_away(pair, name))
            called = replace(name, sure=False) if _is_noun(words[0], name, reading) else name
            found.append(NewName(called, words, whole, _has_initials(name.span.of(reading.text))))
    return found


def _is_noun(new: Word, name: Name, reading: Reading) -> bool:
    """Tell whether what looks like a first name is a noun with its determiner: "die neue Brücke von Sundal"."""
    rules, language = load_name_rules(reading.language), reading.language
    if not rules.nouns_have_capitals or not name.sure or len(name.words) < _WITH_PARTICLE:
        return False
    first = word_range(reading.words, name.span)[0]
    before = [word.key for word in reading.words[max(0, first - 2) : first]]
    led = any(key in rules.determiners for key in before)
    return led and new.key == name.words[0] and name.words[1] in rules.particles and is_word(new.key, language)


def _is_torn_out(pair: Pair, name: Name) -> bool:
    """Tell whether a name is gone from near-identical wording and left a hole, whoever else is called so there."""
    return _is_cut_away(pair, name) and leaves_hole(pair, name)


def _is_cut_away(pair: Pair, name: Name) -> bool:
    """Tell whether near-identical wording lacks all of a name and has nothing in its place."""
    change = pair.links.change_of(name.span, in_base=True)
    gone = change is not None and change.op is Op.DELETE and change.base.contains(name.span)
    return gone and pair.links.nearness >= SURE


def leaves_hole(pair: Pair, name: Name) -> bool:
    """Tell whether the rendition shows that something is wanting where a name of the base stood."""
    change = pair.links.change_of(name.span, in_base=True)
    places = [name.whole, *([change.base] if change is not None and change.op is Op.DELETE else [])]
    return any(left_hole(pair, place) for place in places)


def _has_initials(name: str) -> bool:
    """Tell whether a name is written, in part, by its initials, which others write out."""
    return any(word.isupper() and len(word.replace(".", "")) <= LONGEST_SHORT for word in name.split())


def _is_value(reading: Reading, word: Word) -> bool:
    """Tell whether a word is judged by its value ("Two", "XIV"), and is no name with a number in it ("COVID-19")."""
    return any(not (quantity.weak and quantity.unit) for quantity in reading.quantities_at(word.span))


def _bare(key: str, language: Language) -> str:
    """Return a word without what is joined with it: "l'" before it, what shows that it owns behind it."""
    return without_possessive(without_elided(key, language), language)


def _parts(words: Sequence[Word], language: Language) -> tuple[str, ...]:
    """Return the words, those that own without what shows it, and the parts of those with a hyphen."""
    keys = (key for word in words for key in {word.key, _bare(word.key, language)})
    return tuple(part for key in keys for part in {key, *key.split("-")} if part)


def is_sure(new: NewName, pair: Pair) -> bool:
    """Tell whether a word can only be a name."""
    return new.name.sure or is_unheard_name(new, pair)


def is_worded(new: NewName, pair: Pair) -> bool:
    """Tell whether what is new of a name are but words of the language, which translators choose ("Region", "News")."""
    is_known = knows if new.name.sure or new.initials else is_word
    known = all(is_known(word.key, pair.language) for word in new.words)
    city = new.name.sure and not new.initials and is_place(new, pair.language)  # "Nice" may open a sentence
    return known and not (city or _is_country(new, pair.language))


def _is_country(new: NewName, language: Language) -> bool:
    """Tell whether a name is a country's, whole or in short ("US")."""
    key = new.name.key
    in_short = new.initials and any(map(is_country, load_places(language).keys.get(key, ())))
    return in_short or key in load_cldr(language).territories


def is_place(new: NewName, language: Language) -> bool:
    """Tell whether a name is a country's, a part's of one, or a city's: none of a people."""
    key = new.name.key
    named = key in load_places(language).keys and key not in load_same_names(language)
    return named or _is_country(new, language)


def tells(new: NewName, pair: Pair) -> bool:
    """Tell whether a name can hardly be said in another way: whole, no body, no initials, no word of the language."""
    if not new.whole or is_body(new, pair) or not is_sure(new, pair):
        return False
    if is_place(new, pair.language):
        return True
    person = len(new.words) > 1 and bool(given_name_forms(new.words[0].key, pair.language))
    spelt = all(len(part) > 1 for word in new.words for part in word.key.split("-"))
    return spelt and not new.initials and (person or not is_worded(new, pair))


def is_unheard_name(new: NewName, pair: Pair) -> bool:
    """Tell whether words with capitals, first in their sentence, are such as no thesaurus knows: then they name."""
    language = pair.language
    if not new.whole or load_name_rules(language).nouns_have_capitals:
        return False
    return all(
        word.key.isalpha() and is_content(word, language) and is_unheard(word.key, language) for word in new.words
    )


def is_body(new: NewName, pair: Pair) -> bool:
    """Tell whether only words for bodies and roles are new: translators choose them."""
    return all(word.key in body_words(pair.language) for word in new.words)
