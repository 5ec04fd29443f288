"""Part-quotes that a report denies outside their marks: nothing is lost, unless nobody denies it."""

import pytest
from msgspec.structs import replace

from crossquote.language.language import language_of
from crossquote.model.quote import Quote, QuoteKind
from crossquote.model.span import Span
from crossquote.progress import finish
from crossquote.work.session import Session
from crossquote.work.stages.denied_parts import is_denied
from crossquote.work.stages.pipeline import add_text

DENIED = (
    ("en", "the port did not have “the money in hand”", "the port has “the money in hand”"),
    ("de", "der Hafen habe nicht „das Geld in der Hand“", "der Hafen habe „das Geld in der Hand“"),
    ("it", "il porto non aveva «i soldi in mano»", "il porto aveva «i soldi in mano»"),
    ("es", "el puerto no tenía «el dinero en la mano»", "el puerto tenía «el dinero en la mano»"),
    ("fr", "le port n'avait pas «l'argent en main»", "le port avait «l'argent en main»"),
    ("pl", "port nie ma „pieniędzy na nowe nabrzeże”", "port ma „pieniądze na nowe nabrzeże”"),
    ("ru", "порт не имеет «денег на новый причал»", "порт имеет «деньги на новый причал»"),
    ("uk", "порт не має «грошей на новий причал»", "порт має «гроші на новий причал»"),
    ("sv", "hamnen inte har ”pengarna i handen”", "hamnen har ”pengarna i handen”"),
)


def negations(first: str, second: str) -> tuple[int, list[str]]:
    """Return how many renditions were compared, and the findings on negation."""
    session = Session()
    finish(add_text(session, first, "first"))
    finish(add_text(session, second, "second"))
    compared = [one for utterance in session.state.utterances.values() for one in utterance.comparisons if one]
    return len(compared), [finding.check for one in compared for finding in one.findings if finding.check == "negation"]


@pytest.mark.parametrize(("code", "denied", "stated"), DENIED, ids=[code for code, *_ in DENIED])
def test_a_report_denies_a_part_quote_right_before_it(code: str, denied: str, stated: str) -> None:
    for text, expected in ((denied, True), (stated, False), (f"no, not, не, nie, nicht, {stated}", False)):
        start = next(place for place, sign in enumerate(text) if sign in "“„«”") + 1
        quote = Quote("q", "a", (Span(start, len(text) - 1),), QuoteKind.MIXED)
        assert is_denied(text, quote, language_of(code)) is expected, text
        assert not is_denied(text, replace(quote, kind=QuoteKind.DIRECT), language_of(code))


def test_what_nobody_denies_is_lost() -> None:
    first = "Ilka Torvane, the mayor, said that the port was “not having the money in hand” for the quay."
    compared, found = negations(first, "Ilka Torvane, the mayor, said that the port has “the money in hand”.")
    assert compared == 1
    assert found == ["negation"]
    assert negations(first, "Ilka Torvane, the mayor, said that the port did not have “the money in hand”.") == (1, [])
