"""Cues inside the marks, between commas, as French and Italian print them: « We come, said Ann Roe, and we sing »."""

from itertools import islice

import regex

from crossquote.language.language import Language
from crossquote.model.span import Span
from crossquote.quotes.cues import Cues, load_cues
from crossquote.quotes.grammar import Grammar, load_grammar
from crossquote.quotes.passage import trim
from crossquote.text.words import Word, split_words

_COMMA = regex.compile(r",[ \u00a0\u202f]")
_CLOSE = regex.compile(r"[,.;:!?…]")
_COMMAS, _REACH, _SUBJECT = 40, 40, 90
"""So many commas of a quote are looked at; so far after one its cue begins, and so long its subject is, at most."""


def inserts_cues(language: Language) -> bool:
    """Tell whether `language` puts a cue inside quotation marks, between commas."""
    return language.lexicon.text("marks", "insertions") == "commas"


def split_by_insertion(text: str, span: Span, language: Language) -> tuple[Span, ...]:
    """Return the parts of `span` that are said, without the cues between commas; all of it where there is none."""
    cues, grammar = load_cues(language), load_grammar(language)
    parts: list[Span] = []
    start = span.start
    for comma in islice(_COMMA.finditer(text, span.start, span.end), _COMMAS):
        if comma.start() < start:
            continue
        end = _insertion_end(text, comma.end(), span.end, cues, grammar)
        if end is not None:
            parts.append(Span(start, comma.start()))
            start = end
    parts.append(Span(start, span.end))
    kept = tuple(part for part in (trim(part, text) for part in parts) if regex.search(r"\p{L}", part.of(text)))
    return kept or (span,)


def _insertion_end(text: str, start: int, end: int, cues: Cues, grammar: Grammar) -> int | None:
    """Return where the insertion that begins at `start` ends, None where there is none."""
    cue = next((cue for cue in cues.find(text, start, min(end, start + _REACH)) if cue.verb), None)
    if cue is None or not all(grammar.is_adverb(word.key) for word in split_words(text[start : cue.span.start])):
        return None
    close = _CLOSE.search(text, cue.span.end, min(end, cue.span.end + _SUBJECT))
    if close is None and end > cue.span.end + _SUBJECT:
        return None
    stop = close.start() if close else end
    words = split_words(text[cue.span.end : stop])
    if not words or not _names_somebody(text, cue.span.end, words, grammar):
        return None
    return close.end() if close else end


def _names_somebody(text: str, start: int, words: tuple[Word, ...], grammar: Grammar) -> bool:
    """Tell whether the words after a cue are its subject: a pronoun, a name, or a role after its article."""
    first = words[0]
    if text[start + first.span.start].isupper() or first.key in grammar.speakers:
        return True
    return first.key in grammar.determiners and any(grammar.is_role(word.key) for word in words)
