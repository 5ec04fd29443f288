"""The small words of a language that show where a reported clause begins and ends, from its lexicon."""

from dataclasses import dataclass
from functools import lru_cache

from crossquote.text.lexicon import Lexicon, load_lexicon
from crossquote.text.words import fold


@dataclass(frozen=True, slots=True)
class Grammar:
    """The function words of a language, folded; each set is empty where its lexicon says nothing.

    `finite` are finite forms of the commonest verbs, `subjunctive` the forms that mark reported speech by themselves
    (German Konjunktiv I), `adjuncts` words that open what may stand between a cue and its clause (days, places).
    `commas` is True where a comma must stand before a reported clause, `noun_capitals` where nouns have a capital.
    """

    language: str
    conjunctions: frozenset[str] = frozenset()
    questions: frozenset[str] = frozenset()
    coordinators: frozenset[str] = frozenset()
    subordinators: frozenset[str] = frozenset()
    relatives: frozenset[str] = frozenset()
    determiners: frozenset[str] = frozenset()
    subjects: frozenset[str] = frozenset()
    finite: frozenset[str] = frozenset()
    passives: frozenset[str] = frozenset()
    adverbs: frozenset[str] = frozenset()
    adjuncts: frozenset[str] = frozenset()
    infinitives: frozenset[str] = frozenset()
    subjunctive: frozenset[str] = frozenset()
    addressing: frozenset[str] = frozenset()
    addressees: frozenset[str] = frozenset()
    objects: frozenset[str] = frozenset()
    asides: frozenset[str] = frozenset()
    prepositions: frozenset[str] = frozenset()
    participles: frozenset[str] = frozenset()
    homographs: frozenset[str] = frozenset()
    as_words: frozenset[str] = frozenset()
    quotatives: frozenset[str] = frozenset()
    anaphors: frozenset[str] = frozenset()
    relative_anaphors: frozenset[str] = frozenset()
    agents: frozenset[str] = frozenset()
    conditional: frozenset[str] = frozenset()
    finite_endings: frozenset[str] = frozenset()
    infinitive_endings: frozenset[str] = frozenset()
    correlates: frozenset[str] = frozenset()
    particles: frozenset[str] = frozenset()
    source_prepositions: frozenset[str] = frozenset()
    sources: frozenset[str] = frozenset()
    linkers: frozenset[str] = frozenset()
    commas: bool = False
    noun_capitals: bool = False


_FLAGS = ("commas", "noun_capitals")
_FROM_CUES = ("conjunctions", "questions", "coordinators")
_FROM_CLAUSES = tuple(name for name in Grammar.__slots__ if name not in ("language", *_FLAGS, *_FROM_CUES))


@lru_cache(maxsize=64)
def load_grammar(language: str | None) -> Grammar:
    """Return the grammar of `language`."""
    return read_grammar(load_lexicon(language))


def read_grammar(lexicon: Lexicon) -> Grammar:
    """Return the grammar written in `lexicon`."""
    sets = {name: frozenset(map(fold, lexicon.texts("cues", name))) for name in _FROM_CUES}
    sets |= {name: frozenset(map(fold, lexicon.texts("clauses", name))) for name in _FROM_CLAUSES}
    commas, noun_capitals = (lexicon.text("clauses", flag) == "yes" for flag in _FLAGS)
    return Grammar(lexicon.code, **sets, commas=commas, noun_capitals=noun_capitals)
