"""The system's own file dialogs: which articles to add, where a report goes."""

import os
from collections.abc import Iterable
from contextlib import suppress
from functools import partial
from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget

from crossquote.articles.sniff import offered_suffixes
from crossquote.export.exporter import known_formats
from crossquote.files import is_abroad, leads_to_file, look_soon
from crossquote.gui.words import say, say_message
from crossquote.resources import seeds
from crossquote.work.projects import is_untitled
from crossquote.work.session import Session

_PACK = ".zip"


def ask_articles(parent: QWidget) -> tuple[str, ...]:
    """Return the files that the user wants to add."""
    kinds = say("window.files.article-kinds", readable=" ".join(f"*{suffix}" for suffix in offered_suffixes()))
    names, _ = QFileDialog.getOpenFileNames(parent, say("window.files.add-articles"), "", kinds)
    return tuple(names)


def suggested_path(session: Session, name: str) -> Path:
    """Return where a file about what is open would go: beside the project, else in the folder that the articles lie in.

    The program's own folder is no place for it: the sample stories' reports go to the user's documents. Nor is another
    machine: the paths can be a stranger's, and asking there would tell that one who asks. A drive that does not answer
    is not waited for.
    """
    documents = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))
    project = session.project
    if project is not None and not is_untitled(session):
        beside = project.path.with_suffix("")
        return beside if look_soon(partial(leads_to_file, project.path), otherwise=False) else documents / beside.name
    known = tuple(article.path for article in session.state.articles.values())
    return (look_soon(partial(_folder_of, known), None) or documents) / name


def _folder_of(known: Iterable[str]) -> Path | None:
    """Return the folder that all files lie in that articles were read from, also below it; None where none is there.

    Where only the home of the user holds them all, or what that lies in, it is the folder of the first that is there.
    """
    paths = (Path(path).absolute() for path in known if path and not is_abroad(path))
    files = [path for path in paths if not path.is_relative_to(seeds().absolute())]
    first = next((file.parent for file in files if leads_to_file(file)), None)
    if first is None:
        return None
    home = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.HomeLocation))
    with suppress(ValueError):  # of several drives
        whole = Path(os.path.commonpath([file.parent for file in files]))
        return first if home.is_relative_to(whole) else whole
    return first


def ask_report(parent: QWidget, suggested: Path, ending: str) -> Path | None:
    """Return where a report is to go, a file with this ending; None where the user does not want one."""
    kind = f"{say_message(known_formats()[ending].name)} (*{ending})"
    return ask_place(parent, say("window.files.save-a-report"), f"{suggested}{ending}", kind, ending)


def ask_place(parent: QWidget, title: str, offered: str, kind: str, ending: str) -> Path | None:
    """Return where a file with this ending is to go; None where the user wants none.

    The system asks whether a file is to be written over. Of one whose ending was not written it knows nothing: then it
    is asked again, with the whole name.
    """
    while True:
        name, _ = QFileDialog.getSaveFileName(parent, title, offered, kind)
        if not name or Path(name).suffix.lower() == ending:
            return Path(name) if name else None
        offered = f"{name}{ending}"
        if not leads_to_file(Path(offered)):
            return Path(offered)


def ask_new_pack(parent: QWidget, suggested: Path) -> Path | None:
    """Return where an evidence pack is to go; None where the user does not want one. None is written over."""
    title, kind = say("window.files.save-a-pack"), say("window.files.packs")
    options = QFileDialog.Option.DontConfirmOverwrite
    name, _ = QFileDialog.getSaveFileName(parent, title, f"{suggested}{_PACK}", kind, options=options)
    if not name:
        return None
    return Path(name) if Path(name).suffix.lower() == _PACK else Path(f"{name}{_PACK}")


def ask_verified(parent: QWidget) -> Path | None:
    """Return the evidence pack, or the report, that the user wants to verify; None where there is none."""
    endings = " ".join(f"*{ending}" for ending in (_PACK, *known_formats()))
    kinds = f"{say('window.files.packs')};;{say('window.files.packs-and-reports', endings=endings)}"
    name, _ = QFileDialog.getOpenFileName(parent, say("window.files.verify-a-pack"), "", kinds)
    return Path(name) if name else None
