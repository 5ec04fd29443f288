"""Files that do not say their encoding: what each would be in those that it is likely in; which one the user chose."""

import hashlib
import re
from collections.abc import Iterable, Mapping, Sequence
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from crossquote.articles.addresses import is_address
from crossquote.articles.arrival import Arrival, enclosed, hold_depth, outermost
from crossquote.articles.charsets import text_encoding
from crossquote.articles.door import NOTHING_SAID, Door
from crossquote.articles.file import read_bytes
from crossquote.articles.packing import unpacked
from crossquote.errors import ErrorCode, UserError
from crossquote.export.write import write_own_text
from crossquote.message import message
from crossquote.notation import NotationError, read_toml
from crossquote.paths import settings_folder
from crossquote.progress import Step, Work
from crossquote.work.as_toml import toml_of
from crossquote.work.own_files import set_unread_aside, told_unread

if TYPE_CHECKING:
    from crossquote.articles.encodings import Guess

_MOST = 6
_MOST_KNOWN = 1000
_DIGEST = re.compile(r"[0-9a-f]{64}")


class Unsure(Struct, frozen=True):
    """A file with the encodings that it could be in, the likeliest first, each with the beginning of what it says.

    Where it lies in another file, its path goes on in that; by the digest of its bytes it is known again.
    """

    path: Path
    digest: str
    guesses: "tuple[Guess, ...]"


def can_be_chosen(problem: UserError) -> bool:
    """Tell whether a file could not be read for its encoding, and can be once the user says it; no disk is looked at.

    What was fetched from an address is no file that could be read again.
    """
    return problem.code is ErrorCode.ENCODING and bool(problem.path) and not is_address(problem.path)


def guess_files(paths: Sequence[Path]) -> Work[tuple[Unsure, ...]]:
    """Return what files could say; those that are gone, or are no text in any encoding, are left out."""
    found: list[Unsure] = []
    by_place: dict[Path, list[Path]] = {}
    for path in paths:
        by_place.setdefault(outermost(path), []).append(path)
    with Door() as door:
        for number, (place, wanted) in enumerate(by_place.items()):
            step = Step(number, len(by_place), message("step.reading", file=place.name))
            yield step
            try:
                told = yield from _bytes_of(place, wanted, door, step)
            except UserError:
                continue
            found += (one for path, data in told.items() if (one := _unsure(path, data)))
    return tuple(found)


def _unsure(path: Path, data: bytes) -> Unsure | None:
    from crossquote.articles.encodings import guess_encodings  # noqa: PLC0415 - what only odd files pay for

    try:
        guesses = guess_encodings(unpacked(data, path)[0], _MOST)
    except UserError:
        return None
    return Unsure(path, hashlib.sha256(data).hexdigest(), guesses) if guesses else None


def _bytes_of(place: Path, wanted: Sequence[Path], door: Door, step: Step) -> Work[dict[Path, bytes]]:
    """Return the bytes of files that lie at `place`, or in the file there, at whatever depth files are read from."""
    data = read_bytes(place)
    found = {place: data} if place in wanted else {}
    around = {parent for path in wanted for parent in path.parents}
    todo = [Arrival(place, data)] if place in around else []
    while todo:
        arrival = todo.pop()
        document = yield from door.read_data(arrival.path, arrival.data or b"", None, step)
        hold_depth(arrival, document)
        for one in enclosed(arrival, document):
            if one.path in wanted:
                found[one.path] = one.data or b""
            elif one.path in around:
                todo.append(one)
    return found


def encodings_path() -> Path:
    """Return where it is remembered in which encodings files are: by their digests, not by their names."""
    return settings_folder() / "encodings.toml"


def set_encodings_aside() -> Path | None:
    """Set what is remembered aside where it can't be read; return where it is, None where nothing has to be.

    A `UserError` says that it can't be moved.
    """
    path = encodings_path()
    return set_unread_aside(path, lambda: read_toml(path))


def unread_encodings() -> UserError | None:
    """Return what to tell where what is remembered can't be read: it is left as it is, and does not count."""
    path = encodings_path()
    return told_unread(path, lambda: read_toml(path))


def known_encodings() -> Mapping[str, str]:
    """Return what is remembered, by the digest of a file's bytes; what is no such thing there is left out."""
    try:
        table = read_toml(encodings_path())
    except (OSError, NotationError):
        return NOTHING_SAID
    return {
        digest: name
        for digest, name in table.items()
        if isinstance(name, str) and _DIGEST.fullmatch(digest) and text_encoding(name)
    }


def remember_encodings(told: Sequence[tuple[str, str]]) -> None:
    """Remember the encodings of files, each by its digest, beside those that are; the oldest give way to the newest.

    A `UserError` says that they can't be kept.
    """
    _write({**dict(told), **{digest: name for digest, name in known_encodings().items() if digest not in dict(told)}})


def forget_encodings(digests: Iterable[str]) -> None:
    """Forget in which encodings files are: where one was taken out again, it may have been the wrong one."""
    known, gone = known_encodings(), frozenset(digests)
    if gone & known.keys():
        _write({digest: name for digest, name in known.items() if digest not in gone})


def _write(known: Mapping[str, str]) -> None:
    set_encodings_aside()
    write_own_text(encodings_path(), toml_of(dict(islice(known.items(), _MOST_KNOWN))))
