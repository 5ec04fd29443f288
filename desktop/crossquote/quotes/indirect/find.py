"""Indirect quotes: what someone is reported to have said or written, without quotation marks."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from crossquote.model.article import Article
from crossquote.model.quote import Cue, Quote, QuoteKind, Speaker, quote_id
from crossquote.model.span import Span, hull
from crossquote.progress import QUIET, Step, Work, finish, gather
from crossquote.quotes.cues import Governs, load_cues
from crossquote.quotes.grammar import Grammar, load_grammar
from crossquote.quotes.indirect.after_comma import in_mood
from crossquote.quotes.indirect.clauses import Sentence, read_sentences
from crossquote.quotes.indirect.cue_place import CuePlace, ReportedSpeech
from crossquote.quotes.indirect.forms import is_participle, reports_by_itself
from crossquote.quotes.indirect.headlines import find_headline
from crossquote.quotes.indirect.patterns import find_report
from crossquote.quotes.indirect.references import find_reference
from crossquote.quotes.indirect.unspaced import Subject, find_unspaced
from crossquote.quotes.page import Page
from crossquote.quotes.quoted import letters_inside, merge, overlapping
from crossquote.text.endings import COMMAS
from crossquote.text.words import fold

_OUTSIDE = 10
"""So many letters of an indirect quote stand outside quotation marks at least."""

_AT_ONCE = 100
"""So many sentences without blanks are read without a stop."""
_LEADS = (",", ":")
"""What stands before a quote that a report's verb introduces."""
_CIRCUMSTANCE = 8
"""So many words before a quote say when and where it was said at most."""
_NEAR = 2
"""How many sentences after a report one in the subjunctive still belongs to it."""


def find_indirect(
    page: Page,
    direct: Sequence[Quote],
    subject: Subject,
) -> tuple[Quote, ...]:
    """Return the indirect quotes of `page`, in the order of its text; `direct` are those found by their marks.

    `subject` finds who does what a cue says.
    """
    return finish(look_for_indirect(page, direct, subject, QUIET))


def look_for_indirect(page: Page, direct: Sequence[Quote], subject: Subject, step: Step) -> Work[tuple[Quote, ...]]:
    """Return the indirect quotes of `page` as `find_indirect` does; yields `step` now and then."""
    cues, grammar, article = load_cues(page.language), load_grammar(page.language), page.article
    if not cues.entries:
        return ()
    quoted = merge(span for quote in direct for span in quote.spans)
    if cues.letters is not None:
        by_place = yield from gather(find_unspaced(page, quoted, subject), step, _AT_ONCE)
        told = [report for reports in by_place for report in reports]
        unspaced = yield from gather(_with_speakers(told, subject), step, _AT_ONCE)
        return tuple(_quote(article, report) for report in unspaced if not _mostly_quoted(report.content[0], quoted))
    skipped = merge(article.layout.skipped)
    read = yield from gather(read_sentences(page, quoted, grammar), step)
    sentences = [sentence for sentence in read if not overlapping(sentence.span, skipped)]
    by_sentence = yield from gather(_reports(sentences, grammar, quoted), step)
    found = [report for reports in by_sentence for report in reports]
    spoken = yield from gather(_with_speakers(found, subject), step)
    headline = find_headline(article.text, quoted, _people(page, direct, spoken))
    kept = [report for report in spoken if not _within(report, headline)]
    whole = [report for report in kept if not _crosses_marks(report, quoted, page, grammar)]
    told = [report for report in whole if not _is_only_named(report, page.text, grammar)]
    named = [report for report in told if not (_by_nobody(report, page.text, grammar) or _hangs(report, page, grammar))]
    return tuple(_quote(article, report) for report in ([headline, *named] if headline else named))


def _people(page: Page, direct: Sequence[Quote], reports: Sequence[ReportedSpeech]) -> list[Span]:
    """Return where an article names who speaks, and whoever has a full name."""
    mentions = [quote.speaker.mention for quote in direct if quote.speaker and quote.speaker.mention]
    told = [report.speaker for report in reports if report.speaker]
    return [*mentions, *told, *(name.span for name in page.names if name.sure and len(name.words) > 1)]


def _within(report: ReportedSpeech, headline: ReportedSpeech | None) -> bool:
    return headline is not None and report.content[0].overlaps(headline.content[0])


def _with_speakers(reports: Sequence[ReportedSpeech], subject: Subject) -> Iterator[ReportedSpeech]:
    """Yield `reports` with their speakers; one that is joined to that before it, and names nobody, has the same."""
    before: ReportedSpeech | None = None
    for report in reports:
        named = _with_speaker(report, subject)
        if named.speaker is None and report.joined and before is not None:
            named = replace(named, speaker=before.speaker)
        before = named
        yield named


def _with_speaker(report: ReportedSpeech, subject: Subject) -> ReportedSpeech:
    """Return `report` with the speaker that `subject` finds, where its content does not hold them."""
    found = subject(report.cue, report.speaker, report.content) if report.cue is not None else None
    inside = found is not None and any(span.overlaps(found) for span in report.content)
    own = report.speaker is not None and report.cue is not None and not report.cue.verb
    if found is None and own:
        return replace(report, speaker=None)  # "nach Angaben vom Freitag" names nobody
    if found is None or (inside and not own):
        return report
    if report.cue is not None and report.impersonal and found.start < report.cue.span.start:
        return report
    return replace(report, speaker=found)


def _reports(sentences: Sequence[Sentence], grammar: Grammar, quoted: Sequence[Span]) -> Iterator[list[ReportedSpeech]]:
    """Yield what each sentence reports; where it reports nothing itself, what it says of the one before, or goes on."""
    last: ReportedSpeech | None = None
    since = _NEAR
    for number, sentence in enumerate(sentences):
        found = list(_in_sentence(sentence, grammar, quoted))
        if not found and since < _NEAR and reports_by_itself(sentence, grammar):
            found = _going_on(sentence, joined=last is not None)
        if not found:
            found = list(in_mood(sentence, grammar))
        if not found and number:
            found = list(find_reference(sentence, sentences[number - 1], grammar))
        found = [report for report in found if not _in_marks(report, quoted)]
        yield found
        marked = any(token.quoted for token in sentence.tokens)
        since = 0 if found or marked else since + 1
        last = found[-1] if found else None if marked else last


def _crosses_marks(report: ReportedSpeech, quoted: Sequence[Span], page: Page, grammar: Grammar) -> bool:
    """Tell whether what is reported holds a quote's end and its source, or only says when and where one was said.

    "“…”, said Roe, citing the mayor", "“…,” Roe, the mayor said", "wrote Friday in a letter, “…”".
    """
    if report.cue is None:
        return False
    for content in report.content:
        place = bisect_left(quoted, content.start, key=lambda span: span.end)
        marks = quoted[place] if place < len(quoted) else content
        inside = marks.start <= content.start and marks.end < content.end <= report.cue.span.start
        over = inside and page.text[marks.end : marks.end + 2].strip("\"”»’'")[:1] in COMMAS
        if over or (inside and any(cue.verb for cue in page.cues_in(Span(marks.end, content.end)))):
            return True
        lead = page.words_in(Span(content.start, max(content.start, marks.start - 1)))
        led = bool(lead) and page.text[lead[-1].span.end : marks.start].strip()[:1] in _LEADS
        small = led and len(lead) <= _CIRCUMSTANCE and lead[0].key in grammar.times | grammar.prepositions
        if small and content.start < marks.start < content.end <= marks.end:
            return True
    return False


def _hangs(report: ReportedSpeech, page: Page, grammar: Grammar) -> bool:
    """Tell whether what is reported breaks off at what opens a clause: "Una cifra que, aclaró el alcalde, «…»"."""
    words = page.words_in(report.content[-1])
    opens = grammar.conjunctions - grammar.determiners - grammar.pronouns - grammar.anaphors
    return bool(words) and not grammar.order.verb_last and words[-1].key in opens


def _in_marks(report: ReportedSpeech, quoted: Sequence[Span]) -> bool:
    """Tell whether a report is no more than words in marks, or goes on behind their source: "“…”, selon Roe, il …"."""
    source = report.cue is not None and Governs.PREPOSITION in report.cue.governs and len(report.content) > 1
    spans = report.content[:1] if source else report.content
    return all(_mostly_quoted(span, quoted) for span in spans)


def _is_only_named(report: ReportedSpeech, text: str, grammar: Grammar) -> bool:
    """Tell whether an infinitive only names what could be said, and nobody says it: "A noter que …".

    So in French, Spanish and their kin.
    """
    order, ends = grammar.order, grammar.ends.infinitives
    free = order.inverts and not (order.commas or order.verb_second or order.caseless or order.names_inflect)
    if report.cue is None or not free or not report.cue.verb or not fold(report.cue.span.of(text)).endswith(ends):
        return False
    told = report.speaker.of(text).split() if report.speaker is not None else []
    named = any(word[:1].isupper() for word in told[1:] or told)
    return not named and not any(key in grammar.subjects or grammar.is_role(key) for key in map(fold, told))


def _by_nobody(report: ReportedSpeech, text: str, grammar: Grammar) -> bool:
    """Tell whether nobody speaks: "Nobody can say how long it will last"."""
    return report.speaker is not None and fold(report.speaker.of(text)).split(None, 1)[0] in grammar.nobody


def _in_sentence(sentence: Sentence, grammar: Grammar, quoted: Sequence[Span]) -> Iterator[ReportedSpeech]:
    """Yield the reports of one sentence: the first that takes a stretch of it has it."""
    taken: list[Span] = []
    for number in range(len(sentence.cues)):
        place = CuePlace(sentence, grammar, number)
        report = find_report(place)
        if report is None or any(span.overlaps(other) for span in report.content for other in taken):
            continue
        if not all(_mostly_quoted(span, quoted) for span in report.content):
            first, taken = not taken, [*taken, *report.content]
            yield _judged(report, place, joined=not first and _joined(place))


def _judged(report: ReportedSpeech, place: CuePlace, *, joined: bool) -> ReportedSpeech:
    """Return `report` without a speaker that its own content names, and with what its cue says of them."""
    speaker = report.speaker
    if speaker is not None and any(span.overlaps(speaker) for span in report.content):
        speaker = None
    noun = not place.cue.verb and place.grammar.order.commas and not place.grammar.order.nouns_have_capitals
    passive = place.key(place.first - 1) in place.grammar.passives
    return replace(report, speaker=speaker, impersonal=passive or noun, joined=joined)


def _joined(place: CuePlace) -> bool:
    """Tell whether the cue has its subject from the cue before it: after "and", or as a participle."""
    index = place.first - 1
    while place.key(index) in place.grammar.adverbs:
        index -= 1
    return place.key(index) in place.grammar.coordinators or is_participle(place)


def _going_on(sentence: Sentence, *, joined: bool) -> list[ReportedSpeech]:
    """Report a whole sentence that goes on with what the one before it began: "Er habe nichts gewusst"."""
    words = [token for token in sentence.tokens if token.word]
    content = Span(words[0].span.start, words[-1].span.end)
    return [ReportedSpeech((content,), None, joined=joined)]


def _mostly_quoted(span: Span, quoted: Sequence[Span]) -> bool:
    """Tell whether hardly more than a conjunction of `span` stands outside marks: then it is no indirect quote."""
    inside = letters_inside(span, quoted)
    return inside > 0 and len(span) - inside < _OUTSIDE


def _quote(article: Article, report: ReportedSpeech) -> Quote:
    mention = report.speaker
    return Quote(
        id=quote_id(article.id, hull(report.content), "indirect"),
        article=article.id,
        spans=report.content,
        kind=QuoteKind.INDIRECT,
        speaker=Speaker(mention, mention.of(article.text)) if mention else None,
        cue=Cue(report.cue.span, report.cue.stance) if report.cue else None,
        language=article.language,
    )
