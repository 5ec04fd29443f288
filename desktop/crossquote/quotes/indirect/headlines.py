"""Headlines that report: "Ivanov: the bridge will open in May", "The bridge will open in May — Ivanov"."""

from collections.abc import Sequence

import regex

from crossquote.model.span import Span
from crossquote.quotes.indirect.cue_place import ReportedSpeech
from crossquote.quotes.quoted import letters_inside

_LONGEST = 160
_NAME = r"\p{Lu}[\p{L}\p{M}.'’ʼ-]*(?:[ \u00A0]\p{Lu}[\p{L}\p{M}.'’ʼ-]*){0,3}"
_BEFORE = regex.compile(rf"(?P<name>{_NAME}): +(?P<said>\S.*)")
_AFTER = regex.compile(rf"(?P<said>.*\S) [—–] (?P<name>{_NAME})")
_SHORTEST = 3
"""How many words a reported headline has at least."""


def find_headline(text: str, quoted: Sequence[Span], people: Sequence[Span]) -> ReportedSpeech | None:
    """Return what the first line of `text` reports, where the lines below name the same speaker again.

    `people` are who speak below, or have a full name there: "Genetics: the secret of a flower" names a subject.
    """
    start = len(text) - len(text.lstrip())
    end = text.find("\n", start)
    if end < 0 or end - start > _LONGEST:
        return None
    line = text[start:end].rstrip()
    match = _BEFORE.fullmatch(line) or _AFTER.fullmatch(line)
    if match is None or len(match["said"].split()) < _SHORTEST or not _named_below(match["name"], text, end, people):
        return None
    content = Span(start + match.start("said"), start + match.end("said"))
    if letters_inside(content, quoted):
        return None
    return ReportedSpeech((content,), None, Span(start + match.start("name"), start + match.end("name")))


def _named_below(name: str, text: str, start: int, people: Sequence[Span]) -> bool:
    """Tell whether the last word of `name` stands among `people` after `start`, if in another case."""
    last = name.rsplit(maxsplit=1)[-1]
    stem = last[: max(3, len(last) - 2)]
    return len(last) > 2 and any(span.start > start and stem in span.of(text) for span in people)
