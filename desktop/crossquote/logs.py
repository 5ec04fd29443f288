"""Log files: what the program did, never what the user's texts say."""

import logging
import os
from io import TextIOWrapper
from logging.handlers import RotatingFileHandler
from pathlib import Path

from crossquote.paths import make_own, make_private

LOG_BYTES = 512 * 1024


class _OwnFileHandler(RotatingFileHandler):
    """Writes files that their owner alone may read."""

    def _open(self) -> TextIOWrapper:
        os.close(make_own(self.baseFilename, os.O_WRONLY | os.O_APPEND | os.O_CREAT))
        return super()._open()


def log_to(folder: Path, *, debug: bool = False) -> Path:
    """Send the program's log to a file of bounded size in `folder` (created if need be) and return its path."""
    make_private(folder)
    path = folder / "crossquote.log"
    handler = _OwnFileHandler(path, maxBytes=LOG_BYTES, backupCount=1, encoding="utf-8", delay=True)
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    logger = logging.getLogger("crossquote")
    logger.setLevel(logging.DEBUG if debug else logging.INFO)
    logger.addHandler(handler)
    return path
