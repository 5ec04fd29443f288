"""Signs by which the content of a file tells its format."""

import regex

from crossquote.articles.reader import Head, Sureness
from crossquote.articles.refusal import Sign

_ZIP = b"PK\x03\x04"
_PARTS = (b".xml", b".rels", b".bin", b".iwa")
"""What programs call the parts of their documents: a folder of articles may be called as one of theirs is."""
_NO_TEXT = regex.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")


def begins(*starts: bytes, at: int = 0) -> Sign:
    """Return the sign of a file that has one of `starts` at the byte `at`, and in its first 4 KB what no text has."""

    def sign(head: Head, _name: str) -> Sureness:
        found = head.data.startswith(starts, at) and _NO_TEXT.search(head.data, 0, 4096)
        return Sureness.CERTAIN if found else Sureness.NO

    return sign


def holds(start: bytes, *words: bytes, suffixes: tuple[str, ...] = ()) -> Sign:
    """Return the sign of a file with this `start`, one of `words` in its head, or else one of `suffixes` in its name.

    Without words and suffixes, every file with this start is likely of the format.
    """

    def sign(head: Head, name: str) -> Sureness:
        if not head.data.startswith(start):
            return Sureness.NO
        if not words and not suffixes:
            return Sureness.LIKELY
        if any(word in head.data for word in words):
            return Sureness.CERTAIN
        return Sureness.LIKELY if name.lower().endswith(suffixes) else Sureness.NO

    return sign


def matches(starts: str | tuple[str, ...], pattern: str) -> Sign:
    """Return the sign of a file whose text begins with one of `starts`, and there with what `pattern` matches.

    The pattern is made ready when the first such text comes: most files that there are never ask for it.
    """

    def sign(head: Head, _name: str) -> Sureness:
        found = head.text.startswith(starts) and regex.match(pattern, head.text)
        return Sureness.CERTAIN if found else Sureness.NO

    return sign


def zip_with(folder: bytes, *suffixes: str) -> Sign:
    """Return the sign of a zip archive with a member in `folder`, or else one of `suffixes` in its name."""

    def sign(head: Head, name: str) -> Sureness:
        if not head.data.startswith(_ZIP):
            return Sureness.NO
        if any(member.startswith(folder) and member.endswith(_PARTS) for member in head.members):
            return Sureness.CERTAIN
        return Sureness.LIKELY if name.lower().endswith(suffixes) else Sureness.NO

    return sign


def zip_of_type(media: str, *suffixes: str) -> Sign:
    """Return the sign of a zip archive whose first member says its media type, as OpenDocument and EPUB want it.

    Where that is lost, one of `suffixes` in its name says so.
    """
    said = b"mimetype" + media.encode()

    def sign(head: Head, name: str) -> Sureness:
        if b"mimetype" in head.members and said in head.data:
            return Sureness.CERTAIN
        named = bool(suffixes) and head.data.startswith(_ZIP) and name.lower().endswith(suffixes)
        return Sureness.LIKELY if named else Sureness.NO

    return sign


def named(pattern: str, *suffixes: str) -> Sign:
    """Return the sign of a file whose name says its format, and whose text begins with what `pattern` matches.

    That alone would be no sign: a text may begin so. With the name it is a file of the format that is broken.
    """

    def sign(head: Head, name: str) -> Sureness:
        found = name.lower().endswith(suffixes) and regex.match(pattern, head.text)
        return Sureness.LIKELY if found else Sureness.NO

    return sign
