"""Saved views: filters and words that a user gave a name, kept in the settings.

They are a person's way of looking, not a fact about a story: "critical, unreviewed" serves every project, and a project
that is handed on shows nobody else's habits. A name in one that no article of a project knows lets nothing through.
"""

from collections.abc import Iterable

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from crossquote.work.filters import Filters, is_known

MOST_VIEWS, LONGEST_NAME = 50, 60
"""So many views are kept, and so many letters a name of one has."""
_LONGEST = 64 * 1024


class SavedView(Struct, frozen=True):
    """A view by its name: the filters, and the words that were looked for."""

    name: str
    filters: Filters
    words: str = ""


def read_views(kept: str) -> tuple[SavedView, ...]:
    """Return the views that the settings keep; none where what is kept is not views."""
    if not kept or len(kept) > _LONGEST:
        return ()
    try:
        views = msgspec.json.decode(kept.encode(), type=tuple[SavedView, ...])
    except (msgspec.DecodeError, ValueError, RecursionError):
        return ()
    return tuple(map(_known, views[:MOST_VIEWS]))


def _known(view: SavedView) -> SavedView:
    """Return a view without filters of what this program does not know."""
    return replace(view, filters=Filters(tuple(filter(is_known, view.filters.chosen))))


def tell_views(views: Iterable[SavedView]) -> str:
    """Return views as the settings keep them: the last of them, where they are too many or too long to be read."""
    listed = list(views)[-MOST_VIEWS:]
    while len(told := msgspec.json.encode(listed).decode() if listed else "") > _LONGEST:
        listed = listed[1:]
    return told


def with_view(views: Iterable[SavedView], view: SavedView) -> tuple[SavedView, ...]:
    """Return `views` with one more, in the place of that of its name where there is one."""
    listed = tuple(views)
    if any(one.name == view.name for one in listed):
        return tuple(view if one.name == view.name else one for one in listed)
    return (*listed, view)


def without_view(views: Iterable[SavedView], name: str) -> tuple[SavedView, ...]:
    """Return `views` without that of a name."""
    return tuple(one for one in views if one.name != name)


def clean_view_name(name: str) -> str:
    """Return the name of a view as it is kept: one line that can be shown, not too long."""
    return " ".join("".join(char if char.isprintable() else " " for char in name).split())[:LONGEST_NAME].strip()
