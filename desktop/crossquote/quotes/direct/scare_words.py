"""Marks of distance: a word or two in marks that no verb reports and no report holds are the reporter's own."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence

import regex

from crossquote.model.quote import Quote, QuoteKind
from crossquote.model.span import Span
from crossquote.quotes.cues import Governs, load_cues
from crossquote.quotes.page import Page
from crossquote.text.possessives import owner_in
from crossquote.text.words import fold

_ALONE, _BESIDE = 1, 2
"""So many words need a cue at least, or a report around them; so many one that does not stand far off as a noun."""
_NEAR = 30
"""So far before the marks, in letters, a noun that announces them stands at most: "the claim of “fraud”"."""

_DESCRIBING, _OWNER = 3, 24
"""So many words describe a noun behind them at most, and so many letters before them hold an article or an owner."""
_NOUN = regex.compile(r"[\"”»’'][ \u00a0](\p{Ll}[\p{L}\p{M}'’-]*)")
_BREAK = regex.compile(r"[,;:.!?…()]")


def without_scare_words(marked: Sequence[Quote], reports: Sequence[Quote], page: Page) -> Iterator[Quote]:
    """Yield those of `marked` that somebody says, as far as the cues and the `reports` around them tell."""
    if not load_cues(page.language).entries:
        yield from marked
        return
    hulls = [report.hull for report in reports]
    verbs = {cue.span for cue in page.cues if cue.verb or Governs.PREPOSITION in cue.governs}
    for quote in marked:
        few = quote.kind is QuoteKind.MIXED and _few(quote, page)
        if not few or _said(quote, page, verbs) or any(hull.contains(quote.hull) for hull in hulls):
            yield quote


def _few(quote: Quote, page: Page) -> bool:
    """Tell whether words in marks are so few that they may be a term; where nouns are bare, titles are marked, too."""
    few = len(page.words_in(quote.hull))
    if quote.cue is not None:
        return few <= _BESIDE
    return few <= _ALONE or page.grammar.is_bare or (few <= _DESCRIBING and _describes(quote, page))


def _describes(quote: Quote, page: Page) -> bool:
    """Tell whether words in marks only describe the noun behind them: "the “lantern corner” map"."""
    grammar, text, start = page.grammar, page.text, quote.hull.start
    before = page.words_in(Span(max(0, start - _OWNER), start))[-1:]
    noun = _NOUN.match(text, quote.hull.end)
    if not before or noun is None or text[before[0].span.end : start].strip("\"“„«‘' \u00a0"):
        return False
    small = grammar.adjuncts | grammar.breaks | grammar.finite | grammar.relatives | grammar.determiners
    own = owner_in(before[0].span.of(text), page.language) is not None
    led = own or before[0].key in grammar.definite | grammar.possessive
    return led and fold(noun[1]) not in small


def _said(quote: Quote, page: Page, verbs: set[Span]) -> bool:
    """Tell whether a verb or a source reports the words, or a noun that stands close before them."""
    if quote.cue is None:
        return _closed_by_verb(quote.hull.end, page) or _in_reported_mood(quote.hull, page)
    cue = quote.cue.span
    return cue in verbs or 0 <= quote.hull.start - cue.end <= _NEAR


def _closed_by_verb(end: int, page: Page) -> bool:
    """Tell whether a verb closes the clause of words in marks that end at `end`: "hat „sofort“ gesagt"."""
    after = next(iter(page.cues_in(Span(end, min(len(page.text), end + 2 * _NEAR)))), None)
    return after is not None and after.verb and _BREAK.search(page.text, end, after.span.start) is None


def _in_reported_mood(hull: Span, page: Page) -> bool:
    """Tell whether a verb in the mood of reported speech stands in the sentence of the words: "es sei „schlimm“"."""
    place = max(0, bisect_right(page.sentences, hull.start, key=lambda sentence: sentence.start) - 1)
    words = page.words_in(page.sentences[place]) if page.sentences else ()
    return any(word.key in page.grammar.reportive for word in words if not hull.contains(word.span))
