"""Writing files: whole or not at all."""

import os
import shutil
import uuid
from pathlib import Path

from crossquote.errors import ErrorCode, UserError
from crossquote.message import message


def write_text(path: Path, text: str) -> None:
    """Write `text` to `path` as UTF-8; the file is complete or, where anything fails, as it was before.

    What is no ordinary file (a pipe, a terminal) is written to as it stands, never replaced; a link stays a link.
    """
    path = path.resolve()
    try:
        if path.exists() and not path.is_file():
            path.write_text(text, encoding="utf-8", newline="\n")
            return
        temporary = path.with_name(f".{path.name}.{uuid.uuid4().hex}.part")
        try:
            with temporary.open("x", encoding="utf-8", newline="\n") as file:
                file.write(text)
                file.flush()
                os.fsync(file.fileno())
            if path.exists():
                shutil.copymode(path, temporary)
        except BaseException:
            temporary.unlink(missing_ok=True)
            raise
        temporary.replace(path)
    except OSError as error:
        raise UserError(
            ErrorCode.WRITE, message("error.report-not-written", reason=error.strerror or str(error)), path=str(path)
        ) from error
