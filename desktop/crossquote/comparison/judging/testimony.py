"""Asking the original: what a translated rendition's own words say to what was found in the translation."""

from collections.abc import Callable

from msgspec import Struct

from crossquote.comparison.reading.pair import Pair
from crossquote.model.finding import Finding

_POSSIBLE = frozenset({"can", "may"})
"""Modals that most languages do not tell apart."""


class Testimony(Struct, frozen=True):
    """What the original says to a finding: whether it bears it out, and its words."""

    borne_out: bool
    words: str = ""


Inquiry = Callable[[Pair, Finding], Testimony | None]
"""Asks the original of a rendition, and of the base, about a finding; None where it can't tell."""


def ask_terms(section: str) -> Inquiry:
    """Return the question whether a term in `section` like the base's, or the rendition's, is in the original."""

    def ask(pair: Pair, finding: Finding) -> Testimony | None:
        source = pair.text_original
        was = {h.group for h in pair.base_reading.of(section) if finding.base and finding.base.overlaps(h.span)}
        now = {h.group for h in pair.text_reading.of(section) if finding.text and finding.text.overlaps(h.span)}
        if now & _POSSIBLE and not was & _POSSIBLE:
            now |= _POSSIBLE
        kept = next((hit for hit in source.of(section) if hit.group in was), None)
        changed = next((hit for hit in source.of(section) if hit.group in now), None)
        if changed is not None:
            return Testimony(borne_out=True, words=changed.span.of(source.text))
        if kept is not None:
            return Testimony(borne_out=False, words=kept.span.of(source.text))
        return Testimony(borne_out=finding.text is None)

    return ask
