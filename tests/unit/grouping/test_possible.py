"""What is possibly one utterance is named, and joined by nothing; what a phrase alone speaks for is not sure."""

from collections.abc import Mapping

import pytest
from msgspec.structs import replace

from crossquote.grouping.abreast import Abreast, Counterparts
from crossquote.grouping.group import Constraints, Item, blank, regroup
from crossquote.grouping.index import Index
from crossquote.grouping.possible import list_possible
from crossquote.language.language import language_of
from crossquote.model.quote import QuoteKind
from crossquote.progress import finish
from crossquote.shards import Shards
from crossquote.wording.telling import tell

EN = language_of("en")


def said(id_: str, text: str, speaker: str | None, kind: QuoteKind = QuoteKind.DIRECT) -> Item:
    return Item(id_, id_, EN, text, text, speaker, kind)


def indexed(*items: Item, decided: Constraints | None = None) -> Index:
    return finish(regroup(blank(EN), {item.id: item for item in items}, decided or Constraints()))


PHRASES = [
    (
        said("a", "not fit to be harbour master or commander of a rowing boat", "Mara Lind", QuoteKind.MIXED),
        said(
            "b", "It is not only the dredger, it raises questions about whether he is fit to be harbour master", "Lind"
        ),
    ),
    (
        said("a", "that she plans on staying loyal to the Dockers", "Mara Lind", QuoteKind.INDIRECT),
        said("b", "that the core of the port is still loyal to the Dockers", "a survey", QuoteKind.INDIRECT),
    ),
    (
        said("a", "I never questioned what they can do. Benek Arrado is different.", "Mara Lind"),
        said("b", "This is who Benek Arrado is", "Mara Lind"),
    ),
]


@pytest.mark.parametrize("pair", PHRASES)
def test_a_phrase_in_common_joins_no_two_remarks(pair: tuple[Item, Item]) -> None:
    index = indexed(*pair)
    assert len(index.groups) == 2


def test_what_something_speaks_for_is_possible_from_both_sides() -> None:
    index = indexed(*PHRASES[0])
    other, *more = index.possible["a"]
    assert (other.utterance, more) == ("b", [])
    assert 0.4 <= other.chance < 0.9
    (back,) = index.possible["b"]
    assert (back.utterance, back.chance) == ("a", other.chance)


def why(index: Index, id_: str) -> str:
    """Return in English why something may be the same as `id_`."""
    (other,) = index.possible[id_]
    return tell(other.reason, "en")


def test_the_reason_is_told_in_the_words_of_the_other() -> None:
    index = indexed(
        said("a", "No harbour master is fit for such a boat", "Mara Lind"),
        said("b", "It raises questions about whether this Harbour Master knows the dredger", "Lind"),
    )
    assert why(index, "a") == "shares “Harbour Master”; same speaker"
    assert why(index, "b") == "shares “harbour master”; same speaker"


def test_another_word_is_told_whole_from_both_sides() -> None:
    index = indexed(
        said("a", "Benek Arrado faces a horrible war of the dockers", "Mara Lind"),
        said(
            "b",
            "It was a terrible flood in Sarneth, Benek Arrado said, the mayor slept on the quay, and nobody"
            " in the ministry picked up the phone, though the harbour had asked for pumps three times",
            "Mara Lind",
        ),
    )
    assert why(index, "a") == "shares “Benek Arrado”; in other words “horrible”; same speaker"
    assert why(index, "b") == "shares “Benek Arrado”; in other words “horrible”; same speaker"


def test_that_only_translations_agree_is_said() -> None:
    (one, other), uk = PHRASES[0], language_of("uk")
    index = indexed(one, replace(other, language=uk, text="Це не лише про землечерпалку"))
    assert why(index, "a") == why(indexed(*PHRASES[0]), "a") + "; going by the translation"
    assert why(index, "b").endswith("; going by the translation")


def test_what_stands_at_one_place_may_be_the_same_for_that_alone() -> None:
    index = indexed(said("a", "Nobody slept that night", None), said("b", "Усю ніч гриміло", None))
    near: Shards[str, Mapping[str, Counterparts]] = Shards.of({"a": {"a": {"b": 0.7}}, "b": {"b": {"a": 0.7}}})
    (one,), (other,) = ([number] for number in index.units)
    found = list_possible(replace(index, abreast=Abreast(counterparts=near)), ((one,), (other,)))
    assert [(each.chance, tell(each.reason, "en")) for (each,) in found.values()] == [
        (0.7, "The articles tell the same in the same order, and this stands at the same place")
    ] * 2


def test_what_the_user_parted_is_not_possible() -> None:
    apart = Constraints(apart=(frozenset({"a", "b"}),))
    assert indexed(*PHRASES[0], decided=apart).possible == {}


WORDS = "The reactor in Sarneth was never built to withstand a flood of that height, and everybody in the ministry knew"


@pytest.mark.parametrize(
    ("one", "other"),
    [("Mara Lind", "Tom Brook"), ("Karl Brandt", "the president of the harbour bank"), ("Arrado", None)],
)
def test_the_same_words_are_one_utterance_whoever_is_named(one: str | None, other: str | None) -> None:
    assert len(indexed(said("a", WORDS, one), said("b", WORDS.replace("everybody", "everyone"), other)).groups) == 1


def test_words_alike_of_two_people_are_two_utterances() -> None:
    first = said("a", "The reactor in Sarneth was built too low", "Mara Lind")
    assert len(indexed(first, said("b", "The reactor was not built for a flood", "Tom Brook")).groups) == 2
