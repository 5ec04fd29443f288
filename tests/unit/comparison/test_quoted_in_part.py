"""What a report quotes in part may begin and end anywhere; what it turns inside its marks is told all the same."""

import pytest

from crossquote.comparison.compare import compare
from crossquote.comparison.reading.side import Side
from crossquote.language.language import language_of
from crossquote.model.finding import Severity
from crossquote.model.quote import QuoteKind

GRAVE = {Severity.MAJOR, Severity.CRITICAL}


def gravest(language: str, base: str, text: str, kind: QuoteKind = QuoteKind.MIXED) -> set[Severity]:
    sides = Side(base, language_of(language), kind=QuoteKind.DIRECT), Side(text, language_of(language), kind=kind)
    return {finding.severity for finding in compare(*sides).findings} & GRAVE


@pytest.mark.parametrize(
    ("language", "base", "text"),
    [
        ("en", "No pilot slept.", "A pilot slept"),
        ("en", "None of the pilots slept.", "The pilots slept"),
        ("en", "Never again will we trust the harbour.", "will we trust the harbour"),
        ("en", "I never said that he was guilty of the theft.", "he was guilty of the theft"),
        ("en", "Perhaps the captain is a thief.", "the captain is a thief"),
        ("en", "We will never ever, whatever they offer us, sell the harbour.", "We will … sell the harbour."),
        ("de", "Wir verkaufen den Hafen nicht.", "Wir verkaufen den Hafen"),
        ("de", "Ich habe niemals gesagt, dass er schuldig ist.", "er schuldig ist"),
        ("es", "No venderemos el puerto de la ciudad.", "venderemos el puerto de la ciudad"),
        ("es", "Dicen que el capitán tomó el barco. No es verdad.", "El capitán tomó el barco."),
        ("it", "Non è colpevole del furto al porto.", "è colpevole del furto al porto"),
        ("sv", "Vi säljer inte hamnen.", "Vi säljer hamnen"),
        ("ru", "Мы не продадим порт.", "Мы продадим порт"),
        ("pl", "Nie sprzedamy portu w mieście.", "sprzedamy port w mieście"),
    ],
)
def test_what_is_turned_inside_the_marks_is_told(language: str, base: str, text: str) -> None:
    assert gravest(language, base, text)


@pytest.mark.parametrize(
    ("language", "base", "text"),
    [
        ("en", "I feel very sorry for Captain Dahl", "rather cross"),
        ("en", "If the ice is thick enough by March, the old lock simply jams by itself.", "thick enough"),
        ("en", "The soup came without salt and we will happily finish it.", "we will happily finish"),
        (
            "de",
            "Der Koch musste nicht kommen, aber er will die Suppe lieber selbst kosten.",
            "die Suppe lieber selbst",
        ),
        ("fr", "Si Karim Dahl n'est pas prêt, la réunion au port ne devrait pas avoir lieu.", "la réunion au port"),
    ],
)
def test_what_is_left_to_the_report_is_not(language: str, base: str, text: str) -> None:
    assert not gravest(language, base, text)


def test_a_sentence_that_is_moved_and_changed_is_no_excerpt() -> None:
    base = "Lind stole the money from the bank. Peace is our only aim here."
    assert gravest("en", base, "Peace is our only aim here. Roe stole the money from the bank.", QuoteKind.DIRECT)


@pytest.mark.parametrize(
    ("language", "base", "text"),
    [
        ("fr", "Je ne crois pas qu’il a menti au port.", "Il a menti au port."),
        ("de", "Ich habe nie behauptet, er habe das Schiff gestohlen.", "Er habe das Schiff gestohlen."),
        ("da", "Jeg tror ikke for alvor, havnen er tabt.", "Havnen er tabt."),
        ("en", "We will leave the harbour.", "We will leave the harbour, but only if they pay us in gold."),
        ("de", "Wir verlassen den Hafen.", "Wir verlassen den Hafen, aber nur wenn sie uns bezahlen."),
        ("en", "The strike is over. Not for us.", "The strike is over."),
        ("ru", "Забастовка окончена. Не для нас.", "Забастовка окончена."),
        ("en", "Is the strike over? Not yet. We stay at the quay.", "The strike is over. We stay at the quay."),
        ("en", "We will withdraw our ships. Unless, of course, they attack.", "We will withdraw our ships."),
    ],
)
def test_what_a_cut_turns_is_told_of_direct_speech(language: str, base: str, text: str) -> None:
    assert gravest(language, base, text, QuoteKind.DIRECT)


@pytest.mark.parametrize(
    ("language", "base", "text"),
    [
        (
            "en",
            "We have not sold any goats. We have not milked the brown cows.",
            "We have not milked the brown cows.",
        ),
        ("en", "We did not sleep last night, we worked on the ships.", "We worked on the ships."),
        ("en", "We listen to the pilots", "We listen to the pilots, and if they leave us, we will close the harbour."),
        (
            "de",
            "Neunzehn Winter fuhr ich diese alte Fähre. Mein Maat verdient dafür einen Urlaub.",
            "Mein Maat verdient dafür einen Urlaub.",
        ),
    ],
)
def test_what_an_excerpt_leaves_out_is_not(language: str, base: str, text: str) -> None:
    assert not gravest(language, base, text, QuoteKind.DIRECT)
