"""What stands on either side of a cue, without what says when, or takes up the sentence before: who is named there."""

from crossquote.model.span import Span
from crossquote.quotes.cues import CueMatch
from crossquote.quotes.scene import Scene
from crossquote.quotes.when import behind_when

_PAIR = 2
"""So many words take up the sentence before at most: "о том"."""


def beside_cue(scene: Scene, cue: CueMatch, bounds: Span) -> tuple[Span, Span]:
    """Return what stands on either side of a cue; behind a verb, without what says when.

    What takes up the sentence before is who said nothing: "Това каза Иван Белев", "Řekl to Petr Dvořák".
    """
    left, right = Span(bounds.start, cue.span.start), Span(cue.span.end, bounds.end)
    if not cue.verb:
        return left, right
    if scene.sentence_at(cue.span.start).start == cue.span.start:
        right = Span(_behind_anaphor(scene, right), right.end)
    return _behind_leading_anaphor(scene, left), behind_when(scene, right)


def _behind_leading_anaphor(scene: Scene, left: Span) -> Span:
    """Return what stands before a verb behind "this", where that opens the sentence and leads to the verb alone."""
    grammar, start = scene.grammar, _behind_anaphor(scene, left)
    small = grammar.finite | grammar.passives | grammar.clitics
    leads = all(grammar.is_adverb(word.key) or word.key in small for word in scene.words_in(Span(start, left.end)))
    return Span(start, left.end) if leads else left


def _behind_anaphor(scene: Scene, span: Span) -> int:
    """Return where a stretch goes on behind a "this" that opens it and its sentence, or that stands behind its verb."""
    anaphors, words = scene.grammar.anaphors, scene.words_in(span)[:_PAIR]
    pair = next((n for n in (1, _PAIR) if " ".join(word.key for word in words[:n]) in anaphors), 0)
    if not pair:
        return span.start
    before = scene.words_in(Span(scene.sentence_at(words[0].span.start).start, words[0].span.start))
    return words[pair - 1].span.end if len(before) < _PAIR else span.start
