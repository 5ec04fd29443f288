"""What says the same thing without end costs in proportion to its length: the calls are counted, not the time."""

import random
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType

import pytest

from crossquote.comparison.compare import compare
from crossquote.comparison.reading.side import Side
from crossquote.language.language import language_of

EN = language_of("en")
GOAL = 2.6
"""What twice as much may cost."""
MONTHS = ("January", "March", "May", "June", "August")


@contextmanager
def counted() -> Iterator[list[int]]:
    """Give a list whose one number is how many functions are called."""
    calls = [0]

    def count(_frame: FrameType, event: str, _argument: object) -> None:
        calls[0] += event == "call"

    before = sys.getprofile()
    sys.setprofile(count)
    try:
        yield calls
    finally:
        sys.setprofile(before)


def word(chance: random.Random) -> str:
    return "".join(chance.choices("bdgklmnrst", k=3)) + "a"


SAID: dict[str, Callable[[random.Random], str]] = {
    "dates": lambda chance: f"{chance.randint(1, 20)} {chance.choice(MONTHS)} or then",
    "times": lambda chance: f"{chance.randrange(24)}:{chance.randrange(60):02} or then",
    "sums apart": lambda chance: f"5 {chance.choice(('dollars', 'euros', 'pounds'))} and {word(chance)}",
    "fragments": lambda chance: f"{word(chance)} … then",
}


@pytest.mark.parametrize("name", SAID)
def test_a_quote_of_one_thing_costs_in_proportion(name: str) -> None:
    def cost(count: int) -> int:
        chance = random.Random(count)
        kept = 0.0 if name.endswith("apart") else 0.9
        base = [SAID[name](chance) for _ in range(count)]
        text = [one if chance.random() < kept else SAID[name](chance) for one in base]
        with counted() as calls:
            compare(Side(" ".join(base), EN), Side(" ".join(text), EN))
        return calls[0]

    cost(40)  # what is loaded once
    assert cost(600) < GOAL * cost(300)
