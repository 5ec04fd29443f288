"""Timed text: the lines of a recording with their times, made paragraphs that can be read.

Each paragraph begins with the time at which it is said. The time is skipped: it is seen, and no quote has it.
"""

import html
import re
from collections.abc import Iterable, Iterator
from textwrap import shorten

import regex
from msgspec import Struct
from msgspec.structs import replace

from crossquote.articles.blocks import tidy
from crossquote.articles.damage import damaged
from crossquote.articles.reader import Draft, Hints
from crossquote.articles.voices import voices_among
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
_CAPITALS = r"(?P<capitals>\p{Lu}[\p{Lu}\p{M}\p{N}.'’_-]++(?: \p{Lu}[\p{Lu}\p{M}\p{N}.'’_-]*+){0,4})"
_NAMES = r"(?P<names>\p{Lu}[\p{L}\p{M}.'’-]++(?: \p{Lu}[\p{L}\p{M}.'’-]*+){1,4})"
_NAMED = regex.compile(rf"{_CAPITALS}:(?=\s|$)")
_VOICE = regex.compile(rf"(?:{_CAPITALS}|{_NAMES}):\s+(?=\S)")
"""Who speaks, as captions say it before the words: in capitals, or by two names and more."""
_TURNED = re.compile(r"– |[\[(♪♫]")
"""How a caption begins that another says, or nobody."""
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
    for caption in _paragraphs(_voiced(_said_once(captions))):
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


def _voiced(cues: Iterable[Caption]) -> Iterator[Caption]:
    """Yield the turns of cues with who speaks: who is named stays so until another is, or nobody speaks a while."""
    turns = [turn for cue in cues for turn in _turns(cue)]
    labels = [None if turn.speaker else _VOICE.match(turn.text) for turn in turns]
    voices = voices_among([label["capitals"] or label["names"] for label in labels if label])
    named, ended = "", 0.0
    for turn, label in zip(turns, labels, strict=True):
        if label and (label["capitals"] or label["names"]) in voices:
            named = label["capitals"] or label["names"]
            yield replace(turn, speaker=named, text=turn.text[label.end() :])
        else:
            others = label or turn.speaker or _TURNED.match(turn.text)
            named = "" if others or turn.start - ended > _PAUSE else named
            yield replace(turn, speaker=turn.speaker or named)
        ended = turn.end


def _paragraphs(turns: Iterable[Caption]) -> Iterator[Caption]:
    """Yield paragraphs: a sentence that runs over several cues is one, each line of a dialogue is its own."""
    held: Caption | None = None
    for cue in turns:
        if held is not None and _goes_on(held, cue):
            held = Caption(held.start, cue.end, _joined(held.text, cue.text), held.speaker)
            continue
        if held is not None:
            yield held
        held = cue
    if held is not None:
        yield held


def _turns(cue: Caption) -> Iterator[Caption]:
    """Yield the turns of those who speak within a cue: a dash, the sign of captions, or a name begins each."""
    marked = bool(_DIALOGUE.match(cue.text))
    turns = [turn for turn in _DIALOGUE.split(cue.text) if turn.strip()] if marked else [cue.text]
    for turn in turns:
        dash = "– " if len(turns) > 1 and not _NAMED.match(turn.strip()) else ""
        for text in _named_apart(turn.split("\n")):
            yield Caption(cue.start, cue.end, dash + text, cue.speaker)


def _named_apart(lines: Iterable[str]) -> Iterator[str]:
    """Yield lines as one, but for those that begin with a name."""
    held = ""
    for line in lines:
        if held and _NAMED.match(line):
            yield held
            held = ""
        held = _joined(held, line)
    yield held


def _goes_on(held: Caption, cue: Caption) -> bool:
    apart = cue.start - held.end > _PAUSE or cue.speaker not in ("", held.speaker)
    ended = ends_sentence(held.text) or held.text.endswith(_SOUNDS)
    return not (apart or ended or _TURNED.match(cue.text) or len(held.text) > _LONGEST)


def _joined(first: str, second: str) -> str:
    """Return two lines as one; where words have no blanks between, lines have none."""
    first, second = first.strip(), second.strip()
    if not first or not second:
        return first + second
    between = "" if _UNSPACED.match(first[-1]) and _UNSPACED.match(second[0]) else " "
    return first + between + second
