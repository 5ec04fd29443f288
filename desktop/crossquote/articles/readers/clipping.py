"""Hypertext that was copied: a piece of a page, chosen by a person, with the address of the page."""

from dataclasses import dataclass

from crossquote.articles.clipping import is_clipping, unpack_clipping
from crossquote.articles.reader import Draft, Head, Hints, Sureness


@dataclass(frozen=True, slots=True)
class ClippingReader:
    """Reads what lay on the clipboard."""

    name: str = "clipping"
    media: str = "text/html"
    suffixes: tuple[str, ...] = ()
    trusted: bool = False

    def sniff(self, head: Head, _name: str) -> Sureness:
        """Know it by its first lines."""
        return Sureness.CERTAIN if is_clipping(head.data) else Sureness.NO

    def read(self, data: bytes, hints: Hints) -> Draft:
        """Return the article in what was copied."""
        from crossquote.articles.web.copied import read_copied  # noqa: PLC0415 - only the child pays for libraries

        page, address = unpack_clipping(data)
        return read_copied(page, address, hints)


READER = ClippingReader()
