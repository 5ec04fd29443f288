"""Log files: what the program did, never what the user's texts say."""

import logging
from io import TextIOWrapper
from logging.handlers import RotatingFileHandler
from pathlib import Path

from crossquote.paths import make_own, make_private

LOG_BYTES = 512 * 1024


class _OwnFileHandler(RotatingFileHandler):
    """Writes files that their owner alone may read."""

    def check(self) -> None:
        """Raise an `OSError` where there can be no such file, or something else has its name."""
        self._open().close()

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802 - the standard library's
        """Do without what can't be written: a full disk is told where work is to be kept."""

    def _open(self) -> TextIOWrapper:
        return open(self.baseFilename, "a", encoding=self.encoding, opener=make_own)


def log_to(folder: Path, *, debug: bool = False) -> Path:
    """Send the program's log to a file of bounded size in `folder` (created if need be) and return its path.

    An `OSError` says why there can be none; the log then goes nowhere.
    """
    make_private(folder)
    path = folder / "crossquote.log"
    handler = _OwnFileHandler(path, maxBytes=LOG_BYTES, backupCount=1, encoding="utf-8", delay=True)
    handler.check()
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    logger = logging.getLogger("crossquote")
    logger.setLevel(logging.DEBUG if debug else logging.INFO)
    logger.addHandler(handler)
    return path
