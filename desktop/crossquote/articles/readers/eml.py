"""Mail: one message, with the thread that it answers set aside; the files attached to it are read by themselves."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING

from msgspec import Struct

from crossquote.articles.blocks import Block, Kind, draft_of, tidy
from crossquote.articles.charsets import read_as, read_as_utf_8, read_in
from crossquote.articles.correspondence import (
    is_thread,
    part_thread,
    plain_blocks,
    said_by_programs,
    sender_of_handed_on,
)
from crossquote.articles.damage import damaged, too_large_inside
from crossquote.articles.hypertext import paragraphs_of
from crossquote.articles.mail import bare_message, charset_of, filename_of, is_message, is_saved_page
from crossquote.articles.moments import day_and_moment
from crossquote.articles.newsletters import without_footer
from crossquote.articles.reader import Draft, Enclosed, Head, Hints, Several, Sureness
from crossquote.articles.senders import is_of_paper
from crossquote.articles.trees import parse_html
from crossquote.errors import ErrorCode, UserError
from crossquote.message import message as told

if TYPE_CHECKING:  # only the child pays for it
    from email.message import Message

_NAME = "eml"
_MOST_PARTS = 10_000
_ENCODED = re.compile(r"=\?[^?\s]+\?[bq]\?[^?]*\?=(?:\s+=\?[^?\s]+\?[bq]\?[^?]*\?=)*", re.IGNORECASE)
_PADDED = re.compile(rb"=[ \t]+(?=\r?\n)")
"""The end of a line of quoted-printable that goes on in the next, with blanks that came behind it on the way."""
_NO_ARTICLES = ("image/", "audio/", "video/", "font/", "text/calendar", "text/vcard", "text/x-vcard")
_SIGNATURES = frozenset({"application/pgp-signature", "application/pkcs7-signature", "application/x-pkcs7-signature"})
_LISTS = ("List-Id", "List-Unsubscribe", "Precedence")
"""Headers of what is sent to many."""
_NO_WORDS = told("error.no-words")


class EmlReader(Struct, frozen=True):
    """Reads the message as its text, under its subject. Who sent it is no speaker: headers are no part of the text."""

    name: str = _NAME
    media: str = "message/rfc822"
    suffixes: tuple[str, ...] = (".eml", ".emlx")
    trusted: bool = False

    def sniff(self, head: Head, name: str) -> Sureness:
        """Know it by headers that programs write; a page that a browser saved has them too."""
        return Sureness.NO if is_saved_page(head, name) else is_message(head, name)

    def read(self, data: bytes, hints: Hints) -> Draft | Several:
        """Return the message, and what is attached to it."""
        from crossquote.articles.parsed_mail import parse_mail  # noqa: PLC0415 - only the child pays for it

        try:
            message = parse_mail(_PADDED.sub(b"=", bare_message(data)))
            parts = list(_parts(message, hints))
        except (RecursionError, ValueError, LookupError, TypeError, AttributeError) as error:
            raise damaged(_NAME, hints) from error
        draft = _draft(message, [part for part in parts if not _is_attached(part)], hints)
        files = tuple(_attached([part for part in parts if _is_attached(part)]))
        drafts = (draft,) if draft.text else ()
        if not drafts and not files:
            raise (UserError(ErrorCode.EMPTY, _NO_WORDS, path=hints.path) if parts else damaged(_NAME, hints))
        return Several(drafts, files) if files else draft


READER = EmlReader()


def _parts(message: "Message", hints: Hints) -> Iterator["Message"]:
    """Yield the parts that are no containers; of those that say the same, the one that says it best."""
    waiting = [message]
    seen = 0
    while waiting:
        part = waiting.pop()
        seen += 1
        if seen > _MOST_PARTS:
            raise too_large_inside(_NAME, hints)
        inner = _inner(part)
        if part.get_content_type() == "message/rfc822" or not inner:
            yield part
        elif part.get_content_type() == "multipart/alternative":
            waiting.append(_best(inner))
        else:
            waiting.extend(reversed(inner))


def _inner(part: "Message") -> "list[Message]":
    """Return the parts of a container; none of one that is none."""
    inner = part.get_payload() if part.is_multipart() else []
    return [one for one in inner if not isinstance(one, str)] if isinstance(inner, list) else []


def _best(parts: list["Message"]) -> "Message":
    """Return the page among the forms of a text; without one, the first that there is."""
    for part in reversed(parts):
        if part.get_content_type() in ("text/html", "multipart/related", "multipart/mixed"):
            return part
    return parts[0]


def _is_attached(part: "Message") -> bool:
    kind = part.get_content_type()
    if kind == "message/rfc822" or part.get_content_disposition() == "attachment":
        return True
    return not kind.startswith("text/")


def _attached(parts: list["Message"]) -> Iterator[Enclosed]:
    """Yield the attached files that can hold an article; pictures, cards and signatures can't."""
    for number, part in enumerate(parts, start=1):
        kind = part.get_content_type()
        if kind.startswith(_NO_ARTICLES) or kind in _SIGNATURES:
            continue
        name = _decoded(filename_of(part))[:200]
        if kind == "message/rfc822":
            yield from (Enclosed(name or f"{number}.eml", one.as_bytes()) for one in _inner(part)[:1])
        else:
            yield Enclosed(name or str(number), _bytes_of(part))


def _bytes_of(part: "Message") -> bytes:
    data = part.get_payload(decode=True)
    return data if isinstance(data, bytes) else b""


def _text_of(part: "Message") -> str:
    """Return the text of a part, in the likeliest encoding where it names none and is not in UTF-8."""
    from crossquote.articles.encodings import guess_encodings  # noqa: PLC0415 - only the child pays for it

    data, named = _bytes_of(part), charset_of(part)
    if named not in ("", "us-ascii") or data.isascii() or read_as_utf_8(data) is not None:
        return _read(data, named)
    likely = guess_encodings(data, most=1)
    return _read(data, likely[0].name if likely else named)


def _read(data: bytes, named: str) -> str:
    """Return what is said in UTF-8, as its bytes prove, else in the encoding that is named, else in that of Windows.

    Bytes of ASCII alone prove nothing: in some encodings they stand for other letters. Nor is it in what is named where
    most letters beyond ASCII would be lost in that.
    """
    text = None if data.isascii() else read_as_utf_8(data)
    if text is None:
        text = read_in(named, data)
    beyond = len(text) - len(text.encode("ascii", "ignore")) if text else 0
    if text is None or 2 * text.count("\ufffd") > beyond:
        return data.decode("cp1252", "replace")
    return text


def _draft(message: "Message", parts: list["Message"], hints: Hints) -> Draft:
    told = [block for part in parts for block in _blocks(part, hints)]
    answers = message.get("In-Reply-To") is not None
    blocks, forwards = part_thread(told, answers=answers)
    blocks = without_footer(blocks) if _is_to_many(message) and not forwards else blocks
    subject = _subject(message)
    first = next((tidy(block.text) for block in blocks if block.kind is not Kind.ASIDE), "")
    if subject and first and " ".join(first.split()) != subject:
        blocks = [Block(subject, Kind.TITLE), *(_plain(block) for block in blocks)]
    return draft_of(blocks, _about(message, subject, blocks if forwards else None)) if first else Draft("")


def _plain(block: Block) -> Block:
    return Block(block.text) if block.kind is Kind.TITLE else block


def _blocks(part: "Message", hints: Hints) -> Iterator[Block]:
    text = _text_of(part)
    if part.get_content_type() == "text/html":
        root = parse_html(text, _NAME, hints)
        if root is not None:
            yield from paragraphs_of(root, is_thread)
    else:
        flowed, cut = (str(part.get_param(name, "")).lower() for name in ("format", "delsp"))
        yield from plain_blocks(text, flowed=flowed == "flowed", cut=cut == "yes")


@lru_cache(maxsize=1)
def _answers() -> re.Pattern[str]:
    """Return the pattern of what programs write before a subject, with a count or without, once or more."""
    words = "|".join(map(re.escape, said_by_programs("answers")))
    return re.compile(rf"^(?:(?:{words})(?:\[\d{{1,3}}\])?\s?[:：]\s*)+", re.IGNORECASE)


def _subject(message: "Message") -> str:
    subject = " ".join(_header(message, "subject").split())[:500]
    return _answers().sub("", subject)


def _about(message: "Message", subject: str, handed_on: list[Block] | None) -> Draft:
    """Return what the headers say: a list, or who is called as their host is, is an outlet; a person is the author.

    Of what is `handed_on`, the headers in it say so; a person there may have handed it on as well.
    """
    from crossquote.articles.parsed_mail import sender_in  # noqa: PLC0415 - only the child pays for it

    sender, address = sender_in(_header(message, "from"))
    name, (box, _, host) = " ".join(sender.split())[:200], address.rpartition("@")
    to_many = handed_on is None and _is_to_many(message)
    if handed_on is not None:
        name, host, box = *sender_of_handed_on(handed_on), ""
    is_outlet = bool(name) and (to_many or is_of_paper(name, host, box))
    day, moment = day_and_moment(_header(message, "date"))
    return Draft(
        "",
        subject or None,
        () if is_outlet or handed_on is not None or not name else (name,),
        day,
        name if is_outlet else None,
        published=moment,
    )


def _is_to_many(message: "Message") -> bool:
    return any(message.get(header) is not None for header in _LISTS)


def _header(message: "Message", name: str) -> str:
    """Return what a header says; what is not encoded in it is in the encoding of the message."""
    found = next((value for header, value in message.raw_items() if header.lower() == name), "")
    data = str(found).encode(errors="surrogateescape")
    return _decoded(_read(data, charset_of(message)))


def _decoded(text: str) -> str:
    """Return a text with its encoded words decoded."""
    return tidy(_ENCODED.sub(lambda words: _of_words(words[0]), text))


def _of_words(text: str) -> str:
    """Return what encoded words say that stand side by side; of one encoding they may part a letter."""
    from email.errors import HeaderParseError  # noqa: PLC0415 - only the child pays for it
    from email.header import decode_header  # noqa: PLC0415 - as above

    try:
        words = decode_header(text)
    except (HeaderParseError, ValueError):
        return text
    return "".join(word if isinstance(word, str) else _of_word(word, charset or "") for word, charset in words)


def _of_word(word: bytes, charset: str) -> str:
    """Return a word in its encoding. It is too short to prove that it is UTF-8 where that has letters of more bytes."""
    named = read_as(charset)
    return _read(word, "") if named in (None, "utf-8", "cp1252") else word.decode(named, "replace")
