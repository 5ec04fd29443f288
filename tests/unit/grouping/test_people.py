"""Tests of people: whose names are one person's."""

from collections.abc import Iterable, Mapping

from hypothesis import given, settings
from hypothesis import strategies as st

from counting import counted, longest_share
from crossquote.grouping.namesakes import SpokenName
from crossquote.grouping.people import ALONE, TOLD, Person, find_people, stands_for
from crossquote.grouping.sounds import Sounds
from crossquote.language.language import language_of
from crossquote.progress import finish
from crossquote.wording.telling import tell


def _names(*written: str) -> list[SpokenName]:
    parts = (one.rsplit(":", 1) for one in written)
    return [SpokenName(name, language_of(code)) for name, code in parts]


def _found(names: Iterable[SpokenName], told: Mapping[str, str]) -> tuple[Person, ...]:
    return finish(find_people(names, told))


def test_one_person_has_names_in_several_scripts() -> None:
    people = _found(_names("Vera Lindqvist:en", "Віра Ліндквіст:uk", "Линдквист:ru", "Lindqvist:en", "Per Holm:en"), {})
    assert {person.name: len(person.names) for person in people} == {"Vera Lindqvist": 4, "Per Holm": 1}
    reasons = dict(zip((one.name for one in people[0].names), people[0].reasons, strict=True))
    assert tell(reasons["Lindqvist"]) == "part of “Vera Lindqvist”"
    assert tell(reasons["Линдквист"]) == "sounds like “Vera Lindqvist”"


def test_a_name_in_capitals_leads_none_that_is_written_as_usual() -> None:
    (person,) = _found(_names("VERA LINDQVIST:en", "Vera Lindqvist:en", "Lindqvist:en"), {})
    assert person.name == "Vera Lindqvist"


def test_a_name_that_fits_two_joins_neither() -> None:
    people = _found(_names("Ada Lund:en", "Ida Lund:en", "Lund:en"), {})
    assert sorted(person.name for person in people) == ["Ada Lund", "Ida Lund", "Lund"]


def test_a_description_stands_alone() -> None:
    assert len(_found(_names("a spokesman:en", "Ada Lund:en", "the ministry:en"), {})) == 3


def test_what_the_user_says_holds() -> None:
    names = _names("Ada Lund:en", "the mayor:en", "Lund:en")
    joined = _found(names, {"the mayor": "Ada Lund"})
    assert [len(person.names) for person in joined] == [3]
    assert TOLD in joined[0].reasons
    parted = _found(names, {"Lund": "Lund"})
    assert ALONE in {reason for person in parted for reason in person.reasons}
    assert len(parted) == 3


def test_a_circle_comes_to_an_end() -> None:
    assert stands_for("a", {"a": "b", "b": "a"}) in {"a", "b"}


_NAMES = st.sampled_from(["Ada Lund", "Lund", "Лунд", "Per Holm", "the mayor", "he", "Ida Lund"])


@settings(max_examples=80, deadline=None)
@given(names=st.lists(_NAMES, max_size=7), told=st.dictionaries(_NAMES, _NAMES, max_size=4))
def test_each_name_is_one_persons(names: list[str], told: dict[str, str]) -> None:
    spoken = {SpokenName(name, language_of("en")) for name in names}
    people = _found(spoken, told)
    assert sorted(one.name for person in people for one in person.names) == sorted(one.name for one in spoken)
    assert all(len(person.names) == len(person.reasons) for person in people)
    assert set(_found(sorted(spoken, key=str, reverse=True), told)) == set(people)


def test_hundreds_who_sound_alike_are_no_one_step() -> None:
    """Eight thousand of them took ten seconds in one."""
    names = _names(*(f"Anna{number} Bell{number}:en" for number in range(600)))
    assert longest_share(find_people(names, {})) < 0.1


def test_names_who_all_sound_alike_cost_in_proportion() -> None:
    """What hundreds sound like is known by itself alone as soon as so many are found: no others are looked at."""

    def cost(count: int) -> int:
        known = Sounds(f"annabellinamariabenedetta{number}" for number in range(count))
        with counted("add") as calls:
            assert all(known.like(f"annabellinamariabenedetta{number}")[1:] == () for number in range(400))
        return calls[0]

    assert cost(2000) < 1.1 * cost(1000)
