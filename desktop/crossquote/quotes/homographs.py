"""Words that look like a verb of saying and are none where they stand: "in a quiet state.", "un niveau critique"."""

from collections.abc import Iterable, Iterator, Sequence

import regex
from msgspec.structs import replace

from crossquote.quotes.cues import CueMatch, Governs
from crossquote.quotes.grammar import Grammar
from crossquote.text.words import Word, fold

_STOP = regex.compile(r"[ \u00a0]?(?:[.!?;)]|$)", regex.MULTILINE)
_VERBAL = frozenset({Governs.CLAUSE, Governs.PARENTHETICAL, Governs.COLON, Governs.BARE, Governs.INFINITIVE})


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
        if at is None or not (cue.verb and (joined or _is_another(cue, text, words, at, grammar))):
            yield cue
            continue
        last = at
        if Governs.NOUN_COMPLEMENT in cue.governs and _is_noun(words, at, grammar):
            yield replace(cue, governs=cue.governs - _VERBAL)


def _is_noun(words: Sequence[Word], at: int, grammar: Grammar) -> bool:
    """Tell whether a noun that reports goes on with whose or what: "her request for", but no "in charge of"."""
    after = words[at + 1].key if at + 1 < len(words) else ""
    whose = grammar.links | grammar.agents | grammar.senders | grammar.for_words
    return after in whose and words[at - 1].key not in grammar.prepositions


def _is_another(cue: CueMatch, text: str, words: Sequence[Word], at: int, grammar: Grammar) -> bool:
    """Tell whether a cue that may be another word is one: a noun stands before it, and nothing that it says behind."""
    form = fold(cue.span.of(text))
    ends = grammar.ends
    noun = cue.lemma in grammar.homographs and not form.endswith(ends.past + ends.participles)
    if noun and form != cue.lemma and _STOP.match(text, cue.span.end):  # "“…,” the note states."
        return False
    if not (noun or form in grammar.adjectival) or not at or not _closes(cue, text, words, at, grammar):
        return False
    before = words[at - 1]
    if text[before.span.end : cue.span.start] not in (" ", "\u00a0") or text[before.span.start].isupper():
        return False
    known = grammar.pronouns | grammar.infinitives | grammar.finite | grammar.additive | grammar.who | grammar.subjects
    several = bool(ends.plurals) and before.key.endswith(ends.plurals)
    adverb = grammar.is_adverb(before.key)
    return not (before.key in known or adverb or grammar.is_role(before.key) or several)


def _closes(cue: CueMatch, text: str, words: Sequence[Word], at: int, grammar: Grammar) -> bool:
    """Tell whether what follows a cue is nothing that anybody says: a stop, a preposition or another verb."""
    if _STOP.match(text, cue.span.end):
        return True
    after = words[at + 1] if at + 1 < len(words) else None
    if after is None or text[cue.span.end : after.span.start] not in (" ", "\u00a0"):
        return False
    return after.key in (grammar.prepositions - grammar.infinitives) | grammar.additive
