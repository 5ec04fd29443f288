"""Pairing quotation marks: what stands between them, outermost pairs only.

Writers mix shapes and leave marks out: one that nothing closes ends with its paragraph, or with the next that opens,
and before the sentence that leads up to that.
"""

from collections.abc import Mapping, Sequence

import regex
from msgspec import Struct
from msgspec.structs import replace

from crossquote.language.language import UNKNOWN, Language
from crossquote.model.span import Span
from crossquote.text.blanks import letter_before
from crossquote.text.marks import STRAIGHT, Mark, MarkFamily, MarkRules, Sense, find_marks, fitted, load_mark_rules
from crossquote.text.sentences import ends_by_colon, split_sentences

_MIXED = frozenset({MarkFamily.DOUBLE, MarkFamily.ANGLE})
"""Families whose marks writers let close each other's."""
_NAME_WORDS = 3
"""So many words of a name stand before a name within it at most."""
_LEADS_ON = (":", "：")
_LEADS = (*_LEADS_ON, ",", "،")
_SINGLY = regex.compile(r"[‘']\p{Lu}")
_GOES_ON = regex.compile(r"\S\s(?!\p{Georgian})\p{Ll}")


class Marked(Struct, frozen=True):
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


def paragraphs(text: str, start: int = 0, end: int | None = None) -> tuple[Span, ...]:
    """Return the lines of `text[start:end]` that hold anything, without the blanks around them."""
    stop = len(text) if end is None else end
    return tuple(
        Span(match.start(), match.end())
        for match in regex.finditer(r"[^\s](?:[^\n]*[^\s])?", text, pos=start, endpos=stop)
    )


def find_marked(text: str, lines: Sequence[Span], language: Language = UNKNOWN) -> tuple[Marked, ...]:
    """Return what stands in quotation marks in the paragraphs `lines` of `text`, outermost pairs only, in order."""
    rules = fitted(load_mark_rules(language), text)
    taken_up = [*(_opens_singly(text, line) for line in lines[1:]), False][: len(lines)]
    scanned = [_scan(text, line, rules, goes_on=on) for line, on in zip(lines, taken_up, strict=True)]
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
    return tuple(sorted((_before_what_leads_on(text, pair, language) for pair in found), key=lambda pair: pair.outer))


def _before_what_leads_on(text: str, pair: Marked, language: Language) -> Marked:
    """Return what nothing closes, without its last sentence where a colon ends it: that leads up to the next words."""
    if pair.closed or pair.continues or ends_by_colon(language):
        return pair
    if not pair.content.of(text).rstrip().endswith(_LEADS_ON):
        return pair
    *said, _ = split_sentences(pair.content.of(text), language)
    if not said:
        return pair
    end = pair.content.start + said[-1].end
    return replace(pair, outer=Span(pair.outer.start, end), content=Span(pair.content.start, end))


class _Scan(Struct, frozen=True):
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
    if inside and _is_name_in_name(text, mark, inside[0]):
        return _closed_with(mark, inside[0])
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
        return _closed_with(mark, inside[-1])
    end = inside[0].outer.start if inside else line.end
    return Marked(Span(mark.span.start, end), Span(mark.span.end, end), mark.family, closed=False)


def _closed_with(mark: Mark, inner: Marked) -> Marked:
    """Return what stands between an opening mark and the closing one of what is within it, which ends both."""
    return Marked(Span(mark.span.start, inner.outer.end), Span(mark.span.end, inner.content.end), mark.family)


def _is_name_in_name(text: str, mark: Mark, inner: Marked) -> bool:
    """Tell whether one closing mark ends a name and that within it, a few words apart: ООО «Торговый дом «Север»."""
    between = text[mark.span.end : inner.outer.start]
    return ":" not in between and len(between.split()) <= _NAME_WORDS and _wraps(text, mark, inner)


def _wraps(text: str, mark: Mark, inner: Marked) -> bool:
    """Tell whether one closing mark ends two quotes: “He told me: “Go home”, she said.

    Then nothing that ends a sentence or a quote stands before the inner one. Straight marks do not tell which is which.
    """
    if mark.span.of(text) in STRAIGHT:
        return False
    before = text[mark.span.end : inner.outer.start].rstrip()
    return inner.family is mark.family and inner.closed and bool(before) and before[-1] not in ".!?…,;"


def _first(scan: _Scan, mark: Mark) -> bool:
    """Tell whether `mark` stands before everything else in its paragraph."""
    return (not scan.pairs or mark.span.start < scan.pairs[0].outer.start) and (
        scan.open is None or mark.span.start < scan.open.span.start
    )


def _opens_singly(text: str, line: Span) -> bool:
    """Tell whether a paragraph begins with a single mark and a capital: it may take up what the one before said."""
    return _SINGLY.match(text, line.start) is not None


def _scan(text: str, line: Span, rules: MarkRules, *, goes_on: bool = False) -> _Scan:
    """Pair the marks of one paragraph; `goes_on` tells that the next one may take up a quote in single marks."""
    stack: list[tuple[Mark, list[Marked]]] = []
    top: list[Marked] = []
    stray: Mark | None = None
    first: MarkFamily | None = None
    marks = _alternated(text, list(find_marks(text, line, rules)))
    following = _following(marks)
    closers = _single_closers(text, marks, rules.owners, goes_on=goes_on)
    last_closer = max(closers, default=-1)
    for number, mark in enumerate(marks):
        if mark.span.start == line.start and mark.sense is not Sense.CLOSE:
            first = mark.family
        depth = _closes_at(mark, stack)
        if depth is None and stack and _closes_another(mark, stack[-1][0], following[number]):
            depth = len(stack) - 1
        if depth is None and stack and _closes_loosely(text, mark, stack[-1][0]):
            depth = len(stack) - 1
        taken_up = goes_on and mark.span.start > last_closer and _SINGLY.match(text, mark.span.start) is not None
        if mark.family is MarkFamily.SINGLE and not _single_counts(
            mark, stack, closers, last_closer, taken_up=taken_up
        ):
            continue
        if depth is not None:
            opener = stack[depth][0]
            del stack[depth:]
            pair = Marked(Span(opener.span.start, mark.span.end), Span(opener.span.end, mark.span.start), opener.family)
            (stack[-1][1] if stack else top).append(pair)
        elif mark.sense is Sense.CLOSE and not _opens_loosely(text, mark, stack, following[number]):
            stray = stray or mark
        else:
            stack.append((mark, []))
    return _settle(stack, top, stray, first, goes_on=goes_on)


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
    stack: list[tuple[Mark, list[Marked]]],
    top: list[Marked],
    stray: Mark | None,
    first: MarkFamily | None,
    *,
    goes_on: bool,
) -> _Scan:
    """Say what is left of a paragraph where its last marks stay open: a single mark alone was an apostrophe.

    Unless the next paragraph takes it up. Of several that stay open only the last may go on in the next paragraph; each
    before it ends where the next begins.
    """
    while stack and (len(stack) > 1 or (stack[0][0].family is MarkFamily.SINGLE and not goes_on)):
        mark, pairs = stack.pop(0)
        top.extend(pairs)
        if mark.family is not MarkFamily.SINGLE:
            end = pairs[0].outer.start if pairs else stack[0][0].span.start
            top.append(Marked(Span(mark.span.start, end), Span(mark.span.end, end), mark.family, closed=False))
    top.sort(key=lambda pair: pair.outer)
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


def _following(marks: Sequence[Mark]) -> Sequence[Mapping[MarkFamily, Mark]]:
    """Return for each mark the next one after it of each family whose marks close each other's."""
    after: list[Mapping[MarkFamily, Mark]] = []
    nearest: Mapping[MarkFamily, Mark] = {}
    for mark in reversed(marks):
        after.append(nearest)
        if mark.family in _MIXED:
            nearest = {**nearest, mark.family: mark}
    return after[::-1]


def _closes_another(mark: Mark, opener: Mark, following: Mapping[MarkFamily, Mark]) -> bool:
    """Tell whether a mark closes one of another family ("we go»): none of its own family does so after it."""
    if mark.sense is not Sense.CLOSE or not {mark.family, opener.family} <= _MIXED:
        return False
    return opener.family not in following or following[opener.family].sense is not Sense.CLOSE


def _is_loose(text: str, mark: Mark) -> bool:
    """Tell whether blanks stand on both sides of a double mark: then its shape alone says what it does."""
    around = text[mark.span.start - 1 : mark.span.start] + text[mark.span.end : mark.span.end + 1]
    return mark.family is MarkFamily.DOUBLE and len(around) > 1 and around.isspace()


def _opens_loosely(
    text: str, mark: Mark, stack: Sequence[tuple[Mark, list[Marked]]], following: Mapping[MarkFamily, Mark]
) -> bool:
    """Tell whether a mark that closes by its shape opens, behind what leads up to a quote: 'said: ” We go”'."""
    led = _is_loose(text, mark) and letter_before(text, mark.span.start) in _LEADS
    return led and not stack and mark.family in following and following[mark.family].sense is not Sense.OPEN


def _closes_loosely(text: str, mark: Mark, opener: Mark) -> bool:
    """Tell whether a mark that opens by its shape closes one of the same shape, both set apart: '“ We go “ said'."""
    alike = mark.sense is Sense.OPEN and mark.span.of(text) == opener.span.of(text)
    return alike and _is_loose(text, mark) and _is_loose(text, opener)


def _single_counts(
    mark: Mark,
    stack: Sequence[tuple[Mark, list[Marked]]],
    closers: frozenset[int],
    last_closer: int,
    *,
    taken_up: bool,
) -> bool:
    """Tell whether a single mark matters: only outside double ones, and only where it opens or closes.

    One that nothing closes opens where the next paragraph may have `taken_up` what it begins.
    """
    if mark.sense is Sense.OPEN:
        return not stack and (mark.span.end < last_closer or taken_up)
    return bool(stack) and stack[-1][0].family is MarkFamily.SINGLE and mark.span.start in closers


def _single_closers(text: str, marks: Sequence[Mark], owners: tuple[str, ...], *, goes_on: bool) -> frozenset[int]:
    """Return where single marks close: not the apostrophe of "the workers' rights" while a better one follows.

    Nor where the next paragraph may go on with what is said in this one.
    """
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
            if text.endswith(owners, 0, mark.span.start) and _GOES_ON.match(text, mark.span.start):
                doubtful = doubtful if doubtful is not None else mark.span.start
            else:
                found.add(mark.span.start)
                doubtful = None
    if doubtful is not None and not goes_on:
        found.add(doubtful)
    return frozenset(found)
