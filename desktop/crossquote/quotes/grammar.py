"""The grammar of a language: its small words, pronouns and titles by class, their endings, and how it orders words.

Each class of words stands once in the lexicon; a class that holds another is made of it here.
"""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from types import MappingProxyType

from msgspec import Struct

from crossquote.language.language import Language
from crossquote.text.dates import load_calendar
from crossquote.text.names import Name
from crossquote.text.possessives import without_possessive
from crossquote.text.words import fold

_ELIDED = 3
"""An article that hangs on its noun has fewer letters than this ("l'ingénieure")."""

WordSet = frozenset[str]


class WordOrder(Struct, frozen=True):
    """How a language orders its words and marks them.

    `commas`: a comma must stand before a reported clause; `some_commas`: it may, or not (Danish); `bare_questions`:
    it need not before a question (Bulgarian), `bare_sources`: nor behind a source (Macedonian); `inverts`: a subject
    may follow its verb, or stand before one that is put in between commas (`inserts_subjects`: Finnish). The verb may
    open its clause (Arabic), stand second (German) or close it (Turkish). `caseless` scripts have no capitals.
    """

    commas: bool
    some_commas: bool
    bare_questions: bool
    bare_sources: bool
    inverts: bool
    verb_first: bool
    verb_second: bool
    verb_last: bool
    drops_pronouns: bool
    inserts_subjects: bool
    article_means_noun: bool
    nouns_have_capitals: bool
    names_inflect: bool
    caseless: bool
    roles_behind: bool


class Endings(Struct, frozen=True):
    """The endings that tell a word's class; empty where they tell nothing."""

    adverbs: tuple[str, ...]
    adjectives: tuple[str, ...]
    participles: tuple[str, ...]
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
    obliques: tuple[str, ...]
    men: tuple[str, ...]
    women: tuple[str, ...]
    oblique_nouns: tuple[str, ...]
    owned: tuple[str, ...]
    complements_of_offices: tuple[str, ...]
    persons: tuple[str, ...]
    owners: tuple[str, ...]
    questions: tuple[str, ...]
    prefixes: tuple[str, ...]
    hung: tuple[str, ...]
    articles: tuple[str, ...]
    hung_on: tuple[str, ...]


class Grammar(Struct, frozen=True):
    """What the lexicon of a language says of the words in and around a clause that reports; all of them folded.

    The schema of lexicons tells what each class is. Made here: `breaks` are all words that end a phrase, `adjuncts`
    all that open what may stand between a cue and its clause; `speakers` are pronouns that can be the subject of a
    cue, `contracted` those with their verb ("he's"), `who` relative pronouns that can, `relatives` all of those;
    `ambiguous` are one and many, as German "sie"; `times`
    names of days and months.
    """

    language: Language
    order: WordOrder
    ends: Endings
    # What opens and joins clauses.
    conjunctions: WordSet
    questions: WordSet
    coordinators: WordSet
    subordinators: WordSet
    breaks: WordSet
    who: WordSet
    relatives: WordSet
    as_words: WordSet
    asides: WordSet
    anaphors: WordSet
    thus: WordSet
    relative_anaphors: WordSet
    correlates: WordSet
    particles: WordSet
    # What stands in a phrase and around it.
    determiners: WordSet
    prepositions: WordSet
    joined_articles: WordSet
    adjuncts: WordSet
    links: WordSet
    postpositions: WordSet
    linkers: WordSet
    adverbs: WordSet
    agents: WordSet
    absolutes: WordSet
    places: WordSet
    views: WordSet
    times: WordSet
    # Verbs, and what stands beside them.
    finite: WordSet
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
    gerunds: WordSet
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
    reflexive_clitics: WordSet
    reflexive_auxiliaries: WordSet
    obliques: WordSet
    nominative: WordSet
    possessive: WordSet
    own: WordSet
    additive: WordSet
    senders: WordSet
    owned: WordSet
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
    # Titles, bodies and sources.
    roles: WordSet
    honorifics: WordSet
    former: WordSet
    role_stems: WordSet
    groups: WordSet
    men: WordSet
    women: WordSet
    nobility: WordSet
    source_prepositions: WordSet
    sources: WordSet
    source_endings: WordSet
    not_sources: WordSet

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

    def names(self, name: Name) -> bool:
        """Tell whether a name is one for certain, or as certain as a language with capital nouns lets it be."""
        return name.sure or self.order.nouns_have_capitals

    def is_complement(self, name: Name) -> bool:
        """Tell whether a name right behind a role is what the office is for, by its case: "ministrul Muncii"."""
        return name.title is not None and name.words[0].endswith(self.ends.complements_of_offices)

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
        starts = self.ends.articles + (self.ends.hung_on if leads else ())
        small = self.subjects | self.prepositions | self.determiners | self.adverbs | self.finite | self.roles
        for conjunction in self.ends.hung:
            rest = key.removeprefix(conjunction)
            if rest != key and key not in self.roles and (rest in small or rest.startswith(starts)):
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
        return key in self.adverbs or (len(key) > 4 and key.endswith(self.ends.adverbs))


_CLASSES: Mapping[str, Sequence[str]] = MappingProxyType(
    {
        "conjunctions": ["cues.conjunctions"],
        "questions": ["cues.questions"],
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
        "asides": ["clauses.asides"],
        "anaphors": ["clauses.anaphors"],
        "thus": ["clauses.thus"],
        "relative_anaphors": ["clauses.relative_anaphors"],
        "correlates": ["clauses.correlates"],
        "particles": ["clauses.particles"],
        "determiners": ["function_words.determiners"],
        "prepositions": ["function_words.prepositions"],
        "joined_articles": ["function_words.joined_articles"],
        "adjuncts": ["clauses.adjuncts", "function_words.prepositions", "function_words.adverbs"],
        "links": ["function_words.links"],
        "postpositions": ["function_words.postpositions"],
        "linkers": ["clauses.linkers", "function_words.links"],
        "adverbs": ["function_words.adverbs"],
        "agents": ["function_words.agents"],
        "absolutes": ["function_words.absolutes"],
        "places": ["function_words.places"],
        "views": ["function_words.views"],
        "times": ["clauses.times"],
        "finite": ["clauses.finite"],
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
        "gerunds": ["clauses.gerunds"],
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
        "roles": ["titles.honorifics", "titles.roles", "titles.plural_roles", "titles.bodies"],
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


@lru_cache(maxsize=64)
def load_grammar(language: Language) -> Grammar:
    """Return the grammar of `language`."""

    def words(*places: str) -> WordSet:
        return frozenset(fold(word).removesuffix(".") for word in _texts(language, places))

    classes = {name: words(*places) for name, places in _CLASSES.items()}
    one, many = (frozenset(map(fold, language.lexicon.texts("pronouns", key))) for key in ("feminine", "plural"))
    classes["ambiguous"] = one & many
    classes["personal"] = classes["masculine"] | classes["feminine"] | classes["many"] | classes["neuter"]
    classes["nominative"] = classes["personal"] - classes["obliques"] - classes["determiners"]
    hung = (word for word in classes["finite"] if "'" in word)
    classes["contracted"] = frozenset(word for word in hung if word.partition("'")[0] in classes["speakers"])
    classes["nominative"] |= classes["contracted"]
    classes["pronouns"] = classes["speakers"] | classes["contracted"] | classes["neuter"] | classes["indefinite"]
    classes["neuter"] -= classes["masculine"] | classes["feminine"] | classes["many"]
    roles = classes["roles"]
    classes["role_stems"] = roles | {role[:-1] for role in roles if len(role) > 5}
    classes["roles"] = roles | {role.rsplit(None, 1)[-1] for role in roles}
    calendar = load_calendar(language)
    classes["times"] |= frozenset(calendar.weekdays) | frozenset(calendar.months)
    return Grammar(language, load_order(language), _endings(language), **classes)


def load_order(language: Language) -> WordOrder:
    """Return how `language` orders its words."""
    text = language.lexicon.text
    traits = language.lexicon.texts("clauses", "traits")
    return WordOrder(
        commas="commas" in traits,
        some_commas="some commas" in traits,
        bare_questions="bare questions" in traits,
        bare_sources="bare sources" in traits,
        inverts="inverts" in traits,
        verb_first="verb first" in traits,
        verb_second=text("function_words", "order") == "verb second",
        verb_last=text("function_words", "order") == "verb last",
        drops_pronouns=text("function_words", "pronouns") == "dropped",
        inserts_subjects=text("marks", "insertions") == "commas, subjects",
        article_means_noun=text("function_words", "after_article") == "noun",
        nouns_have_capitals=text("names", "nouns") == "capital",
        names_inflect=text("names", "cases") == "yes",
        caseless=text("names", "capitals") == "none",
        roles_behind=text("titles", "behind") == "yes",
    )


def _endings(language: Language) -> Endings:
    def ends(*places: str) -> tuple[str, ...]:
        return tuple(map(fold, _texts(language, places)))

    return Endings(
        adverbs=ends("function_words.adverb_ends"),
        adjectives=ends("function_words.adjective_ends"),
        participles=ends("function_words.participle_ends"),
        finite=ends("clauses.finite_endings"),
        infinitives=ends("clauses.infinitive_endings"),
        complements=ends("clauses.complement_endings"),
        roles=ends("titles.role_ends", "titles.body_ends"),
        sources=ends("clauses.sources"),
        past=ends("clauses.past_endings"),
        plurals=ends("clauses.plural_endings"),
        joined=ends("clauses.joined_endings"),
        bare=ends("clauses.bare_endings"),
        subjunctive=ends("clauses.subjunctive_endings"),
        indicative=ends("clauses.indicative_endings"),
        genitives=ends("clauses.genitive_endings"),
        possessives=ends("names.possessives"),
        obliques=ends("names.oblique_ends"),
        men=ends("names.masculine_ends"),
        women=ends("names.feminine_ends"),
        oblique_nouns=ends("function_words.oblique_ends"),
        owned=ends("titles.owned_ends"),
        complements_of_offices=ends("titles.complement_ends"),
        persons=ends("titles.person_ends"),
        owners=ends("clauses.owner_endings"),
        questions=ends("clauses.question_endings"),
        prefixes=ends("function_words.joined_prepositions"),
        hung=ends("cues.joined_conjunctions"),
        articles=ends("titles.joined_articles"),
        hung_on=ends("cues.joined_starts"),
    )


def _texts(language: Language, places: Sequence[str]) -> list[str]:
    return [text for place in places for text in language.lexicon.texts(*place.split("."))]
