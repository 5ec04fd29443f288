"""Similarity: what speaks for two texts being one utterance."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crossquote.language.language import language_of
from crossquote.text.chances import Chances, count_chances
from crossquote.text.romanize import name_skeleton
from crossquote.text.similarity import liken, weigh_strangers
from crossquote.text.sketch import WordKind, join_sketches, sketch
from crossquote.text.stems import fold_accents, stem
from crossquote.text.weights import COMMON, RARE, STOP, weight

EN = language_of("en")


def score(first: str, second: str) -> float:
    one, other = sketch(first, EN), sketch(second, EN)
    return liken(one, other, count_chances([[one], [other]])).score


def test_a_rendition_is_likelier_than_another_quote_on_the_topic() -> None:
    base = "We asked the harbour master to release the trawlers before dawn"
    assert score(base, "The harbour master was asked by us to let the trawlers go before dawn") > 10
    assert score(base, "The trawlers are the oldest in the fleet") < score(base, "release the trawlers before dawn")
    assert score(base, "Nobody expects an easy winter") < 0


def test_what_an_article_repeats_tells_less() -> None:
    one, other = (
        sketch("The dam will hold", EN),
        sketch("They say that the dam is safe", EN),
    )
    apart = count_chances([[one], [other]])
    topical = count_chances(
        [
            [one, sketch("Everyone looks at the dam", EN), sketch("A dam is a dam", EN)],
            [other],
        ]
    )
    assert liken(one, other, topical).score < liken(one, other, apart).score


def test_a_likeness_says_what_is_shared_missing_and_near() -> None:
    one, other = (
        sketch("a terrible flood in Delmark", EN),
        sketch("the horrible floods that came to Delmark", EN),
    )
    likeness = liken(one, other, count_chances([[one], [other]]))
    assert set(likeness.shared) == {"flood", "delmark"}
    assert likeness.near == ("terribl",)
    assert likeness.missing == ()


def test_several_translations_know_more_than_one() -> None:
    joined = join_sketches([sketch("a big flood", EN), sketch("a great inundation", EN)])
    assert {"flood", "inund"} <= set(joined.kinds)


@pytest.mark.parametrize(
    ("word", "kind"),
    [("the", WordKind.STOP), ("people", WordKind.COMMON), ("1,200", WordKind.NUMBER), ("trawler", WordKind.RARE)],
)
def test_kinds(word: str, kind: WordKind) -> None:
    assert kind in sketch(f"of {word}", EN).kinds.values()


@pytest.mark.parametrize(
    ("first", "second", "language"),
    [
        ("spared", "spare", "en"),
        ("said", "say", "en"),
        ("harbour's", "harbours", "en"),
        ("життям", "життя", "uk"),
        ("жахлива", "жахливої", "uk"),
        ("городами", "города", "ru"),
        ("élèves", "élève", "fr"),
        ("re-open", "re-opened", "en"),
    ],
)
def test_inflected_forms_share_their_stem(first: str, second: str, language: str) -> None:
    assert stem(first, language_of(language)) == stem(second, language_of(language))


def test_accents_fold_where_they_are_no_letters() -> None:
    assert fold_accents("café") == "cafe"
    assert fold_accents("їжак") == "їжак"


def test_weights() -> None:
    assert [weight(word, EN) for word in ("the", "people", "trawler", "7")] == [STOP, COMMON, RARE, RARE]
    assert weight("og", language_of("da")) == STOP


@pytest.mark.parametrize(
    ("first", "second"),
    [("Zelensky", "Зеленський"), ("Zelensky", "Selenskyj"), ("Poutine", "Путін"), ("Shevchenko", "Chevtchenko")],
)
def test_names_sound_alike_across_scripts(first: str, second: str) -> None:
    assert name_skeleton(first) == name_skeleton(second)


SOME = st.lists(
    st.sampled_from(
        ["the", "of", "us", "used", "use", "it", "Delmark", "bridge", "dam", "was", "opened", "12", "closes", "to"]
    ),
    min_size=1,
)


@given(SOME, SOME)
def test_strangers_weigh_what_likening_them_gives(one: list[str], other: list[str]) -> None:
    first, second = sketch(" ".join(one), EN), sketch(" ".join(other), EN)
    likeness, found = liken(first, second, Chances({})), weigh_strangers(first, second)
    assert (found is None) is bool(likeness.shared)
    if found is not None:
        assert found == pytest.approx(likeness.score)
