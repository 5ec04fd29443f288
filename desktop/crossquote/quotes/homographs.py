"""Words that look like a verb of saying and are none where they stand: "in a quiet state.", "un niveau critique"."""

from collections.abc import Iterable, Iterator, Sequence

import regex
from msgspec.structs import replace

from crossquote.quotes.cues import CueMatch, Governs
from crossquote.quotes.grammar import Grammar
from crossquote.text.names import Name
from crossquote.text.words import Word, fold

_STOP = regex.compile(r"[ \u00a0]?(?:[.!?;)]|$)", regex.MULTILINE)
_VERBAL = frozenset({Governs.CLAUSE, Governs.PARENTHETICAL, Governs.COLON, Governs.BARE, Governs.INFINITIVE})

_SHORTEST = 3
"""A noun in the plural has more letters than this."""


def without_homographs(
    cues: Iterable[CueMatch], text: str, words: Sequence[Word], grammar: Grammar
) -> Iterator[CueMatch]:
    """Yield `cues` but those that are an adjective or a noun where they stand; a noun that reports stays one."""
    if not (grammar.homographs or grammar.adjectival):
        yield from cues
        return
    place = {word.span.start: at for at, word in enumerate(words)}
    last = -1
    for cue in cues:
        at = place.get(cue.span.start)
        joined = at is not None and at > 1 and last == at - 2 and words[at - 1].key in grammar.additive
        joined = joined and cue.lemma in grammar.homographs and not fold(cue.span.of(text)).endswith(grammar.ends.past)
        if at is None or not (cue.verb and (joined or _is_other(cue, text, words, at, grammar))):
            yield cue
            continue
        last = at
        if Governs.NOUN_COMPLEMENT in cue.governs and _is_noun(words, at, grammar):
            yield replace(cue, governs=cue.governs - _VERBAL)


def without_parts_of_names(cues: Iterable[CueMatch], names: Sequence[Name], grammar: Grammar) -> Iterator[CueMatch]:
    """Yield `cues` but nouns inside a name, behind its first word: "the Humane Society of the United States"."""
    at, known = 0, {name.key for name in names}
    for cue in cues:
        while at < len(names) and names[at].span.end < cue.span.end:
            at += 1
        inside = at < len(names) and names[at].span.start < cue.span.start and cue.lemma in grammar.homographs
        before = inside and " ".join(names[at].words[:-1]) in known  # "Ana Roe Claims"
        if not (cue.verb and inside) or before:
            yield cue


def _is_other(cue: CueMatch, text: str, words: Sequence[Word], at: int, grammar: Grammar) -> bool:
    compound = _in_compound(cue, text, words, at, grammar) or _is_described(cue, text, words, at, grammar)
    return compound or _is_another(cue, text, words, at, grammar)


def _is_described(cue: CueMatch, text: str, words: Sequence[Word], at: int, grammar: Grammar) -> bool:
    """Tell whether a form that can be a noun stands behind an adjective of two words: "the rebel-held state"."""
    if cue.lemma not in grammar.homographs or not at or fold(cue.span.of(text)) != cue.lemma:
        return False
    before, told = words[at - 1], grammar.ends.past + grammar.ends.participles
    beside = text[before.span.end : cue.span.start] in (" ", "\u00a0")
    return beside and "-" in before.key and bool(told) and before.key.endswith(told)


def _in_compound(cue: CueMatch, text: str, words: Sequence[Word], at: int, grammar: Grammar) -> bool:
    """Tell whether a form that can be a noun is one before a role: "White House press secretary Ann Roe".

    Behind who can do it, it is a verb: "Critics claim …", "The police report …".
    """
    follows = grammar.order.inverts or grammar.order.verb_second or not grammar.ends.plurals  # "…, kata Menteri Budi"
    if follows or cue.lemma not in grammar.homographs or not 0 < at < len(words) - 1:
        return False
    before, behind, plural = words[at - 1], words[at + 1], grammar.ends.plurals
    past = bool(grammar.ends.past) and fold(cue.span.of(text)).endswith(grammar.ends.past)
    if past or text[cue.span.end : behind.span.start] != " " or not grammar.is_role(behind.key):
        return False
    if text[before.span.end : cue.span.start] != " ":  # "“…”, state senator Ann Roe said"
        return fold(cue.span.of(text)) == cue.lemma and not behind.key.endswith(plural)
    can_do = grammar.personal | grammar.infinitives | grammar.groups
    owns = before.key.endswith(grammar.ends.possessives)
    named = at > 1 and all(text[word.span.start].isupper() for word in words[at - 2 : at])  # "White House press …"
    return owns or named or not (before.key.endswith(plural) or grammar.is_role(before.key) or before.key in can_do)


def _is_noun(words: Sequence[Word], at: int, grammar: Grammar) -> bool:
    """Tell whether a noun that reports goes on with whose or what: "her request for", but no "in charge of"."""
    after = words[at + 1].key if at + 1 < len(words) else ""
    whose = grammar.links | grammar.agents | grammar.senders | grammar.for_words | grammar.conjunctions
    return after in whose and words[at - 1].key not in grammar.prepositions


def _is_another(cue: CueMatch, text: str, words: Sequence[Word], at: int, grammar: Grammar) -> bool:
    """Tell whether a cue that may be another word is one: a noun stands before it, and nothing that it says behind."""
    form = fold(cue.span.of(text))
    ends = grammar.ends
    noun = cue.lemma in grammar.homographs and not form.endswith(ends.past + ends.participles)
    if noun and form != cue.lemma and _STOP.match(text, cue.span.end):  # "“…,” the note states."
        return False
    if not (noun or form in grammar.adjectival) or not at:
        return False
    if text[words[at - 1].span.end : cue.span.start] not in (" ", "\u00a0"):
        return False
    bare = noun and form == cue.lemma and bool(ends.plurals)
    if text[words[at - 1].span.start].isupper():
        return bare and _closes(cue, text, words, at, grammar) and _under_article(words, at, grammar)
    if bare and _ends_under_article(words[max(0, at - 3) : at], grammar):
        return _is_noun_before(words[at - 1].key, grammar) and words[at - 1].key not in grammar.groups
    closes = _closes(cue, text, words, at, grammar)
    return closes and _is_noun_before(words[at - 1].key, grammar) and not grammar.is_role(words[at - 1].key)


def _is_noun_before(key: str, grammar: Grammar) -> bool:
    """Tell whether a word before a verb without ending is neither its subject nor an adverb of it."""
    known = grammar.pronouns | grammar.infinitives | grammar.finite | grammar.additive | grammar.who | grammar.subjects
    return not (key in known or grammar.is_adverb(key) or _is_plural(key, grammar))


def _ends_under_article(words: Sequence[Word], grammar: Grammar) -> bool:
    """Tell whether words end in an article and a noun: where that is no plural, no verb without ending is its own.

    Behind a preposition they may only say more of those whose verb it is: "people near the site report that …".
    """
    article = len(words) > 1 and words[-2].key in grammar.determiners - grammar.subjects
    ruled = len(words) > 2 and words[-3].key in grammar.prepositions
    return article and not ruled


def _is_plural(key: str, grammar: Grammar) -> bool:
    """Tell whether a word is a noun in the plural, and none so short as "us"."""
    return len(key) > _SHORTEST and grammar.is_plural(key)


def _under_article(words: Sequence[Word], at: int, grammar: Grammar) -> bool:
    """Tell whether an article leads by a name to a noun in the singular: "the US state", "the ten-year Salem note"."""
    first = at - 1
    small = grammar.determiners | grammar.prepositions | grammar.finite
    while first > 0 and words[first].key not in small and not _is_plural(words[first].key, grammar):
        first -= 1
    lead = words[first]
    led = first < at - 1 and lead.key in grammar.determiners - grammar.pronouns
    return led and not grammar.is_role(words[at - 1].key)


def _closes(cue: CueMatch, text: str, words: Sequence[Word], at: int, grammar: Grammar) -> bool:
    """Tell whether what follows a cue is nothing that anybody says: a stop, a preposition or another verb."""
    if _STOP.match(text, cue.span.end):
        return True
    after = words[at + 1] if at + 1 < len(words) else None
    if after is None or text[cue.span.end : after.span.start] not in (" ", "\u00a0"):
        return False
    return after.key in (grammar.prepositions - grammar.infinitives) | grammar.additive | grammar.finite
