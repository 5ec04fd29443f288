"""Reading XML of ours back as a tree; what is nested deeper than any report is refused as soon as that is seen."""

import xml.etree.ElementTree as ET
from io import BytesIO

_DEEPEST = 100


def parse_tree(data: bytes) -> ET.Element:
    """Return the tree of XML that we made; a ValueError where it is not whole, or nested deeper than any report is.

    A tree that fills the memory first costs seconds: without any left, Python 3.11 may try to go on until it is ended.
    """
    opened: list[ET.Element] = []
    depth = 0
    try:
        told = ET.iterparse(BytesIO(data), ("start", "end"))  # noqa: S314 - our own; a stranger's in a process of its own
        for event, element in told:
            depth += 1 if event == "start" else -1
            if depth > _DEEPEST:
                raise ValueError("it is nested too deeply")
            opened = opened or [element]
    except (ET.ParseError, LookupError) as error:  # an encoding that nobody knows
        raise ValueError(str(error)) from error
    return opened[0]
