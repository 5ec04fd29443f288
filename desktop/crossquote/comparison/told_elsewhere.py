"""What need not be told twice: words left out or added of which another finding says more, and what only goes on."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain

from crossquote.comparison.align.links import word_range
from crossquote.comparison.check import Check, Covers
from crossquote.comparison.judging.repeated import repeated_sentences
from crossquote.comparison.judging.spare import spare_sentences
from crossquote.comparison.reading.content import content_words
from crossquote.comparison.reading.pair import Pair
from crossquote.comparison.reading.places import mark
from crossquote.model.comparison import ChangeClass, Op
from crossquote.model.finding import Finding
from crossquote.model.span import Span
from crossquote.model.utterance import GAP
from crossquote.text.sentences import split_sentences


def leave_out_told(pair: Pair, findings: Sequence[Finding], checks: Mapping[str, Check]) -> Iterator[Finding]:
    """Yield `findings` without those whose every content word, missing or added, stands in one that says more of it.

    A word put for another gives way only to a finding that weighs as much.
    """
    told: dict[tuple[bool, int], bytearray] = {}
    for finding in findings:
        place, lost = finding.base or finding.text, finding.base is not None
        if place is not None and checks[finding.check].gives_way:
            least = finding.severity.rank if finding.base and finding.text else 0
            if (lost, least) not in told:
                heavy = [one for one in findings if one.severity.rank >= least]
                told[lost, least] = _covered(pair, heavy, checks, lost=lost)
            words, marks = content_words(pair, place, in_base=lost), told[lost, least]
            if words and all(any(marks[word.span.start : word.span.end]) for word in words):
                continue
        yield finding


def leave_out_repeated(pair: Pair, findings: Sequence[Finding]) -> Iterator[Finding]:
    """Yield `findings` without those on a sentence that one side has twice and the other once: nothing is lost by it.

    What is repeated is said for emphasis.
    """
    lone = [finding for finding in findings if (finding.base is None) is not (finding.text is None)]
    sides = [repeated_sentences(pair, in_base=in_base) if lone else {} for in_base in (True, False)]
    for finding in findings:
        place, again = (finding.base, sides[0]) if finding.text is None else (finding.text, sides[1])
        sentences = chain.from_iterable(again.values())
        if finding not in lone or place is None or not any(sentence.contains(place) for sentence in sentences):
            yield finding


def leave_out_spare(pair: Pair, findings: Sequence[Finding], checks: Mapping[str, Check]) -> Iterator[Finding]:
    """Yield `findings` without those on sentences that one side prints besides all that the other does.

    That they are left out, or added, is told once; nothing that they say is lost or put in by itself.
    """
    lone = any((one.base is None) is not (one.text is None) and not _tells_of_all(one, checks) for one in findings)
    sides = [spare_sentences(pair, in_base=in_base) if lone else [] for in_base in (True, False)]
    for finding in findings:
        place, spare = (finding.base, sides[0]) if finding.text is None else (finding.text, sides[1])
        only = (finding.base is None or finding.text is None) and not _tells_of_all(finding, checks)
        if not only or place is None or not any(sentence.contains(place) for sentence in spare):
            yield finding


def _tells_of_all(finding: Finding, checks: Mapping[str, Check]) -> bool:
    """Tell whether a finding says that words are left out or added, whatever they say."""
    check = checks[finding.check]
    return check.gives_way or ChangeClass.TRUNCATION in check.classes


def leave_out_beyond(pair: Pair, findings: Sequence[Finding], checks: Mapping[str, Check]) -> Iterator[Finding]:
    """Yield `findings` without those on whole sentences that a shorter base does not reach.

    "Goes on" tells of them: the base does not say less for it, nor does the rendition ask, deny or count otherwise.
    """
    beyond = tuple(_sentences_beyond(pair))
    for finding in findings:
        added = finding.text if finding.base is None and not checks[finding.check].gives_way else None
        if added is None or not any(sentence.contains(added) for sentence in beyond):
            yield finding


def _sentences_beyond(pair: Pair) -> Iterator[Span]:
    """Yield the sentences, and quotes between gaps, of the rendition that lie outside what a shorter base renders."""
    outside = [one.text for one in pair.changes if one.kind is ChangeClass.TRUNCATION and one.op is Op.INSERT]
    if not outside:
        return
    for part in _parts(pair.text.text, split_sentences(pair.text.text, pair.text.language)):
        first, last = word_range(pair.text_words, part)
        words = pair.text_words[first:last]
        if words and any(one.start <= words[0].span.start and words[-1].span.end <= one.end for one in outside):
            yield part


def _parts(text: str, sentences: Sequence[Span]) -> Iterator[Span]:
    """Yield sentences, cut where one quote ends and the next of the same rendition begins."""
    for sentence in sentences:
        start = sentence.start
        while (gap := text.find(GAP, start, sentence.end)) >= 0:
            yield Span(start, gap)
            start = gap + len(GAP)
        yield Span(start, sentence.end)


def _covered(pair: Pair, findings: Sequence[Finding], checks: Mapping[str, Check], *, lost: bool) -> bytearray:
    """Return one byte a letter of a side: 1 where a finding says enough of the words that are `lost`, or added."""
    tellers = (one for one in findings if _covers(checks[one.check].covers, one, lost=lost))
    spans = [span for one in tellers if (span := one.base if lost else one.text) is not None]
    return mark(pair.base.text if lost else pair.text.text, spans)


def _covers(covers: Covers, finding: Finding, *, lost: bool) -> bool:
    """Tell whether a finding says enough of the words that it stands on, which are `lost` or else added."""
    match covers:
        case Covers.ALL:
            return True
        case Covers.NOTHING:
            return False
        case Covers.LOST:
            return lost
        case Covers.LOST_OR_PAIRED:
            return lost or bool(finding.base and finding.text)
