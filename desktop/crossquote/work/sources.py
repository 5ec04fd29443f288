"""What a report or a list of rules is about is never written over by it, whoever has agreed to replace the file."""

import unicodedata
from collections.abc import Iterable
from pathlib import Path

from crossquote.errors import ErrorCode, UserError
from crossquote.files import leads_to_file, leads_to_same, look_soon, places_along, real_path
from crossquote.message import message
from crossquote.model.state import State

_NEAR = 3
"""What begins with as many of the same names (C:, Users, Ann) lies where a report is written anyway."""


def hold_sources(state: State, path: Path) -> None:
    """Raise a `UserError` where the file at `path` is one that an article was read from, or out of.

    Only files of its name, in its folder, or not far from there, where any may be a link to it, are looked at: the
    others may lie on other machines. Not for long: some may lie on drives that do not answer.
    """
    if not leads_to_file(path):
        return
    real = real_path(path)
    name, folders, near = _name(real), {path.parent, real.parent}, {place.parts[:_NEAR] for place in (path, real)}
    places = dict.fromkeys(place for one in state.articles.values() for place in places_along(one.path))
    likely = {place for place in places if _name(place) == name or place.parent in folders}
    others = [place for place in places if place.parts[:_NEAR] in near and place not in likely]
    if _is_any_of(path, likely) or look_soon(lambda: _is_any_of(path, others), otherwise=False):
        raise UserError(ErrorCode.WRITE, message("error.over-source"), path=str(path))


def _is_any_of(path: Path, places: Iterable[Path]) -> bool:
    return any(leads_to_same(path, place) for place in places)


def _name(path: Path) -> str:
    """Return by what a file's name is told from others, on disks too where capitals and composed letters do not."""
    return unicodedata.normalize("NFC", path.name).casefold()
