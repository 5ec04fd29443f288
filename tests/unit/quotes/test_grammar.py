"""Tests of the grammar of a language: each class of words stands once in a lexicon."""

import pytest

from crossquote.language.language import language_of
from crossquote.language.lexicon import known_languages, load_lexicon
from crossquote.quotes.grammar import load_grammar
from crossquote.quotes.word_classes import load_pronouns

REST = [
    (
        "function_words.breaks",
        ["cues.conjunctions", "cues.coordinators", "cues.additive", "cues.questions", "clauses.subordinators"],
    ),
    ("cues.coordinators", ["cues.additive"]),
    ("clauses.relatives", ["pronouns.relative"]),
    ("clauses.adjuncts", ["function_words.prepositions", "function_words.adverbs"]),
    ("clauses.linkers", ["function_words.links"]),
    ("clauses.subjects", [f"pronouns.{key}" for key in ("masculine", "feminine", "plural", "neuter", "speaker")]),
    ("function_words.reportive", ["clauses.subjunctive", "clauses.source_prepositions"]),
]


@pytest.mark.parametrize("code", known_languages())
def test_pronouns_alone_are_those_of_the_grammar(code: str) -> None:
    grammar = load_grammar(language_of(code))
    assert grammar.speakers | grammar.contracted | grammar.indefinite <= load_pronouns(language_of(code))
    assert grammar.pronouns == load_pronouns(language_of(code))


@pytest.mark.parametrize("code", known_languages())
def test_what_a_wider_class_adds_is_told_once(code: str) -> None:
    lexicon = load_lexicon(code)
    for rest, others in REST:
        words = set(lexicon.texts(*rest.split(".")))
        for other in others:
            assert not words & set(lexicon.texts(*other.split("."))), (rest, other)


def test_a_wider_class_holds_the_narrower_ones() -> None:
    grammar = load_grammar(language_of("en"))
    assert {"who", "whose"} <= grammar.relatives
    assert {"yet", "that", "because", "and", "whether"} <= grammar.breaks
    assert {"he", "there", "two"} <= grammar.subjects
    assert {"in", "later"} <= grammar.adjuncts
    assert "whose" not in grammar.who
    assert grammar.closes_phrase("because")
    assert not grammar.closes_phrase("the")


def test_how_words_are_ordered() -> None:
    german, japanese = load_grammar(language_of("de")).order, load_grammar(language_of("ja")).order
    assert german.verb_second
    assert german.nouns_have_capitals
    assert japanese.verb_last
    assert not load_grammar(language_of("xx")).order.commas
