"""Who is quoted by a medium: "цитирует «Волна» мэра", "Roe is quoted"."""

from crossquote.model.span import Span
from crossquote.quotes.grammar import Grammar
from crossquote.quotes.scene import BLOT, Scene
from crossquote.quotes.speakers.clause import cut_clauses, first_clause
from crossquote.quotes.speakers.noun_phrases import phrases
from crossquote.text.marks import OPENING

_BEFORE_NAMES = OPENING | {"”"}
"""Marks that open a title: ”Namn” in Swedish, too."""
_QUOTED = 8
"""So many letters before a verb hold the end of what is quoted, and a dash."""


def quoted_person(scene: Scene, left: Span, right: Span, grammar: Grammar) -> Span | None:
    """Return who is quoted: the last phrase after "quotes", else the subject of "is quoted"."""
    every = list(phrases(first_clause(scene, right), grammar))
    after = [p for p in every if scene.text[p.start - 1] not in _BEFORE_NAMES] or every  # «Волна» only hands it on
    behind_quote = BLOT in scene.masked[max(0, left.start - _QUOTED) : left.end]
    if grammar.order.names_inflect and len(every) == 1 and behind_quote:
        return _behind_medium(scene, every[0])
    return after[-1] if after else next((p for c in cut_clauses(scene, left) for p in phrases(c, grammar)), None)


def _behind_medium(scene: Scene, phrase: Span) -> Span | None:
    """Return who is quoted where a medium without marks stands before them in one phrase, None where none is named.

    "«…», — цитирует Порт.ру мэра Ивана Белова", but "… Порт.ру поручение мэра".
    """
    last = next(reversed(scene.names_in(phrase)), None)
    if len(scene.words_in(phrase)) == 1:
        return phrase
    return last.whole if last is not None and last.span.end == phrase.end else None
