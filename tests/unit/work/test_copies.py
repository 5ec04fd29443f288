"""Outlets that print the same text are one witness, and that is said."""

from collections.abc import Sequence

import pytest

from counting import counted
from crossquote.message import message
from crossquote.model.state import State
from crossquote.progress import finish
from crossquote.text.one_source import find_copies, trace_of
from crossquote.work.copies import copies_among, sources_among
from crossquote.work.report import gather_report
from crossquote.work.session import Session
from crossquote.work.stages.add_articles import read_text
from crossquote.work.stages.pipeline import add_text

WIRE = (
    "“We will not close the harbour before May,” mayor Ada Lindqvist told reporters in the town hall on Tuesday. "
    "The council had met for nine hours with the fishermen and with all those who own boats in the old harbour. "
    "The ice broke two of the three piers in the winter, and nobody has said yet who is to pay for new ones. "
    "Work is to begin in June, and it is to cost some four million crowns over the next two years, the town said."
)
OWN = (
    "The mayor of Norrvik spoke on Tuesday, and she chose her words with care. “We will not close the harbour before "
    "May,” Ada Lindqvist said, while a hundred people waited in the rain to hear what would become of the boats. "
    "Some of them had come from the islands, where no ship has called since the piers were broken by the ice."
)


def opened(texts: Sequence[tuple[str, str]]) -> State:
    session = Session()
    for outlet, text in texts:
        finish(add_text(session, text, outlet))
    return session.state


def outlets(state: State) -> list[list[str]]:
    return [[state.articles[key].outlet for key in one] for one in sources_among(copies_among(state.articles))]


def test_those_that_print_the_same_text_are_one_witness_whatever_they_put_over_and_under_it() -> None:
    state = opened([("Post", WIRE), ("Coast", f"Harbour stays\n\n{WIRE}\n\nThe Coast adds this."), ("Island", OWN)])
    assert outlets(state) == [["Post", "Coast"]]
    report = gather_report(state)
    assert report.witnesses == (message("report.same-text", outlets=("Post", "Coast")),)
    assert report.remarks == report.witnesses
    first, second, third = report.articles
    assert (first.copies, second.copies, third.copies) == ((second.article.id,), (first.article.id,), ())


def test_two_who_quote_the_same_words_are_two() -> None:
    assert outlets(opened([("Post", WIRE), ("Island", OWN)])) == []


def test_one_outlet_that_is_there_twice_is_said_to_be() -> None:
    report = gather_report(opened([("Post", WIRE), ("Post", f"{WIRE}\nMore.")]))
    assert report.witnesses == (message("report.same-text-again", outlet="Post", number=2),)


def test_what_was_set_aside_makes_no_two_articles_one() -> None:
    menu = "\n".join(
        f"Read also: the {number}th story of this week about the town and its harbour" for number in range(40)
    )
    assert outlets(opened([("Post", f"{WIRE}\n\n{menu}"), ("Coast", f"{OWN}\n\n{menu}")])) == []


def test_the_very_same_text_is_not_taken_in_twice_and_that_is_told() -> None:
    state = read_text(State(), WIRE, "Post").state
    again = read_text(state, WIRE, "Coast")
    assert (again.added, again.again) == ((), 1)


@pytest.mark.parametrize("same", [True, False])
def test_many_articles_are_held_against_each_other_in_proportion_to_their_number(*, same: bool) -> None:
    def cost(count: int) -> int:
        made = {str(n): f"{n} {WIRE}" if same else " ".join(f"word{n}x{at}" for at in range(80)) for n in range(count)}
        with counted() as calls:
            find_copies({name: trace_of(text) for name, text in made.items()})
        return calls[0]

    assert cost(800) < 5 * cost(200)


def test_what_the_work_found_the_window_finds_again_at_once() -> None:
    """The window asks in the one event in which all is shown that came in."""
    state = opened([("Post", WIRE), ("Coast", f"{WIRE}\nMore is to come."), ("Island", OWN)])
    with counted() as calls:
        found = copies_among(state.articles)
    assert len(found) == 2
    assert calls[0] < 10
