"""Cues that report nothing where they stand: "that is to say", "unlike, say, Roe", "the tariffs announced by Roe"."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import pairwise

import regex

from crossquote.quotes.cues import CueMatch, Governs
from crossquote.quotes.grammar import Grammar
from crossquote.text.possessives import owner_in
from crossquote.text.words import Word, fold

_AGENT = 9
"""So many words behind a verb are looked at for whose words it reports."""
_LED = 2
"""So many words stand before a participle in a superlative."""
_COMMA_BEFORE = regex.compile(r", ?$")
_COMMA_BEHIND = regex.compile(r" ?,")
_MARKS = regex.compile(r"[\"“„«‘:]")
_STOP = regex.compile(r"[ \u00a0]?(?:[.!?;,)]|$)", regex.MULTILINE)


def without_empty(cues: Iterable[CueMatch], text: str, words: Sequence[Word], grammar: Grammar) -> Iterator[CueMatch]:
    """Yield `cues` but those that report nothing where they stand."""
    place = {word.span.start: at for at, word in enumerate(words)}
    for cue in cues:
        at = place.get(cue.span.start)
        if at and Governs.PREPOSITION in cue.governs and _is_ordinal(cue, text, words[at - 1], grammar):
            continue
        if at is None or not (_in_idiom(words, at, grammar) or (cue.verb and _is_empty(cue, text, words, at, grammar))):
            yield cue


def _is_ordinal(cue: CueMatch, text: str, before: Word, grammar: Grammar) -> bool:
    """Tell whether a preposition has an article before it: then it is another word, "no segundo trimestre"."""
    adjacent = text[before.span.end : cue.span.start] in (" ", "\u00a0")
    small = grammar.determiners | grammar.prepositions | grammar.links
    return grammar.order.inverts and not grammar.order.commas and adjacent and before.key in small


def _is_empty(cue: CueMatch, text: str, words: Sequence[Word], at: int, grammar: Grammar) -> bool:
    if _is_superlative(words, at, grammar) or _is_ruled(cue, text, words[at - 1], grammar):
        return True
    return _between_commas(cue, text, grammar) or _is_attribute(cue, text, words, at, grammar)


def _is_ruled(cue: CueMatch, text: str, before: Word, grammar: Grammar) -> bool:
    """Tell whether a preposition rules what looks like a finite verb, which is a noun then: "rostros de protesta"."""
    order, ends = grammar.order, grammar.ends.infinitives
    free = order.inverts and not (order.commas or order.caseless or order.verb_second or order.verb_last)
    if not free or not ends or fold(cue.span.of(text)).endswith(ends + grammar.ends.participles):
        return False
    clauses = grammar.as_words | grammar.source_prepositions | grammar.subordinators | grammar.conjunctions
    verbs = grammar.finite | grammar.adverbs | grammar.determiners | grammar.relatives | grammar.questions
    adjacent = text[before.span.end : cue.span.start] in (" ", "\u00a0")
    return adjacent and before.key in grammar.prepositions - clauses - verbs


def _is_superlative(words: Sequence[Word], at: int, grammar: Grammar) -> bool:
    """Tell whether an article and "most" stand before a participle: "une des mesures les plus contestées"."""
    if not grammar.order.inverts or at < _LED or words[at - 1].key not in grammar.superlatives:
        return False
    alone = grammar.subjects | grammar.indefinite | grammar.pronouns
    return words[at - _LED].key in grammar.determiners - alone


@lru_cache(maxsize=64)
def _idioms(phrases: frozenset[str]) -> Mapping[str, Sequence[tuple[str, ...]]]:
    """Return the phrases in which a cue reports nothing, by each of their words."""
    by_word: dict[str, list[tuple[str, ...]]] = defaultdict(list)
    for phrase in sorted(phrases):
        for word in dict.fromkeys(phrase.split()):
            by_word[word].append(tuple(phrase.split()))
    return dict(by_word)


def _in_idiom(words: Sequence[Word], at: int, grammar: Grammar) -> bool:
    """Tell whether the word at `at` is part of a phrase that reports nothing, or stands for "as": "بحسب ما"."""
    key = words[at].key
    opening = (phrase for phrase in _idioms(grammar.as_words).get(key, ()) if len(phrase) > 1)
    return any(
        tuple(word.key for word in words[first : first + len(phrase)]) == phrase and _is_unbroken(words, first, phrase)
        for phrase in (*_idioms(grammar.idioms).get(key, ()), *opening)
        for first in range(max(0, at - len(phrase) + 1), at + 1)
    )


def _is_unbroken(words: Sequence[Word], first: int, phrase: Sequence[str]) -> bool:
    """Tell whether only blanks part the words of a phrase from its `first` on: no "está, de acuerdo con Roe, …"."""
    pairs = pairwise(words[first : first + len(phrase)])
    return all(after.span.start - before.span.end <= 1 for before, after in pairs)


def _between_commas(cue: CueMatch, text: str, grammar: Grammar) -> bool:
    """Tell whether a verb alone stands between commas, where verbs need a subject: "unlike, say, Roe"."""
    order = grammar.order
    free = order.drops_pronouns or order.commas or order.caseless or order.inverts or order.verb_first
    if free or fold(cue.span.of(text)) != cue.lemma:
        return False
    before = _COMMA_BEFORE.search(text[max(0, cue.span.start - 3) : cue.span.start])
    return before is not None and _COMMA_BEHIND.match(text, cue.span.end) is not None


def _is_owned(cue: CueMatch, text: str, words: Sequence[Word], at: int, grammar: Grammar) -> bool:
    """Tell whether a participle only describes what somebody has: "Kessrin’s welcoming quay"."""
    ends = grammar.ends.participles
    if not grammar.ends.possessives or not ends or not fold(cue.span.of(text)).endswith(ends) or at + 1 >= len(words):
        return False
    owned = owner_in(words[at - 1].span.of(text), grammar.language) is not None
    after = words[at + 1]
    small = grammar.determiners | grammar.prepositions | grammar.conjunctions | grammar.pronouns | grammar.subjects
    return (
        owned and after.span.start == cue.span.end + 1 and after.key not in small and text[after.span.start].islower()
    )


def _is_attribute(cue: CueMatch, text: str, words: Sequence[Word], at: int, grammar: Grammar) -> bool:
    """Tell whether a verb in the past only describes the noun before it: "tariffs announced by Roe", "as predicted".

    In "a plan described by Roe as “a gift”" it reports nevertheless.
    """
    if _is_owned(cue, text, words, at, grammar):
        return True
    past = bool(grammar.ends.past) and fold(cue.span.of(text)).endswith(grammar.ends.past)
    after = [word.key for word in words[at + 1 : at + _AGENT]]
    before = words[at - 1].key if at else ""
    if grammar.order.inverts or not past or not after:
        return False
    if before in grammar.as_words:
        return after[0] in grammar.prepositions - grammar.agents or _STOP.match(text, cue.span.end) is not None
    if after[0] not in grammar.agents or before in grammar.passives or grammar.is_adverb(before):
        return False
    near = text[cue.span.end : words[min(at + _AGENT, len(words) - 1)].span.end]
    return grammar.as_words.isdisjoint(after) and _MARKS.search(near.partition(",")[0]) is None
