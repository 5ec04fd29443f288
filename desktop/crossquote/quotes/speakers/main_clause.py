"""Who acts in a sentence that opens with when or why something was: "When Hill left, ⟦Roe⟧ came in"."""

from crossquote.model.span import Span
from crossquote.quotes.cues import CueMatch
from crossquote.quotes.scene import Scene
from crossquote.quotes.speakers.clause import cut_clauses
from crossquote.quotes.speakers.noun_phrases import phrases

_CLAUSE = 16
"""So many letters behind a verb hold the conjunction of what it reports, a preposition before it or none."""
_AGENT = 6
"""So many letters behind a verb hold what leads to whoever did something: "por"."""
_BEHIND_VERB = 2
"""So many words stand before a subject at most where the verb is second: "kwam Roe", "wandte sich Roe"."""


def main_subject(scene: Scene, sentence: Span) -> Span | None:
    """Return the subject of the clause behind one that says when or why; None where a sentence opens otherwise."""
    grammar = scene.grammar
    clauses = [clause for clause in cut_clauses(scene, sentence)[:3] if clause.words]
    if len(clauses) < 2 or clauses[0].words[0].key not in grammar.subordinators:
        return None
    main = clauses[1]
    first = next(phrases(main, grammar), None)
    before = [word for word in main.words if first is not None and word.span.end <= first.start]
    most = _BEHIND_VERB if grammar.order.verb_second else 0
    return first if len([word for word in before if not grammar.is_adverb(word.key)]) <= most else None


def up_to_report(scene: Scene, span: Span) -> Span:
    """Return a sentence up to what it reports, where a verb needs no subject: "Agregó | que Roe vendrá".

    Whoever is named in that is seldom the one who says it.
    """
    grammar = scene.grammar
    if not grammar.order.drops_pronouns or grammar.order.caseless:
        return span
    for cue in scene.cues_in(span):
        behind = scene.words_in(Span(cue.span.end, min(span.end, cue.span.end + _CLAUSE)))[:2] if cue.verb else ()
        if any(grammar.opens_clause(word.key) for word in behind):  # "dijo que", "insistió en que"
            return Span(span.start, behind[0].span.start)
    return span


def only_describes(scene: Scene, cue: CueMatch) -> bool:
    """Tell whether a verb behind a comma says what was done to whoever stands before: "Roe, named by Hill, "."""
    comma = scene.masked[max(0, cue.span.start - 2) : cue.span.start].strip() == ","
    after = next(iter(scene.words_in(Span(cue.span.end, cue.span.end + _AGENT))), None) if comma else None
    return after is not None and after.key in scene.grammar.agents
