"""Origins: a line in a report that says of what it was made, so that it can be made again and held against itself."""

import json
import re
import zlib
from base64 import b32decode, b32encode
from itertools import islice

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from crossquote.export.choice import ReportChoice
from crossquote.export.document import Report
from crossquote.export.parts import unpack_parts
from crossquote.message import Message
from crossquote.notation import NotationError, parse_json
from crossquote.version import this_version
from crossquote.wording.catalogue import SOURCE, languages

_MARK = "CrossquoteOrigin1"
_LINE = re.compile(_MARK.encode() + rb"([A-Z2-7]{8,400000})(?![A-Z2-7])")
_ARCHIVE = b"PK"
_MOST, _MOST_LINES = 1_000_000, 1000


class Origin(Struct, frozen=True):
    """Of what a report was made: by which version, under which title, when, in which language, what was chosen.

    `steps` is how many steps the project had; `lacking` says which language packages would have helped then.
    """

    program: str
    title: str
    at: str
    language: str
    steps: int
    choice: ReportChoice
    lacking: tuple[Message, ...] = ()


def origin_line(report: Report) -> str:
    """Return the origin of a report as one word of letters and digits, which no format writes in another way."""
    origin = Origin(
        *(this_version(), report.title, report.at, report.language, report.steps),
        choice=report.choice,
        lacking=report.lacking,
    )
    told = json.dumps(msgspec.to_builtins(origin, order="deterministic"), sort_keys=True, separators=(",", ":"))
    return f"{_MARK}{b32encode(zlib.compress(told.encode(), 9)).decode().rstrip('=')}"


def find_origin(data: bytes) -> Origin | None:
    """Return the origin that a report tells, whatever its format; None where it tells none."""
    try:
        parts = unpack_parts(data).values() if data.startswith(_ARCHIVE) else (data,)
    except ValueError:
        return None
    found = (match[1] for part in parts for match in _LINE.finditer(part))
    return next(filter(None, map(_origin_of, islice(found, _MOST_LINES))), None)


def _origin_of(line: bytes) -> Origin | None:
    """Return the origin that a line is; None where it only looks like one, as a text may.

    A language that nothing here is told in is as good as that of the source: its name can be any text.
    """
    try:
        told = zlib.decompressobj().decompress(b32decode(line + b"=" * (-len(line) % 8)), _MOST).decode()
        origin = msgspec.convert(parse_json(told, most=_MOST), type=Origin)
    except (ValueError, zlib.error, NotationError, msgspec.ValidationError):
        return None
    return origin if origin.language in languages() else replace(origin, language=SOURCE)
