"""Reading an edition back: each witness along the apparatus, and all else as it stands."""

import xml.etree.ElementTree as ET
from collections.abc import Iterator

from crossquote.export.trees import parse_tree

_T = "{http://www.tei-c.org/ns/1.0}"


def read_edition(data: bytes) -> Iterator[str]:
    """Yield the texts of an edition; raise ValueError where it is none, or is cut off."""
    tree = parse_tree(data)
    for line in tree.iter(f"{_T}ab"):
        for siglum in sorted({siglum for entry in line.iter() for siglum in entry.get("wit", "").split()}):
            yield read_witness(line, siglum)
    yield from tree.itertext()


def read_witness(line: ET.Element, siglum: str) -> str:
    """Return what a witness has in a line with an apparatus."""
    parts = [line.text or ""]
    for entry in line:
        if entry.tag == f"{_T}app":
            parts += ("".join(one.itertext()) for one in entry if siglum in one.get("wit", "").split())
        parts.append(entry.tail or "")
    return "".join(parts)
