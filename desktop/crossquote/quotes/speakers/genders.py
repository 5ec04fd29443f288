"""Genders: what a title or a given name tells of who bears it, a man or a woman, where hardly anybody else does."""

from collections.abc import Iterable, Mapping
from functools import lru_cache

from crossquote.language.language import Language
from crossquote.quotes.grammar import Grammar
from crossquote.quotes.scene import Scene
from crossquote.quotes.unspoken import MAN, WOMAN
from crossquote.text.names import Name
from crossquote.text.words import fold


@lru_cache(maxsize=64)
def _genders(language: Language) -> Mapping[str, str]:
    texts = language.lexicon.texts
    kinds = ((MAN, texts("names", "men")), (WOMAN, texts("names", "women")))
    return {fold(name): gender for gender, names in kinds for name in names}


def gender_of_given(person: str, language: Language) -> str:
    """Return what the first word of a full name tells of who bears it; a lone one may be a last one."""
    first, _, last = fold(person).partition(" ")
    return _genders(language).get(first, "") if last else ""


def genders_of_given(people: Iterable[str], language: Language) -> Mapping[str, str]:
    """Return what their given names tell of people, by their folded full names."""
    told = {fold(person): gender_of_given(person, language) for person in people}
    return {person: gender for person, gender in told.items() if gender}


def note_gender(gender: dict[str, str], name: str, title: str, grammar: Grammar) -> None:
    """Note what a folded title tells of a name: a woman's tells more than a man's, which may be said of anybody."""
    told = _told_by_title(title, grammar)
    if told == WOMAN:
        gender[name] = WOMAN
    elif told == MAN:
        gender.setdefault(name, MAN)


def _told_by_title(title: str, grammar: Grammar) -> str:
    """Return whether a folded title is a woman's or a man's, nothing where it may be either's."""
    words = {title.removesuffix("."), *(word.removesuffix(".") for word in title.split())}
    return WOMAN if words & grammar.women else MAN if words & grammar.men else ""


def gender_of_title(name: Name, scene: Scene) -> str:
    """Return whether a name has a woman's or a man's title."""
    return _told_by_title(fold(name.title.of(scene.text)), scene.grammar) if name.title is not None else ""
