"""Mistakes in a lexicon: whatever in its file the schema does not know, each with its line.

This is asked by tests, by `crossquote languages --check` and by nobody at a start: reading sixteen lexicons whole takes
longer than starting.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from crossquote.language.inheritance import MORE
from crossquote.language.lexicon import known_languages
from crossquote.language.schema import schema
from crossquote.language.section import Key, Section, ValueKind
from crossquote.language.source import line_of
from crossquote.message import Message, message
from crossquote.notation import NotationError, parse_toml


@dataclass(frozen=True, slots=True)
class Mistake:
    """What is wrong with a lexicon; `line` counts from 1, 0 where `why` tells it."""

    line: int
    why: Message


def find_mistakes(source: str) -> tuple[Mistake, ...]:
    """Return what is wrong with a lexicon written in `source` (TOML), in the order of its lines."""
    try:
        tables = parse_toml(source)
    except NotationError as error:
        return (Mistake(0, message("lexicon.no-toml", reason=str(error))),)
    found = [mistake for name, table in tables.items() for mistake in _in_section(name, table, source)]
    return tuple(sorted(found, key=lambda mistake: mistake.line))


def _in_section(name: str, table: object, source: str) -> Iterator[Mistake]:
    section = schema().get(name)
    if section is None or not isinstance(table, dict):
        line = line_of(source, name, "")
        yield Mistake(line, message("lexicon.unknown-section", line=line, section=name))
        return
    for name_of_key, value in table.items():
        line, key = line_of(source, name, name_of_key), section.key(name_of_key)
        if key is None:
            yield Mistake(line, message("lexicon.unknown-key", line=line, section=name, key=name_of_key))
        elif not _is_of_kind(value, key.kind):
            kind = message(f"lexicon-kind.{key.kind.value}")
            yield Mistake(line, message("lexicon.kind", line=line, section=name, key=name_of_key, kind=kind))
        else:
            yield from _in_value(section, key, value, _SourceLine(source, line))


@dataclass(frozen=True, slots=True)
class _SourceLine:
    """A source, and the line at which a key of it begins."""

    source: str
    line: int

    def second(self, entry: str) -> int:
        """Return the line on which `entry` stands for the second time; that of the key where it can't be seen."""
        count = 0
        for number, line in enumerate(self.source.splitlines()[self.line - 1 :], start=self.line):
            count += line.count(f'"{entry}"') + line.count(f"'{entry}'")
            if count > 1:
                return number
        return self.line


def _in_value(section: Section, key: Key, value: object, place: _SourceLine) -> Iterator[Mistake]:
    for entries in _lists(value):
        for entry in dict.fromkeys(entry for entry in entries if entries.count(entry) > 1):
            line = place.second(entry)
            yield Mistake(line, message("lexicon.doubled", line=line, section=section.name, key=key.name, entry=entry))
    for entry in _chosen(value):
        if key.choices and entry not in (*key.choices, MORE):
            told, choices = {"section": section.name, "key": key.name, "entry": entry}, ", ".join(key.choices)
            yield Mistake(place.line, message("lexicon.choice", line=place.line, choices=choices, **told))
    if (section.name, key.name) == ("language", "like") and value not in known_languages():
        yield Mistake(place.line, message("lexicon.like", line=place.line, like=str(value)))


def _lists(value: object) -> list[list[str]]:
    """Return the lists of texts in a value."""
    inside = list(value.values()) if isinstance(value, Mapping) else [value]
    return [[str(entry) for entry in one] for one in inside if isinstance(one, list)]


def _chosen(value: object) -> list[str]:
    """Return what has to be one of a key's choices: the text, the entries of a list, the names of a table."""
    return (
        [value]
        if isinstance(value, str)
        else [str(entry) for entry in value]
        if isinstance(value, (list, dict))
        else []
    )


def _is_of_kind(value: object, kind: ValueKind) -> bool:
    """Tell whether a value is what its key asks for."""
    if kind is ValueKind.TEXT:
        return isinstance(value, str)
    if kind is ValueKind.TEXTS:
        return _is_texts(value)
    if not isinstance(value, dict):
        return False
    if kind is ValueKind.LISTS:
        return all(map(_is_texts, value.values()))
    return all(isinstance(item, (int, float)) and not isinstance(item, bool) for item in value.values())


def _is_texts(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(item, str) for item in value)
