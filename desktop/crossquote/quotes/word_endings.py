"""The endings, and a few beginnings, by which a language's words tell their class."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from msgspec import Struct

from crossquote.language.language import Language
from crossquote.text.words import fold


class Endings(Struct, frozen=True):
    """The endings that tell a word's class; empty where they tell nothing."""

    adverbs: tuple[str, ...]
    adjectives: tuple[str, ...]
    participles: tuple[str, ...]
    converbs: tuple[str, ...]
    finite: tuple[str, ...]
    infinitives: tuple[str, ...]
    complements: tuple[str, ...]
    roles: tuple[str, ...]
    sources: tuple[str, ...]
    past: tuple[str, ...]
    plurals: tuple[str, ...]
    joined: tuple[str, ...]
    bare: tuple[str, ...]
    subjunctive: tuple[str, ...]
    indicative: tuple[str, ...]
    genitives: tuple[str, ...]
    possessives: tuple[str, ...]
    owning_nouns: tuple[str, ...]
    obliques: tuple[str, ...]
    declined: tuple[str, ...]
    women_called: tuple[str, ...]
    men: tuple[str, ...]
    women: tuple[str, ...]
    oblique_nouns: tuple[str, ...]
    owned: tuple[str, ...]
    complements_of_offices: tuple[str, ...]
    persons: tuple[str, ...]
    owners: tuple[str, ...]
    attributive: tuple[str, ...]
    questions: tuple[str, ...]
    prefixes: tuple[str, ...]
    hung: tuple[str, ...]
    articles: tuple[str, ...]
    hung_on: tuple[str, ...]
    objects: tuple[str, ...]
    own_subjects: tuple[str, ...]
    told_several: tuple[str, ...]
    plural_verbs: tuple[str, ...]
    plural_subjects: tuple[str, ...]
    told: tuple[str, ...]
    preterites: tuple[str, ...]
    manner: tuple[str, ...]
    where: tuple[str, ...]
    men_nouns: tuple[str, ...]
    women_nouns: tuple[str, ...]
    neuter: tuple[str, ...]


_PLACES: Mapping[str, Sequence[str]] = MappingProxyType(
    {
        "adverbs": ["function_words.adverb_ends"],
        "adjectives": ["function_words.adjective_ends"],
        "participles": ["function_words.participle_ends"],
        "converbs": ["function_words.converb_ends"],
        "finite": ["clauses.finite_endings"],
        "infinitives": ["clauses.infinitive_endings"],
        "complements": ["clauses.complement_endings"],
        "roles": ["titles.role_ends", "titles.body_ends"],
        "sources": ["clauses.sources"],
        "past": ["clauses.past_endings"],
        "plurals": ["clauses.plural_endings"],
        "joined": ["clauses.joined_endings"],
        "bare": ["clauses.bare_endings"],
        "subjunctive": ["clauses.subjunctive_endings"],
        "indicative": ["clauses.indicative_endings"],
        "genitives": ["clauses.genitive_endings"],
        "possessives": ["names.possessives"],
        "owning_nouns": ["names.genitive_ends"],
        "obliques": ["names.oblique_ends"],
        "declined": ["names.declined_ends"],
        "women_called": ["names.given_of_women"],
        "men": ["names.masculine_ends"],
        "women": ["names.feminine_ends"],
        "oblique_nouns": ["function_words.oblique_ends"],
        "owned": ["titles.owned_ends"],
        "complements_of_offices": ["titles.complement_ends"],
        "persons": ["titles.person_ends"],
        "owners": ["clauses.owner_endings"],
        "attributive": ["clauses.attributive_endings"],
        "questions": ["clauses.question_endings"],
        "prefixes": ["function_words.joined_prepositions"],
        "hung": ["cues.joined_conjunctions"],
        "articles": ["titles.joined_articles"],
        "hung_on": ["cues.joined_starts"],
        "objects": ["clauses.elided_objects"],
        "own_subjects": ["pronouns.joined_subjects"],
        "told_several": ["clauses.object_endings"],
        "plural_verbs": ["clauses.plural_verb_endings"],
        "plural_subjects": ["clauses.plural_subject_endings"],
        "told": ["names.told_ends"],
        "preterites": ["clauses.preterite_endings"],
        "manner": ["clauses.manner_endings"],
        "where": ["function_words.place_ends"],
        "men_nouns": ["titles.man_ends"],
        "women_nouns": ["titles.woman_ends"],
        "neuter": ["function_words.neuter_ends"],
    }
)
"""Class → where its endings stand in a lexicon."""


def load_endings(language: Language) -> Endings:
    """Return the endings that `language` tells of."""

    def ends(places: Sequence[str]) -> tuple[str, ...]:
        return tuple(fold(end) for place in places for end in language.lexicon.texts(*place.split(".")))

    return Endings(**{name: ends(places) for name, places in _PLACES.items()})
