"""What became of files that were to go into an archive, and how an archive knows them."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from msgspec import Struct, field

from crossquote.archive.records import FileTrouble
from crossquote.articles.arrival import files_in
from crossquote.articles.clean import with_whole_characters
from crossquote.errors import UserError
from crossquote.files import leads_to_folder
from crossquote.message import message
from crossquote.progress import Step


class AddedToArchive(Struct):
    """What became of the files: how many were taken, and were there; their articles and quotes; what went wrong."""

    taken: int = 0
    again: int = 0
    articles: int = 0
    quotes: int = 0
    problems: list[UserError] = field(default_factory=list)

    def step(self, total: int) -> Step:
        """Return how far it is with so many files."""
        done = self.taken + self.again
        return Step(done, max(done, total), message("step.archiving", count=self.articles))

    def take(self, place: str, articles: int, quotes: int, troubles: Sequence[FileTrouble]) -> None:
        """Count a file that was taken, with what was found in it."""
        self.taken += 1
        self.articles += articles
        self.quotes += quotes
        self.problems += [problem_of(place, trouble) for trouble in troubles]


def files_of(folders: Sequence[Path], problems: list[UserError]) -> Iterator[Path]:
    """Yield the files of folders; a folder that can't be read is a problem."""
    for folder in folders:
        try:
            yield from files_in(folder) if leads_to_folder(folder) else (folder,)
        except UserError as problem:
            problems.append(problem)


def place_of(path: Path) -> str:
    """Return by what an archive knows a file: its whole path, whichever folder one is in."""
    return with_whole_characters(str(path.absolute()))


def problem_of(path: str, trouble: FileTrouble) -> UserError:
    """Return what is wrong with a file as an error is told."""
    return UserError(trouble.code, trouble.message, path=str(Path(path, trouble.inner)) if trouble.inner else path)
