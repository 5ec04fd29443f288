"""Partners: two or more who speak together ("Ana Roe and Tom Hill said", "the leaders of Norland and Ostland said")."""

import regex

from crossquote.model.span import Span
from crossquote.quotes.page import Token
from crossquote.quotes.scene import Scene
from crossquote.quotes.speakers.clause import Clause, cut_clauses, first_clause
from crossquote.quotes.speakers.head_names import speaks
from crossquote.quotes.speakers.noun_phrases import phrases
from crossquote.text.words import fold

_REACH = 120
_MOST = 6


def with_partners(scene: Scene, mention: Span, verb: Span) -> Span:
    """Return a mention with those who speak together with it, where "and" joins them; `verb` is what they say by."""
    if not scene.grammar.additive:
        return mention
    if not speaks(scene, mention, scene.grammar):
        trade = mention.start >= verb.end and scene.words_in(mention)[0].key not in scene.grammar.determiners
        return Span(mention.start, _to_the_right(scene, mention, verb)) if trade else mention
    start = _to_the_left(scene, mention) if mention.end <= verb.start else mention.start
    return Span(start, _to_the_right(scene, mention, verb))


def parts_of(scene: Scene, mention: Span) -> tuple[Span, ...]:
    """Return the mentions that "and" and commas join in one; itself where nothing does."""
    cuts = [word.span for word in scene.words_in(mention) if _joins(scene, word)]
    if not cuts:
        return (mention,)
    commas = regex.finditer(",", mention.of(scene.text))
    cuts += [Span(mention.start + at.start(), mention.start + at.end()) for at in commas]
    edges = [mention.start, *(edge for cut in sorted(cuts) for edge in (cut.start, cut.end)), mention.end]
    found = [scene.words_in(Span(*pair)) for pair in zip(edges[::2], edges[1::2], strict=True)]
    return tuple(Span(words[0].span.start, words[-1].span.end) for words in found if words)


def _joins(scene: Scene, word: Token) -> bool:
    """Tell whether a word joins two, and is no part of a name ("Ortega y Gasset")."""
    if word.key not in scene.grammar.additive:
        return False
    near = Span(max(0, word.span.start - _REACH), min(len(scene.text), word.span.end + _REACH))
    return not any(name.span.contains(word.span) for name in scene.names_in(near))


def _to_the_left(scene: Scene, mention: Span) -> int:
    """Return where the first of them begins: "Ana Roe, Tom Hill and ⟦Mara Lind⟧ said"."""
    start = max(scene.sentence_at(mention.start).start, mention.start - _REACH)
    words = scene.words_in(Span(min(start, mention.start), mention.start))
    if len(words) < 2 or not _joins(scene, words[-1]) or scene.text[words[-1].span.end : mention.start].strip():
        return mention.start
    clauses = [clause for clause in cut_clauses(scene, Span(start, words[-1].span.start)) if clause.words][-_MOST:]
    first: Span | None = None
    for clause in reversed(clauses):
        here = _closing(scene, clause)
        if here is None:
            break
        first = here
        if here.start != clause.words[0].span.start:
            return first.start if _leads_in(scene, clause, here) else mention.start
    return first.start if first is not None else mention.start


def _closing(scene: Scene, clause: Clause) -> Span | None:
    """Return the last phrase of a clause, where the clause ends with it and it can speak."""
    last = next(reversed(list(phrases(clause, scene.grammar))), None)
    if last is None or last.end != clause.words[-1].span.end or not speaks(scene, last, scene.grammar):
        return None
    return last


def _leads_in(scene: Scene, clause: Clause, phrase: Span) -> bool:
    """Tell whether what stands before a phrase only says when or where."""
    before = [word.key for word in clause.words if word.span.end <= phrase.start]
    return before[0] in scene.grammar.prepositions or all(map(scene.grammar.is_adverb, before))


def _to_the_right(scene: Scene, mention: Span, verb: Span) -> int:
    """Return where the last of them ends: "⟦Ana Roe⟧ and Tom Hill said", "said ⟦Ana Roe⟧ and Tom Hill"."""
    sentence = scene.sentence_at(mention.start)
    stop = verb.start if verb.start >= mention.end else min(sentence.end, mention.end + _REACH)
    words = scene.words_in(Span(mention.end, max(mention.end, stop)))
    if len(words) < 2 or not _joins(scene, words[0]) or scene.text[mention.end : words[0].span.start].strip(" ."):
        return mention.end
    clause = first_clause(scene, Span(words[0].span.end, stop))
    other = next(phrases(clause, scene.grammar), None)
    if other is None or other.start != words[1].span.start or not speaks(scene, other, scene.grammar):
        return mention.end
    after = [word.key for word in clause.words if word.span.start >= other.end]
    if after and mention.start >= verb.end and fold(other.of(scene.text)) in scene.grammar.nominative:
        return mention.end  # "a dit le gardien | et il est parti"
    closed = not after or after[0] in scene.grammar.prepositions or scene.grammar.is_adverb(after[0])
    return other.end if closed else mention.end
