"""Verbs that nobody listed: who stands beside one right after a quote ("…,” grumbled Ana Roe)."""

from crossquote.model.quote import QuoteKind
from crossquote.model.span import Span
from crossquote.quotes.grammar import Grammar
from crossquote.quotes.passage import QuotedPassage
from crossquote.quotes.scene import Scene
from crossquote.quotes.speakers.attribution import Attribution
from crossquote.quotes.speakers.clause import cut_clauses
from crossquote.quotes.speakers.head_names import speaks
from crossquote.quotes.speakers.noun_phrases import phrases
from crossquote.quotes.speakers.obliques import without_obliques
from crossquote.quotes.speakers.trimmed import is_told
from crossquote.text.words import Word

_SENTENCE_ENDS = ".。।"
_NEAR = 4
"""So many letters stand between a quote and who says it: a comma, a dash, blanks."""


def by_unlisted_verb(scene: Scene, passage: QuotedPassage, sentence: Span) -> Attribution | None:
    """Return who stands with a verb right after a quote: "…,” Ana Roe barked", "…,” grumbled Ana Roe"."""
    grammar, end = scene.grammar, passage.outer.end
    if passage.kind is not QuoteKind.DIRECT or grammar.order.caseless or grammar.order.verb_last:
        return None
    if passage.spans[-1].of(scene.text)[-1:] in _SENTENCE_ENDS and scene.text[end : end + 1] != ",":
        return None
    clause = next((clause for clause in cut_clauses(scene, Span(end, max(end, sentence.end))) if clause.words), None)
    if clause is None or clause.words[0].span.start - end > _NEAR:
        return None
    words = clause.words
    for phrase in phrases(clause, grammar):
        before = [word for word in words if word.span.end <= phrase.start]
        after = [word for word in words if word.span.start >= phrase.end]
        verb = after[:1] if not before else before[:1] if len(before) == 1 else []
        mention = without_obliques(scene, phrase) if verb and _may_be_verb(scene, verb[0], grammar) else None
        told = any(
            cue.verb and mention is not None and is_told(scene, cue, mention) for cue in scene.cues_in(clause.span)
        )
        if mention is not None and not told and speaks(scene, mention, grammar):
            return Attribution(mention)
        return None
    return None


def _may_be_verb(scene: Scene, word: Word, grammar: Grammar) -> bool:
    """Tell whether a word can be a verb as far as anybody knows: no small word, no name, no noun with a capital."""
    small = grammar.breaks | grammar.prepositions | grammar.links | grammar.determiners | grammar.pronouns | grammar.who
    if word.key in small | grammar.finite or grammar.is_adverb(word.key) or grammar.is_role(word.key):
        return False
    return scene.text[word.span.start].islower()
