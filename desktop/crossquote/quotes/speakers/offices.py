"""Offices: to whom an article gives a title, a role or an office, so that "the minister" can stand for a name.

A role stands right before a name ("Kremlin spokesman Dmitry Peskov"), before it with a comma ("the minister, Ana
Roe,"), or after it in commas ("Ana Roe, the minister of health,"). Where two persons fit, nobody is named.
"""

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

import regex
from msgspec import Struct

from crossquote.language.language import Language
from crossquote.model.span import Span
from crossquote.quotes.grammar import Grammar, load_grammar
from crossquote.quotes.scene import BLOT, Scene
from crossquote.text.names import Name
from crossquote.text.possessives import without_possessive
from crossquote.text.same_names import load_same_names
from crossquote.text.words import Word, fold, split_words

_REACH = 90
"""So far, in letters, from a name its role stands at most."""
_BESIDE = 4
_MOST = 4000
"""So many mentions of persons are looked at: more than an article has, few enough for a hostile text."""
_ADJACENT, _APART = 3, 7
"""So many words stand between a role and its name at most: without a comma, and with one."""
_ENDS = regex.compile(r"\s*(?:[,.;:!?)»”\"—–]|$)", regex.MULTILINE)
_ALIKE = 4
_NEAR = 12
"""So many letters before a name hold the preposition and the article that it stands under."""


class OfficeRules(Struct, frozen=True):
    """What a language says of roles: the words, the ends of compounds, articles, and which names mean the same."""

    grammar: Grammar
    roles: Mapping[str, str]
    role_ends: tuple[str, ...]
    definite: frozenset[str]
    definite_ends: tuple[str, ...]
    beside_ends: tuple[str, ...]
    alike: Mapping[str, frozenset[str]]
    head_last: bool

    def role(self, key: str) -> tuple[str, str]:
        """Return the role that a word names and what its compound adds ("kremlsprecher"); empty texts for none."""
        bare = unelided(key)
        if bare in self.roles:
            return self.roles[bare], ""
        head, hyphen, tail = bare.rpartition("-")
        if hyphen and tail in self.roles:
            return self.roles[tail], head
        if self.grammar.order.names_inflect or self.grammar.order.nouns_have_capitals:
            found = next((self.roles[bare[:-cut]] for cut in (1, 2, 3) if bare[:-cut] in self.roles), "")
            if found and len(bare) > 4:
                return found, ""
        end = max((end for end in self.role_ends if bare.endswith(end)), key=len, default="")
        return (self.roles.get(end, end), bare.removesuffix(end)) if end and len(bare) > len(end) + 1 else ("", "")

    def same(self, one: str, other: str) -> bool:
        """Tell whether two words beside a role name the same thing: "american" and "us", "russe" and "russie"."""
        if one == other or other in self.alike.get(one, ()):
            return True
        return min(len(one), len(other)) > _ALIKE and one[:_ALIKE] == other[:_ALIKE]


@lru_cache(maxsize=64)
def load_office_rules(language: Language) -> OfficeRules:
    """Return the rules of `language`."""
    grammar = load_grammar(language)
    ends = tuple(fold(end) for end in language.lexicon.texts("titles", "definite_ends"))
    known = tuple(map(fold, language.lexicon.texts("titles", "roles")))
    roles = {key: _indefinite(key, known, ends) for key in known}
    if grammar.order.names_inflect:
        roles |= {key[:-1]: key for key in tuple(roles) if len(key) > 5}
    return OfficeRules(
        grammar=grammar,
        roles=roles,
        role_ends=tuple(fold(end) for end in language.lexicon.texts("titles", "role_ends")),
        definite_ends=ends,
        definite=frozenset(map(fold, language.lexicon.texts("titles", "definite"))),
        beside_ends=tuple(language.lexicon.texts("titles", "beside_ends")),
        alike=load_same_names(language),
        head_last=language.lexicon.text("titles", "head") == "last",
    )


def _indefinite(role: str, roles: Sequence[str], ends: Sequence[str]) -> str:
    """Return the role that `role` is with its article, where that is an ending of it: "minister" for "ministeren"."""
    return next((bare for end in ends if role.endswith(end) and (bare := role.removesuffix(end)) in roles), role)


class Office(Struct, frozen=True):
    """A role and the words beside it, with the person who holds it; `told` by the article, not inside a quote."""

    role: str
    beside: frozenset[str]
    person: str
    told: bool


class Offices(Struct, frozen=True):
    """The roles that an article gives to persons by name."""

    rules: OfficeRules
    held: Sequence[Office]

    def holder(self, mention: str) -> str | None:
        """Return the one person whom a description stands for, None where nobody or several fit."""
        keys = [unelided(word.key) for word in split_words(mention)]
        words = [without_possessive(key, self.rules.grammar.language) for key in keys]
        if not words or not self._definite(words[0]):
            return None
        role, beside = read_role(words, self.rules)
        if not role:
            return None
        former, owned = self.rules.grammar.former, words[0] != keys[0]
        fitting = [office for office in self.held if office.role == role or (not beside and self._is_of(office, role))]
        if beside:
            bare = [office for office in fitting if owned and not office.beside]  # "NATO's chief" for "chief Ana Roe"
            fitting = [office for office in fitting if self._meet(beside, office.beside)] or bare
        fitting = [office for office in fitting if bool(office.beside & former) == bool(beside & former)] or [
            office for office in fitting if beside & former
        ]
        told = [office for office in fitting if office.told] or fitting
        persons = {_last(office.person): office.person for office in told}
        return next(iter(persons.values())) if len(persons) == 1 else None

    def _is_of(self, office: Office, role: str) -> bool:
        """Tell whether a role that stands last is an office's: "the minister" a defence minister's, no deputy's."""
        lead = office.role.removesuffix(f" {role}") if self.rules.head_last else office.role
        return lead != office.role and self.rules.grammar.former.isdisjoint(lead.split())

    def _definite(self, first: str) -> bool:
        rules = self.rules
        return (
            first in rules.definite or first not in rules.grammar.determiners
        ) and first not in rules.grammar.indefinite

    def _meet(self, beside: frozenset[str], other: frozenset[str]) -> bool:
        return any(self.rules.same(one, two) for one in beside for two in other)


def find_offices(scene: Scene, persons: Sequence[tuple[Name, str]]) -> Offices:
    """Return the roles that an article gives to `persons`, each a name and the fullest form of it."""
    rules = load_office_rules(scene.language)
    persons = persons[:_MOST]
    lasts = {_last(person) for _, person in persons if " " in person}
    held = [office for name, person in persons for office in _of_name(scene, name, person, rules, lasts)]
    return Offices(rules, tuple(dict.fromkeys(held)))


def _of_name(scene: Scene, name: Name, person: str, rules: OfficeRules, lasts: set[str]) -> Iterator[Office]:
    told = scene.masked[name.span.start] != BLOT
    for words in (_before(scene, name.span, rules), _after(scene, name.span, rules, lasts)):
        role, beside = read_role([unelided(word.key) for word in words], rules)
        if role:
            yield Office(role, beside, person, told)


def read_role(keys: Sequence[str], rules: OfficeRules) -> tuple[str, frozenset[str]]:
    """Return the role that stands among `keys` before a link, and the words beside it."""
    grammar = rules.grammar
    small = grammar.links | grammar.determiners | grammar.prepositions
    found, rest = "", list[str]()
    for index, key in enumerate(keys):
        if found and (not rules.head_last or key in small):
            break
        if key in grammar.links and index:
            break
        pair = " ".join(keys[index : index + 2])
        role, more = (rules.roles[pair], "") if pair in rules.roles else rules.role(key)
        if role and not (found and found.endswith(role)):
            found, rest = role, [*keys[:index], *keys[index + len(role.split()) :], more]
    return found, frozenset(word for word in rest if word and word not in small and not word[:1].isdigit())


def _before(scene: Scene, span: Span, rules: OfficeRules) -> Sequence[Word]:
    """Return the words of the role before a name, none where there is no role."""
    line = scene.line_at(span.start)
    start = min(span.start, max(line.start, span.start - _REACH))
    words = scene.page.words_in(Span(start, span.start))
    if not words:
        return ()
    gap = scene.text[words[-1].span.end : span.start].strip()
    if gap == ",":
        most = _APART if _ENDS.match(scene.text, span.end) else 0
    else:
        small = rules.grammar.links | rules.grammar.determiners | rules.grammar.prepositions
        most = _ADJACENT if not gap and words[-1].key not in small else 0
    return _role_backwards(scene.text, words, most, rules)


def _role_backwards(text: str, words: Sequence[Word], most: int, rules: OfficeRules) -> Sequence[Word]:
    """Return the words from a role to the end of `words`, which no mark and no clause parts; `most` are looked at."""
    for index in range(len(words) - 1, max(-1, len(words) - 1 - most), -1):
        if index + 1 < len(words) and text[words[index].span.end : words[index + 1].span.start].strip(" \u00a0"):
            return ()
        if rules.role(words[index].key)[0]:
            return words[_first_beside(text, words, _whole_role(words, index, rules), rules) :]
        if not _between(text, words, index, rules):
            return ()
    return ()


def _whole_role(words: Sequence[Word], index: int, rules: OfficeRules) -> int:
    """Return where a role begins that ends like another ("ingénieure en chef")."""
    joined = index > 1 and words[index - 1].key in rules.grammar.prepositions - rules.grammar.links
    return index - 2 if joined and rules.role(words[index - 2].key)[0] else index


def _between(text: str, words: Sequence[Word], index: int, rules: OfficeRules) -> bool:
    """Tell whether a word may stand between a role and its name: a place, a people, what an office is for."""
    grammar, key = rules.grammar, unelided(words[index].key)
    before = words[index - 1].key if index else ""
    if key in grammar.links or (key in grammar.determiners and before in grammar.links):
        return True
    if key in grammar.breaks | grammar.prepositions | grammar.determiners | grammar.pronouns or grammar.is_adverb(key):
        return False
    elided = key != words[index].key
    if text[words[index].span.start].isupper() or before in grammar.links | grammar.determiners or elided:
        return True
    return key in rules.alike or bool(rules.beside_ends and key.endswith(rules.beside_ends))


def _first_beside(text: str, words: Sequence[Word], index: int, rules: OfficeRules) -> int:
    """Return where the words before a role begin that belong to it."""
    grammar, first = rules.grammar, index
    stop = grammar.determiners | grammar.prepositions | grammar.breaks | grammar.pronouns | grammar.links
    while first and index - first < 3:
        key = words[first - 1].key
        if key in stop or grammar.is_adverb(key) or text[words[first - 1].span.end : words[first].span.start].strip():
            break
        first -= 1
    return first


def _after(scene: Scene, span: Span, rules: OfficeRules, lasts: set[str]) -> Sequence[Word]:
    """Return the words of the role in commas after a name, none where there is no role."""
    grammar = rules.grammar
    end = min(scene.line_at(span.start).end, span.end + _REACH)
    words = scene.page.words_in(Span(span.end, max(span.end, end)))
    if not words or scene.text[span.end : words[0].span.start].strip() != ",":
        return ()
    closed = not _stands_under(scene, span, rules)
    if not closed and " " not in span.of(scene.text) and fold(span.of(scene.text)) not in lasts:
        return ()  # "a spus miercuri, la Cluj, ministrul"
    taken: list[Word] = []
    role = False
    for word in words[: _BESIDE * 2]:
        key = unelided(word.key)
        if taken and scene.text[taken[-1].span.end : word.span.start].strip(" \u00a0"):
            break
        if not role and key in grammar.breaks | grammar.prepositions | grammar.who | grammar.speakers | grammar.links:
            return ()
        if role and (key in grammar.breaks or grammar.is_adverb(key)):
            break
        if role and key in lasts:
            return ()
        taken.append(word)
        role = role or bool(rules.role(key)[0])
        if not role and len(taken) > _BESIDE:
            return ()
    ends = role and (closed or _ENDS.match(scene.text, taken[-1].span.end) is not None)
    return tuple(taken) if ends and not _is_titled(scene, taken) else ()


def _is_titled(scene: Scene, words: Sequence[Word]) -> bool:
    """Tell whether words are another's name with a title, and no office: "Tom Hill, Minister Weber and others"."""
    grammar = scene.grammar
    small = (grammar.links | grammar.prepositions) - grammar.nobility
    titled = (
        name for name in scene.names_in(Span(words[0].span.start, words[-1].span.end)) if name.title and name.sure
    )
    return any(small.isdisjoint(word.key for word in scene.page.words_in(name.span)) for name in titled)


def _stands_under(scene: Scene, span: Span, rules: OfficeRules) -> bool:
    """Tell whether a preposition stands right before a name: it may be where, and the role whoever does something.

    "At Stone House, the mayor admitted", "outside 12 Mill Street, the mayor", but "with Ana Roe, the mayor, ".
    """
    grammar = rules.grammar
    start = max(scene.sentence_at(span.start).start, span.start - _NEAR)
    before = scene.page.words_in(Span(min(start, span.start), span.start))
    led = (word.key for word in reversed(before) if word.key not in grammar.determiners and not word.key.isdigit())
    small = next(led, "")
    return small in grammar.prepositions or (bool(before) and before[-1].key in grammar.joined_articles)


def unelided(key: str) -> str:
    """Return a word without the article that hangs on it ("l'ingénieure")."""
    head, apostrophe, tail = key.partition("'")
    return tail if apostrophe and len(head) < 3 and tail else head + apostrophe + tail


def _last(person: str) -> str:
    return fold(person).rsplit(maxsplit=1)[-1]
