"""Takes the screenshots of the README and the help: `uv run python tests/gui/screenshots.py FOLDER`.

The first page (`start.png`), and every sample story in light and dark, at the smallest, the usual and a large size,
with no screen needed. Into `resources/help/pictures` go those that the help and the README show, and no others; what
they show is kept in `pictured.json`.
"""

import gc
import os
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from PySide6.QtCore import QEventLoop
from PySide6.QtWidgets import QApplication, QWidget

from crossquote.gui.desk import Desk
from crossquote.gui.fill import fill_shell
from crossquote.gui.start import make_application, open_shell
from crossquote.gui.wishes.articles import ReadArticle
from crossquote.work.stories import Story, list_stories
from gui.pictured import keep, of_window

PICTURES = Path(__file__).parents[2] / "resources" / "help" / "pictures"
READER = (1020, 760)
SIZES = ((1000, 700), (1440, 900), (1920, 1080))


def settle(application: QApplication, desk: Desk) -> None:
    """Let work finish and the window draw itself."""
    while desk.bridge.jobs.current is not None:  # work that nobody sees ends without a word: it is looked for
        application.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents, 50)
    for _ in range(5):
        application.processEvents()


def take(application: QApplication, story: Story, folder: Path) -> None:
    """Save pictures of one story in every theme and size, and of its first article in the reader."""
    shell = open_shell("light")
    shell.show()
    desk = fill_shell(shell)
    desk.intake.add(story.files)
    settle(application, desk)
    for theme in ("light", "dark"):
        shell.appearance.choose(theme)
        for width, height in SIZES:
            shell.resize(width, height)
            settle(application, desk)
            shell.grab().save(str(folder / f"{story.id}-{theme}-{width}x{height}.png"))
    desk.wishes.grant(ReadArticle(next(iter(desk.bridge.state.articles))))
    settle(application, desk)
    desk.readers.windows[0].grab().save(str(folder / f"{story.id}-reader.png"))
    desk.leave()


def take_start(application: QApplication, folder: Path) -> None:
    """Save a picture of the first page, as who has done nothing yet finds it."""
    shell = open_shell("light")
    shell.show()
    desk = fill_shell(shell)
    shell.resize(*SIZES[0])
    settle(application, desk)
    shell.grab().save(str(folder / "start.png"))
    desk.leave()


def help_windows(application: QApplication) -> Iterator[tuple[str, QWidget]]:
    """Yield the windows that the help and the README show, by the names of their pictures."""
    for name, story, theme in (
        ("window-light.png", "ceasefire-call", "light"),
        ("window-dark.png", "harbour-strike", "dark"),
    ):
        shell = open_shell(theme)
        shell.show()
        desk = fill_shell(shell)
        desk.intake.add(next(one for one in list_stories() if one.id == story).files)
        shell.resize(*SIZES[1])
        settle(application, desk)
        yield name, shell
        if theme == "light":
            shell.appearance.choose("dark")
            desk.wishes.grant(ReadArticle(next(iter(desk.bridge.state.articles))))
            desk.readers.windows[0].resize(*READER)
            settle(application, desk)
            yield "reader.png", desk.readers.windows[0]
        desk.leave()


def main() -> None:
    """Take them all."""
    os.environ |= {"QT_QPA_PLATFORM": "offscreen", "CROSSQUOTE_HOME": tempfile.mkdtemp()}
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    application = make_application()
    gc.disable()  # as in the program itself: windows may be freed on their own thread alone
    take_start(application, folder)
    if folder.resolve() == PICTURES:
        for name, window in help_windows(application):
            window.grab().save(str(folder / name))
            keep({name: of_window(window)})
        return
    for story in list_stories():
        take(application, story, folder)


if __name__ == "__main__":
    main()
