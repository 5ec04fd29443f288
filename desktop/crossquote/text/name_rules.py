"""What a language's lexicon says of names: how they begin, what stands inside, before and behind them."""

from functools import lru_cache

import regex
from msgspec import Struct

from crossquote.language.language import Language
from crossquote.text.possessives import in_print, possessive_pattern
from crossquote.text.words import fold

_SHORT = 3
"""A small word of no more letters may be part of a name where it opens a sentence."""
_CASE = 2
"""So many letters has the ending of a case at most, behind a name after the father."""
_VOWELS = "ао"
_PART = r"\p{Lu}(?:[\p{L}\p{M}\p{N}]|['’ʼ\-‐‑](?=[\p{L}\p{N}])|(?<=\p{Lu})&(?=\p{Lu})|(?<!\p{L}\p{Ll}{2})\.(?=\p{Lu}))*"
_SMALL = r"[\p{Ll}\p{Lo}][\p{L}\p{M}'’\-]*"


class NameRules(Struct, frozen=True):
    """What a language's lexicon says of names.

    `small` are words that have a capital only where they open a sentence: "Además Roe", "Ранее Роу". `surnames` are
    those that never have one inside a sentence, and are a last name if they do: "Weil". There are such only where all
    nouns have one: elsewhere a headline gives capitals to small words, too. `behind_given` are such words that may be
    one behind a given name ("Брюс Ли"). `opening` are the last names that a text shows to begin with a particle,
    `called` and `of_roles` the months and the roles that it shows to be last names.
    """

    particles: frozenset[str]
    inner_particles: frozenset[str]
    additive: frozenset[str]
    never: frozenset[str]
    months: frozenset[str]
    before_months: frozenset[str]
    titles: frozenset[str]
    bodies: frozenset[str]
    departments: frozenset[str]
    body_stems: frozenset[str]
    title_stems: frozenset[str]
    title_ends: tuple[str, ...]
    adjective_ends: tuple[str, ...]
    verb_ends: tuple[str, ...]
    patronymics: tuple[str, ...]
    seat_ends: tuple[str, ...]
    trade_ends: tuple[str, ...]
    opening_trades: tuple[str, ...]
    complement_ends: tuple[str, ...]
    oblique_ends: tuple[str, ...]
    surname_ends: tuple[str, ...]
    nouns_have_capitals: bool
    cases: bool
    small: frozenset[str]
    surnames: frozenset[str]
    given: frozenset[str]
    behind_given: frozenset[str]
    prepositions: frozenset[str]
    determiners: frozenset[str]
    plural_ends: tuple[str, ...]
    bare: bool
    longest_title: int
    elided: tuple[str, ...]
    elided_links: tuple[str, ...]
    prefixes: tuple[str, ...]
    word: regex.Pattern[str]
    possessive: regex.Pattern[str]
    called_by_first: bool
    opening: frozenset[tuple[str, str]] = frozenset()
    called: frozenset[str] = frozenset()
    of_roles: frozenset[str] = frozenset()

    @property
    def before_names(self) -> frozenset[str]:
        """Small words behind which a month is one, and no name: "in May", "last May"."""
        return self.prepositions | self.determiners | self.particles | self.before_months

    def begins_name(self, word: str) -> bool:
        """Tell whether a word begins as a name does: with a capital, behind what may stand joined before it."""
        return self.unelided(word)[:1].isupper() or word.startswith(self.prefixes)

    def unelided(self, word: str) -> str:
        """Return a word without the short word that is elided before it: "Arc" of "d'Arc"."""
        if not word.startswith(self.elided):
            return word
        return word[next(len(start) for start in self.elided if word.startswith(start)) :]

    def own_text(self, name: str) -> str:
        """Return a full name without what is elided before it: "Édouard Roux" of "d'Édouard Roux"."""
        return self.unelided(name) if " " in name and name[:1].islower() else name

    def is_body(self, key: str) -> bool:
        """Tell whether a word is a body, in whatever case: all but its ending is what a body begins with."""
        return key in self.bodies or any(
            key[:cut] in self.body_stems for cut in range(max(4, len(key) - 2), len(key) + 1)
        )

    def is_patronymic(self, key: str) -> bool:
        """Tell whether a word is a name after the father, in whatever case: "Ивановича", "Петрівни"."""
        stems = tuple(end[:-1] if end[-1] in _VOWELS else end for end in self.patronymics)
        return any(key[: len(key) - cut].endswith(stems) for cut in range(_CASE + 1))

    def is_given(self, key: str) -> bool:
        """Tell whether a word is a given name that has forms, or begins with one and a hyphen: "Jean-Luc"."""
        return key.partition("-")[0] in self.given

    def is_title(self, key: str) -> bool:
        """Tell whether a word or phrase is a title, an honorific or a role."""
        bare = self.unelided(key.removesuffix("."))  # "L'alcalde Joan Roig"
        if bare in self.of_roles:
            return False
        cuts = (1, 2, 3) if self.patronymics else (1, 2) if self.nouns_have_capitals else ()
        surname = bare.endswith(self.patronymics)  # "Kraljić" is no king
        if len(bare) > 5 and not surname and any(bare[:-cut] in self.titles for cut in cuts):
            return True
        if bare[:-1] in self.title_stems or (self.cases and len(bare) == _SHORT + 1 and bare[:-1] in self.titles):
            return True  # "представителя", "главы", "мэра"
        return bare in self.titles or (len(bare) > 5 and bare.endswith(self.title_ends))


@lru_cache(maxsize=64)
def load_name_rules(language: Language) -> NameRules:
    """Return what the lexicon of `language` says of names."""
    text = language.lexicon.text

    def listed(section: str, *keys: str) -> tuple[str, ...]:
        return tuple(fold(word) for key in keys for word in language.lexicon.texts(section, key))

    roles = () if text("titles", "behind") == "yes" else ("roles",)
    described = () if text("titles", "behind") == "yes" else ("described_men", "described_women")
    titles = frozenset(title.removesuffix(".") for title in listed("titles", "honorifics", *roles, *described))
    never, prepositions = frozenset(listed("names", "never")), frozenset(listed("function_words", "prepositions"))
    adverbs, subordinators = listed("function_words", "adverbs"), listed("clauses", "subordinators")
    nouns_have_capitals = text("names", "nouns") == "capital"
    determiners = frozenset(listed("function_words", "determiners"))
    joining = listed("cues", "additive", "coordinators")
    others = (*listed("clauses", "finite", "particles"), *determiners)
    articles = frozenset((*listed("titles", "definite"), *listed("function_words", "indefinite")))
    articles = articles.intersection(determiners) or frozenset(determiners)
    elided = tuple(word for short in language.lexicon.texts("names", "elided") for word in in_print(short))
    small = () if nouns_have_capitals else subordinators
    cases = text("names", "cases") == "yes"
    vowels = tuple(end for end in listed("names", "vowels") if len(end) == 1) if cases else ()
    return NameRules(
        particles=frozenset(listed("names", "particles")),
        inner_particles=frozenset(listed("names", "inner_particles")),
        additive=frozenset(listed("cues", "additive")),
        never=never,
        months=frozenset(listed("names", "month_names")),
        before_months=frozenset(listed("dates", "before_months")),
        titles=titles,
        bodies=frozenset(listed("titles", "bodies")),
        departments=frozenset(listed("titles", "departments")),
        body_stems=frozenset(form for body in listed("titles", "bodies") for form in (body, body[:-1])),
        title_stems=frozenset(
            title[:-1] for title in titles if vowels and title.endswith(vowels) and len(title) > _SHORT
        ),
        title_ends=listed("titles", "role_ends"),
        adjective_ends=listed("names", "adjective_ends"),
        verb_ends=listed("names", "verb_ends"),
        patronymics=listed("names", "patronymics"),
        oblique_ends=listed("names", "oblique_ends"),
        surname_ends=listed("names", "masculine_ends", "feminine_ends"),
        seat_ends=listed("names", "seat_ends"),
        trade_ends=listed("names", "trade_ends"),
        complement_ends=listed("titles", "complement_ends"),
        opening_trades=listed("names", "opening_trades"),
        nouns_have_capitals=nouns_have_capitals,
        cases=cases,
        small=frozenset((*listed("names", "openers"), *listed("cues", "labels"))).union(
            word for word in (*adverbs, *small) if len(word) > _SHORT
        ),
        surnames=never & prepositions.union(adverbs, subordinators) if nouns_have_capitals else frozenset(),
        given=frozenset(form for name in listed("names", "given") for form in name.split()),
        behind_given=never & prepositions.union(adverbs, subordinators, joining, others) - articles,
        prepositions=prepositions,
        determiners=determiners,
        plural_ends=listed("clauses", "plural_endings"),
        bare=text("names", "bare") == "yes",
        longest_title=max((len(title.split()) for title in titles), default=1),
        elided=elided,
        elided_links=tuple(word for word in elided if fold(word) not in determiners),
        prefixes=language.lexicon.texts("names", "prefixes"),
        word=_word_pattern(language),
        possessive=possessive_pattern(language),
        called_by_first=text("names", "called") == "first",
    )


def _word_pattern(language: Language) -> regex.Pattern[str]:
    """Return the pattern of a word, with what the language joins to the beginning of a name."""
    elided = [rf"(?i:{regex.escape(short[:-1])})['’]" for short in language.lexicon.texts("names", "elided")]
    joined = [*elided, *map(regex.escape, language.lexicon.texts("names", "prefixes"))]
    named = "".join(f"{start}{_PART}|" for start in joined)
    return regex.compile(rf"(?<![\p{{L}}\p{{N}}'’@#])(?:{_PART}|{named}{_SMALL})(?:(?<=\b\p{{Lu}})\.)?")
