"""Blocks: the paragraphs of a document as a reader meets them, and the draft that they make."""

import re
from collections.abc import Iterable
from enum import Enum

from msgspec import Struct
from msgspec.structs import replace

from crossquote.articles.clean import clean, with_whole_characters
from crossquote.articles.reader import Draft
from crossquote.model.article import Layout
from crossquote.model.span import Span

_NO_TEXT = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff]")
_LONGEST_TITLE = 500
_GAP = "\n\n"


class Kind(Enum):
    """What a block is in its document."""

    TITLE = "title"
    TEXT = "text"
    ASIDE = "aside"


class Block(Struct, frozen=True):
    """A paragraph with its kind; line breaks in it are line feeds."""

    text: str
    kind: Kind = Kind.TEXT


def draft_of(blocks: Iterable[Block], about: Draft | None = None) -> Draft:
    """Return the draft of a document: its paragraphs as lines with a blank one between, and what it says of itself.

    What was set aside stands behind them.

    What stands at its head is read as in any article, and holds before what is said `about` it elsewhere in the file.
    """
    kept = [Block(text, block.kind) for block in blocks if (text := tidy(block.text))]
    parts = [block for block in kept if block.kind is not Kind.ASIDE]
    text = "\n\n".join(block.text for block in parts)
    about = about or Draft("")
    head = clean(text)
    titled = _with_title(head, parts)
    whole, aside = lay_out([*([Block(text)] if text else []), *(block for block in kept if block.kind is Kind.ASIDE)])
    return replace(
        titled,
        text=whole,
        layout=replace(titled.layout, skipped=(*titled.layout.skipped, *aside.skipped)),
        title=titled.title or about.title,
        authors=titled.authors or about.authors,
        date=titled.date or about.date,
        outlet=titled.outlet or about.outlet,
        address=about.address,
        language=about.language,
        warnings=about.warnings,
        published=about.published,
    )


def lay_out(blocks: Iterable[Block]) -> tuple[str, Layout]:
    """Return a text of blocks, with a blank line between, and which parts of it are its title, and set aside."""
    title: Span | None = None
    skipped: list[Span] = []
    pieces: list[str] = []
    at = 0
    for block in blocks:
        span = Span(at, at + len(block.text))
        at = span.end + len(_GAP)
        pieces.append(block.text)
        if block.kind is Kind.ASIDE:
            skipped.append(span)
        elif block.kind is Kind.TITLE and title is None:
            title = span
    return _GAP.join(pieces), Layout(title, skipped=tuple(skipped))


def _with_title(head: Draft, parts: list[Block]) -> Draft:
    """Return the draft with the title that the document marks as one, where it stands at its beginning."""
    if not parts or parts[0].kind is not Kind.TITLE or len(parts[0].text) > _LONGEST_TITLE:
        return head
    title = parts[0].text
    layout = head.layout if head.layout.title else _titled(head.layout, Span(0, len(title)))
    return replace(head, title=" ".join(title.split()), layout=layout)


def _titled(layout: Layout, span: Span) -> Layout:
    skipped = tuple(other for other in layout.skipped if not other.overlaps(span))
    return replace(layout, title=span, skipped=skipped)


def tidy(text: str) -> str:
    """Return a paragraph without blanks at the ends of its lines, and without signs that are no text."""
    whole = _NO_TEXT.sub("", with_whole_characters(text.replace("\r\n", "\n").replace("\r", "\n")))
    return "\n".join(map(str.strip, whole.split("\n"))).strip()
