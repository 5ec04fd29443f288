"""What is kept of a basis in the project's file: so that the first edit after opening need not work all out again."""

import zlib
from collections.abc import Mapping
from contextlib import suppress
from functools import lru_cache
from typing import Any, get_type_hints

import msgspec
from msgspec.structs import replace

from crossquote.errors import UserError
from crossquote.grouping.index import Index
from crossquote.grouping.item import LABEL, Item
from crossquote.grouping.landmarks import Landmarks, find_landmarks
from crossquote.grouping.plain_index import MadeOf, PlainIndex, from_plain, to_plain
from crossquote.language.language import language_of
from crossquote.model.state import State, derives_alike, reading_place
from crossquote.model.utterance import Utterance
from crossquote.model.utterances import Utterances
from crossquote.ordered import Ordered
from crossquote.progress import Step, Work
from crossquote.shards import Shards
from crossquote.work.basis import Basis
from crossquote.work.build import build
from crossquote.work.session import Session
from crossquote.work.stages.group_quotes import constraints_of, group, item_of, with_names
from crossquote.work.stages.quoted_parts import place_quotes

_LEVEL = 1
"""How well it is packed: more takes some times as long, and is a tenth smaller."""
_A_STEP = 1000
_TAKEN = "taken"


def may_keep(session: Session) -> bool:
    """Tell whether there is something to be kept that the project's file has not."""
    open_there = session.project is not None and not session.state.unfinished
    return open_there and session.basis is not None and not is_kept(session)


def keep_basis(session: Session) -> Work[None]:
    """Keep in the project's file what the next edit would go on from, unless it is there, or does not fit.

    Where it can't be written, it is not: no more is lost than time.
    """
    state, basis, project = session.state, session.basis, session.project
    if project is None or basis is None or not may_keep(session):
        return
    grouped = basis if derives_alike(basis.state, state) else (yield from group(state, basis))
    if (yield from _is_whole(grouped, state)):
        data = yield from _pack(grouped)
        with suppress(UserError):
            project.keep_index(build(), data)
    session.basis = replace(basis, kept=state)


def is_kept(session: Session) -> bool:
    """Tell whether the project's file has all that the next edit would go on from, as far as it can."""
    basis = session.basis
    return basis is not None and basis.kept is not None and derives_alike(basis.kept, session.state)


def _is_whole(basis: Basis, state: State) -> Work[bool]:
    """Tell whether the utterances of a state are those that were grouped, each compared: then these need no keeping."""
    if len(basis.grouped) != len(state.utterances):
        return False
    for done, (key, made) in enumerate(basis.grouped.items()):
        if done % _A_STEP == 0:
            yield Step(done, len(basis.grouped), LABEL)
        stored = state.utterances.get(key)
        if stored is None or len(stored.comparisons) != len(made.renditions) or _bare(stored) != made:
            return False
    return True


def _bare(utterance: Utterance) -> Utterance:
    return replace(utterance, comparisons=())


def _pack(basis: Basis) -> Work[bytes]:
    plain = to_plain(basis.index)
    yield Step(0, 1, LABEL)
    parts = {_TAKEN: _packed(dict(basis.taken.items()))}
    for name in _types():
        if name not in parts:
            parts[name] = _packed(getattr(plain, name))
            yield Step(0, 1, LABEL)
    return msgspec.msgpack.encode(parts)


def _packed(value: object) -> bytes:
    return zlib.compress(msgspec.msgpack.encode(value), _LEVEL)


@lru_cache(maxsize=1)
def _types() -> Mapping[str, Any]:
    """Return what is kept, part by part, with its types."""
    return {**get_type_hints(PlainIndex), _TAKEN: dict[str, str]}


def read_kept(state: State, data: bytes) -> Work[Basis | None]:
    """Return the basis of a `state` that `data` was kept of; None where it can't be read."""
    try:
        parts = msgspec.msgpack.decode(data, type=dict[str, bytes])
        read: dict[str, Any] = {}
        for name, kind in _types().items():
            read[name] = msgspec.msgpack.decode(zlib.decompress(parts[name]), type=kind)
            yield Step(0, 1, LABEL)
        taken = read.pop(_TAKEN)
        return (yield from _restored(state, PlainIndex(**read), taken))
    except (msgspec.DecodeError, zlib.error, ValueError, LookupError, RecursionError):
        return None


def _restored(state: State, plain: PlainIndex, taken: Mapping[str, str]) -> Work[Basis]:
    language = language_of(state.reading_language)
    items = yield from _items(state)
    landmarks = yield from _landmarks(state)
    index = yield from from_plain(plain, MadeOf(items, constraints_of(state), landmarks, language))
    yield Step(0, 1, LABEL)
    utterances = yield from _placed(state)
    basis = Basis(
        index,
        replace(state, utterances=utterances),
        by_article=place_quotes(state),
        homes=Shards.of(_homes(index)),
        taken=Shards.of(taken),
        grouped=Ordered.of([(rank, key, _bare(one)) for rank, key, one in utterances.rows]),
        landmarks=landmarks,
        kept=state,
    )
    yield Step(0, 1, LABEL)
    return with_names(Basis(index), basis, state.quotes)


def _items(state: State) -> Work[dict[str, Item]]:
    items: dict[str, Item] = {}
    for done, (key, quote) in enumerate(state.quotes.items()):
        if done % _A_STEP == 0:
            yield Step(done, len(state.quotes), LABEL)
        items[key] = item_of(state, quote)
    return items


def _landmarks(state: State) -> Work[dict[str, Landmarks]]:
    found: dict[str, Landmarks] = {}
    for done, (key, article) in enumerate(state.articles.items()):
        if done % _A_STEP == 0:
            yield Step(done, len(state.articles), LABEL)
        found[key] = find_landmarks(article.text)
    return found


def _homes(index: Index) -> dict[str, str]:
    return {member.id: key for key, members in index.groups.items() for member in members}


def _placed(state: State) -> Work[Utterances]:
    """Return the utterances of a state where changes find them."""
    place = {article: number for number, article in enumerate(state.articles)}
    rows = []
    for done, (key, one) in enumerate(state.utterances.items()):
        if done % _A_STEP == 0:
            yield Step(done, len(state.utterances), LABEL)
        rows.append((reading_place(one, state.quotes, place), key, one))
    return Utterances.of(rows)
