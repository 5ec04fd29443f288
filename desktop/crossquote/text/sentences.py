"""Sentences: where they stand in a text.

One pass looks at each mark that may end a sentence, and at what stands around it. What a language abbreviates is in
its lexicon, `[sentences]`: `never` end a sentence ("Mr."), `sometimes` do ("etc.", "U.S.": before a capital, or
only before one of the `starters` where the language lists them), `numbers` ("No. 5") and `units` ("2014 р.", that may
end one after a number only); `ends` are single letters that are words ("I."); `ordinals` = "period" writes 3. for 3rd.
"""

from collections.abc import Iterator
from functools import lru_cache
from itertools import chain

import regex
from msgspec import Struct

from crossquote.language.language import UNKNOWN, Language
from crossquote.model.span import Span
from crossquote.progress import QUIET, Step, Work, finish, gather
from crossquote.text.marks import OPENING
from crossquote.text.short_titles import short_titles
from crossquote.text.words import opens_small

_CLOSERS = r"""\"'”’“»›«‹)\]}」』】》〉）＂＇"""
_OPENERS = "\"'“„«»‹›‘‚”’([{¿¡…—–-−"
_WIDE = "。！？｡"
_LINE = regex.compile(r"[^\n\r\u2028\u2029]+")
_MARK = regex.compile(
    rf"(?<![.!?…])(?P<mark>[.!?…؟۔।॥։።‽]++)(?P<close>[{_CLOSERS}]*+(?:\[\d{{1,3}}\])*+)(?P<blank>\s*+)"
    rf"|(?<![{_WIDE}])[{_WIDE}]++[!?…]*+[{_CLOSERS}]*+"
)
_COLON_MARK = regex.compile(_MARK.pattern.replace(".!?…؟", ".:!?…؟"))
"""The same where a colon ends a sentence, as it does in Armenian (։)."""
_GLUED = regex.compile(rf"(?<=\p{{L}}\p{{Ll}}{{2}})[.!?][{_CLOSERS}]?[„«“‚]?\p{{Lu}}\p{{Ll}}")
"""A mark behind which the blank was left out: "It is late.Nobody came", but ndr.de, U.S. and St.Gallen."""
_WORD_BEFORE = regex.compile(r"[\p{L}\p{M}\p{N}.-]*+\Z")
_LETTERS_BEFORE = regex.compile(r"(?<![\p{L}\p{M}])(\p{L}{1,2}\.)\s?\Z")
_WORD_AFTER = regex.compile(r"[\p{L}\p{M}]++(?:['’ʼ][\p{L}\p{M}]++)?")
_SPACED_CLOSER = regex.compile(r"[ \u00A0\u202F](?:[»”\"]|'')(?=\s|\Z)")
_GOES_ON = "、，。"
"""Marks after which a sentence goes on behind words in marks that have their own."""
_LEADS = frozenset(".:")
"""Marks that lead to words in marks where a colon ends a sentence: «Նա ասաց. «Ոչ»:»"""
_NEAR = 48
_MANY = 2_000
"""So many marks are looked at between two steps."""
_WRAPPED, _CLAUSE = 25, 12
"""A line that was cut within a sentence has so many letters at least; so many before a comma."""
_THAI_BLANK = regex.compile(r"(?<=[\u0E00-\u0E7F\"”])\s++(?=[\u0E00-\u0E7F\"“])")
_THAI_LENGTH = 80


class _SentenceHabits(Struct, frozen=True):
    """What a language abbreviates and how it begins a sentence; keys are as written, words case-folded."""

    never: frozenset[str]
    sometimes: frozenset[str]
    numbers: frozenset[str]
    units: frozenset[str]
    starters: frozenset[str]
    ends: frozenset[str]
    ordinals: bool
    blanks: bool
    colon: bool
    going_on: tuple[str, ...]

    def listed(self, word: str, names: frozenset[str]) -> bool:
        """Tell whether `word` is among `names`, as written there or with a capital where they have none."""
        return word in names or (word[:1].isupper() and word[:1].lower() + word[1:] in names)


@lru_cache(maxsize=64)
def _habits(language: Language) -> _SentenceHabits:
    lexicon = language.lexicon

    def names(key: str) -> frozenset[str]:
        return frozenset(text.removesuffix(".") for text in lexicon.texts("sentences", key))

    return _SentenceHabits(
        never=names("never") | short_titles(language),
        sometimes=names("sometimes"),
        numbers=names("numbers"),
        units=names("units"),
        starters=frozenset(word.casefold() for word in names("starters")),
        ends=names("ends"),
        ordinals=lexicon.text("sentences", "ordinals") == "period",
        blanks=lexicon.text("sentences", "blanks") == "end",
        colon=lexicon.text("sentences", "colon") == "end",
        going_on=(*_GOES_ON, *lexicon.texts("sentences", "quoting")),
    )


class _Boundary(Struct, frozen=True):
    """A mark that may end a sentence: the word before it, and the word after it.

    `joined` is the word before with the abbreviated one before that: "т.д" for "т. д", "z.B" for "z. B". It `leads` to
    words in marks where those open right behind it.
    """

    mark: str
    before: str
    joined: str
    number_before: bool
    line_start: bool
    quoted: bool
    bracketed: bool
    leads: bool
    after: str

    @property
    def digit_after(self) -> bool:
        """Tell whether a number follows."""
        return self.after[:1].isdigit()


def _following(text: str, at: int) -> str:
    """Return the word or number that follows `at`, behind blanks, dashes and opening marks."""
    end = min(len(text), at + 8)
    while at < end and (text[at] in _OPENERS or text[at].isspace()):
        at += 1
    word = _WORD_AFTER.match(text, at, min(len(text), at + _NEAR))
    return word[0] if word else text[at : at + 1]


def _place(text: str, start: int, match: regex.Match[str]) -> _Boundary:
    """Return what stands around a mark of the line that begins at `start`."""
    at = match.start()
    found = _WORD_BEFORE.search(text, max(start, at - _NEAR), at)
    begin = found.start() if found else at
    word = text[begin:at]
    earlier = text[max(start, begin - 8) : begin]
    abbreviated = _LETTERS_BEFORE.search(earlier) if len(word) <= 2 else None
    return _Boundary(
        mark=match["mark"],
        before=word,
        joined=f"{abbreviated[1]}{word}" if abbreviated else word,
        number_before=earlier.rstrip()[-1:].isdigit(),
        line_start=begin - start < 4 and not text[start:begin].strip(),
        quoted=bool(match["close"]),
        bracketed=earlier[-1:] == "(" and word.isalpha(),
        leads=text[match.end() : match.end() + 1] in OPENING,
        after=_following(text, match.end()),
    )


def _starts(place: _Boundary, habits: _SentenceHabits) -> bool:
    """Tell whether what follows an abbreviation looks like the beginning of a sentence."""
    return place.after.casefold() in habits.starters if habits.starters else not place.digit_after


def _after_number(place: _Boundary, habits: _SentenceHabits) -> bool:
    """Tell whether the period after a number ends a sentence."""
    if place.line_start:
        return False
    if not habits.ordinals or len(place.before) > 2:
        return True
    return place.after.casefold() in habits.starters


def _after_abbreviation(place: _Boundary, habits: _SentenceHabits) -> bool | None:
    """Tell whether the period after `place.before` ends a sentence; None where it is no known abbreviation."""
    for word in (place.joined, place.before):
        if habits.listed(word, habits.units) and place.number_before:
            return _starts(place, habits)
        if habits.listed(word, habits.never):
            return False
        if habits.listed(word, habits.sometimes):
            return _starts(place, habits)
        if habits.listed(word, habits.units) or (place.digit_after and habits.listed(word, habits.numbers)):
            return False
    return None


def _after_letters(place: _Boundary, habits: _SentenceHabits) -> bool | None:
    """Tell whether the period after a single letter or dotted letters ends a sentence; None for another word."""
    letters = place.joined.split(".")
    if len(letters) > 1 and all(len(letter) == 1 and letter.isalpha() for letter in letters):
        return bool(habits.starters) and _starts(place, habits)
    if len(place.before) == 1 and place.before.isalpha():
        return habits.listed(place.before, habits.ends) and not place.digit_after
    return None


def _after_period(place: _Boundary, habits: _SentenceHabits) -> bool:
    """Tell whether a single period ends a sentence."""
    if place.before.isdigit():
        return _after_number(place, habits)
    if place.quoted:
        return True
    if place.bracketed or place.after == "№":
        return False
    for judge in (_after_abbreviation, _after_letters):
        verdict = judge(place, habits)
        if verdict is not None:
            return verdict
    return True


def _ends(place: _Boundary, habits: _SentenceHabits) -> bool:
    """Tell whether a sentence ends at this place."""
    if not place.after or opens_small(place.after):
        return not place.after
    if habits.colon and place.mark in _LEADS and place.leads and not place.quoted:
        return False
    if place.mark == ".":
        return _after_period(place, habits)
    trails = "…" in place.mark or set(place.mark) == {"."}
    return place.quoted or not (trails and place.digit_after)


def _ends_wide(text: str, end: int, habits: _SentenceHabits) -> bool:
    """Tell whether a Chinese or Japanese mark ends a sentence: not where the quoting sentence goes on after it."""
    closed = text[end - 1] in "」』】》〉）”’"
    return not (closed and text.startswith(habits.going_on, end))


def _breaks(text: str, start: int, end: int, habits: _SentenceHabits) -> Iterator[int | None]:
    """Yield where sentences end within the line `[start, end)`, None for each mark that ends none."""
    for match in (_COLON_MARK if habits.colon else _MARK).finditer(text, start, end):
        yield _end_at(text, start, end, match, habits)


def _end_at(text: str, start: int, end: int, match: regex.Match[str], habits: _SentenceHabits) -> int | None:
    """Return where a sentence of the line `[start, end)` ends by a mark, None where it ends none."""
    if match["mark"] is None:
        return match.end() if _ends_wide(text, match.end(), habits) else None
    spaced = _SPACED_CLOSER.match(text, match.end() - len(match["blank"]), end)
    if spaced:
        return None if opens_small(_following(text, spaced.end())) else spaced.end()
    parted = match["blank"] or _GLUED.match(text, match.start())
    return match.end() - len(match["blank"]) if parted and _ends(_place(text, start, match), habits) else None


def _thai_breaks(text: str, start: int, end: int) -> Iterator[int]:
    """Yield where Thai, which has no full stop, may be cut: at a blank, once enough has been said."""
    last = start
    for match in _THAI_BLANK.finditer(text, start, end):
        if match.start() - last >= _THAI_LENGTH:
            yield match.start()
            last = match.end()


def _paragraphs(text: str) -> Iterator[tuple[int, int]]:
    """Yield the lines of `text`; lines that a wrapping editor cut in the middle of a sentence are one."""
    held: tuple[int, int] | None = None
    for match in _LINE.finditer(text):
        start, end = match.span()
        if held and _wrapped(text, held, (start, end)):
            held = (held[0], end)
            continue
        if held:
            yield held
        held = (start, end)
    if held:
        yield held


def _wrapped(text: str, before: tuple[int, int], line: tuple[int, int]) -> bool:
    last = text.rfind("\n", before[0], before[1]) + 1
    gap = text[before[1] : line[0]]
    return (
        before[1] - max(before[0], last) >= (_CLAUSE if text[before[1] - 1] == "," else _WRAPPED)
        and gap in {"\n", "\r\n"}
        and opens_small(text[line[0]])
        and (text[before[1] - 1].isalnum() or text[before[1] - 1] in ", -")
    )


def split_sentences(text: str, language: Language = UNKNOWN) -> tuple[Span, ...]:
    """Return the sentences of `text` in order, without the blanks around them; none crosses a paragraph.

    Together they hold every character of the text that is not blank.
    """
    return finish(look_for_sentences(text, language, QUIET))


def ends_by_colon(language: Language) -> bool:
    """Tell whether a colon ends a sentence in a language, so that it leads up to nothing."""
    return _habits(language).colon


def look_for_sentences(text: str, language: Language, step: Step) -> Work[tuple[Span, ...]]:
    """Return the sentences of `text` as `split_sentences` does; yields `step` now and then."""
    looked = yield from gather(_sentences(text, _habits(language)), step, _MANY)
    return tuple(sentence for sentence in looked if sentence is not None)


def _sentences(text: str, habits: _SentenceHabits) -> Iterator[Span | None]:
    """Yield the sentences of `text`, None for each mark that ends none: it is looked at too."""
    for start, end in _paragraphs(text):
        breaks = _thai_breaks(text, start, end) if habits.blanks else _breaks(text, start, end, habits)
        begin = start
        for at in chain(breaks, (end,)):
            if at is None:
                yield None
                continue
            begin = at - len(text[begin:at].lstrip()) if begin < at else begin
            if begin < at:
                yield Span(begin, begin + len(text[begin:at].rstrip()))
            begin = max(begin, at)
