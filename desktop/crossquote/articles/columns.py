"""Columns: which field of a table, or of records, is which part of an article, by its name, else by what it holds."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import islice

from crossquote.articles.damage import too_many_inside
from crossquote.articles.dates import find_date
from crossquote.articles.entries import blocks_of, entry_of
from crossquote.articles.moments import day_and_moment
from crossquote.articles.reader import MOST_IN_ONE_FILE, Draft, Hints
from crossquote.errors import ErrorCode, UserError
from crossquote.message import message
from crossquote.notation import read_toml
from crossquote.resources import resource
from crossquote.text.endings import ends_sentence

TEXT = "text"
_PUNCTUATION = re.compile(r"[\s.\-/]+")
_LONG = 80
"""Letters: a column of which most cells have as many holds texts, whatever it is called."""
_NAME = 40
"""A first cell of a column of texts that is no sentence and no longer is what the column is called."""
_SAMPLE = 50
_SHOWN, _MOST_SHOWN = 80, 10
"""Letters and columns that are told of a table nobody knows."""

Record = Mapping[str, str]
"""A row: what it has, by part of an article."""


@lru_cache(maxsize=1)
def _names() -> Mapping[str, tuple[str, ...]]:
    """Return how each part of an article is called, the surest names first."""
    return {part: tuple(names) for part, names in read_toml(resource("columns.toml")).items()}


def find_parts(header: Sequence[str], own: Sequence[tuple[str, str]] = ()) -> dict[str, int]:
    """Return the number of the column of each part of an article that the names of columns tell.

    `own` are parts with names that the user gave them: these come first.
    """
    called = list(map(_called, header))
    given = [(part, _called(name)) for part, name in own]
    return {
        part: called.index(found)
        for part, names in _names().items()
        if (found := next((name for name in (*_of(part, given), *names) if name in called), None)) is not None
    }


def _called(name: str) -> str:
    return _PUNCTUATION.sub("_", name.strip().casefold())


def _of(part: str, given: Sequence[tuple[str, str]]) -> Iterator[str]:
    return (name for of, name in given if of == part and name)


def unknown_columns(rows: Sequence[Sequence[str]], name: str, hints: Hints) -> UserError:
    """Return the error for a table of which no column is known to hold texts; it tells the first rows."""
    shown = [tuple(" ".join(cell.split())[:_SHOWN] for cell in row[:_MOST_SHOWN]) for row in rows[:3]]
    columns, first, second = [*shown, (), (), ()][:3]
    table = message(f"format.{name}")
    told = message("error.columns-unknown", format=table, columns=columns, first=first, second=second)
    return UserError(ErrorCode.COLUMNS, told, path=hints.path)


def find_text(rows: Sequence[Sequence[str]]) -> int | None:
    """Return the number of the column that holds texts, by how long these are; None where there is none."""
    from statistics import median  # noqa: PLC0415 - with fractions and chances, all for this

    sample = rows[:_SAMPLE]
    if not sample:
        return None
    lengths = [median(len(row[at]) if at < len(row) else 0 for row in sample) for at in range(max(map(len, sample)))]
    longest = max(range(len(lengths)), key=lengths.__getitem__)
    return longest if lengths[longest] >= _LONG else None


def drafts_of_rows(rows: Sequence[Sequence[str]], name: str, hints: Hints) -> Iterator[Draft]:
    """Yield the articles of a table, whose first row has the names of its columns, unless it has none.

    A `UserError` where there are more than one file can have.
    """
    parts = find_parts(rows[0], hints.columns) if rows else {}
    body = rows[1:] if parts else rows
    if TEXT not in parts:
        found = find_text(body)
        if found is None:
            return
        parts = {part: at for part, at in parts.items() if at != found} | {TEXT: found}
        if body is rows and _is_name(rows[0][found : found + 1]):
            body = rows[1:]
    records = ({part: row[at] for part, at in parts.items() if at < len(row)} for row in body)
    drafts = (draft for record in records for draft in draft_of_record(record, name, hints))
    yield from within_one_file(drafts, name, hints)


def within_one_file(drafts: Iterator[Draft], name: str, hints: Hints) -> Iterator[Draft]:
    """Yield the articles of a file; a `UserError` where there are more than one file can have."""
    yield from islice(drafts, MOST_IN_ONE_FILE)
    if next(drafts, None) is not None:
        raise too_many_inside(name, hints)


def _is_name(cells: Sequence[str]) -> bool:
    return all(len(cell) <= _NAME and not ends_sentence(cell) for cell in cells)


def draft_of_record(record: Record, name: str, hints: Hints) -> Iterator[Draft]:
    """Yield the article that a row is; none where it has no text."""
    blocks = [block for block in blocks_of(record.get(TEXT, ""), name, hints) if block.text.strip()]
    if blocks:
        yield entry_of(blocks, facts_of(record))


def facts_of(record: Record) -> Draft:
    """Return what a row says of its article, without its text."""

    def line(part: str) -> str | None:
        return " ".join(record.get(part, "").split())[:500] or None

    address = (line("address") or "") if (line("address") or "").startswith(("http://", "https://")) else ""
    author, date = line("author"), line("date")
    day, moment = day_and_moment(date)
    return Draft(
        "",
        line("title"),
        tuple(one.strip()[:200] for one in re.split(r"[;|]", author or "") if one.strip())[:20],
        day or find_date(date or ""),
        line("outlet"),
        address if address and address.isprintable() and " " not in address else None,
        published=moment,
    )
