"""ZIP archives: the files in one, each to be read by itself."""

from msgspec import Struct

from crossquote.articles.beside_page import go_with_pages
from crossquote.articles.damage import damaged
from crossquote.articles.format_signs import holds
from crossquote.articles.hidden import is_hidden
from crossquote.articles.packed import unpack
from crossquote.articles.reader import Enclosed, Head, Hints, Several, Sureness

_NAME = "zip"
_LONGEST_NAME = 4000
_SIGN = holds(b"PK\x03\x04")
_BESIDE = "__MACOSX/"
"""Where a Mac puts what it keeps of each file beside it."""


class ArchiveReader(Struct, frozen=True):
    """Unpacks the files in memory; links and folders are left out, names lead nowhere."""

    name: str = _NAME
    media: str = "application/zip"
    suffixes: tuple[str, ...] = (".zip",)
    trusted: bool = False

    def sniff(self, head: Head, name: str) -> Sureness:
        """Know it by its first bytes; what else is packed so is surer of it."""
        return _SIGN(head, name)

    def read(self, data: bytes, hints: Hints) -> Several:
        """Return the files in the archive."""
        with unpack(data, _NAME, hints) as packed:
            names = [name for name in packed.names if not _is_set_aside(name)]
            found = {name: packed.read(name) or b"" for name in names}
        of_pages = go_with_pages(found)
        files = tuple(Enclosed(name[-_LONGEST_NAME:], data) for name, data in found.items() if name not in of_pages)
        if not files:
            raise damaged(_NAME, hints)
        return Several(files=files)


READER = ArchiveReader()


def _is_set_aside(name: str) -> bool:
    return name.startswith(_BESIDE) or is_hidden(name.rpartition("/")[2])
