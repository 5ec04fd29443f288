"""Files of plain text that do not say their encoding: what each would be in those that it is likely in."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from crossquote.articles.encodings import Guess, guess_encodings
from crossquote.articles.file import read_bytes
from crossquote.articles.packing import unpacked
from crossquote.errors import ErrorCode, UserError
from crossquote.message import message
from crossquote.progress import Step, Work

_MOST = 6


@dataclass(frozen=True, slots=True)
class Unsure:
    """A file with the encodings that it could be in, the likeliest first, each with the beginning of what it says."""

    path: Path
    guesses: tuple[Guess, ...]


def can_be_chosen(problem: UserError) -> bool:
    """Tell whether a file could not be read for its encoding, and can be once the user says it.

    What lies in another file is read with that, and can't.
    """
    return problem.code is ErrorCode.ENCODING and bool(problem.path) and Path(problem.path).is_file()


def guess_files(paths: Sequence[Path]) -> Work[tuple[Unsure, ...]]:
    """Return what files could say; those that are gone, or are no text in any encoding, are left out."""
    found: list[Unsure] = []
    for number, path in enumerate(paths):
        yield Step(number, len(paths), message("step.reading", file=path.name))
        try:
            data, _ = unpacked(read_bytes(path), path)
        except UserError:
            continue
        if guesses := guess_encodings(data, _MOST):
            found.append(Unsure(path, guesses))
    return tuple(found)
