"""SRT, the subtitles that most programs write: what was said, with its times."""

import re
from collections.abc import Iterator

from msgspec import Struct

from crossquote.articles.format_signs import matches
from crossquote.articles.reader import Draft, Head, Hints, Sureness
from crossquote.articles.readers.plain import decode
from crossquote.articles.timed import ARROW, Caption, draft_of_captions, times_of, without_tags

_NAME = "srt"
_SIGN = matches(tuple("0123456789"), rf"(?:\d+[ \t]*\r?\n)?{ARROW}")
_HEAD = re.compile(rf"^[ \t]*{ARROW}[^\n]*$", re.MULTILINE)
_NUMBER = re.compile(r"(?:^|\n)[ \t]*\d{1,9}[ \t]*\n?$")


class SrtReader(Struct, frozen=True):
    """Reads all lines, those that a program left a blank one in too."""

    name: str = _NAME
    media: str = "application/x-subrip"
    suffixes: tuple[str, ...] = (".srt",)
    trusted: bool = False

    def sniff(self, head: Head, name: str) -> Sureness:
        """Know it by the times of its first line."""
        return _SIGN(head, name)

    def read(self, data: bytes, hints: Hints) -> Draft:
        """Return what was said."""
        return draft_of_captions(_captions(decode(data, hints)), _NAME, hints)


READER = SrtReader()


def _captions(text: str) -> Iterator[Caption]:
    heads = list(_HEAD.finditer(text))
    ends = [head.start() for head in heads[1:]] + [len(text)]
    for head, end in zip(heads, ends, strict=False):
        last = end == len(text)
        words = text[head.end() : end]
        words = words if last else _NUMBER.sub("", words.rstrip(" \t"))
        yield Caption(*times_of(head), without_tags(words))
