"""Where the user was in each project when it was left: the utterance that was chosen, by the project's path."""

from contextlib import suppress
from pathlib import Path

from crossquote.errors import UserError
from crossquote.export.write import write_own_text
from crossquote.notation import NotationError, read_text
from crossquote.paths import settings_folder

_MOST = 50
"""So many projects are remembered, those that were left last."""


def left_at(project: Path) -> str:
    """Return the id of the utterance that was chosen when a project was left; empty where that is not known."""
    return _known().get(str(project.absolute()), "")


def leave_at(project: Path, utterance: str) -> None:
    """Remember which utterance is chosen as a project is left, as far as the settings can be written."""
    path = str(project.absolute())
    if not (path.isprintable() and utterance.isprintable()):
        return
    known = {path: utterance, **{other: at for other, at in _known().items() if other != path}}
    _write(dict(list(known.items())[:_MOST]))


def forget_places() -> None:
    """Remember of no project any more where the user was."""
    _write({})


def _known() -> dict[str, str]:
    try:
        lines = read_text(_path()).split("\n")
    except (OSError, NotationError):
        return {}
    parted = (line.partition("\t") for line in lines)
    return {project: utterance for utterance, tab, project in parted if tab and project}


def _write(known: dict[str, str]) -> None:
    if known or _path().exists():
        with suppress(UserError, OSError):
            write_own_text(_path(), "".join(f"{utterance}\t{project}\n" for project, utterance in known.items()))


def _path() -> Path:
    return settings_folder() / "left-at.txt"
