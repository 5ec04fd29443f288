"""An evidence pack of two articles, and its parts."""

from collections.abc import Mapping
from pathlib import Path
from zipfile import ZipFile

from crossquote.export.parts import pack_parts
from crossquote.progress import finish
from crossquote.project.store import Project
from crossquote.work.pack.write import write_pack
from crossquote.work.session import Session
from crossquote.work.stages.pipeline import add_files

STORY = {
    "Harbour Daily.txt": "The bridge\n\n“We will never open the old bridge before winter,” said Mayor Ada Lindqvist.\n",
    "Міст.txt": "The bridge again\n\n“We will open the old bridge before winter,” said Mayor Ada Lindqvist.\n",
}


def make_pack(folder: Path) -> Path:
    """Return the pack of a project on the story, made in `folder`."""
    paths = []
    for name, text in STORY.items():
        (folder / name).write_bytes(text.encode())
        paths.append(folder / name)
    session = Session(project=Project(folder / "bridge.crossquote", new=True))
    finish(add_files(session, paths))
    assert session.project is not None
    finish(write_pack(session.project, folder / "bridge.zip"))
    session.project.close()
    return folder / "bridge.zip"


def parts_of(pack: Path) -> dict[str, bytes]:
    with ZipFile(pack) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def packed(parts: Mapping[str, bytes], path: Path) -> Path:
    path.write_bytes(pack_parts(parts))
    return path
