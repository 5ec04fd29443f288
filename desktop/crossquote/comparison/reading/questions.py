"""Question marks, those of all scripts and those that only one language has, and the words that ask."""

from functools import lru_cache

from crossquote.language.language import Language
from crossquote.model.span import Span
from crossquote.text.words import fold

QUESTION_MARKS = "?؟？"


def find_question_marks(text: str, language: Language) -> list[Span]:
    """Return the places of question marks; those that only its language knows too."""
    marks = {*QUESTION_MARKS, *language.lexicon.texts("marks", "questions")}
    return [Span(at, at + 1) for at, letter in enumerate(text) if letter in marks]


@lru_cache(maxsize=64)
def question_words(language: Language) -> frozenset[str]:
    """Return the words, folded, that ask for something ("what", "why"); none that asks whether."""
    cues = language.lexicon
    return frozenset(map(fold, cues.texts("cues", "questions"))).difference(map(fold, cues.texts("cues", "polar")))
