"""Whose words stand in marks, where the noun behind them says that they are somebody's: "Yılmaz'ın “…” sözleri"."""

from crossquote.model.span import Span
from crossquote.quotes.passage import QuotedPassage
from crossquote.quotes.scene import Scene
from crossquote.quotes.speakers.attribution import Attribution
from crossquote.quotes.speakers.clause import last_clause
from crossquote.quotes.speakers.noun_phrases import phrases
from crossquote.text.possessives import owner_in

_NOUN = 20
"""So many letters behind a mark hold the noun that says whose words they are."""


def by_owner(scene: Scene, passage: QuotedPassage, sentence: Span) -> Attribution | None:
    """Return the owner of words in marks, with nothing between but what was done with them ("dün sarf ettiği")."""
    nouns = scene.grammar.owned_words
    behind = next(iter(scene.words_in(Span(passage.outer.end, passage.outer.end + _NOUN))), None) if nouns else None
    if behind is None or behind.key not in nouns:
        return None
    clause = last_clause(scene, passage.before(sentence))
    for at in range(len(clause.words) - 1, -1, -1):
        word = clause.words[at]
        bare = owner_in(word.span.of(scene.text), scene.language) if word.capital else None
        if bare is None:
            continue
        between = clause.words[at + 1 :]
        done = not between or between[-1].key.endswith(scene.grammar.ends.complements)
        owned = Span(word.span.start, word.span.start + len(bare))
        holders = phrases(clause.with_words(clause.words[: at + 1]), scene.grammar, governed=True)
        holder = next((phrase for phrase in holders if phrase.contains(owned)), owned)
        return Attribution(Span(holder.start, owned.end)) if done else None
    return None
