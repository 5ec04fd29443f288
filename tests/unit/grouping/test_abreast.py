"""Articles that go abreast: translations of one text meet quote by quote, without a translation; others don't."""

import random
from collections.abc import Sequence
from functools import partial
from itertools import product

from hypothesis import given, settings
from hypothesis import strategies as st

from crossquote.grouping.abreast import Abreast, Quoted, realign
from crossquote.grouping.counterparts import speakers_say, weigh
from crossquote.grouping.group import Constraints, Item, blank, regroup
from crossquote.grouping.landmarks import Landmarks, find_landmarks, keep_pace
from crossquote.grouping.parallel import PARALLEL, align, align_again, weigh_again, weigh_pairs
from crossquote.grouping.same_person import Same
from crossquote.language.language import language_of
from crossquote.model.quote import QuoteKind
from crossquote.progress import finish

EN, UK = language_of("en"), language_of("uk")
ENGLISH = (
    "The ferry Norrland ran aground off Sarneth on Tuesday with 214 people on board. “We saw the rocks too late,” said "
    "captain Ilka Torvane. The port of Dalvik sent 3 boats. “Nobody drowned,” said Benek Arrado of the coast guard, "
    "who had left Kessrin at noon. The owner, Brandt Lines, was fined 1,250 crowns in May. “That had nothing to do "
    "with the steering,” he said. All were taken to Holmstad. “I lost my bags and my temper,” said Mia Lund, 47."
)
UKRAINIAN = (
    "Паром Норрланд сів на мілину біля Сарнета у вівторок, на борту було 214 людей. «Ми запізно побачили скелі», — "
    "сказала капітанка Ілка Торван. Порт Далвік надіслав 3 катери. «Ніхто не потонув», — сказав Бенек Аррадо з "
    "берегової охорони, який опівдні вийшов з Кессріна. Власника, Брандт Лайнс, у травні оштрафували на 1250 крон. "
    "«Це не має нічого спільного з кермом», — сказав Аррадо. Пасажирів відвезли до Гольмстада. «Я втратила валізи й "
    "терпець», — сказала Міа Лунд, 47 років."
)
APART = (
    "Mia Lund, 47, has opened a bakery in Holmstad. “I lost my bags and my temper,” she said of the Norrland, aground "
    "off Sarneth in May. The oven cost 1,250 crowns. “Nobody bakes like we do,” said her partner. Dalvik has 214 "
    "shops. “We open at six,” she said; Kessrin comes next, with Brandt Lines as its landlord."
)
_MARKS = {"“": "”", "«": "»"}


def quotes(article: str, text: str, language: str) -> list[Item]:
    """Return the quotes in marks of a text."""
    found: list[Item] = []
    start = -1
    for place, sign in enumerate(text):
        if sign in _MARKS:
            start = place + 1
        elif sign in _MARKS.values():
            words = text[start:place].strip(",")
            number, at = len(found), start / len(text)
            translation = words if language == "en" else None
            kind = QuoteKind.DIRECT
            found.append(
                Item(f"{article}{number}", article, language_of(language), words, translation, kind=kind, place=at)
            )
    return found


def groups(*told: tuple[str, str, str]) -> set[frozenset[str]]:
    items = [item for article, text, language in told for item in quotes(article, text, language)]
    marks = {article: find_landmarks(text) for article, text, _ in told}
    index = finish(regroup(blank(EN), {item.id: item for item in items}, Constraints(), marks))
    return {frozenset(member.id for member in members) for members in index.groups.values() if len(members) > 1}


def test_a_translation_meets_its_original_quote_by_quote() -> None:
    found = groups(("a", ENGLISH, "en"), ("b", UKRAINIAN, "uk"))
    assert found == {frozenset({f"a{number}", f"b{number}"}) for number in range(4)}


def test_one_article_more_changes_nothing_for_the_others() -> None:
    found = groups(("a", ENGLISH, "en"), ("b", UKRAINIAN, "uk"), ("c", APART, "en"))
    assert {frozenset({"a0", "b0"}), frozenset({"a1", "b1"}), frozenset({"a2", "b2"})} <= found


def test_who_has_but_a_few_of_many_names_at_one_place_is_not_tried() -> None:
    def tried(met: int) -> bool:
        own = {one: [f"{one}{number}" for number in range(20 - met)] for one in "ab"}
        marks = {
            one: Landmarks({name: (place / 20,) for place, name in enumerate([*names, *"uvxyz"[:met]])})
            for one, names in own.items()
        }
        items = {one: Item(one, one, EN, "Nobody drowned", None, place=0.5) for one in "ab"}
        return bool(finish(realign(Abreast(), Quoted(items, marks, EN), items, frozenset("ab")))[0].aligned)

    assert tried(5)
    assert not tried(3)


def test_articles_that_share_names_but_no_order_do_not_meet() -> None:
    assert groups(("b", UKRAINIAN, "uk"), ("c", APART, "en")) == set()


def test_a_quote_that_only_one_article_has_stays_alone() -> None:
    more = ENGLISH.replace("The port of Dalvik", "“The engine was new,” said an officer. The port of Dalvik")
    found = groups(("a", more, "en"), ("b", UKRAINIAN, "uk"))
    assert not any("a1" in one for one in found)
    assert {frozenset({"a0", "b0"}), frozenset({"a3", "b2"}), frozenset({"a4", "b3"})} <= found


def test_landmarks_are_names_and_numbers_by_their_sounds() -> None:
    here, there = find_landmarks(ENGLISH).places, find_landmarks(UKRAINIAN).places
    assert {"214", "1250", "47", "dlv", "ksr", "brn", "nrl"} <= here.keys() & there.keys()
    assert find_landmarks("").places == {}


def test_a_place_is_carried_over_between_the_landmarks_around_it() -> None:
    here, there = find_landmarks("x " * 50 + "Sarneth " + "x " * 50), find_landmarks("x " * 46 + "Sarneth " + "x " * 54)
    come = keep_pace(here, there)
    place, other = here.places["srn"][0], there.places["srn"][0]
    assert come(0.0) == 0.0
    assert come(1.0) == 1.0
    assert abs(come(place) - other) < 1e-9
    assert abs(come(place / 2) - other / 2) < 1e-9


def test_alignment_weighs_all_ways() -> None:
    places = [0.1, 0.3, 0.5, 0.7, 0.9]
    likely = align(places, places, weigh_pairs(places, places, lambda i, j: 2.0 if i == j else -2.0))
    assert likely.parallel > 0.9
    assert all(likely.pairs[n, n] > 0.9 for n in range(5))
    assert align(places, places, weigh_pairs(places, places, lambda _i, _j: -3.0)).parallel < 0.5
    assert align([], places, []).parallel == 0.0


def _value(rows: Sequence[Sequence[float]], i: int, j: int) -> float:
    return rows[i][j]


def test_articles_of_one_event_are_not_parallel_by_chance() -> None:
    """Two people speak in both, in any order, and one sentence is the same: the rest stands where it happens to."""
    chance = random.Random(1)

    def drawn(size: int) -> list[tuple[float, bool]]:
        return [(place, chance.random() < 0.5) for place in sorted(chance.random() for _ in range(size))]

    taken = 0
    for _ in range(100):
        here, there = drawn(8), drawn(10)
        words = [[chance.gauss(-1.0, 1.2) for _ in there] for _ in here]
        same = chance.randrange(8), chance.randrange(10)
        for (i, one), (j, other) in product(enumerate(here), enumerate(there)):
            words[i][j] = 7.0 if (i, j) == same else words[i][j] + (1.0 if one[1] == other[1] else -1.7)
        places = [place for place, _ in here], [place for place, _ in there]
        taken += align(*places, weigh_pairs(*places, partial(_value, words))).parallel >= PARALLEL
    assert taken <= 5


def test_what_few_people_say_all_through_is_no_sign_of_a_counterpart() -> None:
    def said(number: int, speaker: str) -> Item:
        return Item(f"{speaker}{number}", "a", EN, "We go", "We go", speaker, QuoteKind.DIRECT, place=0.0)

    alone = [said(number, "Ilka Torvane") for number in range(4)]
    many = [said(number, name) for number, name in enumerate(("Ilka Torvane", "Benek Arrado", "Mia Lund", "Jan Holt"))]
    assert speakers_say(alone, alone)[Same.YES] < speakers_say(many, many[:2])[Same.YES]
    assert speakers_say(alone, alone)[Same.NO] > speakers_say(many, many)[Same.NO]
    assert speakers_say((), many) == speakers_say(many, many)


@settings(deadline=None)
@given(st.integers(0, 10**9))
def test_what_is_known_of_articles_that_are_not_parallel_holds_as_long_as_it_must(seed: int) -> None:
    chance = random.Random(seed)
    places = [number / 9 for number in range(chance.randint(1, 9))]
    weights = weigh_pairs(places, places, lambda _i, _j: chance.gauss(-2.0, 4.0))
    known = align(places, places, weights)
    for _ in range(6):
        rows, columns = ({place for place in range(len(places)) if chance.random() < 0.2} for _ in range(2))
        turned = weigh_again(weights, rows, columns, lambda _i, _j: chance.gauss(0.0, 4.0))
        known = align_again(known, weights, places, places, turned)
        scratch = align(places, places, turned)
        assert known.pairs == scratch.pairs
        assert known == scratch or scratch.parallel <= known.parallel < PARALLEL
        weights = turned


def test_names_alone_make_no_counterparts_in_one_language() -> None:
    def said(id_: str, text: str) -> Item:
        return Item(id_, id_, EN, text, text, None, QuoteKind.INDIRECT, place=0.0)

    headline = said("a", "Torvane's talk with Arrado")
    assert weigh(headline, said("b", "urged Arrado to send boats"), EN) < 0
    assert weigh(headline, said("b", "there was no talk of Torvane with Arrado"), EN) > 0


def test_articles_of_very_many_quotes_are_not_held_against_each_other() -> None:
    many = {
        f"{article}{n}": Item(f"{article}{n}", article, EN, f"We said {n}", f"We said {n}", place=n / 201)
        for article in "ab"
        for n in range(201)
    }
    marks = {article: find_landmarks(ENGLISH) for article in "ab"}
    index = finish(regroup(blank(EN), many, Constraints(), marks))
    assert index.abreast.near.keys() == {"a", "b"}
    assert index.abreast.aligned == {}
