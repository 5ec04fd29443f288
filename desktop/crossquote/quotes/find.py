"""Finding the quotes of an article."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from functools import partial

import regex
from msgspec.structs import replace

from crossquote.language.language import Language
from crossquote.model.article import Article
from crossquote.model.quote import Cue, Quote, QuoteKind, Speaker, quote_id
from crossquote.model.span import Span
from crossquote.progress import QUIET, Step, Work, finish, gather
from crossquote.quotes.agreement import agree
from crossquote.quotes.cues import CueMatch
from crossquote.quotes.direct.denied import is_denied
from crossquote.quotes.direct.find import find_passages
from crossquote.quotes.direct.namings import gives_name
from crossquote.quotes.direct.scare_words import without_scare_words
from crossquote.quotes.direct.unlisted_verbs import with_unlisted
from crossquote.quotes.indirect.find import look_for_indirect
from crossquote.quotes.page import Page, look_at_page
from crossquote.quotes.passage import QuotedPassage
from crossquote.quotes.printed import printed
from crossquote.quotes.scene import Scene, hide
from crossquote.quotes.speakers.going_on import go_on
from crossquote.quotes.speakers.head_names import speaks
from crossquote.quotes.speakers.mute_things import is_mute
from crossquote.quotes.speakers.persons import Persons, look_for_persons
from crossquote.quotes.speakers.speaker import attribute
from crossquote.quotes.speakers.subject import choose_subject
from crossquote.quotes.speakers.unspaced import load_clause_rules
from crossquote.quotes.topics import load_topic_rules
from crossquote.text.detection import language_of_part
from crossquote.text.endings import COMMAS
from crossquote.text.words import fold

_CLOSING = 2
"""A closing mark has so many letters at most, the blank before it counted."""
_LONGEST_MEDIUM = 60
"""So many letters at most has the name of a medium in marks."""
_SPOKEN = 12
"""So many of the speakers before a report may be whom its pronoun stands for."""
_LONGEST_NAME = 200
"""A speaker's name has so many letters at most: more are a text without blanks, or a clause that was misread."""
LONGEST = 60_000
"""A quote has at most so many letters, some 10,000 words: more are a mark left open, or marked pages."""
_TITLE = 12
"""So many letters at most have words in marks that are part of a title."""
_LEAST_TITLE = 3
"""So many letters behind them at least say what somebody is: "研究所所长"."""
_UNBROKEN = regex.compile(r"[\p{L}\p{N}·・ー]+")
_SPOKEN_ENDS = frozenset("，。！？、,.!?…")
_AT_ONCE = 20
"""Quotes between two steps: of one whose language is in doubt a second library is asked, for hundredths of a second."""


def find_quotes(article: Article, language: Language) -> tuple[Quote, ...]:
    """Return the quotes of `article`, which is in `language`: direct, mixed and indirect, in the order of its text."""
    return part_overlong(finish(look_for_quotes(article, language, QUIET)))[0]


def look_for_quotes(article: Article, language: Language, step: Step) -> Work[tuple[Quote, ...]]:
    """Return the quotes of `article` as `find_quotes` does, and those that are too long for one among them.

    Yields `step` now and then, for a long article can be left.
    """
    shown = printed(article)
    if shown is None:
        return (yield from _look(article, language, step))
    found = yield from _look(shown.article, language, step)
    return shown.written(found)


def part_overlong(found: Sequence[Quote]) -> tuple[tuple[Quote, ...], tuple[Quote, ...]]:
    """Return of the quotes that were found those that are some, and those that are too long for one."""
    kept: list[Quote] = []
    overlong: list[Quote] = []
    for quote in found:
        (kept if sum(map(len, quote.spans)) <= LONGEST else overlong).append(quote)
    return tuple(kept), tuple(overlong)


def _look(article: Article, language: Language, step: Step) -> Work[tuple[Quote, ...]]:
    page = with_unlisted((yield from look_at_page(article, language, step)))
    yield step
    unmarked = hide(page, [pair.outer for pair in page.marked])
    yield step
    passages = yield from find_passages(unmarked, step)
    yield step
    scene = hide(page, [piece for passage in passages for piece in passage.pieces])
    persons = yield from look_for_persons(scene, step)
    yield step
    attributed = yield from attribute(scene, passages, persons, step)
    made = (
        _quote(article, passage, speaker, cue)
        for passage, (speaker, cue) in zip(passages, attributed, strict=True)
        if _has_source(scene, passage, speaker, cue)
        and not is_denied(scene, passage)
        and not gives_name(scene, passage)
    )
    direct = yield from gather(made, step, _AT_ONCE)
    reports = yield from look_for_indirect(page, direct, partial(choose_subject, scene), step)
    told = (quote for quote in reports if not _is_shown(scene, quote))
    named = yield from gather(_named(told, persons, direct), step)
    marked, indirect = agree(direct, named, article.text, _telling(page))
    yield step
    marked = list(without_scare_words(marked, indirect, page))
    indirect = go_on(scene, marked, indirect)
    found = (_closed(_without_endless_name(quote), page) for quote in (*marked, *indirect))
    return tuple(sorted(found, key=lambda quote: quote.hull))


def _telling(page: Page) -> frozenset[Span]:
    """Return the verbs behind which stands whoever is told something, where no subject stands there."""
    grammar, order = page.grammar, page.grammar.order
    free = order.inverts or order.commas or order.verb_first or order.verb_second or order.verb_last
    return frozenset(cue.span for cue in page.cues if not free and cue.lemma in grammar.addressing)


def _without_endless_name(quote: Quote) -> Quote:
    """Return a quote without a speaker where what was taken for the name is too long for one."""
    endless = quote.speaker is not None and len(quote.speaker.name) > _LONGEST_NAME
    return replace(quote, speaker=None) if endless else quote


def _closed(quote: Quote, page: Page) -> Quote:
    """Return a quote with the mention of its speaker as whole as the marks around a name in it.

    That is up to the mark that closes a name in it, "the paper “Tide”", or all of a name in marks: "“Northern tide”".
    """
    if quote.speaker is None or quote.speaker.mention is None:
        return quote
    mention = quote.speaker.mention
    place = bisect_left(page.marked, mention.end, key=lambda pair: pair.outer.start) - 1
    pair = page.marked[place] if place >= 0 else None
    if pair is None or pair.outer.end < mention.end:
        return quote
    if mention.start == pair.content.start and mention.end < pair.content.end <= mention.start + _LONGEST_MEDIUM:
        whole = pair.content
    elif mention.start <= pair.outer.start and 0 < pair.outer.end - mention.end <= _CLOSING:
        whole = Span(mention.start, pair.outer.end)
    else:
        return quote
    name = whole.of(page.text) if quote.speaker.name == mention.of(page.text) else quote.speaker.name
    return replace(quote, speaker=replace(quote.speaker, mention=whole, name=name))


def _has_source(scene: Scene, passage: QuotedPassage, speaker: Speaker | None, cue: CueMatch | None) -> bool:
    """Tell whether words in marks inside a sentence are a quote: nobody is not one who says something.

    Where there are no articles, names and titles in marks look like somebody's words: then it must say whose they are.
    """
    if speaker is not None and speaker.mention is not None and _is_in_title(scene, passage, speaker.mention):
        return False
    if passage.kind is not QuoteKind.MIXED:
        return True
    if speaker is not None and speaker.mention is not None:
        return fold(speaker.mention.of(scene.text)) not in scene.grammar.nobody
    return cue is not None or not scene.grammar.order.names_inflect


def _is_shown(scene: Scene, report: Quote) -> bool:
    """Tell whether a report is but a noun, and its speaker a thing that only shows it: "The visit revealed deep rifts".

    A report or figures may say so, too.
    """
    mention, grammar = report.speaker.mention if report.speaker else None, scene.grammar
    cue = next((cue for cue in scene.page.cues_in(report.cue.span) if cue.verb), None) if report.cue else None
    words = scene.page.words_in(report.spans[0])
    if mention is None or cue is None or not words or cue.lemma not in grammar.showing:
        return False
    finite = any(word.key in grammar.finite for word in words)
    clause = finite or words[0].key in grammar.conjunctions | grammar.questions | grammar.links
    somebody = speaks(scene, mention, grammar) or fold(mention.of(scene.text)) in grammar.who
    if clause or somebody or mention.end > cue.span.start:
        return False
    nouns = scene.page.cues_in(mention)
    sources = any(word.key in grammar.sources or grammar.is_plural(word.key) for word in scene.page.words_in(mention))
    return not (nouns or sources)


def _is_in_title(scene: Scene, passage: QuotedPassage, mention: Span) -> bool:
    """Tell whether short words in marks only begin who speaks, where no capital shows names.

    "“一带一路”研究所所长王强说", "「橋の会」の田中代表は…", but "「もちろんだ」田中は言った".
    """
    topics, content = load_topic_rules(scene.language), passage.hull.of(scene.text)
    between = scene.masked[passage.outer.end : max(passage.outer.end, mention.start)]
    if topics is None:
        joined = load_clause_rules(scene.language) is not None and len(between) >= _LEAST_TITLE
    else:
        joined = not topics.blanks and between.startswith(topics.owning)
    return joined and len(content) <= _TITLE and content[-1:] not in _SPOKEN_ENDS and bool(_UNBROKEN.fullmatch(between))


def _named(reports: Iterable[Quote], persons: Persons, direct: Sequence[Quote]) -> Iterator[Quote]:
    """Yield reports with the full names of their speakers; `direct` have who spoke before one.

    So have the reports before, where a verb needs no subject, and a capital shows names: there many have none.
    """
    order, found = persons.grammar.order, list[Quote]()
    for report in reports:
        place = bisect_left(direct, report.hull.start, key=lambda other: other.hull.end)
        near = [*direct[max(0, place - _SPOKEN) : place], *found[-_SPOKEN:]]
        before = sorted((other for other in near if other.speaker), key=lambda other: other.hull.end)
        named = _with_name(report, persons, [other.speaker for other in before[-_SPOKEN:] if other.speaker])
        found += [named] if order.drops_pronouns and not order.caseless else []
        yield named


def _with_name(quote: Quote, persons: Persons, spoken: Sequence[Speaker]) -> Quote:
    """Return a quote with its speaker's full name, where only the mention is known; `spoken` spoke before."""
    mention = quote.speaker.mention if quote.speaker else None
    if mention is not None:
        nobody = persons.is_anybody(mention) or is_mute(persons.scene, mention)
        return replace(quote, speaker=None if nobody else _of_another(quote, persons.speaker(mention, spoken), persons))
    if quote.speaker is not None:
        return quote
    verb = next((cue for cue in persons.scene.page.cues_in(quote.cue.span) if cue.verb), None) if quote.cue else None
    return replace(quote, speaker=persons.unspoken(verb.span, spoken)) if verb else quote


def _of_another(quote: Quote, speaker: Speaker, persons: Persons) -> Speaker:
    """Return a speaker by the mention alone, where only what they say names whom that was taken for.

    "Not even Tim Strand will come, said the mayor": nobody speaks so of themselves.
    """
    mention, text = speaker.mention, persons.scene.text
    if mention is None or mention.start < quote.hull.end or speaker.name == mention.of(text):
        return speaker
    if persons.scene.sentence_at(mention.start).start > quote.spans[-1].start:
        return speaker  # "Strand will leave. So he said yesterday."
    first = text.find(speaker.name)
    return (
        Speaker(mention, mention.of(text)) if any(span.start <= first < span.end for span in quote.spans) else speaker
    )


def _quote(article: Article, passage: QuotedPassage, speaker: Speaker | None, cue: CueMatch | None) -> Quote:
    spans = tuple(_without_comma(span, article.text) for span in passage.spans)
    span = Span(spans[0].start, spans[-1].end)
    return Quote(
        id=quote_id(article.id, span),
        article=article.id,
        spans=spans,
        kind=passage.kind,
        speaker=speaker,
        cue=Cue(cue.span, cue.stance) if cue else None,
        language=language_of_part(span.of(article.text), article.language),
    )


def _without_comma(span: Span, text: str) -> Span:
    """Return `span` without a comma at its end: some languages print the sentence's own inside the marks."""
    end = len(span.of(text).rstrip())
    return Span(span.start, span.start + end - 1) if end > 1 and span.of(text)[end - 1] in COMMAS else span
