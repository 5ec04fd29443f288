"""Growth: what twice as much of each thing costs, in the processor's time: 2 is in proportion, 4 is each with each.

Both sizes are made of other words, so that nothing is remembered from one to the other.
"""

import gc
import random
import time
from collections.abc import Callable, Iterator, Sequence
from types import MappingProxyType

from editing import make_state
from figure import Figure
from grouping import STOP, SYLLABLES, make_items

from crossquote.comparison.compare import compare
from crossquote.comparison.reading.side import Side
from crossquote.grouping.group import group_quotes
from crossquote.grouping.namesakes import SpokenName
from crossquote.grouping.people import find_people
from crossquote.language.language import language_of
from crossquote.message import message
from crossquote.model.article import Article, Detection
from crossquote.model.state import State
from crossquote.progress import finish
from crossquote.work.session import Session
from crossquote.work.stages.find_quotes import find_in
from crossquote.work.stages.pipeline import settle

EN = language_of("en")
GOAL = 2.2
Action = Callable[[], object]


def measure() -> Iterator[Figure]:
    """Yield the figures of growth: each is what twice the size costs, beside the size, and may cost 2.2 times that."""
    for name, size, prepare in (
        ("articles of 40 quotes", 60, _articles),
        ("words in one article", 12_000, _article),
        ("renditions of an utterance", 40, _renditions),
        ("words in a quote", 5_000, _words),
        ("numbers in a quote", 1_500, _numbers),
        ("quotes", 5_000, _quotes),
        ("speakers' names", 800, _names),
    ):
        _seconds(prepare(size // 8))  # what is loaded once is loaded now
        small, large = (_seconds(prepare(count)) for count in (size, 2 * size))
        yield Figure(f"{2 * size:,} {name}, beside half", large, small, GOAL * small)


def _seconds(action: Action) -> float:
    gc.collect()
    start = time.process_time()
    action()
    return time.process_time() - start


def _said(count: int, chance: random.Random) -> list[str]:
    """Return words, one after the other, a full stop now and then."""
    words = ["".join(chance.choices(SYLLABLES, k=3)) for _ in range(3000)]
    said = [chance.choice(STOP if chance.random() < 0.45 else words) for _ in range(count)]
    return [f"{word}." if place % 17 == 16 else word for place, word in enumerate(said)]


def _varied(said: Sequence[str], chance: random.Random) -> str:
    return " ".join(word if chance.random() < 0.85 else chance.choice(said) for word in said)


def _articles(count: int) -> Action:
    state = make_state(count, seed=count)
    return lambda: _settle(state)


def _settle(state: State) -> object:
    return finish(settle(Session(), state, message("did.add-articles", count=len(state.articles))))


def _state(texts: Sequence[str]) -> State:
    articles = {
        f"a{number:04}": Article(f"a{number:04}", text, "Ferries", f"Outlet {number}", detection=Detection("en", 1.0))
        for number, text in enumerate(texts)
    }
    return State(articles=MappingProxyType(articles))


def _article(count: int) -> Action:
    chance = random.Random(count)
    parts = [" ".join(_said(30, chance)).capitalize() for _ in range(count // 60)]
    text = "\n\n".join(f"“{part},” Ada Berg said. {' '.join(_said(30, chance)).capitalize()}." for part in parts)
    state = _state([text])
    return lambda: finish(find_in(state, list(state.articles)))


def _renditions(count: int) -> Action:
    chance = random.Random(count)
    said = _said(60, chance)
    state = _state([f"“{_varied(said, chance)},” Ada Berg said." for _ in range(count)])
    found = finish(find_in(state, list(state.articles)))
    return lambda: _settle(found)


def _words(count: int) -> Action:
    chance = random.Random(count)
    said = _said(count, chance)
    sides = Side(" ".join(said), EN), Side(_varied(said, chance), EN)
    return lambda: compare(*sides)


def _numbers(count: int) -> Action:
    chance = random.Random(count)
    numbers = [str(chance.randrange(10**6)) for _ in range(count)]
    others = [number if chance.random() < 0.9 else str(chance.randrange(10**6)) for number in numbers]
    sides = Side(" and ".join(numbers), EN), Side(" and ".join(others), EN)
    return lambda: compare(*sides)


def _quotes(count: int) -> Action:
    items = make_items(count, seed=count)
    return lambda: group_quotes(items)


def _names(count: int) -> Action:
    chance = random.Random(count)

    def word() -> str:
        return "".join(chance.choices(SYLLABLES, k=3)).capitalize()

    names = {SpokenName(f"{word()} {word()}", EN) for _ in range(count)}
    return lambda: finish(find_people(names, {}))
