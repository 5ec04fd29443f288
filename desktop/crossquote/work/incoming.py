"""What comes in by name: which of the paths that are handed over are projects, packages, memories, or articles."""

from collections.abc import Sequence
from pathlib import Path

from msgspec import Struct

from crossquote.articles.arrival import outermost
from crossquote.articles.file import read_bytes
from crossquote.articles.shortcuts import address_of
from crossquote.errors import UserError
from crossquote.files import leads_to_file
from crossquote.message import message
from crossquote.online.web_address import WebAddress
from crossquote.progress import Step, Work
from crossquote.project.store import is_project
from crossquote.work.edits.own_versions import MEMORY
from crossquote.work.packages import holds_packages
from crossquote.work.projects import is_named_so
from crossquote.work.web_pages import address_in

_SHORTCUTS = frozenset({".url", ".webloc", ".desktop"})
"""How systems call what leads to a page of the web; whether it does is told by what is in it."""


class Incoming(Struct, frozen=True):
    """Paths by what lies there. Where there is a project, it is the first one, and nothing else comes in.

    `page` is one of the web, where a shortcut to it comes in alone.
    """

    project: Path | None = None
    page: WebAddress | None = None
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
    if len(names) == 1 and (page := _page_of(Path(names[0]))) is not None:
        return Incoming(page=page)
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


def _page_of(path: Path) -> WebAddress | None:
    """Return the page that a shortcut leads to; None of anything else, and where it can't be read."""
    if path.suffix.lower() not in _SHORTCUTS or not leads_to_file(path):
        return None
    try:
        return address_in(address_of(read_bytes(path)) or "")
    except UserError:
        return None
