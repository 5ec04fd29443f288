"""Quotation marks: which open, which close, and which are none at all.

Marks are told by what stands around them as much as by their shape: writers mix shapes, and the same shape opens in
one language and closes in another.
"""

from collections.abc import Iterator
from enum import StrEnum
from functools import lru_cache

import regex
from msgspec import Struct
from msgspec.structs import replace

from crossquote.language.language import Language
from crossquote.model.span import Span
from crossquote.text.possessives import owners_ends
from crossquote.text.words import ABBREVIATED, fold

_RUN_LIMIT = 6
"""More marks in a row than this are a rule or a row of inches, not marks."""

_DOUBLE = '"“”„‟＂״〝〞〟″❝❞'
_ANGLE = "«»‹›"
_CORNER = "「」『』《》〈〉"
_SINGLE = "'‘’‚‛＇`"
_TYPED = (
    r"(?<![\p{L}\p{N},]),,(?=[\p{L}\p{N}])|(?<![\p{L}\p{N}<])<<(?=\s?\p{L})|(?<=[\p{L}.!?…,]\s?)>>(?![\p{L}\p{N}>])"
)
"""Marks made of other signs: ,,low ones” and <<angles>>."""
_MARK = regex.compile(rf"(?:''+|``|‘‘|’’|‚‚|,,|<<|>>|[{_DOUBLE}{_ANGLE}{_CORNER}{_SINGLE}])")
_RUN = regex.compile(rf"{_TYPED}|[{_DOUBLE}{_ANGLE}{_CORNER}{_SINGLE}]+")
_OPENS_BEFORE = frozenset("([{<¿¡—–―-/|•*_>")
_CLOSES_AFTER = frozenset(",.;:!?)]}…—–―-/|。，、；：！？։՝）*_<%")
NOMINAL_OPEN = frozenset("“„‟«‹「『《〈‘‚‛〝❝`") | {"``", "‘‘", "‚‚", ",,", "<<"}
"""Marks that open a quotation by what they are called, whatever a language makes of them."""
_NOMINAL_CLOSE = frozenset("”»›」』》〉’〞〟❞") | {"’’", ">>"}
_ABBREVIATED = regex.compile(ABBREVIATED)
STRAIGHT = frozenset('"″') | {"''"}
"""Marks that look alike on both sides."""
OPENING = frozenset('«„“"')
"""Marks that open speech before words that blanks part; `find_marks` tells of one in its place what it does."""


class MarkFamily(StrEnum):
    """Which marks can close each other."""

    DOUBLE = "double"
    ANGLE = "angle"
    INNER_ANGLE = "inner angle"
    CORNER = "corner"
    TITLE = "title"
    SINGLE = "single"


class Sense(StrEnum):
    """What a mark does where it stands."""

    OPEN = "open"
    CLOSE = "close"
    EITHER = "either"
    NONE = "none"


_OUTWARD, _INWARD = (regex.compile(rf"(?<![^\s([{{—–]){opening}(?=[\p{{L}}\p{{N}}])") for opening in "«»")


class Mark(Struct, frozen=True):
    """A mark in a text, with its family and sense."""

    span: Span
    family: MarkFamily
    sense: Sense


class MarkRules(Struct, frozen=True):
    """What a language does with marks: shapes that open or close against their look, and elided words."""

    closing: frozenset[str]
    opening: frozenset[str]
    elisions: frozenset[str]
    decades: tuple[str, ...]
    owners: tuple[str, ...]
    twins: bool
    blanks: bool


@lru_cache(maxsize=64)
def load_mark_rules(language: Language) -> MarkRules:
    """Return the rules of `language`; those of the marks' own looks where it has none."""
    lexicon = language.lexicon
    pairs = lexicon.pairs("marks", "pairs")
    return MarkRules(
        closing=frozenset(closing for _, closing in pairs),
        opening=frozenset(opening for opening, _ in pairs),
        elisions=frozenset(fold(word).strip("'") for word in lexicon.texts("marks", "elisions")),
        decades=("", *lexicon.texts("marks", "decade_ends")),
        owners=owners_ends(language),
        twins=lexicon.text("marks", "twins") == "double",
        blanks=lexicon.text("words", "blanks") != "none",
    )


def fitted(rules: MarkRules, text: str) -> MarkRules:
    """Return `rules` as a text prints angles: in German »so«, but «so» in Switzerland; what opens words shows it."""
    if not ("»" in rules.opening - rules.closing and "«" in rules.closing - rules.opening and "«" in text):
        return rules
    if len(_OUTWARD.findall(text)) <= len(_INWARD.findall(text)):
        return rules
    angles = frozenset("«»")
    return replace(rules, opening=rules.opening - angles | {"«"}, closing=rules.closing - angles | {"»"})


def count_marks(text: str) -> int:
    """Return how many signs of `text` may be quotation marks, apostrophes among them."""
    return sum(map(text.count, _DOUBLE + _ANGLE + _CORNER + _SINGLE))


def find_marks(text: str, line: Span, rules: MarkRules) -> Iterator[Mark]:
    """Yield the quotation marks of one paragraph with their senses; apostrophes and inches are left out."""
    for run in _RUN.finditer(text, line.start, line.end):
        if run.end() - run.start() > _RUN_LIMIT:
            continue
        before = text[run.start() - 1] if run.start() > line.start else " "
        after = text[run.end()] if run.end() < line.end else " "
        for match in _MARK.finditer(text, run.start(), run.end()):
            if (match[0].startswith("''") and not rules.twins) or _ABBREVIATED.match(text, match.start()):
                continue
            mark = _read(match[0], Span(match.start(), match.end()), before, after, text, rules)
            if mark.sense is not Sense.NONE:
                yield mark


def _read(shape: str, span: Span, before: str, after: str, text: str, rules: MarkRules) -> Mark:
    """Return one mark with its family and sense."""
    family = _family(shape)
    opens = before.isspace() or before in _OPENS_BEFORE
    closes = after.isspace() or after in _CLOSES_AFTER
    if family is MarkFamily.SINGLE:
        return Mark(span, family, _single_sense(shape, span, before, after, text, rules))
    if family is MarkFamily.DOUBLE and before.isdigit() and shape in STRAIGHT and not opens and _inches(text, span):
        return Mark(span, family, Sense.NONE)
    if family in (MarkFamily.CORNER, MarkFamily.TITLE) or (
        family is MarkFamily.ANGLE and shape in rules.opening - rules.closing
    ):
        return Mark(span, family, _nominal(shape, rules))
    if opens and not closes:
        return Mark(span, family, Sense.OPEN)
    if closes and not opens:
        return Mark(span, family, Sense.CLOSE)
    sense = _nominal(shape, rules)
    hung = rules.blanks and family is MarkFamily.DOUBLE and sense is Sense.OPEN and before.isalnum() and after.isalpha()
    return Mark(span, family, Sense.EITHER if hung else sense)  # Korean hangs particles on a closing mark: “간다“고


def _inches(text: str, span: Span) -> bool:
    """Tell whether the mark after a digit is the sign of inches: no other straight mark stands shortly before it."""
    line_start = text.rfind("\n", 0, span.start) + 1
    before = text[max(line_start, span.start - 400) : span.start]
    return (
        before.count('"') % 2 == 0
        and before.count("″") % 2 == 0
        and "''" not in before
        and not regex.search("[“„][^”“]*$", before)
    )


def _family(shape: str) -> MarkFamily:
    if shape in _SINGLE:
        return MarkFamily.SINGLE
    if shape in ("«", "»", "<<", ">>"):
        return MarkFamily.ANGLE
    if shape in "‹›":
        return MarkFamily.INNER_ANGLE
    if shape in "「」『』":
        return MarkFamily.CORNER
    return MarkFamily.TITLE if shape in "《》〈〉" else MarkFamily.DOUBLE


def _nominal(shape: str, rules: MarkRules) -> Sense:
    """Return the sense of a mark by its shape, as the language uses it."""
    if shape in rules.closing and shape in rules.opening:
        return Sense.EITHER
    if shape in rules.closing:
        return Sense.CLOSE
    if shape in rules.opening:
        return Sense.OPEN
    if shape in NOMINAL_OPEN:
        return Sense.OPEN
    return Sense.CLOSE if shape in _NOMINAL_CLOSE else Sense.EITHER


def _is_elided(word: str, rules: MarkRules) -> bool:
    """Tell whether a word begins with an apostrophe: one of the lexicon's, or a decade ("the ’90s")."""
    return fold(word) in rules.elisions or any(word.removesuffix(end).isdigit() for end in rules.decades)


def _single_sense(shape: str, span: Span, before: str, after: str, text: str, rules: MarkRules) -> Sense:
    """Return what a single mark does: most are apostrophes."""
    opens = before.isspace() or before in "([{—–"
    closes = after.isspace() or after in _CLOSES_AFTER
    if opens and not closes and (shape != "’" or shape in rules.opening):
        word = regex.match(r"[\p{L}\p{N}]+", text, pos=span.end)
        elided = word is not None and _is_elided(word[0], rules)
        return Sense.NONE if elided else Sense.OPEN
    if closes and not opens and shape not in "‚‛":
        return Sense.CLOSE
    if shape == "`":
        return Sense.OPEN if opens and after.isalpha() else Sense.NONE
    if shape in "‘‚‛" and before.isalpha() and after.isalpha():
        return Sense.NONE
    if shape == "’" and not before.isalnum() and not opens:
        return Sense.CLOSE
    return Sense.NONE
