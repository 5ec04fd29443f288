"""Quotation marks and their pairing: which marks open, which close, and which are none at all.

Marks are told by what stands around them as much as by their shape: writers mix shapes, and the same shape opens in
one language and closes in another. Inner marks pair too, but only outermost pairs are returned.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import lru_cache

import regex

from crossquote.language.language import UNKNOWN, Language
from crossquote.model.span import Span
from crossquote.text.possessives import owners_ends
from crossquote.text.words import fold

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
_GOES_ON = regex.compile(r"\S\s\p{Ll}")
_RUN = regex.compile(rf"{_TYPED}|[{_DOUBLE}{_ANGLE}{_CORNER}{_SINGLE}]+")
_OPENS_BEFORE = frozenset("([{<¿¡—–―-/|•*_>")
_CLOSES_AFTER = frozenset(",.;:!?)]}…—–―-/|。，、；：！？）*_<%")
_NOMINAL_OPEN = frozenset("“„‟«‹「『《〈‘‚‛〝❝`") | {"``", "‘‘", "‚‚", ",,", "<<"}
_NOMINAL_CLOSE = frozenset("”»›」』》〉’〞〟❞") | {"’’", ">>"}
_STRAIGHT = frozenset('"″') | {"''"}
"""Marks that look alike on both sides."""


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


@dataclass(frozen=True, slots=True)
class Mark:
    """A mark in a text, with its family and sense."""

    span: Span
    family: MarkFamily
    sense: Sense


@dataclass(frozen=True, slots=True)
class Marked:
    """What stands between an outermost pair of marks.

    `outer` holds the marks, `content` does not. Where `closed` is False the closing mark is missing and both end
    with the paragraph, or before the next mark that opens; `continues` says that the next paragraph takes it up
    (its opening mark repeats, as is the custom for quotes over several paragraphs).
    """

    outer: Span
    content: Span
    family: MarkFamily
    closed: bool = True
    continues: bool = False

    @property
    def twin(self) -> bool:
        """Whether the opening mark is a pair of single ones, as typewriters and wikis write it."""
        return self.content.start - self.outer.start == 2


@dataclass(frozen=True, slots=True)
class MarkRules:
    """What a language does with marks: shapes that open or close against their look, and elided words."""

    closing: frozenset[str]
    opening: frozenset[str]
    elisions: frozenset[str]
    decades: tuple[str, ...]
    owners: tuple[str, ...]
    twins: bool


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
    )


def paragraphs(text: str, start: int = 0, end: int | None = None) -> tuple[Span, ...]:
    """Return the lines of `text[start:end]` that hold anything, without the blanks around them."""
    stop = len(text) if end is None else end
    return tuple(
        Span(match.start(), match.end())
        for match in regex.finditer(r"[^\s](?:[^\n]*[^\s])?", text, pos=start, endpos=stop)
    )


def find_marked(text: str, lines: Sequence[Span], language: Language = UNKNOWN) -> tuple[Marked, ...]:
    """Return what stands in quotation marks in the paragraphs `lines` of `text`, outermost pairs only, in order."""
    rules = load_mark_rules(language)
    scanned = [_scan(text, line, rules) for line in lines]
    found: list[Marked] = []
    skip_to = 0
    for index, (line, scan) in enumerate(zip(lines, scanned, strict=True)):
        found.extend(pair for pair in scan.pairs if pair.outer.start >= skip_to)
        if scan.open is None or scan.open.span.start < skip_to:
            continue
        pair = _unclosed(text, scan.open, line, index, lines, scanned)
        if pair.outer.end > line.end:
            skip_to = pair.outer.end
        elif not pair.continues:
            inside = (inner for inner in scan.inside if inner.outer.start >= max(skip_to, pair.outer.end))
            found.extend(inside)
        found.append(pair)
    return tuple(sorted(found, key=lambda pair: pair.outer))


@dataclass(frozen=True, slots=True)
class _Scan:
    """A paragraph's pairs, its opening mark that nothing closes, the pairs after that, and its first stray mark."""

    pairs: tuple[Marked, ...]
    inside: tuple[Marked, ...]
    open: Mark | None
    stray: Mark | None
    opens: MarkFamily | None


def _unclosed(text: str, mark: Mark, line: Span, index: int, lines: Sequence[Span], scanned: Sequence[_Scan]) -> Marked:
    """Return what an opening mark without its closing one holds."""
    following = scanned[index + 1] if index + 1 < len(scanned) else None
    inside = scanned[index].inside
    if following is not None and following.opens is mark.family and not (inside and inside[-1].outer.end == line.end):
        return Marked(
            Span(mark.span.start, line.end), Span(mark.span.end, line.end), mark.family, closed=False, continues=True
        )
    for later in range(index + 1, min(index + 4, len(lines))):
        stray = scanned[later].stray
        if stray is not None and stray.family is mark.family and _first(scanned[later], stray):
            return Marked(Span(mark.span.start, stray.span.end), Span(mark.span.end, stray.span.start), mark.family)
        if scanned[later].pairs or scanned[later].open:
            break
    if inside and _wraps(text, mark, inside[-1]):
        last = inside[-1]
        return Marked(Span(mark.span.start, last.outer.end), Span(mark.span.end, last.content.end), mark.family)
    end = inside[0].outer.start if inside else line.end
    return Marked(Span(mark.span.start, end), Span(mark.span.end, end), mark.family, closed=False)


def _wraps(text: str, mark: Mark, inner: Marked) -> bool:
    """Tell whether one closing mark ends two quotes: “He told me: “Go home”, she said.

    Then nothing that ends a sentence or a quote stands before the inner one. Straight marks do not tell which is which.
    """
    if mark.span.of(text) in _STRAIGHT:
        return False
    before = text[mark.span.end : inner.outer.start].rstrip()
    return inner.family is mark.family and inner.closed and bool(before) and before[-1] not in ".!?…,;"


def _first(scan: _Scan, mark: Mark) -> bool:
    """Tell whether `mark` stands before everything else in its paragraph."""
    return (not scan.pairs or mark.span.start < scan.pairs[0].outer.start) and (
        scan.open is None or mark.span.start < scan.open.span.start
    )


def _scan(text: str, line: Span, rules: MarkRules) -> _Scan:
    """Pair the marks of one paragraph."""
    stack: list[tuple[Mark, list[Marked]]] = []
    top: list[Marked] = []
    stray: Mark | None = None
    first: MarkFamily | None = None
    marks = _alternated(text, list(find_marks(text, line, rules)))
    closers = _single_closers(text, marks, rules.owners)
    last_closer = max(closers, default=-1)
    for number, mark in enumerate(marks):
        if mark.span.start == line.start and mark.sense is not Sense.CLOSE:
            first = mark.family
        depth = _closes_at(mark, stack)
        if depth is None and stack and _closes_another(mark, stack[-1][0], marks[number + 1 :]):
            depth = len(stack) - 1
        if mark.family is MarkFamily.SINGLE and not _single_counts(mark, stack, closers, last_closer):
            continue
        if depth is not None:
            opener = stack[depth][0]
            del stack[depth:]
            pair = Marked(Span(opener.span.start, mark.span.end), Span(opener.span.end, mark.span.start), opener.family)
            (stack[-1][1] if stack else top).append(pair)
        elif mark.sense is Sense.CLOSE:
            stray = stray or mark
        else:
            stack.append((mark, []))
    return _settle(stack, top, stray, first)


def _alternated(text: str, marks: list[Mark]) -> list[Mark]:
    """Return the marks of a paragraph; straight ones that stand oddly ('said" we go" .') open and close in turn.

    Only where all double marks are straight, there are as many as pairs need, what stands around them pairs none, and
    most of them may stand so: one that is left out must not turn all others.
    """
    double = [mark for mark in marks if mark.family is MarkFamily.DOUBLE]
    if len(double) % 2 or any(mark.span.of(text) != '"' for mark in double):
        return marks
    if _pair(double):
        return marks
    senses = {mark.span: (Sense.OPEN, Sense.CLOSE)[index % 2] for index, mark in enumerate(double)}
    odd = sum(mark.sense not in {senses[mark.span], Sense.EITHER} for mark in double)
    if odd > len(double) / 2:
        return marks
    return [replace(mark, sense=senses.get(mark.span, mark.sense)) for mark in marks]


def _pair(marks: Sequence[Mark]) -> bool:
    """Tell whether every one of `marks` that closes finds one open, and none stays open."""
    depth = 0
    for mark in marks:
        opens = mark.sense is Sense.OPEN or (mark.sense is Sense.EITHER and not depth)
        depth += 1 if opens else -1
        if depth < 0:
            return False
    return depth == 0


def _settle(
    stack: list[tuple[Mark, list[Marked]]], top: list[Marked], stray: Mark | None, first: MarkFamily | None
) -> _Scan:
    """Say what is left of a paragraph where its last marks stay open: a single mark alone was an apostrophe."""
    while stack and stack[0][0].family is MarkFamily.SINGLE:
        top.extend(stack.pop(0)[1])
    if not stack:
        return _Scan(tuple(top), (), None, stray, first)
    inside = [pair for _, pairs in stack for pair in pairs]
    return _Scan(tuple(top), tuple(inside), stack[0][0], stray, first)


def _closes_at(mark: Mark, stack: Sequence[tuple[Mark, list[Marked]]]) -> int | None:
    """Return the place in `stack` of the mark that `mark` closes, None where it closes none."""
    if mark.sense is Sense.OPEN:
        return None
    for depth in range(len(stack) - 1, max(-1, len(stack) - 5), -1):
        if stack[depth][0].family is mark.family:
            return depth
    return None


def _closes_another(mark: Mark, opener: Mark, following: Sequence[Mark]) -> bool:
    """Tell whether a mark closes one of another family ("we go»): none of its own family does so after it."""
    if mark.sense is not Sense.CLOSE or not {mark.family, opener.family} <= {MarkFamily.DOUBLE, MarkFamily.ANGLE}:
        return False
    return next((later.sense is not Sense.CLOSE for later in following if later.family is opener.family), True)


def _single_counts(
    mark: Mark, stack: Sequence[tuple[Mark, list[Marked]]], closers: frozenset[int], last_closer: int
) -> bool:
    """Tell whether a single mark matters: only outside double ones, and only where it opens or closes."""
    if mark.sense is Sense.OPEN:
        return not stack and mark.span.end < last_closer
    return bool(stack) and stack[-1][0].family is MarkFamily.SINGLE and mark.span.start in closers


def _single_closers(text: str, marks: Sequence[Mark], owners: tuple[str, ...]) -> frozenset[int]:
    """Return where single marks close: not the apostrophe of "the workers' rights" while a better one follows."""
    found: set[int] = set()
    doubtful: int | None = None
    for mark in marks:
        if mark.family is not MarkFamily.SINGLE:
            continue
        if mark.sense is Sense.OPEN:
            if doubtful is not None:
                found.add(doubtful)
            doubtful = None
        elif mark.sense is Sense.CLOSE:
            if text[: mark.span.start].endswith(owners) and _GOES_ON.match(text, mark.span.start):
                doubtful = doubtful if doubtful is not None else mark.span.start
            else:
                found.add(mark.span.start)
                doubtful = None
    if doubtful is not None:
        found.add(doubtful)
    return frozenset(found)


def find_marks(text: str, line: Span, rules: MarkRules) -> Iterator[Mark]:
    """Yield the quotation marks of one paragraph with their senses; apostrophes and inches are left out."""
    for run in _RUN.finditer(text, line.start, line.end):
        if run.end() - run.start() > _RUN_LIMIT:
            continue
        before = text[run.start() - 1] if run.start() > line.start else " "
        after = text[run.end()] if run.end() < line.end else " "
        for match in _MARK.finditer(text, run.start(), run.end()):
            if match[0].startswith("''") and not rules.twins:
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
    if family is MarkFamily.DOUBLE and before.isdigit() and shape in _STRAIGHT and not opens and _inches(text, span):
        return Mark(span, family, Sense.NONE)
    if family in (MarkFamily.CORNER, MarkFamily.TITLE) or (
        family is MarkFamily.ANGLE and shape in rules.opening - rules.closing
    ):
        return Mark(span, family, _nominal(shape, rules))
    if opens and not closes:
        return Mark(span, family, Sense.OPEN)
    if closes and not opens:
        return Mark(span, family, Sense.CLOSE)
    return Mark(span, family, _nominal(shape, rules))


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
    if shape in _NOMINAL_OPEN:
        return Sense.OPEN
    return Sense.CLOSE if shape in _NOMINAL_CLOSE else Sense.EITHER


def _is_elided(word: str, rules: MarkRules) -> bool:
    """Tell whether a word begins with an apostrophe: one of the lexicon's, or a decade ("the ’90s")."""
    return fold(word) in rules.elisions or any(word.removesuffix(end).isdigit() for end in rules.decades)


def _single_sense(shape: str, span: Span, before: str, after: str, text: str, rules: MarkRules) -> Sense:
    """Return what a single mark does: most are apostrophes."""
    opens = before.isspace() or before in "([{—–"
    closes = after.isspace() or after in _CLOSES_AFTER
    if opens and not closes and shape != "’":
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
