"""Numerals: the words with which a language writes numbers, and the values of words made of several."""

import re
from collections.abc import Container, Mapping
from functools import lru_cache

from msgspec import Struct

from crossquote.language.language import Language
from crossquote.text.cldr import load_cldr
from crossquote.text.clitics import with_clitics, with_noun_clitics
from crossquote.text.shares import Shares, make_shares
from crossquote.text.words import fold

_LONGEST = 60
"""Letters of a word beyond which nobody writes a number as one."""
FEW, HUNDRED = 10, 100
"""What a word for it multiplies is the last part of a number alone."""


class Numerals(Struct, frozen=True, eq=False):
    """How a language writes numbers: `[numbers]` of its lexicon.

    `values`, `ordinals`, `multipliers`, `shares` and `rough` give words with their values; a word that ends in `*`
    stands for all that begin so. `joiners` stand between them ("and"), `weak` ones often count nothing,
    `percent` and `points` follow a number, `endings` are glued to digits ("th"), `glue` joins parts to one word
    (German); `halves` add a half to the number before them, `minus` makes the one behind it less than nothing, but not
    at the end of a phrase of `no_minus` ("al menos", at least); `ranges` stand between first and last of a range
    ("4 to 6"). `joined` are words with an "and" on their front ("خمسة وعشرون"), `links` stand before what multiplies
    a number ("20 de milioane"), `teens` add ten to the unit before them, `percent_before` stand before a number
    ("yüzde 20"), `slash` tells that one is a decimal sign. `tenths` follow one ("3割"); `fraction` stands between a
    number and how many parts of it ("三分之二"), `parts` between those and that ("hai phần ba"). All below twenty is
    added to `scores` ("hogeita hamar").
    """

    values: Mapping[str, float]
    ordinals: Mapping[str, float]
    multipliers: Mapping[str, float]
    shares: Shares
    rough: Mapping[str, float]
    joiners: frozenset[str]
    weak: frozenset[str]
    percent: tuple[tuple[str, ...], ...]
    points: tuple[tuple[str, ...], ...]
    endings: frozenset[str]
    glued: bool
    decimal: str
    glue: tuple[str, ...]
    halves: tuple[tuple[str, ...], ...]
    halves_before: frozenset[str]
    minus: frozenset[str]
    no_minus: tuple[tuple[str, ...], ...]
    ranges: frozenset[str]
    joined: frozenset[str]
    teens: frozenset[str]
    links: frozenset[str]
    percent_before: frozenset[str]
    gaps: tuple[str, ...]
    slash: bool
    tenths: frozenset[str]
    fraction: frozenset[str]
    parts: frozenset[str]
    scores: frozenset[str]


_SETS = (
    *("joiners", "weak", "endings", "halves_before", "minus", "ranges", "teens", "links", "percent_before", "tenths"),
    *("fraction", "parts", "scores"),
)
"""The keys under which single words stand that nothing else is made of."""


@lru_cache(maxsize=64)
def load_numerals(language: Language) -> Numerals:
    """Return how `language` writes numbers."""
    section, cldr = "numbers", load_cldr(language)

    def listed(key: str) -> tuple[str, ...]:
        return tuple(map(fold, language.lexicon.texts(section, key)))

    def among(key: str) -> frozenset[str]:
        return frozenset(listed(key))

    def phrases(key: str) -> tuple[tuple[str, ...], ...]:
        return tuple(tuple(phrase.split()) for phrase in listed(key))

    def words(key: str) -> dict[str, float]:
        return {fold(word): value for word, value in language.lexicon.numbers(section, key).items()}

    def table(key: str) -> dict[str, float]:
        return _without(with_noun_clitics(words(key), language), among("never"))

    return Numerals(
        values=table("values"),
        ordinals=table("ordinals"),
        multipliers={
            **with_noun_clitics(_without(cldr.multipliers, table("rough")), language),
            **table("multipliers"),
        },
        shares=make_shares(words("shares"), words("shares_behind")),
        rough=words("rough"),
        percent=phrases("percent"),
        points=phrases("points"),
        glued=bool(listed("glue")),
        decimal=cldr.decimal,
        glue=listed("glue"),
        halves=phrases("halves"),
        no_minus=phrases("no_minus"),
        joined=frozenset(form for word in words("values") for form in with_clitics(word, language)),
        slash=language.lexicon.text(section, "slash") == "decimal",
        gaps=(" ", "-", "") if language.lexicon.text("words", "blanks") == "none" else (" ", "-"),
        **{key: among(key) for key in _SETS},
    )


def _without(table: Mapping[str, float], others: Container[str]) -> dict[str, float]:
    """Return what of `table` is not in `others`: "тисячі" alone are some thousands."""
    return {word: value for word, value in table.items() if word not in others}


def lookup(table: Mapping[str, float], key: str) -> float | None:
    """Return the value of `key`, as a whole or by the longest entry with `*` that it begins with."""
    found = table.get(key)
    if found is not None:
        return found
    for length in range(min(len(key), _LONGEST), 2, -1):
        found = table.get(key[:length] + "*")
        if found is not None:
            return found
    return None


def read_glued(key: str, numerals: Numerals) -> float | None:
    """Return the value of a number written as one word from known parts ("zweiundvierzig"), None where it is none."""
    if not numerals.glued or len(key) > _LONGEST:
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


SYLLABLES = "\u1100"
"""The first letter of those that multiply within a word, Korean's and Chinese's."""
_MYRIAD = 10_000
_ON = re.compile(r"([0-9]+(?:[.,][0-9]+)*)|(\D)")


def read_on(value: float, key: str, numerals: Numerals) -> float | None:
    """Return the value of a number that goes on behind its first digits, in syllables and digits: "3억5천만원".

    None where it does not, or only one syllable multiplies it, as others do.
    """
    if key[:1] < SYLLABLES or key[:1] not in numerals.multipliers or len(key) < 2:
        return None
    total, part, last, steps = 0.0, 0.0, value, 0
    for digits, letter in _ON.findall(key):
        times = numerals.multipliers.get(letter)
        if digits:
            last = float(digits.replace(",", ""))
        elif times is None:
            break
        elif times >= _MYRIAD:
            total, part, last = total + (part + last or 1) * times, 0.0, 0.0
        else:
            part, last = part + (last or 1) * times, 0.0
        steps += 1
    return total + part + last if steps > 1 else None


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
    total = before = 0.0
    for part in heads:
        value, times = lookup(numerals.values, part), lookup(numerals.multipliers, part)
        if value is None and times is None:
            return None
        total = total + value if value is not None else max(total, 1.0) * (times or 1.0)
        before = value or total
    for sort, table in (("value", numerals.values), ("ordinal", numerals.ordinals)):
        end = lookup(table, last)
        if end is not None:
            return (
                None if sort == "ordinal" and not fits(before, end) else (sort, total + end)
            )  # "one-third" is a share
    times = lookup(numerals.multipliers, last)
    return None if times is None else ("value", total * times)


def behind_multiplier(total: float, current: float, value: float) -> tuple[float, float]:
    """Return a number's sum and its last part behind a word that multiplies: all of it, or that part alone."""
    if value > total > 0:  # "dos mil quinientos millones"
        return (total + current) * value, 0.0
    if value >= 1000:
        return total + max(current, 1.0) * value, 0.0
    return total, _times(current, value)


def _times(current: float, times: float) -> float:
    """Return a number of which a word for ten or a hundred multiplies the last part: "một trăm hai | mươi"."""
    if times not in (FEW, HUNDRED):
        return max(current, 1.0) * times
    low = current % times
    return current - low + max(low, 1.0) * times


def fits(last: float, value: float) -> bool:
    """Tell whether `value` can follow `last` inside one number ("twenty" "one", "hundred" "five")."""
    return ((last == FEW or 20 <= last < 100) and 0 < value < FEW) or (last >= 100 and 0 < value < last)
