"""Person names: whether a name is more likely a person's than that of a place, a body or a thing."""

from collections.abc import Container

from crossquote.model.span import Span
from crossquote.quotes.grammar import Grammar
from crossquote.quotes.scene import Scene
from crossquote.quotes.speakers.genders import gender_of_given
from crossquote.quotes.speakers.head_names import is_party, is_seat
from crossquote.quotes.speakers.named import NamedPeople, is_of_body
from crossquote.text.given_names import given_name_forms
from crossquote.text.name_rules import load_name_rules
from crossquote.text.names import Name
from crossquote.text.places import places_of
from crossquote.text.same_names import is_land

_HOUSE = 3
"""So many figures has the number of a house at most."""
_BEFORE, _RIGHT_BEFORE, _BEHIND = 24, 12, 20
"""So many letters around a name hold what is looked at there: an article and an adjective, one word, a role."""


def is_person(scene: Scene, name: Name, named: NamedPeople, definite: Container[str]) -> bool:
    """Tell whether a name is more likely a person's than a place's: it has a title or stands for a full name."""
    grammar = scene.grammar
    role = name.words[-1] in grammar.roles and not named.is_full(name)
    thing = name.words[-1] in grammar.groups or is_called_thing(name.key, grammar)  # "Norwick Republicans"
    several = not grammar.additive.isdisjoint(name.words) and not given_name_forms(name.words[0], scene.language)
    if role or several or grammar.is_complement(name) or (thing and name.title is None):
        return False  # "Niños y Adolescentes"
    if name.key.endswith(grammar.ends.obliques) or _role_follows(scene, name):  # "kertoi MTV Uutisille"
        return False
    if name.title is not None:
        return not (is_of_body(scene, name) or is_seat(name, grammar))
    noun = grammar.order.nouns_have_capitals and (_is_adjectival(scene, name) or _is_thing(scene, name, named))
    place = places_of(name.key, scene.language) or is_land(name.key, scene.language)
    if noun or (len(name.words) > 1 and (place or _is_body(scene, name))):
        return False  # "New York", "Consejo Nacional de Universidades"
    if _has_article(scene, name, named, definite) or _is_address(scene, name) or _is_party(scene, name):
        return False
    return name.key in named.gender or named.is_full(name)


def is_called_thing(key: str, grammar: Grammar) -> bool:
    """Tell whether a folded name ends with what is a thing or a body, where that ends a name, behind no given name."""
    words, rules = key.split(), load_name_rules(grammar.language)
    if len(words) == 1 or grammar.order.inverts or grammar.order.names_inflect:
        return False
    given = gender_of_given(key, grammar.language) or words[0] in rules.given
    return not given and words[-1] in grammar.things | grammar.mute | rules.bodies


def _has_article(scene: Scene, name: Name, named: NamedPeople, definite: Container[str]) -> bool:
    """Tell whether an article stands before a name or opens it: "the Tribune", "del Régimen de Aguas", "El Faro"."""
    before = scene.words_in(Span(max(0, name.span.start - _RIGHT_BEFORE), name.span.start))
    several = len(name.words) > 1
    joined = scene.grammar.joined_articles if several else frozenset[str]()
    if before and (before[-1].key in definite or before[-1].key in joined):
        return True
    return several and name.words[0] in definite and named.full.get(name.key, name.key).casefold() == name.key


def _is_party(scene: Scene, name: Name) -> bool:
    """Tell whether a party's or a coalition's name stands right behind what that is: "la coalición Por El Mar"."""
    before = scene.words_in(Span(max(0, name.span.start - _BEFORE), name.span.start))[-1:]
    return bool(before) and is_party(before[0].key, scene.grammar)


def _is_address(scene: Scene, name: Name) -> bool:
    """Tell whether the number of a house stands right before a name, and no day or year: "outside 12 Mill Street"."""
    before = scene.words_in(Span(max(0, name.span.start - _BEFORE), name.span.start))[-2:]
    number = before[-1].key if before else ""
    return number.isdigit() and len(number) <= _HOUSE and before[0].key not in scene.grammar.times


def _is_body(scene: Scene, name: Name) -> bool:
    """Tell whether a name begins with a body or what somebody's house is, or is numbered: "Palácio da Alvorada"."""
    rules = load_name_rules(scene.language)
    return any(letter.isdigit() for letter in name.key) or rules.unelided(name.words[0]) in rules.bodies


def _role_follows(scene: Scene, name: Name) -> bool:
    """Tell whether a role stands right behind a name that doesn't bear it: "the Norland president"."""
    grammar = scene.grammar
    after = next(iter(scene.words_in(Span(name.span.end, min(len(scene.text), name.span.end + _BEHIND)))), None)
    if after is None or after.span.start != name.span.end + 1 or grammar.bears(after.key):
        return False
    return grammar.is_role(after.key) and (after.capital or not grammar.order.nouns_have_capitals)


def _is_adjectival(scene: Scene, name: Name) -> bool:
    """Tell whether an adjective made of a place or people opens a name: "Arabischen Emirate"."""
    return len(name.words) > 1 and name.words[0].endswith(load_name_rules(scene.language).adjective_ends)


def _is_thing(scene: Scene, name: Name, named: NamedPeople) -> bool:
    """Tell whether nouns in a row only look like a name: one of them has an article here or elsewhere."""
    if len(name.words) == 1:
        return False
    grammar = scene.grammar
    before = [word.key for word in scene.words_in(Span(max(0, name.span.start - _BEFORE), name.span.start))]
    article = bool(before) and before[-1] in grammar.determiners | grammar.joined_articles
    small = grammar.determiners | grammar.prepositions
    described = len(before) > 1 and before[-2] in small and before[-1].endswith(grammar.ends.adjectives)
    twice = len(set(name.words)) < len(name.words)  # "Seite von Seite"
    return article or described or twice or _ends_with_land(scene, name) or not named.things.isdisjoint(name.words)


def _ends_with_land(scene: Scene, name: Name) -> bool:
    """Tell whether a land is the last word of a name, as it is or owning the word before: "Bürger Norlands"."""
    last = name.words[-1]
    end = next((end for end in scene.grammar.ends.owning_nouns if last.endswith(end)), "")
    return is_land(last.removesuffix(end), scene.language)
