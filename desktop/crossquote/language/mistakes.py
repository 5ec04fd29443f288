"""Mistakes in a lexicon: whatever in its file the schema does not know, each with its line.

This is asked by tests, by `crossquote languages --check` and by nobody at a start: reading all lexicons whole takes
longer than starting. What keeps a language from working is met as it is read (`sifted`).
"""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from difflib import get_close_matches
from functools import lru_cache
from itertools import chain, islice

from msgspec import Struct

from crossquote.errors import UserError
from crossquote.language.inheritance import MORE, OWN, Inherited
from crossquote.language.lexicon import ANY, can_go_on, load_lexicon
from crossquote.language.schema import schema
from crossquote.language.section import Key, Section, fits
from crossquote.language.sifted import kind_of
from crossquote.language.source import MOST_TOLD, LexiconSource, line_of
from crossquote.message import Message, message
from crossquote.notation import NotationError, parse_toml


class Mistake(Struct, frozen=True):
    """What is wrong with a lexicon; `line` counts from 1, 0 where `why` tells it."""

    line: int
    why: Message


def find_mistakes(source: str, code: str = "") -> tuple[Mistake, ...]:
    """Return what is wrong with the lexicon of `code` written in `source` (TOML), in the order of its lines.

    It is told up to the most: each mistake is looked for in the file.
    """
    written = _LexiconText(source, code)
    try:
        tables = parse_toml(source)
    except NotationError as error:
        tables, broken = _readable(source, code)
        begun = iter(broken or [Mistake(0, message("lexicon.no-toml", reason=error.why))])
    else:
        begun = _lacking(tables, source) if code != ANY else iter(())
    inside = (mistake for name, table in tables.items() for mistake in _in_section(name, table, written))
    again = _told_again(written, tables) if code != ANY else iter(())
    found = list(islice(chain(begun, inside, again), MOST_TOLD))
    told = {mistake.line for mistake in found}
    unread = (mistake for mistake in _unread(tables, source, code) if mistake.line not in told)
    found += islice(unread, MOST_TOLD - len(found))
    return tuple(sorted(found, key=lambda mistake: mistake.line))


def _readable(source: str, code: str) -> tuple[dict[str, object], list[Mistake]]:
    """Return the sections of a file that is no TOML as far as each is, by itself; and what is wrong with the others."""
    refused: list[UserError] = []

    def note(mistake: UserError) -> None:
        if len(refused) < MOST_TOLD:
            refused.append(mistake)

    tables: dict[str, object] = {}
    for name, table in LexiconSource(code, source.encode(), note).items():
        if len(refused) == MOST_TOLD:
            break
        tables |= {name: dict(table)} if table else {}
    return tables, [_met(error) for error in refused]


def _met(error: UserError) -> Mistake:
    """Return a mistake that was met as the file was read section by section."""
    why = error.message.fact("why")
    told = why if isinstance(why, Message) else error.message
    reason = told.fact("reason")
    line = (reason if isinstance(reason, Message) else told).fact("line")
    return Mistake(line if isinstance(line, int) else 0, told)


def _lacking(tables: Mapping[str, object], source: str) -> Iterator[Mistake]:
    """Yield what no lexicon can do without."""
    for section in schema().values():
        table = tables.get(section.name, {})
        for key in section.keys:
            if key.needed and isinstance(table, dict) and key.name not in table:
                line = line_of(source, section.name, key.name)
                yield Mistake(line, message("lexicon.lacks", line=line, section=section.name, key=key.name))


def _told_again(written: "_LexiconText", tables: Mapping[str, object]) -> Iterator[Mistake]:
    """Yield what the lexicon that this one goes on from says already."""
    own = tables.get(OWN)
    told = own if isinstance(own, dict) else {}
    like = told.get("like", ANY)
    if like != ANY and not _can_go_on(written.code, like):
        return
    inherited = Inherited({OWN: told}, lambda: load_lexicon(like).tables)
    for name, table in tables.items():
        section = schema().get(name)
        if name == OWN or section is None or not isinstance(table, dict):
            continue
        for key_name, value in table.items():
            key = section.key(key_name)
            base = inherited[name].get(key_name) if name in inherited else None
            if key is not None and base is not None:
                place = _SourceLine(written, line_of(written.source, name, key_name))
                yield from _repeating(key, (value, base), place, {"section": name, "key": key_name})


def _repeating(
    key: Key, values: tuple[object, object], place: "_SourceLine", told: Mapping[str, str]
) -> Iterator[Mistake]:
    """Yield how a value of the lexicon's own repeats the one that is inherited; `told` says where it stands."""
    own, base = values
    if isinstance(own, dict) and isinstance(base, dict):
        for name in (name for name in own if name in base):
            yield from _repeating(key, (own[name], base[name]), place, {**told, "key": f"{told['key']}.{name}"})
    elif own == base:
        yield Mistake(place.line, message("lexicon.inherited", line=place.line, **told))
    elif isinstance(own, list) and isinstance(base, list) and own[:1] == [MORE]:
        known = {key.heard(str(entry)) for entry in base}
        for entry in (str(entry) for entry in own[1:] if key.heard(str(entry)) in known):
            line = place.first(entry)
            yield Mistake(line, message("lexicon.doubled", line=line, entry=entry, **told))


def _unread(tables: Mapping[str, object], source: str, code: str) -> Iterator[Mistake]:
    """Yield what TOML allows and the program does not see, since it reads a file section by section."""
    try:
        read = {name: dict(table) for name, table in LexiconSource(code, source.encode()).items()}
    except UserError as error:
        yield _met(error)
        return
    for section in tables:
        if read.get(section) != tables[section]:
            line = line_of(source, section, "")
            yield Mistake(line, message("lexicon.unread", line=line, section=section))


class _LexiconText(Struct, frozen=True):
    """The source of a lexicon, and whose it is."""

    source: str
    code: str


def _in_section(name: str, table: object, written: _LexiconText) -> Iterator[Mistake]:
    source = written.source
    section = schema().get(name)
    if section is None or not isinstance(table, dict):
        line = line_of(source, name, "")
        yield Mistake(line, _unknown("lexicon.unknown-section", name, schema(), line=line, section=name))
        return
    for name_of_key, value in table.items():
        line, key = line_of(source, name, name_of_key), section.key(name_of_key)
        if key is None:
            keys = [key.name for key in section.keys]
            told = _unknown("lexicon.unknown-key", name_of_key, keys, line=line, section=name, key=name_of_key)
            yield Mistake(line, told)
        elif not fits(value, key.kind):
            told = message("lexicon.kind", line=line, section=name, key=name_of_key, kind=kind_of(key))
            yield Mistake(line, told)
        else:
            yield from _in_value(section, key, value, _SourceLine(written, line))


def _unknown(code: str, name: str, known: Iterable[str], **facts: str | int) -> Message:
    """Return that there is no `name`, with the one of those `known` that may be meant ("verbs" for "verb")."""
    near = next(iter(get_close_matches(name, list(known), n=1)), name)
    return message(code, **facts) if near == name else message(f"{code}-near", near=near, **facts)


class _SourceLine(Struct, frozen=True):
    """A lexicon's text, and the line at which a key of it begins."""

    written: _LexiconText
    line: int

    def first(self, entry: str) -> int:
        """Return the line on which `entry` stands; that of the key where it can't be seen."""
        return self._nth(entry, 1)

    def second(self, entry: str) -> int:
        """Return the line on which `entry` stands for the second time; that of the key where it can't be seen."""
        return self._nth(entry, 2)

    def _nth(self, entry: str, wanted: int) -> int:
        lines = _lines(self.written.source)
        start, quoted = lines.starts[self.line - 1], [f'"{entry.lower()}"', f"'{entry.lower()}'"]
        places = sorted(place for text in quoted for place in islice(_places_of(text, lines.lowered, start), wanted))
        return bisect_right(lines.starts, places[wanted - 1]) if len(places) >= wanted else self.line


class _LineStarts(Struct, frozen=True):
    """A text in small letters, and where each of its lines begins there."""

    lowered: str
    starts: Sequence[int]


@lru_cache(maxsize=1)
def _lines(source: str) -> _LineStarts:
    lowered = source.lower()
    return _LineStarts(lowered, [0, *(place + 1 for place in _places_of("\n", lowered, 0))])


def _places_of(text: str, whole: str, start: int) -> Iterator[int]:
    """Yield where a text stands from `start` on."""
    place = whole.find(text, start)
    while place >= 0:
        yield place
        place = whole.find(text, place + len(text))


def _in_value(section: Section, key: Key, value: object, place: _SourceLine) -> Iterator[Mistake]:
    for entries in _lists(value):
        heard = [key.heard(entry) for entry in entries]
        counts = Counter(heard)
        for entry in {one: entry for one, entry in zip(heard, entries, strict=True) if counts[one] > 1}.values():
            line = place.second(entry)
            yield Mistake(line, message("lexicon.doubled", line=line, section=section.name, key=key.name, entry=entry))
    for entry in key.foreign(value):
        told, choices = {"section": section.name, "key": key.name, "entry": entry}, ", ".join(key.choices)
        yield Mistake(place.line, message("lexicon.choice", line=place.line, choices=choices, **told))
    if not key.blank and any(not entry.strip() for entry in _entries(key, value)):
        yield Mistake(place.line, message("lexicon.blank", line=place.line, section=section.name, key=key.name))
    for entry in dict.fromkeys(filter(key.is_untidy, _entries(key, value))):
        line, told = place.first(entry), {"section": section.name, "key": key.name, "entry": entry.strip()}
        yield Mistake(line, message("lexicon.untidy", line=line, **told))
    if (section.name, key.name) == ("language", "like") and not _can_go_on(place.written.code, value):
        yield Mistake(place.line, message("lexicon.like", line=place.line, like=str(value)))


def _can_go_on(code: str, like: object) -> bool:
    try:
        return can_go_on(code, like)
    except UserError:  # the other file is malformed, which is told of that one
        return False


def _lists(value: object) -> list[list[str]]:
    """Return the lists of texts in a value; what a table is read by is one of them."""
    inside = [list(value), *value.values()] if isinstance(value, Mapping) else [value]
    return [[str(entry) for entry in one] for one in inside if isinstance(one, list)]


def _entries(key: Key, value: object) -> list[str]:
    """Return the texts of a value that may be any."""
    own = [value] if isinstance(value, str) and not key.choices else []
    return [*own, *(entry for entries in _lists(value) for entry in entries)]
