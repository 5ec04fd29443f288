"""Timed text: the lines of a recording with their times, made paragraphs that can be read.

Each paragraph begins with the time at which it is said. The time is skipped: it is seen, and no quote has it.
"""

import html
import re
from collections.abc import Iterable, Iterator
from textwrap import shorten

from msgspec import Struct

from crossquote.articles.blocks import tidy
from crossquote.articles.damage import damaged
from crossquote.articles.reader import Draft, Hints
from crossquote.model.article import Layout
from crossquote.model.span import Span
from crossquote.text.endings import ends_sentence

_TIME = r"(?:(\d{1,3}):)?(\d{1,2}):(\d\d)[.,](\d{1,3})"
ARROW = rf"{_TIME}[ \t]*-->[ \t]*{_TIME}"
"""The times of a caption; of its groups, the first four are from when on it is seen, the next four until when."""
_TAG = re.compile(r"<[^<>\n]{0,200}>|\{\\[^{}\n]{0,80}\}")
_DIALOGUE = re.compile(r"(?:^|\n)\s*(?:[-–—‐]\s*(?=\S)|>>+\s*)")
_SOUNDS = ("]", ")", "♪", "♫")
"""What ends a line that is seen and not said: laughter, music."""
_UNSPACED = re.compile(r"[\u0e00-\u0eff\u3000-\u30ff\u3400-\u9fff\uff00-\uffef]")
_GAP, _TITLE = "\n\n", 80
_PAUSE = 4.0
"""Seconds of silence after which a sentence does not go on."""
_LONGEST = 600


class Caption(Struct, frozen=True):
    """What is said, or shown, from `start` to `end`, in seconds; `speaker` where the file names one."""

    start: float
    end: float
    text: str
    speaker: str = ""


def times_of(arrow: re.Match[str]) -> tuple[float, float]:
    """Return the seconds from which, and until which, a caption is seen; `arrow` matches `ARROW` first."""
    groups = arrow.groups()
    return _seconds(*groups[:4]), _seconds(*groups[4:8])


def _seconds(hours: str | None, minutes: str, whole: str, parts: str) -> float:
    return int(hours or 0) * 3600 + int(minutes) * 60 + int(whole) + int(parts.ljust(3, "0")) / 1000


def without_tags(text: str) -> str:
    """Return what is read of a line: without tags, with signs for their names."""
    return tidy(html.unescape(_TAG.sub("", text)))


def draft_of_captions(captions: Iterable[Caption], name: str, hints: Hints) -> Draft:
    """Return the draft of a recording, called by what is said first; an error where nothing is said.

    `name` is the format of the file.
    """
    pieces: list[str] = []
    times: list[Span] = []
    title = ""
    at = 0
    for caption in _paragraphs(_said_once(captions)):
        time, words = f"[{_clock(caption.start)}] ", caption.text
        said = f"{caption.speaker}: {words}" if caption.speaker else words
        title = title or shorten(words, _TITLE, placeholder="…")
        times.append(Span(at, at + len(time)))
        pieces.append(f"{time}{said}")
        at += len(pieces[-1]) + len(_GAP)
    if not pieces:
        raise damaged(name, hints)
    return Draft(_GAP.join(pieces), title or None, layout=Layout(skipped=tuple(times)))


def _clock(moment: float) -> str:
    minutes, whole = divmod(int(moment), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours:02}:{minutes:02}:{whole:02}"


def _said_once(cues: Iterable[Caption]) -> Iterator[Caption]:
    """Yield the cues without what they show of the one before once more, as rolling captions do."""
    last: list[str] = []
    for cue in cues:
        lines = [line for line in cue.text.split("\n") if line.strip()]
        fresh = list(lines)
        while fresh and fresh[0] in last:
            fresh.pop(0)
        last = lines or last
        if fresh:
            yield Caption(cue.start, cue.end, "\n".join(fresh), cue.speaker)


def _paragraphs(cues: Iterable[Caption]) -> Iterator[Caption]:
    """Yield paragraphs: a sentence that runs over several cues is one, each line of a dialogue is its own."""
    held: Caption | None = None
    for cue in (part for whole in cues for part in _turns(whole)):
        if held is not None and _goes_on(held, cue):
            held = Caption(held.start, cue.end, _joined(held.text, cue.text), held.speaker)
            continue
        if held is not None:
            yield held
        held = cue
    if held is not None:
        yield held


def _turns(cue: Caption) -> Iterator[Caption]:
    """Yield the turns of those who speak within a cue; a dash, or the sign of captions, begins each."""
    marked = bool(_DIALOGUE.match(cue.text))
    turns = [turn for turn in _DIALOGUE.split(cue.text) if turn.strip()] if marked else [cue.text]
    for turn in turns:
        words = turn.split("\n")
        text = words[0]
        for line in words[1:]:
            text = _joined(text, line)
        yield Caption(cue.start, cue.end, f"– {text}" if len(turns) > 1 else text, cue.speaker)


def _goes_on(held: Caption, cue: Caption) -> bool:
    apart = cue.start - held.end > _PAUSE or cue.speaker not in ("", held.speaker)
    ended = ends_sentence(held.text) or held.text.endswith(_SOUNDS)
    turned = cue.text.startswith("– ") or re.match(r"[\[(♪♫]", cue.text)
    return not (apart or turned or ended or len(held.text) > _LONGEST)


def _joined(first: str, second: str) -> str:
    """Return two lines as one; where words have no blanks between, lines have none."""
    first, second = first.strip(), second.strip()
    if not first or not second:
        return first + second
    between = "" if _UNSPACED.match(first[-1]) and _UNSPACED.match(second[0]) else " "
    return first + between + second
