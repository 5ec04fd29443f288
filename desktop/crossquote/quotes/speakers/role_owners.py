"""Whose a role is, where names have cases: "Адвокат | Ивана Белова", "Bratr | Jana Nováka" name neither of the two.

In "Адвокат Иван Белов" the name is its bearer's. A role in its first form, and a name behind it that is not in its
own, by a given name that is known in that, or the ending of a last name, are two persons.
"""

from crossquote.model.span import Span
from crossquote.quotes.scene import Scene
from crossquote.text.name_rules import NameRules, load_name_rules
from crossquote.text.names import Name
from crossquote.text.words import fold

_FULL = 2
"""So many words has a full name at least."""
_NEAR = 30
"""So many letters before a role hold the word before it."""
_SHORT = 5
"""A shorter given name is too like others to be told in another case: "Мара" is none of "Марк"."""


def owns_role(scene: Scene, name: Name) -> bool:
    """Tell whether a full name says whose the role right before it is."""
    grammar = scene.grammar
    behind = grammar.order.names_inflect and bool(grammar.ends.women_called)  # "Jono Petraičio advokatas" has it before
    if name.title is None or len(name.words) < _FULL or not behind:
        return False
    before = scene.words_in(Span(max(0, name.title.start - _NEAR), name.title.start))[-1:]
    led = bool(before) and before[0].span.end == name.title.start - 1 and grammar.is_role(before[0].key)
    if led or fold(name.title.of(scene.text)) not in grammar.roles:
        return False  # "predsjednika Uprave Ivana Rojića"
    given, last, rules = name.words[0], name.words[-1], load_name_rules(scene.language)
    if _is_of_man(last, grammar.ends.men + rules.patronymics, rules) and not last.endswith(grammar.ends.women):
        return True
    return not rules.is_given(given) and _is_declined(given, last, rules, grammar.ends.women_called)


def _is_declined(given: str, last: str, rules: NameRules, women: tuple[str, ...]) -> bool:
    """Tell whether a word is a known given name with another ending: "Ивана", "Анны", "Сергея".

    What may be a woman's, too, is so by the last name: "Jana Nowaka", but "Ivana Rojić".
    """
    if given[:-1] in rules.given:
        return not (rules.seat_ends and given.endswith(women)) or last.endswith(rules.seat_ends + women)
    if given.endswith(women) and len(given) < _SHORT:
        return False
    alike = (form for form in rules.given if len(form) == len(given) and form[:-1] == given[:-1])
    return any(form.endswith(women) != given.endswith(women) for form in alike)


def _is_of_man(last: str, ends: tuple[str, ...], rules: NameRules) -> bool:
    """Tell whether a last name ends as a man's with the ending of whose something is: "Nováka", "Rojića"."""
    return any(last.endswith(end) and last.removesuffix(end).endswith(ends) for end in rules.seat_ends)
