"""Cues inside the marks: between commas, as French and Italian print them, or between dashes, as Hungarian does.

« We come, said Ann Roe, and we sing »; „We come – said Ann Roe –, and we sing”.
"""

from collections.abc import Sequence
from itertools import islice

import regex

from crossquote.language.language import Language
from crossquote.model.span import Span
from crossquote.quotes.grammar import Grammar
from crossquote.quotes.page import Page, Token
from crossquote.quotes.passage import trim

_OPENINGS = {
    "commas": regex.compile(r",[ \u00a0\u202f]"),
    "dashes": regex.compile(r"(?:[,.!?…]?[ \u00a0\u202f]|,)[–—-][ \u00a0\u202f]"),
}
"""What stands before a cue, by what the language sets it off with."""
_BEHIND = regex.compile(r"(?:\.?\s|,)[–—-],?(?=\s)")
"""What closes a cue between dashes."""
_TAG = regex.compile(r",\s+(?:[-–—]\s+)?")
_TAG_WORDS = 7
_CLOSE = regex.compile(r"[,.;:!?…]")
_COMMAS, _REACH, _SUBJECT = 40, 40, 90
"""So many commas of a quote are looked at; so far after one its cue begins, and so long its subject is, at most."""


def inserts_cues(language: Language) -> bool:
    """Tell whether `language` puts a cue inside quotation marks, between commas."""
    return language.lexicon.text("marks", "insertions") in _OPENINGS


def split_by_insertion(page: Page, span: Span) -> tuple[Span, ...]:
    """Return the parts of `span` that are said, without the cues inserted; all of it where there is none."""
    text = page.text
    kind = page.grammar.language.lexicon.text("marks", "insertions")
    close = _BEHIND if kind == "dashes" else _CLOSE
    parts: list[Span] = []
    start = span.start
    for comma in islice(_OPENINGS[kind].finditer(text, span.start, span.end), _COMMAS):
        if comma.start() < start:
            continue
        end = insertion_end(page, comma.end(), span.end, close)
        if end is not None:
            parts.append(Span(start, comma.start()))
            start = end
    parts.append(Span(start, span.end))
    kept = tuple(part for part in (trim(part, text) for part in parts) if regex.search(r"\p{L}", part.of(text)))
    return kept or (span,)


def before_attribution(page: Page, span: Span) -> Span:
    """Return what is said of `span`, which no mark closes: what stands before ", she said."; all where nothing does."""
    for comma in islice(_TAG.finditer(page.text, span.start, span.end), _COMMAS):
        close = _CLOSE.search(page.text, comma.end(), min(span.end, comma.end() + _SUBJECT))
        end = close.start() if close else span.end
        words = page.words_in(Span(comma.end(), max(comma.end(), end)))
        if end - comma.end() <= _SUBJECT and 0 < len(words) <= _TAG_WORDS and _attributes(page, words):
            return Span(span.start, comma.start())
    return span


def _attributes(page: Page, words: Sequence[Token]) -> bool:
    """Tell whether words are no more than a verb of saying and who says it: "said Ann Roe", "she said softly"."""
    cues = [cue for cue in page.cues_in(Span(words[0].span.start, words[-1].span.end)) if cue.verb]
    if len(cues) != 1:
        return False
    if len(words) == 1:
        return page.grammar.order.drops_pronouns and words[0].span == cues[0].span  # "“Es tarde, siguió, mirando …"
    before = [word for word in words if word.span.end <= cues[0].span.start]
    after = [word for word in words if word.span.start >= cues[0].span.end]
    subject = [word for word in before if not page.grammar.is_adverb(word.key)] or after
    small = page.grammar.prepositions | page.grammar.breaks | page.grammar.who
    return bool(subject) and not any(word.key in small for word in subject) and _names_somebody(subject, page.grammar)


def insertion_end(page: Page, start: int, end: int, closing: regex.Pattern[str] = _CLOSE) -> int | None:
    """Return where the insertion of a cue that begins at `start` ends, by what closes it; None where there is none."""
    near = page.cues_in(Span(start, max(start, min(end, start + _REACH))))
    cue = next((cue for cue in near if cue.verb), None)
    if cue is None:
        return None
    before = page.words_in(Span(start, cue.span.start))
    if not all(_stands_before(word.key, page.grammar) for word in before):
        return _behind_subject(page, before, cue.span.end, end)
    close = closing.search(page.text, cue.span.end, min(end, cue.span.end + _SUBJECT))
    if close is None and end > cue.span.end + _SUBJECT:
        return None
    words = page.words_in(Span(cue.span.end, max(cue.span.end, close.start() if close else end)))
    if not words or not _names_somebody(words, page.grammar):
        return None
    return close.end() if close else end


def _behind_subject(page: Page, subject: Sequence[Token], start: int, end: int) -> int | None:
    """Return where an insertion ends whose subject stands before its verb, where it may: ", Alanko sanoo."."""
    grammar, close = page.grammar, _CLOSE.search(page.text, start, min(end, start + _SUBJECT))
    if not grammar.order.inserts_subjects or len(subject) > _TAG_WORDS or not _names_somebody(subject, grammar):
        return None
    small = grammar.conjunctions | grammar.subordinators | grammar.coordinators | grammar.finite
    return close.end() if close and small.isdisjoint(word.key for word in subject) else None


def _stands_before(key: str, grammar: Grammar) -> bool:
    """Tell whether a word may stand before an inserted cue: it says when, how, or to whom."""
    return grammar.is_adverb(key) or key in grammar.addressees or key in grammar.times or grammar.is_oblique(key)


def _names_somebody(words: Sequence[Token], grammar: Grammar) -> bool:
    """Tell whether the words after a cue are its subject: a pronoun, a name, or a role, with an article or none."""
    if words[0].capital or words[0].key in grammar.speakers or grammar.is_role(words[0].key):
        return True
    opens = words[0].key in grammar.determiners or words[0].key.endswith(grammar.ends.adjectives)
    return opens and any(grammar.is_role(word.key) for word in words)
