"""Plain text: bytes to text, by what the bytes themselves say, never by a silent guess."""

import codecs
from pathlib import Path

from crossquote.errors import ErrorCode, UserError
from crossquote.message import message

MAX_BYTES = 10 * 1024 * 1024
"""The largest file read: some 3,000 pages, more than any article."""

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_CONTROLS = frozenset(chr(code) for code in range(32)) - frozenset("\t\n\v\f\r")


def decode(data: bytes, path: str, encoding: str | None = None) -> str:
    """Return the text in `data`: UTF-8, what its byte order mark says, or the `encoding` that the user named.

    Bytes in another encoding are an error that names the likely one: a wrong guess would put other words
    into people's mouths. Line ends become line feeds.
    """
    named = encoding or next((name for mark, name in _MARKS if data.startswith(mark)), "utf-8")
    try:
        text = data.decode(named)
    except (UnicodeError, LookupError) as error:
        raise _undecodable(data, path, named, error) from error
    if _is_binary(text):
        raise _undecodable(data, path, named, None)
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _is_binary(text: str) -> bool:
    sample = text[:65536]
    return "\0" in text or sum(char in _CONTROLS for char in sample) * 50 > len(sample)


def _undecodable(data: bytes, path: str, named: str, error: Exception | None) -> UserError:
    """Return the error for bytes that are no text in the encoding `named`."""
    if isinstance(error, LookupError):
        return UserError(ErrorCode.ENCODING, message("error.no-encoding", named=named), path=path)
    likely = _likely_encoding(data)
    if likely is None or (error is None and likely == named):
        return UserError(ErrorCode.NOT_TEXT, message("error.no-text"), path=path)
    return UserError(ErrorCode.ENCODING, message("error.encoding-likely", likely=likely), path=path)


def _is_mostly_printable(text: str) -> bool:
    readable = sum(char.isprintable() or char.isspace() for char in text)
    return "\0" not in text and readable * 100 > len(text) * 97 and any(char in " \n。" for char in text)


def _likely_encoding(data: bytes) -> str | None:
    """Return the encoding that `data` is likely in, None where it is no text at all."""
    from charset_normalizer import from_bytes  # noqa: PLC0415 - 40 ms that only odd files pay for

    sample = data[:65536]
    for name in ("utf-16-le", "utf-16-be"):
        if _is_mostly_printable(sample.decode(name, "replace")):
            return name
    if b"\0" in sample:
        return None
    best = from_bytes(sample).best()
    return best.encoding.replace("_", "-").replace("cp125", "windows-125") if best else None


def read_bytes(path: Path) -> bytes:
    """Return the bytes of a file; a `UserError` says why they can't be had."""
    name = str(path)
    try:
        if path.is_dir():
            raise UserError(ErrorCode.FOLDER, message("error.folder"), path=name)
        if path.stat().st_size > MAX_BYTES:
            size = path.stat().st_size // (1024 * 1024)
            raise UserError(ErrorCode.TOO_LARGE, message("error.article-too-large", size=size), path=name)
        with path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
    except FileNotFoundError as error:
        raise UserError(ErrorCode.MISSING, message("error.no-file"), path=name) from error
    except PermissionError as error:
        raise UserError(ErrorCode.PERMISSION, message("error.not-allowed"), path=name) from error
    except OSError as error:
        raise UserError(
            ErrorCode.UNREADABLE, message("error.unreadable", reason=error.strerror or str(error)), path=name
        ) from error
    if len(data) > MAX_BYTES:
        raise UserError(ErrorCode.TOO_LARGE, message("error.no-end"), path=name)
    if not data.strip(b"\xef\xbb\xbf\xff\xfe \t\r\n\0"):
        raise UserError(ErrorCode.EMPTY, message("error.file-empty"), path=name)
    return data
