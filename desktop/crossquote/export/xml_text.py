"""Which letters an XML file can hold (XML 1.0, production 2)."""

import re

_ODD = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def xml_text(text: str) -> str:
    """Return `text` with what XML can't hold as replacement characters."""
    return _ODD.sub("\ufffd", text)
