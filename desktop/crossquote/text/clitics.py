"""Clitics: small words that hang on the front of others ("وقال", "ולא"), so that one entry stands for all."""

from collections.abc import Iterator, Mapping

from crossquote.language.language import Language
from crossquote.text.words import fold


def with_clitics(word: str, language: Language) -> Iterator[str]:
    """Yield a folded word as it is written behind each small word that may hang on any ("and", "so")."""
    for clitic in language.lexicon.texts("words", "proclitics") if not word.startswith("*") else ():
        yield fold(clitic) + word


def with_noun_clitics(table: Mapping[str, float], language: Language) -> Mapping[str, float]:
    """Return a table with its words as they are written behind what hangs on nouns, too: an article, a preposition."""
    nouns = ("", *map(fold, language.lexicon.texts("words", "noun_proclitics")))
    written = ((noun + word, value) for word, value in table.items() for noun in nouns)
    found = {form: value for word, value in written for form in (word, *with_clitics(word, language))}
    return {**found, **table}
