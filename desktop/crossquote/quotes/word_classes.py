"""The classes of a language's small words, pronouns and titles, and where each of them stands in its lexicon.

Each class of words stands once in the lexicon; a class that holds another is made of it here.
"""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from types import MappingProxyType

from crossquote.language.language import Language
from crossquote.text.cldr import load_cldr
from crossquote.text.dates import load_calendar
from crossquote.text.words import fold

WordSet = frozenset[str]

_PLACES: Mapping[str, Sequence[str]] = MappingProxyType(
    {
        "conjunctions": ["cues.conjunctions"],
        "questions": ["cues.questions"],
        "whether": ["cues.polar", "clauses.particles"],
        "coordinators": ["cues.coordinators", "cues.additive"],
        "subordinators": ["clauses.subordinators"],
        "breaks": [
            "function_words.breaks",
            "cues.conjunctions",
            "cues.coordinators",
            "cues.additive",
            "cues.questions",
            "clauses.subordinators",
        ],
        "who": ["pronouns.relative"],
        "relatives": ["clauses.relatives", "pronouns.relative"],
        "as_words": ["clauses.as_words"],
        "led_as": ["clauses.led_as"],
        "labels": ["cues.labels"],
        "those": ["pronouns.those"],
        "accounts": ["cues.accounts"],
        "mute": ["cues.mute"],
        "things": ["names.things"],
        "owned_words": ["marks.owned_words"],
        "being": ["clauses.being"],
        "shown_behind": ["titles.shown_behind"],
        "adding": ["cues.adding"],
        "joining_sources": ["clauses.joining_sources"],
        "asides": ["clauses.asides"],
        "anaphors": ["clauses.anaphors"],
        "thus": ["clauses.thus"],
        "relative_anaphors": ["clauses.relative_anaphors"],
        "correlates": ["clauses.correlates"],
        "particles": ["clauses.particles"],
        "determiners": ["function_words.determiners"],
        "definite": ["titles.definite"],
        "prepositions": ["function_words.prepositions"],
        "joined_articles": ["function_words.joined_articles"],
        "adjuncts": ["clauses.adjuncts", "function_words.prepositions", "function_words.adverbs"],
        "links": ["function_words.links"],
        "postpositions": ["function_words.postpositions"],
        "linkers": ["clauses.linkers", "function_words.links"],
        "adverbs": ["function_words.adverbs"],
        "between": ["function_words.between"],
        "agents": ["function_words.agents"],
        "absolutes": ["function_words.absolutes"],
        "places": ["function_words.places"],
        "settlements": ["function_words.settlements"],
        "locatives": ["function_words.locatives", "function_words.places"],
        "place_openers": ["function_words.place_openers"],
        "views": ["function_words.views"],
        "times": ["clauses.times"],
        "stronger": ["strength.boost", "strength.boost_much"],
        "which_time": ["clauses.which_time"],
        "finite": ["clauses.finite"],
        "copulas": ["words.copulas"],
        "passives": ["clauses.passives"],
        "infinitives": ["clauses.infinitives"],
        "infinitive_openers": ["clauses.infinitive_openers"],
        "some_infinitives": ["clauses.some_infinitives"],
        "idioms": ["clauses.idioms"],
        "subjunctive": ["clauses.subjunctive"],
        "conditional": ["clauses.conditional"],
        "reportive": ["function_words.reportive", "clauses.subjunctive"],
        "asked": ["clauses.asked"],
        "addressing": ["clauses.addressing"],
        "addressees": ["clauses.addressees"],
        "manner": ["clauses.manner"],
        "gerunds": ["clauses.gerunds"],
        "showing": ["clauses.showing"],
        "objects": ["clauses.objects"],
        "quotatives": ["clauses.quotatives"],
        "quoting": ["function_words.quoting"],
        "quoted_by": ["marks.quoted_by"],
        "homographs": ["clauses.homographs"],
        "adjectival": ["clauses.adjectival"],
        "masculine": ["pronouns.masculine", "pronouns.oblique_masculine"],
        "feminine": ["pronouns.feminine", "pronouns.oblique_feminine"],
        "many": ["pronouns.plural", "pronouns.oblique_plural"],
        "neuter": ["pronouns.neuter"],
        "first": ["pronouns.speaker"],
        "superlatives": ["quantifiers.superlatives"],
        "clitics": ["pronouns.objects"],
        "reflexive_clitics": ["pronouns.reflexive_clitics"],
        "reflexive_auxiliaries": ["pronouns.reflexive_auxiliaries"],
        "obliques": ["pronouns.oblique_masculine", "pronouns.oblique_feminine", "pronouns.oblique_plural"],
        "speakers": ["pronouns.masculine", "pronouns.feminine", "pronouns.plural", "pronouns.speaker"],
        "possessive": ["pronouns.possessive"],
        "own": ["pronouns.own"],
        "senders": ["function_words.senders"],
        "owned": ["clauses.owned"],
        "oblique_determiners": ["function_words.oblique_determiners"],
        "for_words": ["function_words.for_words"],
        "said": ["function_words.said"],
        "additive": ["cues.additive"],
        "indefinite": ["pronouns.indefinite"],
        "subjects": [
            "clauses.subjects",
            "pronouns.masculine",
            "pronouns.feminine",
            "pronouns.plural",
            "pronouns.neuter",
            "pronouns.speaker",
        ],
        "nominatives": ["clauses.nominatives"],
        "expletives": ["function_words.expletives"],
        "nobody": ["pronouns.nobody"],
        "negators": ["negation.negators", "negation.concord"],
        "roles": [
            "titles.honorifics",
            "titles.roles",
            "titles.plural_roles",
            "titles.bodies",
            "titles.described_men",
            "titles.described_women",
        ],
        "described_men": ["titles.described_men"],
        "described_women": ["titles.described_women"],
        "honorifics": ["titles.honorifics"],
        "former": ["titles.former"],
        "groups": ["titles.plural_roles"],
        "men": ["titles.masculine"],
        "women": ["titles.feminine"],
        "nobility": ["names.particles"],
        "source_prepositions": ["clauses.source_prepositions"],
        "sources": ["clauses.sources"],
        "source_endings": ["clauses.source_endings"],
        "not_sources": ["clauses.not_sources"],
    }
)
"""Class → where its words stand in a lexicon."""


def is_among(key: str, words: WordSet) -> bool:
    """Tell whether a word is one of `words`, or begins with one that is elided: "qu'il"."""
    head, apostrophe, _ = key.partition("'")
    return key in words or (bool(apostrophe) and head + apostrophe in words)


def _listed(language: Language, *places: str) -> WordSet:
    """Return the words that stand at some places of a lexicon."""
    words = (word for place in places for word in language.lexicon.texts(*place.split(".")))
    return frozenset(fold(word).removesuffix(".") for word in words)


def _contracted(classes: Mapping[str, WordSet]) -> WordSet:
    """Return the pronouns that are written with their verb: "he's"."""
    hung = (word for word in classes["finite"] if "'" in word)
    return frozenset(word for word in hung if word.partition("'")[0] in classes["speakers"])


@lru_cache(maxsize=64)
def load_pronouns(language: Language) -> WordSet:
    """Return the pronouns of `language`, which take a twentieth of the time of a whole grammar."""
    classes = {name: _listed(language, *_PLACES[name]) for name in ("speakers", "finite", "neuter", "indefinite")}
    return classes["speakers"] | _contracted(classes) | classes["neuter"] | classes["indefinite"]


def load_classes(language: Language) -> dict[str, WordSet]:
    """Return the classes of words of `language`, by their names."""
    classes = {name: _listed(language, *places) for name, places in _PLACES.items()}
    classes["ambiguous"] = _listed(language, "pronouns.feminine") & _listed(language, "pronouns.plural")
    classes["personal"] = classes["masculine"] | classes["feminine"] | classes["many"] | classes["neuter"]
    classes["nominative"] = classes["personal"] - classes["obliques"] - classes["determiners"]
    classes["contracted"] = _contracted(classes)
    classes["nominative"] |= classes["contracted"]
    classes["pronouns"] = load_pronouns(language)
    classes["neuter"] -= classes["masculine"] | classes["feminine"] | classes["many"]
    roles = classes["roles"]
    classes["role_stems"] = roles | {role[:-1] for role in roles if len(role) > 5}
    classes["roles"] = roles | {role.rsplit(None, 1)[-1] for role in roles}
    calendar = load_calendar(language)
    cldr = load_cldr(language)
    classes["weekdays"] = frozenset(calendar.weekdays)
    classes["times"] |= frozenset(calendar.weekdays) | frozenset(calendar.months) | cldr.periods
    classes["which_time"] |= cldr.which - classes["prepositions"]
    return classes
