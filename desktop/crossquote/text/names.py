"""Names: the people, places and bodies that a text names, found by their capitals and by what stands around them.

There is no list of names and no model: a name is a run of capitalised words that is no title, no day and no opening
word. Languages that write all nouns with a capital (German) need more than one word, a title before it, or a full
name elsewhere in the text. Scripts without capitals give none.
"""

from collections.abc import Container, Iterator, Sequence
from functools import lru_cache

import regex
from msgspec import Struct
from msgspec.structs import replace

from crossquote.language.language import UNKNOWN, Language
from crossquote.model.span import Span
from crossquote.text.name_particles import opens_surname, stands_before_name, surnames_with_particles
from crossquote.text.possessives import in_print, possessive_pattern
from crossquote.text.romanize import has_vowel
from crossquote.text.words import fold

_LONGEST = 6
"""A run of more capitalised words than this is a headline, not a name."""

_SHORT = 3
_TWO_PERSONS = 4
_FULL = 2
"""So many words has a full name, as far as nothing tells of more."""
_SHORT_FORM = 6
"""So many letters have the initials of a body at most."""
_WORDS = regex.compile(r"\S+")
_INITIALS = regex.compile(r"\p{Lu}{2,}(?:-\p{Ll}{1,3})?")
_PART = r"\p{Lu}(?:[\p{L}\p{M}\p{N}]|['’ʼ\-‐‑](?=[\p{L}\p{N}])|(?<!\p{L}\p{Ll}{2})\.(?=\p{Lu}))*"
_SMALL = r"[\p{Ll}\p{Lo}][\p{L}\p{M}'’\-]*"
_WORD_BEFORE = regex.compile(r"(\p{L}[\p{L}\p{M}\-’']*\.?)[ \u00a0]$")
_BLANK = regex.compile(r"[ \u00a0\u202f]{1,2}")
_SENTENCE_START = regex.compile(r"(?:^|[.!?:…\n|•—–-]|[.!?…][\"”’'»)\]])[\s\"“„«»‘'(\[¿¡—–-]*$")


class Name(Struct, frozen=True):
    """A name in a text: where it stands without its title, and the key by which it is compared.

    `title` is where the title or role right before it stands ("President", "Mr."). `sure` is False where the capital
    may have another cause: the first word of a sentence, a lone noun in German.
    """

    span: Span
    key: str
    title: Span | None = None
    sure: bool = True

    @property
    def words(self) -> tuple[str, ...]:
        """The words of the key."""
        return tuple(self.key.split())


class NameRules(Struct, frozen=True):
    """What a language's lexicon says of names."""

    particles: frozenset[str]
    inner_particles: frozenset[str]
    additive: frozenset[str]
    never: frozenset[str]
    titles: frozenset[str]
    bodies: frozenset[str]
    title_ends: tuple[str, ...]
    adjective_ends: tuple[str, ...]
    verb_ends: tuple[str, ...]
    patronymics: tuple[str, ...]
    seat_ends: tuple[str, ...]
    oblique_ends: tuple[str, ...]
    nouns_have_capitals: bool
    cases: bool
    small: frozenset[str]
    surnames: frozenset[str]
    prepositions: frozenset[str]
    longest_title: int
    elided: tuple[str, ...]
    prefixes: tuple[str, ...]
    word: regex.Pattern[str]
    possessive: regex.Pattern[str]
    called_by_given: bool
    opening: frozenset[tuple[str, str]] = frozenset()

    def begins_name(self, word: str) -> bool:
        """Tell whether a word begins as a name does: with a capital, behind what may stand joined before it."""
        joined = next((len(start) for start in self.elided if word.startswith(start)), 0)
        return word[joined : joined + 1].isupper() or word.startswith(self.prefixes)

    def is_title(self, key: str) -> bool:
        """Tell whether a word or phrase is a title, an honorific or a role."""
        bare = key.removesuffix(".")
        bare = bare[next((len(start) for start in self.elided if bare.startswith(start)), 0) :]  # "L'alcalde Joan Roig"
        cuts = (1, 2, 3) if self.patronymics else (1, 2) if self.nouns_have_capitals else ()
        surname = bare.endswith(self.patronymics)  # "Kraljić" is no king
        if len(bare) > 5 and not surname and any(bare[:-cut] in self.titles for cut in cuts):
            return True
        return bare in self.titles or (len(bare) > 5 and bare.endswith(self.title_ends))


@lru_cache(maxsize=64)
def load_name_rules(language: Language) -> NameRules:
    """Return what the lexicon of `language` says of names."""
    titles = frozenset(
        fold(title).removesuffix(".")
        for key in ("honorifics", "bodies" if language.lexicon.text("titles", "behind") == "yes" else "roles", "bodies")
        for title in language.lexicon.texts("titles", key)
        if key != "bodies"
    )
    return NameRules(
        particles=frozenset(fold(word) for word in language.lexicon.texts("names", "particles")),
        inner_particles=frozenset(fold(word) for word in language.lexicon.texts("names", "inner_particles")),
        additive=frozenset(map(fold, language.lexicon.texts("cues", "additive"))),
        never=frozenset(fold(word) for word in language.lexicon.texts("names", "never")),
        titles=titles,
        bodies=frozenset(map(fold, language.lexicon.texts("titles", "bodies"))),
        title_ends=tuple(fold(end) for end in language.lexicon.texts("titles", "role_ends")) or ("\0",),
        adjective_ends=tuple(language.lexicon.texts("names", "adjective_ends")) or ("\0",),
        verb_ends=tuple(map(fold, language.lexicon.texts("names", "verb_ends"))) or ("\0",),
        patronymics=tuple(language.lexicon.texts("names", "patronymics")),
        oblique_ends=tuple(map(fold, language.lexicon.texts("names", "oblique_ends"))) or ("\0",),
        seat_ends=tuple(map(fold, language.lexicon.texts("names", "seat_ends"))),
        nouns_have_capitals=language.lexicon.text("names", "nouns") == "capital",
        cases=language.lexicon.text("names", "cases") == "yes",
        small=_small_words(language),
        surnames=_small_surnames(language),
        prepositions=frozenset(map(fold, language.lexicon.texts("function_words", "prepositions"))),
        longest_title=max((len(title.split()) for title in titles), default=1),
        elided=tuple(word for short in language.lexicon.texts("names", "elided") for word in in_print(short)),
        prefixes=language.lexicon.texts("names", "prefixes"),
        word=_word_pattern(language),
        possessive=possessive_pattern(language),
        called_by_given=language.lexicon.text("names", "called") == "given",
    )


def _small_words(language: Language) -> frozenset[str]:
    """Return the words that have a capital only where they open a sentence: "Además Roe", "Ранее Роу"."""
    return frozenset(fold(word) for word in language.lexicon.texts("function_words", "adverbs") if len(word) > _SHORT)


def _small_surnames(language: Language) -> frozenset[str]:
    """Return the words that never have a capital inside a sentence, and are a last name if they have one: "Weil".

    Only where all nouns have one is there any: elsewhere a headline gives capitals to small words, too.
    """
    never = frozenset(map(fold, language.lexicon.texts("names", "never")))
    places = ("function_words.adverbs", "function_words.prepositions", "clauses.subordinators")
    small = frozenset(fold(word) for place in places for word in language.lexicon.texts(*place.split(".")))
    return never & small if language.lexicon.text("names", "nouns") == "capital" else frozenset()


def _word_pattern(language: Language) -> regex.Pattern[str]:
    """Return the pattern of a word, with what the language joins to the beginning of a name."""
    elided = [rf"(?i:{regex.escape(short[:-1])})['’]" for short in language.lexicon.texts("names", "elided")]
    joined = [*elided, *map(regex.escape, language.lexicon.texts("names", "prefixes"))]
    named = "".join(f"{start}{_PART}|" for start in joined)
    return regex.compile(rf"(?<![\p{{L}}\p{{N}}'’@#])(?:{_PART}|{named}{_SMALL})(?:(?<=\b\p{{Lu}})\.)?")


class _Token(Struct, frozen=True):
    """A capitalised word, or a particle inside a name."""

    span: Span
    key: str
    particle: bool = False


def find_names(text: str, language: Language = UNKNOWN) -> tuple[Name, ...]:
    """Return the names in `text`, in order; none overlaps another."""
    rules = load_name_rules(language)
    surnames = _surnames(text, rules)
    rules = replace(rules, opening=surnames_with_particles(text, rules.particles & rules.never))
    rules = replace(rules, never=rules.never - surnames) if surnames else rules
    runs = (part for run in _runs(text, rules) for part in _parted(run, rules))
    named = (name for run in runs for name in _names(text, run, rules) if not _opens_by(text, name, surnames))
    found = tuple(name for name in named if not _is_verb(text, name, rules))
    return _weigh(text, _without_bodies(text, found, rules) if rules.cases else found, rules)


def _surnames(text: str, rules: NameRules) -> frozenset[str]:
    """Return the small words that are somebody's last name in a text: "der Bürgermeister Karl Weil".

    So they are where they have a capital right behind a word with one.
    """
    found: set[str] = set()
    before: regex.Match[str] | None = None
    for match in rules.word.finditer(text, concurrent=True) if rules.surnames else ():
        if before is not None and match[0][0].isupper() and (key := fold(match[0])) in rules.surnames:
            named = before[0][0].isupper() and fold(before[0]) not in rules.never
            if named and _BLANK.fullmatch(text, before.end(), match.start()):
                found.add(key)
        before = match
    return frozenset(found)


def _opens_by(text: str, name: Name, small: Container[str]) -> bool:
    """Tell whether a lone small word that may be a name opens a sentence: most likely it is none there."""
    return name.key in small and name.title is None and _begins_sentence(text, name.span.start)


def _is_verb(text: str, name: Name, rules: NameRules) -> bool:
    """Tell whether a lone word opens a sentence and ends as a verb without its subject does: "Apelujemy …"."""
    lone = len(name.words) == 1 and name.title is None
    return lone and name.key.endswith(rules.verb_ends) and _begins_sentence(text, name.span.start)


def _without_bodies(text: str, names: Sequence[Name], rules: NameRules) -> tuple[Name, ...]:
    """Return `names` with full ones alone where a body or place stands before them: "polityków Lewicy Jan Nowak".

    A body is known by standing alone elsewhere, a place by the preposition before it and the person behind it by
    standing alone elsewhere: "w Norwick Jan Nowak".
    """
    alone = {name.key for name in names if len(name.words) <= _FULL}
    stems = {_stem(key) for key in alone if " " not in key}
    return tuple(_last_words(text, name) if _has_body(text, name, rules, alone, stems) else name for name in names)


def _has_body(text: str, name: Name, rules: NameRules, alone: Container[str], stems: Container[str]) -> bool:
    if not _FULL < len(name.words) <= _FULL + 2 or name.title is not None:
        return False
    before = _WORD_BEFORE.search(text[max(0, name.span.start - 24) : name.span.start])
    if before is None:
        return False
    known = before[1][0].islower() and any(_stem(word) in stems for word in name.words[:-_FULL])
    return known or (fold(before[1]) in rules.prepositions and _alone(name, alone))


def _alone(name: Name, alone: Container[str]) -> bool:
    """Tell whether the last word of a name, or its last two, are a name of their own."""
    return name.words[-1] in alone or " ".join(name.words[-_FULL:]) in alone


def _last_words(text: str, name: Name) -> Name:
    """Return a name with no more than its last two words."""
    parts = list(_WORDS.finditer(text, name.span.start, name.span.end))
    if len(parts) != len(name.words):
        return name
    return replace(name, span=Span(parts[-_FULL].start(), name.span.end), key=" ".join(name.words[-_FULL:]))


def _stem(word: str) -> str:
    """Return what all cases of a name begin with, as far as its length tells."""
    return word[: max(4, len(word) - 2)]


def _runs(text: str, rules: NameRules) -> Iterator[list[_Token]]:
    """Yield the runs of capitalised words, with the particles inside them."""
    run: list[_Token] = []
    waiting: list[_Token] = []
    for match in rules.word.finditer(text, concurrent=True):
        end = match.end()
        possessive = rules.possessive.search(match[0])
        span = Span(match.start(), end - (len(possessive[0]) if possessive else 0))
        key = fold(span.of(text)).removesuffix(".")
        joined = bool(run) and _BLANK.fullmatch(text, (waiting or run)[-1].span.end, match.start()) is not None
        capital = rules.begins_name(match[0])
        if not joined:
            yield from _closed(run)
            run, waiting = [], []
        if capital and (key not in rules.never or (not run and _opens_surname(text, match, rules))):
            run.extend(waiting if joined else [])
            run.append(_Token(span, key))
            waiting = []
        elif joined and not capital and (key in rules.particles or (waiting and key in rules.inner_particles)):
            waiting.append(_Token(span, key, particle=True))
            continue
        else:
            yield from _closed(run)
            run, waiting = [], []
            continue
        if possessive or _inflected(key, rules) or (match[0][0].islower() and _short_form(match[0], rules)):
            yield from _closed(run)
            run, waiting = [], []
    yield from _closed(run)


def _inflected(key: str, rules: NameRules) -> bool:
    """Tell whether a word ends its name by its case, where only the last word of a name has one: "az MTI-nek"."""
    return not rules.cases and key.endswith(rules.oblique_ends)


def _opens_surname(text: str, match: regex.Match[str], rules: NameRules) -> bool:
    """Tell whether a small word with a capital opens a last name that stands alone in a sentence: "zei De Jonge"."""
    if fold(match[0]) not in rules.particles | rules.inner_particles:
        return False
    if _begins_sentence(text, match.start()):
        return opens_surname(text, match.start(), match.end(), rules.opening)
    return stands_before_name(text, match.end())


def _short_form(word: str, rules: NameRules) -> bool:
    """Tell whether a word is a body's initials behind an elided article, which no given name follows: "l'AFP"."""
    joined = next((len(start) for start in rules.elided if word.startswith(start)), 0)
    return joined > 0 and len(word) > joined + 1 and word[joined:].isupper()


def _of_one(run: Sequence[_Token], rules: NameRules) -> bool:
    """Tell whether four words with capitals are one name: with a particle, a title or a name after the father."""
    return any(token.particle or rules.is_title(token.key) or token.key.endswith(rules.patronymics) for token in run)


def _parted(run: list[_Token], rules: NameRules) -> Iterator[list[_Token]]:
    """Yield the names in a run that "and" joins: "José Ortega y Gasset" is one, "Ana Roe y Tom Hill" are two."""
    titled = len(run) == _TWO_PERSONS + 1 and rules.is_title(run[0].key)
    own = run[1:] if titled else run
    if len(own) == _TWO_PERSONS and rules.patronymics and not _of_one(own, rules):  # "сказал Софье Ридель Иван Белов"
        yield run[:-_FULL]
        yield run[-_FULL:]
        return
    at = next((at for at, token in enumerate(run) if token.particle and token.key in rules.additive), None)
    if at is None or len(run) - at < 3 or run[at + 1].particle:
        yield run
        return
    yield run[:at]
    yield from _parted(run[at + 1 :], rules)


def _closed(run: list[_Token]) -> Iterator[list[_Token]]:
    if run:
        yield run


def _names(text: str, run: Sequence[_Token], rules: NameRules) -> Iterator[Name]:
    """Yield the name in a run, after the last title in it; nothing where only a title is left."""
    if len(run) > 1 and run[0].key in rules.small and _begins_sentence(text, run[0].span.start):
        run = run[1:]
    head, end = _after_titles(run, rules)
    if head == len(run) - 1 and run[-1].key in rules.bodies:
        head, end = 0, None  # "General Staff" is a body, not a person of that name
    rest = [token for token in run[head:] if not (token.particle and token is run[head])]
    if len(rest) > _LONGEST:
        rest = rest[: next((at for at, token in enumerate(rest) if token.particle), len(rest))]
    if not rest or len(rest) > _LONGEST:
        return
    before = end is not None or _title_before(text, rest[0].span.start, rules) is not None
    of_one = rules.seat_ends or not rules.patronymics
    if before and len(rest) == 3 and not of_one and not rest[1].key.endswith(rules.patronymics):
        end, rest = rest[0].span.end, rest[1:]
    rest = _without_oblique(rest, rules)
    seat = _seat(rest, rules) if before else 0
    if seat:
        end, rest = rest[seat - 1].span.end, rest[seat:]
    if rules.cases and end is None:
        start = rest[0].span.start
        own = _without_initials(text, rest, rules)
        if len(own) < len(rest):
            title = _title_before(text, start, rules)
            yield Name(Span(own[0].span.start, own[-1].span.end), " ".join(token.key for token in own), title)
            return
    span = Span(rest[0].span.start, rest[-1].span.end)
    title = Span(run[0].span.start, end) if end is not None else _title_before(text, span.start, rules)
    yield Name(span, " ".join(token.key for token in rest), title)


def _without_oblique(rest: list[_Token], rules: NameRules) -> list[_Token]:
    """Return a full name without a last word that by its case is no part of it: "Jonas Petraitis Lietuvos …"."""
    ends = [token.key.endswith(rules.oblique_ends) for token in rest[-2:]]
    return rest[:-1] if rules.cases and len(rest) > _FULL and ends == [False, True] else rest


def _seat(rest: Sequence[_Token], rules: NameRules) -> int:
    """Return how many words behind a role say of what it is, a full name behind them: "trenér Slavie Jan Roe".

    A last name of two words keeps its first name, where the former of them can be told: "ministarka Ana Roić Hil".
    """
    double = len(rest) > _FULL and rest[-_FULL].key.endswith(rules.patronymics)
    seat = rest[: max(0, len(rest) - _FULL - double)]
    told = all(token.key.endswith(rules.seat_ends) for token in seat) if rules.seat_ends else False
    return len(seat) if told else 0


def is_short_form(word: str) -> bool:
    """Tell whether a word is the initials of a body, as presses write them: "PSOE", "M5s", "Pd", "PiS"."""
    if not 1 < len(word) <= _SHORT_FORM or not word[0].isupper():
        return False
    return word[-1].isupper() or any(letter.isdigit() for letter in word) or not has_vowel(word[1:])


def _without_initials(text: str, rest: Sequence[_Token], rules: NameRules) -> Sequence[_Token]:
    """Return a full name without the initials of a body before it, where names have cases: "lider PSL Jan Nowak"."""
    if len(rest) <= _FULL or any(token.particle or token.key.endswith(rules.patronymics or ("\0",)) for token in rest):
        return rest
    known = (_INITIALS.fullmatch(word := token.span.of(text)) is not None or is_short_form(word) for token in rest)
    initials = next((at for at, told in enumerate(known) if not told), 0)
    if initials and len(rest) - initials >= _FULL:
        return rest[initials:]
    return rest


def _after_titles(run: Sequence[_Token], rules: NameRules) -> tuple[int, int | None]:
    """Return where the name begins after the last title in a run, and where that title ends."""
    head, end, index = 0, None, 0
    while index < len(run):
        for length in range(min(rules.longest_title, len(run) - index), 0, -1):
            if rules.is_title(" ".join(token.key for token in run[index : index + length])):
                head, end = index + length, run[index + length - 1].span.end
                index += length - 1
                break
        index += 1
    return head, end


def _title_before(text: str, start: int, rules: NameRules) -> Span | None:
    """Return where a title in small letters stands right before a name ("spokesman Dmitry Peskov")."""
    match = _WORD_BEFORE.search(text[max(0, start - 40) : start])
    if match is None or not rules.is_title(fold(match[1])):
        return None
    begin = max(0, start - 40) + match.start()
    return Span(begin, begin + len(match[1]))


def _weigh(text: str, names: Sequence[Name], rules: NameRules) -> tuple[Name, ...]:
    """Mark the unsure names: lone words that open a sentence, and lone nouns where nouns have capitals."""
    called = (name.words[:1] if rules.called_by_given else name.words[-1:] for name in names if len(name.words) > 1)
    full = {word for words in called for word in words}
    inner = {name.key for name in names if not _opens_sentence(text, name)} if not rules.nouns_have_capitals else set()
    weighed = []
    for name in names:
        lone = len(name.words) == 1 and name.title is None and name.key not in full
        adjective = len(name.words) == 2 and name.words[0].endswith(rules.adjective_ends) and name.title is None
        if adjective and _opens_sentence(text, name):
            weighed.append(replace(name, sure=False))
            continue
        unsure = lone and (rules.nouns_have_capitals or (_opens_sentence(text, name) and name.key not in inner))
        weighed.append(replace(name, sure=False) if unsure else name)
    return tuple(weighed)


def _opens_sentence(text: str, name: Name) -> bool:
    return _begins_sentence(text, name.span.start)


def _begins_sentence(text: str, start: int) -> bool:
    return _SENTENCE_START.search(text[max(0, start - 12) : start]) is not None
