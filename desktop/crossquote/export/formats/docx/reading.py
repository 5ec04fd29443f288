"""Reading a DOCX report back: what it says once every change is accepted, then its comments with who wrote them."""

import xml.etree.ElementTree as ET
from collections.abc import Iterator
from io import BytesIO
from zipfile import BadZipFile, ZipFile

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def read_document(data: bytes) -> Iterator[str]:
    """Yield the texts of a document; raise ValueError where it is none, or is cut off."""
    try:
        with ZipFile(BytesIO(data)) as parts:
            if parts.testzip() is not None:
                raise ValueError("a part is damaged")
            body, comments = (parts.read(f"word/{name}.xml") for name in ("document", "comments"))
    except (BadZipFile, KeyError) as error:
        raise ValueError(str(error)) from error
    yield from (text.text or "" for text in _tree(body).iter(f"{_W}t"))
    for comment in _tree(comments).iter(f"{_W}comment"):
        yield comment.get(f"{_W}author", "")
        yield from (text.text or "" for text in comment.iter(f"{_W}t"))


def _tree(data: bytes) -> ET.Element:
    try:
        return ET.fromstring(data)  # noqa: S314 - our own, made just now
    except ET.ParseError as error:
        raise ValueError(str(error)) from error
