"""What a browser saves beside a page: a folder of the page's name, with its pictures, scripts and frames."""

import re
from collections.abc import Iterator
from html import unescape
from itertools import islice
from pathlib import Path, PurePosixPath
from urllib.parse import unquote

from crossquote.errors import UserError
from crossquote.files import leads_to_file, read_file
from crossquote.paths import is_plain

_PAGES = frozenset({".html", ".htm", ".xhtml"})
_FRAME = re.compile(rb"""<iframe\b[^<>]{0,2000}?\ssrc\s*=\s*["']([^"'<>]{1,500})["']""", re.IGNORECASE)
_MOST, _MOST_BYTES = 20, 1024 * 1024


def goes_with_page(folder: Path) -> bool:
    """Tell whether a folder is what a browser saved with a page that lies beside it: "page_files" with "page.html"."""
    stem, sign, rest = folder.name.rpartition("_")
    return bool(sign and rest.isalpha()) and any(leads_to_file(folder.with_name(stem + ending)) for ending in _PAGES)


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
        folder = path.with_name(place.parts[0])
        file = folder / place.name
        if not folder.name.startswith(f"{path.stem}_") or folder.is_symlink() or not is_plain(file):
            continue
        try:
            yield named, read_file(file, _MOST_BYTES, "error.article-too-large")
        except UserError:
            continue
