"""What comes in: files and texts that are asked for, dropped, pasted or written, and pages that were fetched."""

from collections.abc import Callable, Collection, Sequence
from functools import partial
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QMimeData, QObject, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from crossquote.articles.clipping import Clipping
from crossquote.errors import UserError
from crossquote.gui.bridge import Bridge
from crossquote.gui.clipboard import clipping_in, files_in
from crossquote.gui.dialogs.columns import ColumnsDialog
from crossquote.gui.dialogs.encoding import EncodingDialog
from crossquote.gui.dialogs.files import ask_articles
from crossquote.gui.dialogs.listing import Deed, Line, ListDialog, Listing
from crossquote.gui.dialogs.opening import open_dialog
from crossquote.gui.dialogs.paste import TextDialog
from crossquote.gui.granting import Wishes, grants
from crossquote.gui.jobs import Job
from crossquote.gui.messages import reason_line, short_names
from crossquote.gui.windows.shell import Shell
from crossquote.gui.wishes.articles import AskOfArticles, ReadAllAgain, ReadIn, RemoveArticles, TellColumns
from crossquote.gui.words import say, say_joined, say_message
from crossquote.message import message
from crossquote.online.fetching import Fetched
from crossquote.online.web_address import WebAddress
from crossquote.progress import Work
from crossquote.wording.joining import Joint
from crossquote.work.columns import UnknownTable, remember_columns, table_of
from crossquote.work.edits import articles
from crossquote.work.encodings import (
    Unsure,
    can_be_chosen,
    forget_encodings,
    guess_files,
    remember_encodings,
)
from crossquote.work.incoming import Incoming, find_outermost, sort_incoming
from crossquote.work.projects import is_untitled
from crossquote.work.session import Session
from crossquote.work.stages import pipeline
from crossquote.work.stages.find_quotes import left_out
from crossquote.work.stages.pipeline import Outcome
from crossquote.work.stories import are_of_story, is_story_open, list_stories
from crossquote.work.web_pages import address_in

_READING, _LOOKING = message("window.job.reading"), message("window.job.encodings")


class Takers(NamedTuple):
    """Who takes what is no article: projects, packages, translation memories; who says a line.

    `take_back` says no more why files were not read. `fresh` begins a project that holds nothing, and then does what it
    is given; `page` offers to fetch one of the web.
    """

    project: Callable[[Path], object]
    packages: Callable[[list[Path]], object]
    memories: Callable[[list[Path]], object]
    say: Callable[[list[str]], object]
    take_back: Callable[[Collection[str]], object]
    unsay: Callable[[Collection[str]], object]
    fresh: Callable[[Callable[[], object]], object]
    page: Callable[[WebAddress], object]


class Intake(QObject):
    """Tells articles from what else can come in, and hands each on."""

    def __init__(self, shell: Shell, bridge: Bridge, takers: Takers, wishes: Wishes) -> None:
        super().__init__(shell)
        self._shell, self._bridge, self._takers, self._wishes = shell, bridge, takers, wishes
        self.unread: dict[str, UserError] = {}
        self._unsure: set[str] = set()
        self._told: list[str] = []
        bridge.unread_found.connect(self._note_unread)

    @Slot(object)
    def take(self, dropped: tuple[str, ...] | Clipping) -> None:
        """Add what was dropped or pasted: files, or a text."""
        if isinstance(dropped, Clipping):
            self._add_clipping(dropped)
        elif dropped:
            sorting = self._bridge.run(_READING, sort_incoming(dropped))
            sorting.then(partial(self._hand_on, sorting, alone=len(dropped) == 1))

    def _hand_on(self, sorting: Job[Incoming], incoming: Incoming, *, alone: bool) -> None:
        """Hand each kind on to who takes it, unless the user said stop meanwhile; a project is opened alone."""
        if sorting.stop_requested.is_set():
            return
        if incoming.project is not None:
            self._takers.project(incoming.project)
            if not alone:
                self._takers.say([say("window.intake.opened-alone", project=incoming.project.name)])
        if incoming.page is not None:
            self._takers.page(incoming.page)
        if incoming.packages:
            self._takers.packages(list(incoming.packages))
        if incoming.memories:
            self._takers.memories(list(incoming.memories))
        if incoming.files:
            self.add(incoming.files)

    def add(self, paths: Sequence[Path]) -> None:
        """Read files as articles, and all that are in folders."""
        places = set(paths)
        again = {name for name in self.unread if not places.isdisjoint((Path(name), *Path(name).parents))}
        self._takers.take_back(again)
        self.unread = {name: why for name, why in self.unread.items() if name not in again}
        self._read(lambda session: pipeline.add_files(session, paths), sample=are_of_story(map(str, paths)))

    def _add_again(self, paths: Sequence[Path]) -> None:
        """Read files again as articles; of what lies in a file, all of that."""
        if paths:
            looking = self._bridge.run(_READING, find_outermost(paths))
            looking.then(partial(self._add_found, looking))

    def _add_found(self, looking: Job[tuple[Path, ...]], files: tuple[Path, ...]) -> None:
        """Read what was found, unless the user said stop meanwhile."""
        if not looking.stop_requested.is_set():
            self.add(files)

    def _read(
        self,
        read: Callable[[Session], Work[Outcome]],
        *,
        sample: bool = False,
        give_back: Callable[[], object] | None = None,
        unnamed: str = "",
    ) -> None:
        """Read what comes in; what is no part of the sample is a project of its own, where that is open unsaved.

        What was written here lies nowhere else: it is kept once it is to be read, or, where it can't be, given back.
        An article that is called `unnamed` then is of no outlet that is known: that is asked for.
        """
        session = self._bridge.session
        apart = not sample and is_untitled(session) and is_story_open(session.state)
        if apart:
            self._takers.fresh(partial(self._begin_reading, read, give_back, unnamed))
        else:
            self._begin_reading(read, give_back, unnamed)

    def _begin_reading(
        self,
        read: Callable[[Session], Work[Outcome]],
        give_back: Callable[[], object] | None = None,
        unnamed: str = "",
    ) -> None:
        if give_back is None:
            reading = self._bridge.edit(read, _READING)
            reading.then(self._tell_more)
            reading.then(partial(self._ask_outlet, unnamed))
            return
        reading = self._bridge.decide(read, _READING)
        reading.then(self._tell_more)
        reading.then(lambda outcome: outcome.problems and give_back())
        reading.failed.connect(lambda _: give_back())

    def take_over(self, other: "Intake") -> None:
        """Know the files that another window could not read, and say so here."""
        if other.unread:
            self._bridge.unread_found.emit(tuple(other.unread.values()))

    @Slot(object)
    def _tell_more(self, outcome: Outcome) -> None:
        """Say how much of what came in is open already, for it is not taken in twice, and what was left out."""
        told = [say("window.intake.again", count=outcome.again)] if outcome.again else []
        articles = self._bridge.state.articles
        came = [articles[key] for key in articles if key in outcome.changes.articles]
        told += [say_joined((one.outlet, say_message(why)), Joint.ABOUT) for one in came for why in left_out(one)]
        if told:
            self._takers.say(told)
            self._told += told

    def _ask_outlet(self, unnamed: str, outcome: Outcome) -> None:
        """Ask who printed what was pasted, where that does not say so; not while something else is asked."""
        articles = self._bridge.state.articles
        came = tuple(key for key in outcome.changes.articles if key in articles and articles[key].outlet == unnamed)
        if unnamed and came and QApplication.activeModalWidget() is None:
            self._wishes.grant(AskOfArticles(came, "outlet"))

    @Slot()
    def forget(self) -> None:
        """Tell no more of what was to become a part of a project that is left."""
        self._takers.take_back(self.unread)
        self._takers.unsay(self._told)
        self.unread, self._unsure, self._told = {}, set(), []

    @Slot(object)
    def _note_unread(self, problems: Sequence[UserError]) -> None:
        self.unread |= {problem.path: problem for problem in problems if problem.path}
        self._unsure = {name for name, why in self.unread.items() if can_be_chosen(why)}

    def show_unread(self) -> None:
        """List the files that could not be read, with why; each can be tried again."""
        listing = Listing(
            title=say("window.unread.title"),
            about=say("window.unread.about"),
            columns=(say("window.unread.file"), say("window.unread.why")),
            act=say("window.unread.again"),
            other=Deed(say("window.unread.all-again"), ReadAllAgain()),
            wide=1,
        )
        dialog: ListDialog[str] = ListDialog(listing, self._shell)
        told, called = self.unread.items(), short_names(self.unread)
        dialog.show_lines([Line((called[name], reason_line(why)), name, tip=name) for name, why in told])
        dialog.when_answered(self._read_again)
        dialog.wished.connect(self._wishes.grant)
        for done in (dialog.answered, dialog.wished):
            done.connect(dialog.accept)
        open_dialog(dialog)

    def unsure(self) -> list[Path]:
        """Return the files that could not be read for their encoding alone."""
        return [Path(name) for name in self.unread if name in self._unsure]

    def choose_encodings(self) -> None:
        """Show what the files whose encoding is not said would say in those that are likely."""
        self._bridge.run(_LOOKING, guess_files(self.unsure())).then(self._show_unsure)

    @Slot(object)
    def _show_unsure(self, files: tuple[Unsure, ...]) -> None:
        if files:
            dialog = EncodingDialog(files, self._shell)
            dialog.wished.connect(self._wishes.grant)
            open_dialog(dialog)

    @grants(ReadIn)
    def _read_in(self, wish: ReadIn) -> None:
        self._remember(partial(remember_encodings, [(file.digest, encoding) for file, encoding in wish.files]))
        self._add_again([file.path for file, _ in wish.files])

    def _remember(self, remember: Callable[[], object]) -> None:
        """Remember what was told of files; say so where that can't be written."""
        try:
            remember()
        except UserError as problem:
            self._bridge.problems_found.emit((problem,))

    def tables(self) -> dict[str, UnknownTable]:
        """Return the tables whose columns nobody knows, by where they lie."""
        return {name: table for name, why in self.unread.items() if (table := table_of(why)) is not None}

    def choose_columns(self) -> None:
        """Ask what the columns of the first table hold that nobody knows."""
        for name, table in list(self.tables().items())[:1]:
            dialog = ColumnsDialog(table, Path(name).name, self._shell)
            dialog.wished.connect(self._wishes.grant)
            open_dialog(dialog)

    @grants(TellColumns)
    def _tell_columns(self, wish: TellColumns) -> None:
        self._remember(partial(remember_columns, wish.columns))
        self._add_again(list(map(Path, self.tables())))

    def _read_again(self, name: str) -> None:
        self._add_again([Path(name)])

    @grants(ReadAllAgain)
    def _read_all_again(self, _wish: ReadAllAgain) -> None:
        self._add_again(list(map(Path, self.unread)))

    def _add_clipping(self, clipping: Clipping) -> None:
        name = self._next_name()
        if address := address_in(clipping.text):
            self._takers.page(address)
        elif clipping.text.strip():
            self._read(lambda session: pipeline.add_clipping(session, clipping, name), unnamed=name)

    def add_text(self, text: str, outlet: str) -> None:
        """Take a text as an article; without the name of its outlet, as the text says, else under a name of ours."""
        name = self._next_name()
        if address := address_in(text):
            self._takers.page(address)
            return
        self._read(
            lambda session: pipeline.add_text(session, text, outlet, name), give_back=partial(self._write, text, outlet)
        )

    @Slot(object)
    def add_page(self, page: Fetched) -> None:
        """Take a page of the web as an article."""
        self._read(lambda session: pipeline.add_page(session, page))

    @grants(RemoveArticles)
    def _remove(self, wish: RemoveArticles) -> None:
        open_now = self._bridge.state.articles
        self._remember(partial(forget_encodings, [open_now[one].sha256 for one in wish.articles if one in open_now]))
        self._bridge.edit(
            lambda session: articles.remove_articles(session, wish.articles), message("window.job.removing")
        )

    def _next_name(self) -> str:
        return say("window.intake.pasted", number=1 + sum(not a.path for a in self._bridge.state.articles.values()))

    def ask(self) -> None:
        """Ask for files and add them."""
        if names := ask_articles(self._shell):
            self.take(names)

    def paste(self) -> None:
        """Add what is on the clipboard: files, or a text."""
        data: QMimeData | None = QGuiApplication.clipboard().mimeData()
        if data is None:  # nothing is there; some systems say so in this way
            return
        self.take(files_in(data) or clipping_in(data))

    def write(self) -> None:
        """Ask for a text and its outlet."""
        self._write("", "")

    def _write(self, text: str, outlet: str) -> None:
        """Ask for a text and its outlet; what was written before could not be kept."""
        dialog = TextDialog("", self._shell, outlet)
        dialog.words.setPlainText(text)
        dialog.accepted.connect(self._add_written)
        open_dialog(dialog)

    @Slot()
    def _add_written(self) -> None:
        dialog = self.sender()
        if isinstance(dialog, TextDialog):
            self.add_text(dialog.words.toPlainText(), dialog.outlet.text().strip())

    def open_sample(self) -> None:
        """Open the first sample story, as a project of its own."""
        for story in list_stories()[:1]:
            self._takers.fresh(partial(self.add, story.files))
