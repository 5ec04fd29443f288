"""Grouping: which quotes are one utterance, and why."""

import random

import pytest

from crossquote.grouping.group import Constraints, Item, group_quotes
from crossquote.language.language import language_of
from crossquote.model.quote import QuoteKind
from crossquote.wording.telling import tell

EN = language_of("en")
UK = language_of("uk")
DE = language_of("de")

DIRECT, MIXED, INDIRECT = QuoteKind.DIRECT, QuoteKind.MIXED, QuoteKind.INDIRECT
LONG = (
    "We had a long and honest talk with the miners of Brunnfeld this morning, and I am sure that this dreadful strike "
    "can come to an end — BUT THE OWNERS MUST KEEP THEIR PROMISES, AND WE ARE IN A VERY BAD POSITION."
)
STORY = {
    "plea.1": (
        "north",
        "I have been pressing Governor Hale to reopen the harbour. It is a disgrace.",
        "Ada Lund",
        DIRECT,
    ),
    "plea.2": ("south", "pressed Governor Hale to reopen the harbour", "Lund", MIXED),
    "plea.3": ("south", "I asked Governor Hale urgently that the harbour be reopened.", "Minister Ada Lund", DIRECT),
    "long.1": ("south", LONG, "Per Holm", DIRECT),
    "long.2": ("north", "long and honest", "Holm", MIXED),
    "long.3": ("north", "this terrible strike can end", "Holm", MIXED),
    "long.4": ("north", "in a very bad situation", "Holm", MIXED),
    "calm.1": ("north", "there is no danger of flooding in the Delmark valley", "the Water Board", INDIRECT),
    "calm.2": ("south", "no danger", "officials", MIXED),
    "lone.1": ("south", "unfavourable", "officials", MIXED),
    "lone.2": ("north", "complete flooding", None, MIXED),
    "lone.3": ("north", "There are two ways out: talk or leave", "Eva Brandt", DIRECT),
    "lone.4": ("south", "Nobody asked the fishermen what they thought of it", "Eva Brandt", DIRECT),
}


def items(story: dict[str, tuple[str, str, str | None, QuoteKind]] = STORY) -> list[Item]:
    return [Item(id_, article, EN, text, text, who, kind) for id_, (article, text, who, kind) in story.items()]


def groups(of: list[Item], constraints: Constraints | None = None) -> set[frozenset[str]]:
    found: dict[str, set[str]] = {}
    for membership in group_quotes(of, constraints):
        found.setdefault(membership.utterance, set()).add(membership.id)
    return {frozenset(ids) for ids in found.values()}


def english(id_: str, text: str, speaker: str | None = None, article: str | None = None) -> Item:
    return Item(id_, article or id_, EN, text, text, speaker)


def test_a_story_in_two_articles() -> None:
    expected: dict[str, set[str]] = {}
    for id_ in STORY:
        expected.setdefault(id_ if id_.startswith("lone") else id_.split(".")[0], set()).add(id_)
    assert groups(items()) == {frozenset(ids) for ids in expected.values()}


def test_the_order_makes_no_difference() -> None:
    listed = items()
    straight = {m.id: m for m in group_quotes(listed)}
    random.Random(3).shuffle(listed)
    assert {m.id: m for m in group_quotes(listed)} == straight


def test_the_longest_leads_and_the_reason_can_be_read() -> None:
    found = {m.id: m for m in group_quotes(items())}
    assert found["long.3"].utterance == "long.1"
    assert found["plea.2"].utterance == "plea.1"
    assert tell(found["plea.2"].reason) == "shares “pressed Governor Hale”, “harbour”, “reopen”; same speaker"
    assert 0 < found["plea.2"].score < 1
    assert not found["lone.3"].reason


def test_the_same_words_of_two_people_are_two_utterances() -> None:
    text = "We will not sign this treaty before the winter"
    two = [english("a", text, "Ada Lund"), english("b", text, "Per Holm"), english("c", text, "Lund")]
    assert groups(two) == {frozenset("ac"), frozenset("b")}


def test_a_report_that_runs_two_together_joins_only_one() -> None:
    both = "in May the northern fleet gets twelve grey fishing boats and the southern yard builds steel towers"
    reports = [
        ("both", both),
        ("boats", "twelve grey fishing boats in May for the northern fleet"),
        ("towers", "steel towers which the southern yard builds"),
    ]
    told = [Item(id_, id_, EN, text, text, "Ada Lund", INDIRECT) for id_, text in reports]
    assert not any({"boats", "towers"} <= group for group in groups(told))
    marked = [Item(id_, id_, EN, text, text, "Ada Lund", DIRECT) for id_, text in reports]
    assert groups(marked) == {frozenset({"both", "boats", "towers"})}


def test_a_single_word_joins_only_itself_by_the_same_speaker() -> None:
    words = [english("a", "traitors", "Ada Lund"), english("b", "traitors", "Lund"), english("c", "traitors")]
    longer = english("d", "They are traitors and nothing else will be said of them", "Ada Lund")
    assert groups([*words, longer]) == {frozenset("ab"), frozenset("c"), frozenset("d")}


def test_translations_meet_and_originals_in_one_language_meet_in_it() -> None:
    found = groups(
        [
            Item(
                "en",
                "a",
                EN,
                "The bridge over the Ruma will open on 4 May",
                "The bridge over the Ruma will open on 4 May",
            ),
            Item(
                "uk",
                "b",
                UK,
                "Міст через Руму відкриють 4 травня",
                "The bridge across the Ruma is to be opened on May 4",
            ),
            Item("uk2", "c", UK, "Міст через Руму буде відкрито 4 травня", None),
            Item("de", "d", DE, "Niemand hat uns gefragt", "Nobody asked us"),
        ]
    )
    assert found == {frozenset({"en", "uk", "uk2"}), frozenset({"de"})}


def test_without_a_translation_names_and_numbers_join() -> None:
    found = groups(
        [
            Item("uk", "a", UK, "Потім Зеленський і Макрон передали Харкову 150 автобусів", None),
            Item("de", "b", DE, "Später übergaben Selenskyj und Macron der Stadt Charkiw 150 Busse", None),
            Item("fr", "c", language_of("fr"), "Personne ne nous a demandé notre avis", None),
        ]
    )
    assert frozenset({"c"}) not in found
    assert frozenset({"fr"}) in found


@pytest.mark.parametrize("together", [("lone.1", "lone.3"), ("long.2", "plea.3")])
def test_what_the_user_put_together_stays_together(together: tuple[str, str]) -> None:
    found = groups(items(), Constraints(together=(frozenset(together),)))
    assert any(set(together) <= ids for ids in found)


@pytest.mark.parametrize("apart", [("long.1", "long.3"), ("plea.1", "plea.2"), ("plea.2", "plea.3")])
def test_what_the_user_took_apart_stays_apart(apart: tuple[str, str]) -> None:
    found = groups(items(), Constraints(apart=(frozenset(apart),)))
    assert not any(set(apart) <= ids for ids in found)


def test_constraints_about_unknown_quotes_do_no_harm() -> None:
    assert groups(items(), Constraints(together=(frozenset({"gone", "long.1"}),), apart=(frozenset({"x", "y"}),)))


def test_nothing_gives_nothing() -> None:
    assert group_quotes([]) == ()
    assert (
        len(group_quotes([Item("a", "a", language_of(None), "", None), Item("b", "b", language_of(None), "…", None)]))
        == 2
    )
