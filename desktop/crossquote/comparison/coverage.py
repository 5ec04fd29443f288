"""Coverage: which checks say nothing of a text, since there are no word lists for its language."""

from collections.abc import Iterable

from crossquote.comparison.table import cannot_judge, known_checks
from crossquote.language.language import language_of
from crossquote.language.lexicon import known_languages
from crossquote.language.names import english_name
from crossquote.model.state import State


def languages_of(check: str) -> tuple[str, ...]:
    """Return the languages that a check has word lists for; nothing where it can judge any language."""
    needs = known_checks()[check].needs
    return tuple(code for code in known_languages() if language_of(code).lexicon.has(needs)) if needs else ()


def quoted_languages(state: State) -> tuple[str, ...]:
    """Return the languages of the quotes that are open, each once."""
    found = (quote.language or state.articles[quote.article].language for quote in state.quotes.values())
    return tuple(language for language in dict.fromkeys(found) if language is not None)


def coverage_lines(languages: Iterable[str], off: frozenset[str] = frozenset()) -> tuple[str, ...]:
    """Return one line for all languages that the same checks can't judge; nothing where every check can.

    Checks that are switched `off` are not told.
    """
    named: dict[tuple[str, ...], list[str]] = {}
    for language in dict.fromkeys(languages):
        lacking = tuple(check for check in cannot_judge(language_of(language)) if check not in off)
        if lacking:
            named.setdefault(lacking, []).append(english_name(language))
    return tuple(_line(names, checks) for checks, names in named.items())


def off_lines(off: Iterable[str]) -> tuple[str, ...]:
    """Return one line that says which checks were left out; nothing where none was."""
    named = ", ".join(off)
    return (f"These checks were off: {named}.",) if named else ()


def _line(names: list[str], checks: tuple[str, ...]) -> str:
    *most, last = names
    told = f"{', '.join(most)} and {last}" if most else last
    needing = sum(bool(check.needs) for check in known_checks().values())
    if len(checks) == needing:
        return f"No word lists for {told}: there, only names, numbers and marks can be judged."
    return f"No word lists for {told}: there, these checks can't judge: {', '.join(checks)}."
