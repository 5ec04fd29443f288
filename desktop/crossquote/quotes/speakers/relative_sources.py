"""Sources that a relative pronoun takes up: "the minister, according to whom …", "Marco Bruni, secondo cui …"."""

from crossquote.model.span import Span
from crossquote.quotes.page import Token
from crossquote.quotes.relatives import relative_at
from crossquote.quotes.scene import Scene
from crossquote.quotes.speakers.clause import cut_clauses
from crossquote.quotes.speakers.noun_phrases import phrases
from crossquote.text.blanks import letter_before

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


def word_before(scene: Scene, verb: Span) -> Token | None:
    """Return the word before a verb, its auxiliary and the pronouns that are its objects."""
    grammar = scene.grammar
    words = scene.words_in(Span(max(scene.sentence_at(verb.start).start, verb.start - _BEHIND), verb.start))
    opens = grammar.who | grammar.relatives | grammar.additive
    small = (grammar.clitics | grammar.finite | grammar.adverbs) - opens
    return next((word for word in reversed(words) if word.key not in small), None)


def is_relative(scene: Scene, word: Token) -> bool:
    """Tell whether a word before a verb is a relative pronoun, as a conjunction may be: "Roe, que critica"."""
    grammar = scene.grammar
    comma = letter_before(scene.masked, word.span.start) == ","
    return word.key in grammar.who | grammar.relatives or (comma and word.key in grammar.conjunctions)


def taken_up(scene: Scene, verb: Span) -> Span | None:
    """Return who is named right before the relative pronoun of a verb: "la consejera Ana Lima, que criticó el tono"."""
    relative = word_before(scene, verb)
    grammar = scene.grammar
    where = relative is not None and relative.key in grammar.relatives - grammar.who - grammar.conjunctions
    if relative is None or where or not grammar.order.inverts or not is_relative(scene, relative):
        return None  # "Roe, el enviado, en X, donde escribió"
    before = Span(scene.sentence_at(verb.start).start, relative.span.start)
    clause = next((clause for clause in reversed(cut_clauses(scene, before)) if clause.words), None)
    found = list(phrases(clause, grammar, governed=True))[-1:] if clause is not None else []
    if clause is None or not found or found[0].end != clause.words[-1].span.end:
        return None
    named = any(name.sure and name.span.end == found[0].end for name in scene.names_in(found[0]))
    return _person(scene, found[0]) if named else None
