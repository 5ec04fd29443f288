"""Words that somebody is said not to have said: “She never said ‘for ever’” quotes nobody."""

from collections.abc import Sequence
from functools import lru_cache
from itertools import islice

import regex
from msgspec import Struct

from crossquote.language.language import Language
from crossquote.model.quote import QuoteKind, Stance
from crossquote.model.span import Span
from crossquote.quotes.cues import CueMatch
from crossquote.quotes.page import Token
from crossquote.quotes.passage import QuotedPassage
from crossquote.quotes.scene import Scene
from crossquote.text.words import fold

_NEAR = 3
"""So many words stand between a negation and its verb, and between the verb and the marks, at most."""
_REACH = 30
"""So far behind the marks, in letters, the verb of a language that closes its clause with it stands."""
_FAR = 200
"""So far before the marks, in letters, a verb stands that is right beside them, whatever lies between."""
_OF_DENIAL = 2
"""Verbs of "denies that he said": no more than these two."""
_ASKED = 4
"""So many cues before the marks may ask whether somebody said something."""
_ASKED = 6
"""So many verbs and nouns of saying stand between who asks and what is asked at most."""
_ASKS = frozenset({Stance.ASKING, Stance.REQUESTING})
_BREAK = regex.compile(r"[,;.!?…()]")


class _Negation(Struct, frozen=True):
    """What negates a verb beside it, and phrases that only look so."""

    words: frozenset[str]
    starts: tuple[str, ...]
    idle: frozenset[str]
    implied: frozenset[str]
    implied_starts: tuple[str, ...]


@lru_cache(maxsize=64)
def _negation(language: Language) -> _Negation:
    texts = [text for key in ("negators", "concord") for text in language.lexicon.texts("negation", key)]
    implied = language.lexicon.texts("negation", "implied")
    return _Negation(
        words=frozenset(fold(text) for text in texts if not text.endswith("*")),
        starts=tuple(fold(text[:-1]) for text in texts if text.endswith("*")),
        idle=frozenset(map(fold, language.lexicon.texts("negation", "idle"))),
        implied=frozenset(fold(text) for text in implied if not text.endswith("*")),
        implied_starts=tuple(fold(text[:-1]) for text in implied if text.endswith("*")),
    )


def is_denied(scene: Scene, passage: QuotedPassage) -> bool:
    """Tell whether the verb that would report `passage` is negated: "did not say “so”", "nie „so“ gesagt"."""
    sentence = scene.sentence_at(passage.outer.start)
    if passage.turn or passage.outer.start <= sentence.start:
        return False
    before = Span(sentence.start, passage.outer.start)
    cues = scene.cues_in(before)
    if passage.kind is QuoteKind.MIXED and _is_asked(scene, passage, cues[-_ASKED:]):
        return True
    last = next((cue for cue in reversed(cues) if cue.verb), None)
    if last is not None:
        return _beside(scene, last.span.end, before.end) and _verb_denied(scene, before, cues, last)
    rest = Span(passage.outer.end, max(passage.outer.end, min(sentence.end, passage.outer.end + _REACH)))
    after = next(iter(scene.cues_in(rest)), None)
    if after is None or not after.verb or _BREAK.search(scene.masked, passage.outer.end, after.span.start):
        return False
    near = scene.words_in(before)[-_NEAR:]
    return scene.grammar.order.verb_second and _negated(near, scene, _negation(scene.language))


def _is_asked(scene: Scene, passage: QuotedPassage, cues: Sequence[CueMatch]) -> bool:
    """Tell whether somebody only asks if the words in marks were said: "Hale asked if Roe had said “thank you”"."""
    cues = cues[-_ASKED:]
    asks = next((cue for cue in cues if cue.verb and cue.stance in _ASKS), None)
    if asks is None:
        return False
    words = scene.words_in(Span(asks.span.end, passage.outer.start))
    whether = next((word.span.start for word in words if word.key in scene.grammar.whether), None)
    if whether is None or any(word.key in scene.grammar.relatives - scene.grammar.whether for word in words):
        return False
    if _answers(scene, Span(whether, passage.outer.start)):
        return False
    behind = Span(passage.outer.end, passage.outer.end + _REACH)
    stop = _BREAK.search(scene.masked, behind.start, behind.end)
    near = scene.cues_in(Span(behind.start, stop.start() if stop else behind.end))
    verbs = [cue for cue in (*cues, *near) if cue.verb and cue.span.start > asks.span.end]
    return any(cue.span.end <= passage.outer.start or scene.grammar.order.verb_second for cue in verbs)


def _answers(scene: Scene, rest: Span) -> bool:
    """Tell whether a clause of its own stands behind what is asked: "Asked if it was late, Roe said “no”"."""
    commas = (at for at in range(rest.start, rest.end) if scene.masked[at] == ",")
    behind = (next(iter(scene.words_in(Span(at, rest.end))), None) for at in commas)
    return any(word is not None and word.key not in scene.grammar.conjunctions for word in behind)


def _verb_denied(scene: Scene, before: Span, cues: Sequence[CueMatch], last: CueMatch) -> bool:
    """Tell whether the `last` verb of the `cues` before the marks, right beside them, is negated or said to be false.

    What is negated inside of a report ("he says you can’t yell “fire”") is part of what somebody said.
    """
    verbs = tuple(islice((cue for cue in cues if cue.verb), _OF_DENIAL + 1))  # of many, none is looked at
    if len(verbs) > 1:
        if len(verbs) > _OF_DENIAL or verbs[0].stance is not Stance.DENYING:
            return False
        between = scene.words_in(Span(verbs[0].span.end, max(verbs[0].span.end, last.span.start)))
        apart = any(word.key in scene.grammar.additive for word in between)  # "denied it and said “No”"
        return not apart and not _negates(scene, before, verbs[0])
    return _negates(scene, before, last)


def _negates(scene: Scene, before: Span, verb: CueMatch) -> bool:
    """Tell whether what negates, or a verb that does ("refused to say"), stands right before a verb."""
    negation, grammar = _negation(scene.language), scene.grammar
    words = scene.words_in(Span(before.start, verb.span.start))[-_NEAR:]
    if _negated(words, scene, negation):
        return True
    if grammar.order.verb_second and _negated(scene.words_in(Span(verb.span.end, before.end)), scene, negation):
        return True
    keys = [word.key for word in words]
    marker = not grammar.infinitives or any(key in grammar.infinitives for key in keys[-1:])
    return marker and any(key in negation.implied or key.startswith(negation.implied_starts) for key in keys[-2:])


def _beside(scene: Scene, start: int, end: int) -> bool:
    """Tell whether a verb that ends at `start` stands right before the marks that begin at `end`."""
    if end - start > _FAR:
        return False
    grammar, words = scene.grammar, scene.words_in(Span(start, end))
    opens = grammar.conjunctions | grammar.questions | grammar.infinitives
    if len(words) > _NEAR or any(word.key in opens for word in words):
        return False
    return _BREAK.search(scene.masked, start, end) is None


def _negated(words: Sequence[Token], scene: Scene, negation: _Negation) -> bool:
    """Tell whether one of `words`, which stand in one clause before a verb or marks, negates it."""
    if words and _BREAK.search(scene.masked, words[0].span.end, words[-1].span.end):
        return False
    keys = [word.key for word in words]
    return any(
        (key in negation.words or key.startswith(negation.starts)) and " ".join(keys[at : at + 2]) not in negation.idle
        for at, key in enumerate(keys)
    )
