"""The grammar of a language: its small words, pronouns and titles by class, their endings, and how it orders words."""

from collections.abc import Sequence
from functools import lru_cache

from msgspec import Struct

from crossquote.language.language import Language
from crossquote.quotes.word_classes import WordSet, is_among, load_classes
from crossquote.quotes.word_endings import Endings, load_endings
from crossquote.quotes.word_order import WordOrder, load_order
from crossquote.text.given_names import may_be_given
from crossquote.text.names import Name
from crossquote.text.places import may_be_of_place
from crossquote.text.possessives import without_possessive

_ELIDED = 3
"""An article that hangs on its noun has fewer letters than this ("l'ingénieure")."""


class Grammar(Struct, frozen=True):
    """What the lexicon of a language says of the words in and around a clause that reports; all of them folded.

    The schema of lexicons tells what each class is. Made here: `breaks` are all words that end a phrase, `adjuncts`
    all that open what may stand between a cue and its clause; `speakers` are pronouns that can be the subject of a
    cue, `contracted` those with their verb ("he's"), `who` relative pronouns that can, `relatives` all of those;
    `ambiguous` are one and many, as German "sie"; `times` names of days, months and weeks, `which_time`
    what tells which ("last", "this").
    """

    language: Language
    order: WordOrder
    ends: Endings
    # What opens and joins clauses.
    conjunctions: WordSet
    questions: WordSet
    whether: WordSet
    coordinators: WordSet
    subordinators: WordSet
    breaks: WordSet
    who: WordSet
    relatives: WordSet
    as_words: WordSet
    led_as: WordSet
    owned_words: WordSet
    being: WordSet
    shown_behind: WordSet
    adding: WordSet
    joining_sources: WordSet
    asides: WordSet
    anaphors: WordSet
    thus: WordSet
    relative_anaphors: WordSet
    correlates: WordSet
    particles: WordSet
    # What stands in a phrase and around it.
    determiners: WordSet
    definite: WordSet
    prepositions: WordSet
    joined_articles: WordSet
    adjuncts: WordSet
    links: WordSet
    postpositions: WordSet
    linkers: WordSet
    adverbs: WordSet
    superlatives: WordSet
    between: WordSet
    agents: WordSet
    absolutes: WordSet
    places: WordSet
    settlements: WordSet
    locatives: WordSet
    place_openers: WordSet
    views: WordSet
    times: WordSet
    weekdays: WordSet
    which_time: WordSet
    stronger: WordSet
    # Verbs, and what stands beside them.
    finite: WordSet
    copulas: WordSet
    passives: WordSet
    infinitives: WordSet
    infinitive_openers: WordSet
    some_infinitives: WordSet
    idioms: WordSet
    subjunctive: WordSet
    conditional: WordSet
    reportive: WordSet
    asked: WordSet
    addressing: WordSet
    addressees: WordSet
    manner: WordSet
    gerunds: WordSet
    showing: WordSet
    objects: WordSet
    quotatives: WordSet
    quoting: WordSet
    quoted_by: WordSet
    homographs: WordSet
    adjectival: WordSet
    # Pronouns.
    masculine: WordSet
    feminine: WordSet
    many: WordSet
    neuter: WordSet
    first: WordSet
    clitics: WordSet
    reflexive_clitics: WordSet
    reflexive_auxiliaries: WordSet
    obliques: WordSet
    nominative: WordSet
    possessive: WordSet
    own: WordSet
    additive: WordSet
    senders: WordSet
    owned: WordSet
    accounts: WordSet
    mute: WordSet
    things: WordSet
    those: WordSet
    labels: WordSet
    said: WordSet
    for_words: WordSet
    oblique_determiners: WordSet
    ambiguous: WordSet
    speakers: WordSet
    contracted: WordSet
    indefinite: WordSet
    pronouns: WordSet
    personal: WordSet
    subjects: WordSet
    nominatives: WordSet
    expletives: WordSet
    nobody: WordSet
    negators: WordSet
    # Titles, bodies and sources.
    roles: WordSet
    honorifics: WordSet
    former: WordSet
    role_stems: WordSet
    groups: WordSet
    described_men: WordSet
    described_women: WordSet
    men: WordSet
    women: WordSet
    nobility: WordSet
    source_prepositions: WordSet
    sources: WordSet
    source_endings: WordSet
    not_sources: WordSet

    @property
    def is_bare(self) -> bool:
        """Whether neither articles nor endings tell of a noun, and what describes it stands behind: Malay."""
        order = self.order
        told = order.names_inflect or order.caseless or order.verb_last or order.inverts or order.verb_first
        return not (self.definite or told or order.nouns_have_capitals)

    def is_role(self, key: str) -> bool:
        """Tell whether a word names a person by a role, a group, or a body that speaks."""
        bare = without_possessive(key, self.language)
        head, apostrophe, tail = bare.partition("'")
        bare = tail if apostrophe and tail and len(head) < _ELIDED else bare
        if bare in self.roles or (len(bare) > 5 and bare.endswith(self.ends.roles)):
            return True
        if not (self.order.nouns_have_capitals or self.order.names_inflect) or len(bare) < 5:
            return False
        return any(bare[:-cut] in self.role_stems and len(bare) - cut > 3 for cut in (1, 2, 3))

    def bears(self, key: str) -> bool:
        """Tell whether a word is a role that whoever is named before it bears: "Kovács János miniszter".

        One with the ending of what is owned is somebody else's: "Kovács János szóvivője".
        """
        if not self.order.roles_behind or not self.is_role(key):
            return False
        return not any(key.endswith(end) and key[: len(key) - len(end)] in self.roles for end in self.ends.owned)

    def is_oblique(self, key: str) -> bool:
        """Tell whether a word is by its ending no subject, or makes none of the noun before it."""
        ends = (*self.ends.oblique_nouns, *self.ends.obliques) if self.ends.oblique_nouns else ()
        return key in self.postpositions or (key.endswith(ends) and key not in self.roles)

    def is_oblique_name(self, key: str) -> bool:
        """Tell whether a word is by its ending a name that is no subject ("Lavrovun"), or can be no name."""
        return key.endswith(self.ends.obliques) and not self.is_role(key)

    def is_owned_role(self, key: str) -> bool:
        """Tell whether a word is a role with the ending of one that is of somebody or something: "министри"."""
        return any(key[:-cut] in self.roles for cut in (1, 2))

    def holds_subject(self, verb: str) -> bool:
        """Tell whether a pronoun hangs on a verb that is its subject, whoever stands beside it: "katanya"."""
        return verb.endswith(self.ends.own_subjects)

    def is_plural(self, key: str) -> bool:
        """Tell whether a word is by its ending a noun in the plural: "experts", no "press"."""
        ends = self.ends.plurals
        return key.endswith(ends) and not key[:-1].endswith(ends)

    def names(self, name: Name) -> bool:
        """Tell whether a name is one for certain, or as certain as a language with capital nouns lets it be."""
        return name.sure or self.order.nouns_have_capitals

    def is_complement(self, name: Name) -> bool:
        """Tell whether a name right behind a role is what the office is for, by its case: "ministrul Muncii"."""
        first, language = name.words[0], self.language
        given = may_be_given(first, language) and not may_be_of_place(first, language)  # "мэра Марии Беловой"
        return name.title is not None and not given and first.endswith(self.ends.complements_of_offices)

    def is_addressed(self, key: str, before: Sequence[str] = ()) -> bool:
        """Tell whether a word is a role or body with a preposition joined to it: "ליושב".

        Right behind a role, with an adjective between or none, it says what the role is for: "المدير العام للشركة".
        """
        if key in self.addressees:
            return True
        if any(word in self.roles for word in before):
            return False
        if key in self.roles:
            return False
        return any(key.startswith(joined) and key.removeprefix(joined) in self.roles for joined in self.ends.prefixes)

    def holds_conjunction(self, key: str, *, leads: bool = False) -> bool:
        """Tell whether a conjunction hangs on the front of a word, before an article or a small word: "שהגשר", "שלא".

        On a word that `leads`, right behind its cue, it may hang before a verb: "שיתפטר".
        """
        if not key.startswith(self.ends.hung) or key in self.roles:
            return False
        starts = self.ends.articles + (self.ends.hung_on if leads else ())
        small = (self.subjects, self.prepositions, self.determiners, self.adverbs, self.finite, self.roles)
        for conjunction in self.ends.hung:
            rest = key.removeprefix(conjunction)
            if rest != key and (rest.startswith(starts) or any(rest in words for words in small)):
                return len(rest) > 1
        return False

    def is_person_behind(self, keys: Sequence[str]) -> bool:
        """Tell whether words behind a verb begin with what makes it reflexive and a noun for a person: "се докер"."""
        if len(keys) < 2 or keys[0] not in self.reflexive_clitics:
            return False
        small = self.breaks | self.adjuncts | self.determiners | self.pronouns
        return keys[1] not in small and keys[1].endswith(self.ends.persons)

    def closes_phrase(self, key: str) -> bool:
        """Tell whether a noun phrase cannot go on with this word."""
        if key in self.breaks:
            return True
        if key in self.links or key in self.determiners:
            return False
        return key in self.who or self.is_adverb(key)

    def is_adverb(self, key: str) -> bool:
        """Tell whether a word may stand between a speaker and the cue without belonging to either."""
        return key in self.adverbs or (len(key) > 4 and key.endswith(self.ends.adverbs) and key not in self.roles)

    def is_manner(self, key: str) -> bool:
        """Tell whether a word says how, or how much later, between a verb and who speaks behind it: "riendo"."""
        return key in self.manner or (len(key) > 4 and key.endswith(self.ends.manner) and key not in self.roles)

    def opens_clause(self, key: str) -> bool:
        """Tell whether a word is a conjunction, or begins with one that is elided: "qu'il"."""
        return is_among(key, self.conjunctions)


@lru_cache(maxsize=64)
def load_grammar(language: Language) -> Grammar:
    """Return the grammar of `language`."""
    return Grammar(language, load_order(language), load_endings(language), **load_classes(language))
