"""What is kept of a basis in the project's file: so that the first edit after opening need not work all out again."""

from contextlib import suppress

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from crossquote.errors import UserError
from crossquote.grouping.item import LABEL
from crossquote.grouping.landmarks import find_landmarks
from crossquote.grouping.namesakes import SpokenName
from crossquote.grouping.packed import DamagedError, pack, unpack
from crossquote.grouping.plain_index import MadeOf, PlainIndex, from_plain, to_plain, unit_numbers
from crossquote.language.language import language_of
from crossquote.model.state import State, derives_alike
from crossquote.model.utterance import Utterance
from crossquote.model.utterances import Utterances, homes_of
from crossquote.progress import Step, Work
from crossquote.shards import Shards
from crossquote.work.basis import Basis
from crossquote.work.build import build
from crossquote.work.session import Session
from crossquote.work.stages.group_quotes import constraints_of, group, item_of
from crossquote.work.stages.quoted_parts import along
from crossquote.work.stages.struck_quotes import struck_quotes

_A_STEP = 1000


class BesideIndex(Struct, frozen=True):
    """What a basis has beside its index, in plain values.

    `homes` are those of quotes that do not lead their utterance; `spoken` has names with the codes of their languages.
    `ranks` are what utterances are ordered by, each but for its id, `stands` the utterances of quotes that do not stand
    in their home alone.
    """

    taken: dict[str, str]
    homes: dict[str, str]
    spoken: tuple[tuple[str, str, int], ...]
    called: dict[str, str]
    ranks: dict[str, tuple[int, int, int]]
    stands: dict[str, tuple[str, ...]]


class PlainBasis(Struct, frozen=True):
    """A basis in plain values: its index, and a `BesideIndex`, packed."""

    index: PlainIndex
    beside: bytes


def may_keep(session: Session) -> bool:
    """Tell whether there is something to be kept that the project's file has not."""
    open_there = session.project is not None and not session.state.unfinished
    return open_there and session.basis is not None and not is_kept(session)


def keep_basis(session: Session) -> Work[None]:
    """Keep in the project's file what the next edit would go on from, unless it is there, or does not fit.

    Where it can't be written, or read, it is not: no more is lost than time.
    """
    state, basis, project = session.state, session.basis, session.project
    if project is None or basis is None or not may_keep(session):
        return
    try:
        grouped = basis if derives_alike(basis.state, state) else (yield from group(state, basis))
        data = (yield from _pack(grouped)) if (yield from _is_whole(grouped, state)) else None
    except DamagedError:  # what was kept of it before can't be read
        session.basis = None
        return
    if data is not None:
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
    index = yield from to_plain(basis.index)
    beside = pack(_plain(basis))
    yield Step(0, 1, LABEL)
    return msgspec.msgpack.encode(PlainBasis(index, beside))


def _plain(basis: Basis) -> BesideIndex:
    stands = homes_of(basis.grouped.values())
    told = ((quote, key, stands.get(quote, ())) for quote, key in basis.homes.items())
    return BesideIndex(
        taken=dict(basis.taken.items()),
        homes={quote: key for quote, key in basis.homes.items() if quote != key},
        spoken=tuple((name.name, name.language.code, count) for name, count in basis.spoken.items()),
        called=dict(basis.called),
        ranks={key: (number, *place) for (number, place, _), key, _ in basis.grouped.rows},
        stands={quote: ids for quote, key, ids in told if ids != (key,)},
    )


def read_kept(state: State, data: bytes) -> Work[Basis | None]:
    """Return the basis of a `state` that `data` was kept of; None where it can't be read."""
    try:
        plain = msgspec.msgpack.decode(data, type=PlainBasis)
        yield Step(0, 1, LABEL)
        beside: BesideIndex = unpack(plain.beside, BesideIndex)
        yield Step(0, 1, LABEL)
        return (yield from _restored(state, plain.index, beside))
    except (msgspec.DecodeError, ValueError, LookupError, RecursionError):
        return None


def _restored(state: State, plain: PlainIndex, beside: BesideIndex) -> Work[Basis]:
    items = unit_numbers(plain, len(state.quotes)).valued(lambda key: item_of(state, state.quotes[key]))
    landmarks = Shards.deferred(state.articles, lambda key: find_landmarks(state.articles[key].text))
    struck = struck_quotes(state)
    made_of = MadeOf(items, constraints_of(state), landmarks, language_of(state.reading_language), struck)
    index = yield from from_plain(plain, made_of)
    yield Step(0, 1, LABEL)
    rows = [
        ((number, (article, start), key), key, state.utterances[key])
        for key, (number, article, start) in beside.ranks.items()
    ]
    homes = items.valued(lambda quote: beside.homes.get(quote, quote))
    stands = homes.valued(lambda quote: beside.stands[quote] if quote in beside.stands else (homes[quote],))
    utterances, quoted = Utterances.of(rows, stands), index.abreast.quoted
    yield Step(0, 1, LABEL)
    return Basis(
        index,
        replace(state, utterances=utterances),
        spoken={SpokenName(name, language_of(code)): count for name, code, count in beside.spoken},
        called=beside.called,
        by_article=Shards.deferred(quoted, lambda article: along(state.quotes[key] for key in quoted[article])),
        homes=homes,
        taken=Shards.of(beside.taken),
        grouped=utterances.valued(_bare),
        landmarks=landmarks,
        kept=state,
    )
