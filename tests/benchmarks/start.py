"""Starting: the command line on two articles, and the window's first paint."""

from collections.abc import Iterator

from figure import Figure, command_seconds

from crossquote.resources import seeds

BARE_WINDOW = """
from PySide6.QtWidgets import QApplication, QMainWindow
application = QApplication([])
window = QMainWindow()
window.show()
application.processEvents()
"""
FIRST_PAINT = """
from crossquote.gui import app

def leave(application, shell, paths):
    shell.may_close = True
    shell.close()

app.fill = leave
from crossquote.__main__ import main
main([])
"""
"""The program itself, with its settings; what fills the window comes after its first paint, and is left out."""


def measure() -> Iterator[Figure]:
    """Yield the figures of starting."""
    english = sorted(str(path) for path in (seeds() / "ceasefire-call").glob("*.en.txt"))[:2]
    compare, bare = command_seconds(["-m", "crossquote", "compare", *english], ["-c", "import rich, langdetect"])
    yield Figure("compare two articles, whole process", compare, bare, 1.5 * (bare + 0.3))
    version, python = command_seconds(["-m", "crossquote", "--version"], ["-c", "pass"])
    yield Figure("--version, whole process", version, python, 0.12)
    window, empty = command_seconds(["-c", FIRST_PAINT], ["-c", BARE_WINDOW])
    yield Figure("window to first paint, whole process", window, empty, 1.35 * empty)
