"""People: which speakers' names, of several articles, languages and scripts, stand for one person, and why.

What the user says holds: a name stands for another, or for itself and nobody else. A name that would fit two persons
joins neither of them.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from rapidfuzz import process
from rapidfuzz.fuzz import ratio

from crossquote.grouping.same_person import ALIKE, Same, name_parts, same_person
from crossquote.language.language import Language
from crossquote.message import SILENCE, Message, message
from crossquote.text.words import fold
from crossquote.text.worldwide import worldwide

TOLD = message("reason.decided")
ALONE = message("reason.kept_apart")
_SAME = message("reason.same_name")
_CHAIN = 16
"""So many times a name is followed to the one that it stands for: more, and they go round in a circle."""


@dataclass(frozen=True, slots=True)
class SpokenName:
    """A speaker's name as the articles of one language write it."""

    name: str
    language: Language


@dataclass(frozen=True, slots=True)
class Person:
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


def find_people(names: Iterable[SpokenName], told: Mapping[str, str]) -> tuple[Person, ...]:
    """Return the persons behind `names`, each name in one of them; the fullest names lead."""
    people: list[Person] = []
    by_name: dict[str, int] = {}
    listed = sorted(set(names), key=_fullest)
    near = Near(listed)
    by_mark: dict[str, set[int]] = defaultdict(set)
    for spoken in listed:
        likely = sorted(set().union(*(by_mark[mark] for mark in near.marks_like(spoken))))
        number, reason = _home(spoken, people, by_name, likely, told)
        if number is None:
            number = len(people)
            people.append(Person(stands_for(spoken.name, told), (), ()))
        person = people[number]
        people[number] = replace(person, names=(*person.names, spoken), reasons=(*person.reasons, reason))
        by_name[stands_for(spoken.name, told)] = number
        for mark in marks_of(spoken):
            by_mark[mark].add(number)
    return tuple(people)


class Near:
    """Which of some names can be of one person: those that have a part that sounds alike, or are one body."""

    def __init__(self, names: Iterable[SpokenName]) -> None:
        self._marks = sorted({mark for spoken in names for mark in marks_of(spoken)})
        self._like: dict[str, tuple[str, ...]] = {}

    def marks_like(self, spoken: SpokenName) -> set[str]:
        """Return the marks of the names that can be of the person that a name is of."""
        return {other for mark in marks_of(spoken) for other in self._marks_like(mark)}

    def _marks_like(self, mark: str) -> tuple[str, ...]:
        if mark not in self._like:
            found = process.extract(mark, self._marks, scorer=ratio, score_cutoff=ALIKE, limit=None)
            self._like[mark] = (mark, *(other for other, _, _ in found))
        return self._like[mark]


def marks_of(spoken: SpokenName) -> frozenset[str]:
    """Return how the parts of a name sound, and the body that it stands for: names of one person have one alike."""
    body = worldwide(spoken.name, spoken.language)
    return name_parts(spoken.name, spoken.language)[0] | ({f"#{body}"} if body else frozenset())


def _fullest(spoken: SpokenName) -> tuple[int, int, str, str]:
    return (-len(spoken.name.split()), -len(spoken.name), spoken.name, spoken.language.code)


@lru_cache(maxsize=16384)
def _sounds(spoken: SpokenName) -> set[str]:
    """Return the first sounds of the words of a name: names of one person share one."""
    body = worldwide(spoken.name, spoken.language)
    return {part[:1] for part in name_parts(spoken.name, spoken.language)[0] if part} | ({body} if body else set())


def _home(
    spoken: SpokenName,
    people: Sequence[Person],
    by_name: Mapping[str, int],
    likely: Iterable[int],
    told: Mapping[str, str],
) -> tuple[int | None, Message]:
    """Return the number of the person whose name this is too, and why; None where it is somebody else's."""
    if spoken.name in told:
        reason = ALONE if is_alone(spoken.name, told) else TOLD
        return by_name.get(stands_for(spoken.name, told)), reason
    if spoken.name in by_name:
        return by_name[spoken.name], _SAME
    sounds = _sounds(spoken)
    near = [number for number in likely if any(not sounds.isdisjoint(_sounds(one)) for one in people[number].names)]
    fitting = [number for number in near if not is_alone(people[number].name, told) and _fits(spoken, people[number])]
    return (fitting[0], _why(spoken, people[fitting[0]])) if len(fitting) == 1 else (None, SILENCE)


def _fits(spoken: SpokenName, person: Person) -> bool:
    """Tell whether a name is one of a person's: like one of theirs, unlike none."""
    found = {
        same_person(spoken.name, other.name, (spoken.language, other.language))
        for other, reason in zip(person.names, person.reasons, strict=True)
        if reason != TOLD
    }
    return Same.YES in found and Same.NO not in found


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
