"""What the checks of numbers, dates, times, money and measurements say: all read one matching by value."""

from collections.abc import Iterator

from msgspec.structs import replace

from crossquote.comparison.align.links import word_range
from crossquote.comparison.judging.differences import is_cut_off
from crossquote.comparison.judging.excerpt import shown
from crossquote.comparison.judging.severity import UNSURE, nearness, weigh
from crossquote.comparison.judging.testimony import Testimony
from crossquote.comparison.reading.counted import Counted
from crossquote.comparison.reading.matching import HUNDREDTHS, is_rounded, same_fully, same_quantity
from crossquote.comparison.reading.one_text import Reading
from crossquote.comparison.reading.pair import Pair
from crossquote.message import SILENCE, message, spoken
from crossquote.model.finding import Category, Finding, Severity
from crossquote.model.quote import QuoteKind
from crossquote.text.name_rules import load_name_rules
from crossquote.text.quantity import Day, Quantity, Sort

_SWAPPED = "quantity.changed_places"
_KNOWN = 10
"""So many at most are told by a determiner before their number, if they are known."""
_FREE = 0.3
"""Below this nearness two texts say different things."""


def quantity_findings(pair: Pair, sort: Sort) -> Iterator[Finding]:
    """Yield what is found of the quantities of one sort."""
    matching = pair.matching
    told = (
        (_SWAPPED, matching.swapped),
        ("quantity.changed", matching.replaced),
        ("quantity.other_unit", matching.units),
    )
    found = [(base, text, code) for code, pairs in told for base, text in pairs if text.sort is sort]
    there = Counted(pair.base_reading.quantities if found else ())
    for base, text, code in found:
        yield _replaced(pair, base, text, code, there)
    for base, text in pair.matching.reordered:
        if text.sort is sort:
            one = _replaced(pair, base, text, _SWAPPED, there)
            yield replace(one, severity=max(one.severity, Severity.MAJOR, key=lambda each: each.rank))
    yield from _missing(pair, sort)
    for text in matching.text_only:
        if text.sort is sort and not text.weak:
            yield _added(pair, text)


def _replaced(pair: Pair, base: Quantity, text: Quantity, code: str, there: Counted) -> Finding:
    near = nearness(pair, base.span, text.span)
    together = pair.links.change_of(base.span, in_base=True) is pair.links.change_of(text.span, in_base=False)
    weak = base.weak or text.weak
    figures = not weak and near >= _FREE and _are_figures(pair, base, text, there)
    kind = "quantity.apart" if weak or not together else "quantity.replaced"
    kind = "quantity.rounded" if is_rounded(base, text) else f"{kind}.figures" if figures else kind
    severity, doubt = weigh(near, kind)
    was, now = shown(pair.base.text, base.span), shown(pair.text.text, text.span)
    headline = message(code, was=was, now=now)
    evidence = spoken(message("quantity.stands_for", was=was, now=now), doubt)
    return Finding(text.sort.value, Category.MISTRANSLATION, severity, base.span, text.span, headline, evidence)


def _are_figures(pair: Pair, base: Quantity, text: Quantity, there: Counted) -> bool:
    """Tell whether both are written in digits, and the base, `there`, has no such value: that is no free wording."""
    written = base.span.of(pair.base.text), text.span.of(pair.text.text)
    if not all(any(map(str.isdigit, one)) for one in written):
        return False
    return not any(same_quantity(one, text) for one in there.like(text))


def _missing(pair: Pair, sort: Sort) -> Iterator[Finding]:
    for base in pair.matching.base_only:
        if base.sort is not sort or base.weak or is_cut_off(pair, base.span):
            continue
        near = nearness(pair, base.span, None)
        plain = near >= _FREE and _is_plainly_missing(pair, base)
        known = _is_today(base) or _is_counted_before(base, pair.base_reading)
        kind = "quantity.today" if known else "quantity.missing"
        severity, doubt = weigh(near, "quantity.missing.plainly" if plain else kind)
        if base.day is not None and base.day.parts == (None, None) and base.day.year is None:
            severity = min(severity, Severity.MINOR, key=lambda one: one.rank)  # "Sunday": others leave it out
        was = shown(pair.base.text, base.span)
        headline = message("quantity.missing", was=was)
        evidence = spoken(message("quantity.only_base", was=was), doubt)
        yield Finding(sort.value, Category.OMISSION, severity, base.span, None, headline, evidence)


def _is_plainly_missing(pair: Pair, base: Quantity) -> bool:
    """Tell whether a share or a measure in digits is gone from words that both sides print, with none put there."""
    measured = bool(base.unit) or base.kind in HUNDREDTHS
    digits = any(map(str.isdigit, base.span.of(pair.base.text)))
    printed = all(side.kind in (QuoteKind.DIRECT, QuoteKind.MIXED) for side in (pair.base, pair.text))
    return measured and digits and printed and not pair.matching.text_only


def _is_today(quantity: Quantity) -> bool:
    """Tell whether a date is no more than "today" or "tonight", which goes without saying where one speaks."""
    return quantity.day is not None and quantity.day == Day(offset=0)


def _is_counted_before(quantity: Quantity, reading: Reading) -> bool:
    """Tell whether few are counted in words behind a determiner: readers know them without ("the two countries")."""
    first, last = word_range(reading.words, quantity.span)
    few = len(quantity.values) == 1 and quantity.values[0] <= _KNOWN and not quantity.unit
    if not few or first == 0 or last - first > 1 or any(map(str.isdigit, quantity.span.of(reading.text))):
        return False
    return reading.words[first - 1].key in load_name_rules(reading.language).determiners


def _added(pair: Pair, text: Quantity) -> Finding:
    near = nearness(pair, None, text.span)
    severity = Severity.MAJOR if near >= 0.85 and text.values else Severity.MINOR
    if _is_today(text) or _is_counted_before(text, pair.text_reading):
        severity = weigh(near, "quantity.today")[0]
    now = shown(pair.text.text, text.span)
    doubt = UNSURE if near < 0.5 else SILENCE
    headline = message("quantity.added", now=now)
    evidence = spoken(message("quantity.only_here", now=now), doubt)
    return Finding(text.sort.value, Category.ADDITION, severity, None, text.span, headline, evidence)


def ask_quantity(pair: Pair, finding: Finding) -> Testimony | None:
    """Look for the base's quantity in the original: where it stands there, the translation changed it."""
    source = pair.text_original
    dates = pair.base.date, pair.text.date
    if finding.base is not None:
        wanted = [q for q in pair.base_reading.quantities if finding.base.overlaps(q.span)]
        found = [own for own in source.quantities if any(same_fully(q, own, dates) for q in wanted)]
        if found:
            return Testimony(borne_out=False, words=found[0].span.of(source.text))
    if finding.text is not None:
        wanted = [q for q in pair.text_reading.quantities if finding.text.overlaps(q.span)]
        found = [own for own in source.quantities if any(same_fully(q, own, dates) for q in wanted)]
        if found:
            return Testimony(borne_out=True, words=found[0].span.of(source.text))
    if finding.base is None:
        return Testimony(borne_out=False)
    legible = source.language.lexicon.has("numbers") or any(map(str.isdigit, finding.base.of(pair.base.text)))
    return Testimony(borne_out=True) if finding.text is None and legible else None
