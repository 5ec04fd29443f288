"""Names in marks that a verb gives to something: "This is called a “Share Split”", "man nennt das „Aktiensplit“".

Nobody in particular says them: the subject is anyone at all, the bearer of the name itself, or it is missing.
"""

from functools import lru_cache

from crossquote.language.language import Language
from crossquote.model.quote import QuoteKind
from crossquote.model.span import Span
from crossquote.quotes.cues import CueMatch
from crossquote.quotes.passage import QuotedPassage
from crossquote.quotes.scene import Scene
from crossquote.quotes.speakers.passive import is_passive
from crossquote.text.words import fold, split_words

_LONGEST = 4
"""A name has so many words at most."""
_REACH = 40
"""So far from the marks, in letters, the verb that gives the name stands."""
_BESIDE = 15
"""So far before both, in letters, who gives it."""


@lru_cache(maxsize=64)
def _naming(language: Language) -> tuple[frozenset[str], frozenset[str]]:
    """Return the verbs that give names, and the words that make anyone, or its bearer, the one who gives it."""
    lexicon = language.lexicon
    anyone = frozenset(map(fold, (*lexicon.texts("pronouns", "anyone"), *lexicon.texts("pronouns", "reflexive"))))
    return frozenset(lexicon.texts("marks", "naming_verbs")), anyone


def gives_name(scene: Scene, passage: QuotedPassage) -> bool:
    """Tell whether a passage is a name that nobody in particular gives."""
    verbs, anyone = _naming(scene.language)
    content = passage.hull.of(scene.text)
    named = content[:1].isupper() or content[-1:].isdigit()
    if passage.kind is not QuoteKind.MIXED or not (verbs and named):
        return False
    if len(split_words(content)) > _LONGEST or content[-1:] in tuple("!?…."):
        return False
    sentence = scene.sentence_at(passage.outer.start)
    cue = _naming_verb(scene, passage, sentence, verbs)
    if cue is None:
        return False
    start, end = min(cue.span.start, passage.outer.start), max(cue.span.end, passage.outer.end)
    near = scene.words_in(Span(max(sentence.start, start - _BESIDE), end))
    if any(word.key in anyone for word in near):
        return True
    return is_passive(scene, cue, sentence) and not any(word.key in scene.grammar.agents for word in near)


def _naming_verb(scene: Scene, passage: QuotedPassage, sentence: Span, verbs: frozenset[str]) -> CueMatch | None:
    """Return the verb that gives the name in marks: the nearest that reports anything, where it is such a verb."""
    start, end = passage.outer.start, passage.outer.end
    near = Span(max(sentence.start, start - _REACH), min(sentence.end, end + _REACH))
    cues = [cue for cue in scene.cues_in(near) if cue.verb]
    nearest = min(cues, key=lambda cue: max(start - cue.span.end, cue.span.start - end), default=None)
    return nearest if nearest is not None and nearest.lemma in verbs else None
