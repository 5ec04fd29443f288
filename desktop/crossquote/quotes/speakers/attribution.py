"""Attributions: where an article says who speaks, and the first places to look for it."""

from dataclasses import dataclass

from crossquote.model.span import Span
from crossquote.quotes.cues import CueMatch
from crossquote.quotes.passage import QuotedPassage
from crossquote.quotes.scene import REACH, Scene
from crossquote.quotes.speakers.noun_phrases import cut_clauses, phrases, speaks, topic
from crossquote.quotes.speakers.subject import find_subject, is_noun, segment


@dataclass(frozen=True, slots=True)
class Attribution:
    """Where the article says who speaks, and by what cue; either may be missing.

    `unspoken`: the mention is the verb itself, which needs no subject in its language.
    """

    mention: Span | None = None
    cue: CueMatch | None = None
    carried: bool = False
    unspoken: bool = False


def around(scene: Scene, passage: QuotedPassage) -> Span:
    """Return the sentence or sentences that a passage stands in."""
    first, last = (
        scene.sentence_at(passage.outer.start),
        scene.sentence_at(max(passage.outer.start, passage.outer.end - 1)),
    )
    start = max(first.start, passage.outer.start - REACH)
    return Span(start, max(start, min(max(first.end, last.end), passage.outer.end + REACH)))


def last_of(scene: Scene, sentence: Span) -> Attribution | None:
    """Return the last attribution of a sentence; a verb's rather than a noun's."""
    for cue in sorted(scene.cues_in(sentence), key=lambda cue: (is_noun(scene, cue), -cue.span.start)):
        mention = find_subject(scene, cue, segment(scene, sentence, cue.span))
        if mention is not None:
            return Attribution(mention, cue)
    mention = first_phrase(scene, sentence)
    return Attribution(mention) if mention is not None else None


def first_phrase(scene: Scene, sentence: Span) -> Span | None:
    """Return the topic of a sentence, or its first phrase that names somebody who can speak, else its first."""
    grammar = scene.grammar
    clauses = cut_clauses(scene, sentence)[:4]
    if grammar.topics:
        return topic(clauses, grammar)
    found = [phrase for clause in clauses for phrase in phrases(clause, grammar)]
    return next((phrase for phrase in found if speaks(scene, phrase, grammar)), found[0] if found else None)
