"""JSON and JSON lines: records of articles."""

from collections.abc import Iterator, Mapping
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from crossquote.articles.columns import TEXT, draft_of_record, find_parts, within_one_file
from crossquote.articles.file import MAX_BYTES
from crossquote.articles.reader import Head, Hints, Several, Sureness
from crossquote.articles.readers.plain import decode
from crossquote.articles.refused.structured import JSON_SUFFIXES, is_json, refuse_json
from crossquote.message import Message, message
from crossquote.notation import NotationError, parse_json

_NAME = "json"
_INNER = ("name", "title", "rendered", "value")
"""What a field of fields says by itself."""
_MOST_BROKEN = 1000


class RecordsReader(Struct, frozen=True):
    """Reads the records that have a text, wherever in the file they are; a file without any is no article."""

    name: str = _NAME
    media: str = "application/json"
    suffixes: tuple[str, ...] = JSON_SUFFIXES
    trusted: bool = False

    def sniff(self, head: Head, name: str) -> Sureness:
        """Know it by its beginning, and one that is broken by its name."""
        return is_json(head, name)

    def read(self, data: bytes, hints: Hints) -> Several:
        """Return the articles that its records are; a `UserError` where there are more than one file can have."""
        value, warnings = _value(decode(data, hints), hints)
        found = (draft for record in _records(value, hints) for draft in draft_of_record(record, _NAME, hints))
        drafts = list(within_one_file(found, _NAME, hints))
        if not drafts:
            raise refuse_json(hints)
        first, *others = drafts
        return Several((replace(first, warnings=(*first.warnings, *warnings)), *others))


READER = RecordsReader()


def _value(text: str, hints: Hints) -> tuple[Any, tuple[Message, ...]]:
    """Return the value of a file, or the list of those of its lines, and which of these are none."""
    try:
        return parse_json(text, most=MAX_BYTES, numbers=True), ()
    except NotationError:
        pass
    values: list[Any] = []
    broken: list[int] = []
    for number, line in enumerate(text.split("\n"), start=1):
        if line.strip():
            try:
                values.append(parse_json(line, most=MAX_BYTES, numbers=True))
            except NotationError:
                broken.append(number)
                if len(broken) > _MOST_BROKEN:
                    raise refuse_json(hints) from None
    if len(broken) > len(values) or not all(isinstance(value, dict) for value in values if broken):
        raise refuse_json(hints)
    return values, (message("reading.broken-lines", count=len(broken), line=broken[0]),) if broken else ()


def _records(value: Any, hints: Hints) -> Iterator[Mapping[str, str]]:
    """Yield the records that have a text, in order; none within another."""
    if isinstance(value, dict):
        record = _record(value, hints)
        if record.get(TEXT):
            yield record
            return
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    for one in inner:
        yield from _records(one, hints)


def _record(fields: Mapping[str, Any], hints: Hints) -> Mapping[str, str]:
    names = list(fields)
    values = list(fields.values())
    return {part: _said(values[at]) for part, at in find_parts(names, hints.columns).items()}


def _said(value: Any) -> str:
    """Return what a field says: a text, the paragraphs of a list, or what a field of fields is called."""
    if isinstance(value, str):
        return value
    if isinstance(value, list):
        return "\n\n".join(filter(None, map(_said, value)))
    if isinstance(value, dict):
        return next((_said(value[name]) for name in _INNER if name in value), "")
    return ""
