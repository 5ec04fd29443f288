"""Whatever is edited, in whatever order: what grouping kept between the edits is what it makes from scratch."""

from collections.abc import Mapping
from dataclasses import dataclass

from hypothesis import example, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from crossquote.grouping.abreast import Abreast
from crossquote.grouping.candidates import each_of
from crossquote.grouping.group import Constraints, Item, blank, regroup
from crossquote.grouping.index import Index
from crossquote.grouping.landmarks import Landmarks
from crossquote.grouping.parallel import PARALLEL
from crossquote.language.language import UNKNOWN, language_of
from crossquote.progress import finish

LATIN = "We will not sign the treaty before winter harbour flood Delmark Lund 1,200 … said it of people"
WORDS = (*LATIN.split(), "мир", "угода", "和平")
EN, UK = language_of("en"), language_of("uk")
ARTICLES = ("north", "south", "west", "east")
IDS = [f"{article}:{number}" for article in ARTICLES for number in range(6)]
MARKS = {
    article: Landmarks(
        {sound: (row / 10 + shift,) for row, sound in enumerate(("lnd", "hlm", "brg", "1200", "dlm"), 1)}
    )
    for article, shift in zip(ARTICLES, (0.0, 0.02, 0.04, 0.3), strict=True)
}
texts = st.lists(st.sampled_from(WORDS), max_size=12).map(" ".join)
speakers = st.sampled_from([None, "Ada Lund", "Lund", "Per Holm", "officials"])
pairs = st.frozensets(st.sampled_from(IDS), min_size=2, max_size=2)


@st.composite
def items(draw: st.DrawFn, id_: str) -> Item:
    text, language = draw(texts), draw(st.sampled_from([EN, EN, UK, UNKNOWN]))
    translation = text if language is EN else draw(st.one_of(st.none(), texts))
    place = draw(st.one_of(st.none(), st.sampled_from([0.1, 0.2, 0.3, 0.5, 0.8])))
    article, alone = id_.partition(":")[0], draw(st.booleans())
    return Item(id_, article, language, text, translation, draw(speakers), alone=alone, place=place)


@dataclass(frozen=True)
class Edit:
    """What changes: items, what the user decided, the articles that are open; who speaks, as far as items are there."""

    changed: dict[str, Item | None]
    decided: Constraints
    open: frozenset[str]
    spoken: dict[str, str | None]

    def of(self, there: Mapping[str, Item]) -> dict[str, Item | None]:
        """Return the items that are others than those that are `there`, or gone."""
        said = {id_: replace(there[id_], speaker=name) for id_, name in self.spoken.items() if id_ in there}
        return {**said, **self.changed}


@st.composite
def edits(draw: st.DrawFn) -> Edit:
    ids = draw(st.lists(st.sampled_from(IDS), max_size=4, unique=True))
    changed = {id_: draw(st.one_of(st.none(), items(id_), items(id_))) for id_ in ids}
    decided = Constraints(tuple(draw(st.lists(pairs, max_size=2))), tuple(draw(st.lists(pairs, max_size=2))))
    spoken = draw(st.dictionaries(st.sampled_from(IDS), speakers, max_size=4))
    return Edit(changed, decided, draw(st.frozensets(st.sampled_from(ARTICLES), min_size=1)), spoken)


def seen(index: Index) -> object:
    """Return all that an index knows, by keys instead of numbers."""
    key = {number: unit.key for number, unit in index.units.items()}
    return (
        {unit.key: unit for unit in index.units.values()},
        index.setting,
        {part: {key[number] for number in numbers} for part, numbers in index.speakers.items()},
        index.counts,
        {
            space: {
                key[number]: ([(shared, key[other]) for shared, other in each_of(likely)], one.listed[number])
                for number, likely in one.likely.items()
            }
            for space, one in index.candidates.items()
        },
        {key[number]: {key[other] for other in others} for number, others in index.pairs.items()},
        {key[number]: {key[other]: bond for other, bond in bonds.items()} for number, bonds in index.bonds.items()},
        {key[number]: {key[other] for other in members} for number, members in index.component.items()},
        index.groups,
        index.possible,
        dict(index.struck.items()),
        (index.abreast.quoted, index.abreast.near, aligned(index.abreast), index.abreast.counterparts),
    )


def aligned(abreast: Abreast) -> object:
    """Return what came of the pairs of articles; of those that are not parallel it is not told how likely they are."""
    return {
        article: {
            other: (one.quotes, one.weights, one.alignment.pairs, max(PARALLEL, one.alignment.parallel))
            for other, one in own.items()
        }
        for article, own in abreast.aligned.items()
    }


def said(id_: str, code: str, text: str, translation: str) -> Item:
    """Return a quote that nobody is named for."""
    return Item(id_, id_.partition(":")[0], language_of(code), text, translation)


NORTH, NOTHING = frozenset({"north"}), Constraints()
ANOTHER_LANGUAGE = [
    Edit({"west:0": said("west:0", "uk", "", "will")}, Constraints(), NORTH, {}),
    Edit(
        {"west:0": said("west:0", "en", "", ""), "north:2": said("north:2", "en", "We", "We")},
        Constraints(),
        NORTH,
        {},
    ),
]
"""A quote says nothing any more in the language in which another word's chance is another now."""


@settings(max_examples=25, deadline=None)
@example(ANOTHER_LANGUAGE)
@given(st.lists(edits(), min_size=1, max_size=8))
def test_what_is_kept_between_edits_is_what_comes_from_scratch(sequence: list[Edit]) -> None:
    index = blank(EN)
    there: dict[str, Item] = {}
    for edit in sequence:
        changed = edit.of(there)
        there = {id_: item for id_, item in {**there, **changed}.items() if item is not None}
        marks = {article: MARKS[article] for article in edit.open}
        index = finish(regroup(index, changed, edit.decided, marks))
        scratch = finish(regroup(blank(EN), there, edit.decided, marks))
        assert seen(index) == seen(scratch)


@settings(max_examples=10, deadline=None)
@given(st.lists(edits(), min_size=1, max_size=4), st.integers(1, 40))
def test_it_is_in_a_large_set_too(sequence: list[Edit], many: int) -> None:
    others = {f"{n % 7}:{n}": Item(f"{n % 7}:{n}", str(n % 7), EN, t, t, s) for n, (t, s) in enumerate(crowd(many * 8))}
    index, there = finish(regroup(blank(EN), others, Constraints())), dict(others)
    for edit in sequence:
        changed = edit.of(there)
        there = {id_: item for id_, item in {**there, **changed}.items() if item is not None}
        index = finish(regroup(index, changed, edit.decided))
        assert seen(index) == seen(finish(regroup(blank(EN), there, edit.decided)))


SAID = (
    "We will not sign the treaty of Delmark before winter",
    "The harbour was under flood for 1,200 people",
    "Nobody drowned in the harbour of Delmark",
    "It had nothing to do with the treaty",
    "People said it would flood again in winter",
    "We lost 12 boats and our temper",
)


@settings(max_examples=20, deadline=None)
@given(st.lists(st.dictionaries(st.sampled_from(IDS), speakers, min_size=1, max_size=6), min_size=2, max_size=6))
def test_who_else_speaks_leads_where_working_everything_out_anew_does(sequence: list[dict[str, str | None]]) -> None:
    there = {f"{article}:{row}": rendition(article, row) for article in ARTICLES for row in range(len(SAID))}
    index = finish(regroup(blank(EN), there, Constraints(), MARKS))
    for spoken in sequence:
        changed = {id_: replace(there[id_], speaker=name) for id_, name in spoken.items()}
        there |= changed
        index = finish(regroup(index, changed, Constraints(), MARKS))
        assert seen(index) == seen(finish(regroup(blank(EN), there, Constraints(), MARKS)))


def rendition(article: str, row: int) -> Item:
    """Return how an article renders a sentence: each leaves out a word of its own."""
    words = SAID[row].split()
    del words[(ARTICLES.index(article) + row) % len(words)]
    text = " ".join(words)
    speaker = ("Ada Lund", "Per Holm", None)[row % 3]
    return Item(f"{article}:{row}", article, EN, text, text, speaker, place=(row + 1) / 8)


def crowd(number: int) -> list[tuple[str, str]]:
    """Return texts of few words with their speakers, so that there are many of each."""
    said = [
        " ".join(WORDS[(7 * row + step * (row % 5 + 1)) % len(WORDS)] for step in range(4 + row % 9))
        for row in range(number)
    ]
    return [(text, ("Ada Lund", "Per Holm", "Mia Berg")[row % 3]) for row, text in enumerate(said)]


@settings(max_examples=20, deadline=None)
@given(st.lists(st.dictionaries(st.sampled_from(IDS), st.booleans(), min_size=1, max_size=4), min_size=1, max_size=6))
def test_what_is_struck_counts_alike_from_scratch(sequence: list[dict[str, bool]]) -> None:
    found = {f"{article}:{row}": rendition(article, row) for article in ARTICLES for row in range(len(SAID))}
    index, struck = finish(regroup(blank(EN), found, Constraints(), MARKS)), dict[str, Item]()
    for told in sequence:
        there = {id_: found[id_] for id_ in told if id_ in found}
        now = {id_: item if told[id_] else None for id_, item in there.items()}
        index = finish(
            regroup(index, {id_: None if told[id_] else item for id_, item in there.items()}, NOTHING, MARKS, now)
        )
        struck = {id_: item for id_, item in {**struck, **now}.items() if item is not None}
        left = {id_: item for id_, item in found.items() if id_ not in struck}
        assert seen(index) == seen(finish(regroup(blank(EN), left, NOTHING, MARKS, struck)))


def test_what_is_struck_makes_no_word_less_common() -> None:
    found = {f"{article}:{row}": rendition(article, row) for article in ARTICLES for row in range(len(SAID))}
    before = finish(regroup(blank(EN), found, NOTHING))
    wrong = "north:1"
    after = finish(regroup(before, {wrong: None}, NOTHING, struck={wrong: found[wrong]}))
    assert wrong not in after.unit_of
    assert after.setting.units == before.setting.units
    assert all(one is before.counts[space] for space, one in after.counts.items())
    back = finish(regroup(after, {wrong: found[wrong]}, NOTHING, struck={wrong: None}))
    assert seen(back) == seen(before)


def test_of_who_speaks_most_quotes_one_more_or_less_weighs_no_pair_anew() -> None:
    found = {f"{article}:{row}": rendition(article, row) for article in ARTICLES for row in range(len(SAID))}
    found = {id_: replace(item, speaker="Ada Lund") for id_, item in found.items()}
    before = finish(regroup(blank(EN), found, NOTHING))
    others = {id_: replace(found[id_], speaker=None) for id_ in ("north:0", "south:3", "west:5")}
    after = finish(regroup(before, others, NOTHING))
    assert after.setting == before.setting
