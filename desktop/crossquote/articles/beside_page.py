"""What a browser saves beside a page: a folder of the page's name, with its pictures, scripts and frames."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache, partial
from html import unescape
from itertools import accumulate, islice
from pathlib import Path, PurePosixPath
from urllib.parse import unquote

from crossquote.errors import UserError
from crossquote.files import leads_to_file, open_given, read_file
from crossquote.paths import is_plain

_PAGES = (".html", ".htm", ".xhtml")
_FOLDER = re.compile(r"(.+)([_.-])[^\W\d_]+")
"""What a browser calls a page's folder: as the page, with a word behind a sign."""
_FRAME = re.compile(rb"""<iframe\b[^<>]{0,2000}?\ssrc\s*=\s*["']([^"'<>]{1,500})["']""", re.IGNORECASE)
_MOST, _MOST_BYTES = 20, 1024 * 1024
_DEEPEST, _BEGINS = 16, 1024 * 1024
_FIRST = r"\s*=\s*[\"']?\s*(?:\./)?([^\"'<>/\\\n]{1,255})/"
_SHOWN = re.compile(
    rf"\b(?:src(?:set)?|poster|background|data){_FIRST}|<(?:link|image)\b[^<>]{{0,2000}}?\bhref{_FIRST}"
    r"|\burl\(\s*[\"']?(?:\./)?([^\"'<>/\\\n]{1,255})/",
    re.IGNORECASE,
)
_LINKED = re.compile(rf"<(?:a|area)\b[^<>]{{0,2000}}?\bhref{_FIRST}", re.IGNORECASE)
"""How a page names its pictures, scripts, styles and frames, and how where it leads to; each with the first folder."""


def pages_beside(folders: Iterable[Path]) -> dict[Path, Path]:
    """Return the page of each folder that a browser saved with one: "page.html" of "page_files"; each is read once."""
    shown_by = cache(_shown_by)

    def page_of(folder: Path) -> str | None:
        return _page_of(folder.name, lambda name: shown_by(folder.with_name(name)))

    return {folder: folder.with_name(page) for folder in folders if (page := page_of(folder)) is not None}


def go_with_pages(files: Mapping[str, bytes]) -> frozenset[str]:
    """Return the names of those files of an archive that lie in a folder which was saved with a page in it."""

    @cache
    def beside(place: str, name: str) -> frozenset[str]:
        return _shown(files.get(f"{place}/{name}" if place else name, b"")[:_BEGINS])

    folders = {folder for name in files for folder in _folders(name)}
    parted = ((folder, *folder.rpartition("/")[::2]) for folder in folders)
    of_pages = {folder for folder, place, name in parted if _page_of(name, partial(beside, place)) is not None}
    return frozenset(name for name in files if not of_pages.isdisjoint(_folders(name)))


def _folders(name: str) -> Iterator[str]:
    """Yield the folders that a file of an archive lies in, from the outermost on; no page lies deeper than some."""
    return accumulate(name.split("/", _DEEPEST)[:-1], "{}/{}".format)


def _page_of(folder: str, shown_by: Callable[[str], frozenset[str]]) -> str | None:
    """Return the name of the page that a folder of this name was saved with; `shown_by` tells what a page beside shows.

    Browsers and offices call it in the user's language ("page_files", "page-Dateien"). Its page shows what lies in it:
    into a folder with other articles a page only leads.
    """
    parts = _FOLDER.fullmatch(folder)
    pages = [parts[1] + ending for ending in _PAGES] if parts else []
    return next((page for page in pages if folder in shown_by(page)), None)


def _shown_by(path: Path) -> frozenset[str]:
    """Return the folders that a page shows files of, as its beginning says; one that is closed says nothing."""
    if not leads_to_file(path):
        return frozenset()
    try:
        with open_given(path) as file:
            return _shown(file.read(_BEGINS))
    except OSError:
        return frozenset()


def _shown(page: bytes) -> frozenset[str]:
    """Return the folders that a page shows files of, and does not lead into; it may be but the beginning of one."""
    told = unquote(unescape(page.decode(errors="replace")))
    shown = {name for found in _SHOWN.finditer(told) for name in found.groups() if name}
    return frozenset(shown - set(_LINKED.findall(told)))


def frames_beside(path: Path, data: bytes) -> tuple[tuple[str, bytes], ...]:
    """Return the pages that stand in frames of the page at `path`, as it names them, where they were saved with it.

    They are looked for in the folder of the page's own name alone: no name leads elsewhere, no link is followed.
    """
    if b"<iframe" not in data.lower():
        return ()
    return tuple(islice(_frames(path, data), _MOST))


def _frames(path: Path, data: bytes) -> Iterator[tuple[str, bytes]]:
    for found in islice(_FRAME.finditer(data), 10 * _MOST):
        named = unescape(found[1].decode(errors="replace")).strip()
        place = PurePosixPath(unquote(named.partition("?")[0]).removeprefix("./"))
        if len(place.parts) != 2 or "\0" in str(place) or "\\" in str(place) or ".." in place.parts:
            continue
        if not place.parts[0].startswith(tuple(f"{path.stem}{sign}" for sign in "_.-")):
            continue
        folder = path.with_name(place.parts[0])
        file = folder / place.name
        if not is_plain(file) or folder.is_symlink():
            continue
        try:
            yield named, read_file(file, _MOST_BYTES, "error.article-too-large")
        except UserError:
            continue
