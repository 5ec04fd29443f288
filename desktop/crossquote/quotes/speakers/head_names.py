"""Head names: which name a noun phrase itself bears, and whether a phrase is somebody who can speak."""

from collections.abc import Sequence

from msgspec.structs import replace

from crossquote.model.span import Span
from crossquote.quotes.grammar import Grammar
from crossquote.quotes.page import Token
from crossquote.quotes.scene import Scene
from crossquote.quotes.speakers.role_owners import owns_role
from crossquote.text.name_rules import load_name_rules
from crossquote.text.names import Name
from crossquote.text.places import load_places, may_be_of_place
from crossquote.text.same_names import is_land
from crossquote.text.short_forms import is_short_form
from crossquote.text.words import fold

_FULL = 2
"""So many words has a full name at least."""
_STATED = 2
"""So many words are a noun and whose statement it is."""
_OFFICE = 60
"""So many letters before a full name may belong to the same run of capitals."""


def speaks(scene: Scene, mention: Span, grammar: Grammar) -> bool:
    """Tell whether a mention is a name, a pronoun or a role: somebody who can speak, and not what belongs to them."""
    if any(name.sure and not _owns(scene, name, mention) for name in scene.names_in(mention)):
        return True
    longer = scene.names_in(Span(max(0, mention.start - _OFFICE), mention.end))
    ends = any(name.sure and name.span.contains(mention) and name.span.end == mention.end for name in longer)
    if ends and all(word.capital for word in scene.words_in(mention)):
        return True  # "il Parlamento Luca Neri"
    if fold(mention.of(scene.text)) in grammar.speakers:
        return True
    return any(word.key in grammar.speakers or grammar.is_role(word.key) for word in scene.words_in(mention))


def _owns(scene: Scene, name: Name, mention: Span) -> bool:
    """Tell whether a name stands for the owner of what the mention goes on with: "Roe’s use of a phone"."""
    goes_on = mention.end - name.span.end > max(map(len, scene.grammar.ends.possessives), default=0)
    return goes_on and scene.text[name.span.end : name.span.end + 1] in tuple("'’ʼ")


def head_name(scene: Scene, phrase: Span, grammar: Grammar) -> Name | None:
    """Return the name that a phrase itself bears: its last before "of" or "for", where no role follows it.

    The name in "a spokesman for Jane Doe", "the US president" and "Doe’s lawyer" is somebody else's.
    """
    words = scene.words_in(phrase)
    every = scene.names_in(phrase)
    begin = {name.span.start for name in every}  # "Van Dalen" begins with a preposition
    led = bool(words) and _is_led(every, words, grammar)
    small = (word for word in words[led:] if word.key in grammar.links | grammar.prepositions)
    small = (word for word in small if not any(name.title and name.title.contains(word.span) for name in every))
    stop = next((word.span.start for word in small if word.span.start not in begin), phrase.end)
    of = (word.span.start for word in words[1:] if is_elided_of(word.key, grammar) and word.span.start in begin)
    stop = min(stop, next(of, stop))  # "un proche d'Édouard Roux"
    names = [name for name in every if name.span.start < stop]
    if not names:
        return _after_office(scene, phrase, stop, grammar)
    lone = len(names[-1].words) == 1 and not names[-1].sure
    if lone and stop < phrase.end and not grammar.order.nouns_have_capitals:
        return None  # "Vecinos del barrio": a noun with the capital of its sentence
    rest = [word for word in words if names[-1].span.end <= word.span.start < stop]
    if rest and grammar.bears(rest[-1].key):
        return names[-1]
    modifies = any(grammar.is_role(word.key) or scene.masked[word.span.start].islower() for word in rest)
    of_another = owns_role(scene, names[-1]) or _is_office(scene, phrase, names[-1])
    if modifies or of_another or grammar.is_complement(names[-1]):
        return None
    parts = names[-1].span.of(scene.text).split(" ")
    if _opens_with_initials(parts) and any(grammar.is_role(word.key) for word in words):
        return _last_parts(names[-1], parts[1:])  # "le député LFI Jean Roux"
    return _behind_noun(scene, names[-1])


def is_elided_of(key: str, grammar: Grammar) -> bool:
    """Tell whether a word begins with an elided "of", no article: "d'Édouard", but "l'Anses"."""
    return any(key.startswith(fold(short)) for short in load_name_rules(grammar.language).elided_links)


def _is_led(names: Sequence[Name], words: Sequence[Token], grammar: Grammar) -> bool:
    """Tell whether an article that may be "of", too, leads to a name: "der Rat Karl Roe", but not "der Rat"."""
    if words[0].key not in grammar.links or words[0].key not in grammar.determiners:
        return False
    return grammar.order.verb_first or not any(name.span == word.span for name in names for word in words[1:2])


def _behind_noun(scene: Scene, name: Name) -> Name:
    """Return a name without the noun for what its bearer says, which opens a sentence: "Заявление Ковалёва"."""
    if len(name.words) != _STATED or scene.grammar.order.nouns_have_capitals or scene.grammar.order.caseless:
        return name
    first = scene.words_in(name.span)[0].span
    noun = any(cue.span == first and not cue.verb for cue in scene.cues_in(name.span))
    if not noun or scene.sentence_at(first.start).start != first.start:
        return name
    start = name.span.end - len(name.span.of(scene.text).split()[-1])
    return replace(name, span=Span(start, name.span.end), key=name.words[-1])


def _is_office(scene: Scene, phrase: Span, name: Name) -> bool:
    """Tell whether initials behind a role say what it is for: "szef NATO", "il segretario Pd".

    So does a land where there are no articles.
    """
    before = scene.words_in(Span(phrase.start, max(phrase.start, name.span.start)))
    text = name.span.of(scene.text)
    initials = is_short_form(text)
    if scene.grammar.is_bare:
        land = name.key in load_places(scene.language).keys  # "một quan chức Na Uy"
        initials = initials or land or _is_settlement(before, name, scene.grammar)
    if scene.grammar.order.names_inflect:
        land = is_seat(name, scene.grammar)
        medium = len(name.words) == _FULL and is_short_form(text.split()[0])  # "источник РИА Волна"
        initials = initials or land or medium or (text.isupper() and len(text) > 1)
    return initials and any(scene.grammar.is_role(word.key) for word in before)


def _is_settlement(before: Sequence[Token], name: Name, grammar: Grammar) -> bool:
    """Tell whether a short name stands behind what kind of a place it is: "công an thành phố | Đà Lạt"."""
    keys = [word.key for word in before[-_STATED:]]
    kinds = {" ".join(keys), *keys[-1:]}
    return len(name.words) <= _FULL and not kinds.isdisjoint(grammar.settlements)


def is_seat(name: Name, grammar: Grammar) -> bool:
    """Tell whether a name is what an office is of, where names have cases: a place, or by its ending no subject.

    "Президент Франции", "Präsident Frankreichs", "министр обороны Нордии"; of two words right behind its title alone.
    """
    order, language = grammar.order, grammar.language
    if not (order.names_inflect or order.nouns_have_capitals) or len(name.words) > (_FULL if name.title else 1):
        return False
    if may_be_of_place(name.words[-1], language):
        return True
    ending = name.key.endswith(grammar.ends.complements_of_offices)
    return order.names_inflect and len(name.words) == 1 and (ending or is_land(name.key, language))


def _after_office(scene: Scene, phrase: Span, stop: int, grammar: Grammar) -> Name | None:
    """Return the name that closes an office with a link in it: "la ministra de Defensa Ana Pérez"."""
    if not any(grammar.is_role(word.key) for word in scene.words_in(Span(phrase.start, stop))):
        return None
    last = next((name for name in scene.names_in(phrase) if name.span.end == phrase.end), None)
    between = scene.words_in(Span(stop, max(stop, last.span.start))) if last else ()
    body = is_party(between[-1].key, grammar) if between else False  # "el candidato de la coalición Juntos Por El Mar"
    if body or any(word.key in grammar.prepositions - grammar.links for word in between):
        return None  # "le ministre interviewé par le Wall Quay Journal"
    if last is not None and (last.words[-1] in _bodies(grammar) or grammar.is_role(last.words[-1])):
        return None  # "the president of the Norwick Economic Council"
    parts = last.span.of(scene.text).split(" ") if last else []
    if last is not None and _opens_with_initials(parts):
        return _last_parts(last, parts[1:])  # "la présidente du RN Marine Le Pen"
    if last is None or len(parts) < 3 or not all(parts) or parts[-2][0].islower():  # "da Câmara de Vilanova"
        return None
    return _last_parts(last, parts[-2:])


def is_party(key: str, grammar: Grammar) -> bool:
    """Tell whether a word is one behind which stands what a party or a paper is called."""
    return key in map(fold, grammar.language.lexicon.texts("titles", "papers"))


def _bodies(grammar: Grammar) -> frozenset[str]:
    return load_name_rules(grammar.language).bodies


def _opens_with_initials(parts: Sequence[str]) -> bool:
    """Tell whether initials stand before a full name: "RN Marine Le Pen", but "J Edgar Roe", "UNE SEULE VOIX"."""
    return len(parts) > _FULL and is_short_form(parts[0]) and parts[0].isupper() and not parts[1].isupper()


def _last_parts(name: Name, parts: Sequence[str]) -> Name:
    """Return a name of which only the last parts are somebody's."""
    start = name.span.end - len(" ".join(parts))
    return replace(name, span=Span(start, name.span.end), key=" ".join(name.words[-len(parts) :]))
