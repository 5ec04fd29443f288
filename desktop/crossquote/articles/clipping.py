"""What was copied elsewhere: its text, its hypertext where the program that it is from gave one, and its address.

As bytes it has the form in which Windows keeps hypertext on the clipboard ("HTML Format"): so it goes through the same
door as files, with a reader of its own, which no file is for.
"""

import re

from msgspec import Struct

from crossquote.articles.reader import Draft, Head, Hints, Sureness

_HEAD = re.compile(rb"\A(?:\xef\xbb\xbf)?\s*Version:[\d.]+\s*\r?\n(?:[A-Za-z]{2,40}:[^\r\n<]{0,2100}\r?\n){1,20}")
_ADDRESS = re.compile(rb"(?m)^SourceURL:([^\r\n]+)")
_FRAGMENT = re.compile(rb"<!--\s*StartFragment\s*-->(.*)<!--\s*EndFragment\s*-->", re.DOTALL)
_LONGEST_ADDRESS = 2000


class Clipping(Struct, frozen=True):
    """What was copied or dragged: `page` is empty where it is no hypertext, `address` where nothing says one."""

    text: str
    page: str = ""
    address: str = ""


def pack_clipping(page: str, address: str) -> bytes:
    """Return hypertext and the address of the page that it was copied from as bytes."""
    one_line = "".join(address.splitlines())[:_LONGEST_ADDRESS]
    head = f"Version:1.0\r\nStartHTML:-1\r\nSourceURL:{one_line}\r\n"
    return (head + page).encode(errors="replace")


def unpack_clipping(data: bytes) -> tuple[bytes, str]:
    """Return the hypertext, and the address that it is from: empty where none is said."""
    head = _HEAD.match(data)
    if head is None:
        return data, ""
    told, body = _ADDRESS.search(head[0]), data[head.end() :]
    fragment = _FRAGMENT.search(body)
    return (fragment[1] if fragment else body), (told[1].decode(errors="replace").strip() if told else "")


class ClippingReader(Struct, frozen=True):
    """Reads hypertext that was copied: a piece of a page, chosen by a person."""

    name: str = "clipping"
    media: str = "text/html"
    suffixes: tuple[str, ...] = ()
    trusted: bool = False

    def sniff(self, head: Head, _name: str) -> Sureness:
        """Know it by its first lines."""
        return Sureness.CERTAIN if _HEAD.match(head.data) else Sureness.NO

    def read(self, data: bytes, hints: Hints) -> Draft:
        """Return the article in what was copied."""
        from crossquote.articles.web.copied import read_copied  # noqa: PLC0415 - only the child pays for libraries

        page, address = unpack_clipping(data)
        return read_copied(page, address, hints)


READER = ClippingReader()
