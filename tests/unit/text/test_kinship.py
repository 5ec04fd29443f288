"""What two words are to each other."""

from collections import Counter
from functools import lru_cache
from pathlib import Path

import pytest

from crossquote.language.language import language_of
from crossquote.text.kinship import Kinship, is_word, kinship
from crossquote.text.thesaurus import EMPTY, Concept, load_thesaurus
from crossquote.text.words import fold

PAIRS = Path(__file__).parents[2] / "cases" / "kinship.tsv"
"""Pairs of our own: a line a pair, with the language, what the two words are, and the words."""

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
    ("sv", "importen", "exporten", Kinship.OPPOSITE),
    ("tr", "ithalatı", "ihracatı", Kinship.OPPOSITE),
    ("fi", "keväällä", "syksyllä", Kinship.SISTER),
    ("cs", "lékař", "doktor", Kinship.SYNONYM),
    ("bg", "кола", "автомобил", Kinship.SYNONYM),
    ("pt", "pão", "queijo", Kinship.UNRELATED),
    ("lt", "galbūt", "turbūt", Kinship.UNKNOWN),
]


@pytest.mark.parametrize(("code", "one", "other", "wanted"), ALIKE)
def test_kinship(code: str, one: str, other: str, wanted: Kinship) -> None:
    assert kinship(one, other, language_of(code)) is wanted


@pytest.mark.parametrize(("code", "one", "other", "wanted"), ALIKE)
def test_it_is_the_same_the_other_way_round(code: str, one: str, other: str, wanted: Kinship) -> None:
    turned = {Kinship.BROADER: Kinship.NARROWER}.get(wanted, wanted)
    assert kinship(other, one, language_of(code)) is turned


@lru_cache(maxsize=1)
def told() -> dict[str, Counter[Kinship]]:
    """Return what the words of all pairs are told to be to each other, by what they are."""
    found: dict[str, Counter[Kinship]] = {}
    for line in PAIRS.read_text(encoding="utf-8").splitlines():
        code, kind, *words = line.split("\t")
        one, other = map(fold, words)
        found.setdefault(kind, Counter())[kinship(one, other, language_of(code))] += 1
    return found


def test_synonyms_are_never_taken_for_opposites_or_for_things_of_one_kind() -> None:
    synonyms = told()["synonym"]
    assert not synonyms[Kinship.OPPOSITE]
    assert not synonyms[Kinship.SISTER]
    assert synonyms[Kinship.UNRELATED] <= 0.04 * synonyms.total()
    assert synonyms[Kinship.SYNONYM] + synonyms[Kinship.NEAR] >= 0.75 * synonyms.total()


def test_most_opposites_are_known_and_of_different_things_those_of_one_kind() -> None:
    opposites, apart = told()["opposite"], told()["apart"]
    assert opposites[Kinship.OPPOSITE] >= 0.6 * opposites.total()
    assert apart[Kinship.SISTER] >= 0.2 * apart.total()
    assert apart[Kinship.SISTER] + apart[Kinship.UNRELATED] >= 0.8 * apart.total()


@pytest.mark.parametrize(
    ("code", "key", "wanted"),
    [
        ("sv", "hjälpen", True),
        ("de", "wasser", True),
        ("nl", "amsterdam", False),
        ("ru", "москва", False),
        ("xx", "a", False),
    ],
)
def test_a_word_is_one_that_is_no_name(code: str, key: str, wanted: bool) -> None:
    assert is_word(key, language_of(code)) is wanted


def test_a_language_without_a_thesaurus_has_an_empty_one() -> None:
    assert load_thesaurus(language_of("xx")) is EMPTY
    assert EMPTY.senses("word").all == frozenset()
    assert kinship("ena", "dva", language_of("xx")) is Kinship.UNKNOWN


@pytest.mark.parametrize("code", ["en", "de", "fr", "es", "ru", "uk", "pl", "da"])
def test_every_line_of_a_thesaurus_is_found(code: str) -> None:
    thesaurus = load_thesaurus(language_of(code))
    words = thesaurus.lines[: thesaurus.middle].decode().splitlines()
    assert words == sorted(words, key=lambda line: line.partition("\t")[0])
    for line in words[:: len(words) // 50]:
        assert thesaurus.senses(line.partition("\t")[0]).all
    for line in thesaurus.lines[thesaurus.middle + 1 :].decode().splitlines()[::5000]:
        assert thesaurus.concept(line.partition("\t")[0]) != Concept()
