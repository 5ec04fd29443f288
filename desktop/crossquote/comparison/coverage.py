"""Coverage: which checks say nothing of a text, since there are no word lists for its language."""

from collections.abc import Iterable

from crossquote.comparison.table import cannot_judge, known_checks
from crossquote.language.language import language_of
from crossquote.language.together import ask_all
from crossquote.message import Message, message
from crossquote.model.state import State


def languages_of(check: str) -> tuple[str, ...]:
    """Return the languages that a check has word lists for; nothing where it can judge any language."""
    needs = known_checks()[check].needs
    told = ask_all(lambda lexicon: lexicon.has(needs)) if needs else {}
    return tuple(code for code, has in told.items() if has)


def quoted_languages(state: State) -> tuple[str, ...]:
    """Return the languages of the quotes that are open, each once."""
    found = (quote.language or state.articles[quote.article].language for quote in state.quotes.values())
    return tuple(language for language in dict.fromkeys(found) if language is not None)


def coverage(languages: Iterable[str], off: frozenset[str] = frozenset()) -> tuple[Message, ...]:
    """Return one message for all languages that the same checks can't judge; nothing where every check can.

    Checks that are switched `off` are not told.
    """
    named: dict[tuple[str, ...], list[str]] = {}
    for language in dict.fromkeys(languages):
        lacking = tuple(check for check in cannot_judge(language_of(language)) if check not in off)
        if lacking:
            named.setdefault(lacking, []).append(language)
    return tuple(_lacking(tuple(codes), checks) for checks, codes in named.items())


def _lacking(languages: tuple[str, ...], checks: tuple[str, ...]) -> Message:
    if len(checks) == sum(bool(check.needs) for check in known_checks().values()):
        return message("coverage.no_words", languages=languages)
    return message("coverage.some_words", languages=languages, checks=checks)
