"""Journeys: whether a wording is what a translation there and back makes of the base.

"I really asked" for "I have strongly requested" may be a reporter's choice, or a quote that went through another
language and came back. Where our own packages make the same of the base, that is said; it proves nothing.
"""

from collections.abc import Collection, Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from crossquote.comparison.align.diff import diff
from crossquote.comparison.align.keys import AlignmentToken, read_tokens
from crossquote.comparison.judging.excerpt import shown
from crossquote.language.language import Language
from crossquote.message import message
from crossquote.model.comparison import Change, Comparison
from crossquote.model.finding import Finding
from crossquote.model.span import Span, hull

_MOST = 0.5
"""From this share of the rendition's own words on, the journey made the same of the base."""


class Journey(Struct, frozen=True):
    """What became of the base on its way into a language and back; `by_way_of` is the language's code."""

    by_way_of: str
    text: str


def explain(
    found: Comparison, journeys: Sequence[Journey], language: Language, odd: Collection[Finding] = ()
) -> Comparison:
    """Return `found` where each finding on a wording that a journey reproduces says so.

    Nothing is said of the findings `odd`, in which most renditions side against the base: there it is not the
    rendition that needs explaining.
    """
    findings = found.findings
    for journey in journeys:
        changes = diff(found.base, journey.text, language)
        findings = tuple(
            finding if was in odd else _explained(found, finding, journey, changes, language)
            for was, finding in zip(found.findings, findings, strict=True)
        )
    return found if findings == found.findings else replace(found, findings=findings)


def _explained(
    found: Comparison, finding: Finding, journey: Journey, changes: Sequence[Change], language: Language
) -> Finding:
    if finding.base is None or finding.text is None:
        return finding
    place = _became(changes, finding.base)
    if place is None or not _is_reproduced(found, finding, (journey.text, place), language):
        return finding
    was, now = shown(found.base, finding.base), shown(journey.text, place)
    says = message("evidence.journey", language=journey.by_way_of, was=was, now=now)
    return replace(finding, evidence=(*finding.evidence, says))


def _became(changes: Sequence[Change], base: Span) -> Span | None:
    """Return the place on the other side of what stands against a place of the base, with what was put in beside it."""
    inside = [change.text for change in changes if _meets(change.base, base) and len(change.text)]
    return hull(inside) if inside else None


def _meets(place: Span, base: Span) -> bool:
    return place.overlaps(base) if len(place) else base.start <= place.start <= base.end


def _is_reproduced(found: Comparison, finding: Finding, back: tuple[str, Span], language: Language) -> bool:
    """Tell whether most of the words that the rendition puts for the base's stand in the journey's place too.

    Where the journey says something there that neither side says, it is another wording, and explains nothing.
    """
    if finding.base is None or finding.text is None:
        return False
    was = set(_anchors(found.base, finding.base, language))
    own = [anchor for anchor in _anchors(found.text, finding.text, language) if anchor not in was]
    made = set(_anchors(*back, language))
    if made - was - set(own):
        return False
    return bool(own) and sum(anchor in made for anchor in own) >= _MOST * len(own)


def _anchors(text: str, place: Span, language: Language) -> Iterator[str]:
    """Yield the words at a place, inflection folded; the small ones too where there are no others."""
    words: list[AlignmentToken] = [token for token in read_tokens(text, language) if token.span.overlaps(place)]
    telling = [token.anchor for token in words if token.tells]
    yield from telling or (token.anchor for token in words)
