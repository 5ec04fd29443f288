"""Mail: single messages, mailboxes, and pages that browsers save in the form of a message."""

import re
from typing import TYPE_CHECKING

from crossquote.articles.charsets import read_as
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
_BY_POST = frozenset({
    "to", "cc", "bcc", "reply-to", "received", "x-received", "return-path", "delivered-to", "message-id", "in-reply-to",
    "references", "list-id", "dkim-signature",
})  # fmt: skip
"""Headers of what somebody sends to somebody."""
_BY_BROWSER = re.compile(r"[\"<\s]*saved by\b", re.IGNORECASE)
"""How Chromium and Internet Explorer say whom a page is from; the latter in the user's language."""
_COUNT = re.compile(r"\A\d{1,9}[ \t]*\r?\n(?=[A-Za-z-]{1,40}:)")
_COUNTED = re.compile(rb"(\d{1,9})[ \t]*\r?\n(?=[A-Za-z-]{1,40}:)")
_HEADERS_WITHIN = 16 * 1024


def _headers(text: str) -> dict[str, str]:
    """Return the headers that a text begins with, by their names; none where anything else stands among them."""
    headers: dict[str, str] = {}
    name = ""
    for line in _LINE.finditer(text, 0, _HEADERS_WITHIN):
        words = line[0]
        if not words.strip():
            break
        header = _HEADER.match(words)
        if header:
            name = header[1].lower()
            headers[name] = words[header.end() :]
        elif name and words[0].isspace():
            headers[name] += words
        else:
            return {}
    return headers


def bare_message(data: bytes) -> bytes:
    """Return a message without what Apple's Mail keeps around it: its length before, what is known of it behind."""
    counted = _COUNTED.match(data)
    if counted is None:
        return data
    return data[counted.end() : counted.end() + int(counted[1])]


def is_message(head: Head, name: str) -> Sureness:
    """Tell a message by headers that programs write; by those that people write too only where its name says so."""
    names = _headers(_COUNT.sub("", head.text)).keys()
    if len(names) >= 2 and names & _BY_PROGRAMS:
        return Sureness.CERTAIN
    named = name.lower().endswith((".eml", ".mht", ".mhtml"))
    return Sureness.LIKELY if named and {"from", "subject"} & names else Sureness.NO


def is_saved_page(head: Head, name: str) -> Sureness:
    """Tell a page that a browser saved in the form of a message: nobody sent it. A mail has pictures in it as well."""
    headers = _headers(head.text)
    saved = "snapshot-content-location" in headers or _BY_BROWSER.match(headers.get("from", ""))
    if not is_message(head, name) or (headers.keys() & _BY_POST and not saved):
        return Sureness.NO
    named = name.lower().endswith((".mht", ".mhtml")) or "content-location" in headers
    holds = "multipart/related" in headers.get("content-type", "").lower() and "@" not in headers.get("from", "")
    return Sureness.CERTAIN if saved or named or holds else Sureness.NO


def charset_of(part: "Message") -> str:
    """Return the encoding that a part names, nothing where it names none."""
    return parameter(part.get_param("charset", "")).lower()


def filename_of(part: "Message") -> str:
    """Return the name of a file that is attached, nothing where it has none."""
    named = part.get_param("filename", None, "content-disposition")
    return parameter(part.get_param("name", "") if named is None else named).strip()


def parameter(told: str | tuple[str | None, str | None, str]) -> str:
    """Return what a header says of a part, in the encoding that it names as browsers take it, or as it stands."""
    from email.utils import collapse_rfc2231_value  # noqa: PLC0415 - only the child pays for it

    if isinstance(told, tuple):
        encoding = read_as(told[0] or "ascii")
        told = (encoding, *told[1:]) if encoding else told[2]
    return collapse_rfc2231_value(told)
