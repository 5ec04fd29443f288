"""Given names, of all languages together: they tell a person from a paper, and from what is shouted."""

from functools import lru_cache

from crossquote.articles.labels import fold
from crossquote.language.together import ask_all


def is_given_name(word: str) -> bool:
    """Tell whether a word is a given name in any language that has a lexicon."""
    return fold(word) in _given_names()


@lru_cache(maxsize=1)
def _given_names() -> frozenset[str]:
    lists = ask_all(lambda lexicon: lexicon.texts("names", "given")).values()
    return frozenset(fold(form) for names in lists for name in names for form in name.split())
