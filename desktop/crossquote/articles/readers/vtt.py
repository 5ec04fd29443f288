"""WebVTT, the captions of the web: what was said, with its times, and by whom where it says so."""

import re
from collections.abc import Iterator

from msgspec import Struct

from crossquote.articles.reader import Draft, Head, Hints, Sureness
from crossquote.articles.readers.plain import decode
from crossquote.articles.timed import ARROW, Caption, draft_of_captions, times_of, without_tags

_NAME = "vtt"
_CUE = re.compile(rf"^{ARROW}", re.MULTILINE)
_HEAD = re.compile(rf"^[ \t]*{ARROW}[^\n]*\n((?:(?![ \t]*(?:\n|$))[^\n]+(?:\n|$))*)", re.MULTILINE)
_VOICE = re.compile(r"<v(?:\.[^\s<>]*)?[ \t]+([^<>\n]{1,100})>")


class VttReader(Struct, frozen=True):
    """Reads the cues; notes, styles and regions are left out."""

    name: str = _NAME
    media: str = "text/vtt"
    suffixes: tuple[str, ...] = (".vtt",)
    trusted: bool = False

    def sniff(self, head: Head, name: str) -> Sureness:
        """Know it by its first line and a cue, or its name: a text may begin with the word too."""
        if not re.match(r"WEBVTT(?=\s|$)", head.text):
            return Sureness.NO
        found = _CUE.search(head.text) or head.text.strip() == "WEBVTT" or name.lower().endswith(".vtt")
        return Sureness.CERTAIN if found else Sureness.NO

    def read(self, data: bytes, hints: Hints) -> Draft:
        """Return what was said."""
        return draft_of_captions(_captions(decode(data, hints)), _NAME, hints)


READER = VttReader()


def _captions(text: str) -> Iterator[Caption]:
    for head in _HEAD.finditer(text):
        yield from _voices(*times_of(head), head[9])


def _voices(start: float, end: float, text: str) -> Iterator[Caption]:
    """Yield what each voice says in a cue."""
    first, *others = _VOICE.split(text)
    if first.strip():
        yield Caption(start, end, without_tags(first))
    for speaker, words in zip(others[::2], others[1::2], strict=True):
        yield Caption(start, end, without_tags(words), without_tags(speaker))
