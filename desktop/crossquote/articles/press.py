"""Press reviews: many articles in one document, as databases of the press export them; made after their descriptions.

Nexis ends each article with a line of its own, and has one before its body. Factiva ends each with its number, and has
one that counts its words.
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from msgspec.structs import replace

from crossquote.articles.blocks import Block, Kind, draft_of
from crossquote.articles.called import begun_at_title
from crossquote.articles.clean import with_whole_characters
from crossquote.articles.dates import find_date
from crossquote.articles.reader import Draft, Several
from crossquote.text.excess import MAX_LETTERS

_END = re.compile(r"End of Document|Document [A-Z]{2,8}\d{8}\w{4,}", re.IGNORECASE)
_END_LINE = re.compile(rf"(?m)^[ \t]*(?:{_END.pattern})[ \t]*$", re.IGNORECASE)
_BODY = re.compile(r"Body", re.IGNORECASE)
_AFTER = re.compile(r"(?:Load-Date|Classification|Graphic|Correction-Date|Notes)\b:?", re.IGNORECASE)
_RIGHTS = re.compile(r"(?:Copyright|©|\(c\))", re.IGNORECASE)
_BYLINE = re.compile(r"(?:Byline:\s*|By\s+)(.{2,200})", re.IGNORECASE)
_COUNT = re.compile(r"\d[\d.,\s]*words", re.IGNORECASE)
_TIME = re.compile(r"\d{1,2}:\d\d.{0,12}")
_HEAD = 25
"""So many lines before its body an article has at most."""


def articles_in(blocks: Iterable[Block], about: Draft | None = None) -> Draft | Several:
    """Return the article that a document is; the articles that it holds, where it is a press review."""
    told, about = begun_at_title(list(blocks), about or Draft(""))
    lines = [Block(line, block.kind) for block in told for line in block.text.split("\n")]
    if not any(_END.fullmatch(line.text.strip()) for line in lines):
        return draft_of(told, about)
    drafts = (_article(part) for part in _parts(lines))
    found = tuple(draft for draft in drafts if draft is not None)
    return Several(found) if found else draft_of(told, about)


def articles_of_review(text: str) -> Several | None:
    """Return the articles of a press review in plain text, None where it is none, or longer than a text may be."""
    if len(text) > MAX_LETTERS or not _END_LINE.search(text):
        return None
    made = articles_in(Block(line) for line in with_whole_characters(text).split("\n"))
    return made if isinstance(made, Several) else None


def _parts(lines: Sequence[Block]) -> Iterator[list[str]]:
    """Yield the lines of each article, without the one that ends it."""
    held: list[str] = []
    for line in lines:
        text = " ".join(line.text.split())
        if _END.fullmatch(text):
            yield held
            held = []
        elif text and line.kind is not Kind.ASIDE:
            held.append(text)


def _article(lines: list[str]) -> Draft | None:
    """Return the article of some lines, None where they are none that these databases would write."""
    marked = next((at for at, line in enumerate(lines) if _BODY.fullmatch(line)), None)
    counted = next((at for at, line in enumerate(lines) if _COUNT.fullmatch(line)), None)
    if marked is not None:
        return _of_nexis(lines, marked)
    return _of_factiva(lines, counted) if counted else None


def _of_nexis(lines: list[str], body: int) -> Draft | None:
    """Return an article with a line before its body; title, outlet and date stand over the line of rights."""
    head = lines[max(0, body - _HEAD) : body]
    rights = next((at for at, line in enumerate(head) if _RIGHTS.match(line)), len(head))
    dated = next((at for at in reversed(range(rights)) if find_date(head[at])), None)
    if dated is None or dated < 2:
        return None
    told = lines[body + 1 :]
    end = next((at for at, line in enumerate(told) if _AFTER.match(line)), len(told))
    return _draft(head[dated - 2], head[dated - 1], head[dated], head, told[:end])


def _of_factiva(lines: list[str], counted: int) -> Draft | None:
    """Return an article whose words are counted: its title before that; behind, date, outlet, rights and body."""
    before = [line for line in lines[:counted] if not _BYLINE.fullmatch(line)]
    behind = [line for line in lines[counted + 1 :] if not _TIME.fullmatch(line)]
    rights = next((at for at, line in enumerate(behind[:_HEAD]) if _RIGHTS.match(line)), None)
    if not before or rights is None or rights < 2:
        return None
    return _draft(before[-1], behind[1], behind[0], lines[:counted], behind[rights + 1 :])


def _draft(title: str, outlet: str, date: str, head: list[str], body: list[str]) -> Draft | None:
    if not body:
        return None
    written = next((found[1] for line in head if (found := _BYLINE.fullmatch(line))), "")
    name = _BYLINE.sub(r"\1", written)
    made = draft_of([Block(title, Kind.TITLE), *map(Block, body)])
    return replace(made, title=title, outlet=outlet, date=find_date(date), authors=(name,) if name else ())
