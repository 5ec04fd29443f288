"""Where texts stand on the scale of requests: by those requests that the findings set against each other."""

from collections import Counter
from collections.abc import Sequence

from crossquote.comparison.reading.scale import Request, requests_in
from crossquote.language.language import Language
from crossquote.model.comparison import Comparison
from crossquote.model.finding import Finding
from crossquote.model.span import Span

_CHECK = "strength"


def place_on_scale(text: str, language: Language) -> Request | None:
    """Return where `text` stands on the scale of requests; None where it requests nothing, or can't be judged.

    Where a text makes several requests, the strongest counts.
    """
    return _strongest(requests_in(text, language))


def place_beside_base(
    base: str, texts: Sequence[tuple[str, Comparison | None]], language: Language
) -> tuple[Request | None, tuple[Request | None, ...]]:
    """Return where the base stands, and each text beside it, with what came of comparing that with the base.

    Of several requests in a text, those count that a finding sets against each other: the scale never shows two texts
    at one place of which a finding says that one asks more. A text of which none says so stands by the request that is
    nearest to the base's. Where there is no finding, the strongest counts everywhere.
    """
    told = [_findings(comparison) for _, comparison in texts]
    named = Counter(found.base for findings in told for found in findings)
    own = requests_in(base, language)
    focus = _at(own, named.most_common(1)[0][0]) if named else None
    if focus is None:
        return _strongest(own), tuple(place_on_scale(text, language) for text, _ in texts)
    placed = (
        _beside(requests_in(text, language), findings, focus) for (text, _), findings in zip(texts, told, strict=True)
    )
    return focus, tuple(placed)


def _findings(comparison: Comparison | None) -> list[Finding]:
    """Return what was found to be asked more or less strongly than in the base."""
    findings = comparison.findings if comparison is not None else ()
    return [one for one in findings if one.check == _CHECK and one.base is not None and one.text is not None]


def _beside(requests: Sequence[Request], findings: Sequence[Finding], focus: Request) -> Request | None:
    """Return the request of a text that faces that of the base."""
    for found in findings:
        if found.base is not None and found.base.overlaps(focus.span) and (faced := _at(requests, found.text)):
            return faced
    return min(requests, key=lambda place: abs(place.value - focus.value), default=None)


def _at(requests: Sequence[Request], span: Span | None) -> Request | None:
    return next((place for place in requests if span is not None and place.span.overlaps(span)), None)


def _strongest(requests: Sequence[Request]) -> Request | None:
    return max(requests, key=lambda place: place.value, default=None)
