"""Numbers by value, however they are written: 1,200 = 1.200 = 1 200 = twelve hundred; 3 млн = 3 million.

What a number means can hang on the language ("1.200"); where it can't be told, `also` holds the other reading.
"""

import math
import re
from collections.abc import Iterator, Sequence
from enum import StrEnum
from functools import lru_cache
from itertools import pairwise

from msgspec import Struct
from msgspec.structs import replace

from crossquote.language.language import Language
from crossquote.model.span import Span
from crossquote.text.digits import opens_number, read_digits, read_signs
from crossquote.text.numerals import (
    FEW,
    HUNDRED,
    SYLLABLES,
    Numerals,
    behind_multiplier,
    fits,
    load_numerals,
    lookup,
    read_on,
    read_word,
)
from crossquote.text.scripts import FIRST_SIGN
from crossquote.text.shares import Phrases
from crossquote.text.terms import stands_for
from crossquote.text.words import Word


class NumberKind(StrEnum):
    """What sort of number it is."""

    CARDINAL = "cardinal"
    ORDINAL = "ordinal"
    PERCENT = "percent"
    PERMILLE = "permille"
    POINTS = "points"
    SHARE = "share"
    ROUGH = "rough"


class Number(Struct, frozen=True):
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


_Read = tuple[float, float | None, int, NumberKind, bool]
"""What was read: its value, another one that it may have, where it ends, its kind, and whether it is weak."""
_MINUS = "-−–‑﹣－"
_DASHES = ("-", "–", "—", "‑")
_PERCENT = ("%", "٪", "％")
_SLASHED = re.compile(r"(?<=^\d)/(?=\d{1,3}%?$)|(?<=^\d\d)/(?=\d{1,3}%?$)")
"""A slash where it stands before decimals: "۲/۵"."""
_SCORE = 20
_TENS = 20.0
"""From here on, up to a hundred, units follow a number."""
_LARGE = 1000
_YEAR = 4
"""So many digits has a year, of which "2020-21" gives the second without its century."""


@lru_cache(maxsize=65536)
def read_special(numerals: Numerals, key: str) -> tuple[float, NumberKind, bool] | None:
    """Return value, kind and weakness of a word that is a rough number or a share by itself."""
    rough = lookup(numerals.rough, key)
    if rough is not None:
        return rough, NumberKind.ROUGH, False
    alone = lookup(numerals.shares.alone, key)
    if alone is not None:
        return alone, NumberKind.SHARE, key in numerals.weak
    top, hyphen, below = key.partition("-")
    parts = (lookup(numerals.values, top), lookup(numerals.shares.behind, below)) if hyphen else (None, None)
    if parts[0] is not None and parts[1] is not None:
        return parts[0] * parts[1], NumberKind.SHARE, False
    return None


class _NumberReader(Struct):
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
        key, phrases = self.key(at), self.numerals.shares.phrases
        if len(key) == 1 and key.isascii() and key.isalpha() and key not in phrases:
            return None
        known = opens_number(key) or read_word(self.numerals, key) or read_special(self.numerals, key)
        found = self.phrase(at, phrases) if key in phrases else None
        if not known and not found and not self.opens_with_half(at):
            return None
        found = found or (self.in_digits(at) if opens_number(self.token(at)) else None) or self.in_words(at)
        if found is None:
            return None
        value, also, end, kind, weak = found
        if kind is NumberKind.SHARE and self.key(end) in self.numerals.joiners and self.gap(end) == " ":
            times = lookup(self.numerals.multipliers, self.key(end + 1))
            end += times is not None
        value, kind, end = self.of_parts(value, kind, end)
        value, end = self.with_half(value, end)
        value, also, end = self.multiplied(value, also, end)
        value, end = self.with_lower(value, end)
        value, end = self.with_half(value, end)
        kind, end = self.of_hundred(kind, end, at)
        minus, start = self.minus(at)
        span = Span(start, self.words[end - 1].span.end)
        return Number(span, -value if minus else value, kind, also, weak and end == at + 1, (at, end))

    def of_parts(self, value: float, kind: NumberKind, end: int) -> tuple[float, NumberKind, int]:
        """Take in what makes a share of a number: "3割", "三分之二", "hai phần ba"."""
        key, numerals = self.key(end), self.numerals
        if key in numerals.tenths:
            return value * 10, NumberKind.PERCENT, end + 1
        other = self.bare(end + 1) if key in numerals.fraction | numerals.parts else None
        if other is None:
            return value, kind, end
        top, below = (other[0], value) if key in numerals.fraction else (value, other[0])
        return (top / below, NumberKind.SHARE, other[1]) if 0 < top < below else (value, kind, end)

    def bare(self, at: int) -> tuple[float, int] | None:
        """Return the value of the number at word `at`, with nothing around it, and where it ends."""
        if at >= len(self.words):
            return None
        found = (self.in_digits(at) if opens_number(self.token(at)) else None) or self.in_words(at)
        return None if found is None else (found[0], found[2])

    def minus(self, at: int) -> tuple[bool, int]:
        """Tell whether a minus stands before word `at`, as a sign or as a word, and where it or the word begins."""
        start = self.words[at].span.start
        sign = self.text[start - 1 : start] if start else ""
        before = self.text[start - 2 : start - 1] if start > 1 else " "
        if sign in _MINUS and sign and (before.isspace() or before in '([„“"«'):
            ranged = at > 0 and self.key(at - 1)[:1].isnumeric() and not self.gap(at).rstrip(sign).strip()
            return not ranged, start - 1
        if at > 0 and self.key(at - 1) in self.numerals.minus and self.gap(at) in (" ", "\u00a0"):
            return (False, start) if self.is_no_minus(at) else (True, self.words[at - 1].span.start)
        return False, start

    def is_no_minus(self, at: int) -> bool:
        """Tell whether the word for minus before word `at` ends a phrase that says something else ("au moins")."""
        return any(
            len(phrase) <= at and tuple(word.key for word in self.words[at - len(phrase) : at]) == phrase
            for phrase in self.numerals.no_minus
        )

    def with_half(self, value: float, end: int) -> tuple[float, int]:
        """Take in "and a half" after a number: of one, or of the word that multiplies it ("deux millions et demi")."""
        for phrase in self.numerals.halves:
            if tuple(word.key for word in self.words[end : end + len(phrase)]) == phrase:
                return value + 0.5 * self.unit(end - 1), end + len(phrase)
        return value, end

    def unit(self, at: int) -> float:
        """Return what a half behind word `at` is the half of: what multiplies, "two millions" in one word, or one."""
        times = lookup(self.numerals.multipliers, self.key(at))
        large = lookup(self.numerals.values, self.key(at)) or 0.0
        return times or (10.0 ** math.floor(math.log10(large)) if large >= _LARGE else 1.0)

    def in_digits(self, at: int) -> _Read | None:
        token, end = self.token(at), at + 1
        signs = read_signs(token) if token[-1:] >= FIRST_SIGN else None
        written = _SLASHED.sub("\u066b", token) if self.numerals.slash else token
        parsed = (signs, None) if signs is not None else read_digits(written, self.numerals.decimal)
        if parsed is None:
            return None
        if self.season(at):
            return parsed[0], None, at + 2, NumberKind.CARDINAL, False
        kind = NumberKind.PERCENT if token.endswith("%") else NumberKind.CARDINAL
        weak = not self.numerals.weak.isdisjoint((token, token + self.key(end)))
        if self.key(end) in self.numerals.endings and self.gap(end) in ("", "-", "."):
            kind, end = NumberKind.ORDINAL, end + 1
        return parsed[0], parsed[1], end, kind, weak

    def season(self, at: int) -> bool:
        """Tell whether a year and the one after it stand here as one: "2020-21"."""
        first, last = self.token(at), self.token(at + 1)
        years = len(first) == _YEAR and first.isdecimal() and last.isdecimal() and len(last) in (2, _YEAR)
        return years and self.gap(at + 1) in ("-", "–", "/") and (int(first) + 1) % 10 ** len(last) == int(last)

    def in_words(self, at: int) -> _Read | None:
        first = at + self.opens_with_half(at)
        numerals, total, current, end = self.numerals, 0.0, 0.5 * (first - at), first
        kind, last = NumberKind.CARDINAL, 0.0
        while (
            end < len(self.words) and kind is NumberKind.CARDINAL and (end == at or self.gap(end) in self.numerals.gaps)
        ):
            if self.is_teen(end, at, current):
                current, last, end = current + FEW, current + FEW, end + 1
                continue
            step = read_word(numerals, self.key(end))
            if step is None:
                if self.key(end) in numerals.joiners and end > at and self.goes_on(end + 1, last):
                    end += 1
                    continue
                break
            sort, value = step
            if sort == "multiplier":
                total, current = behind_multiplier(total, current, value)
            elif end > first and not (fits(last, value) or self.adds(end, last, value)):
                break
            else:
                current += value
                kind = NumberKind.ORDINAL if sort == "ordinal" else kind
            last, end = _TENS if (sort, value) == ("multiplier", FEW) else value, end + 1
        if end == at:
            return self.special(at)
        share = self.share(total + current, at, end) if kind is NumberKind.CARDINAL else None
        return share or (total + current, None, end, kind, self.key(at) in numerals.weak)

    def opens_with_half(self, at: int) -> bool:
        """Tell whether word `at` adds a half to the number behind it ("साढ़े तीन")."""
        return self.key(at) in self.numerals.halves_before and read_word(self.numerals, self.key(at + 1)) is not None

    def is_teen(self, end: int, at: int, current: float) -> bool:
        """Tell whether the word at `end` adds ten to the unit before it ("خمسة عشر")."""
        return end > at and 0 < current % 100 < FEW and self.key(end) in self.numerals.teens

    def adds(self, at: int, last: float, value: float) -> bool:
        """Tell whether a word with an "and" on its front adds tens to the unit before it ("خمسة وعشرون").

        Or whether what is below twenty is added to a score ("hogeita hamar").
        """
        if self.key(at - 1) in self.numerals.scores:
            return 0 < value < _SCORE
        return self.key(at) in self.numerals.joined and 0 < last < FEW and 2 * FEW <= value < 100

    def goes_on(self, at: int, last: float) -> bool:
        """Tell whether the word `at` can go on a number after a joiner ("hundred and five", "treinta y cinco")."""
        step = read_word(self.numerals, self.key(at)) if at < len(self.words) and self.gap(at) == " " else None
        return step is not None and step[0] == "value" and (last >= 100 or fits(last, step[1]))

    def share(self, top: float, at: int, end: int) -> _Read | None:
        """Read "two thirds", "one-third", "tres cuartas partes"."""
        if self.gap(end) not in (" ", "-") or not 0 < top < _SCORE or end - at > 1:
            return None
        shares = self.numerals.shares
        below = lookup(shares.behind, self.key(end))
        found = (below, None, end + 1, NumberKind.SHARE, False) if below else self.phrase(end, shares.phrases_behind)
        return (top * found[0], *found[1:]) if found else None

    def phrase(self, at: int, phrases: Phrases) -> _Read | None:
        """Read a share of several words: "üçte iki", "cuartas partes"."""
        ends = ((value, at + len(words)) for words, value in phrases.get(self.key(at), ()) if self.stands(words, at))
        value, end = next(ends, (0.0, at))
        whole = value and all(self.gap(place) == " " for place in range(at + 1, end))
        return (value, None, end, NumberKind.SHARE, False) if whole else None

    def special(self, at: int) -> _Read | None:
        """Read "half", "dozens", "two-thirds" as one word."""
        found = read_special(self.numerals, self.key(at))
        return None if found is None else (found[0], None, at + 1, *found[1:])

    def multiplied(self, value: float, also: float | None, end: int) -> tuple[float, float | None, int]:
        """Take in "million" and its like after the digits."""
        while end < len(self.words) and self.gap(end) in (" ", "", "-", "\u00a0", "\u202f"):
            if not self.gap(end) and (longer := read_on(value, self.key(end), self.numerals)) is not None:
                return longer, None, end + 1
            linked = self.key(end) in self.numerals.links and self.gap(end + 1) == " "
            times = self.times(end + linked)
            if times is None:
                break
            end += linked
            # One letter may as well be a unit: 5m is five million, or five metres.
            letter = len(self.key(end)) == 1 and self.key(end).isascii()
            if letter and self.gap(end):
                break
            also = value if letter else None if also is None else also * times
            value, end = value * times, end + 1
        return value, also, end

    def with_lower(self, value: float, end: int) -> tuple[float, int]:
        """Take in what goes on in digits behind what multiplies: "3억 5000만", "১ লাখ ৫০ হাজার", "2 mil 500"."""
        key = self.key(end - 1)
        last = lookup(self.numerals.multipliers, key)
        lower = read_digits(self.token(end), self.numerals.decimal) if last and self.gap(end) == " " else None
        if last is None or lower is None:
            return value, end
        if key < SYLLABLES:
            return self.with_digits(value, last, lower[0], end)
        if self.gap(end + 1):
            return value, end
        rest = read_on(lower[0], self.key(end + 1), self.numerals) or lower[0] * (self.times(end + 1) or last)
        return (value + rest, end + 2) if rest < last else (value, end)

    def with_digits(self, value: float, last: float, lower: float, end: int) -> tuple[float, int]:
        """Add `lower` digits behind the word `last`; a word behind them multiplies them or all: "১ হাজার ২০০ কোটি"."""
        times = self.times(end + 1) if self.gap(end + 1) == " " else None
        if times is None:
            return (value + lower, end + 1) if last == _LARGE and HUNDRED <= lower < _LARGE else (value, end)
        rest, whole = (lower, times) if times > last else (lower * times, 1.0)
        return ((value + rest) * whole, end + 2) if rest < last else (value, end)

    def times(self, at: int) -> float | None:
        """Return what the word `at` multiplies by; a syllable may have its particle behind it ("5만명")."""
        key, numerals = self.key(at), self.numerals
        found = lookup(numerals.multipliers, key) or lookup(numerals.rough, key)
        if found is None and key[:1] >= SYLLABLES and not self.gap(at):
            found = next((numerals.multipliers[key[:n]] for n in (2, 1) if key[:n] in numerals.multipliers), None)
        if found is None and "-" in key and self.gap(at) == "-":
            found = lookup(numerals.multipliers, key.partition("-")[0])  # the "billion-dollar" of "a 3-billion-dollar"
        return found if found is not None and found > FEW else None

    def of_hundred(self, kind: NumberKind, end: int, at: int) -> tuple[NumberKind, int]:
        """Take in "percent" and "percentage points" after the number."""
        if self.sign_after(end) == "‰":
            return NumberKind.PERMILLE, end
        signed = kind is NumberKind.PERCENT or self.sign_after(end) in _PERCENT or self.percent_before(at)
        for phrase in self.numerals.points:
            if tuple(word.key for word in self.words[end : end + len(phrase)]) == phrase:
                return NumberKind.POINTS, end + len(phrase)
        if signed or end >= len(self.words):
            return (NumberKind.PERCENT if signed else kind), end
        length = next((len(phrase) for phrase in self.numerals.percent if self.stands(phrase, end)), 0)
        return (NumberKind.PERCENT if end > at and length else kind), end + length

    def stands(self, phrase: Sequence[str], at: int) -> bool:
        """Tell whether a phrase stands at word `at`; a word of it may end in `*`."""
        there = [self.key(at + number) for number in range(len(phrase))]
        return all(map(stands_for, phrase, there))

    def percent_before(self, at: int) -> bool:
        """Tell whether word `at` has its percent before it, as a word or a sign: "yüzde 20", "%20"."""
        if at > 0 and self.key(at - 1) in self.numerals.percent_before:
            return True
        start = self.words[at].span.start
        sign, before = self.text[max(0, start - 1) : start], self.text[max(0, start - 2) : max(0, start - 1)]
        return sign in _PERCENT and sign != "" and not before.isnumeric()

    def sign_after(self, end: int) -> str:
        """Return the sign after word `end - 1`, with a blank between or without."""
        after = self.words[end - 1].span.end
        return self.text[after : after + 2].lstrip(" \u00a0\u202f")[:1]


def find_numbers(text: str, words: Sequence[Word], language: Language) -> tuple[Number, ...]:
    """Return the numbers among `words` (those of `text`), in order."""
    reader = _NumberReader(text, words, load_numerals(language))
    return tuple(_read_ranges(list(_numbers(reader, words)), reader))


def _numbers(reader: _NumberReader, words: Sequence[Word]) -> Iterator[Number]:
    at = 0
    while at < len(words):
        if number := reader.number(at):
            yield number
        at = max(number.words[1] if number else 0, at + 1)


def _read_ranges(numbers: Sequence[Number], reader: _NumberReader) -> Iterator[Number]:
    """Yield `numbers`, where the first of a range may be multiplied by what multiplies the last ("4 to 6 million")."""
    for number, following in pairwise((*numbers, None)):
        if number is None:
            continue
        times = reader.times(following.words[1] - 1) if following is not None else None
        if following is None or times is None or number.also is not None or not _is_range(number, following, reader):
            yield number
        else:
            yield replace(number, also=number.value * times)


def _is_range(number: Number, following: Number, reader: _NumberReader) -> bool:
    """Tell whether two numbers are the ends of a range, the first in digits or a word of its own."""
    between = reader.text[number.span.end : following.span.start].strip()
    short = number.words[1] - number.words[0] == 1 < following.words[1] - following.words[0]
    return short and (between in _DASHES or between.casefold() in reader.numerals.ranges)
