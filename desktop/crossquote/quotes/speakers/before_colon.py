"""Who is named before a colon that leads to a quote: in its clause, in the sentence before, or as a label."""

from bisect import bisect_left

import regex

from crossquote.model.span import Span
from crossquote.quotes.cues import CueMatch
from crossquote.quotes.passage import QuotedPassage
from crossquote.quotes.scene import Scene
from crossquote.quotes.speakers.attribution import Attribution, is_one_of_several, last_of
from crossquote.quotes.speakers.clause import cut_clauses, first_clause, is_heading
from crossquote.quotes.speakers.head_names import speaks
from crossquote.quotes.speakers.noun_phrases import phrases, with_owners

_LABEL = regex.compile(r"(?:^|[-—–•|]\s*)((?:\p{Lu}[\p{L}.’'\-]*\s?){1,5}):\s*$")
_NAMED = 2
"""So many words has a name behind a small word that begins a label."""


def by_clause(scene: Scene, passage: QuotedPassage, sentence: Span) -> Attribution | None:
    """Return who begins the last clause before a colon, which reports by no verb: "…, but Roe shook her head: “…”".

    Or who begins the whole sentence, where nothing in it says that anybody speaks: "Roe sees it otherwise: “…”".
    """
    left = passage.before(sentence)
    if not left.of(scene.masked).rstrip().endswith(":"):
        return None
    clauses = [clause for clause in cut_clauses(scene, left) if clause.words]
    if clauses and not scene.cues_in(left):
        first = next(phrases(clauses[0], scene.grammar), None)
        first = with_owners(clauses[0], first, scene.grammar) if first is not None else None
        lead = clauses[0].words[0]
        named = first is not None and any(name.sure for name in scene.names_in(first))
        named = named and not is_one_of_several(scene, left, first)
        if named and first is not None and first.start == lead.span.start and lead.key not in scene.grammar.determiners:
            return Attribution(first, _closing_verb(scene, passage, sentence))
    clause = clauses[-1] if clauses else None
    if clause is None or clause.words[0].key not in scene.grammar.coordinators or scene.cues_in(clause.span):
        return None
    first = next(phrases(clause.with_words(clause.words[1:]), scene.grammar), None)
    begins = first is not None and len(clause.words) > 1 and first.start == clause.words[1].span.start
    return Attribution(first) if begins and first is not None and speaks(scene, first, scene.grammar) else None


def before_colon(scene: Scene, passage: QuotedPassage, sentence: Span) -> Attribution | None:
    """Return the attribution in the sentence before, where that ends with a colon."""
    place = bisect_left(scene.sentences, sentence.start, key=lambda s: s.start) - 1
    if place < 0 or passage.outer.start > sentence.start:
        return None
    before = scene.sentences[place]
    return last_of(scene, before) if before.of(scene.masked).rstrip().endswith(":") else None


def by_label(scene: Scene, passage: QuotedPassage, sentence: Span) -> Attribution | None:
    """Return the name before a colon, as headlines have it: Roe: "…"."""
    start = max(sentence.start, passage.outer.start - 80)
    match = _LABEL.search(scene.masked[start : passage.outer.start])
    if match is None or (match.start(1) == 0 and start > sentence.start):
        return None
    if scene.cues_in(Span(start + match.start(1), start + match.end(1))):
        return None
    if is_heading(first_clause(scene, Span(start + match.start(1), passage.outer.start)), scene.grammar):
        return None
    label = Span(start + match.start(1), start + match.start(1) + len(match[1].rstrip()))
    words = scene.words_in(label)
    if words and all(word.key in scene.grammar.breaks or scene.grammar.is_adverb(word.key) for word in words):
        return None  # "But: “…”"
    if words and words[0].key in (scene.grammar.prepositions - scene.grammar.nobility) | scene.grammar.labels:
        return None  # "Nach X-Rückzug: „…“", "Цитата: «…»", but "Von Berg: „…“"
    if len(words) > _NAMED and scene.grammar.is_adverb(words[0].key):  # "Gestern Abend Karim Mahler: “…”"
        label = Span(words[-_NAMED].span.start, label.end)
    return Attribution(label, _closing_verb(scene, passage, sentence))


def _closing_verb(scene: Scene, passage: QuotedPassage, sentence: Span) -> CueMatch | None:
    """Return the verb right behind a quote that closes its sentence: "Roe: «…», – деп жазды"."""
    end = passage.outer.end
    cue = next(iter(scene.cues_in(Span(end, max(end, sentence.end)))), None)
    if cue is None or not cue.verb or not scene.grammar.order.verb_last:
        return None
    between = (word.key for word in scene.words_in(Span(end, cue.span.start)))
    return cue if scene.grammar.quoted_by.issuperset(between) else None
