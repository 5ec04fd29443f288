"""What a wish is about: it may be gone when the wish's turn comes, since other work ran in between."""

from collections.abc import Iterable, Mapping
from typing import TypeVar

from crossquote.errors import ErrorCode, UserError
from crossquote.message import message

V = TypeVar("V")


def wanted(known: Mapping[str, V], id_: str) -> V:
    """Return what `id_` stands for; a `UserError` says that it is gone."""
    if id_ not in known:
        raise _gone()
    return known[id_]


def check_same(meant: object, now: object) -> None:
    """Raise a `UserError` where what was meant by a wish is not what there is when its turn comes."""
    if meant is not now:
        raise _gone()


def place_of(wished: str, ids: Iterable[str]) -> int:
    """Return the index of `wished` among `ids`; a `UserError` says that it is gone."""
    for index, id_ in enumerate(ids):
        if id_ == wished:
            return index
    raise _gone()


def _gone() -> UserError:
    return UserError(ErrorCode.USAGE, message("error.wish-gone"))
