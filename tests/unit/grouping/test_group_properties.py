"""Whatever the quotes are: each has its place, their order makes no difference, and what the user decided holds."""

from itertools import combinations
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from crossquote.grouping.group import Constraints, Item, group_quotes
from crossquote.language.language import language_of

LATIN = "We will not sign the treaty before winter harbour flood Delmark Lund 1,200 … said it"
WORDS = (*LATIN.split(), "мир", "угода", "和平")
texts = st.lists(st.sampled_from(WORDS), max_size=9).map(" ".join)
speakers = st.sampled_from([None, "Ada Lund", "Lund", "Per Holm", "officials"])


@st.composite
def sets_of_items(draw: st.DrawFn) -> list[Item]:
    items = []
    for number in range(draw(st.integers(0, 9))):
        text, language = draw(texts), draw(st.sampled_from(["en", "uk", None]))
        translation = text if language == "en" else draw(st.one_of(st.none(), texts))
        article = draw(st.sampled_from(["north", "south", "west"]))
        items.append(Item(str(number), article, language_of(language), text, translation, draw(speakers)))
    return items


@settings(max_examples=60, deadline=None)
@given(sets_of_items(), st.randoms())
def test_order_makes_no_difference(items: list[Item], chance: Random) -> None:
    straight = group_quotes(items)
    assert [membership.id for membership in straight] == [item.id for item in items]
    leaders = {membership.utterance for membership in straight}
    assert all(membership.id == membership.utterance for membership in straight if membership.id in leaders)
    shuffled = list(items)
    chance.shuffle(shuffled)
    assert {m.id: m for m in group_quotes(shuffled)} == {m.id: m for m in straight}


@settings(max_examples=60, deadline=None)
@given(sets_of_items(), st.data())
def test_what_the_user_decided_holds(items: list[Item], data: st.DataObject) -> None:
    ids = [item.id for item in items]
    together = frozenset(data.draw(st.lists(st.sampled_from(ids or ["0"]), max_size=3)))
    rest = [id_ for id_ in ids if id_ not in together]
    apart = frozenset(data.draw(st.lists(st.sampled_from(rest or ["none"]), max_size=3)))
    found = {m.id: m.utterance for m in group_quotes(items, Constraints((together,), (apart,)))}
    assert len({found[id_] for id_ in together if id_ in found}) <= 1
    assert all(found[a] != found[b] for a, b in combinations(sorted(apart & found.keys()), 2))
