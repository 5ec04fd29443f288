"""What comes in by name: which of the paths that are handed over are projects, packages, memories, or articles."""

from collections.abc import Sequence
from pathlib import Path

from msgspec import Struct

from crossquote.articles.arrival import outermost
from crossquote.message import message
from crossquote.progress import Step, Work
from crossquote.project.store import is_project
from crossquote.work.edits.own_versions import MEMORY
from crossquote.work.packages import holds_packages
from crossquote.work.projects import is_named_so


class Incoming(Struct, frozen=True):
    """Paths by what lies there. Where there is a project, it is the first one, and nothing else comes in."""

    project: Path | None = None
    packages: tuple[Path, ...] = ()
    memories: tuple[Path, ...] = ()
    files: tuple[Path, ...] = ()


def find_outermost(paths: Sequence[Path]) -> Work[tuple[Path, ...]]:
    """Return the files that paths lead to, or into, each once: where that is, only a look at the disk can tell."""
    found: dict[Path, None] = {}
    for number, path in enumerate(paths):
        yield Step(number, len(paths), message("step.reading", file=path.name))
        found[outermost(path)] = None
    return tuple(found)


def sort_incoming(names: Sequence[str]) -> Work[Incoming]:
    """Return paths by what lies there; each is looked at, on another machine too. An empty one stands for nothing."""
    packages, memories, files = list[Path](), list[Path](), list[Path]()
    for number, path in enumerate(map(Path, filter(None, names))):
        yield Step(number, len(names), message("step.reading", file=path.name))
        if is_named_so(path) or is_project(path):
            return Incoming(project=path)
        if holds_packages(path):
            packages.append(path)
        elif path.suffix.lower() == MEMORY:
            memories.append(path)
        else:
            files.append(path)
    return Incoming(packages=tuple(packages), memories=tuple(memories), files=tuple(files))
