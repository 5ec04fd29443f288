"""Offices that say what they are for before they name who holds them: "il ministro per i lavori pubblici Luca Neri"."""

from collections.abc import Sequence

from crossquote.model.span import Span
from crossquote.quotes.cues import CueMatch
from crossquote.quotes.page import Token
from crossquote.quotes.scene import Scene
from crossquote.quotes.speakers.clause import Clause, first_clause
from crossquote.quotes.unspoken import WOMAN, load_unspoken
from crossquote.text.name_rules import load_name_rules
from crossquote.text.names import Name
from crossquote.text.words import fold

_FULL = 2
"""So many words has a full name."""
_OPENING = " ("
_LONGEST = 60
"""So many letters has a name in brackets at most."""
_LONG = 10
"""So many words at most say what an office is for."""


def behind_complement(scene: Scene, mention: Span, cue: CueMatch) -> Span:
    """Return the full name that closes the office which `mention` begins, or `mention` where none does."""
    grammar = scene.grammar
    words = scene.words_in(mention)
    order = grammar.order
    free = (order.inverts or order.commas) and not order.nouns_have_capitals
    if not free or not words or not grammar.is_role(words[-1].key) or scene.names_in(mention):
        return mention
    clause = first_clause(scene, Span(mention.end, scene.sentence_at(mention.start).end))
    name = next((name for name in clause.names if name.sure and len(name.words) >= _FULL), None)
    if name is None or clause.words[0].capital or grammar.is_adverb(clause.words[0].key):
        return mention
    before = [word for word in clause.words if word.span.end <= name.span.start]
    holder = _holder(scene, clause, name, before)
    if holder is not None and grammar.ends.declined and not is_first_form(scene, scene.words_in(holder), cue):
        return mention  # "в интервью Ивану Белову"
    return holder if holder is not None and _is_complement(scene, clause, before) else mention


def held_by(scene: Scene, mention: Span, cue: CueMatch) -> Span:
    """Return who holds the office that `mention` begins, where their name closes it, by its case; else `mention`.

    "Глава фракции в Думе | Иван Белов | заявил", "… Анна Белова | заявила", but "… в интервью Ивану Белову заявил".
    """
    grammar, words = scene.grammar, scene.words_in(mention)
    told = bool(grammar.ends.women_called)
    if not told or not any(grammar.is_role(word.key) for word in words) or _is_person(scene, mention, cue):
        return mention
    sentence = scene.sentence_at(mention.start)
    end = cue.span.start if mention.end <= cue.span.start else sentence.end
    clause = first_clause(scene, Span(mention.end, max(mention.end, end)))
    name = next((name for name in clause.names if name.sure and len(name.words) >= _FULL), None)
    if name is None:
        return mention
    parts = [word for word in clause.words if name.span.contains(word.span)]
    before = [word for word in clause.words if word.span.end <= name.span.start]
    ruled = bool(before) and before[-1].key in grammar.prepositions | grammar.links | grammar.additive
    free = not ruled or len(parts) > _FULL
    holder = Span(parts[-_FULL].span.start, name.span.end)
    behind = [word for word in clause.words if word.span.start >= name.span.end and mention.end <= cue.span.start]
    closes = all(grammar.is_adverb(word.key) or word.key in grammar.finite for word in behind)
    first = is_first_form(scene, parts[-_FULL:], cue)
    return holder if free and closes and first and _is_complement(scene, clause, before) else mention


def in_brackets(scene: Scene, mention: Span) -> Span:
    """Return who holds the office that `mention` is, where brackets right behind it name them, else `mention`.

    "The mayor of Salem (Anna Blanc) said": nobody else may be named before, and no body ("the bank (North Trust)").
    """
    start, rules = mention.end + len(_OPENING), load_name_rules(scene.language)
    if not scene.masked.startswith(_OPENING, mention.end):
        return mention
    behind = scene.names_in(Span(start, min(len(scene.text), start + _LONGEST)))
    name = next((name for name in behind if name.span.start == start and len(name.words) >= _FULL and name.sure), None)
    if name is None or not (rules.is_given(name.words[0]) and scene.masked.startswith(")", name.span.end)):
        return mention
    own = scene.names_in(mention)
    office = any(scene.grammar.is_role(word.key) for word in scene.words_in(mention))
    titled = any(one.title is not None and one.span.end == mention.end and len(one.words) < _FULL for one in own)
    person = any(one.sure and len(one.words) >= _FULL and one.span.end == mention.end for one in own)
    body = any(rules.is_body(word.key) for word in scene.words_in(mention)) or any(map(rules.is_body, name.words))
    return name.span if (office or titled) and not (person or body) else mention


def _is_person(scene: Scene, mention: Span, cue: CueMatch) -> bool:
    """Tell whether somebody's full name closes a mention."""
    name = next(reversed(scene.names_in(mention)), None)
    if name is None or name.span.end != mention.end or len(name.words) < _FULL:
        return False
    return is_first_form(scene, scene.words_in(name.span)[-_FULL:], cue)


def is_first_form(scene: Scene, parts: Sequence[Token], cue: CueMatch) -> bool:
    """Tell whether a full name can be the subject of a verb, by its endings and what the verb tells of who speaks."""
    grammar = scene.grammar
    if not grammar.ends.declined:
        return True
    wanted = load_unspoken(scene.language).wanted(fold(cue.span.of(scene.text)), "")
    if any(part.key.endswith(grammar.ends.declined) for part in parts):
        return False
    woman = parts[0].key.endswith(grammar.ends.women_called)
    return wanted == WOMAN if woman else wanted != WOMAN


def _holder(scene: Scene, clause: Clause, name: Name, before: Sequence[Token]) -> Span | None:
    """Return the person whom a name ends with; None where a preposition or an article says that it is somebody else."""
    grammar = scene.grammar
    parts = [word for word in clause.words if name.span.contains(word.span)]
    small = grammar.prepositions | grammar.links | grammar.determiners
    ruled = not before or before[-1].key in small or name.title is not None
    if before and before[-1].key.isdigit():
        return None  # "derrière les grilles du 12 Mill Street"
    if len(parts) < _FULL or (ruled and len(parts) <= _FULL):
        return None
    return Span(parts[-_FULL].span.start, name.span.end) if ruled else name.span


def _is_complement(scene: Scene, clause: Clause, words: Sequence[Token]) -> bool:
    """Tell whether words can be what an office is for: no verb, no person and no conjunction is among them.

    Nor does a word open them that may open a clause, as one that says when may: "после ухода Анны Беловой".
    """
    grammar, rules = scene.grammar, load_name_rules(scene.language)
    if words and words[0].key in grammar.breaks:
        return False
    other = grammar.finite | grammar.pronouns | grammar.who | grammar.relatives | grammar.conjunctions
    free = all(word.key not in other and (rules.is_body(word.key) or not grammar.is_role(word.key)) for word in words)
    return free and len(words) <= _LONG and not any(word.span.start in clause.cues for word in words)
