"""Numbers in digits of any script, read by value: groups and decimals, fractions, and signs such as "½"."""

import re
import unicodedata
from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType

from crossquote.notation import read_toml
from crossquote.resources import resource

GROUP = 3
"""So many digits stand in a group ("1,200")."""
_VULGAR = unicodedata.numeric
_BETWEEN = re.compile("[\\s'’]")
_LAKHS = re.compile("[0-9]{1,2}(,[0-9]{2})*,[0-9]{3}")
_PIECE = re.compile(r"[0-9]+(?:\.[0-9]+)?|\D")
_ARABIC = str.maketrans({"\u066b": ".", "\u066c": None})
"""Arabic's signs before decimals and between thousands."""
_TENS = frozenset({10.0, 100.0, 1000.0})
_MYRIAD = 10_000
"""From here on a sign for a number multiplies all that stands before it: 三百五十万."""


def digits_of(token: str) -> str:
    """Return `token` with the decimal digits of any script as 0–9."""
    return "".join(str(unicodedata.decimal(c)) if c.isdecimal() else c for c in token)


def opens_number(token: str) -> bool:
    """Tell whether a word begins with a digit or a sign for a number."""
    return token[:1].isnumeric() or token[:1] in _signs()


@lru_cache(maxsize=1)
def _signs() -> Mapping[str, float]:
    """Return the values of signs that Unicode gives none yet."""
    table = read_toml(resource("scripts.toml"))["numbers"]
    return MappingProxyType({sign: float(value) for sign, value in table.items()})


def read_digits(token: str, decimal: str = ".") -> tuple[float, float | None] | None:
    """Return the value of a number in digits, and its other reading; None where it is none ("18:30", "1/2/20")."""
    digits = _BETWEEN.sub("", digits_of(token)).rstrip("%").replace("·", ".").translate(_ARABIC)
    if "\u066b" in token:
        decimal = "."
    if digits.isascii() and digits.isdigit():
        return float(digits[:300]), None
    marks = [c for c in digits if c in ".,"]
    whole = digits.replace(".", "").replace(",", "")
    if "/" in digits:
        return _with_slash(digits)
    if not marks or not (whole.isascii() and whole.isdigit()) or len(digits) > 60:
        return _vulgar(token)
    if len(set(marks)) == 2:
        last = max(digits.rfind("."), digits.rfind(","))
        return float(digits[:last].replace(".", "").replace(",", "") + "." + digits[last + 1 :]), None
    return _one_mark(digits, marks[0], len(marks), decimal)


def _one_mark(digits: str, mark: str, count: int, decimal: str) -> tuple[float, float | None] | None:
    parts = digits.split(mark)
    if not all(parts):
        return None
    grouped = all(len(part) == GROUP for part in parts[1:]) and len(parts[0]) <= GROUP and parts[0] != "0"
    as_whole = float("".join(parts))
    if count > 1:
        return (as_whole, None) if grouped or _LAKHS.fullmatch(digits) else None
    as_decimal = float(f"{parts[0]}.{parts[1]}")
    if not grouped:
        return as_decimal, None
    return (as_decimal, as_whole) if mark == decimal else (as_whole, as_decimal)


def _with_slash(digits: str) -> tuple[float, float | None] | None:
    """Read "3/4" as a fraction and "1939/40" as its first number."""
    parts = digits.split("/")
    if len(parts) != 2 or not all(part.isascii() and part.isdigit() and len(part) < 12 for part in parts):
        return None
    top, below = float(parts[0]), float(parts[1])
    return (top / below if 0 < top < below < 10 else top), None


def _vulgar(token: str) -> tuple[float, float | None] | None:
    """Read "½", "3½" and other signs that Unicode gives a value."""
    if not token or len(token) > 6:
        return None
    last = _VULGAR(token[-1], -1.0)
    whole = digits_of(token[:-1])
    if last < 0 or token[-1].isdecimal() or (whole and not (whole.isascii() and whole.isdigit())):
        return None
    return (float(whole) if whole else 0.0) + last, None


def read_signs(token: str) -> float | None:
    """Return the value of a number in signs, or in digits and signs ("三百五十万", "1億2000万"), if it is one."""
    total = part = last = 0.0
    for piece in _PIECE.findall(digits_of(token).replace(",", "")):
        value = float(piece) if piece[0].isdecimal() else _signs().get(piece, _VULGAR(piece, -1.0))
        if value < 0:
            return None
        if value >= _MYRIAD and not piece[0].isdecimal():
            total, part, last = total + (part + last or 1) * value, 0.0, 0.0
        elif value in _TENS and not piece[0].isdecimal():
            part, last = part + (last or 1) * value, 0.0
        else:
            last = value
    return total + part + last
