"""Names: the people, places and bodies that a text names, found by their capitals and by what stands around them.

There is no list of names and no model: a name is a run of capitalised words that is no title, no day and no opening
word. Languages that write all nouns with a capital (German) need more than one word, a title before it, or a full
name elsewhere in the text. Scripts without capitals give none.
"""

from collections.abc import Container, Iterator, Sequence
from itertools import chain, pairwise

import regex
from msgspec import Struct
from msgspec.structs import replace

from crossquote.language.language import UNKNOWN, Language
from crossquote.model.span import Span, hull
from crossquote.progress import QUIET, Step, Work, finish, gather
from crossquote.text.called_months import last_names
from crossquote.text.elided import is_elided
from crossquote.text.joined_bodies import joined_bodies
from crossquote.text.name_particles import surnames_with_particles
from crossquote.text.name_rules import NameRules, load_name_rules
from crossquote.text.name_runs import NamePart, begins_sentence, find_runs
from crossquote.text.role_surnames import surnames_of_roles
from crossquote.text.short_forms import is_declined_form, is_short_form
from crossquote.text.trades import opens_with_trade
from crossquote.text.words import fold

_LONGEST = 6
"""A run of more capitalised words than this is a headline, not a name."""
_FULL = 2
"""So many words has a full name, as far as nothing tells of more."""
_TITLE = 40
"""So many letters before a name hold the title that its first word ends."""
_MANY = 2_000
"""So many names, or what may be one, are looked at between two steps."""
_WORDS = regex.compile(r"\S+")
_INITIALS = regex.compile(r"\p{Lu}{2,}(?:-\p{Ll}{1,3})?")
_WORD_BEHIND = regex.compile(r" (\p{Ll}[\p{L}\p{M}]{3,})")
_WORD_BEFORE = regex.compile(r"(?r)(\p{L}[\p{L}\p{M}\-’']*\.?)[ \u00a0]$")
"""It is looked for from the end: from the beginning, each word before would be tried."""
_BLANK = regex.compile(r"[ \u00a0\u202f]{1,2}")
_OF_TITLE = regex.compile(r"(?r)(\p{L}[\p{L}\p{M}\-’']*)[ \u00a0](\p{Ll}+)[ \u00a0]$")
"""A word, and the preposition that ties what follows to it."""


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

    @property
    def whole(self) -> Span:
        """Where the name stands with its title."""
        return hull((self.title, self.span)) if self.title else self.span


def find_names(text: str, language: Language = UNKNOWN) -> tuple[Name, ...]:
    """Return the names in `text`, in order; none overlaps another."""
    return finish(look_for_names(text, language, QUIET))


def look_for_names(text: str, language: Language, step: Step) -> Work[tuple[Name, ...]]:
    """Return the names in `text` as `find_names` does; yields `step` now and then."""
    rules = load_name_rules(language)
    surnames = _surnames(text, rules)
    opening = surnames_with_particles(text, rules.particles & rules.never)
    rules = replace(rules, opening=opening, called=last_names(text, rules))
    rules = replace(rules, never=rules.never - surnames) if surnames else rules
    runs = yield from gather(find_runs(text, rules), step, _MANY)
    small = {run[-1].key for run in runs if len(run) == _FULL and rules.is_given(run[0].key)} & rules.behind_given
    if small:
        surnames, rules = surnames | small, replace(rules, never=rules.never - small)
        runs = yield from gather(find_runs(text, rules), step, _MANY)
    of_roles = surnames_of_roles(text, runs, rules, language)
    rules = replace(rules, of_roles=of_roles) if of_roles else rules
    named = yield from gather((tuple(_names(text, run, rules)) for run in runs), step, _MANY)
    names = chain.from_iterable(named)
    kept = (
        name
        for name in names
        if not (_opens_by(text, name, surnames) or _is_verb(text, name, rules) or _joins(text, name, language))
    )
    found = yield from gather(kept, step, _MANY)
    found = _with_joined(text, found, rules)
    if rules.cases:
        found = yield from gather(_without_bodies(text, found, rules), step, _MANY)
    return (yield from _weigh(text, found, rules, step))


def _with_joined(text: str, names: Sequence[Name], rules: NameRules) -> list[Name]:
    """Return names with those in one that "and" joins to a body's: "the Fish and Wildlife Service"."""
    goes_on = set(joined_bodies(text, [(name.whole, name.words) for name in names], rules))
    found: list[Name] = []
    for at, name in enumerate(names):
        if at in goes_on and found[-1].title is None and name.title is None:
            span = Span(found[-1].span.start, name.span.end)
            found[-1] = replace(found[-1], span=span, key=" ".join(map(fold, span.of(text).split())))
        else:
            found.append(name)
    return found


def _surnames(text: str, rules: NameRules) -> frozenset[str]:
    """Return the small words that are somebody's last name in a text: "der Bürgermeister Karl Weil".

    So they are where they have a capital right behind a word with one.
    """
    words = rules.word.finditer(text, concurrent=True) if rules.surnames else iter(())
    behind_names = (
        fold(word[0])
        for before, word in pairwise(words)
        if word[0][0].isupper() and before[0][0].isupper() and fold(before[0]) not in rules.never
        if _BLANK.fullmatch(text, before.end(), word.start())
    )
    return rules.surnames.intersection(behind_names)


def _opens_by(text: str, name: Name, small: Container[str]) -> bool:
    """Tell whether a lone small word that may be a name opens a sentence: most likely it is none there."""
    return name.key in small and name.title is None and begins_sentence(text, name.span.start)


def _is_verb(text: str, name: Name, rules: NameRules) -> bool:
    """Tell whether a lone word opens a sentence and ends as a verb without its subject does: "Apelujemy …"."""
    lone = len(name.words) == 1 and name.title is None
    return lone and name.key.endswith(rules.verb_ends) and begins_sentence(text, name.span.start)


def _joins(text: str, name: Name, language: Language) -> bool:
    """Tell whether a lone word opens a sentence with a small word that is joined with another: "Lorsqu'une …"."""
    lone = len(name.words) == 1 and name.title is None
    return lone and is_elided(name.span.of(text), language) and begins_sentence(text, name.span.start)


def _without_bodies(text: str, names: Sequence[Name], rules: NameRules) -> Iterator[Name]:
    """Yield `names` with full ones alone where a body or place stands before them: "polityków Lewicy Jan Nowak".

    A body is known by standing alone elsewhere, a place by the preposition before it and the person behind it by
    standing alone elsewhere: "w Norwick Jan Nowak".
    """
    alone = {name.key for name in names if len(name.words) <= _FULL}
    stems = {_stem(key) for key in alone if " " not in key}
    yield from (_last_words(text, name) if _has_body(text, name, rules, alone, stems) else name for name in names)


def _has_body(text: str, name: Name, rules: NameRules, alone: Container[str], stems: Container[str]) -> bool:
    """Tell whether a body or a place stands before a full name in what looks like one of three or four words."""
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


def _names(text: str, run: Sequence[NamePart], rules: NameRules) -> Iterator[Name]:
    """Yield the name in a run, after the last title in it; nothing where only a title is left."""
    if len(run) > 1 and run[0].key in rules.small and begins_sentence(text, run[0].span.start):
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
    if before and len(rest) == 3 and not of_one and not rules.is_patronymic(rest[1].key):
        end, rest = rest[0].span.end, rest[1:]
    rest = _without_medium(text, _without_oblique(rest, rules), rules)
    office = _office(text, rest, rules) or (None if before else _headed(text, rest, rules))
    rest = rest[1:] if office is not None else rest
    complement = len(rest) > _FULL and rest[0].key.endswith(rules.complement_ends)
    if rules.cases and end is None and complement and not rules.is_patronymic(rest[1].key):
        rest = rest[1:]  # "министр обороны Нордии Иван Белов"
    if end is None and opens_with_trade(text, rest, rules):
        end, rest = rest[0].span.end, rest[1:]
    seat = _seat(text, rest, rules) if before else 0
    if seat:
        end, rest = rest[seat - 1].span.end, rest[seat:]
    title = Span(run[0].span.start, end) if end is not None else _title_before(text, rest[0].span.start, rules)
    title = office or title
    own = _without_initials(text, rest, rules) if rules.cases and end is None else rest
    yield Name(Span(own[0].span.start, own[-1].span.end), " ".join(token.key for token in own), title)


def _office(text: str, rest: Sequence[NamePart], rules: NameRules) -> Span | None:
    """Return the title of several words that the first of a name ends: "Secretary of State | Ana Roe"."""
    if len(rest) < _FULL:
        return None
    words = list(_WORDS.finditer(text, max(0, rest[0].span.start - _TITLE), rest[0].span.end))
    for length in range(min(rules.longest_title, len(words)), _FULL, -1):
        office = Span(words[-length].start(), rest[0].span.end)
        if fold(office.of(text)) in rules.titles:
            return office
    return None


def _headed(text: str, rest: Sequence[NamePart], rules: NameRules) -> Span | None:
    """Return a title with what it is of, whose full name follows: "Prime Minister of Norland | Peter Roe".

    A given name tells where that begins.
    """
    if len(rest) <= _FULL or rules.is_given(rest[0].key) or not rules.is_given(rest[1].key):
        return None
    start = max(0, rest[0].span.start - _TITLE)
    before = _OF_TITLE.search(text[start : rest[0].span.start])
    if before is None or fold(before[2]) not in rules.prepositions | rules.particles:
        return None
    words = list(_WORDS.finditer(text, start, start + before.end(1)))
    for length in range(min(rules.longest_title, len(words)), 0, -1):
        title = Span(words[-length].start(), words[-1].end())
        if rules.is_title(fold(title.of(text))):
            return Span(title.start, rest[0].span.end)
    return None


def _without_oblique(rest: list[NamePart], rules: NameRules) -> list[NamePart]:
    """Return a full name without a last word that by its case is no part of it: "Jonas Petraitis Lietuvos …"."""
    ends = [token.key.endswith(rules.oblique_ends) for token in rest[-2:]]
    told = rules.cases or (len(rest) > _FULL and rest[-2].key.endswith(rules.surname_ends))
    return rest[:-1] if told and len(rest) > _FULL and ends == [False, True] else rest


def _without_medium(text: str, rest: list[NamePart], rules: NameRules) -> list[NamePart]:
    """Return a name without what a body right behind it is called, where names have cases: "Vulović KIM radiju"."""
    last = rest[-1].span.of(text)
    if not rules.cases or len(rest) < _FULL:
        return rest
    if is_declined_form(last):
        return rest[:-1]
    if not is_short_form(last):
        return rest
    behind = _WORD_BEHIND.match(text, rest[-1].span.end)
    return rest[:-1] if behind is not None and rules.is_body(fold(behind[1])) else rest


def _seat(text: str, rest: Sequence[NamePart], rules: NameRules) -> int:
    """Return how many words behind a role say of what it is, a full name behind them: "trenér Slavie Jan Roe".

    A last name of two words keeps its first name, where the former of them can be told: "ministarka Ana Roić Hil".
    """
    double = len(rest) > _FULL and rules.is_patronymic(rest[-_FULL].key)
    seat = rest[: max(0, len(rest) - _FULL - double)]
    return len(seat) if all(_says_of_what(text, token, rules) for token in seat) else 0


def _says_of_what(text: str, token: NamePart, rules: NameRules) -> bool:
    """Tell whether a word behind a role says of what that is: by its case, as a body, or as initials ("MSZ FR")."""
    of_body = rules.cases and (rules.is_body(token.key) or is_short_form(token.span.of(text)))
    return token.key.endswith(rules.seat_ends) or of_body


def _without_initials(text: str, rest: Sequence[NamePart], rules: NameRules) -> Sequence[NamePart]:
    """Return a full name without the initials of a body before it, where names have cases: "lider PSL Jan Nowak"."""
    if len(rest) <= _FULL or any(token.particle or token.key.endswith(rules.patronymics) for token in rest):
        return rest
    known = (_INITIALS.fullmatch(word := token.span.of(text)) is not None or is_short_form(word) for token in rest)
    initials = next((at for at, told in enumerate(known) if not told), 0)
    if initials and len(rest) - initials >= _FULL:
        return rest[initials:]
    return rest


def _after_titles(run: Sequence[NamePart], rules: NameRules) -> tuple[int, int | None]:
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


def _weigh(text: str, names: Sequence[Name], rules: NameRules, step: Step) -> Work[tuple[Name, ...]]:
    """Mark the unsure names: lone words that open a sentence, and lone nouns where nouns have capitals."""
    called = (name.words[:1] if rules.called_by_first else name.words[-1:] for name in names if len(name.words) > 1)
    full = {word for words in called for word in words}
    opening = yield from gather(((name, begins_sentence(text, name.span.start)) for name in names), step, _MANY)
    inner = {name.key for name, opens in opening if not opens}

    def unsure(name: Name, *, opens: bool) -> bool:
        lone = len(name.words) == 1 and name.key not in full
        adjective = len(name.words) == _FULL and name.words[0].endswith(rules.adjective_ends)
        return (lone and (rules.nouns_have_capitals or (opens and name.key not in inner))) or (adjective and opens)

    weighed = (
        replace(name, sure=False) if name.title is None and unsure(name, opens=opens) else name
        for name, opens in opening
    )
    return tuple((yield from gather(weighed, step, _MANY)))
