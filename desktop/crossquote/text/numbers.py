"""Numbers by value, however they are written: 1,200 = 1.200 = 1 200 = twelve hundred; 3 млн = 3 million.

What a number means can hang on the language ("1.200"); where it can't be told, `also` holds the other reading.
"""

import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from crossquote.language.language import Language
from crossquote.model.span import Span
from crossquote.text.words import Word, fold

_GROUP = 3
_VULGAR = unicodedata.numeric


class NumberKind(StrEnum):
    """What sort of number it is."""

    CARDINAL = "cardinal"
    ORDINAL = "ordinal"
    PERCENT = "percent"
    POINTS = "points"
    SHARE = "share"
    ROUGH = "rough"


@dataclass(frozen=True, slots=True)
class Number:
    """A number in a text: its place, value, and another value that the same signs could stand for.

    `weak` numbers are words that often count nothing ("one", "first", "both"); `rough` ones ("dozens") hold
    from `value` up to ten times it. `words` are the places of its words in the list that was read.
    """

    span: Span
    value: float
    kind: NumberKind = NumberKind.CARDINAL
    also: float | None = None
    weak: bool = False
    words: tuple[int, int] = (0, 0)

    @property
    def values(self) -> tuple[float, ...]:
        """All values that it may stand for; a share in percent counts as a fraction of one, too."""
        own = (self.value,) if self.also is None else (self.value, self.also)
        return (*own, self.value / 100) if self.kind is NumberKind.PERCENT else own


@dataclass(frozen=True, slots=True, eq=False)
class Numerals:
    """How a language writes numbers: `[numbers]` of its lexicon.

    `values`, `ordinals`, `multipliers`, `shares` and `rough` give words with their values; a word that ends in `*`
    stands for all that begin so. `joiners` stand between them ("and"), `weak` ones often count nothing,
    `percent` and `points` follow a number, `endings` are glued to digits ("th"), `parts` glue to one word (German).
    """

    values: Mapping[str, float]
    ordinals: Mapping[str, float]
    multipliers: Mapping[str, float]
    shares: Mapping[str, float]
    rough: Mapping[str, float]
    joiners: frozenset[str]
    weak: frozenset[str]
    percent: frozenset[str]
    points: tuple[tuple[str, ...], ...]
    endings: frozenset[str]
    glued: bool
    decimal: str
    spaced: bool
    glue: tuple[str, ...]


@lru_cache(maxsize=64)
def load_numerals(language: Language) -> Numerals:
    """Return how the language of `lexicon` writes numbers."""
    section = "numbers"

    def table(key: str) -> dict[str, float]:
        return {fold(word): value for word, value in language.lexicon.numbers(section, key).items()}

    return Numerals(
        values=table("values"),
        ordinals=table("ordinals"),
        multipliers=table("multipliers"),
        shares=table("shares"),
        rough=table("rough"),
        joiners=frozenset(map(fold, language.lexicon.texts(section, "joiners"))),
        weak=frozenset(map(fold, language.lexicon.texts(section, "weak"))),
        percent=frozenset(map(fold, language.lexicon.texts(section, "percent"))),
        points=tuple(tuple(fold(phrase).split()) for phrase in language.lexicon.texts(section, "points")),
        endings=frozenset(map(fold, language.lexicon.texts(section, "endings"))),
        glued=bool(language.lexicon.texts(section, "glue")),
        decimal=language.lexicon.text(section, "decimal", "."),
        spaced=language.lexicon.text(section, "group", ",") == " ",
        glue=tuple(map(fold, language.lexicon.texts(section, "glue"))),
    )


def lookup(table: Mapping[str, float], key: str) -> float | None:
    """Return the value of `key`, as a whole or by the longest entry with `*` that it begins with."""
    found = table.get(key)
    if found is not None:
        return found
    for length in range(len(key), 2, -1):
        found = table.get(key[:length] + "*")
        if found is not None:
            return found
    return None


def digits_of(token: str) -> str:
    """Return `token` with the decimal digits of any script as 0–9."""
    return "".join(str(unicodedata.decimal(c)) if c.isdecimal() else c for c in token)


def read_digits(token: str, decimal: str = ".") -> tuple[float, float | None] | None:
    """Return the value of a number in digits, and its other reading; None where it is none ("18:30", "1/2/20")."""
    digits = digits_of(token).replace("\u00a0", "").replace("\u202f", "").rstrip("%")
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
    grouped = all(len(part) == _GROUP for part in parts[1:]) and len(parts[0]) <= _GROUP and parts[0] != "0"
    as_whole = float("".join(parts))
    if count > 1:
        return (as_whole, None) if grouped else None
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


def read_glued(key: str, numerals: Numerals) -> float | None:
    """Return the value of a number written as one word from known parts ("zweiundvierzig"), None where it is none."""
    if not numerals.glued or len(key) > 60:
        return None
    total, current, position, pieces = 0.0, 0.0, 0, 0
    while position < len(key):
        joint = next((g for g in numerals.glue if key.startswith(g, position)), "")
        if joint and pieces:
            position += len(joint)
        length, value, times = _longest_part(key, position, numerals)
        if not length:
            return None
        pieces += 1
        if times and value >= 1000:
            total, current = total + max(current, 1.0) * value, 0.0
        else:
            current = max(current, 1.0) * value if times else current + value
        position += length
    return total + current if pieces else None


def _longest_part(key: str, position: int, numerals: Numerals) -> tuple[int, float, bool]:
    for end in range(min(len(key), position + 12), position, -1):
        part = key[position:end]
        if part in numerals.multipliers:
            return len(part), numerals.multipliers[part], True
        if part in numerals.values:
            return len(part), numerals.values[part], False
    return 0, 0.0, False


@lru_cache(maxsize=65536)
def read_word(numerals: Numerals, key: str) -> tuple[str, float] | None:
    """Return what part of a number the word `key` is ("value", "multiplier", "ordinal"), with its value."""
    for sort, table in (
        ("value", numerals.values),
        ("multiplier", numerals.multipliers),
        ("ordinal", numerals.ordinals),
    ):
        value = lookup(table, key)
        if value is not None:
            return sort, value
    if "-" in key and len(key) < 60:
        return _read_hyphened(numerals, key)
    glued = read_glued(key, numerals)
    return None if glued is None else ("value", glued)


def _read_hyphened(numerals: Numerals, key: str) -> tuple[str, float] | None:
    """Read "twenty-one", "four-hundred-seventy-three", "twenty-first"."""
    *heads, last = key.split("-")
    total = 0.0
    for part in heads:
        value, times = lookup(numerals.values, part), lookup(numerals.multipliers, part)
        if value is None and times is None:
            return None
        total = total + value if value is not None else max(total, 1.0) * (times or 1.0)
    for sort, table in (("value", numerals.values), ("ordinal", numerals.ordinals)):
        end = lookup(table, last)
        if end is not None:
            return sort, total + end
    times = lookup(numerals.multipliers, last)
    return None if times is None else ("value", total * times)


@lru_cache(maxsize=65536)
def read_special(numerals: Numerals, key: str) -> tuple[float, NumberKind, bool] | None:
    """Return value, kind and weakness of a word that is a rough number or a share by itself."""
    rough = lookup(numerals.rough, key)
    if rough is not None:
        return rough, NumberKind.ROUGH, False
    alone = lookup(numerals.shares, key)
    if alone is not None:
        return alone, NumberKind.SHARE, key in numerals.weak
    top, hyphen, below = key.partition("-")
    parts = (lookup(numerals.values, top), lookup(numerals.shares, below)) if hyphen else (None, None)
    if parts[0] is not None and parts[1] is not None:
        return parts[0] * parts[1], NumberKind.SHARE, False
    return None


@dataclass(slots=True)
class _Reader:
    """Reads the numbers of one list of words, from left to right."""

    text: str
    words: Sequence[Word]
    numerals: Numerals

    def token(self, at: int) -> str:
        return self.words[at].span.of(self.text) if at < len(self.words) else ""

    def key(self, at: int) -> str:
        return self.words[at].key if at < len(self.words) else ""

    def gap(self, at: int) -> str:
        """Return what stands between word `at` and the one before it."""
        return self.text[self.words[at - 1].span.end : self.words[at].span.start] if at < len(self.words) else "|"

    def number(self, at: int) -> Number | None:
        """Return the number that starts at word `at`."""
        key = self.key(at)
        if not (key[:1].isnumeric() or read_word(self.numerals, key) or read_special(self.numerals, key)):
            return None
        found = self.in_digits(at) if self.token(at)[:1].isnumeric() else self.in_words(at)
        if found is None:
            return None
        value, also, end, kind, weak = found
        if kind is NumberKind.SHARE and self.key(end) in self.numerals.joiners and self.gap(end) == " ":
            times = lookup(self.numerals.multipliers, self.key(end + 1))
            end += times is not None
        value, also, end = self.multiplied(value, also, end)
        kind, end = self.of_hundred(kind, end, at)
        span = Span(self.words[at].span.start, self.words[end - 1].span.end)
        return Number(span, value, kind, also, weak and end == at + 1, (at, end))

    def in_digits(self, at: int) -> tuple[float, float | None, int, NumberKind, bool] | None:
        token, end = self.token(at), at + 1
        parsed = read_digits(token, self.numerals.decimal)
        if parsed is None:
            return None
        while self.numerals.spaced and token.isdecimal() and self.group_follows(at, end):
            token += self.token(end)
            parsed = (float(token), None)
            end += 1
        kind = NumberKind.PERCENT if self.token(at).endswith("%") else NumberKind.CARDINAL
        if self.key(end) in self.numerals.endings and self.gap(end) in ("", "-", "."):
            kind, end = NumberKind.ORDINAL, end + 1
        return parsed[0], parsed[1], end, kind, False

    def group_follows(self, at: int, end: int) -> bool:
        token = self.token(end)
        return (
            len(self.token(at)) <= _GROUP
            and len(token) == _GROUP
            and token.isdecimal()
            and end - at < 5
            and self.gap(end) in (" ", "\u2009")
        )

    def in_words(self, at: int) -> tuple[float, float | None, int, NumberKind, bool] | None:
        numerals, total, current, end = self.numerals, 0.0, 0.0, at
        kind, last = NumberKind.CARDINAL, 0.0
        while end < len(self.words) and kind is NumberKind.CARDINAL and (end == at or self.gap(end) in (" ", "-")):
            step = self.piece(end)
            if step is None:
                if self.key(end) in numerals.joiners and end > at and self.goes_on(end + 1, last):
                    end += 1
                    continue
                break
            sort, value = step
            if sort == "multiplier" and value >= 1000:
                total, current = total + max(current, 1.0) * value, 0.0
            elif sort == "multiplier":
                current = max(current, 1.0) * value
            elif end > at and not _fits(last, value):
                break
            else:
                current += value
                kind = NumberKind.ORDINAL if sort == "ordinal" else kind
            last, end = value, end + 1
        if end == at:
            return self.special(at)
        share = self.share(total + current, at, end)
        return share or (total + current, None, end, kind, self.key(at) in numerals.weak)

    def goes_on(self, at: int, last: float) -> bool:
        """Tell whether the word `at` can go on a number after a joiner ("hundred and five", "treinta y cinco")."""
        step = self.piece(at) if at < len(self.words) and self.gap(at) == " " else None
        return step is not None and step[0] == "value" and (last >= 100 or _fits(last, step[1]))

    def piece(self, at: int) -> tuple[str, float] | None:
        return read_word(self.numerals, self.key(at))

    def share(self, top: float, at: int, end: int) -> tuple[float, float | None, int, NumberKind, bool] | None:
        """Read "two thirds", "one-third"."""
        below = lookup(self.numerals.shares, self.key(end)) if self.gap(end) in (" ", "-") else None
        if below is None or not 0 < top < 20 or end - at > 1:
            return None
        return top * below, None, end + 1, NumberKind.SHARE, False

    def special(self, at: int) -> tuple[float, float | None, int, NumberKind, bool] | None:
        """Read "half", "dozens", "two-thirds" as one word."""
        found = read_special(self.numerals, self.key(at))
        return None if found is None else (found[0], None, at + 1, *found[1:])

    def multiplied(self, value: float, also: float | None, end: int) -> tuple[float, float | None, int]:
        """Take in "million" and its like after the digits."""
        while end < len(self.words) and self.gap(end) in (" ", "", "-", "\u00a0", "\u202f"):
            times = lookup(self.numerals.multipliers, self.key(end)) or lookup(self.numerals.rough, self.key(end))
            if times is None or times < 100:
                break
            # One letter may as well be a unit: 5m is five million, or five metres.
            also = value if len(self.key(end)) == 1 else None if also is None else also * times
            value, end = value * times, end + 1
        return value, also, end

    def of_hundred(self, kind: NumberKind, end: int, at: int) -> tuple[NumberKind, int]:
        """Take in "percent" and "percentage points" after the number."""
        if end >= len(self.words) and kind is not NumberKind.PERCENT:
            return (NumberKind.PERCENT, end) if self.percent_sign(end) else (kind, end)
        for phrase in self.numerals.points:
            if tuple(word.key for word in self.words[end : end + len(phrase)]) == phrase:
                return NumberKind.POINTS, end + len(phrase)
        if kind is NumberKind.PERCENT or self.percent_sign(end):
            return NumberKind.PERCENT, end
        keys = self.numerals.percent
        if end > at and any(self.key(end) == p or (p.endswith("*") and self.key(end).startswith(p[:-1])) for p in keys):
            return NumberKind.PERCENT, end + 1
        return kind, end

    def percent_sign(self, end: int) -> bool:
        after = self.words[end - 1].span.end
        return self.text[after : after + 2].lstrip(" \u00a0\u202f")[:1] in ("%", "٪", "％")


def _fits(last: float, value: float) -> bool:
    """Tell whether `value` can follow `last` inside one number ("twenty" "one", "hundred" "five")."""
    return (20 <= last < 100 and 0 < value < 10) or (last >= 100 and 0 < value < last)


def find_numbers(text: str, words: Sequence[Word], language: Language) -> tuple[Number, ...]:
    """Return the numbers among `words` (those of `text`), in order."""
    reader = _Reader(text, words, load_numerals(language))
    found: list[Number] = []
    at = 0
    while at < len(words):
        number = reader.number(at)
        if number is None:
            at += 1
        else:
            found.append(number)
            at = max(number.words[1], at + 1)
    return tuple(found)
