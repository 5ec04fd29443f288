"""Wording: what a message says in the reader's language. Window, terminal and reports ask here, and nowhere else."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from crossquote.wording.telling import tell

__all__ = ["tell"]


def __getattr__(name: str) -> object:
    """Import what tells only for those who ask: the first window wants no more than the catalogue."""
    if name not in __all__:
        raise AttributeError(name)
    from crossquote.wording import telling  # noqa: PLC0415 - see above

    return getattr(telling, name)
