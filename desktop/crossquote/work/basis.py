"""The basis: what grouping and comparing keep beside a state, so that an edit costs what it touches.

It is never written to the project's file, and says nothing that the state does not say: without one, everything is
worked out from the state alone, with the same outcome.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any

from crossquote.grouping.index import Index
from crossquote.grouping.landmarks import Landmarks
from crossquote.grouping.people import SpokenName
from crossquote.model.state import State
from crossquote.model.translation import Route
from crossquote.model.utterance import Utterance

OrderKey = tuple[int, tuple[int, int], str]


def _nothing() -> MappingProxyType[Any, Any]:
    return MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Basis:
    """What was worked out of `state` on the way to its utterances.

    `index` is that of grouping. `spoken` has the speakers' names with how many quotes are theirs, `called` how each is
    read in the reading language. `by_article` has the quotes of each article, `homes` the utterance that grouping
    brought each quote to, `taken` those parts that another one took. `grouped` are the utterances before they were
    compared, `places` what they are ordered by. `landmarks` are those of the articles. `routes` are the packages that
    translated, `weighed` the utterances of which the engine has been asked all there is to ask.
    """

    index: Index
    state: State = field(default_factory=State)
    spoken: Mapping[SpokenName, int] = field(default_factory=_nothing)
    called: Mapping[str, str] = field(default_factory=_nothing)
    by_article: Mapping[str, tuple[str, ...]] = field(default_factory=_nothing)
    homes: Mapping[str, str] = field(default_factory=_nothing)
    taken: Mapping[str, str] = field(default_factory=_nothing)
    grouped: Mapping[str, Utterance] = field(default_factory=_nothing)
    places: Mapping[str, OrderKey] = field(default_factory=_nothing)
    landmarks: Mapping[str, Landmarks] = field(default_factory=_nothing)
    routes: Mapping[tuple[tuple[str, bool], str], Route | None] = field(default_factory=_nothing)
    weighed: Mapping[str, Utterance] = field(default_factory=_nothing)
