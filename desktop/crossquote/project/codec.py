"""The state as records, each one value in JSON; what comes back from a file is checked against its type."""

import json
from collections.abc import Iterable, Mapping
from contextlib import suppress
from functools import lru_cache
from types import MappingProxyType
from typing import Any, get_args, get_type_hints

import msgspec
from msgspec import Struct
from msgspec.json import Decoder
from msgspec.structs import replace

from crossquote.causes import cause_of
from crossquote.errors import ErrorCode, UserError
from crossquote.message import message
from crossquote.model.changes import copied, differing
from crossquote.model.coherence import coherent
from crossquote.model.quote import Quote
from crossquote.model.state import State, in_reading_order, quote_place, reading_place
from crossquote.model.utterance import Utterance, with_shared_texts
from crossquote.model.utterances import Utterances, quotes_of
from crossquote.ordered import Ordered
from crossquote.project.old_sentences import with_messages
from crossquote.text.excess import excess

ORDER = "order"
SETTING = "setting"


class RecordKey(Struct, frozen=True):
    """Where a record stands: the field of the state, and its key there as JSON text."""

    kind: str
    id: str


Json = str | bytes
"""A value as JSON: as text where it comes of a step, as UTF-8 out of a file."""
_ARTICLES = (ORDER, "articles")
_LINKED = frozenset({"articles", "quotes", "utterances", "corrections"})
"""The fields whose values lead to each other, and are shown in order."""
_LEADING = ("articles", "quotes", "utterances")
"""The fields whose values lead somewhere in each file of ours; what was decided need not."""
_PLACED = ("quotes", "utterances")
"""The fields that a state has in the order to show."""
SPEAKING = frozenset({"quotes", "utterances", "corrections"})
"""The fields whose values hold messages."""


_DERIVED = frozenset({"quotes", "translations", "evidence", "weighed", "forced", "utterances"})
"""The fields that are worked out from the others; the file keeps them apart."""


def table_of(kind: str) -> str:
    """Return the table that the records of a field stand in."""
    return "derived" if kind in _DERIVED else "records"


class RecordChange(Struct, frozen=True):
    """A record before and after a step, as JSON text; None where there was, or is, none."""

    key: RecordKey
    before: str | None
    after: str | None

    @property
    def reversed(self) -> "RecordChange":
        """The change that takes this one back."""
        return RecordChange(self.key, self.after, self.before)


_REPLACED = "\ufffd"
"""What a file has in place of half a character."""


_ORDER = Decoder(list[str])


@lru_cache(maxsize=1)
def _kinds() -> Mapping[str, tuple[Decoder[Any], Decoder[Any]]]:
    """Return what reads keys and values of each field of the state that is a mapping.

    It is made once: `msgspec.json.decode` makes one anew for each value whose type is no struct, which takes longer
    than to read a key.
    """
    hints = get_type_hints(State)
    types = {name: get_args(hints[name]) for name in State.__struct_fields__}
    return {name: (Decoder(of[0]), Decoder(of[1])) for name, of in types.items() if of}


@lru_cache(maxsize=1)
def _settings() -> Mapping[str, Decoder[Any]]:
    """Return what reads each field of the state that is one value."""
    hints = get_type_hints(State)
    return {name: Decoder(hints[name]) for name in State.__struct_fields__ if not get_args(hints[name])}


def _encode(value: object) -> str:
    """Return `value` as JSON; half characters, which a clipboard can hold and no file, become U+FFFD."""
    try:
        return msgspec.json.encode(value).decode()
    except UnicodeEncodeError:
        text = json.dumps(msgspec.to_builtins(value), ensure_ascii=False)
        return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def _decode(text: Json, decoder: Decoder[Any]) -> Any:
    try:
        return decoder.decode(text)
    except (msgspec.DecodeError, ValueError, RecursionError) as error:
        raise UserError(ErrorCode.PROJECT, message("error.project-record", reason=cause_of(error))) from error


def differences(before: State, after: State) -> tuple[RecordChange, ...]:
    """Return the records that differ between two states. Values are told apart by identity, then by what they say."""
    changes = [change for kind in _kinds() for change in _differing(kind, getattr(before, kind), getattr(after, kind))]
    whole = [(RecordKey(SETTING, name), getattr(before, name), getattr(after, name)) for name in _settings()]
    if before.articles is not after.articles:
        whole.append((RecordKey(*_ARTICLES), list(before.articles), list(after.articles)))
    changes += [RecordChange(key, _encode(old), _encode(new)) for key, old, new in whole if old != new]
    return tuple(changes)


def as_written(state: State, changes: Iterable[RecordChange]) -> State:
    """Return `state`, of which `changes` were written, as the file has it: with U+FFFD for half characters."""
    replaced = [change for change in changes if change.after is not None and _REPLACED in change.after]
    return with_changes(state, replaced) if replaced else state


def _differing(kind: str, before: Mapping[Any, Any], after: Mapping[Any, Any]) -> Iterable[RecordChange]:
    for key in differing(before, after):
        yield RecordChange(
            RecordKey(kind, _encode(key)),
            _encode(before[key]) if key in before else None,
            _encode(after[key]) if key in after else None,
        )


class RecordedState(Struct, frozen=True):
    """The state that records make, and what they hold: another one where something of that leads nowhere."""

    state: State
    held: State


def read_state(records: Iterable[tuple[str, str, Json]], *, old: bool = False) -> RecordedState:
    """Return what records (kind, id, value) make; a `UserError` says what is wrong with one.

    What is derived and leads nowhere is damage: no step of ours leaves it so. Where work was stopped it is left out,
    since all is worked out anew once that is gone on with; and so it is of an `old` file, which then is such work. What
    the user decided may be about what is there no more.
    """
    made, leads = _with(State(), records)
    state = made.state
    leads = leads and all(known.keys() <= state.quotes.keys() for known in (state.translations, state.evidence))
    if leads or state.unfinished:
        return made
    if old:
        return RecordedState(replace(state, unfinished=True), made.held)
    raise _damaged()


def make_of(state: State, changes: Iterable[RecordChange]) -> RecordedState:
    """Return what `changes` make of `state`; a `UserError` says what is wrong with one.

    What leads nowhere is left out, and then the state is unfinished.
    """
    made, leads = _with(state, ((change.key.kind, change.key.id, change.after) for change in changes))
    return made if leads else RecordedState(replace(made.state, unfinished=True), made.held)


def with_changes(state: State, changes: Iterable[RecordChange]) -> State:
    """Return `state` after `changes`, as `make_of` does."""
    return make_of(state, changes).state


def _with(state: State, records: Iterable[tuple[str, str, Json | None]]) -> tuple[RecordedState, bool]:
    """Return `state` with other values for some records, or without them (None), and whether all leads somewhere."""
    changed: dict[str, dict[Any, Any]] = {}
    whole: dict[str, Any] = {}
    order, kinds = list(state.articles), _kinds()
    for kind, id_, value in records:
        if kind in kinds:
            keys, values = kinds[kind]
            held = None if value is None else (_decode_value(kind, value, values),)
            changed.setdefault(kind, {})[_decode(id_, keys)] = held
        elif (kind, id_) == _ARTICLES:
            order = order if value is None else _decode(value, _ORDER)
        elif kind == SETTING and id_ in _settings():
            whole |= {} if value is None else {id_: _decode(value, _settings()[id_])}
        else:
            raise _damaged()
    _hold_sizes(changed.get("articles", {}))
    linked = not _LINKED.isdisjoint(changed)
    stands = "articles" not in changed and order == list(state.articles)
    placed = _in_places(state, changed) if stands else {}
    put: dict[str, Any] = {  # what is put is let go of: of all that a file holds it takes megabytes
        name: _put(getattr(state, name), changed.pop(name)) for name in changed.keys() - placed.keys()
    }
    after = replace(state, **whole, **put, **placed)
    if stands and not linked:
        return RecordedState(after, after), True
    found = coherent(after, state)
    leads = all(getattr(found, name) is getattr(after, name) for name in _LEADING)
    leads = leads and (stands or after.articles.keys() == set(order))
    shown = found if placed else _in_order(found, order)
    return RecordedState(shown, shown if leads else after), leads


def _hold_sizes(articles: Mapping[Any, tuple[Any] | None]) -> None:
    """Raise a `UserError` where one of the articles that are held has more than an article can."""
    for held in articles.values():
        told = excess(held[0].text) if held is not None else None
        if told is not None:
            raise UserError(ErrorCode.PROJECT, told)


def _damaged() -> UserError:
    return UserError(ErrorCode.PROJECT, message("error.project-damaged"))


def _put(before: Mapping[Any, Any], changed: Mapping[Any, tuple[Any] | None]) -> Mapping[Any, Any]:
    """Return `before` with other values for some keys, or without them (None)."""
    after = copied(before)
    for key, value in changed.items():
        if value is None:
            after.pop(key, None)
        else:
            after[key] = value[0]
    return MappingProxyType(after)


def _in_places(state: State, changed: Mapping[str, Mapping[str, tuple[Any] | None]]) -> dict[str, Any]:
    """Return the quotes and utterances after some changed, each where it belongs; nothing where one belongs nowhere."""
    if not isinstance(state.quotes, Ordered) or not isinstance(state.utterances, Utterances):
        return {}
    place = {article: number for number, article in enumerate(state.articles)}
    told, made = ({key: value and value[0] for key, value in changed.get(name, {}).items()} for name in _PLACED)
    if any(one and not (key == one.id and one.spans and one.article in place) for key, one in told.items()):
        return {}
    quotes = state.quotes.changed(
        {key: (quote_place(one, place), one) for key, one in told.items() if one},
        [key for key, one in told.items() if one is None],
    )
    if any(one and not (key == one.id and one.renditions and _stands(one, quotes)) for key, one in made.items()):
        return {}
    utterances = state.utterances.changed(
        {key: (reading_place(one, quotes, place), one) for key, one in made.items() if one},
        [key for key, one in made.items() if one is None],
    )
    return {"quotes": quotes, "utterances": utterances}


def _stands(utterance: Utterance, quotes: Mapping[str, Quote]) -> bool:
    return all(id_ in quotes for id_ in quotes_of(utterance)) and all(one.quotes for one in utterance.renditions)


def _decode_value(kind: str, text: Json, decoder: Decoder[Any]) -> Any:
    """Return a value of a field; what an older version said in sentences is told as it stands."""
    if kind not in SPEAKING:
        return _decode(text, decoder)
    try:
        value = decoder.decode(text)
        return with_shared_texts(value) if kind == "utterances" else value
    except (msgspec.DecodeError, RecursionError):
        with suppress(ValueError, RecursionError):
            return decoder.decode(with_messages(text))
        return _decode(text, decoder)


def _in_order(state: State, order: list[str]) -> State:
    """Return the state in the order to show: articles as added, quotes along the text, utterances by size."""
    place = {article: number for number, article in enumerate(order)}
    articles = dict(sorted(state.articles.items(), key=lambda item: place.get(item[0], len(place))))
    place = {article: number for number, article in enumerate(articles)}
    return replace(
        state,
        articles=MappingProxyType(articles),
        quotes=Ordered.of([(quote_place(quote, place), quote.id, quote) for quote in state.quotes.values()]),
        utterances=in_reading_order(state.utterances.values(), state.quotes, order),
    )
