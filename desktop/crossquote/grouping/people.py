"""People: which speakers' names, of several articles, languages and scripts, stand for one person, and why.

What the user says holds: a name stands for another, or for itself and nobody else. A name that would fit two persons
joins neither of them.
"""

from collections.abc import Iterable, Mapping, Sequence
from itertools import islice

from msgspec import Struct
from msgspec.structs import replace
from rapidfuzz.fuzz import ratio

from crossquote.grouping.item import LABEL
from crossquote.grouping.name_words import name_words
from crossquote.grouping.namesakes import Namesakes, SpokenName
from crossquote.grouping.same_person import Same, same_person
from crossquote.grouping.sounds import ALIKE
from crossquote.message import SILENCE, Message, message
from crossquote.progress import Step, Work
from crossquote.text.words import fold
from crossquote.text.worldwide import worldwide

TOLD = message("reason.decided")
ALONE = message("reason.kept_apart")
_SAME = message("reason.same_name")
_CHAIN = 16
"""So many times a name is followed to the one that it stands for: more, and they go round in a circle."""
_EXPECTED_A_STEP, _NAMES_A_STEP = 100, 20


class Person(Struct, frozen=True):
    """A person by all the names they have; `reasons` has for each of `names` why it is this person's."""

    name: str
    names: tuple[SpokenName, ...]
    reasons: tuple[Message, ...]


def stands_for(name: str, told: Mapping[str, str]) -> str:
    """Return the name that `name` stands for, as the user says; itself where they say nothing."""
    for _ in range(_CHAIN):
        other = told.get(name, name)
        if other == name:
            break
        name = other
    return name


def is_alone(name: str, told: Mapping[str, str]) -> bool:
    """Tell whether the user says that a name stands for itself and nobody else."""
    return told.get(name) == name


def find_people(names: Iterable[SpokenName], told: Mapping[str, str]) -> Work[tuple[Person, ...]]:
    """Return the persons behind `names`, each name in one of them; the fullest names lead."""
    people: list[Person] = []
    by_name: dict[str, int] = {}
    listed = sorted(set(names), key=_fullest)
    namesakes = yield from _namesakes(listed)
    for done, spoken in enumerate(listed):
        if done % _NAMES_A_STEP == 0:
            yield Step(done, len(listed), LABEL)
        number, reason = _home(spoken, people, by_name, namesakes, told)
        if number is None:
            number = len(people)
            people.append(Person(stands_for(spoken.name, told), (), ()))
        person = people[number]
        people[number] = replace(person, names=(*person.names, spoken), reasons=(*person.reasons, reason))
        by_name[stands_for(spoken.name, told)] = number
        if reason != TOLD:
            namesakes.add(spoken, number)
    return tuple(people)


def _namesakes(names: Sequence[SpokenName]) -> Work[Namesakes]:
    """Return namesakes that expect `names`; none is kept yet."""
    namesakes = Namesakes()
    for done, spoken in enumerate(names):
        if done % _EXPECTED_A_STEP == 0:
            yield Step(0, len(names), LABEL)
        namesakes.expect(spoken)
    return namesakes


def _fullest(spoken: SpokenName) -> tuple[int, int, bool, str, str]:
    """Return what is low for a full name; one all in capitals leads none that is written as usual."""
    name = spoken.name
    return (-len(name.split()), -len(name), name.isupper(), name, spoken.language.code)


def _home(
    spoken: SpokenName,
    people: Sequence[Person],
    by_name: Mapping[str, int],
    namesakes: Namesakes,
    told: Mapping[str, str],
) -> tuple[int | None, Message]:
    """Return the number of the person whose name this is too, and why; None where it is somebody else's."""
    if spoken.name in told:
        reason = ALONE if is_alone(spoken.name, told) else TOLD
        return by_name.get(stands_for(spoken.name, told)), reason
    if spoken.name in by_name:
        return by_name[spoken.name], _SAME
    likely = (number for number in namesakes.of(spoken) if not is_alone(people[number].name, told))
    fitting = [*islice((number for number in likely if _fits(spoken, people[number])), 2)]
    return (fitting[0], _why(spoken, people[fitting[0]])) if len(fitting) == 1 else (None, SILENCE)


def _fits(spoken: SpokenName, person: Person) -> bool:
    """Tell whether a name is one of a person's: like one of theirs, unlike none."""
    if not _sounds_near(spoken, person):
        return False
    found = {
        same_person(spoken.name, other.name, (spoken.language, other.language))
        for other, reason in zip(person.names, person.reasons, strict=True)
        if reason != TOLD
    }
    return Same.YES in found and Same.NO not in found


def _sounds_near(spoken: SpokenName, person: Person) -> bool:
    """Tell whether a word of a name sounds like one of a person's, and one begins as one of theirs does."""
    ours, theirs = _marks(spoken), frozenset[str]().union(*map(_marks, person.names))
    begins_alike = not _beginnings(ours).isdisjoint(_beginnings(theirs))
    return begins_alike and any(mark in theirs or any(ratio(mark, one) >= ALIKE for one in theirs) for mark in ours)


def _marks(spoken: SpokenName) -> frozenset[str]:
    """Return how the words of a name sound, and the body that it stands for."""
    body = worldwide(spoken.name, spoken.language)
    return name_words(spoken.name, spoken.language).sounds | ({f"#{body}"} if body else frozenset())


def _beginnings(marks: Iterable[str]) -> set[str]:
    """Return the first sounds of words; a body is itself."""
    return {mark if mark.startswith("#") else mark[:1] for mark in marks if mark}


def _why(spoken: SpokenName, person: Person) -> Message:
    words = set(fold(spoken.name).split())
    whole = next((other for other in person.names if words <= set(fold(other.name).split())), None)
    if whole is not None:
        same = fold(whole.name) == fold(spoken.name)
        return _SAME if same else message("reason.part_of_name", name=whole.name)
    body = worldwide(spoken.name, spoken.language)
    if body and any(worldwide(other.name, other.language) == body for other in person.names):
        return message("reason.other_language", name=person.name)
    return message("reason.sounds_like", name=person.name)
