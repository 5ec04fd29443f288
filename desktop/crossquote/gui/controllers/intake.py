"""What comes in: files and texts that are asked for, dropped, pasted or written."""

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QGuiApplication

from crossquote.gui.bridge import Bridge
from crossquote.gui.controllers.translations import MEMORY
from crossquote.gui.dialogs.files import ask_articles
from crossquote.gui.dialogs.paste import TextDialog
from crossquote.gui.windows.shell import Shell
from crossquote.gui.words import say
from crossquote.project.store import is_project
from crossquote.work.packages import holds_packages
from crossquote.work.projects import SUFFIX
from crossquote.work.stories import list_stories


class Takers(NamedTuple):
    """Who takes what is no article: projects, language packages, translation memories; and who says a line."""

    project: Callable[[Path], object]
    packages: Callable[[list[Path]], object]
    memories: Callable[[list[Path]], object]
    say: Callable[[list[str]], object]


class Intake(QObject):
    """Tells articles from what else can come in, and hands each on."""

    def __init__(self, shell: Shell, bridge: Bridge, takers: Takers) -> None:
        super().__init__(shell)
        self._shell, self._bridge, self._takers = shell, bridge, takers

    @Slot(object)
    def take(self, dropped: tuple[str, ...] | str) -> None:
        """Add what was dropped or pasted: files, or a text."""
        if isinstance(dropped, str):
            if dropped.strip():
                self._bridge.add_text(dropped, "", self._next_name())
        elif projects := [Path(name) for name in dropped if name.endswith(SUFFIX) or is_project(Path(name))]:
            self._takers.project(projects[0])
            if len(dropped) > 1:
                self._takers.say([say("window.intake.opened-alone", project=projects[0].name)])
        elif dropped:
            packages = [Path(name) for name in dropped if holds_packages(Path(name))]
            memories = [Path(name) for name in dropped if name.lower().endswith(MEMORY)]
            articles = [Path(name) for name in dropped if Path(name) not in {*packages, *memories}]
            if packages:
                self._takers.packages(packages)
            if memories:
                self._takers.memories(memories)
            if articles:
                self._bridge.add_files(articles)

    def _next_name(self) -> str:
        return say("window.intake.pasted", number=1 + sum(not a.path for a in self._bridge.state.articles.values()))

    def ask(self) -> None:
        """Ask for files and add them."""
        if names := ask_articles(self._shell):
            self.take(names)

    def paste(self) -> None:
        """Add what is on the clipboard: files, or a text."""
        data = QGuiApplication.clipboard().mimeData()
        files = tuple(url.toLocalFile() for url in data.urls() if url.isLocalFile())
        self.take(files or data.text())

    def write(self) -> None:
        """Ask for a text and its outlet."""
        dialog = TextDialog("", self._shell)
        dialog.accepted.connect(self._add_written)
        dialog.open()

    @Slot()
    def _add_written(self) -> None:
        dialog = self.sender()
        if isinstance(dialog, TextDialog):
            self._bridge.add_text(dialog.words.toPlainText(), dialog.outlet.text().strip(), self._next_name())

    def open_sample(self) -> None:
        """Open the first sample story."""
        for story in list_stories()[:1]:
            self._bridge.add_files(story.files)
