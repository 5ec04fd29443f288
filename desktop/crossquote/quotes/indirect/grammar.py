"""The small words of a language that show where a reported clause begins and ends, from its lexicon."""

from dataclasses import dataclass
from functools import lru_cache

from crossquote.language.language import Language
from crossquote.text.words import fold


@dataclass(frozen=True, slots=True)
class Grammar:
    """The function words of a language, folded; each set is empty where its lexicon says nothing.

    `finite` are finite forms of the commonest verbs, `subjunctive` the forms that mark reported speech by themselves
    (German Konjunktiv I), `adjuncts` words that open what may stand between a cue and its clause (days, places).
    `traits` are how the language orders its words; the properties below say what each means.
    """

    language: Language
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
    adverb_endings: frozenset[str] = frozenset()
    nominatives: frozenset[str] = frozenset()
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
    complement_endings: frozenset[str] = frozenset()
    not_sources: frozenset[str] = frozenset()
    source_endings: frozenset[str] = frozenset()
    source_prepositions: frozenset[str] = frozenset()
    sources: frozenset[str] = frozenset()
    linkers: frozenset[str] = frozenset()
    topics: frozenset[str] = frozenset()
    obliques: frozenset[str] = frozenset()
    nobody: frozenset[str] = frozenset()
    traits: frozenset[str] = frozenset()

    @property
    def commas(self) -> bool:
        """Whether a comma must stand before a reported clause."""
        return "commas" in self.traits

    @property
    def noun_capitals(self) -> bool:
        """Whether nouns have a capital, and the verb stands second, as in German."""
        return "noun capitals" in self.traits

    @property
    def inverts(self) -> bool:
        """Whether a subject may follow its verb."""
        return "inverts" in self.traits

    @property
    def verb_first(self) -> bool:
        """Whether the verb opens its clause, as in Arabic."""
        return "verb first" in self.traits

    @property
    def verb_final(self) -> bool:
        """Whether the verb closes its clause, as in Turkish and Japanese."""
        return "verb final" in self.traits


_FROM_CUES = ("conjunctions", "questions", "coordinators")
_FROM_PRONOUNS = ("obliques", "nobody")
_FROM_CLAUSES = tuple(name for name in Grammar.__slots__ if name not in ("language", *_FROM_CUES, *_FROM_PRONOUNS))
_OBLIQUES = ("oblique_masculine", "oblique_feminine", "oblique_plural")


@lru_cache(maxsize=64)
def load_grammar(language: Language) -> Grammar:
    """Return the grammar of `language`."""
    sets = {name: frozenset(map(fold, language.lexicon.texts("cues", name))) for name in _FROM_CUES}
    sets |= {name: frozenset(map(fold, language.lexicon.texts("clauses", name))) for name in _FROM_CLAUSES}
    sets["obliques"] = frozenset(fold(word) for key in _OBLIQUES for word in language.lexicon.texts("pronouns", key))
    sets["nobody"] = frozenset(map(fold, language.lexicon.texts("pronouns", "nobody")))
    return Grammar(language, **sets)
