"""What filters are called: facets, and what is true in each."""

from collections.abc import Callable, Mapping

from crossquote.gui.words import say, say_fact, say_message
from crossquote.model.finding import Severity
from crossquote.model.quote import QuoteKind
from crossquote.model.review import Verdict
from crossquote.model.signs import kind_name, language_name, verdict_name
from crossquote.work.filters import SAME, UNCOMPARED, UNREVIEWED, Facet, Filter

_FACETS: Mapping[Facet, str] = {
    Facet.REACH: "window.filters.facet.reach",
    Facet.OUTCOME: "window.filters.facet.outcome",
    Facet.CHECK: "window.filters.facet.check",
    Facet.VERDICT: "window.filters.facet.verdict",
    Facet.SPEAKER: "window.filters.facet.speaker",
    Facet.OUTLET: "window.filters.facet.outlet",
    Facet.LANGUAGE: "window.filters.facet.language",
    Facet.KIND: "window.filters.facet.kind",
    Facet.SURENESS: "window.filters.facet.sureness",
}
_OUTCOMES: Mapping[str, str] = {
    Severity.CRITICAL: "window.utterances.filter.critical",
    Severity.MAJOR: "window.utterances.filter.major",
    Severity.MINOR: "window.utterances.filter.minor",
    Severity.NEUTRAL: "window.utterances.filter.neutral",
    SAME: "window.utterances.filter.same",
    UNCOMPARED: "window.utterances.filter.uncompared",
}


def facet_name(facet: Facet) -> str:
    """Return what a facet is called."""
    return say(_FACETS[facet])


def value_name(one: Filter) -> str:
    """Return what a filter lets through."""
    return _NAMES[one.facet](one.value)


def filter_name(one: Filter) -> str:
    """Return what a filter is called where its facet is not in view: "Speaker: Ada Lindqvist"."""
    if one.facet in (Facet.REACH, Facet.OUTCOME, Facet.SURENESS):
        return value_name(one)
    return say("window.filters.named", facet=facet_name(one.facet), value=value_name(one))


def _verdict(value: str) -> str:
    if value == UNREVIEWED:
        return say("window.utterances.filter.unreviewed")
    return say_message(verdict_name(Verdict(value)))


def _known(value: str) -> str:
    return value or say("window.utterances.unknown")


_NAMES: Mapping[Facet, Callable[[str], str]] = {
    Facet.REACH: lambda _: say("window.utterances.filter.shared"),
    Facet.OUTCOME: lambda value: say(_OUTCOMES[value]),
    Facet.CHECK: lambda value: say_fact(value, "check"),
    Facet.VERDICT: _verdict,
    Facet.SPEAKER: _known,
    Facet.OUTLET: _known,
    Facet.LANGUAGE: lambda value: say_message(language_name(value or None)),
    Facet.KIND: lambda value: say_message(kind_name(QuoteKind(value))),
    Facet.SURENESS: lambda _: say("window.utterances.filter.possible"),
}
