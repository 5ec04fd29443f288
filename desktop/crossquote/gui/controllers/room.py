"""Windows come back as they were left: their size, how their parts share it, the columns and the order of the list."""

from functools import partial

from msgspec.structs import replace
from PySide6.QtCore import QObject, QSize, Qt, Slot
from PySide6.QtWidgets import QSplitter, QWidget

from crossquote.gui.controllers.choices import Choices
from crossquote.gui.views.workspace import Workspace
from crossquote.gui.windows.help import HelpWindow
from crossquote.gui.windows.reader import ReaderWindow
from crossquote.gui.windows.shell import Shell
from crossquote.work.window_layout import read_sizes, read_sorting, tell_sizes, tell_sorting

_COLUMNS = ("severity", "speaker", "utterance", "renditions", "findings")
"""What the columns of the list are called in the settings."""
_MAXIMISED = (1, 1)
"""The size that is kept of a window as large as the screen: no window is so small."""


class SharedRoom(QObject):
    """Gives windows what the settings have of them, and keeps it when they are left."""

    def __init__(self, shell: Shell, workspace: Workspace, choices: Choices) -> None:
        super().__init__(shell)
        self._shell, self._workspace, self._choices = shell, workspace, choices
        self._help: HelpWindow | None = None
        kept = choices.settings
        across, down = read_sizes(kept.panes, 3), read_sizes(kept.panes_down, 2)
        workspace.take_sizes(across, down, findings=kept.findings_shown)
        workspace.findings.choose_order(kept.findings_order)
        workspace.articles.head.choose(kept.articles_order, kept.articles_groups)
        workspace.comparison.possible.fold(kept.possible_list)
        workspace.utterances.take_columns(read_sizes(kept.columns, 3), read_sorting(kept.sorting, _COLUMNS))

    def keep(self) -> None:
        """Keep how the window and that of the help are now."""
        across, down = self._workspace.sizes()
        list_ = self._workspace.utterances
        column, downwards = list_.sorting()
        kept = replace(
            self._choices.settings,
            window=self._shell.place,
            panes=tell_sizes(across),
            panes_down=tell_sizes(down),
            findings_shown=not self._workspace.findings.isHidden(),
            findings_order=self._workspace.findings.order,
            articles_order=self._workspace.articles.head.order,
            articles_groups=self._workspace.articles.head.groups,
            possible_list=self._workspace.comparison.possible.folding,
            sorting=tell_sorting(_COLUMNS[column], downwards=downwards),
            columns=tell_sizes(list_.widths()),
        )
        if self._help is not None:
            kept = replace(kept, help_window=_told_size(self._help), help_panes=tell_sizes(self._help.parts.sizes()))
        self._choices.keep_layout(kept)

    @Slot(object)
    def take_reader(self, reader: ReaderWindow) -> None:
        """Make a reader as large as the last one was left."""
        kept = self._choices.settings
        _take_size(reader, read_sizes(kept.reader, 2))
        _take_parts(reader.parts, read_sizes(kept.reader_panes, 3))
        reader.left.connect(partial(self._keep_reader, reader))

    @Slot(object)
    def take_help(self, window: HelpWindow) -> None:
        """Make the window of the help as large as it was left."""
        self._help = window
        _take_size(window, read_sizes(self._choices.settings.help_window, 2))
        _take_parts(window.parts, read_sizes(self._choices.settings.help_panes, 2))

    def _keep_reader(self, reader: ReaderWindow) -> None:
        text, translation, quotes = reader.parts.sizes()
        panes = tell_sizes((text, translation or text, quotes))
        self._choices.keep_layout(replace(self._choices.settings, reader=_told_size(reader), reader_panes=panes))


def _told_size(window: QWidget) -> str:
    return tell_sizes(_MAXIMISED if window.isMaximized() else (window.width(), window.height()))


def _take_size(window: QWidget, size: tuple[int, ...]) -> None:
    """Give a window a size that was kept, as far as the screen has room for it."""
    if size == _MAXIMISED:
        window.setWindowState(window.windowState() | Qt.WindowState.WindowMaximized)
    elif size:
        window.resize(QSize(*size).boundedTo(window.screen().availableSize()).expandedTo(window.minimumSizeHint()))


def _take_parts(parts: QSplitter, sizes: tuple[int, ...]) -> None:
    if sizes:
        parts.setSizes(list(sizes))
