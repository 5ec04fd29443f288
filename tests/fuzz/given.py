"""What a case is given: chance, a folder, texts, and a sound project."""

import random
import tempfile
from functools import lru_cache
from importlib import import_module
from pathlib import Path

from msgspec import Struct

from crossquote.message import verbatim
from crossquote.model.state import State
from crossquote.progress import finish
from crossquote.project.store import Project
from crossquote.work.session import Session
from crossquote.work.stages.pipeline import add_text

FIRST = 'One\n\n"We will open the new bridge on Monday, 12 May," Mayor Ada Lindqvist said.\n\nShe did not say why.\n'
SECOND = 'Two\n\n"We must open the old bridge on Tuesday, 13 May," Mayor Ada Lindqvist said.\n\n“No,” he added.\n'
GERMAN = "Zwei\n\n„Wir öffnen die neue Brücke am Montag“, sagte Bürgermeisterin Ada Lindqvist.\n"


class Case(Struct, frozen=True):
    """One case: chance, the folder that it may write to, and a file that nobody may touch."""

    chance: random.Random
    folder: Path
    victim: Path

    def put(self, name: str, data: bytes) -> str:
        """Write a file of the case, and return its path."""
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
        return str(path)

    def project(self) -> Path:
        """Return a sound project."""
        return Path(self.put("a.crossquote", sound_project()))


def read_ahead() -> None:
    """Import what every case would import for itself, and make the sound project."""
    for name in (
        "articles.child",
        "cli.listing",
        "cli.reports",
        "cli.show",
        "cli.show_instruments",
        "cli.packs",
        "work.pack.verify",
        "cli.packages",
        "cli.languages",
        "work.save_report",
        "translation.tmx",
    ):
        import_module(f"crossquote.{name}")
    sound_project()


@lru_cache(maxsize=1)
def sound_project() -> bytes:
    """Return the bytes of a sound project; made once, it also reads the lexicons that every case reads."""
    session = Session()
    finish(add_text(session, FIRST, "first"))
    finish(add_text(session, SECOND, "second"))
    with tempfile.TemporaryDirectory(prefix="crossquote-fuzz-") as folder:
        path = Path(folder, "a.crossquote")
        project = Project(path, new=True)
        project.record(verbatim("Add"), State(), session.state)
        project.close()
        return path.read_bytes()
