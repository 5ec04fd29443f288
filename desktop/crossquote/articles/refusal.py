"""Formats that are known and have no reader yet: their files are refused by name, never read as text."""

from collections.abc import Callable

from msgspec import Struct

from crossquote.articles.reader import Draft, Head, Hints, Sureness
from crossquote.errors import ErrorCode, UserError
from crossquote.message import message

Sign = Callable[[Head, str], Sureness]


class Refusal(Struct, frozen=True):
    """A reader that knows files of its format by a `sign` and reads none: it says what they are and what to do.

    The catalogue has the format's `name` under `format.`, and what to do under `instead.` and `instead`.
    """

    name: str
    media: str
    sign: Sign
    instead: str
    suffixes: tuple[str, ...] = ()
    trusted: bool = True

    def sniff(self, head: Head, name: str) -> Sureness:
        """Tell how sure the sign is."""
        return self.sign(head, name)

    def read(self, _data: bytes, hints: Hints) -> Draft:
        """Refuse to read it."""
        raise UserError(
            ErrorCode.FORMAT,
            message("error.format", format=message(f"format.{self.name}"), instead=message(f"instead.{self.instead}")),
            path=hints.path,
        )
