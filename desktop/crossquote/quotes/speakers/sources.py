"""Sources: whom a sentence names as the one it all comes from: "according to the auditors", "laut Roe", "selon lui"."""

from collections.abc import Iterator

from crossquote.model.quote import QuoteKind, Stance
from crossquote.model.span import Span
from crossquote.quotes.cues import CueMatch, Governs
from crossquote.quotes.passage import QuotedPassage
from crossquote.quotes.scene import BLOT, MOST_CUES, Scene
from crossquote.quotes.speakers.attribution import Attribution
from crossquote.quotes.speakers.clause import cut_clauses
from crossquote.quotes.speakers.head_names import speaks
from crossquote.quotes.speakers.noun_phrases import phrases
from crossquote.quotes.speakers.owners import behind_noun
from crossquote.quotes.speakers.participles import is_participle
from crossquote.quotes.speakers.relative_sources import antecedent, has_relative
from crossquote.quotes.speakers.subject import find_subject, is_noun, segment

_SOURCE = frozenset({Governs.PREPOSITION})
_TO = 6
"""So many letters reach back to "to"."""


def by_source(scene: Scene, passage: QuotedPassage, sentence: Span) -> Attribution | None:
    """Return the source that a preposition names anywhere in the sentence: "selon le ministre"."""
    del passage
    grammar = scene.grammar
    if not any(word.key in grammar.source_prepositions for word in scene.words_in(sentence)):
        return None
    for clause in cut_clauses(scene, sentence):
        for index, word in enumerate(clause.words):
            if word.key not in grammar.source_prepositions:
                continue
            source = CueMatch(word.span, word.key, Stance.NEUTRAL, _SOURCE)
            if has_relative(scene, word.span):
                taken = antecedent(scene, word.span)
                return Attribution(taken, source) if taken is not None else None
            pronoun = next(iter(clause.words[index + 1 : index + 2]), None)
            if pronoun is not None and pronoun.key in grammar.obliques:
                return Attribution(pronoun.span, source)
            found = next(phrases(clause.with_words(clause.words[index + 1 :]), grammar, governed=True), None)
            if found is not None and speaks(scene, found, grammar) and found.start - word.span.end < 3:
                return Attribution(behind_noun(scene, found), source)
    return None


def framed(scene: Scene, passage: QuotedPassage, sentence: Span) -> Attribution | None:
    """Return the source of a sentence in which some words stand in marks, and nobody but the source says them.

    "According to the auditors, the port is “a ruin”" and "The port is “a ruin” by now, according to the auditors" are
    theirs; in "Roe said it was “a ruin”, according to the paper" the words are Roe's.
    """
    if passage.kind is not QuoteKind.MIXED:
        return None
    return _source_before(scene, passage, sentence) or _source_after(scene, passage, sentence)


def views_in(scene: Scene, span: Span) -> Iterator[Attribution]:
    """Yield whose views a stretch of text says it gives: "in the opinion of X"."""
    grammar = scene.grammar
    if not any(word.key in grammar.views for word in scene.words_in(span)):
        return
    for clause in cut_clauses(scene, span):
        for index, word in enumerate(clause.words):
            after = clause.words[index + 1].key if index + 1 < len(clause.words) else ""
            if word.key in grammar.views and after in grammar.links | grammar.determiners:
                rest = clause.with_words(clause.words[index + (2 if after in grammar.links else 1) :])
                mention = next(phrases(rest, grammar, governed=True), None)
                yield Attribution(mention, CueMatch(word.span, word.key, Stance.NEUTRAL, _SOURCE))


def _source_before(scene: Scene, passage: QuotedPassage, sentence: Span) -> Attribution | None:
    """Return the source nearest before a passage, behind which nobody is said to say anything."""
    before = passage.before(sentence)
    found = [*_sources(scene, before, sentence), *views_in(scene, before)]
    ends = [(one.mention.end, one) for one in found if one.mention is not None]
    end, source = max(ends, key=lambda pair: pair[0], default=(before.end, None))
    return None if _said(scene, Span(end, before.end), sentence) else source


def _source_after(scene: Scene, passage: QuotedPassage, sentence: Span) -> Attribution | None:
    """Return the source that closes the sentence of a passage, before which nobody is said to say anything."""
    if _said(scene, passage.before(sentence), sentence):
        return None
    after = passage.behind(sentence)
    found = (one for one in _sources(scene, after, sentence) if one.cue is not None and _behind_comma(scene, one.cue))
    return next(found, None)


def _behind_comma(scene: Scene, cue: CueMatch) -> bool:
    return scene.masked[max(0, cue.span.start - 3) : cue.span.start].rstrip()[-1:] == ","


def _sources(scene: Scene, span: Span, sentence: Span) -> Iterator[Attribution]:
    for cue in scene.cues_in(span)[:MOST_CUES]:
        if Governs.PREPOSITION in cue.governs:
            yield Attribution(find_subject(scene, cue, segment(scene, sentence, cue.span)), cue)


def _said(scene: Scene, span: Span, sentence: Span) -> bool:
    """Tell whether somebody is said to say something in `span`."""
    grammar = scene.grammar
    for cue in scene.cues_in(span)[-MOST_CUES:]:
        if not cue.verb or is_noun(scene, cue) or _infinitive(scene, cue):
            continue
        if is_participle(scene, cue, grammar):
            return True
        mention = find_subject(scene, cue, segment(scene, sentence, cue.span))
        if mention is not None and (mention.start == sentence.start or speaks(scene, mention, grammar)):
            return True
    return False


def _infinitive(scene: Scene, cue: CueMatch) -> bool:
    """Tell whether a verb stands behind "to", and not right before what is in marks: "is to blame for the flood"."""
    before = scene.words_in(Span(max(0, cue.span.start - _TO), cue.span.start))[-1:]
    after = scene.masked[cue.span.end : cue.span.end + 2].lstrip(" ,:")
    return bool(before) and before[0].key in scene.grammar.infinitives and not after.startswith(BLOT)
