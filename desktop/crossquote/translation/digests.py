"""Digests: the SHA-256 of a package's model, worked out once and kept until the file changes."""

import hashlib
import json
from pathlib import Path

from crossquote.files import write_own
from crossquote.notation import read_json

_BLOCK = 1024 * 1024


def file_digest(path: Path) -> str:
    """Return the SHA-256 of a file, in hexadecimal."""
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while block := file.read(_BLOCK):
            digest.update(block)
    return digest.hexdigest()


def kept_digest(path: Path, kept: Path | None) -> str:
    """Return the SHA-256 of a file, from the file `kept` where it stands there for the same size and time."""
    if kept is None:
        return file_digest(path)
    state = path.stat()
    key = f"{path.resolve()} {state.st_size} {state.st_mtime_ns}"
    known = _read(kept)
    if key not in known:
        same_file = f"{path.resolve()} "
        known = {name: value for name, value in known.items() if not name.startswith(same_file)}
        known[key] = file_digest(path)
        _write(kept, known)
    return known[key]


def _read(kept: Path) -> dict[str, str]:
    try:
        values = read_json(kept)
    except (OSError, ValueError):
        return {}
    if not isinstance(values, dict):
        return {}
    return {name: value for name, value in values.items() if isinstance(value, str) and len(value) == 64}


def _write(kept: Path, known: dict[str, str]) -> None:
    """Keep `known`; where that fails it is worked out again next time."""
    try:
        write_own(kept, json.dumps(known))
    except OSError:
        return
