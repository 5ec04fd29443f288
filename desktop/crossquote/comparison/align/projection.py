"""Projection: what lies in a translation, found in the original that it was made from, and the other way.

The links are the model's attention, word by word: what differs in a translation lights up in the source by them.
"""

from collections.abc import Iterable, Mapping, Sequence

from crossquote.model.span import Span
from crossquote.model.translation import Translation
from crossquote.model.utterance import GAP, Rendition

SpanLink = tuple[Span, Span]
"""A place in the original, and the place in the translation that came from it."""


def rendition_links(rendition: Rendition, evidence: Mapping[str, Translation]) -> tuple[SpanLink, ...]:
    """Return the links between a rendition's two texts; none where they can't be trusted.

    `evidence` is by quote; a quote without any, or whose texts are no longer those that are shown, breaks them all.
    """
    found: list[SpanLink] = []
    source_at = target_at = 0
    for quote in rendition.quotes:
        made = evidence.get(quote)
        if made is None:
            return ()
        if not rendition.text.startswith(made.source, source_at):
            return ()
        if not rendition.shown.startswith(made.text, target_at):
            return ()
        found += [(source.shifted(source_at), target.shifted(target_at)) for source, target in made.links]
        source_at += len(made.source) + len(GAP)
        target_at += len(made.text) + len(GAP)
    return tuple(found)


def to_original(spans: Iterable[Span], links: Sequence[SpanLink]) -> tuple[Span, ...]:
    """Return the places of the original that the translation's `spans` came from, in order, none within another."""
    wanted = tuple(spans)
    return _apart(source for source, target in links if any(target.overlaps(span) for span in wanted))


def to_translation(spans: Iterable[Span], links: Sequence[SpanLink]) -> tuple[Span, ...]:
    """Return the places of the translation that came from the original's `spans`, in order, none within another."""
    wanted = tuple(spans)
    return _apart(target for source, target in links if any(source.overlaps(span) for span in wanted))


def join_neighbours(spans: Sequence[Span], text: str) -> tuple[Span, ...]:
    """Return `spans`, which are in order, with those joined between which `text` has nothing but blanks."""
    joined: list[Span] = []
    for span in spans:
        if joined and not text[joined[-1].end : span.start].strip():
            joined[-1] = Span(joined[-1].start, max(joined[-1].end, span.end))
        else:
            joined.append(span)
    return tuple(joined)


def _apart(spans: Iterable[Span]) -> tuple[Span, ...]:
    """Return `spans` in order; those that overlap become one, empty ones go."""
    apart: list[Span] = []
    for span in sorted(span for span in set(spans) if len(span)):
        if apart and span.start < apart[-1].end:
            apart[-1] = Span(apart[-1].start, max(apart[-1].end, span.end))
        else:
            apart.append(span)
    return tuple(apart)
