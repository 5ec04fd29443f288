"""Reports that go on: who is reported in a sentence without a cue, told by the quotes before it ("Er werde gehen.")."""

from bisect import bisect_left
from collections.abc import Sequence

from msgspec.structs import replace

from crossquote.message import message
from crossquote.model.quote import Quote, Speaker
from crossquote.model.span import Span
from crossquote.quotes.scene import Scene
from crossquote.quotes.speakers.clause import first_clause
from crossquote.quotes.speakers.noun_phrases import phrases

_NEAR = 2
"""So many sentences after a quote a report still goes on with it."""


def go_on(scene: Scene, marked: Sequence[Quote], reports: Sequence[Quote]) -> list[Quote]:
    """Return `reports` with a speaker for those that no cue gives one: whoever was quoted right before."""
    known = sorted([*marked, *reports], key=lambda quote: quote.hull.end)
    spoken = [quote for quote in known if quote.speaker is not None]
    ends = [quote.hull.end for quote in spoken]
    told: list[Quote] = []
    for report in reports:
        place = bisect_left(ends, report.hull.start)
        before = spoken[place - 1] if place else None
        alone = report.speaker is None and not _by_verb(scene, report)
        told.append(_continued(scene, report, before) if alone and before is not None else report)
    return told


def _by_verb(scene: Scene, report: Quote) -> bool:
    if _own_subject(scene, report):
        return True
    return report.cue is not None and any(cue.verb for cue in scene.page.cues_in(report.cue.span))


def _own_subject(scene: Scene, report: Quote) -> bool:
    """Tell whether a report begins with somebody of whom it tells in its own mood: "Monti erklärte, er sei …"."""
    start, sentence = report.spans[0].start, scene.sentence_at(report.spans[0].start)
    if any(name.sure for name in scene.names_in(Span(sentence.start, max(sentence.start, start)))):
        return True  # "Auch Roe glaubt, es sei zu spät"
    clause = first_clause(scene, report.spans[0])
    first = next(phrases(clause, scene.grammar), None)
    if first is None or not any(name.sure for name in scene.names_in(first)):
        return False
    after = next((word.key for word in clause.words if word.span.start >= first.end), "")
    return after not in scene.grammar.subjunctive


def _continued(scene: Scene, report: Quote, before: Quote) -> Quote:
    """Return `report` as said by the speaker of `before`, where that stands near enough."""
    first = bisect_left(scene.sentences, before.hull.end, key=lambda sentence: sentence.end)
    last = bisect_left(scene.sentences, report.hull.start + 1, key=lambda sentence: sentence.end)
    if before.speaker is None or last - first > _NEAR:
        return report
    return replace(report, speaker=Speaker(before.speaker.mention, before.speaker.name, message("reason.spoke_before")))
