"""What the pictures of the help show, as words, kept: by that, one that has aged is told by its name."""

import hashlib
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from PySide6.QtCore import QAbstractListModel
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QLabel, QTextEdit, QWidget

from crossquote.export.document import Report
from crossquote.export.exporter import known_formats
from crossquote.export.verify import texts_of as report_texts

KEPT = Path(__file__).with_name("pictured.json")
_ROWS = 60
_WORD = re.compile(r"[^\W\d_]{2,}")


def of_window(window: QWidget) -> str:
    """Return what a window shows in few letters: the same for the same words, in whatever order they are drawn."""
    return _digest(text for part in (window, *window.findChildren(QWidget)) for text in _shown(part))


def _shown(part: QWidget) -> Iterator[str]:
    """Yield what can be read in a part of a window, as far as it is seen; no tip, and nothing that is heard alone."""
    if not part.isVisible():
        return
    match part:
        case QLabel() | QAbstractButton():
            yield part.text()
        case QTextEdit():
            yield part.toPlainText()
        case QAbstractItemView():
            model = part.model()
            columns = 1 if isinstance(model, QAbstractListModel) else model.columnCount()
            rows = min(model.rowCount(), _ROWS)
            yield from (str(model.index(row, column).data() or "") for row in range(rows) for column in range(columns))


def of_report(report: Report) -> dict[str, str]:
    """Return the same of a report for the picture of each format: the words that it holds, in all languages."""
    return {f"report-{ending[1:]}.png": _digest(report_texts(report, one)) for ending, one in known_formats().items()}


def keep(shown: Mapping[str, str]) -> None:
    """Keep what pictures show, beside what is kept of others."""
    KEPT.write_text(json.dumps({**kept(), **shown}, indent=1, sort_keys=True) + "\n", encoding="utf-8")


def kept() -> dict[str, str]:
    """Return what the pictures that are there show."""
    held: dict[str, str] = json.loads(KEPT.read_text(encoding="utf-8")) if KEPT.exists() else {}
    return held


def _digest(texts: Iterable[str]) -> str:
    words = sorted({word for text in texts for word in _WORD.findall(text)})
    return hashlib.sha256(" ".join(words).encode()).hexdigest()[:16]
