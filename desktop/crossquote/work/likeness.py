"""Likeness: a report held against what its project says, text by text, also one that another version worded."""

import re
from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher
from textwrap import shorten
from types import MappingProxyType

from msgspec import Struct
from msgspec.structs import replace

from crossquote.export.document import Report
from crossquote.export.format import OWN_WORDS, Format
from crossquote.export.verify import Written, lacking_text, texts_of, written_of
from crossquote.message import Message, message
from crossquote.work.read_back import ReadBack
from crossquote.work.verification import Verified

_LETTERS = 60
_MOST_WORDS, _MOST_LINES = 20_000, 8
"""Of what differs, after what both begin and end with: so many words are told apart, and so many places named."""


class _Grain(Struct, frozen=True):
    """By what texts are told apart: `near` is how many of them beside what differs say of what text it is."""

    pattern: re.Pattern[str]
    between: str
    near: int

    def cut(self, text: str) -> list[str]:
        """Return the words, or letters, of a text."""
        return self.pattern.findall(text)

    def framed(self, words: list[str]) -> str:
        """Return words by which they can be found in a longer row of such."""
        return f"{self.between}{self.between.join(words)}{self.between}"


_WORDS = _Grain(re.compile(r"\w+"), " ", 1)
_LETTER = _Grain(re.compile(r"\w"), "", 6)


def hold_texts(name: str, read: ReadBack, chosen: Format, report: Report) -> Iterator[Verified]:
    """Yield which utterances, and whether all else, stand in the report as the project has them."""
    yield from _damaged(name) if read.texts is None else _texts(name, written_of(read.texts), chosen, report)


def _damaged(name: str) -> Iterator[Verified]:
    yield Verified(name, holds=False, told=Message("pack.part-damaged"))


def _texts(name: str, written: Written, chosen: Format, report: Report) -> Iterator[Verified]:
    bare = replace(report, articles=(), rules=(), notes=(), log=(), memory=MappingProxyType({}))
    holding = 0
    for utterance in report.utterances:
        lacking = lacking_text(replace(bare, utterances=(utterance,)), chosen, written)
        if lacking is None:
            holding += 1
        else:
            said, _ = utterance.renditions[utterance.base].words
            yield Verified(_beginning(said), holds=False, told=_lacks(lacking))
    yield Verified(name, holds=True, told=message("verify.utterances-hold", count=holding))
    lacking = lacking_text(replace(report, utterances=(), notes=report.other_notes), chosen, written)
    if lacking is not None:
        yield Verified(name, holds=False, told=_lacks(lacking))


def hold_words(name: str, read: ReadBack, chosen: Format, report: Report, version: str) -> Iterator[Verified]:
    """Yield what of a report by another `version` holds: what articles and people said has to stand in it as it was.

    What the program words itself may be told otherwise there: that is named, and not judged.
    """
    yield Verified(name, holds=None, told=message("pack.other-version", version=version))
    if read.texts is None:
        yield from _damaged(name)
        return
    written = written_of(read.texts)
    theirs = replace(chosen, holds=chosen.holds - OWN_WORDS)
    yield from _texts(name, written, theirs, report)
    ours = replace(chosen, holds=chosen.holds & OWN_WORDS)
    lacking = lacking_text(report, ours, written)
    if lacking is not None:
        yield Verified(name, holds=None, told=message("verify.worded-otherwise", text=_beginning(lacking)))
    yield from _other_words(name, read.texts, chosen, texts_of(report, theirs), chosen.render(report))


def _other_words(
    name: str, read: Iterable[str], chosen: Format, said: Iterable[str], wanted: bytes
) -> Iterator[Verified]:
    """Yield where other words stand than in what this version writes: wrong where they are of what was `said`."""
    grain = _LETTER if chosen.apart else _WORDS
    ours, theirs = (grain.cut(grain.between.join(one)) for one in (chosen.read(wanted), read))
    begin, end = _shared(ours, theirs)
    ours, theirs = ours[begin : len(ours) - end], theirs[begin : len(theirs) - end]
    if not ours and not theirs:
        yield Verified(name, holds=True, told=Message("verify.same-words"))
        return
    if max(len(ours), len(theirs)) > _MOST_WORDS:
        yield Verified(name, holds=None, told=Message("verify.many-words"))
        return
    places = [place[1:] for place in SequenceMatcher(None, ours, theirs).get_opcodes() if place[0] != "equal"]
    texts = "\0".join(grain.framed(grain.cut(chosen.write(text))) for text in said)
    for first, last, at, until in places[:_MOST_LINES]:
        there, here = (_beginning(grain.between.join(one)) or "—" for one in (theirs[at:until], ours[first:last]))
        near = (ours[max(first - grain.near, 0) : last], ours[first : last + grain.near]) if last > first else ()
        wrong = any(len(one) > last - first and grain.framed(one) in texts for one in near)
        told = message("verify.other-words", there=there, here=here)
        yield Verified(name, holds=False if wrong else None, told=told)
    if len(places) > _MOST_LINES:
        yield Verified(name, holds=None, told=message("verify.more-places", count=len(places) - _MOST_LINES))


def _shared(one: list[str], other: list[str]) -> tuple[int, int]:
    """Return how many words two texts begin and end with alike, but for those near to where they differ."""
    most = min(len(one), len(other))
    begin = next((at for at in range(most) if one[at] != other[at]), most)
    most -= begin
    end = next((at for at in range(most) if one[-1 - at] != other[-1 - at]), most)
    return (
        (begin, end) if begin == len(one) == len(other) else (max(begin - _LETTER.near, 0), max(end - _LETTER.near, 0))
    )


def _lacks(text: str) -> Message:
    return message("verify.text-lacks", text=_beginning(text))


def _beginning(text: str) -> str:
    return shorten(" ".join(text.split()), _LETTERS, placeholder="…")
