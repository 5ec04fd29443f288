"""Money: an amount with its currency, the sign before or the word after ("$5m", "5 million dollars", "5 млн грн")."""

from collections.abc import Mapping, Sequence
from functools import lru_cache

from crossquote.language.language import Language
from crossquote.model.span import Span
from crossquote.text.cldr import load_cldr
from crossquote.text.numbers import Number, NumberKind
from crossquote.text.quantity import Quantity, Sort
from crossquote.text.words import Word, fold


@lru_cache(maxsize=64)
def load_units(language: Language, section: str, key: str) -> Mapping[str, str]:
    """Return word → unit of a table of unit → words; a word that ends in `*` stands for all that begin so."""
    return {fold(word): unit for unit, words in language.lexicon.lists(section, key).items() for word in words}


@lru_cache(maxsize=64)
def load_currencies(language: Language) -> Mapping[str, str]:
    """Return word or sign → currency, of CLDR and the lexicon; one that is a unit, too, counts in capitals: KM, km."""
    measured = load_units(language, "measures", "units")
    known = load_cldr(language).currencies.items()
    told = {name.upper() if name in measured else name: code for name, code in known}
    return {**told, **load_units(language, "money", "currencies")}


def unit_of(key: str, units: Mapping[str, str]) -> str | None:
    """Return the unit that the word `key` names."""
    if key in units:
        return units[key]
    return next((units[key[:n] + "*"] for n in range(len(key), 0, -1) if key[:n] + "*" in units), None)


def money_at(
    text: str, words: Sequence[Word], number: Number, units: Mapping[str, str], skipped: frozenset[str]
) -> Quantity | None:
    """Return the sum that `number` is part of, None where it counts something else."""
    if number.kind is not NumberKind.CARDINAL and number.kind is not NumberKind.ROUGH:
        return None
    first, last = number.words
    start, end = number.span.start, number.span.end
    before = text[max(0, start - 3) : start].rstrip()
    for length in (3, 2, 1):
        sign = fold(before[-length:])
        if len(before) >= length and sign in units and not sign.isalpha():
            blanks = len(text[max(0, start - 3) : start]) - len(before)
            return _sum(number, units[sign], Span(start - blanks - length, end))
    code = words[first - 1].span if first > 0 else Span(0, 0)
    if _is_code(code.of(text), text[code.end : start], units):
        return _sum(number, units[fold(code.of(text))], Span(code.start, end))
    sign = text[end : end + 2].strip()[:1]
    if sign and not sign.isalpha() and sign in units:
        return _sum(number, units[sign], Span(start, end + text[end : end + 2].index(sign) + 1))
    after = last + (last < len(words) and words[last].key in skipped)
    unit = None
    if after < len(words):
        unit = units.get(words[after].span.of(text)) or unit_of(words[after].key, units)
    return None if unit is None else _sum(number, unit, Span(start, words[after].span.end))


def _is_code(word: str, gap: str, units: Mapping[str, str]) -> bool:
    """Tell whether a word before a number is a currency: a code in capitals, or what stands right before it (Rp500)."""
    if gap.strip() or fold(word) not in units:
        return False
    return (len(word) == 3 and word.isupper()) or (word[:1].isupper() and (not gap or len(word) == 2))


def _sum(number: Number, unit: str, span: Span) -> Quantity:
    return Quantity(Sort.MONEY, span, number.values, number.kind, unit, parts=(number.value,))
