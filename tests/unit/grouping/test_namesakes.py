"""Namesakes: whoever can be of a name is found by its words, and few others are looked at."""

from itertools import product

from hypothesis import given, settings
from hypothesis import strategies as st

from crossquote.grouping.namesakes import Namesakes, SpokenName
from crossquote.grouping.same_person import Same, same_person
from crossquote.grouping.sounds import Sounds, sounds_like
from crossquote.language.language import language_of

_EN = language_of("en")
_WORDS = st.one_of(
    st.sampled_from(("Ada", "Ida", "Liz", "Elizabeth", "Will", "William", "Bill", "Саша", "Alexandra", "Grace", "K.")),
    st.sampled_from(("Lund", "Лунд", "Lunds", "Lindqvist", "Linqvist", "Ліндквіст", "Lao", "Tzu", "Laotzu", "Lund's")),
    st.sampled_from(("Mayor", "the", "de", "president", "council", "White", "House", "Кремль", "E", "Oldenborg-Ross")),
    st.text("blmnrstaeiБлмнр'.", min_size=1, max_size=9),
)
_NAMES = st.builds(
    SpokenName,
    st.lists(_WORDS, min_size=1, max_size=4).map(" ".join),
    st.sampled_from(("en", "uk", "fr", "")).map(language_of),
)


@settings(max_examples=120, deadline=None)
@given(st.lists(_NAMES, min_size=2, max_size=12, unique=True))
def test_whoever_a_name_stands_for_is_found(names: list[SpokenName]) -> None:
    namesakes = Namesakes(names)
    for number, one in enumerate(names):
        namesakes.add(one, number)
    for one, (number, other) in product(names, enumerate(names)):
        if same_person(one.name, other.name, (one.language, other.language)) is Same.YES:
            assert number in namesakes.of(one)


@settings(max_examples=120, deadline=None)
@given(st.sets(st.text("bdlmnr", max_size=14), max_size=30))
def test_what_sounds_alike_is_found_by_two_letters(sounds: set[str]) -> None:
    known = Sounds(sounds)
    for sound in sounds:
        assert set(known.like(sound)) == {other for other in sounds if sounds_like(sound, other)}


def test_a_word_that_many_share_brings_none_of_them() -> None:
    syllables = product(("Ba", "De", "Fo", "Gu", "Li", "Mo"), ("sa", "ve", "ri"), ("n", "t"))
    ends = ["".join(letters) for letters in syllables]
    names = [SpokenName(f"Ada {end}", _EN) for end in ends]
    namesakes = Namesakes(names)
    for number, one in enumerate(names):
        namesakes.add(one, number)
    assert all(namesakes.of(one) == {number} for number, one in enumerate(names))
    assert len(namesakes.of(SpokenName("Ada", _EN))) == len(names)


def test_where_hundreds_sound_alike_none_is_looked_at() -> None:
    """Each of so many against all others took 18 seconds in one article."""
    names = [SpokenName(f"Anna{number} Bell{number}", _EN) for number in range(700)]
    kept = Namesakes(names)
    for person, name in enumerate(names):
        kept.add(name, person)
    assert len(kept.of(SpokenName("Anna Bell", _EN))) < 2
    assert 5 in kept.of(names[5])
    assert len(kept.of(names[5])) < 10
