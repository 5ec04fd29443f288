"""Sources that a relative pronoun takes up: "the minister, according to whom …", "Marco Bruni, secondo cui …"."""

from crossquote.model.span import Span
from crossquote.quotes.relatives import relative_at
from crossquote.quotes.scene import Scene
from crossquote.quotes.speakers.clause import cut_clauses
from crossquote.quotes.speakers.noun_phrases import phrases

_BEHIND = 30
"""So many letters behind a preposition hold the pronoun that it rules."""


def has_relative(scene: Scene, preposition: Span) -> bool:
    """Tell whether a relative pronoun stands right behind a preposition."""
    behind = Span(preposition.end, min(len(scene.text), preposition.end + _BEHIND))
    return relative_at(scene.words_in(behind), scene.grammar) is not None


def antecedent(scene: Scene, preposition: Span) -> Span | None:
    """Return whom the pronoun behind a preposition takes up: the phrase right before it; None where there is none."""
    sentence = scene.sentence_at(preposition.start)
    clauses = [one for one in cut_clauses(scene, Span(sentence.start, preposition.start)) if one.words]
    found = list(phrases(clauses[-1], scene.grammar, governed=True)) if clauses else []
    gap = scene.masked[found[-1].end : preposition.start].strip() if found else "."
    return _person(scene, found[-1]) if gap in ("", ",") else None


def _person(scene: Scene, phrase: Span) -> Span:
    """Return the person whom a phrase ends with, from the role on: "the reaction of the mayor Ana Roe"."""
    if not any(name.span.end == phrase.end for name in scene.names_in(phrase)):
        return phrase
    small = (word for word in scene.words_in(phrase) if not word.capital)
    roles = [word.span.start for word in small if scene.grammar.is_role(word.key)]
    return Span(roles[-1], phrase.end) if roles else phrase
