"""Words over all languages: what is read before the language of a text is known, made ready for patterns."""

import re

from crossquote.language.together import ask_all


def words_of(key: str, section: str = "article") -> tuple[str, ...]:
    """Return what the lexicons of all languages have under a key, each once, the longest first."""
    told = ask_all(lambda lexicon: lexicon.texts(section, key))
    found = {text for texts in told.values() for text in texts}
    return tuple(sorted(found, key=lambda text: (-len(text), text)))


def either_of(key: str, section: str = "article") -> str:
    """Return the same as a pattern that any of it matches, to be put in brackets."""
    return "|".join(map(re.escape, words_of(key, section)))
