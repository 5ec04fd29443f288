"""The basis: what grouping and comparing keep beside a state, so that an edit costs what it touches.

It says nothing that the state does not say, and there is no other way to the outcome: from scratch is the same code on
an empty basis, and `tests/unit/work/test_incremental.py` holds random edits against it. `group_quotes` looks at what
differs between the basis and the state, `regroup` at what that reaches. What depends on the whole set, how common a
word is, how strong a bond must be, is rounded (`text/chances`), so that one quote hardly moves it; what the user says
to be no quote counts there still (`stages/struck_quotes`), as it stands in its article still. What is large is never
copied: `shards`, and `ordered` where there is an order, copy small parts, and what two differ in is looked for where
they share nothing.

A project that is opened has no basis yet. Its file may keep one (`work/stages/kept_basis`), written while nobody is at
the window and when it is closed, and taken as soon as it is open (`work/stages/stored`); most of it is unpacked, or
made of the quotes, when an edit asks for it (`grouping/packed`, `deferred`). It is taken only where its seal says that
this program wrote it, for this account, of the very records that are there. A stranger can't say so which quotes
belong together, and nothing in it needs to be believed. Else what is stored is grouped again, ahead of whoever is
about to edit or unseen while nobody is there, and keeps its comparisons where grouping gives it as it is stored.
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
