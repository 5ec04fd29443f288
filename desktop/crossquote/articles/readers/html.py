"""Pages of the web, as browsers save them in one file, and pieces of them."""

from msgspec import Struct

from crossquote.articles.markup import is_page
from crossquote.articles.reader import Draft, Head, Hints, Sureness


class HtmlReader(Struct, frozen=True):
    """Reads pages."""

    name: str = "html"
    media: str = "text/html"
    suffixes: tuple[str, ...] = (".html", ".htm", ".xhtml", ".shtml")
    trusted: bool = False

    def sniff(self, head: Head, name: str) -> Sureness:
        """Know it by its first tags, or by many."""
        return is_page(head, name)

    def read(self, data: bytes, hints: Hints) -> Draft:
        """Return the article of the page in `data`."""
        from crossquote.articles.web.page import read_saved_page  # noqa: PLC0415 - as above
        from crossquote.articles.web.posts import Frame  # noqa: PLC0415 - only the child pays for libraries

        frames = [Frame((name,), page) for name, page in hints.frames]
        return read_saved_page(data, hints.encoding or "", (), hints, frames)


READER = HtmlReader()
