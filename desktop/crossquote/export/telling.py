"""Messages of a report in words, remembered: each is told when it is written, and again when that is read back."""

from collections.abc import Iterable
from functools import lru_cache
from typing import Protocol

from msgspec import Struct

from crossquote.language.quotation import drawn_marks
from crossquote.message import Fact, Message, message
from crossquote.wording import tell
from crossquote.wording.catalogue import load_catalogue
from crossquote.wording.joining import Joint, join_told
from crossquote.wording.locales import reads_right_to_left
from crossquote.wording.telling import tell_fact

_ISOLATED = "\u2068{}\u2069"
"""A name between marks that keep its direction of reading to itself (Unicode: first strong isolate)."""


@lru_cache(maxsize=8192)
def tell_once(message: Message, language: str) -> str:
    """Return what a message says in `language`."""
    return tell(message, language)


def tell_all_once(messages: Iterable[Message], language: str) -> str:
    """Return what several messages say, one after the other."""
    return join_told((tell_once(message, language) for message in messages), Joint.NEXT, language)


class Telling(Protocol):
    """Whatever tells what the program says: a format of a report, or the terminal."""

    def __call__(self, code: str, /, **facts: Fact) -> str:
        """Return the words of `code` with `facts`."""

    def of(self, message: Message, /) -> str:
        """Return a message in words."""

    def plain(self, text: str) -> str:
        """Return a text that is none of ours, as it is written there."""

    def fact(self, fact: Fact, kind: str) -> str:
        """Return a fact as the language writes one of its kind."""

    def joined(self, parts: Iterable[str], joint: Joint) -> str:
        """Return those of `parts` that say something, each joined with the next."""


class Teller(Struct, frozen=True):
    """Tells what the program says in a report, in one language, as plain text; a format with markup overrides it."""

    language: str

    @property
    def leftward(self) -> bool:
        """Whether the language is read from right to left."""
        return reads_right_to_left(load_catalogue(self.language).locale)

    def __call__(self, code: str, /, **facts: Fact) -> str:
        """Return the words of `code` with `facts`."""
        return self.of(message(code, **facts))

    def of(self, message: Message, /) -> str:
        """Return a message in words."""
        return tell_once(message, self.language)

    def plain(self, text: str) -> str:
        """Return a text that is none of ours, as the format writes it."""
        return text

    def fact(self, fact: Fact, kind: str) -> str:
        """Return a fact as the language writes one of its kind ("day", "check")."""
        return tell_fact(fact, self.language, kind)

    def joined(self, parts: Iterable[str], joint: Joint) -> str:
        """Return those of `parts` that say something, each joined with the next."""
        return join_told(parts, joint, self.language)

    def around(self, code: str, /, **inner: str) -> str:
        """Return the words of `code` around facts that are in the format's own writing already."""
        return self(code, **inner)

    def name(self, text: str) -> str:
        """Return somebody's name; what stands around it is read in its own direction."""
        return _ISOLATED.format(text)

    def time(self, at: str) -> str:
        """Return a moment (ISO 8601), or a day where it has no more."""
        return self.fact(at, "moment" if len(at) > len("2026-11-26") else "day")


def in_marks(text: str, language: str | None, *, quoted: bool) -> str:
    """Return `text` in the quotation marks of its language, as it is where it is only reported."""
    opening, closing = drawn_marks(language) if quoted else ("", "")
    return f"{opening}{text}{closing}"


def column_heads(columns: Iterable[str], words: Teller) -> tuple[str, ...]:
    """Return what stands over the columns of a table."""
    return tuple(words(f"report.column.{name}") for name in columns)


def capital(told: str) -> str:
    """Return words with a capital at their head."""
    return told[:1].upper() + told[1:]
