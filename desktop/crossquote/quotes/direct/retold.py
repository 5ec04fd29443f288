"""Speech behind a dash that holds marks itself: "– On powiedział: „Zamykamy”. Nie wierzę – mówi Anna Kowal."."""

from collections.abc import Iterator, Sequence

from crossquote.model.quote import QuoteKind
from crossquote.model.span import Span, hull
from crossquote.quotes.direct.dashes import dialogue_lines
from crossquote.quotes.passage import QuotedPassage
from crossquote.quotes.scene import Scene

_TOLD = 8
"""So many words behind a dash say who speaks, and how, at most."""
_AROUND = 2
"""So many words stand beside the marks in what is said, at least: else the marks hold all of it."""


def find_retold(scene: Scene, marked: Sequence[QuotedPassage]) -> Iterator[QuotedPassage]:
    """Yield the lines behind a dash in which somebody who is named tells what others say: all of it is theirs.

    So it is where every mark of the line stands in what is said, and not all that is said stands in marks.
    """
    place = 0
    for line, spans in dialogue_lines(scene):
        while place < len(marked) and marked[place].outer.end <= line.start:
            place += 1
        inside = list(_inside(marked, place, line))
        if not inside or not _names_teller(scene, line, spans) or not _holds(scene, spans, inside):
            continue
        outer = (Span(line.start, spans[0].end), *spans[1:])
        yield QuotedPassage(tuple(spans), hull(outer), QuoteKind.DIRECT, outer, turn=True)


def _inside(marked: Sequence[QuotedPassage], place: int, line: Span) -> Iterator[QuotedPassage]:
    """Yield the passages of a line, which begin at `place`."""
    while place < len(marked) and marked[place].outer.start < line.end:
        yield marked[place]
        place += 1


def _names_teller(scene: Scene, line: Span, spans: Sequence[Span]) -> bool:
    """Tell whether a dash parts what is said from a verb and somebody named: "– mówi Anna Kowal"."""
    end = spans[1].start if len(spans) > 1 else line.end
    told = Span(spans[0].end, max(spans[0].end, end))
    words = scene.page.words_in(told)[:_TOLD]
    if not words or not any(cue.verb for cue in scene.page.cues_in(told)):
        return False
    return any(word.capital or scene.grammar.is_role(word.key) for word in words)


def _holds(scene: Scene, spans: Sequence[Span], inside: Sequence[QuotedPassage]) -> bool:
    """Tell whether all of some passages lie in what is said, with more of it around them."""
    within = all(any(span.contains(passage.outer) for span in spans) for passage in inside)
    said = sum(len(scene.page.words_in(span)) for span in spans)
    marked = sum(len(scene.page.words_in(passage.outer)) for passage in inside)
    return within and said - marked >= _AROUND
