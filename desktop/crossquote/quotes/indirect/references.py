"""Sentences that attribute the one before them: "This was reported by the ministry.", "Про це повідомила поліція."."""

from collections.abc import Iterator, Sequence
from itertools import dropwhile, takewhile

from crossquote.model.span import Span
from crossquote.quotes.cues import Governs
from crossquote.quotes.grammar import Grammar
from crossquote.quotes.indirect.clauses import Sentence
from crossquote.quotes.indirect.cue_place import CuePlace, ReportedSpeech
from crossquote.quotes.indirect.extent import content_start
from crossquote.quotes.page import Token
from crossquote.text.endings import COMMAS, DASHES

_DATE = 4
"""So many words has a date at most."""
_FEW = 2
"""A sentence of no more words is reported by none."""
_BETWEEN = 8
"""So many words may say who says it, where and to whom."""
_LONGEST = 40
"""How many tokens such a sentence has at most."""


def find_reference(sentence: Sentence, before: Sentence, grammar: Grammar) -> Iterator[ReportedSpeech]:
    """Yield the sentence `before` as what `sentence` says was reported."""
    if len(sentence.tokens) > _LONGEST or any(token.quoted for token in before.tokens):
        return
    start = _after_anaphor(sentence, grammar)
    if start is None:
        yield from _behind_verb(sentence, before, grammar)
        return
    skipped = grammar.adverbs | grammar.passives | grammar.finite
    for first, last, cue in sentence.cues:
        between = sentence.keys()[start:first]
        if first < start or not cue.verb or Governs.CLAUSE not in cue.governs:
            continue
        subject = _subject(sentence, start, (first, last), grammar)
        told = _only_when(between, skipped) or _is_one_clause(sentence.tokens[start:first], grammar)
        if subject is None and not told:
            continue
        if subject is not None and any(one.verb for _, _, one in before.cues):
            return  # that sentence says itself who said so
        words = [token for token in before.tokens if token.word]
        if len(words) > _FEW:
            content = Span(words[0].span.start, words[-1].span.end)
            yield ReportedSpeech((content,), cue, subject)
        return


def _behind_verb(sentence: Sentence, before: Sentence, grammar: Grammar) -> Iterator[ReportedSpeech]:
    """Yield the sentence `before`, where a verb opens the next and what takes it up follows: "Řekl to Petr Dvořák"."""
    first, last, cue = next(iter(sentence.cues), (1, 1, None))
    keys = sentence.keys()[last : last + 2]
    takes_up = " ".join(keys) in grammar.anaphors or (keys and keys[0] in grammar.anaphors)
    if first or cue is None or not cue.verb or Governs.CLAUSE not in cue.governs or not takes_up:
        return
    words = [token for token in before.tokens if token.word]
    if len(words) > _FEW and not any(one.verb for _, _, one in before.cues):
        yield ReportedSpeech((Span(words[0].span.start, words[-1].span.end),), cue)


def taken_up(place: CuePlace) -> ReportedSpeech | None:
    """Read "ხიდი ჩაინგრა, - ამის შესახებ მერმა განაცხადა": the anaphor stands behind what it points to."""
    grammar, tokens = place.grammar, place.sentence.tokens
    if not grammar.ends.oblique_nouns or not place.cue.verb or Governs.CLAUSE not in place.cue.governs:
        return None
    for at in range(1, place.first):
        two = " ".join(token.key for token in tokens[at : at + 2])
        behind = at + 2 if two in grammar.anaphors else at + 1 if place.key(at) in grammar.anaphors else 0
        if not behind or place.key(at - 1) not in DASHES or not _is_one_clause(tokens[behind : place.first], grammar):
            continue
        content = place.span(content_start(place, at - 1), at)
        quoted = any(token.quoted for token in tokens[:at])
        return ReportedSpeech((content,), place.cue) if content and not quoted else None
    return None


def _only_when(keys: Sequence[str], small: frozenset[str]) -> bool:
    """Tell whether only small words, or a few that say when, stand before the cue: "Об этом 26 июля заявил …"."""
    dated = len(keys) <= _DATE and all(key.isalnum() for key in keys) and any(key.isdigit() for key in keys)
    return small.issuperset(keys) or dated


def _subject(sentence: Sentence, start: int, cue: tuple[int, int], grammar: Grammar) -> Span | None:
    """Return who is named between such words and a cue that closes its sentence: "Бул тууралуу Роу билдирди"."""
    first, last = cue
    if not grammar.order.verb_last or any(token.word for token in sentence.tokens[last:]):
        return None
    between = list(dropwhile(lambda token: grammar.is_adverb(token.key), sentence.tokens[start:first]))
    if between and between[0].key in grammar.speakers:
        return between[0].span
    told = [n for n, token in enumerate(between) if _may_speak(token, grammar)]
    if not told or not all(token.word for token in between):
        return None
    end = told[0] + len(list(takewhile(lambda token: _may_speak(token, grammar), between[told[0] :])))
    return Span(between[0].span.start, between[end - 1].span.end)


def _may_speak(token: Token, grammar: Grammar) -> bool:
    """Tell whether a word is of a name or a role."""
    return token.capital or grammar.is_role(token.key)


def _is_one_clause(tokens: Sequence[Token], grammar: Grammar) -> bool:
    """Tell whether who says it, where and to whom stand before the cue, which closes the clause of the anaphor.

    So it is where nouns show by their ending what they are: "Այս մասին իր էջում գրել է", "ამის შესახებ მერმა თქვა".
    """
    parts = grammar.breaks | grammar.relatives | grammar.negators
    whole = all((token.word or token.key in COMMAS) and token.key not in parts for token in tokens)
    return bool(grammar.ends.oblique_nouns) and whole and len(tokens) <= _BETWEEN


def _after_anaphor(sentence: Sentence, grammar: Grammar) -> int | None:
    """Return the index after the words that point to the sentence before, None where it begins otherwise."""
    keys = sentence.keys()
    if " ".join(keys[:2]) in grammar.anaphors:
        return 2
    return 1 if keys and keys[0] in grammar.anaphors else None


def points_back(place: CuePlace, found: ReportedSpeech) -> bool:
    """Tell whether what is reported only says who said what stands before it: "xəbər verir ki, bunu nazir deyib"."""
    inside = [token.key for token in place.sentence.tokens if found.content[0].contains(token.span)]
    keys = inside[next((n for n, key in enumerate(inside) if key not in COMMAS | place.grammar.conjunctions), 0) :]
    anaphors = place.grammar.anaphors
    return bool({*keys[:1], " ".join(keys[:2])} & anaphors) and len(place.sentence.cues) > place.number + 1
