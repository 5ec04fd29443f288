"""What the program finds in the sample stories, against what their `story.toml` says is there.

The floors are a little below what was measured; whoever raises a figure raises its floor.
"""

import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest
from msgspec import Struct

from crossquote.model.quote import Quote
from crossquote.model.state import State
from crossquote.model.translation import Flag
from crossquote.work.stories import Story, list_stories
from sample_stories import read_story


class Found(Struct, frozen=True):
    """How many of what a story holds were found."""

    quotes: int
    speakers: int
    together: int
    findings: int


FLOORS = {
    "ceasefire-call": Found(quotes=55, speakers=48, together=198, findings=16),
    "harbour-strike": Found(quotes=33, speakers=32, together=58, findings=8),
    "kessrin-dam": Found(quotes=30, speakers=29, together=60, findings=8),
}


class Ground(Struct, frozen=True):
    """A story as it is told, as the program sees it, and which of its quotes the program found."""

    told: Mapping[str, Any]
    state: State
    quotes: tuple[tuple[Mapping[str, Any], Mapping[str, Any], Quote], ...]


@cache
def ground_of(story: Story) -> Ground:
    """Return what the whole program finds in a story, beside what it was told to hold."""
    state = read_story(story)
    told = tomllib.loads((story.files[0].parent / "story.toml").read_text(encoding="utf-8"))
    return Ground(told, state, tuple(_matched(told, state)))


def _matched(told: Mapping[str, Any], state: State) -> Iterator[tuple[Mapping[str, Any], Mapping[str, Any], Quote]]:
    """Yield (article told, quote told, quote found); marks and a conjunction at the edges do not matter."""
    ids = {Path(article.path).name: article.id for article in state.articles.values()}
    for article in told["articles"]:
        text = state.articles[ids[article["file"]]].text
        left = list(state.quotes_of(ids[article["file"]]))
        for quote in article["quotes"]:
            wanted = " ".join(quote["parts"])
            found = next((one for one in left if _same(one.text(text), wanted)), None)
            if found is not None:
                left.remove(found)
                yield article, quote, found


def _same(found: str, wanted: str) -> bool:
    bare = found.rstrip(",.")
    return bare == wanted.rstrip(",.") or (bare.endswith(wanted) and len(bare) - len(wanted) <= len("that "))


def _speakers(ground: Ground) -> int:
    names = {speaker["id"]: speaker["names"] for speaker in ground.told["speakers"]}
    return sum(
        quote.speaker is not None and quote.speaker.name == names[told["speaker"]][article["language"]]
        for article, told, quote in ground.quotes
    )


def _together(ground: Ground) -> int:
    """Return how many pairs of quotes of one utterance, in two articles, stand in one utterance."""
    place = {
        quote: utterance.id
        for utterance in ground.state.utterances.values()
        for rendition in utterance.renditions
        for quote in rendition.quotes
    }
    return sum(
        place.get(one.id, one.id) == place.get(other.id, other.id)
        for (first, told, one), (second, also, other) in combinations(ground.quotes, 2)
        if first is not second and told["utterance"] == also["utterance"]
    )


def _findings(ground: Ground) -> int:
    """Return how many of the findings told of are named by the check that they are told of."""
    seen = {
        (Path(ground.state.articles[rendition.article].path).name, quote, finding.check)
        for utterance in ground.state.utterances.values()
        for rendition, comparison in zip(utterance.renditions, utterance.comparisons, strict=True)
        if comparison is not None
        for quote in rendition.quotes
        for finding in comparison.findings
    }
    named = {
        (article["file"], told["utterance"], check)
        for article, told, quote in ground.quotes
        for file, id_, check in seen
        if (file, id_) == (article["file"], quote.id)
    }
    wanted = {(one["article"], one["utterance"], one["check"]) for one in ground.told["findings"]}
    return len(wanted & named)


@pytest.fixture(params=list_stories(), ids=lambda story: story.id)
def story(request: pytest.FixtureRequest) -> Story:
    chosen: Story = request.param
    return chosen


def test_as_much_is_found_as_was_measured(story: Story) -> None:
    ground, floor = ground_of(story), FLOORS[story.id]
    found = Found(len(ground.quotes), _speakers(ground), _together(ground), _findings(ground))
    assert found.quotes >= floor.quotes, found
    assert found.speakers >= floor.speakers, found
    assert found.together >= floor.together, found
    assert found.findings >= floor.findings, found


def test_every_language_is_told_rightly(story: Story) -> None:
    ground = ground_of(story)
    told = {article["file"]: article["language"] for article in ground.told["articles"]}
    assert {Path(one.path).name: one.language for one in ground.state.articles.values()} == told


def test_what_a_sample_package_made_says_so(story: Story) -> None:
    ground = ground_of(story)
    foreign = [quote for article, _, quote in ground.quotes if article["language"] != "en"]
    made = [ground.state.evidence[quote.id] for quote in foreign if quote.id in ground.state.evidence]
    assert made
    assert all(Flag.SAMPLE in one.flags for one in made)
