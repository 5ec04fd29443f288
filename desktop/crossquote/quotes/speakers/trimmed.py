"""Trimmed mentions: whoever stands beside a verb, without what belongs to that, or says how it is said."""

from crossquote.model.span import Span
from crossquote.quotes.cues import CueMatch
from crossquote.quotes.scene import Scene
from crossquote.quotes.unspoken import MANY, load_unspoken
from crossquote.text.marks import OPENING
from crossquote.text.name_rules import load_name_rules
from crossquote.text.words import fold

_PAIR = 2


def behind_opener(scene: Scene, found: Span) -> Span:
    """Return a name without a word before it that opens the sentence: "Jednocześnie Tomasz Wolny"."""
    words = scene.words_in(found)
    if len(words) < _PAIR or words[0].key not in load_name_rules(scene.language).small:
        return found
    named = any(name.whole.start == words[1].span.start for name in scene.names_in(found))
    opens = scene.sentence_at(found.start).start == found.start
    return Span(words[1].span.start, found.end) if named and opens else found


def alone(scene: Scene, found: Span) -> Span:
    """Return a subject without what belongs to its verb, or says how it is said: "On ne peut", "en substance le texte".

    So in French, Spanish and their kin.
    """
    grammar, words = scene.grammar, scene.words_in(found)
    order = grammar.order
    if not order.inverts or order.commas or order.verb_second or order.caseless or len(words) < _PAIR:
        return found
    if words[0].key in grammar.subjects and (words[1].key in grammar.negators or "'" in words[1].key):
        return words[0].span
    verb = next((word for word in words[1:] if not word.capital and word.key.endswith(grammar.ends.preterites)), None)
    if verb is not None and not grammar.is_role(verb.key):
        return Span(found.start, words[words.index(verb) - 1].span.end)  # "El presidente llamó"
    led = words[0].key in grammar.prepositions - grammar.links - grammar.determiners - grammar.nobility
    article = len(words) > _PAIR and words[2].key in grammar.determiners and not words[1].capital
    return Span(words[2].span.start, found.end) if led and article else found


def behind_verb(scene: Scene, source: Span) -> Span | None:
    """Return a source without a verb before it, None where nobody is its subject: "según explicaron | fuentes"."""
    grammar, words = scene.grammar, scene.words_in(source)
    if not grammar.order.drops_pronouns or len(words) < _PAIR or words[0].capital or grammar.is_role(words[0].key):
        return source
    several = load_unspoken(scene.language).wanted(words[0].key, "") == MANY
    ruled = words[1].key in grammar.prepositions - grammar.links
    if not any(cue.verb and cue.span == words[0].span for cue in scene.cues_in(source)) and not (several and ruled):
        return source
    return None if ruled else Span(words[1].span.start, source.end)


def is_told(scene: Scene, cue: CueMatch, mention: Span) -> bool:
    """Tell whether a medium in marks is told something by several, by its case: "«Северной волне» подтвердили"."""
    words, ends = scene.words_in(mention), scene.grammar.ends.told
    if not ends or not words or scene.text[words[0].span.start - 1] not in OPENING:
        return False
    several = load_unspoken(scene.language).wanted(fold(cue.span.of(scene.text)), "") == MANY
    return several and all(word.capital or word is not words[0] for word in words) and words[0].key.endswith(ends)
