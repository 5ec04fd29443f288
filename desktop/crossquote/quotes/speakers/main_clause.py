"""Who acts in a sentence that opens with when or why something was: "When Hill left, ⟦Roe⟧ came in"."""

from crossquote.model.span import Span
from crossquote.quotes.scene import Scene
from crossquote.quotes.speakers.clause import cut_clauses
from crossquote.quotes.speakers.noun_phrases import phrases

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
