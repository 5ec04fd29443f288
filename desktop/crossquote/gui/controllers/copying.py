"""Copying: what has the focus goes to the clipboard as it is seen, and can be pasted anywhere."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QMimeData, QObject
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QTextEdit

from crossquote.gui.bridge import Bridge
from crossquote.gui.granting import grants
from crossquote.gui.handing_out import new_data, quotation_data, utterance_data
from crossquote.gui.views.workspace import Workspace
from crossquote.gui.windows.shell import Shell
from crossquote.gui.wishes.reports import CopyQuotation, CopyUtterance
from crossquote.gui.words import say, say_all, say_fact, say_joined, say_message
from crossquote.model.finding import Finding
from crossquote.wording.joining import Joint


class Copying(QObject):
    """Copies articles, findings or a quotation, whichever has the focus; and whole utterances as tables."""

    def __init__(self, shell: Shell, bridge: Bridge, workspace: Workspace) -> None:
        super().__init__(shell)
        self._shell, self._bridge, self._workspace = shell, bridge, workspace

    def copy(self) -> None:
        """Copy what is selected or chosen where the focus is: words, articles, findings, a quotation."""
        focus, workspace = self._shell.focusWidget(), self._workspace
        comparison = workspace.comparison
        if isinstance(focus, QTextEdit) and focus.textCursor().hasSelection():
            focus.copy()
        elif focus is workspace.articles.list:
            self._keep_lines(tuple(self._articles()))
        elif focus is workspace.findings.list:
            self._keep_lines([_told(one.outlet, one.finding) for one in workspace.findings.selected_entries()])
        elif (found := comparison.focused_finding) is not None:
            self._keep_lines([_told(*found)])
        else:
            article = "" if focus is workspace.utterances.table else comparison.current_article or ""
            self._copy_quotation(CopyQuotation(comparison.utterance_id or "", article))

    @grants(CopyQuotation)
    def _copy_quotation(self, wish: CopyQuotation) -> None:
        self._keep(quotation_data(self._bridge.state, wish.utterance, wish.article))

    @grants(CopyUtterance)
    def _copy_utterance(self, wish: CopyUtterance) -> None:
        """Put an utterance on the clipboard: a table for programs that take hypertext, lines for all others."""
        self._keep(utterance_data(self._bridge.state, wish.utterance))

    def _articles(self) -> Iterator[str]:
        for article in map(self._bridge.state.articles.__getitem__, self._workspace.articles.selected()):
            named = say("window.quoted", words=article.title) if article.title != article.outlet else ""
            day = say_fact(article.date, "day") if article.date else ""
            yield say_joined((article.outlet, named, day, article.source.address or ""), Joint.PART)

    def _keep_lines(self, lines: Sequence[str]) -> None:
        if lines:
            data = new_data()
            data.setData("text/plain", "\n".join(lines).encode())
            self._keep(data)

    def _keep(self, data: QMimeData | None) -> None:
        if data is not None:
            QGuiApplication.clipboard().setMimeData(data)
            self._shell.counts.show_text(say("window.reports.copied"))


def _told(outlet: str, finding: Finding) -> str:
    """Return a finding as the list tells it, with whose it is."""
    told = say_joined((say_message(finding.message), say_all(finding.evidence)), Joint.SENTENCE)
    return say_joined((outlet, told), Joint.ABOUT)
