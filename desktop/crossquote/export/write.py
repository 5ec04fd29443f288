"""Writing files: whole or not at all."""

import os
import tempfile
from pathlib import Path

from crossquote.errors import ErrorCode, UserError


def write_text(path: Path, text: str) -> None:
    """Write `text` to `path` as UTF-8; the file is complete or, where anything fails, as it was before.

    What is no ordinary file (a pipe, a terminal) is written to as it stands, never replaced; a link stays a link.
    """
    path = path.resolve()
    try:
        if path.exists() and not path.is_file():
            path.write_text(text, encoding="utf-8", newline="\n")
            return
        with tempfile.NamedTemporaryFile(
            "w", encoding="utf-8", newline="\n", dir=path.parent, prefix=f".{path.name}.", delete=False
        ) as file:
            temporary = Path(file.name)
            try:
                file.write(text)
                file.flush()
                os.fsync(file.fileno())
            except BaseException:
                file.close()
                temporary.unlink()
                raise
        temporary.replace(path)
    except OSError as error:
        raise UserError(
            ErrorCode.WRITE,
            f"can't be written: {error.strerror or error}",
            advice="Choose another place, or make room there.",
            path=str(path),
        ) from error
