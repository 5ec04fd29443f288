"""Mailboxes: the messages of one, each to be read by itself."""

import re
from itertools import islice

from msgspec import Struct

from crossquote.articles.damage import damaged, too_many_inside
from crossquote.articles.format_signs import matches
from crossquote.articles.reader import MOST_IN_ONE_FILE, Enclosed, Head, Hints, Several, Sureness

_NAME = "mbox"
_LINE = r"From \S+ +[A-Z][a-z]{2} [A-Z][a-z]{2} [ \d]\d \d\d:\d\d(?::\d\d)?[^\n]{0,12} \d{4}[^\n]{0,12}\r?\n"
_SIGN = matches("From ", _LINE)
_START = re.compile(rf"(?:\A|(?<=\n\n)|(?<=\n\r\n)){_LINE}".encode())
_ESCAPED = re.compile(rb"^>(>*From )", re.MULTILINE)


class MboxReader(Struct, frozen=True):
    """Parts a mailbox where its lines say that a message begins."""

    name: str = _NAME
    media: str = "application/mbox"
    suffixes: tuple[str, ...] = (".mbox",)
    trusted: bool = False

    def sniff(self, head: Head, name: str) -> Sureness:
        """Know it by its first line."""
        return _SIGN(head, name)

    def read(self, data: bytes, hints: Hints) -> Several:
        """Return the messages."""
        starts = list(islice(_START.finditer(data), MOST_IN_ONE_FILE + 1))
        if len(starts) > MOST_IN_ONE_FILE:
            raise too_many_inside(_NAME, hints)
        ends = [start.start() for start in starts[1:]] + [len(data)]
        messages = [data[start.end() : end] for start, end in zip(starts, ends, strict=False)]
        files = tuple(
            Enclosed(f"{number:04}.eml", _ESCAPED.sub(rb"\1", message))
            for number, message in enumerate(messages, start=1)
            if message.strip()
        )
        if not files:
            raise damaged(_NAME, hints)
        return Several(files=files)


READER = MboxReader()
