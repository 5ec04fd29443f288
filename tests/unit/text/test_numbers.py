from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from counting import counted
from crossquote.language.language import language_of
from crossquote.text.digits import read_digits
from crossquote.text.numbers import Number, NumberKind, find_numbers
from crossquote.text.words import split_words


def numbers(text: str, language: str | None) -> tuple[Number, ...]:
    return find_numbers(text, split_words(text, language_of(language)), language_of(language))


@pytest.mark.parametrize(
    ("language", "text", "value"),
    [
        ("en", "twelve", 12),
        ("en", "twenty-one", 21),
        ("en", "twenty one", 21),
        ("en", "two hundred and five", 205),
        ("en", "four-hundred-seventy-three", 473),
        ("en", "three million", 3_000_000),
        ("en", "3.5 million", 3_500_000),
        ("en", "1,200", 1200),
        ("en", "1,234,567.5", 1234567.5),
        ("en", "5bn", 5e9),
        ("en", "half a million", 500_000),
        ("en", "twelve hundred", 1200),
        ("en", "3½", 3.5),
        ("en", "3/4", 0.75),
        ("en", "٤٠", 40),
        ("en", "४०", 40),
        ("uk", "двадцять п’ять тисяч", 25_000),
        ("uk", "1 200", 1200),
        ("uk", "1,5 млрд", 1.5e9),
        ("uk", "сорока", 40),
        ("ru", "двести тридцать пять", 235),
        ("ru", "3,5 миллиона", 3_500_000),
        ("de", "zweiundvierzig", 42),
        ("de", "dreitausendfünfhundert", 3500),
        ("es", "dos mil millones", 2e9),
        ("es", "dos mil quinientos millones", 2.5e9),
        ("es", "2 mil 500", 2500),
        ("bn", "১ হাজার ২০০ কোটি", 1.2e10),
        ("bn", "১ লাখ ৫০ হাজার", 150_000),
        ("ur", "تین کروڑ 20 لاکھ", 3.2e7),
        ("en", "3 million 200 thousand", 3.2e6),
        ("es", "un millón doscientos mil", 1_200_000),
        ("pt", "mil milhões", 1e9),
        ("ro", "20 de milioane", 20_000_000),
        ("ro", "două mii cinci sute", 2500),
        ("pt", "um bilhão", 1e9),
        ("pt", "um bilião", 1e12),
        ("de", "hundertfünfzig", 150),
        ("de", "3 Mio.", 3_000_000),
        ("de", "1.200", 1200),
        ("fr", "quatre-vingt-dix", 90),
        ("fr", "mille deux cents", 1200),
        ("fr", "1 200", 1200),
        ("es", "treinta y cinco", 35),
        ("es", "mil doscientos", 1200),
        (None, "1,200", 1200),
    ],
)
def test_a_number_is_read_by_value(language: str | None, text: str, value: float) -> None:
    found = numbers(text, language)
    assert [number.value for number in found] == [pytest.approx(value)]
    assert found[0].span.of(text).removesuffix(".") == text.removesuffix(".")


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("40%", NumberKind.PERCENT),
        ("40 percent", NumberKind.PERCENT),
        ("40 percentage points", NumberKind.POINTS),
        ("the 24th", NumberKind.ORDINAL),
        ("the third", NumberKind.ORDINAL),
        ("two thirds", NumberKind.SHARE),
        ("dozens", NumberKind.ROUGH),
        ("40", NumberKind.CARDINAL),
    ],
)
def test_a_number_has_a_kind(text: str, kind: NumberKind) -> None:
    assert [number.kind for number in numbers(text, "en")] == [kind]


@pytest.mark.parametrize(
    ("text", "values"), [("3–5 boats", [3, 5]), ("ten or twenty", [10, 20]), ("Room 7, 8", [7, 8])]
)
def test_several_numbers_stay_apart(text: str, values: list[float]) -> None:
    assert [number.value for number in numbers(text, "en")] == values


@pytest.mark.parametrize(
    ("language", "text", "value"),
    [
        ("fr", "Il fait moins 14 degrés.", -14),
        ("fr", "Au moins 14 bateaux ont coulé.", 14),
        ("fr", "au moins quatorze bateaux", 14),
        ("fr", "plus ou moins 14 bateaux", 14),
        ("es", "Hace menos 14 grados.", -14),
        ("es", "Al menos 14 barcos se hundieron.", 14),
        ("es", "por lo menos catorce barcos", 14),
        ("it", "più o meno 14 barche", 14),
        ("it", "La temperatura è di meno 14 gradi.", -14),
    ],
)
def test_less_than_nothing_is_not_at_least(language: str, text: str, value: float) -> None:
    assert [number.value for number in numbers(text, language)] == [value]


def test_what_can_be_read_in_two_ways_keeps_both() -> None:
    assert numbers("1.200", "en")[0].values == (1.2, 1200)
    assert numbers("1.200", "de")[0].values == (1200, 1.2)
    assert read_digits("18:30") is None


@settings(max_examples=100, deadline=None)
@given(st.integers(0, 10**12))
def test_grouped_digits_are_one_number(value: int) -> None:
    for text in (str(value), f"{value:,}", f"{value:,}".replace(",", "\u00a0")):
        assert any(value == other for number in numbers(text, "en") for other in number.values)


@settings(max_examples=100, deadline=None)
@given(st.text(st.one_of(st.sampled_from("0123456789.,/%½ -٤ five hundred"), st.characters()), max_size=40))
def test_whatever_the_text_numbers_lie_in_it_in_order(text: str) -> None:
    for language in ("en", "de", "uk"):
        found = numbers(text, language)
        assert all(number.span.end <= len(text) for number in found)
        assert all(a.span.end <= b.span.start for a, b in pairwise(found))


@pytest.mark.parametrize("language", ["en", "de", "uk", "fi"])
def test_an_endless_word_costs_its_length_and_no_more(language: str) -> None:
    def cost(length: int) -> int:
        with counted("get") as calls:
            assert numbers("x" * length, language) == ()
        return calls[0]

    assert cost(20_000) < 2 * cost(200)
