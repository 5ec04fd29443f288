"""Reports in the window: what goes in and where it goes are asked for; then it is written, and can be opened."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path
from textwrap import shorten

from msgspec.structs import replace
from PySide6.QtCore import QLocale, QObject, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QMessageBox

from crossquote.errors import ErrorCode, UserError
from crossquote.export.choice import ReportChoice, paper_of
from crossquote.export.exporter import known_formats
from crossquote.export.formats.pdf.body import paged_text
from crossquote.export.formats.pdf.pages import PagedText
from crossquote.files import agreed_at, leads_to_same
from crossquote.gui.bridge import Bridge
from crossquote.gui.controllers.choices import Choices
from crossquote.gui.dialogs.files import ask_report, suggested_path
from crossquote.gui.dialogs.opening import open_dialog
from crossquote.gui.dialogs.report import OfferedUtterance, ReportDialog
from crossquote.gui.granting import Wishes, grants
from crossquote.gui.plain import plain_box, plain_caption
from crossquote.gui.views.utterances import UtterancesPane
from crossquote.gui.windows.shell import Shell
from crossquote.gui.wishes.reports import PreviewReport, WriteReport
from crossquote.gui.words import interface_language, say, say_joined
from crossquote.message import message
from crossquote.progress import Step, Work
from crossquote.wording.joining import Joint
from crossquote.work.report_size import count_wanted
from crossquote.work.save_report import Destination, History, made_report, save_report
from crossquote.work.session import Session

_LETTERS = 90


class Reports(QObject):
    """Saves reports; what was chosen last is offered again, after another start too."""

    def __init__(
        self, shell: Shell, bridge: Bridge, wishes: Wishes, choices: Choices, utterances: UtterancesPane
    ) -> None:
        super().__init__(shell)
        self._shell, self._bridge, self._wishes, self._choices = shell, bridge, wishes, choices
        self._utterances = utterances
        self._title = ""

    def save(self) -> None:
        """Ask what goes into a report."""
        count = partial(count_wanted, self._bridge.state)
        dialog = ReportDialog(self._ending, self._choice, self._offered(), count, self._shell)
        dialog.wished.connect(self._wishes.grant)
        open_dialog(dialog)

    @grants(WriteReport)
    def _save(self, wish: WriteReport) -> None:
        """Ask for a place and write the report there."""
        self._remember(wish.ending, wish.choice)
        path = ask_report(
            self._shell, suggested_path(self._bridge.session, say("window.files.name.report")), wish.ending
        )
        if path is not None:
            writing = partial(_write, path, Destination(agreed=agreed_at(path)), interface_language(), wish.choice)
            self._bridge.edit(writing, message("window.reports.writing")).then(self._say_saved)

    def preview(self) -> None:
        """Show the pages of a report, with what was chosen last."""
        self._wishes.grant(PreviewReport(self._choice))

    @grants(PreviewReport)
    def _preview(self, wish: PreviewReport) -> None:
        """Gather the report, then show its pages."""
        self._remember(self._ending, wish.choice)
        title = wish.choice.title or suggested_path(self._bridge.session, say("report.untitled")).stem
        gathering = partial(_paged, title, interface_language(), wish.choice)
        self._bridge.edit(gathering, message("window.reports.gathering")).then(self._show_pages)

    @property
    def _ending(self) -> str:
        ending = self._choices.settings.report
        return ending if ending in known_formats() else next(iter(known_formats()))

    @property
    def _choice(self) -> ReportChoice:
        """What was chosen last, as far as it is open; where no utterance was, the current one is."""
        kept = replace(self._choices.settings.report_choice, title=self._title)
        if not self._choices.settings.report_paper:
            kept = replace(kept, paper=paper_of(QLocale.system().name()))
        chosen = kept.chosen & self._bridge.state.utterances.keys()
        current = self._utterances.current_id()
        return replace(kept, chosen=chosen or frozenset({current} if current else ()))

    def _offered(self) -> Iterator[OfferedUtterance]:
        for one in self._bridge.state.utterances.values():
            words = " ".join(one.renditions[one.base].shown.split())
            told = say_joined((one.speaker or "", shorten(words, _LETTERS, placeholder="…")), Joint.ABOUT)
            yield OfferedUtterance(one.id, told)

    def _remember(self, ending: str, choice: ReportChoice) -> None:
        self._title = choice.title
        self._choices.keep_report(ending, choice)

    def _show_pages(self, text: PagedText) -> None:
        from crossquote.gui.paper.preview import PreviewDialog  # noqa: PLC0415 - Qt's printing is loaded only to print

        open_dialog(PreviewDialog(text, self._shell))

    def _say_saved(self, path: Path) -> None:
        told = say("window.saved", file=str(path))
        self._shell.counts.show_text(told)
        box = plain_box(self._shell, say("window.program"), told)
        for text, target in (("window.reports.open", path), ("window.reports.show-folder", path.parent)):
            button = box.addButton(plain_caption(say(text)), QMessageBox.ButtonRole.ActionRole)
            button.clicked.connect(partial(QDesktopServices.openUrl, QUrl.fromLocalFile(str(target))))
        box.setDefaultButton(box.addButton(QMessageBox.StandardButton.Close))
        open_dialog(box)


def _write(path: Path, destination: Destination, language: str, choice: ReportChoice, session: Session) -> Work[Path]:
    log = session.project.steps() if session.project is not None else ()
    if session.project is not None and leads_to_same(path, session.project.path):
        raise UserError(ErrorCode.WRITE, message("error.over-source"), path=str(path))
    return save_report(session.state, path, destination, History(log), language, choice)


def _paged(title: str, language: str, choice: ReportChoice, session: Session) -> Work[PagedText]:
    yield Step(0, 1, message("step.drawing"))
    log = session.project.steps() if session.project is not None else ()
    return paged_text(made_report(session.state, title, History(log), language, choice))
