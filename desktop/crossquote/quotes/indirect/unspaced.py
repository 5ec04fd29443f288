"""Reported speech in languages written without blanks: Chinese, Japanese."""

from collections.abc import Iterator, Sequence

from crossquote.model.span import Span
from crossquote.quotes.cues import CueMatch, Governs
from crossquote.quotes.grammar import Grammar
from crossquote.quotes.indirect.cue_place import ReportedSpeech
from crossquote.quotes.page import Page
from crossquote.quotes.quoted import letters_inside

_MARKS = '，。、：；！？,:;!?「」『』“”"《》（）() \n'
_LONGEST = 2000
_SHORTEST = 3
"""How many letters a content has at least."""


def find_unspaced(page: Page, quoted: Sequence[Span], grammar: Grammar) -> Iterator[ReportedSpeech]:
    """Yield the reports of `page`: Chinese "警方表示，大桥已关闭。", Japanese "市長は橋を閉じると述べた。"."""
    text = page.text
    for sentence in page.sentences:
        if len(sentence) > _LONGEST:
            continue
        for cue in page.cues_in(sentence):
            if letters_inside(cue.span, quoted):
                continue
            read = _before if grammar.order.verb_last else _after
            report = read(text, sentence, cue, grammar)
            if report is not None:
                yield report
                break


def _after(text: str, sentence: Span, cue: CueMatch, grammar: Grammar) -> ReportedSpeech | None:
    """Read Chinese: the content follows its cue."""
    if Governs.PREPOSITION in cue.governs:
        comma = text.find("，", cue.span.end, sentence.end)
        source = Span(cue.span.end, comma) if comma > 0 else None
        endings = sorted(grammar.source_endings, key=len, reverse=True)
        ending = source and next((word for word in endings if source.of(text).endswith(word)), None)
        if source is None or not ending:
            return None
        return _report(text, Span(comma, sentence.end), cue, Span(source.start, source.end - len(ending)))
    if Governs.CLAUSE not in cue.governs:
        return None
    start = cue.span.start
    while start > sentence.start and text[start - 1] not in _MARKS:
        start -= 1
    speaker = _stripped(text, Span(start, cue.span.start))
    return _report(text, Span(cue.span.end, sentence.end), cue, speaker) if speaker else None


def _before(text: str, sentence: Span, cue: CueMatch, grammar: Grammar) -> ReportedSpeech | None:
    """Read Japanese: the content stands between the topic and its cue; after "によると" it follows."""
    if Governs.POSTPOSITION in cue.governs:
        return _report(text, Span(cue.span.end, sentence.end), cue, Span(sentence.start, cue.span.start))
    topics = [text.find(mark, sentence.start, cue.span.start) for mark in grammar.topics]
    topic = min((place for place in topics if place > sentence.start), default=None)
    start = sentence.start if topic is None else topic + 1
    speaker = None if topic is None else Span(sentence.start, topic)
    return _report(text, Span(start, cue.span.start), cue, speaker)


def _report(text: str, content: Span, cue: CueMatch, speaker: Span | None) -> ReportedSpeech | None:
    stripped = _stripped(text, content)
    if stripped is None or len(stripped) < _SHORTEST:
        return None
    return ReportedSpeech((stripped,), cue, _stripped(text, speaker) if speaker else None)


def _stripped(text: str, span: Span) -> Span | None:
    start, end = span.start, span.end
    while start < end and text[start] in _MARKS:
        start += 1
    while end > start and text[end - 1] in _MARKS:
        end -= 1
    return Span(start, end) if start < end else None
