"""Plain text, Markdown too: bytes to text by what the bytes themselves say, never by a silent guess."""

from msgspec import Struct

from crossquote.articles.beginning import marked_encoding
from crossquote.articles.charsets import read_as_damaged_utf_8
from crossquote.articles.press import articles_of_review
from crossquote.articles.reader import Draft, Head, Hints, Several, Sureness
from crossquote.articles.repair import draft_of_text
from crossquote.errors import ErrorCode, UserError
from crossquote.message import message

_CONTROLS = frozenset(chr(code) for code in range(32)) - frozenset("\t\n\v\f\r")


class PlainReader(Struct, frozen=True):
    """Reads what no other reader knows better.

    It is trusted: Python's codecs and patterns that are linear are all that meet the bytes, in a time and a memory in
    proportion to them. In a child an article would take twice as long, and starting one as long as hundreds of them.
    """

    name: str = "plain"
    media: str = "text/plain"
    suffixes: tuple[str, ...] = (".txt", ".text", ".md", ".markdown", ".mdown", ".mkd")
    trusted: bool = True

    def sniff(self, _head: Head, _name: str) -> Sureness:
        """Answer that anything may be text."""
        return Sureness.PERHAPS

    def read(self, data: bytes, hints: Hints) -> Draft | Several:
        """Return the article in `data`; the articles of a press review."""
        text = decode(data, hints)
        return articles_of_review(text) or draft_of_text(text, hints.path)


READER = PlainReader()


def decode(data: bytes, hints: Hints) -> str:
    """Return the text in `data`: UTF-8, what its byte order mark says, or the encoding that the user named.

    A few letters may be lost in it: they are U+FFFD, and whoever makes a draft of it is told. Bytes in another encoding
    are an error that names the likely one: a wrong guess would put other words into people's mouths. Line ends become
    line feeds.
    """
    named = hints.encoding or marked_encoding(data) or "utf-8"
    try:
        text = data.decode(named)
    except (UnicodeError, LookupError) as error:
        damaged = None if hints.encoding else read_as_damaged_utf_8(data)
        if damaged is None:
            raise _undecodable(data, hints.path, named, error) from error
        text = damaged
    if _is_binary(text):
        raise _undecodable(data, hints.path, named, None)
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _is_binary(text: str) -> bool:
    sample = text[:65536]
    return "\0" in text or sum(map(sample.count, _CONTROLS)) * 50 > len(sample)


def _undecodable(data: bytes, path: str, named: str, error: Exception | None) -> UserError:
    """Return the error for bytes that are no text in the encoding `named`; it names those that they could be in."""
    if isinstance(error, LookupError):
        return UserError(ErrorCode.ENCODING, message("error.no-encoding", named=named), path=path)
    likely = tuple(name for name in _likely(data) if name != named)
    if not likely or (error is None and likely[0] == named):
        return UserError(ErrorCode.NOT_TEXT, message("error.no-text"), path=path)
    told = message("error.encoding-likely", likely=likely[0], others=likely[1:])
    return UserError(ErrorCode.ENCODING, told, path=path)


def _likely(data: bytes) -> tuple[str, ...]:
    from crossquote.articles.encodings import guess_encodings  # noqa: PLC0415 - what only odd files pay for

    return tuple(guess.name for guess in guess_encodings(data))
