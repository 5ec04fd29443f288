"""Named: the people whom an article names, in full and by what it says short of that."""

from collections import Counter
from collections.abc import Container, Mapping, Sequence
from functools import lru_cache

from msgspec import Struct
from msgspec.structs import replace

from crossquote.language.language import Language
from crossquote.model.span import Span
from crossquote.progress import Step, Work, gather
from crossquote.quotes.grammar import Grammar
from crossquote.quotes.scene import Scene
from crossquote.quotes.speakers.first_forms import first_form
from crossquote.quotes.speakers.genders import gender_of_title, genders_of_given, note_gender
from crossquote.quotes.speakers.head_names import is_seat
from crossquote.text.behind_names import tells_family
from crossquote.text.name_rules import load_name_rules
from crossquote.text.names import Name
from crossquote.text.same_names import load_same_names
from crossquote.text.short_forms import is_part_of_body, is_short_form
from crossquote.text.words import fold

_FULL = 2
"""So many words has a full name."""
_OFFICE = 50
"""So far before a name, in letters, its title is looked at."""
_FORMER = 3
"""So many words stand from "former" to the title that it goes with."""
_OWNED = 3
"""So many words before a name say whose wife somebody is: "his", an adjective and a noun."""
_SAME_STEM = 20
_NAMES_A_STEP = 500
_BODY, _NEAR = 3, 24
_BESIDE = 8
"""So many letters stand between two names that "and" joins at most."""


class Bearer(Struct, frozen=True):
    """Who bears a last name, where that is said, and whether as somebody's: "his wife Ana Roe"."""

    start: int
    person: str
    owned: bool


class NamedPeople(Struct, frozen=True):
    """The people whom an article names.

    `full` gives the full name by the last one, `family` where all who share a last name are named, in the order of the
    text, and which of them as somebody's ("his wife Ana Roe"), `by_stem` the last names with their full ones by how
    they begin, `by_role` who alone has a role, `gender` what a title tells of a last or a full name, `given`
    what a given name tells of a full one; `again` are last
    names that stand twice or more often, `things` words with a capital that have an article somewhere, in a language
    that writes all nouns so: no names; `beside` what looks like a full name and is two last ones, with the former.
    """

    full: Mapping[str, str]
    family: Mapping[str, Sequence[Bearer]]
    by_stem: Mapping[str, Sequence[tuple[str, str]]]
    by_role: Mapping[str, str]
    gender: Mapping[str, str]
    given: Mapping[str, str]
    again: frozenset[str]
    things: frozenset[str]
    beside: Mapping[str, str]

    def full_name(self, name: Name, scene: Scene) -> str:
        """Return the fullest form that the article gives of a name."""
        if name.key in self.beside:
            return self.full.get(self.beside[name.key], own_name(scene, name))
        own = first_form(scene.page, name) or own_name(scene, name)
        base = self._base_form(name, scene.language)
        if base is not None:
            return base
        own = uninflected(own, scene.language)
        if len(name.words) > 1:
            particle = name.words[0] in scene.grammar.nobility  # "De Jonge" of "Hugo de Jonge"
            return self.full.get(name.key, own) if particle else own
        return self._inflected(name, scene.grammar) or self.of_last(name, scene) or own

    def gender_of(self, key: str) -> str:
        """Return what titles tell of a folded name, a man or a woman; nothing of a last one that several share.

        A full name tells it by the given one, if that does.
        """
        last = key.rsplit(maxsplit=1)[-1] if key else ""
        shared = last in self.family and key != last
        titled = self.gender.get(key, "") if shared else self.gender.get(last, "")
        return self.given.get(key, "") or titled

    def is_full(self, name: Name) -> bool:
        """Tell whether a name is of two words or stands for one that is."""
        return " " in self.full.get(name.key, name.key)

    def of_last(self, name: Name, scene: Scene) -> str | None:
        """Return the full name of a last one: of those who share it, who was named last before; None for nobody.

        Who was named as somebody's alone is not meant where that one is named, too: "Tom Roe came with his wife Ana
        Roe. Roe said …". Nor is "Mr. Roe" Ana, unless nobody else is named Roe before.
        """
        key = uninflected(name.key, scene.language)
        wanted = gender_of_title(name, scene)
        before = [bearer for bearer in self.family.get(key, ()) if bearer.start < name.span.start]
        before = [bearer for bearer in before if self._may_be(bearer.person, wanted)] or before
        meant = [bearer for bearer in before if not bearer.owned] or before
        person = meant[-1].person if meant else self.full.get(key)
        fits = person is None or self._may_be(person, wanted) or not _is_named_before(scene, key, person)
        return person if fits else None

    def _may_be(self, person: str, wanted: str) -> bool:
        """Tell whether a person may be a man or a woman, as `wanted`, by the given name."""
        return not wanted or self.given.get(fold(person), wanted) == wanted

    def _base_form(self, name: Name, language: Language) -> str | None:
        """Return the full name of which a name is another case by its ending ("Virtasen" of "Anna Virtanen")."""
        *given, last = name.words
        for end, base in _declined(language):
            if last.endswith(end):
                found = self.full.get(" ".join([*given, last.removesuffix(end) + base]))
                if found is not None:
                    return found
        return None

    def _inflected(self, name: Name, grammar: Grammar) -> str | None:
        """Return the full name of which a last name is another case ("Пескова" of "Песков"), where names inflect."""
        if not grammar.order.names_inflect or len(name.key) < 4:
            return None
        stem = name.key.split()[-1]
        found = [(key, full) for key, full in self.by_stem.get(stem[:4], ()) if _same_stem(stem, key)]
        return next((full for key, full in found if len(key) <= len(stem)), None)


def _is_named_before(scene: Scene, last: str, person: str) -> bool:
    """Tell whether a text names somebody by a last name alone before it names a person in full."""
    key = fold(person)
    return next((name.key for name in scene.page.names if name.key in (last, key)), key) != key


def own_name(scene: Scene, name: Name) -> str:
    """Return a name as it is printed, without what is elided before it: "d'Édouard Roux"."""
    return load_name_rules(scene.language).own_text(name.span.of(scene.text))


def _unelided(words: tuple[str, ...], language: Language) -> tuple[str, ...]:
    return (load_name_rules(language).unelided(words[0]), *words[1:]) if len(words) > 1 else words


def uninflected(name: str, language: Language) -> str:
    """Return a name in its first form, where its ending is one that names have in other cases alone ("Lavrovun")."""
    ends = ((end, base) for end, base in _declined(language, "inflected") if name.casefold().endswith(end))
    end, base = next(ends, ("", ""))
    return name[: len(name) - len(end)] + base


def in_first_form(scene: Scene, mention: Span) -> str:
    """Return a mention by the first form of its name, where an ending tells that, and names have no capitals.

    Roles before it are none of the name: "მერმა ალექსი მეშვილმა" is ალექსი მეშვილი.
    """
    text, grammar = mention.of(scene.text), scene.grammar
    first = uninflected(text, scene.language) if grammar.order.caseless else text
    words = scene.words_in(mention)
    if first == text or grammar.is_role(words[-1].key):
        return text
    roles = (at + 1 for at in range(len(words) - 1, -1, -1) if grammar.is_role(words[at].key))
    return first[words[next(roles, 0)].span.start - mention.start :]


def joined_fronts(language: Language) -> tuple[tuple[str, str], ...]:
    """Return what hangs on the front of a name as a preposition, each with what the name itself begins with."""
    return _declined(language, "joined")


def owns_behind_title(scene: Scene, name: Name) -> bool:
    """Tell whether a lone name behind a title owns what follows, by its case, where verbs stand last.

    In "Dövlətimizin başçısı Azərbaycanın …" nobody is called so.
    """
    lone = name.title is not None and " " not in name.key and scene.grammar.order.verb_last
    ending = lone and name.key.endswith(scene.grammar.ends.genitives) and scene.grammar.is_oblique_name(name.key)
    return ending and uninflected(name.key, scene.language) == name.key


def is_of_body(scene: Scene, name: Name) -> bool:
    """Tell whether a body's initials stand behind a role, which say what that is of: "Голова КМДА"."""
    lone = name.title is not None and len(name.words) == 1
    text = name.span.of(scene.text)
    return lone and is_short_form(text) and (scene.grammar.order.names_inflect or text.isupper())


@lru_cache(maxsize=64)
def _declined(language: Language, key: str = "declined") -> tuple[tuple[str, str], ...]:
    """Return the endings of names in other cases, each with what stands for it in the dictionary's form."""
    pairs = (fold(written).partition(" ") for written in language.lexicon.texts("names", key))
    return tuple((end, base) for end, _, base in pairs)


def look_for_named(scene: Scene, step: Step) -> Work[NamedPeople]:
    """Return the people that an article names, by their last names and their roles; yields `step` now and then."""
    grammar = scene.grammar
    full: dict[str, str] = {}
    bearers: dict[str, list[Bearer]] = {}
    by_role: dict[str, str] = {}
    doubtful: set[str] = set()
    gender: dict[str, str] = {}
    countries = load_same_names(scene.language)
    first = scene.language.lexicon.text("names", "called") == "first"
    plain, bodies = _plain_words(scene) | _lone_names(scene), load_name_rules(scene.language).bodies
    every = (name for name in scene.page.names if not (grammar.is_complement(name) or owns_behind_title(scene, name)))
    named = yield from gather(every, step)
    beside = _beside(named)
    named = [name for name in named if name.key not in beside]
    pairs = {name.key for name in named if len(name.words) == _FULL and name.words[0] not in grammar.nobility}
    named.sort(key=lambda name: name.words[0] in grammar.nobility)  # "De Jonge" after "Hugo de Jonge"
    for number, name in enumerate(named, start=1):
        if number % _NAMES_A_STEP == 0:
            yield step
        words, own = _without_lead(scene, name, _personal(name, scene.text, grammar, countries), plain, pairs)
        own = first_form(scene.page, name) or uninflected(own, scene.language)
        words, key = _in_first_form(words, own, scene.language), uninflected(name.key, scene.language)
        if _is_body(words[0], bodies, grammar) or _is_deed(scene, name) or is_part_of_body(own):
            continue  # "Team Roe" is none of Roe's names, nor is "beim Sturz von Roe"
        if len(words) > 1 and not (own.isupper() and len(own) > 9):
            words = words[:-1] if len(words) > _FULL and tells_family(words[-1]) else words  # "Nicholas Tala III"
            shorts = (words[0],) if first else (words[-1], " ".join(words[-2:]), f"{words[0][:1]}.{words[-1]}")
            for short in shorts:
                full.setdefault(short, own)
            bearers.setdefault(shorts[0], []).append(Bearer(name.span.start, own, _is_owned(scene, name)))
            full.setdefault(key, own)
        if name.title is not None and not (is_of_body(scene, name) or is_seat(name, grammar)):
            title, person = fold(name.title.of(scene.text)), full.get(key, own)
            for called in (words[-1], fold(person)):
                note_gender(gender, called, title, grammar)
            for role in () if _held_before(scene, name.title, grammar) else (title, title.rsplit(None, 1)[-1]):
                if by_role.setdefault(role, person) != person and words[-1] != fold(by_role[role]).split()[-1]:
                    doubtful.add(role)
    by_role = {role: person for role, person in by_role.items() if role not in doubtful}
    families, lasts = _families(bearers), _last_names(full)
    people = {*full.values(), *(one.person for ones in bearers.values() for one in ones)}
    given = genders_of_given(people, scene.language)
    return NamedPeople(full, families, lasts, by_role, gender, given, _again(scene), _things(scene), beside)


def _beside(named: Sequence[Name]) -> Mapping[str, str]:
    """Return what looks like a name, and is the last names of two people, and the former: "Hale Roe sagte"."""
    count = Counter(name.key for name in named)
    lasts: dict[str, set[str]] = {}
    for name in named:
        if len(name.words) > 1:
            lasts.setdefault(name.words[-1], set()).add(name.key)
    once = (name for name in named if len(name.words) == _FULL and name.title is None and count[name.key] == 1)
    return {name.key: name.words[0] for name in once if all(lasts.get(word, set()) - {name.key} for word in name.words)}


def _without_lead(
    scene: Scene, name: Name, personal: tuple[tuple[str, ...], str], plain: Container[str], pairs: Container[str]
) -> tuple[tuple[str, ...], str]:
    """Return the words and the form of a name without what stands before it: what is elided, an office, a place.

    "d'Ana Roe", "the minister of Labour Ana Roe", "en Twitter Ana Roe".
    """
    words, own = personal
    own, words = load_name_rules(scene.language).own_text(own), _unelided(words, scene.language)
    if len(words) != _FULL + 1:
        return words, own
    called = " ".join(words[1:]) in pairs and name.title is None
    return (words[1:], own.split(maxsplit=1)[1]) if called or _is_office(scene, name, own, plain) else (words, own)


def _in_first_form(words: tuple[str, ...], own: str, language: Language) -> tuple[str, ...]:
    """Return the words of a name, as `own` has them where it has as many; else the last of them without its case."""
    first = tuple(fold(own).split())
    return first if len(first) == len(words) else (*words[:-1], uninflected(words[-1], language))


def _families(bearers: Mapping[str, Sequence[Bearer]]) -> Mapping[str, Sequence[Bearer]]:
    """Return the names that people share whose others begin with other letters, and where each of them is named."""
    firsts = {short: {fold(bearer.person)[:1] for bearer in named} for short, named in bearers.items()}
    shared = (short for short in bearers if len(firsts[short]) > 1)
    return {short: _with_owned(sorted(bearers[short], key=lambda bearer: bearer.start)) for short in shared}


def _with_owned(bearers: Sequence[Bearer]) -> Sequence[Bearer]:
    """Return who bears a name, and whether as somebody's: so is "his wife, Ana Roe" in "Tom Roe and Ana Roe", too."""
    first = {bearer.person: bearer.owned for bearer in reversed(bearers)}
    pairs = zip([None, *bearers], bearers, strict=False)
    return [replace(one, owned=one.owned or (first[one.person] and _is_beside(before, one))) for before, one in pairs]


def _is_beside(before: Bearer | None, bearer: Bearer) -> bool:
    """Tell whether somebody is named right behind another who bears the same name: "Tom Roe and Ana Roe"."""
    other = before is not None and before.person != bearer.person
    return other and before is not None and bearer.start - before.start - len(before.person) < _BESIDE


def _is_owned(scene: Scene, name: Name) -> bool:
    """Tell whether somebody is named as another's, and no sentence opens with them: "he hugged his wife Ana Roe"."""
    start = min(name.span.start, scene.sentence_at(name.span.start).start)
    before = scene.page.words_in(Span(max(start, name.span.start - _OFFICE), name.span.start))[-_OWNED:]
    whose = next((word for word in before[:-1] if word.key in scene.grammar.possessive), None)
    return whose is not None and start < whose.span.start


def _is_body(word: str, bodies: Container[str], grammar: Grammar) -> bool:
    """Tell whether a word is a body, in whatever case: "Совета Федерации"."""
    cuts = (0, 1, 2) if grammar.order.names_inflect else (0,)
    return any(word[: len(word) - cut] in bodies for cut in cuts if len(word) - cut > _BODY)


def _is_deed(scene: Scene, name: Name) -> bool:
    """Tell whether a noun with "of" stands before a name, where nouns have capitals: "der Sturz von Assad"."""
    grammar = scene.grammar
    if not grammar.order.nouns_have_capitals or grammar.nobility.isdisjoint(name.words[1:-1]):
        return False
    before = scene.page.words_in(Span(max(0, name.span.start - _NEAR), name.span.start))[-1:]
    return bool(before) and before[0].key in grammar.determiners | grammar.joined_articles


def _again(scene: Scene) -> frozenset[str]:
    """Return the last words of names that stand in an article twice or more often."""
    return frozenset(word for word, count in Counter(name.words[-1] for name in scene.page.names).items() if count > 1)


def _things(scene: Scene) -> frozenset[str]:
    """Return the words with a capital that stand right behind an article, where all nouns have capitals."""
    if not scene.grammar.order.nouns_have_capitals:
        return frozenset()
    articles, tokens = scene.grammar.determiners, scene.page.tokens
    triples = zip(tokens, tokens[1:], tokens[2:], strict=False)
    return frozenset(
        word.key
        for first, before, word in triples
        if word.capital and before.key in articles and first.key != ","  # no relative: "die Frau, die Roe sah"
    )


def _plain_words(scene: Scene) -> frozenset[str]:
    """Return the words that the article writes in small letters, too: no names."""
    return frozenset(word.key for word in scene.page.words if not word.capital)


def _lone_names(scene: Scene) -> frozenset[str]:
    """Return the names of one word that an article stands before: those of bodies, "la Lega"."""
    articles = scene.grammar.determiners | scene.grammar.joined_articles
    names = (name for name in scene.page.names if len(name.words) == 1 and name.title is None)
    near = ((name, scene.page.words_in(Span(max(0, name.span.start - _NEAR), name.span.start))) for name in names)
    return frozenset(name.key for name, before in near if before and before[-1].key in articles)


def _is_office(scene: Scene, name: Name, own: str, plain: Container[str]) -> bool:
    """Tell whether a name begins with what an office is for, a plain word or initials: a role and "of" stand before."""
    grammar, first = scene.grammar, own.split(maxsplit=1)[0]
    if name.words[0] not in plain and not is_short_form(first):
        return False
    before = scene.page.words_in(Span(max(0, name.span.start - _OFFICE), name.span.start))[-3:]
    small = grammar.links | grammar.determiners
    return bool(before) and before[-1].key in small and any(grammar.is_role(word.key) for word in before[:-1])


def _held_before(scene: Scene, title: Span, grammar: Grammar) -> bool:
    """Tell whether a title is one that somebody had before: "the former Norwick coach Ana Roe"."""
    before = scene.page.words_in(Span(max(0, title.start - _OFFICE), title.start))[-_FORMER:]
    gap = scene.text[before[0].span.start : title.start] if before else ""
    return not set(",.;:") & set(gap) and any(word.key in grammar.former for word in before)


def _last_names(full: Mapping[str, str]) -> Mapping[str, Sequence[tuple[str, str]]]:
    """Return the last names with their full ones, the shortest first, by the four letters that each begins with."""
    by_stem: dict[str, list[tuple[str, str]]] = {}
    for key, person in sorted(full.items(), key=lambda pair: len(pair[0])):
        if " " not in key and len(by_stem.setdefault(key[:4], [])) < _SAME_STEM:
            by_stem[key[:4]].append((key, person))
    return by_stem


def _personal(name: Name, text: str, grammar: Grammar, countries: Container[str]) -> tuple[tuple[str, ...], str]:
    """Return the words of a name and its form as a person's: without "of Russia", without the office before it."""
    words, parts = name.words, name.span.of(text).split()
    if len(words) != len(parts):
        return words, name.span.of(text)
    parting = grammar.links - grammar.nobility
    stop = next((at for at, word in enumerate(words) if word in parting), len(words))
    if words[-1] in countries and len(words) > 1 and words[-2] in grammar.links:  # "Juan Olmo de Rusia"
        stop = min(stop, len(words) - 2)
    if stop < len(words):
        return (words[:stop], " ".join(parts[:stop])) if stop > 1 else (words[:1], parts[0])
    if len(words) > 3 and not any(part[0].islower() for part in parts):
        return words[-2:], " ".join(parts[-2:])
    return words, name.span.of(text)


def _same_stem(one: str, other: str) -> bool:
    """Tell whether two words differ in no more than an ending of up to three letters."""
    shorter, longer = sorted((one, other), key=len)
    common = next(
        (at for at, pair in enumerate(zip(shorter, longer, strict=False)) if pair[0] != pair[1]), len(shorter)
    )
    return common >= max(4, len(shorter) - 1) and len(longer) - common <= 3
