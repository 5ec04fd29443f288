"""SRT, the subtitles that most programs write: what was said, with its times."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from crossquote.articles.damage import damaged
from crossquote.articles.reader import Draft, Head, Hints, Sureness
from crossquote.articles.readers.plain import decode
from crossquote.articles.signs import matches
from crossquote.articles.timed import TIME, Caption, draft_of_captions, seconds, without_tags

_NAME = "srt"
_ARROW = rf"{TIME}[ \t]*-->[ \t]*{TIME}"
_SIGN = matches(tuple("0123456789"), rf"(?:\d+[ \t]*\r?\n)?{_ARROW}")
_HEAD = re.compile(rf"^[ \t]*{_ARROW}[^\n]*$", re.MULTILINE)
_NUMBER = re.compile(r"(?:^|\n)[ \t]*\d{1,9}[ \t]*\n?$")


@dataclass(frozen=True, slots=True)
class SrtReader:
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
        draft = draft_of_captions(_captions(decode(data, hints)))
        if not draft.text:
            raise damaged(_NAME, hints)
        return draft


READER = SrtReader()


def _captions(text: str) -> Iterator[Caption]:
    heads = list(_HEAD.finditer(text))
    ends = [head.start() for head in heads[1:]] + [len(text)]
    for head, end in zip(heads, ends, strict=False):
        last = end == len(text)
        words = text[head.end() : end]
        words = words if last else _NUMBER.sub("", words.rstrip(" \t"))
        groups = head.groups()
        yield Caption(seconds(*groups[:4]), seconds(*groups[4:]), without_tags(words))
