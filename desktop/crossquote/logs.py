"""Log files: what the program did, never what the user's texts say."""

import logging
from logging.handlers import RotatingFileHandler
from pathlib import Path

LOG_BYTES = 512 * 1024


def log_to(folder: Path, *, debug: bool = False) -> Path:
    """Send the program's log to a file of bounded size in `folder` (created if need be) and return its path."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / "crossquote.log"
    handler = RotatingFileHandler(path, maxBytes=LOG_BYTES, backupCount=1, encoding="utf-8", delay=True)
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    logger = logging.getLogger("crossquote")
    logger.setLevel(logging.DEBUG if debug else logging.INFO)
    logger.addHandler(handler)
    return path
