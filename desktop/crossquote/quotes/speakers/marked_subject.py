"""The subject that a particle shows, which stands behind it as a word of its own: Hindi "मंत्री ने कहा"."""

from crossquote.language.language import Language
from crossquote.model.span import Span
from crossquote.quotes.grammar import Grammar
from crossquote.quotes.page import Token
from crossquote.quotes.scene import Scene
from crossquote.quotes.speakers.clause import Clause, cut_clauses
from crossquote.quotes.topics import load_topic_rules
from crossquote.text.words import fold


def _particles_of(language: Language) -> frozenset[str]:
    """Return the particles of `language`, none where its topics have some of their own."""
    if load_topic_rules(language) is not None:
        return frozenset()
    return frozenset(map(fold, language.lexicon.texts("clauses", "subject_particles")))


def behind_postpositions(scene: Scene, near: Span) -> Span | None:
    """Return what stands behind the last postposition of words beside a verb, where subjects have such particles.

    "इसके जवाब में वह कहते हैं": what stands before it says when, where or to whom. So too where nouns have postpositions
    alone: "হাসপাতালের সামনে চিকিৎসক", "a találkozó után a polgármester". None where nothing is left.
    """
    grammar = scene.grammar
    alone = not grammar.prepositions - grammar.links
    particles = _particles_of(scene.language) or (grammar.postpositions if alone else frozenset())
    if not particles:
        return near
    words = scene.words_in(near)
    start = next((at for at in range(len(words), 0, -1) if _closes(words[at - 1], particles, scene.grammar)), 0)
    return Span(words[start].span.start, near.end) if start < len(words) else None


def marked_subject(scene: Scene, left: Span) -> Span | None:
    """Return who stands before the last such particle of `left`, None where there is none."""
    particles = _particles_of(scene.language)
    clauses = reversed(cut_clauses(scene, left)) if particles else ()
    found = (_before_particle(clause, particles, scene.grammar) for clause in clauses)
    return next((subject for subject in found if subject is not None), None)


def _before_particle(clause: Clause, particles: frozenset[str], grammar: Grammar) -> Span | None:
    """Return the words before the last particle, back to what stands in another case or says when."""
    keys = [word.key for word in clause.words]
    end = next((at for at in range(len(keys) - 1, 0, -1) if keys[at] in particles), 0)
    start = end
    while start and not _closes(clause.words[start - 1], particles, grammar):
        start -= 1
    while start < end and grammar.is_adverb(keys[start]):
        start += 1
    return Span(clause.words[start].span.start, clause.words[end - 1].span.end) if start < end else None


def _closes(word: Token, particles: frozenset[str], grammar: Grammar) -> bool:
    """Tell whether another phrase ends with a word: its particle, its postposition, or a conjunction.

    Behind a participle the main clause begins: "शोक व्यक्त करते हुए मंत्री ने".
    """
    ends = particles | (grammar.prepositions - grammar.links) | grammar.conjunctions | grammar.coordinators
    return word.key in ends or word.key.endswith(grammar.ends.participles)
