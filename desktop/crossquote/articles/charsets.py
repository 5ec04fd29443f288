"""Which encodings may be named from outside, and what browsers read a text in that names one of them."""

import codecs
import re
from contextlib import suppress

_OF_TEXTS = re.compile(
    r"ascii|utf-8(?:-sig)?|utf-(?:16|32)(?:-[bl]e)?|cp\d+|iso8859-\d+|koi8-[rtu]|mac-\w+|kz1048|ptcp154|tis-620"
    r"|hp-roman8|gb2312|gbk|gb18030|hz|big5(?:hkscs)?|shift_jis(?:_2004|x0213)?|euc_(?:jp|kr|jis_2004|jisx0213)"
    r"|iso2022_(?:jp|kr)\w*|johab"
)
"""By Python's own names; no other of its codecs. Nor is UTF-7 one: browsers read no page in it, as it hides markup."""
_OTHER_NAMES = {
    "x-sjis": "cp932", "windows-31j": "cp932", "x-euc-jp": "euc_jp", "windows-949": "cp949", "x-gbk": "gb18030",
    "windows-936": "gb18030", "x-x-big5": "big5", "windows-874": "cp874", "iso-8859-8-i": "cp1255",
    **{f"x-cp125{number}": f"cp125{number}" for number in range(9)},
}  # fmt: skip
"""Names that Python does not know."""
_AS_BROWSERS = {
    "ascii": "cp1252", "iso8859-1": "cp1252", "iso8859-9": "cp1254", "iso8859-11": "cp874", "tis-620": "cp874",
    "shift_jis": "cp932", "euc_kr": "cp949", "gb2312": "gb18030", "gbk": "gb18030",
}  # fmt: skip
"""What a text is read in that names an encoding, where that is a wider one (WHATWG, Encoding Standard)."""

LOST = "\ufffd"
"""What stands for a letter that could not be read."""
_FOR_EACH_LOST = 10


def text_encoding(named: str) -> str | None:
    """Return Python's name of an encoding of texts, None where something else is named, or nothing."""
    with suppress(LookupError, ValueError):
        found = codecs.lookup(named.strip()).name
        return found if _OF_TEXTS.fullmatch(found) else None
    return None


def read_as(named: str) -> str | None:
    """Return Python's name of what browsers read a text in that names this encoding, None where it is the name of none.

    Old names are given to what only the wider encodings of Windows have, more often than not.
    """
    found = text_encoding(_OTHER_NAMES.get(named.strip().lower(), named))
    return found and _AS_BROWSERS.get(found, found)


def read_in(named: str, data: bytes) -> str | None:
    """Return a text in the encoding of that name, as browsers take it; None where it is the name of none."""
    encoding = read_as(named)
    return data.decode(encoding, "replace") if encoding else None


def read_as_utf_8(data: bytes) -> str | None:
    """Return `data` in UTF-8, None where it is not all of that; an end in the middle of a letter is cut off.

    With ASCII alone, and signs among it that switch to other letters, it is none either (ISO 2022).
    """
    if b"\x1b" in data and data.isascii():
        return None
    with suppress(UnicodeDecodeError):
        return codecs.getincrementaldecoder("utf-8")().decode(data)
    return None


def read_as_damaged_utf_8(data: bytes) -> str | None:
    """Return a text in UTF-8 of which a few bytes were lost or cut off, None where it is in another encoding.

    What is lost is U+FFFD. Letters of several bytes come about by chance in hardly any other encoding, let alone ten
    for each that is none.
    """
    text = codecs.getincrementaldecoder("utf-8")("replace").decode(data)
    lost = text.count(LOST)
    beyond = len(text) - len(text.encode("ascii", "ignore")) - lost
    if b"\x1b" in data or "\0" in text or not beyond or beyond < _FOR_EACH_LOST * lost:
        return None
    return data.removeprefix(codecs.BOM_UTF8).decode(errors="replace")
