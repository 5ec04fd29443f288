"""Which letters an XML file can hold (XML 1.0, production 2)."""

_ALLOWED = frozenset("\t\n\r")
_HIGHEST = 0xFFFD


def xml_text(text: str) -> str:
    """Return `text` with what XML can't hold as replacement characters."""
    return "".join(letter if _fits(letter) else "\ufffd" for letter in text)


def _fits(letter: str) -> bool:
    code = ord(letter)
    return letter in _ALLOWED or 0x20 <= code < 0xD800 or 0xE000 <= code <= _HIGHEST or code > 0xFFFF
