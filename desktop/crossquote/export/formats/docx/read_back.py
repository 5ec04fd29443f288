"""Reading a DOCX report back: what it says once every change is accepted, then its comments with who wrote them."""

from collections.abc import Iterator

from crossquote.export.parts import parse_part, unpack_parts

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def read_document(data: bytes) -> Iterator[str]:
    """Yield the texts of a document; raise ValueError where it is none, or is cut off."""
    parts = unpack_parts(data)
    yield from (text.text or "" for text in parse_part(parts, "word/document.xml").iter(f"{_W}t"))
    for comment in parse_part(parts, "word/comments.xml").iter(f"{_W}comment"):
        yield comment.get(f"{_W}author", "")
        yield from (text.text or "" for text in comment.iter(f"{_W}t"))
