"""Trimmed mentions: whoever stands beside a verb, without what belongs to that, or says how it is said."""

from itertools import pairwise

from crossquote.model.quote import Stance
from crossquote.model.span import Span
from crossquote.quotes.cues import CueMatch
from crossquote.quotes.page import Token
from crossquote.quotes.scene import Scene
from crossquote.quotes.unspoken import MANY, load_unspoken
from crossquote.text.marks import OPENING
from crossquote.text.name_rules import load_name_rules
from crossquote.text.words import fold

_PAIR = 2
_JOINED = 40
"""So many letters between a subject and its second verb hold "and" and what belongs to that."""
_GERUND = 6
"""So many letters has a verb that goes along with another at least."""
_NEXT = 24
"""So many letters hold the next word."""


def behind_opener(scene: Scene, found: Span) -> Span:
    """Return a name without a word before it that opens the sentence: "Jednocześnie Tomasz Wolny".

    So is a place in its case before a full name: "Vilniuje Jonas Lindas".
    """
    words, ends = scene.words_in(found), scene.grammar.ends
    if len(words) < _PAIR or scene.sentence_at(found.start).start != found.start:
        return found
    small = words[0].key in load_name_rules(scene.language).small
    named = small and any(name.whole.start == words[1].span.start for name in scene.names_in(found))
    full = len(words) > _PAIR and all(word.capital for word in words)
    place = full and words[0].key.endswith(ends.obliques) and words[0].key.endswith(ends.oblique_nouns)
    return Span(words[1].span.start, found.end) if named or place else found


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
    small = grammar.links | grammar.determiners | grammar.prepositions  # "du retrait"
    pairs = ((before, word) for before, word in pairwise(words) if not word.capital and before.key not in small)
    verb = next((word for _, word in pairs if word.key.endswith(grammar.ends.preterites)), None)
    if verb is not None and not grammar.is_role(verb.key):
        return Span(found.start, words[words.index(verb) - 1].span.end)  # "El presidente llamó"
    gerund = next((word for word in words[1:] if _is_gerund(scene, found, word)), None)
    if gerund is not None:
        return Span(found.start, words[words.index(gerund) - 1].span.end)  # "el alcalde saludando a su padre"
    led = words[0].key in grammar.prepositions - grammar.links - grammar.determiners - grammar.nobility
    article = len(words) > _PAIR and words[2].key in grammar.determiners and not words[1].capital
    return Span(words[2].span.start, found.end) if led and article else found


def _is_gerund(scene: Scene, found: Span, word: Token) -> bool:
    """Tell whether a word of a subject is a verb that goes along with what it says: more follows, and no name."""
    grammar = scene.grammar
    ends, key = grammar.ends.participles, word.key.partition("-")[0]
    if word.capital or not ends or not key.endswith(ends) or grammar.is_role(key) or len(key) < _GERUND:
        return False
    behind = scene.words_in(Span(word.span.end, word.span.end + _NEXT))[:1]
    goes_on = bool(behind) and behind[0].span.start == word.span.end + 1 and not behind[0].capital
    rest = scene.words_in(Span(word.span.end, max(word.span.end, found.end)))
    return goes_on and not any(other.capital for other in rest)


def without_shared_verb(scene: Scene, found: Span, cue: Span) -> Span:
    """Return a role without an unknown verb behind it that "and" joins to its next: "o governo | recuou e admitiu"."""
    grammar, words = scene.grammar, scene.words_in(found)
    order = grammar.order
    fixed = order.inverts and not (order.commas or order.verb_second or order.caseless)
    if not fixed or len(words) < _PAIR or found.end > cue.start or cue.start - found.end > _JOINED:
        return found
    between = scene.words_in(Span(found.end, cue.start))
    joined = bool(between) and between[0].key in grammar.coordinators
    of_verb = grammar.finite | grammar.clitics | grammar.negators
    rest = all(word.key in of_verb or grammar.is_adverb(word.key) for word in between[1:])
    *_, role, last = words
    verb = not last.capital and not grammar.is_role(last.key) and last.key not in grammar.links | grammar.determiners
    bare = verb and grammar.is_role(role.key) and len(words) <= _PAIR + 1
    return Span(found.start, role.span.end) if joined and rest and bare else found


def before_own_verb(scene: Scene, source: Span) -> Span:
    """Return a source without a verb of saying that is printed behind it besides: "Theo công an | cho biết"."""
    if not scene.grammar.is_bare:
        return source
    verb = next((cue.span for cue in scene.cues_in(source) if cue.verb and cue.span.end == source.end), None)
    words = scene.words_in(Span(source.start, verb.start)) if verb is not None else ()
    return Span(source.start, words[-1].span.end) if words else source


def behind_verb(scene: Scene, source: Span) -> Span | None:
    """Return a source without a verb before it, None where nobody is its subject: "según explicaron | fuentes"."""
    grammar, words = scene.grammar, scene.words_in(source)
    if grammar.order.drops_pronouns and any(cue.verb and cue.span == source for cue in scene.cues_in(source)):
        return None  # "según anuncian"
    if not grammar.order.drops_pronouns or len(words) < _PAIR or words[0].capital or grammar.is_role(words[0].key):
        return source
    several = load_unspoken(scene.language).wanted(words[0].key, "") == MANY
    ruled = words[1].key in grammar.prepositions - grammar.links
    if not any(cue.verb and cue.span == words[0].span for cue in scene.cues_in(source)) and not (several and ruled):
        return source
    timed = words[1].key in grammar.times or any(word.key in grammar.times for word in words[2 : _PAIR + 1])
    return None if ruled or timed else Span(words[1].span.start, source.end)  # "según comunicó este lunes"


def is_told(scene: Scene, cue: CueMatch, mention: Span) -> bool:
    """Tell whether somebody is told or asked something by several: "«Северной волне» подтвердили", "Белова спросили".

    A medium in marks is by its case, one person before a verb of asking since more than one asks.
    """
    words, ends = scene.words_in(mention), scene.grammar.ends.told
    several = load_unspoken(scene.language).wanted(fold(cue.span.of(scene.text)), "") == MANY
    if not words or not several:
        return False
    if cue.stance is Stance.ASKING and _is_one_person(scene, mention) and mention.end <= cue.span.start:
        return True
    if not ends or scene.text[words[0].span.start - 1] not in OPENING:
        return False
    return all(word.capital or word is not words[0] for word in words) and words[0].key.endswith(ends)


def _is_one_person(scene: Scene, mention: Span) -> bool:
    """Tell whether a mention is one name, where names have cases, that no "and" joins to another."""
    words, grammar = scene.words_in(mention), scene.grammar
    before = scene.words_in(Span(max(0, mention.start - _NEXT), mention.start))[-1:]
    joined = bool(before) and before[0].key in grammar.additive
    if joined or not grammar.order.names_inflect or len(words) > _PAIR:
        return False
    return all(word.capital and not grammar.is_role(word.key) for word in words)
