"""Cleaning: which lines of a pasted article are its title, author, date, and what is no article at all."""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import islice

from msgspec.structs import replace

from crossquote.articles.addresses import is_address
from crossquote.articles.dates import find_date
from crossquote.articles.given_names import is_given_name
from crossquote.articles.labels import LETTERS, either, fold, labels_with, words_of
from crossquote.articles.reader import Draft
from crossquote.model.article import Layout
from crossquote.model.span import Span

_HEAD_LINES = 12
_LONGEST_ADDRESS = 2000
_SOUND = re.compile(r"https?://[\w-]+(?:\.[\w-]+)*(?:[/?#]\S*)?")
_TITLE_LENGTH = 220
_DATE_LENGTH = 100
_LEFTOVER_LENGTH = 300
_LINE = re.compile(r"[^\n]+")
_WORD = re.compile(r"\w+")
_ENDS_SENTENCE = re.compile(r"[.!?…][\"”»’')\]]*$")
_FIRST_LETTERS = re.compile(rf"^.*?({LETTERS.pattern})", re.MULTILINE)
"""What a line has before its first letters, and these."""
_DATED = ("date", "changed")
_BREAK = re.compile(r"\s*[,;·•|/–—]\s*|\s+-\s+|\s+(?=\d)")
"""What parts an author from the day in one line."""
_MOST_NAMES = 3
_NAME = re.compile(r"[^\W\d_](?:[^\W\d_]|['’-])*\.?")
_LONGEST_NAME = 60
_LEADS_ON = re.compile(r"[:：]\s*$")
"""A line that ends so says who speaks next, and is neither title nor outlet."""


def _author(line: str) -> re.Match[str] | None:
    """Return what stands before an author's name at the beginning of a line, in any language."""
    labels = labels_with(_first_letters(line), "author")
    return _author_pattern(labels).match(line) if labels else None


def _date(line: str) -> re.Match[str] | None:
    """Return what stands before a date at the beginning of a line, in any language."""
    labels = labels_with(_first_letters(line), *_DATED)
    return _date_pattern(labels).match(line) if labels else None


def _first_letters(text: str) -> set[str]:
    """Return the first letters of each line."""
    return {match[1] for match in _FIRST_LETTERS.finditer(fold(text))}


@lru_cache(maxsize=256)
def _author_pattern(labels: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"\s*(?:{either(labels)})(?:\s*:\s*|\s+(?=\w)|\s*$)", re.IGNORECASE)


@lru_cache(maxsize=256)
def _date_pattern(labels: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"\s*(?:{either(labels)})\s*(?::\s*|$)", re.IGNORECASE)


@lru_cache(maxsize=256)
def _leading_date(labels: tuple[str, ...]) -> re.Pattern[str]:
    """Return the pattern of a date in figures, with its label, that the article goes on from in one line."""
    return re.compile(rf"\s*(?:{either(labels)})[:：\s]+(\d{{4}}-\d{{2}}-\d{{2}})\b[\s:：—–-]*", re.IGNORECASE)


@lru_cache(maxsize=256)
def _leftover_pattern(labels: tuple[str, ...]) -> re.Pattern[str]:
    """Return the pattern of a line that begins as a leftover does."""
    blanks = r"[^\S\n]*+"
    return re.compile(rf"^{blanks}[(\[*•→–—-]*+{blanks}(?:{either(labels)})(?!\w)", re.IGNORECASE | re.MULTILINE)


def _lines(text: str) -> Iterator[Span]:
    """Yield the span of each line that is not blank, without the blanks around it."""
    for match in _LINE.finditer(text):
        if match[0].strip():
            yield _stripped(text, match.start(), match.end())


def _stripped(text: str, start: int, end: int) -> Span:
    line = text[start:end]
    return Span(start + len(line) - len(line.lstrip()), start + len(line.rstrip()))


def with_whole_characters(text: str) -> str:
    """Return `text` with half characters (lone surrogates) put together, or replaced: no file could keep them."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return text


def clean(text: str) -> Draft:
    """Return the draft of a text as a person would paste it from a page: its layout, and what its head says."""
    lines = list(islice(_lines(text), _HEAD_LINES))
    if not lines:
        return Draft(text)
    head = _read_head(text, lines)
    taken = {*head.layout.skipped, head.layout.title}
    leftovers = (line for line in _leftovers(text) if line not in taken and len(line) < _LEFTOVER_LENGTH)
    skipped = tuple(sorted({*head.layout.skipped, *leftovers}))
    return replace(head, layout=replace(head.layout, skipped=skipped))


def is_leftover(line: str, *, more: int = 1) -> bool:
    """Tell a line that says what leftovers of a page say, and at most so many words more."""
    labels = labels_with(_first_letters(line), "leftover")
    found = _leftover_pattern(labels).match(line) if labels else None
    return found is not None and len(_WORD.findall(line, found.end())) <= more


def _leftovers(text: str) -> Iterator[Span]:
    """Yield the lines that begin as leftovers of a page do.

    One pattern looks for them in the whole text: a text can have millions of lines, and a span for each would take
    hundreds of megabytes.
    """
    labels = labels_with(_first_letters(text), "leftover")
    for match in _leftover_pattern(labels).finditer(text) if labels else ():
        end = text.find("\n", match.end())
        yield _stripped(text, match.start(), end if end >= 0 else len(text))


def _read_head(text: str, lines: list[Span]) -> Draft:
    """Return what the first lines say: a title, then author and date in any order, until the article begins."""
    found = Draft(text)
    labels = labels_with(_first_letters(lines[0].of(text)), *_DATED)
    leading = _leading_date(labels).match(text, lines[0].start) if labels else None
    if leading:
        skipped = (Span(lines[0].start, leading.end()),)
        return Draft(text, date=find_date(leading[1]), layout=Layout(dateline=skipped[0], skipped=skipped))
    if len(lines) > 1 and is_address(lines[0].of(text)):
        found, lines = _addressed(text, lines[0]), lines[1:]
    awaited = ""
    for index, line in enumerate(lines):
        found, awaited, read = _read_head_line(text, line, found, awaited)
        if read:
            continue
        if index == 0 and _is_title(line.of(text)) and len(lines) > 1:
            found = replace(found, title=line.of(text), layout=replace(found.layout, title=line))
        elif _names_outlet(text, line, lines[index + 1 : index + 3]) and _is_told_first(line.of(text), found):
            layout = replace(found.layout, skipped=(*found.layout.skipped, line))
            found = _with_name(found, line.of(text), replace(layout, byline=line))
        else:
            break
    return found


def _addressed(text: str, line: Span) -> Draft:
    """Return the draft of a text under its address, which is kept where it is whole; several on a line are none."""
    address = line.of(text)
    sound = _SOUND.fullmatch(address) and len(address) <= _LONGEST_ADDRESS and address.isprintable()
    return Draft(text, address=address if sound else None, layout=Layout(skipped=(line,)))


def _read_head_line(text: str, line: Span, found: Draft, awaited: str) -> tuple[Draft, str, bool]:
    """Return what is found with this line too, what its label leaves to the next line, and whether it was read."""
    words, layout = line.of(text), found.layout
    skipped = replace(layout, skipped=(*layout.skipped, line))
    author, date = _author(words), _date(words)
    if date or (len(line) < 60 and find_date(words, whole=True)):
        given = words[date.end() :][:_DATE_LENGTH] if date else words
        by = found.authors or (_named_before_day(words, author) if author else ())
        return (
            replace(found, authors=by, date=find_date(given) or found.date, layout=replace(skipped, dateline=line)),
            ("" if given else "date"),
            True,
        )
    if author and len(line) < 100 and not found.authors and not _ENDS_SENTENCE.search(words):
        name = words[author.end() :].strip()
        authors = (name,) if name else ()
        return replace(found, authors=authors, layout=replace(skipped, byline=line)), "" if name else "author", True
    if awaited == "author" and len(line) < 80:
        return replace(found, authors=(words,), layout=skipped), "", True
    return found, "", False


def _named_before_day(words: str, label: re.Match[str]) -> tuple[str, ...]:
    """Return the author whom a line names before it says the day: "By Ada Lindqvist · 14 March 2025".

    What begins as a noun does in some language names who prints it: "Le Courrier – 14 mars 2025".
    """
    name = _BREAK.split(words[label.end() :], maxsplit=1)[0].strip()
    is_noun = ":" not in label[0] and fold(label[0].strip()) in _determiners()
    return () if not name or is_noun or len(name) > _LONGEST_NAME or any(map(str.isdigit, name)) else (name,)


@lru_cache(maxsize=1)
def _determiners() -> frozenset[str]:
    return frozenset(map(fold, words_of("determiners", "function_words")))


def _is_told_first(words: str, found: Draft) -> bool:
    """Tell whether nothing was found yet of what a line says: who wrote an article, or who prints it."""
    return not found.authors if _is_person(words) else found.outlet is None


def _with_name(found: Draft, words: str, layout: Layout) -> Draft:
    """Return what is found with the line before a date: a person wrote the article, anything else prints it."""
    if _is_person(words):
        return replace(found, authors=(words,), layout=layout)
    return replace(found, outlet=words, layout=replace(layout, byline=found.layout.byline))


def _is_person(words: str) -> bool:
    """Tell whether a line is the name of a person and nothing else: a given name that is known, and one or two more."""
    names = words.split()
    named = 1 < len(names) <= _MOST_NAMES and all(name[0].isupper() and _NAME.fullmatch(name) for name in names)
    return named and is_given_name(names[0])


def _names_outlet(text: str, line: Span, following: list[Span]) -> bool:
    """Tell whether a short line that is no sentence stands before the date: then it names who prints the article.

    The author's line may stand between the two.
    """
    if following and (_author(following[0].of(text)) or _is_person(following[0].of(text))):
        following = following[1:]
    dated = any(len(after) < 60 and find_date(after.of(text), whole=True) for after in following[:1])
    return dated and len(line) < 60 and not _LEADS_ON.search(line.of(text)) and not _ENDS_SENTENCE.search(line.of(text))


def _is_title(line: str) -> bool:
    return len(line) <= _TITLE_LENGTH and not _LEADS_ON.search(line) and not re.search(r"[^.]\.[\"”»]*$", line)
