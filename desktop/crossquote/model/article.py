"""Articles: a text with its source."""

from msgspec import Struct, field

from crossquote.message import Message
from crossquote.model.span import Span


class Detection(Struct, frozen=True, forbid_unknown_fields=True, gc=False, omit_defaults=True):
    """The language of a text, as found or as told.

    `language` is an ISO 639-1 code as Argos names it (`uk`, `zh`, `zt`, `nb`), None where it can't be told;
    `confidence` lies between 0 and 1; `candidates` are (code, probability), likeliest first.
    `told` is True where the user said so: then it holds.
    """

    language: str | None
    confidence: float
    candidates: tuple[tuple[str, float], ...] = ()
    told: bool = False


UNKNOWN_LANGUAGE = Detection(None, 0.0)


class Layout(Struct, frozen=True, forbid_unknown_fields=True, gc=False, omit_defaults=True):
    """Which parts of an article's text are what; spans count into `Article.text`.

    `skipped` parts (navigation, captions, "read also", "follow us") are not searched for quotes.
    """

    title: Span | None = None
    byline: Span | None = None
    dateline: Span | None = None
    skipped: tuple[Span, ...] = ()


class Source(Struct, frozen=True, forbid_unknown_fields=True, gc=False, omit_defaults=True):
    """What an article was read from: the media type, which reader read it, and what the file says of where it was.

    `reader` is empty for what was typed or pasted. `address` is a web address that the file gives as its own, None
    where it gives none. `warnings` say what the user should know of the reading. `published` is the moment in ISO 8601
    with its zone, where it gives that; the article's `date` is the day of it there. `read_at` is when it was read (ISO
    8601, UTC), None where nobody noted that.
    """

    media: str = "text/plain"
    reader: str = ""
    address: str | None = None
    warnings: tuple[Message, ...] = ()
    published: str | None = None
    read_at: str | None = None


def body_of(text: str, layout: Layout) -> str:
    """Return what a text says, a paragraph a line: without its title, and without what was set aside."""
    places = {*layout.skipped, layout.title, layout.byline, layout.dateline}
    kept: list[str] = []
    at = 0
    for span in sorted(place for place in places if place is not None):
        kept.append(text[at : span.start])
        at = max(at, span.end)
    lines = "".join([*kept, text[at:]]).split("\n")
    return "\n".join(line for line in lines if line.strip())


def body_paragraphs(text: str, layout: Layout) -> tuple[Span, ...]:
    """Return the paragraphs of a text's body in their order: without its title, and without what was set aside."""
    places = {*layout.skipped, layout.title, layout.byline, layout.dateline}
    aside = sorted(place for place in places if place is not None)
    found: list[Span] = []
    at = 0
    for line in text.split("\n"):
        here = Span(at, at + len(line))
        at += len(line) + 1
        if line.strip() and not any(place.start <= here.start and here.end <= place.end for place in aside):
            found.append(here)
    return tuple(found)


class Article(Struct, frozen=True, forbid_unknown_fields=True, gc=False, omit_defaults=True):
    """A text with its source. All spans of quotes count into `text`, which is kept as it was read.

    `outlet` and `title` are never empty: where the article does not say, they are made from its file name.
    `date` is ISO 8601 (`2025-03-14`) or None. `sha256` is of the original bytes, in hexadecimal.
    """

    id: str
    text: str
    title: str
    outlet: str
    path: str = ""
    author: str | None = None
    date: str | None = None
    sha256: str = ""
    detection: Detection = UNKNOWN_LANGUAGE
    layout: Layout = field(default_factory=Layout)
    source: Source = field(default_factory=Source)

    @property
    def body(self) -> str:
        """What the article says: without its title, and without what was set aside."""
        return body_of(self.text, self.layout)

    @property
    def language(self) -> str | None:
        """The language of the article as a whole."""
        return self.detection.language
