"""What is looked up by value, place or spelling is what a look at everything would find."""

from itertools import product

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from crossquote.comparison.reading.counted import Counted
from crossquote.comparison.reading.matching import same_quantity
from crossquote.comparison.reading.naming import read_others, same_word
from crossquote.comparison.reading.one_text import find_quantities, read_with
from crossquote.comparison.reading.places import lying_at
from crossquote.language.language import language_of
from crossquote.model.span import Span
from crossquote.text.names import Name
from crossquote.text.quantity import Quantity
from crossquote.text.words import split_words

EN = language_of("en")
PIECES = ("12", "12.0", "1,200", "half past two", "2:30", "14", "twelve", "hundreds", "12 km", "7.5 miles", "$12")
MORE = ("£12", "12 %", "March", "12 March 2014", "Monday", "F-35", "a dozen", "0", "-3", "3 kg", "6.6 pounds")
TEXTS = st.lists(st.sampled_from((*PIECES, *MORE)), max_size=12).map(" and ".join)
WORDS = (
    "petrov",
    "petrovsky",
    "selenskyj",
    "zelensky",
    "nato",
    "eu",
    "un",
    "obama",
    "obamas",
    "müller",
    "mueller",
    "x",
)
WORD = st.one_of(st.sampled_from(WORDS), st.text("aeilnprst", min_size=1, max_size=7))


@given(TEXTS, TEXTS)
def test_no_quantity_that_says_the_same_is_passed_over(base: str, text: str) -> None:
    ours, theirs = (find_quantities(side, split_words(side, EN), EN) for side in (base, text))
    counted = Counted(theirs)
    for one in ours:
        near = {_placeless(other) for other in counted.like(one)}
        assert all(_placeless(other) in near for other in theirs if same_quantity(one, other))


def _placeless(quantity: Quantity) -> Quantity:
    return replace(quantity, span=Span(0, 0))


def test_of_many_that_are_alike_two_are_enough() -> None:
    text = "7 " * 9
    counted = Counted(find_quantities(text, split_words(text, EN), EN))
    assert len(counted.like(find_quantities("7", split_words("7", EN), EN)[0])) == 2


@given(TEXTS, st.integers(0, 90), st.integers(0, 20))
def test_what_lies_at_a_place(text: str, start: int, length: int) -> None:
    reading, span = read_with(text, EN, ()), Span(start, start + length)
    assert reading.quantities_at(span) == [one for one in reading.quantities if one.span.overlaps(span)]


def test_a_long_one_reaches_over_a_short_one() -> None:
    names = [Name(Span(0, 40), "long"), Name(Span(2, 5), "short"), Name(Span(50, 60), "later")]
    assert lying_at(names, Span(20, 30), 40) == names[:1]


@given(st.lists(WORD, max_size=8), st.lists(WORD, max_size=8))
def test_a_word_has_a_form_where_one_of_the_words_can_be_it(words: list[str], others: list[str]) -> None:
    found = read_others(others, ())
    assert [found.has_form(word) for word in words] == [any(same_word(word, one) for one in others) for word in words]


def test_initials_are_met_from_both_sides() -> None:
    name = ("international", "monetary", "fund")
    told = {short: read_others([short], ()).has_initials(name) for short in ("imf", "imfs", "im", "fund", "himf")}
    assert told == {"imf": True, "imfs": True, "im": False, "fund": False, "himf": True}
    assert all(read_others((), [name]).has_initials((short,)) is here for short, here in told.items())


def test_many_numbers_are_not_gone_through_for_each() -> None:
    texts = [" and ".join(str(number * step) for number in range(1, 1500)) for step in (7, 11)]
    sides = [find_quantities(text, split_words(text, EN), EN) for text in texts]
    counted = Counted(sides[1])
    assert sum(len(counted.like(one)) for one in sides[0]) < 2 * len(sides[0])
    assert all(any(same_quantity(one, other) for other in counted.like(one)) for one in sides[0][10::11])
    assert not any(same_quantity(one, two) for one, two in product(sides[0][:10], sides[1]))
