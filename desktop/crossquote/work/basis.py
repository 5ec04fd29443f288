"""The basis: what grouping and comparing keep beside a state, so that an edit costs what it touches.

It says nothing that the state does not say: without one, everything is worked out from the state alone, with the same
outcome. The project's file may keep it, and need not.
"""

from collections.abc import Mapping
from functools import partial
from types import MappingProxyType
from typing import Any

from msgspec import Struct, field

from crossquote.grouping.index import Index
from crossquote.grouping.landmarks import Landmarks
from crossquote.grouping.namesakes import SpokenName
from crossquote.model.state import State
from crossquote.model.translation import Route
from crossquote.model.utterance import Utterance
from crossquote.ordered import Ordered
from crossquote.progress import Work
from crossquote.shards import Shards


def _nothing() -> MappingProxyType[Any, Any]:
    return MappingProxyType({})


class Basis(Struct, frozen=True):
    """What was worked out of `state` on the way to its utterances.

    `index` is that of grouping. `spoken` has the speakers' names with how many quotes are theirs, `called` how each is
    read in the reading language. `by_article` has the quotes of each article, `homes` the utterance that grouping
    brought each quote to, `taken` those parts that another one took. `grouped` are the utterances before they were
    compared, in the order to show. `landmarks` are those of the articles. `routes` are the packages that translated,
    `weighed` the utterances when the engine had been asked all there is to ask of them. `kept` is the state whose basis
    the project's file has, as far as it can, None where it has none.
    """

    index: Index
    state: State = field(default_factory=State)
    spoken: Mapping[SpokenName, int] = field(default_factory=_nothing)
    called: Mapping[str, str] = field(default_factory=_nothing)
    by_article: Shards[str, tuple[str, ...]] = field(default_factory=Shards)
    homes: Shards[str, str] = field(default_factory=Shards)
    taken: Shards[str, str] = field(default_factory=Shards)
    grouped: Ordered[str, Utterance] = field(default_factory=partial(Ordered.of, ()))
    landmarks: Mapping[str, Landmarks] = field(default_factory=_nothing)
    routes: Mapping[tuple[tuple[str, bool], str], Route | None] = field(default_factory=_nothing)
    weighed: Mapping[str, Utterance] = field(default_factory=_nothing)
    kept: State | None = None


class Kept(Struct, frozen=True):
    """What the project's file had for the next edit to go on from while `state` was open; None where it had nothing."""

    state: State
    data: bytes | None


class Ahead(Struct, frozen=True):
    """The basis of a `state` while it is worked out: `work` is gone on with by whoever needs it next."""

    state: State
    work: Work[Basis]
