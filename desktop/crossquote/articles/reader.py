"""The door for formats: what a reader is, what it is given, and the draft of an article that it makes."""

from enum import IntEnum
from typing import Protocol

from msgspec import Struct, field
from msgspec.structs import replace

from crossquote.articles.charsets import LOST
from crossquote.message import Message, message
from crossquote.model.article import Layout
from crossquote.text.excess import MAX_LINES

MOST_IN_ONE_FILE = 10_000
"""Articles, and files that are to be read by themselves, that one file may hold."""
MOST_ASIDE = MAX_LINES
"""Parts of an article that may be set aside: each has a line."""


class Sureness(IntEnum):
    """How sure a reader is that a file is of its format. The surest reads it; of equals, the first in the table."""

    NO = 0
    PERHAPS = 1
    LIKELY = 2
    CERTAIN = 3


class Head(Struct, frozen=True):
    """The beginning of a file: its bytes, and the same as a text without what stands before its first sign.

    `text` is what can be compared with ASCII, whatever the encoding: letters beyond it are replaced, NULs left out.
    `whole` is True where it is the whole file. `members` are the names of what is in it, where it is a zip archive.
    """

    data: bytes
    text: str
    whole: bool
    members: tuple[bytes, ...] = ()


class Hints(Struct, frozen=True):
    """What is known of a file besides its bytes: its path, what the user said of such, and what lies with it.

    `encoding` is of those that do not say theirs, `columns` are parts of an article with how tables call them; `frames`
    are pages that stand in the page, as it names them.
    """

    path: str = ""
    encoding: str | None = None
    columns: tuple[tuple[str, str], ...] = ()
    frames: tuple[tuple[str, bytes], ...] = ()


class Draft(Struct, frozen=True):
    """What a reader makes of a file: the text of its article, and what the file says of it.

    Spans of `layout` count into `text`. What is not said is None, or empty. `authors` are names. `date` is ISO 8601,
    `published` the moment with its zone, where that is said; `address` the web address that the file gives as its own,
    `language` an ISO 639-1 code that it claims: a hint, no more. What was set aside (navigation, captions, notes)
    stands in `text` as well, marked by `layout.skipped`; `blocks` puts both together. `warnings` are for the user.
    """

    text: str
    title: str | None = None
    authors: tuple[str, ...] = ()
    date: str | None = None
    outlet: str | None = None
    address: str | None = None
    language: str | None = None
    layout: Layout = field(default_factory=Layout)
    warnings: tuple[Message, ...] = ()
    published: str | None = None

    @property
    def set_aside(self) -> tuple[str, ...]:
        """What stands in the text and is not read."""
        return tuple(span.of(self.text) for span in self.layout.skipped)


class Enclosed(Struct, frozen=True):
    """A file within a file: its name there, as the outer file writes it, and its bytes."""

    name: str
    data: bytes


class Several(Struct, frozen=True):
    """What a file holds that is not one article: drafts of several, and files that are to be read by themselves."""

    drafts: tuple[Draft, ...] = ()
    files: tuple[Enclosed, ...] = ()


class Reader(Protocol):
    """Reads the articles of one format; each stands in a module of its own, there named `READER`.

    `name` is the format's in the program ("pdf"; a catalogue says `format.pdf` in words), `media` its media type,
    `suffixes` those of its files that dialogs offer. `trusted` is True for what can neither hang nor crash nor take
    memory beyond measure, whatever the bytes: that alone is read in the program's own process, all else in a child.
    """

    @property
    def name(self) -> str: ...  # noqa: D102 - told above

    @property
    def media(self) -> str: ...  # noqa: D102 - as above

    @property
    def suffixes(self) -> tuple[str, ...]: ...  # noqa: D102 - as above

    @property
    def trusted(self) -> bool: ...  # noqa: D102 - as above

    def sniff(self, head: Head, name: str, /) -> Sureness:
        """Tell how sure it is that a file which begins with `head` and is called `name` is of this format."""

    def read(self, data: bytes, hints: Hints, /) -> Draft | Several:
        """Return the draft of the article in `data`, or all that is in it where that is not one article.

        A `UserError` says what is wrong with it and what to do.
        """


def gather_drafts(made: Draft | Several) -> Several:
    """Return what a reader made in the one form that holds all of it.

    A draft with too much set aside has more lines than an article can have, and is told so: nothing is set aside then.
    Of letters that were lost before it was read it says so.
    """
    several = Several((made,)) if isinstance(made, Draft) else made
    return replace(several, drafts=tuple(_with_losses(_with_few_aside(draft)) for draft in several.drafts))


def _with_losses(draft: Draft) -> Draft:
    if LOST not in draft.text:
        return draft
    return replace(draft, warnings=(*draft.warnings, message("warning.letters-lost")))


def _with_few_aside(draft: Draft) -> Draft:
    few = len(draft.layout.skipped) <= MOST_ASIDE
    return draft if few else replace(draft, layout=replace(draft.layout, skipped=()))
