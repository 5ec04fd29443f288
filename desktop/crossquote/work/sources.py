"""What a report or a list of rules is about is never written over by it, whoever has agreed to replace the file."""

import unicodedata
from pathlib import Path

from crossquote.errors import ErrorCode, UserError
from crossquote.files import is_abroad, leads_to_file, leads_to_same, real_path
from crossquote.message import message
from crossquote.model.state import State


def hold_sources(state: State, path: Path) -> None:
    """Raise a `UserError` where the file at `path` is one that an article was read from, or out of.

    Only files of its name, or in its folder, where any may be a link to it, are looked at: the others may lie on
    drives that do not answer, or on other machines.
    """
    if not leads_to_file(path):
        return
    real = real_path(path)
    name, folders = _name(real), {path.parent, real.parent}
    known = (Path(one.path) for one in state.articles.values() if one.path and not is_abroad(one.path))
    places = (place for one in known for place in (one, *one.parents))
    likely = (place for place in places if _name(place) == name or place.parent in folders)
    if any(leads_to_same(path, place) for place in likely):
        raise UserError(ErrorCode.WRITE, message("error.over-source"), path=str(path))


def _name(path: Path) -> str:
    """Return by what a file's name is told from others, on disks too where capitals and composed letters do not."""
    return unicodedata.normalize("NFC", path.name).casefold()
