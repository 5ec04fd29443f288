"""The mood of reported speech: whether a sentence goes on with what somebody said by its verb: "Roe könne gehen"."""

from itertools import pairwise

from crossquote.model.span import Span
from crossquote.quotes.indirect.forms import regular_subjunctive
from crossquote.quotes.scene import Scene


def is_reported(scene: Scene, span: Span) -> bool:
    """Tell whether a verb of a stretch is in the mood of reported speech."""
    grammar, words = scene.grammar, scene.words_in(span)
    if any(word.key in grammar.reportive for word in words):
        return True
    if not grammar.ends.subjunctive:
        return False
    small = grammar.relatives | grammar.questions | grammar.breaks
    return any(
        regular_subjunctive(one, other, grammar)
        for one, other in pairwise(words)
        if other.span.start == one.span.end + 1 and other.key not in small
    )
