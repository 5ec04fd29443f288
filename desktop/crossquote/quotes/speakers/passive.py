"""Passives: "was called a fool", "wird als Fehler bezeichnet". Their subject is whom something is said of, or told."""

from collections.abc import Iterator, Sequence
from itertools import takewhile

from crossquote.model.span import Span
from crossquote.quotes.cues import CueMatch
from crossquote.quotes.scene import Scene
from crossquote.quotes.speakers.clause import first_clause, last_clause
from crossquote.quotes.speakers.head_names import speaks
from crossquote.quotes.speakers.noun_phrases import phrases
from crossquote.text.words import Word, fold


def is_passive(scene: Scene, cue: CueMatch, bounds: Span) -> bool:
    """Tell whether a verb stands in the passive, as far as the words before it and, in German, behind it show."""
    grammar = scene.grammar
    form = fold(cue.span.of(scene.text))
    if not grammar.passives or form == cue.lemma or form.split()[0].endswith(grammar.ends.participles):
        return False  # "am here to tell", "wird sagen", "is telling"
    words = last_clause(scene, Span(bounds.start, cue.span.start)).words
    if not grammar.order.verb_second:
        near = takewhile(lambda key: grammar.is_adverb(key) or key in grammar.passives, _reversed(words))
        return any(key in grammar.passives for key in near)
    behind = first_clause(scene, Span(cue.span.end, bounds.end)).words[:1]
    return any(word.key in grammar.passives for word in (*words, *behind))


def _reversed(words: Sequence[Word]) -> Iterator[str]:
    return (word.key for word in reversed(words))


def agent_before(scene: Scene, left: Span) -> Span | None:
    """Return the agent of a passive whose verb closes its clause: "wird von der Wache als Fehler bezeichnet"."""
    grammar = scene.grammar
    clause = last_clause(scene, left)
    for at, word in enumerate(clause.words):
        if word.key in grammar.agents:
            found = next(phrases(clause.with_words(clause.words[at + 1 :]), grammar), None)
            if found is not None and speaks(scene, found, grammar):
                return found
    return None


def agent_around(scene: Scene, cue: CueMatch, before: Span) -> Span | None:
    """Return the agent of a verb that closes its clause behind marks, by what stands before these."""
    grammar = scene.grammar
    if not grammar.order.verb_second or not before.start < before.end or fold(cue.span.of(scene.text)) == cue.lemma:
        return None
    passive = any(word.key in grammar.passives for word in last_clause(scene, before).words)
    return agent_before(scene, before) if passive else None


def agent_behind(scene: Scene, cue: CueMatch, end: int, sentence: Span) -> Span | None:
    """Return the agent of a passive right behind marks that end at `end`: "was called “a gift” by Ana Roe"."""
    if not is_passive(scene, cue, sentence):
        return None
    clause = first_clause(scene, Span(end, max(end, sentence.end)))
    if not clause.words or clause.words[0].key not in scene.grammar.agents:
        return None
    found = next(phrases(clause.with_words(clause.words[1:]), scene.grammar), None)
    return found if found is not None and speaks(scene, found, scene.grammar) else None
