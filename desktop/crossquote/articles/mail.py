"""Mail: single messages, mailboxes, and pages that browsers save in the form of a message."""

import re
from typing import TYPE_CHECKING

from crossquote.articles.charsets import text_encoding
from crossquote.articles.reader import Head, Sureness

if TYPE_CHECKING:  # only the child pays for it
    from email.message import Message

_HEADER = re.compile(r"([A-Za-z][A-Za-z0-9-]*):(?=\s)")
_LINE = re.compile(r"[^\r\n]*+(?:\r\n|[\r\n])?")
_BY_PROGRAMS = frozenset({
    "mime-version", "message-id", "received", "return-path", "delivered-to", "content-type", "in-reply-to",
    "content-transfer-encoding", "dkim-signature", "authentication-results", "references", "x-mailer", "user-agent",
    "snapshot-content-location", "content-location", "list-id", "x-received", "arc-seal", "x-originating-ip",
})  # fmt: skip
"""Headers that no person writes over an article, as they write From, Date and Subject."""
_PAGE = r"(?im)multipart/related|^snapshot-content-location:|<saved[ ]by[ ]"
_HEADERS_WITHIN = 16 * 1024


def _headers(text: str) -> frozenset[str]:
    """Return the names of the headers that a text begins with; none where anything else stands among them."""
    names: set[str] = set()
    for line in _LINE.finditer(text, 0, _HEADERS_WITHIN):
        words = line[0]
        if not words.strip():
            break
        header = _HEADER.match(words)
        if header:
            names.add(header[1].lower())
        elif not names or not words[0].isspace():
            return frozenset()
    return frozenset(names)


def is_message(head: Head, name: str) -> Sureness:
    """Tell a message by headers that programs write; by those that people write too only where its name says so."""
    names = _headers(head.text)
    if len(names) >= 2 and names & _BY_PROGRAMS:
        return Sureness.CERTAIN
    named = name.lower().endswith((".eml", ".mht", ".mhtml"))
    return Sureness.LIKELY if named and {"from", "subject"} & names else Sureness.NO


def is_saved_page(head: Head, name: str) -> Sureness:
    """Tell a page that a browser saved in the form of a message."""
    if not is_message(head, name):
        return Sureness.NO
    named = name.lower().endswith((".mht", ".mhtml"))
    return Sureness.CERTAIN if named or re.search(_PAGE, head.text[:_HEADERS_WITHIN]) else Sureness.NO


def charset_of(part: "Message") -> str:
    """Return the encoding that a part names, nothing where it names none."""
    return parameter(part.get_param("charset", "")).lower()


def filename_of(part: "Message") -> str:
    """Return the name of a file that is attached, nothing where it has none."""
    named = part.get_param("filename", None, "content-disposition")
    return parameter(part.get_param("name", "") if named is None else named).strip()


def parameter(told: str | tuple[str | None, str | None, str]) -> str:
    """Return what a header says of a part; one that is in something else than an encoding of texts as it stands."""
    from email.utils import collapse_rfc2231_value  # noqa: PLC0415 - only the child pays for it

    if isinstance(told, tuple) and text_encoding(told[0] or "ascii") is None:
        told = told[2]
    return collapse_rfc2231_value(told)
