"""Question marks: those of all scripts, and those that only one language has."""

from crossquote.language.language import Language
from crossquote.model.span import Span

QUESTION_MARKS = "?؟？"


def find_question_marks(text: str, language: Language) -> list[Span]:
    """Return the places of question marks; those that only its language knows too."""
    marks = {*QUESTION_MARKS, *language.lexicon.texts("marks", "questions")}
    return [Span(at, at + 1) for at, letter in enumerate(text) if letter in marks]
