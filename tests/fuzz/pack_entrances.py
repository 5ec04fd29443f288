"""The entrance of evidence packs: one by a stranger, changed in its bytes, or in parts that its manifest fits."""

import hashlib
import io
import json
import tempfile
import zipfile
from functools import lru_cache
from pathlib import Path

from given import FIRST, SECOND, Case
from mutation import mutate, mutate_value

from crossquote.cli.main import run
from crossquote.export.parts import pack_parts
from crossquote.progress import finish
from crossquote.project.store import Project
from crossquote.work.pack.manifest import MANIFEST
from crossquote.work.pack.write import write_pack
from crossquote.work.session import Session
from crossquote.work.stages.pipeline import add_files

CLIMBING = ("../../outside/thesis.txt", "/etc/passwd", "\\\\host\\share", "C:/a", "a/" * 2000 + "b", "\x1b[31m", "")


def pack_bytes(case: Case) -> int:
    """Put a pack there, its bytes changed."""
    return run(["verify", case.put("a.zip", mutate(case.chance, sound_pack()))])


def pack_of_parts(case: Case) -> int:
    """Put a pack there whose parts are changed; its manifest is changed too, or made to fit."""
    with zipfile.ZipFile(io.BytesIO(sound_pack())) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    chosen = case.chance.choice(sorted(parts))
    hostile = (mutate(case.chance, parts[chosen]), mutate(case.chance, parts[chosen]), b"\0" * 60_000_000, b"")
    parts[chosen] = case.chance.choice(hostile)
    if case.chance.random() < 0.3:
        parts[case.chance.choice(CLIMBING)] = parts.pop(chosen) if case.chance.random() < 0.5 else b"x"
    if chosen != MANIFEST and MANIFEST in parts:
        parts[MANIFEST] = _manifest(case, parts)
    return run(["verify", "--json", case.put("a.zip", pack_parts(parts))])


def _manifest(case: Case, parts: dict[str, bytes]) -> bytes:
    """Return a manifest that fits the parts, or one with a value changed."""
    table = json.loads(parts[MANIFEST])
    if case.chance.random() < 0.4:
        return json.dumps(mutate_value(case.chance, table)).encode()
    table["parts"] = [
        {"name": name, "size": len(data), "sha256": hashlib.sha256(data).hexdigest()}
        for name, data in parts.items()
        if name != MANIFEST
    ]
    return json.dumps(table).encode()


@lru_cache(maxsize=1)
def sound_pack() -> bytes:
    """Return the bytes of a pack that holds."""
    with tempfile.TemporaryDirectory(prefix="crossquote-fuzz-") as folder:
        paths = [Path(folder, "one.txt"), Path(folder, "two.txt")]
        for path, text in zip(paths, (FIRST, SECOND), strict=True):
            path.write_text(text, encoding="utf-8")
        project = Project(Path(folder, "a.crossquote"), new=True)
        finish(add_files(Session(project=project), paths))
        finish(write_pack(project, Path(folder, "a.zip")))
        project.close()
        return Path(folder, "a.zip").read_bytes()
