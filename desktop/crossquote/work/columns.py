"""Columns of tables as the user told them apart: remembered by their names, for the next table that has such."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from msgspec import Struct

from crossquote.articles.columns import TEXT, find_parts
from crossquote.articles.dates import find_date
from crossquote.errors import ErrorCode, UserError
from crossquote.export.write import write_own_text
from crossquote.notation import NotationError, read_toml
from crossquote.paths import settings_folder
from crossquote.work.as_toml import toml_of
from crossquote.work.own_files import set_unread_aside, told_unread

PARTS = (TEXT, "title", "author", "date", "outlet", "address")
"""The parts of an article that a column can hold."""
_MOST_KNOWN, _LONGEST = 1000, 500
"""So many names are remembered, of so many letters at most: of more the file might not be read again."""
NamedColumns = tuple[tuple[str, str], ...]
"""Parts with the names of the columns that hold them."""


class UnknownTable(Struct, frozen=True):
    """The beginning of a table nobody knows: the names of its columns, what stands in each first, what each may be."""

    names: tuple[str, ...]
    cells: tuple[str, ...]
    parts: tuple[str, ...]


def table_of(problem: UserError) -> UnknownTable | None:
    """Return the table that could not be read since nobody knows its columns; None where that was not why."""
    if problem.code is not ErrorCode.COLUMNS:
        return None
    facts = dict(problem.message.facts)
    names, *rows = (_texts(facts.get(key)) for key in ("columns", "first", "second"))
    cells = tuple(next((row[at] for row in rows if at < len(row) and row[at]), "") for at in range(len(names)))
    return UnknownTable(names, cells, tuple(_likely(names, cells)))


def _likely(names: Sequence[str], cells: Sequence[str]) -> Iterator[str]:
    """Yield what each column may hold, by its name, else by what stands in it; nothing for what can't be told."""
    known = {at: part for part, at in find_parts(names).items()}
    longest = max(
        range(len(cells)),
        key=lambda at: (not (_is_address(cells[at]) or _is_date(cells[at])), len(cells[at])),
        default=0,
    )
    found = set(known.values())
    for at, cell in enumerate(cells):
        looks = (
            (TEXT, at == longest),
            ("address", _is_address(cell)),
            ("date", _is_date(cell)),
        )
        part = known.get(at) or next((part for part, holds in looks if holds and part not in found), "")
        found.add(part)
        yield part


def _is_address(cell: str) -> bool:
    return cell.startswith(("http://", "https://"))


def _is_date(cell: str) -> bool:
    return find_date(cell, whole=True) is not None


def _texts(fact: object) -> tuple[str, ...]:
    return tuple(map(str, fact)) if isinstance(fact, tuple) else ()


def columns_path() -> Path:
    """Return where it is remembered how tables call the parts of an article."""
    return settings_folder() / "columns.toml"


def set_columns_aside() -> Path | None:
    """Set what is remembered aside where it can't be read; return where it is, None where nothing has to be.

    A `UserError` says that it can't be moved.
    """
    path = columns_path()
    return set_unread_aside(path, lambda: read_toml(path))


def unread_columns() -> UserError | None:
    """Return what to tell where what is remembered can't be read: it is left as it is, and does not count."""
    path = columns_path()
    return told_unread(path, lambda: read_toml(path))


def known_columns() -> NamedColumns:
    """Return what is remembered; what is no such thing there is left out."""
    try:
        table = read_toml(columns_path())
    except (OSError, NotationError):
        return ()
    names = ((part, table.get(part)) for part in PARTS)
    return tuple(
        (part, name) for part, told in names if isinstance(told, list) for name in told if isinstance(name, str)
    )


def remember_columns(told: Sequence[tuple[str, str]]) -> None:
    """Remember names of columns beside those that are; each stands for what was said last.

    A `UserError` says that they can't be kept.
    """
    set_columns_aside()
    fresh = {name for _, name in told}
    every = [*told, *(one for one in known_columns() if one[1] not in fresh)]
    kept = [one for one in every if len(one[1]) <= _LONGEST][:_MOST_KNOWN]
    lines = {part: [name for of, name in kept if of == part] for part in PARTS}
    write_own_text(columns_path(), toml_of({part: names for part, names in lines.items() if names}))
