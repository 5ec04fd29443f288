"""What two words are to each other."""

import pytest

from crossquote.language.language import language_of
from crossquote.text.kinship import Kinship, kinship
from crossquote.text.thesaurus import EMPTY, Concept, load_thesaurus

ALIKE = [
    ("en", "rise", "rises", Kinship.SAME),
    ("en", "car", "vehicle", Kinship.SYNONYM),
    ("en", "voting", "election", Kinship.NEAR),
    ("en", "voyage", "journey", Kinship.BROADER),
    ("en", "east", "west", Kinship.OPPOSITE),
    ("en", "convicted", "acquitted", Kinship.OPPOSITE),
    ("en", "horse", "zebra", Kinship.SISTER),
    ("en", "worrying", "acceptable", Kinship.UNRELATED),
    ("en", "blorping", "acceptable", Kinship.UNKNOWN),
    ("de", "steigen", "sinken", Kinship.OPPOSITE),
    ("de", "stellen", "arbeitsplätze", Kinship.SYNONYM),
    ("fr", "objectif", "but", Kinship.SYNONYM),
    ("fr", "condamné", "acquitté", Kinship.OPPOSITE),
    ("es", "este", "oeste", Kinship.OPPOSITE),
    ("ru", "востоке", "западе", Kinship.OPPOSITE),
    ("ru", "военнослужащих", "солдат", Kinship.SYNONYM),
    ("uk", "засудив", "виправдав", Kinship.OPPOSITE),
    ("uk", "заважати", "перешкоджати", Kinship.SYNONYM),
    ("pl", "wschodzie", "zachodzie", Kinship.OPPOSITE),
]


@pytest.mark.parametrize(("code", "one", "other", "wanted"), ALIKE)
def test_kinship(code: str, one: str, other: str, wanted: Kinship) -> None:
    assert kinship(one, other, language_of(code)) is wanted


@pytest.mark.parametrize(("code", "one", "other", "wanted"), ALIKE)
def test_it_is_the_same_the_other_way_round(code: str, one: str, other: str, wanted: Kinship) -> None:
    turned = {Kinship.BROADER: Kinship.NARROWER}.get(wanted, wanted)
    assert kinship(other, one, language_of(code)) is turned


def test_a_language_without_a_thesaurus_has_an_empty_one() -> None:
    assert load_thesaurus(language_of("xx")) is EMPTY
    assert EMPTY.senses("word").all == frozenset()
    assert kinship("ena", "dva", language_of("xx")) is Kinship.UNKNOWN


@pytest.mark.parametrize("code", ["en", "de", "fr", "es", "ru", "uk", "pl", "da"])
def test_every_line_of_a_thesaurus_is_found(code: str) -> None:
    thesaurus = load_thesaurus(language_of(code))
    words = thesaurus.words.decode().splitlines()
    assert words == sorted(words, key=lambda line: line.partition("\t")[0])
    for line in words[:: len(words) // 50]:
        assert thesaurus.senses(line.partition("\t")[0]).all
    for line in thesaurus.meanings.decode().splitlines()[::5000]:
        assert thesaurus.concept(line.partition("\t")[0]) != Concept()
