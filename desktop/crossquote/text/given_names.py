"""Given names: which of them are forms of one, in whatever script ("Liz" and "Elizabeth", "Саша" and "Александра")."""

from collections import defaultdict
from collections.abc import Mapping
from functools import lru_cache

from crossquote.language.language import Language
from crossquote.text.words import fold


def one_given_name(first: str, second: str, language: Language) -> bool:
    """Tell whether two given names are forms of one."""
    groups = _groups(language)
    return not groups.get(fold(first), frozenset()).isdisjoint(groups.get(fold(second), ()))


@lru_cache(maxsize=64)
def _groups(language: Language) -> Mapping[str, frozenset[int]]:
    """Return the numbers of the names of which each is a form."""
    found: dict[str, set[int]] = defaultdict(set)
    for number, forms in enumerate(language.lexicon.texts("names", "given")):
        for form in forms.split():
            found[fold(form)].add(number)
    return {form: frozenset(numbers) for form, numbers in found.items()}
