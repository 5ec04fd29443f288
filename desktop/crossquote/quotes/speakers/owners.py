"""Owners: whose words a noun reports: "in the minister’s own words", "according to a note from Roe"."""

from crossquote.model.span import Span
from crossquote.quotes.grammar import Grammar
from crossquote.quotes.scene import Scene
from crossquote.quotes.speakers.clause import Clause, first_clause, last_clause
from crossquote.quotes.speakers.head_names import speaks
from crossquote.quotes.speakers.noun_phrases import phrases
from crossquote.text.possessives import owner_in

_DESCRIBED = 3
"""So many words stand between an owner and the noun at most: "her own last words"."""


def owner_of(scene: Scene, left: Span) -> Span | None:
    """Return whose noun it is by what stands right before it: "the minister’s words"."""
    clause = last_clause(scene, left)
    for word in reversed(clause.words[-_DESCRIBED:]):
        bare = owner_in(word.span.of(scene.text), scene.language)
        if bare is not None:
            owned = Span(word.span.start, word.span.start + len(bare))
            holder = next((p for p in phrases(clause, scene.grammar, governed=True) if p.contains(owned)), owned)
            return Span(holder.start, owned.end)
    return None


def owner_beside(scene: Scene, left: Span, right: Span) -> Span | None:
    """Return who has what is right behind `left`, which looks like a verb, but is a noun then: "Roe’s | tweets to …".

    Another verb behind it tells something else: "Roe’s remark concerns “all”".
    """
    last = last_clause(scene, left).words[-1:]
    behind = first_clause(scene, right).words[:1]
    small = scene.grammar.adjuncts | scene.grammar.infinitives | scene.grammar.conjunctions
    if behind and behind[0].key not in small:
        return None
    if not scene.grammar.ends.possessives or not last or owner_in(last[0].span.of(scene.text), scene.language) is None:
        return None
    return owner_of(scene, left) if last[0].span.end + 1 >= left.end else None


def of_sender(scene: Scene, left: Span) -> Span | None:
    """Return whom a thing is quoted from, in words of whose own it is: "نقلت الوكالة عن مصدر قوله"."""
    clause = last_clause(scene, left)
    senders = [at for at, word in enumerate(clause.words) if word.key in scene.grammar.senders]
    words = clause.words[senders[-1] + 1 :] if senders else ()
    found = next(phrases(clause.with_words(words), scene.grammar, governed=True), None)
    if found is not None and found.start == words[0].span.start:
        return found
    return Span(words[0].span.start, words[-1].span.end) if words else None


def is_own(scene: Scene, left: Span, grammar: Grammar) -> bool:
    """Tell whether "his", "her" or "their" stands before a noun: somebody of the same sentence is meant."""
    words = last_clause(scene, left).words[-_DESCRIBED:]
    return any(word.key in grammar.possessive for word in words)


def behind_noun(scene: Scene, source: Span) -> Span:
    """Return whom a source goes back to: X in "the words of X", "the view of X"; itself where nobody is named."""
    grammar = scene.grammar
    nouns = (cue.span for cue in scene.cues_in(source) if not cue.verb)
    said = grammar.said | grammar.views
    noun = next(nouns, None) or next((word.span for word in scene.words_in(source) if _bare(word.key) in said), None)
    if noun is None:
        return source
    sentence = scene.sentence_at(source.start)
    clause = first_clause(scene, Span(noun.end, max(noun.end, sentence.end)))
    if not clause.words or clause.words[0].key not in grammar.links | grammar.agents | grammar.senders:
        return source
    return _first_speaker(scene, clause, grammar) or source


def _bare(key: str) -> str:
    """Return a noun without the article that hangs on it: "l'avis"."""
    return key.rpartition("'")[2]


def _first_speaker(scene: Scene, clause: Clause, grammar: Grammar) -> Span | None:
    found = next(phrases(clause.with_words(clause.words[1:]), grammar, governed=True), None)
    near = found is not None and len(clause.words) > 1 and found.start == clause.words[1].span.start
    return found if near and found is not None and speaks(scene, found, grammar) else None
