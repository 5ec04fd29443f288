"""Quotes in languages that nothing translates: they meet by what their words mean, and only where it is needed."""

from collections.abc import Iterable
from itertools import pairwise

from msgspec.structs import replace

from crossquote.grouping.group import Constraints, Item, blank, regroup
from crossquote.grouping.index import Index
from crossquote.grouping.units import MEANINGS, sketch_meanings
from crossquote.language.language import language_of
from crossquote.progress import finish
from crossquote.text.sketch import WordKind
from crossquote.wording.telling import tell

SAID = {
    "en": "The hospital has no water, and the bridge over the river was closed on Friday",
    "fr": "L'hôpital n'a pas d'eau, et le pont sur le fleuve a été fermé vendredi",
    "de": "Das Krankenhaus hat kein Wasser, und die Brücke über den Fluss wurde am Freitag geschlossen",
    "ru": "В больнице нет воды, а мост через реку закрыли в пятницу",
}
OTHER = {
    "en": "Nobody in the city council read the budget before they voted",
    "fr": "Personne au conseil municipal n'a lu le budget avant le vote",
    "ru": "Никто в городском совете не прочитал бюджет перед голосованием",
}


def item(id_: str, code: str, text: str, *, read: bool = False) -> Item:
    return Item(id_, f"{code}{id_}", language_of(code), text, text if read else None)


def index_of(items: Iterable[Item]) -> Index:
    return finish(regroup(blank(language_of("en")), {one.id: one for one in items}, Constraints()))


def together(index: Index) -> set[frozenset[str]]:
    return {frozenset(one.id for one in members) for members in index.groups.values() if len(members) > 1}


def items() -> list[Item]:
    return [
        *(item(f"a-{code}", code, text, read=code == "en") for code, text in SAID.items()),
        *(item(f"b-{code}", code, text, read=code == "en") for code, text in OTHER.items()),
    ]


def test_what_means_the_same_meets_and_nothing_else() -> None:
    assert together(index_of(items())) == {
        frozenset(f"a-{code}" for code in SAID),
        frozenset(f"b-{code}" for code in OTHER),
    }


def test_why_says_that_the_words_stand_for_the_same() -> None:
    index = index_of(items())
    reasons = [one.reason for members in index.groups.values() for one in members if one.utterance != one.id]
    assert all(reason.code == "reason.meanings" for reason in reasons)


def test_why_says_a_word_once_that_is_known_by_its_sound_and_by_what_it_means() -> None:
    told = {
        "en": "The bridge over the river in Ukraine was closed on Friday, and the hospital has no water",
        "ru": "Мост через реку в Украине закрыли в пятницу, и в больнице нет воды",
        "uk": "Міст через річку в Україні закрили в п’ятницю, і в лікарні немає води",
    }
    index = index_of(item(f"a-{code}", code, text, read=code == "en") for code, text in told.items())
    reasons = [one.reason for members in index.groups.values() for one in members if one.utterance != one.id]
    written = [tell(reason).replace("“", "").replace("”", "").split() for reason in reasons]
    assert any("Україні" in words or "Украине" in words for words in written)
    assert all(one != after for words in written for one, after in pairwise(words))


def test_of_whom_an_event_speaks_all_through_is_not_what_is_said() -> None:
    """Each pair has the same speaker, and shares but a land, or an office and a name, which many others name too."""
    pairs = (
        ("en", "that the harbour of Norway needed a bridge", "fr", "Qui connaît la Norvège ?"),
        ("en", "The president Maria Berg has broken her promises", "es", "que la presidenta María Berg llega tarde"),
        ("pl", "że Norwegia nie dziękuje za pomoc, jaką dostała", "en", "that Norway had no money without our help"),
    )
    things = ["bread", "ice", "snow", "wood", "paint", "glass", "iron", "wool", "coal", "milk", "rope", "salt"]
    told = [f"They sold {thing} to President Maria Berg of Norway" for thing in things]
    about = [item(f"f{number}", "en", text, read=True) for number, text in enumerate(told)]
    others = [*about, *items()]
    for one, said, other, also in pairs:
        quotes = [item(one, one, said, read=one == "en"), item(other, other, also, read=other == "en")]
        spoken = [replace(quote, id=f"x-{quote.id}", speaker="Ilka Torvane") for quote in quotes]
        found = together(index_of([*spoken, *others]))
        assert not any({quote.id for quote in spoken} <= met for met in found), said


def test_in_one_language_nobody_asks_what_words_mean() -> None:
    index = index_of([item(id_, "en", text, read=True) for id_, text in enumerate_words()])
    assert MEANINGS not in index.counts


def enumerate_words() -> list[tuple[str, str]]:
    return [(str(number), f"The bridge {number} over the river is closed") for number in range(5)]


def test_it_is_asked_when_it_is_needed_and_forgotten_when_it_is_not() -> None:
    english = [one for one in items() if one.language.code == "en"]
    others = [one for one in items() if one.language.code != "en"]
    before = index_of(english)
    grown = finish(regroup(before, {one.id: one for one in others}, Constraints()))
    assert together(grown) == together(index_of(items()))
    assert grown.counts == index_of(items()).counts
    shrunk = finish(regroup(grown, {one.id: None for one in others}, Constraints()))
    assert MEANINGS in grown.counts
    assert not {MEANINGS} & {*shrunk.counts, *shrunk.candidates}
    assert together(shrunk) == together(before)
    assert dict(shrunk.pairs) == dict(before.pairs)


def test_names_are_known_by_sounds_numbers_by_values_words_by_what_they_mean() -> None:
    one = sketch_meanings("Вони бачили Торване біля школи о 15", language_of("uk"))
    assert one.kinds["15"] is WordKind.NUMBER
    assert one.kinds["=school"] is WordKind.MEANING
    assert WordKind.NAME in one.kinds.values()
