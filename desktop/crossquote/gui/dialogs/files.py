"""The system's own file dialogs: which articles to add, where a report goes."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from crossquote.work.save_report import FORMATS


def ask_articles(parent: QWidget) -> tuple[str, ...]:
    """Return the files that the user wants to add."""
    names, _ = QFileDialog.getOpenFileNames(
        parent, "Add articles", "", "Articles (*.txt *.html *.htm *.md);;All files (*)"
    )
    return tuple(names)


def ask_report(parent: QWidget) -> Path | None:
    """Return where the report is to go, None where the user does not want one."""
    kinds = ";;".join(f"{name} (*{ending})" for ending, name in FORMATS.items())
    name, kind = QFileDialog.getSaveFileName(parent, "Save a report", "report.html", kinds)
    if not name:
        return None
    path = Path(name)
    if path.suffix.lower() in FORMATS:
        return path
    ending = next((ending for ending in FORMATS if f"*{ending}" in kind), ".html")
    return path.with_name(path.name + ending)
