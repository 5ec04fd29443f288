"""What a sentence is about, named at its head, which need not say any of it: "As for Roe, “…”", "Was Roe angeht, …"."""

from functools import lru_cache

from msgspec import Struct

from crossquote.language.language import Language
from crossquote.model.span import Span
from crossquote.quotes.scene import Scene
from crossquote.quotes.speakers.clause import first_clause
from crossquote.text.words import fold

_GAP = "…"
_LONGEST = 140
"""So many letters has a clause that names what a sentence is about at most."""


class _Opener(Struct, frozen=True):
    """How a clause begins, and how it ends, that names what its sentence is about; either may be empty."""

    start: str
    end: str

    def opens(self, clause: str) -> bool:
        """Tell whether a folded clause is one."""
        begins = not self.start or clause.startswith((self.start + " ", self.start + "'"))
        return begins and clause.endswith(self.end)


@lru_cache(maxsize=64)
def _openers(language: Language) -> tuple[_Opener, ...]:
    parts = (text.partition(_GAP) for text in language.lexicon.texts("clauses", "about"))
    return tuple(_Opener(fold(start).strip(), f" {fold(end).strip()}" if end else "") for start, _, end in parts)


def behind_about(scene: Scene, sentence: Span) -> Span:
    """Return a sentence without the clause at its head that names what it is about; all of it where none does."""
    openers = _openers(scene.language)
    if not openers or not sentence.of(scene.masked).strip():
        return sentence
    small = scene.grammar.coordinators | scene.grammar.additive
    words = scene.words_in(Span(sentence.start, min(sentence.end, sentence.start + _LONGEST)))[:2]
    start = next((word.span.start for word in words if word.key not in small), sentence.start)
    clause = first_clause(scene, Span(start, sentence.end)).span
    text = fold(clause.of(scene.masked)).strip()
    if len(text) > _LONGEST or not any(opener.opens(text) for opener in openers):
        return sentence
    return Span(min(sentence.end, clause.end + 1), sentence.end)
