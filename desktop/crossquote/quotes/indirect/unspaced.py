"""Reported speech where cues are found by their letters: Chinese, Japanese, Korean."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence
from operator import attrgetter

from msgspec import Struct
from msgspec.structs import replace

from crossquote.model.span import Span
from crossquote.quotes.cues import CueMatch, Governs
from crossquote.quotes.indirect.cue_place import ReportedSpeech
from crossquote.quotes.page import Page
from crossquote.quotes.quoted import letters_inside
from crossquote.quotes.topics import behind_topic, load_topic_rules

_MARKS = '，。、：；！？,:;!?「」『』“”"《》（）() \n'
_STOPS = _MARKS.replace(" ", "")
_EDGES = _MARKS + "."
_ANNOUNCES = tuple("，：,:、")
_LONGEST = 2000
_ADDRESSEE = 20
"""So many letters name whom something is told to at most."""
_SHORTEST = 3
"""How many letters a content has at least."""

Subject = Callable[[CueMatch, Span | None, Sequence[Span]], Span | None]
"""Returns who does what a cue says, given whom the words of a source name, and what is reported."""


class _UnspacedSentence(Struct, frozen=True):
    """A sentence as reports are looked for in it; `quoted` is what stands in marks, `hedges` what may stand behind."""

    page: Page
    sentence: Span
    quoted: Sequence[Span]
    subject: Subject
    hedges: tuple[str, ...]

    @property
    def cues(self) -> list[CueMatch]:
        """The cues outside marks."""
        return [cue for cue in self.page.cues_in(self.sentence) if not letters_inside(cue.span, self.quoted)]

    def words(self, section: str, key: str) -> tuple[str, ...]:
        return self.page.language.lexicon.texts(section, key)

    def stripped(self, span: Span) -> Span | None:
        """Return `span` without the marks around it, None where nothing is left."""
        text, start, end = self.page.text, span.start, span.end
        while start < end and text[start] in _EDGES:
            start += 1
        while end > start and text[end - 1] in _EDGES:
            end -= 1
        return Span(start, end) if start < end else None

    def report(
        self, content: Span, cue: CueMatch, speaker: Span | None, *, joined: bool = False
    ) -> Iterator[ReportedSpeech]:
        """Yield what a cue reports, where it is long enough to say something."""
        bare = self.stripped(content)
        if bare is not None and len(bare) >= _SHORTEST:
            yield ReportedSpeech((bare,), cue, speaker, joined=joined)


def find_unspaced(page: Page, quoted: Sequence[Span], subject: Subject) -> Iterator[list[ReportedSpeech]]:
    """Yield what each sentence reports: Chinese "警方表示，大桥已关闭。", Japanese "市長は橋を閉じると述べた。"."""
    hedges = page.language.lexicon.texts("marks", "after_quoted")
    read = _before if page.grammar.order.verb_last else _after
    for sentence in page.sentences:
        if len(sentence) <= _LONGEST:
            yield list(read(_UnspacedSentence(page, sentence, quoted, subject, hedges)))


def _after(place: _UnspacedSentence) -> Iterator[ReportedSpeech]:
    """Read Chinese: the content follows its cue, up to the clause that reports on ("…，但警方表示，…")."""
    last: ReportedSpeech | None = None
    nameless: list[ReportedSpeech] = []
    for cue in place.cues:
        start = _clause_start(place, cue.span.start)
        goes_on = place.page.text.startswith(place.words("clauses", "goes_on"), start, cue.span.start)
        if last is not None and not goes_on:
            continue
        found = next(_one_after(place, cue, last), None)
        if found is None:
            continue
        if found.speaker is None:
            nameless.append(found)
            continue
        if last is not None:
            yield from _cut_before(place, last, start)
        last = found
    rest = [last] if last is not None else nameless[:1]
    yield from (replace(report, content=(_unquoted(place, report.content[0]),)) for report in rest)


def _one_after(place: _UnspacedSentence, cue: CueMatch, last: ReportedSpeech | None) -> Iterator[ReportedSpeech]:
    """Yield what one cue reports to the end of the sentence."""
    end = place.sentence.end
    if Governs.PREPOSITION in cue.governs:
        source, start = _source(place, cue)
        if start:
            yield from place.report(Span(start, end), cue, source)
    elif Governs.CLAUSE in cue.governs:
        content = Span(_behind_addressee(place, cue), end)
        alone = place.stripped(Span(_clause_start(place, cue.span.start), cue.span.start))
        leads = (*place.words("clauses", "goes_on"), *place.words("function_words", "leads"))
        own = alone is not None and alone.of(place.page.text) not in leads
        speaker = place.subject(cue, None, (content,)) if own or last is None else last.speaker
        yield from place.report(content, cue, speaker, joined=not own)


def _behind_addressee(place: _UnspacedSentence, cue: CueMatch) -> int:
    """Return where what a cue reports begins: behind whom it is told to, where a comma closes that."""
    if cue.lemma not in place.page.grammar.addressing:
        return cue.span.end
    comma = place.page.text.find("，", cue.span.end, min(place.sentence.end, cue.span.end + _ADDRESSEE))
    return comma if comma > 0 else cue.span.end


def _source(place: _UnspacedSentence, cue: CueMatch) -> tuple[Span | None, int]:
    """Return whom a preposition names, None where nobody ("据报道"), and where its phrase ends, 0 where none is."""
    text = place.page.text
    comma = text.find("，", cue.span.end, place.sentence.end)
    endings = sorted(place.page.grammar.source_endings, key=len, reverse=True)
    ending = next((word for word in endings if comma > 0 and text.endswith(word, cue.span.end, comma)), "")
    return (place.stripped(Span(cue.span.end, comma - len(ending))), comma) if ending else (None, 0)


def _clause_start(place: _UnspacedSentence, at: int) -> int:
    start = at
    while start > place.sentence.start and place.page.text[start - 1] not in _STOPS:
        start -= 1
    return start


def _cut_before(place: _UnspacedSentence, report: ReportedSpeech, end: int) -> Iterator[ReportedSpeech]:
    """Yield `report` up to the clause that another begins with."""
    bare = place.stripped(Span(report.content[0].start, max(report.content[0].start, end)))
    if bare is not None:
        yield replace(report, content=(_unquoted(place, bare),))


def _unquoted(place: _UnspacedSentence, content: Span) -> Span:
    """Return a content without the quote in marks that it ends with, where a comma or colon announces that."""
    text = place.page.text
    start = attrgetter("start")
    first = bisect_right(place.quoted, content.start, key=start)
    for span in place.quoted[first : bisect_left(place.quoted, content.end, first, key=start)]:
        ends = not place.stripped(Span(span.end, max(span.end, content.end)))
        if ends and text[span.start - 2 : span.start - 1] in _ANNOUNCES:
            return place.stripped(Span(content.start, span.start)) or content
    return content


def _before(place: _UnspacedSentence) -> Iterator[ReportedSpeech]:
    """Read Japanese: the content stands between the topic and its cue; after "によると" it follows."""
    start = place.sentence.start
    for cue in place.cues:
        if Governs.POSTPOSITION in cue.governs:
            speaker = place.stripped(Span(_clause_start(place, cue.span.start), cue.span.start))
            yield from place.report(Span(cue.span.end, place.sentence.end), cue, speaker)
            return
        if Governs.CLAUSE in cue.governs and not _closes_quote(place, cue.span.start):
            speaker = place.subject(cue, None, ())
            begin = start
            if speaker is not None and start <= speaker.start < cue.span.start:
                begin = behind_topic(place.page.text, speaker, load_topic_rules(place.page.language))
            yield from place.report(Span(begin, max(begin, cue.span.start)), cue, speaker)
        if Governs.CLAUSE in cue.governs:
            start = cue.span.end


def _closes_quote(place: _UnspacedSentence, end: int) -> bool:
    """Tell whether what stands right before a cue is in marks, and so no report without any."""
    text = place.page.text
    hedged = next((word for word in place.hedges if text.endswith(word, 0, end)), "")
    return letters_inside(Span(max(0, end - len(hedged) - 2), end - len(hedged)), place.quoted) > 0
