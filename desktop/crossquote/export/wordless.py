"""Renditions without their originals, or without their translations: what is left out stands nowhere else in them."""

from collections.abc import Iterable

from msgspec.structs import replace

from crossquote.export.document import ReportFinding, ReportRendition, ReportUtterance
from crossquote.model.markup import plain_pieces


def without_original(told: ReportRendition) -> ReportRendition:
    """Return a rendition with its translation alone; as it is where it has none."""
    if told.rendition.translation is None:
        return told
    return replace(told, rendition=replace(told.rendition, text=""), quotes=(), repeated=(), original=())


def without_translations(utterance: ReportUtterance) -> ReportUtterance:
    """Return an utterance in the words of its articles alone: no comparison that read a translation is told.

    What was found stays, and may name words of one.
    """
    translated = [one.rendition.translation is not None for one in utterance.renditions]
    if not any(translated):
        return utterance
    base = not utterance.reference and translated[utterance.base]
    renditions = tuple(
        _in_own_words(told) if own else _beside_translation(told) if base else told
        for told, own in zip(utterance.renditions, translated, strict=True)
    )
    return replace(utterance, renditions=renditions, compared=None)


def _in_own_words(told: ReportRendition) -> ReportRendition:
    return replace(
        told,
        rendition=replace(told.rendition, translation=None),
        language=told.rendition.language,
        comparison=None,
        withheld=told.comparison is not None,
        pieces=told.original,
        original=(),
        findings=_placeless(told.findings),
    )


def _beside_translation(told: ReportRendition) -> ReportRendition:
    """Return a rendition whose base was read in translation: its words, and not what differs from those."""
    if told.comparison is None:
        return told
    pieces, found = plain_pieces(told.rendition.shown), _placeless(told.findings)
    return replace(told, comparison=None, withheld=True, pieces=pieces, findings=found)


def _placeless(findings: Iterable[ReportFinding]) -> tuple[ReportFinding, ...]:
    """Return findings without their places, which count into texts that are not there."""
    return tuple(replace(said, finding=replace(said.finding, base=None, text=None)) for said in findings)
