"""Pieces: marks around sentences, line breaks and paragraphs survive translation."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crossquote.language.language import language_of
from crossquote.model.span import Span
from crossquote.model.translation import Translation
from crossquote.text.normalize import flatten
from crossquote.translation.pieces import cut, cut_article, put_together

UK = language_of("uk")


def turned(text: str, language: str = "uk", target: str = "en") -> str:
    pieces = cut(text, language_of(language))
    known = {piece.text: Translation(piece.text, piece.text.upper(), ((language, target),)) for piece in pieces}
    return put_together(text, pieces, known, target).text


@pytest.mark.parametrize(
    "text",
    [
        "«Ми просимо миру. Ми не просимо грошей», — сказала вона.",
        "Перше.\n\nДруге — третє.\n — П'яте?\n",
        "“One.” “Two!”",
        "— Так, — відповів він.",
        "  \n",
        "",
        "„Ja“, sagte er. „Nein!“",
        "***\n\n1. Так",
    ],
)
def test_all_that_stands_around_the_words_survives(text: str) -> None:
    assert turned(text) == text.upper()


def test_marks_around_a_whole_sentence_are_not_sent() -> None:
    assert [piece.text for piece in cut("«Ми просимо.»", UK)] == ["Ми просимо."]
    assert [piece.text for piece in cut("“We ask. They answer.”", language_of("en"))] == ["We ask.", "They answer."]


def test_chinese_sentences_get_a_blank_between_them_in_english_and_none_the_other_way() -> None:
    assert turned("我们要求。他们回答。", "zh", "en") == "我们要求。 他们回答。"
    assert turned("Ми просимо. Вони кажуть.", "uk", "zh") == "МИ ПРОСИМО.ВОНИ КАЖУТЬ."


@settings(max_examples=80, deadline=None)
@given(st.text(alphabet="аб .!?«»“”„\"'—\n"), st.sampled_from(["uk", "de", "zh", None]))
def test_pieces_lie_in_order_and_hold_words(text: str, language: str | None) -> None:
    end = 0
    for piece in cut(text, language_of(language)):
        assert piece.span.start >= end
        assert flatten(piece.span.of(text)).text == piece.text
        assert any(map(str.isalnum, piece.text))
        end = piece.span.end


def test_links_count_in_the_whole_text() -> None:
    text = "Так. Ні."
    pieces = cut(text, UK)
    known = {
        "Так.": Translation("Так.", "Yes.", (), score=-0.2, links=((Span(0, 3), Span(0, 3)),)),
        "Ні.": Translation("Ні.", "No.", (), score=-0.4, links=((Span(0, 2), Span(0, 2)),)),
    }
    made = put_together(text, pieces, known, "en")
    assert [(a.of(text), b.of(made.text)) for a, b in made.links] == [("Так", "Yes"), ("Ні", "No")]
    assert made.score == pytest.approx(-0.3)


@pytest.mark.parametrize("joint", [", ", "; ", " ", ""])
def test_a_sentence_longer_than_a_model_writes_is_cut_and_nothing_is_lost(joint: str) -> None:
    text = joint.join(["слово"] * 600) + "."
    pieces = cut(text, UK)
    assert all(len(piece.text) <= 700 for piece in pieces)
    assert len(pieces) > 4
    assert turned(text).replace(" ", "") == text.upper().replace(" ", "")
    if joint.strip():
        assert all(piece.text.endswith((joint.strip(), ".")) for piece in pieces)


@pytest.mark.parametrize("gap", ["\n", "\r\n", "\u2028", "\n    ", " \n"])
def test_a_line_break_inside_a_sentence_is_a_blank(gap: str) -> None:
    text = f"Вони просять голову{gap}Савчук відкрити міст. Вона чекає."
    assert [piece.text for piece in cut(text, UK)] == ["Вони просять голову Савчук відкрити міст.", "Вона чекає."]


@pytest.mark.parametrize(
    "text", ["Міст відкрито.\nВона чекає.", "Міст відкрито\n\nВона чекає", "Серед них:\n– міст\n– порт", "«Так»\n«Ні»"]
)
def test_lines_that_end_are_no_sentence_together(text: str) -> None:
    assert not any("\n" in piece.span.of(text) for piece in cut(text, UK))


def test_the_heading_of_an_article_is_no_part_of_its_first_sentence() -> None:
    assert [piece.text for piece in cut_article("Міст відкрито\nВона чекає.", UK)] == ["Міст відкрито", "Вона чекає."]


@pytest.mark.parametrize(
    "written",
    [
        "Вони про\u00adсять голову.",
        "Вони про\u200bсять голову.",
        "\ufeffВони\u200e просять голову.",
        "Вони\u00a0просять\tголову.",
        "Вони  просять\u2009\u200bголову.",
    ],
)
def test_what_nobody_sees_is_not_sent(written: str) -> None:
    assert [piece.text for piece in cut(written, UK)] == ["Вони просять голову."]


def test_letters_are_sent_in_one_piece_and_persian_keeps_its_joints() -> None:
    assert [piece.text for piece in cut("Cafe\u0301 geo\u0308ffnet.", language_of("de"))] == ["Café geöffnet."]
    assert [piece.text for piece in cut("می\u200cخواهم.", language_of("fa"))] == ["می\u200cخواهم."]


def test_links_lead_back_to_what_was_written() -> None:
    text = "Так. Вони про\u00adсять\nголову."
    pieces = cut(text, UK)
    known = {
        "Так.": Translation("Так.", "Yes.", ()),
        "Вони просять голову.": Translation(
            "Вони просять голову.",
            "They ask the mayor.",
            (),
            links=((Span(5, 12), Span(5, 8)), (Span(13, 19), Span(9, 18))),
        ),
    }
    made = put_together(text, pieces, known, "en")
    assert [(a.of(text), b.of(made.text)) for a, b in made.links] == [("про\u00adсять", "ask"), ("голову", "the mayor")]
