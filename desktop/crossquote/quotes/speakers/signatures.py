"""Signatures: names that stand by a quote without a verb, as press releases and pages of opinions have them."""

from collections.abc import Iterator
from itertools import dropwhile

import regex

from crossquote.model.span import Span
from crossquote.quotes.passage import QuotedPassage
from crossquote.quotes.scene import Scene
from crossquote.quotes.speakers.attribution import Attribution
from crossquote.quotes.speakers.clause import cut_clauses, first_clause
from crossquote.quotes.speakers.head_names import speaks
from crossquote.quotes.speakers.noun_phrases import phrases
from crossquote.text.names import Name

_DASH = regex.compile(r"[.,]?\s*(?:—|–|--|-|―)\s*(?=\p{Lu})")
_BRACKET = regex.compile(r"\s*\(\s*(?=\p{Lu})")
_CLOSED = regex.compile(r"\s*(?:[,.()]|$)", regex.MULTILINE)
_BRACKET_CLOSED = regex.compile(r"\s*(?:,[^()\n]{1,80})?\)")
_FURTHEST = 80
_JOINT = 4
"""So many letters stand between a quote and what calls it somebody's answer."""
_LABEL = 6
"""So many words call something a quote, and name whose it is, at most."""
_SHORT_LINE = 14
"""So many words has a line that only says from whom a quote is."""


def signed(scene: Scene, passage: QuotedPassage, sentence: Span) -> Attribution | None:
    """Return who signs a quote: "…" — Mayor Ana Roe; "…" (Ana Roe, mayor); From Ana Roe: "…"."""
    del sentence
    end = passage.outer.end
    name = _right_after(scene, _DASH, end, _CLOSED) or _right_after(scene, _BRACKET, end, _BRACKET_CLOSED)
    name = name or _sender(scene, passage)
    return Attribution(name.whole) if name is not None else None


def labelled(scene: Scene, passage: QuotedPassage, sentence: Span) -> Attribution | None:
    """Return whose a quote is by what leads to it, or stands in the line behind it, and only calls it one.

    "Quote from Roe: “…”", "« … » / — Une citation de Jean Roux, ministre".
    """
    outer = passage.outer
    before = passage.before(sentence)
    behind = Span(min(outer.end, len(scene.text)), min(len(scene.text), outer.end + _FURTHEST))
    leads = before.of(scene.masked).rstrip().endswith(":")
    follows = _DASH.match(scene.masked, outer.end) is not None
    return _called(scene, before) if leads else _called(scene, behind) if follows else None


def answered(scene: Scene, passage: QuotedPassage, sentence: Span) -> Attribution | None:
    """Return whose answer a quote is called behind it: "“No,” was the reply of Ana Roe", "«No», la replica di Roe"."""
    grammar, end = scene.grammar, passage.outer.end
    clause = first_clause(scene, Span(end + 1, max(end + 1, sentence.end)))
    clause = (
        clause
        if clause.words
        else first_clause(scene, Span(clause.span.end + 1, max(clause.span.end + 1, sentence.end)))
    )
    words = clause.words[:_LABEL]
    if not words or words[0].span.start - end > _JOINT:
        return None
    apart = scene.masked[end : words[0].span.start].strip()
    lead = grammar.copulas | grammar.finite | grammar.passives | grammar.determiners
    at = next((at for at, word in enumerate(words) if word.key not in lead), len(words))
    verb = grammar.order.names_inflect and at + 1 < len(words) and words[at].span.start not in clause.cues
    at += bool(verb and _noun(words[at].key) not in grammar.accounts)  # "brzmiała odpowiedź"
    if at >= len(words) or _noun(words[at].key) not in grammar.accounts or not (at or apart or "'" in words[at].key):
        return None  # "gave a “weak” answer about her house"
    rest = clause.with_words(list(dropwhile(lambda word: word.key in grammar.links, clause.words[at + 1 :])))
    if any(word.key in grammar.former for word in rest.words[:1]):
        return None
    whose = next(phrases(rest, grammar, governed=True), None)
    small = grammar.links | grammar.determiners | grammar.prepositions
    before = [word for word in rest.words if whose is not None and word.span.end <= whose.start]
    if whose is None or len(before) > 1 or not all(word.key in small or "'" in word.key for word in before):
        return None
    return Attribution(whose) if speaks(scene, whose, grammar) else None


def in_brackets(scene: Scene, passage: QuotedPassage, sentence: Span) -> Attribution | None:
    """Return who is named right before brackets that hold nothing but a quote: "Ana Roe (“We go”) and Tom Hill"."""
    start, end = passage.outer.start, passage.outer.end
    before = scene.masked[sentence.start : max(start, sentence.start)].rstrip()
    if not before.endswith("(") or scene.masked[end : end + 2].lstrip(" .")[:1] != ")":
        return None
    clause = cut_clauses(scene, Span(sentence.start, sentence.start + len(before) - 1))[-1]
    last = next(reversed(list(phrases(clause, scene.grammar, governed=True))), None)
    if last is None or last.end != clause.words[-1].span.end or not speaks(scene, last, scene.grammar):
        return None
    return Attribution(last)


def _noun(key: str) -> str:
    """Return a noun without the article that hangs on it."""
    return key.rpartition("'")[2]


def _called(scene: Scene, span: Span) -> Attribution | None:
    """Return who is named right behind a noun for a quote that opens a stretch, but for an article."""
    grammar, words = scene.grammar, scene.words_in(span)[:_LABEL]
    at = next((at for at, word in enumerate(words[:2]) if word.key in grammar.labels), None)
    if at is None or any(word.key not in grammar.determiners for word in words[:at]):
        return None
    small = grammar.links | grammar.senders | grammar.determiners
    rest = dropwhile(lambda word: word.key in small and not word.capital, words[at + 1 :])
    first = next(rest, None)
    names = scene.names_in(Span(first.span.start, span.end)) if first is not None else ()
    named = names and first is not None and names[0].whole.start <= first.span.start
    return Attribution(names[0].whole) if named else None


def _right_after(scene: Scene, lead: "regex.Pattern[str]", end: int, closed: "regex.Pattern[str]") -> Name | None:
    """Return the name that stands behind `lead` right after a quote and before what closes a signature."""
    match = lead.match(scene.masked, end)
    if match is None:
        return None
    near = Span(match.end(), min(len(scene.text), match.end() + _FURTHEST))
    name = next(_full_names(scene, near), None)
    if name is None or name.whole.start > match.end() + 1:
        return None
    return name if closed.match(scene.masked, name.span.end) else None


def _full_names(scene: Scene, span: Span) -> Iterator[Name]:
    return (name for name in scene.names_in(span) if name.title is not None or len(name.words) > 1)


def _sender(scene: Scene, passage: QuotedPassage) -> Name | None:
    """Return whom a short line before a quote names, that begins with "From"."""
    line = scene.line_at(passage.outer.start)
    if scene.masked[line.start : passage.outer.start].strip():
        return None
    above = scene.line_at(max(0, line.start - 2))
    words = scene.words_in(above)
    if above == line or not 1 < len(words) <= _SHORT_LINE or scene.cues_in(above):
        return None
    if not any(word.key in scene.grammar.senders for word in words[:2]):
        return None
    return next(_full_names(scene, above), None)
