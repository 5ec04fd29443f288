"""Noun phrases: where the people and bodies that could be speaking are named in a clause.

No parser: a phrase begins with a pronoun, a name, a determiner or a word for a role, where no preposition governs
it, and ends before the next preposition that does not belong to it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import islice

import regex

from crossquote.language.language import Language
from crossquote.model.span import Span, hull
from crossquote.quotes.scene import BLOT, Scene
from crossquote.text.names import Name
from crossquote.text.words import Word, fold

_LONGEST = 12
_ELIDED = 3
"""An article that hangs on its noun has fewer letters than this ("l'ingénieure")."""
_STOP = regex.compile(rf"[,;:()\[\]{BLOT}…]|[!?](?=\s|$)|\s[—–-]+(?=\s)|—|--")


_MOST_CLAUSES = 60


@dataclass(frozen=True, slots=True)
class PhraseRules:
    """What a language's lexicon says of the words in and around a noun phrase."""

    pronouns: frozenset[str]
    speakers: frozenset[str]
    obliques: frozenset[str]
    ambiguous: frozenset[str]
    relative: frozenset[str]
    indefinite: frozenset[str]
    determiners: frozenset[str]
    prepositions: frozenset[str]
    links: frozenset[str]
    breaks: frozenset[str]
    adverbs: frozenset[str]
    adverb_ends: tuple[str, ...]
    roles: frozenset[str]
    role_ends: tuple[str, ...]
    role_stems: frozenset[str]
    agents: frozenset[str]
    absolutes: frozenset[str]
    participle_ends: tuple[str, ...]
    article_means_noun: bool
    quoting: frozenset[str]
    expletives: frozenset[str]
    drops_pronouns: bool
    places: frozenset[str]
    reportive: frozenset[str]
    views: frozenset[str]
    homographs: frozenset[str]
    nobility: frozenset[str]
    groups: frozenset[str]
    adjective_ends: tuple[str, ...]
    nouns_have_capitals: bool
    verb_second: bool
    verb_last: bool
    sources: frozenset[str]
    names_inflect: bool
    caseless: bool

    def is_role(self, key: str) -> bool:
        """Tell whether a word names a person by a role, a group, or a body that speaks."""
        bare = key.removesuffix("'s").removesuffix("’s")
        head, apostrophe, tail = bare.partition("'")
        bare = tail if apostrophe and tail and len(head) < _ELIDED else bare
        if bare in self.roles or (len(bare) > 5 and bare.endswith(self.role_ends)):
            return True
        if not (self.nouns_have_capitals or self.names_inflect) or len(bare) < 5:
            return False
        return any(bare[:-cut] in self.role_stems and len(bare) - cut > 3 for cut in (1, 2, 3))

    def names(self, name: Name) -> bool:
        """Tell whether a name is one for certain, or as certain as a language with capital nouns lets it be."""
        return name.sure or self.nouns_have_capitals

    def closes_phrase(self, key: str) -> bool:
        """Tell whether a noun phrase cannot go on with this word."""
        if key in self.breaks:
            return True
        if key in self.links or key in self.determiners:
            return False
        return key in self.relative or self.is_adverb(key)

    def is_adverb(self, key: str) -> bool:
        """Tell whether a word may stand between a speaker and the cue without belonging to either."""
        return key in self.adverbs or (len(key) > 4 and key.endswith(self.adverb_ends))


@lru_cache(maxsize=64)
def load_phrase_rules(language: Language) -> PhraseRules:
    """Return the rules of `language`."""

    def words(section: str, *keys: str) -> frozenset[str]:
        return frozenset(fold(word).removesuffix(".") for key in keys for word in language.lexicon.texts(section, key))

    roles = words("titles", "honorifics", "roles", "plural_roles", "bodies")
    ends = (*language.lexicon.texts("titles", "role_ends"), *language.lexicon.texts("titles", "body_ends"))
    return PhraseRules(
        pronouns=words("pronouns", "masculine", "feminine", "plural", "neuter", "speaker", "indefinite"),
        speakers=words("pronouns", "masculine", "feminine", "plural", "speaker"),
        obliques=words("pronouns", "oblique_masculine", "oblique_feminine", "oblique_plural"),
        ambiguous=words("pronouns", "feminine") & words("pronouns", "plural"),
        relative=words("pronouns", "relative"),
        indefinite=words("pronouns", "indefinite"),
        determiners=words("function_words", "determiners"),
        prepositions=words("function_words", "prepositions"),
        links=words("function_words", "links"),
        breaks=words("function_words", "breaks"),
        adverbs=words("function_words", "adverbs"),
        adverb_ends=tuple(fold(end) for end in language.lexicon.texts("function_words", "adverb_ends")) or ("\0",),
        roles=roles | {role.rsplit(None, 1)[-1] for role in roles},
        role_stems=roles | {role[:-1] for role in roles if len(role) > 5},
        role_ends=tuple(fold(end) for end in ends) or ("\0",),
        absolutes=words("function_words", "absolutes"),
        participle_ends=tuple(language.lexicon.texts("function_words", "participle_ends")) or ("\0",),
        article_means_noun=language.lexicon.text("function_words", "after_article") == "noun",
        agents=words("function_words", "agents"),
        quoting=words("function_words", "quoting"),
        places=words("function_words", "places"),
        expletives=words("function_words", "expletives"),
        reportive=words("function_words", "reportive"),
        groups=words("titles", "plural_roles"),
        nobility=words("names", "particles"),
        homographs=frozenset(language.lexicon.texts("clauses", "homographs")),
        views=words("function_words", "views"),
        adjective_ends=tuple(language.lexicon.texts("function_words", "adjective_ends")) or ("\0",),
        nouns_have_capitals=language.lexicon.text("names", "nouns") == "capital",
        caseless=language.lexicon.text("names", "capitals") == "none",
        names_inflect=language.lexicon.text("names", "cases") == "yes",
        drops_pronouns=language.lexicon.text("function_words", "pronouns") == "dropped",
        verb_last=language.lexicon.text("function_words", "order") == "verb last",
        sources=words("clauses", "source_prepositions"),
        verb_second=language.lexicon.text("function_words", "order") == "verb second",
    )


@dataclass(frozen=True, slots=True)
class Clause:
    """A stretch of words without a comma inside, with the names in it."""

    span: Span
    text: str
    words: tuple[Word, ...]
    names: tuple[Name, ...]
    cues: frozenset[int]

    def with_words(self, words: Sequence[Word]) -> "Clause":
        """Return this clause with only some of its words."""
        return replace(self, words=tuple(words))

    def capital(self, index: int) -> bool:
        """Tell whether a word begins with a capital."""
        return self.text[self.words[index].span.start].isupper()


def cut_clauses(scene: Scene, span: Span) -> list[Clause]:
    """Return the stretches of `span` between commas and other marks; empty ones stand too, as empty clauses.

    Nobody reads a sentence of more than so many clauses: what follows them is left out.
    """
    edges = [span.start]
    for match in islice(_STOP.finditer(scene.masked, span.start, span.end), _MOST_CLAUSES):
        edges.extend((match.start(), match.end()))
    edges.append(span.end)
    pieces = [Span(edges[i], max(edges[i], edges[i + 1])) for i in range(0, len(edges), 2)]
    return [_clause(scene, piece) for piece in pieces]


def _clause(scene: Scene, span: Span) -> Clause:
    cues = frozenset(cue.span.start for cue in scene.cues_in(span) if cue.verb)
    return Clause(span, scene.masked, tuple(scene.words_in(span)), tuple(scene.names_in(span)), cues)


def phrases(clause: Clause, rules: PhraseRules, *, governed: bool = False) -> Iterator[Span]:
    """Yield the noun phrases of a clause, from left to right; those after a preposition only where `governed`."""
    index = 0
    words = clause.words
    while index < len(words):
        if not _begins(clause, index, rules):
            index += 1
            continue
        end = _end(clause, index, rules)
        lone = end == index + 1 and words[index].key in rules.determiners and words[index].key not in rules.pronouns
        if not lone and (governed or not _governed(words, index, rules)):
            yield Span(words[index].span.start, words[end - 1].span.end)
        index = end


def _begins(clause: Clause, index: int, rules: PhraseRules) -> bool:
    """Tell whether a phrase begins with this word."""
    word = clause.words[index]
    if word.key in rules.pronouns or word.key in rules.determiners or rules.is_role(word.key):
        return True
    return any(_whole(name).start <= word.span.start < _whole(name).end for name in clause.names if rules.names(name))


def _whole(name: Name) -> Span:
    """Return where a name stands with its title."""
    return hull((name.title, name.span)) if name.title else name.span


def _governed(words: Sequence[Word], index: int, rules: PhraseRules) -> bool:
    """Tell whether a preposition stands right before the phrase."""
    before = index - 1
    reach = before - 3 if rules.nouns_have_capitals else before
    while before >= 0 and (words[before].key in rules.determiners or (before > reach and _small(words[before], rules))):
        before -= 1
    return before >= 0 and words[before].key in rules.prepositions


def _small(word: Word, rules: PhraseRules) -> bool:
    """Tell whether a word may be an adjective between a preposition and its noun."""
    return word.key not in rules.prepositions and word.key.endswith(rules.adjective_ends)


def _end(clause: Clause, index: int, rules: PhraseRules) -> int:
    """Return the index after the last word of the phrase that begins at `index`."""
    words = clause.words
    if words[index].key in rules.speakers:
        return index + 1
    end = index + 1
    while end < len(words) and end - index < _LONGEST:
        key = words[end].key
        if key in rules.prepositions and key not in rules.links:
            break
        if rules.closes_phrase(key) or (words[end].span.start in clause.cues and not rules.is_role(key)):
            break
        if _name_ends(clause, end, rules):
            break
        noun = clause.capital(end - 1) and words[end - 1].key not in rules.determiners
        if rules.nouns_have_capitals and noun and not clause.capital(end) and key not in rules.links:
            break
        end += 1
    while end - 1 > index and words[end - 1].key in rules.links | rules.determiners:
        end -= 1
    return end


def _name_ends(clause: Clause, index: int, rules: PhraseRules) -> bool:
    """Tell whether a name stands right before a small word that no role follows: it is the end of its phrase."""
    words = clause.words
    if clause.capital(index) or _is_base(words[index].key, rules) or words[index].key in rules.links:
        return False
    before = words[index - 1].span
    if not any(
        name.span.end == before.end and name.sure and (rules.names_inflect or name.title or " " in name.key)
        for name in clause.names
    ):
        return False
    for at in range(index, min(index + 3, len(words))):
        if words[at].key in rules.determiners:
            return True
        if _is_base(words[at].key, rules) or clause.capital(at):
            return False
    return True


def _is_base(key: str, rules: PhraseRules) -> bool:
    """Tell whether a word is a role, and not in another case as the one who is told something is."""
    return key in rules.roles if rules.names_inflect else rules.is_role(key)


def speaks(scene: Scene, mention: Span, rules: PhraseRules) -> bool:
    """Tell whether a mention is a name, a pronoun or a role: somebody who can speak."""
    if any(name.sure for name in scene.names_in(mention)):
        return True
    return any(word.key in rules.speakers or rules.is_role(word.key) for word in scene.words_in(mention))


def head_name(scene: Scene, phrase: Span, rules: PhraseRules) -> Name | None:
    """Return the name that a phrase itself bears: its last before "of" or "for", where no role follows it.

    The name in "a spokesman for Jane Doe", "the US president" and "Doe’s lawyer" is somebody else's.
    """
    words = scene.words_in(phrase)
    stop = next((word.span.start for word in words if word.key in rules.links | rules.prepositions), phrase.end)
    names = [name for name in scene.names_in(phrase) if name.span.start < stop]
    if not names:
        return _after_office(scene, phrase, stop, rules)
    rest = [word for word in words if names[-1].span.end <= word.span.start < stop]
    modifies = any(rules.is_role(word.key) or scene.masked[word.span.start].islower() for word in rest)
    return None if modifies else names[-1]


def _after_office(scene: Scene, phrase: Span, stop: int, rules: PhraseRules) -> Name | None:
    """Return the name that closes an office with a link in it: "la ministra de Defensa Ana Pérez"."""
    if not any(rules.is_role(word.key) for word in scene.words_in(Span(phrase.start, stop))):
        return None
    last = next((name for name in scene.names_in(phrase) if name.span.end == phrase.end), None)
    parts = last.span.of(scene.text).split(" ") if last else []
    if last is None or len(parts) < 3 or not all(parts):
        return None
    start = phrase.end - len(" ".join(parts[-2:]))
    return replace(last, span=Span(start, phrase.end), key=" ".join(last.words[-2:]))
