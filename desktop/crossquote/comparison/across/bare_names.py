"""Names across two languages that are words of their own one: "on Tribune", "with Evans".

Where a noun needs a determiner, one that stands without it is a name, and a name is not translated. It is lost where
the other language has words for what it means, and the text none of them.
"""

import regex

from crossquote.comparison.align.links import word_range
from crossquote.comparison.reading.one_text import Reading
from crossquote.language.language import Language, language_of
from crossquote.text.kinship import ALIKE, kinship
from crossquote.text.meanings import KNOWN_BY, is_meant, meaning
from crossquote.text.name_rules import NameRules, load_name_rules
from crossquote.text.names import Name
from crossquote.text.places import load_places
from crossquote.text.thesaurus import knows
from crossquote.text.words import fold

_NEAR = 2
"""So many words before a name one of which may be its determiner: "the new Tribune"."""
_PEOPLE = 4
"""So many letters a people has from its country at least: "Finnish"."""
_BETWEEN = regex.compile(r",?\s+")
_JOINED = regex.compile(r"[-‐‑]|\s\p{Lu}")


def stands_bare(name: Name, reading: Reading) -> bool:
    """Tell whether a name of one word stands where a noun would need a determiner that it has not.

    A body may be named as all of its kind are ("in Parliament"), a people as its language, several as they are.
    """
    rules = load_name_rules(reading.language)
    if not rules.bare or name.title is not None or len(name.words) > 1:
        return False
    if name.key in rules.bodies or _is_plural(name.key, rules, reading.language):
        return False
    if _is_people(name.key, reading.language):
        return False
    return not _JOINED.match(reading.text, name.span.end) and _lacks_determiner(name, reading, rules)


def _is_plural(key: str, rules: NameRules, language: Language) -> bool:
    """Tell whether a folded word may be several of a word that its language knows: "bells", no "jaynes"."""
    return any(knows(key.removesuffix(end), language) for end in rules.plural_ends if key.endswith(end))


def _is_people(key: str, language: Language) -> bool:
    return any(country.startswith(key[:_PEOPLE]) for country in load_places(language).countries)


def _lacks_determiner(name: Name, reading: Reading, rules: NameRules) -> bool:
    """Tell whether small words alone stand right before a name, none of them a determiner, in one sentence."""
    text, words = reading.text, reading.words
    first, _ = word_range(words, name.span)
    before = [word.span.of(text) for word in words[max(0, first - _NEAR) : first]]
    if not before or not _BETWEEN.fullmatch(text, words[first - 1].span.end, name.span.start):
        return False
    small = fold(before[-1]) in rules.prepositions
    within = small and len(before) > 1 and any(one.sure for one in reading.names_at(words[first - 2].span))
    opens = small and first == 1  # "In Harbour it was said"
    return (before[-1].islower() or opens) and not within and rules.determiners.isdisjoint(map(fold, before))


def lacks_meaning(word: str, ours: Reading, theirs: Reading) -> bool:
    """Tell whether the other language has words for what a folded word means, and the text none that is near it."""
    known = meaning(word, ours.language)
    if not known or not is_meant(known, theirs.language):
        return False
    others = {meaning(other.key, theirs.language) for other in theirs.words} - {""}
    return known not in others and all(kinship(known, other, language_of(KNOWN_BY)) not in ALIKE for other in others)
