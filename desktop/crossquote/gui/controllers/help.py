"""The help in the window: opened on the page that is asked for, or on the one about what has the focus."""

import re

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QApplication

from crossquote.gui.dialogs.help_page import PageDialog
from crossquote.gui.dialogs.opening import open_dialog
from crossquote.gui.dialogs.pages import about_page, shortcuts_page
from crossquote.gui.granting import Wishes, grants
from crossquote.gui.help_topics import topic_of
from crossquote.gui.windows.help import HelpWindow
from crossquote.gui.windows.shell import Shell
from crossquote.gui.wishes.program import ReadGuide
from crossquote.gui.wishes.review import Explain
from crossquote.gui.words import interface_language, say_all, say_message
from crossquote.work.checks import help_pages


class Help(QObject):
    """Keeps the one window of the help; says which check is to be switched on or off, and that the window was made."""

    made = Signal(object)

    def __init__(self, shell: Shell, wishes: Wishes) -> None:
        super().__init__(shell)
        self._shell, self._wishes = shell, wishes
        self.window: HelpWindow | None = None
        self._off: frozenset[str] = frozenset()

    def show_here(self) -> None:
        """Show the page on what has the focus."""
        if isinstance(QApplication.activeModalWidget(), PageDialog):
            return
        focus = QApplication.focusWidget() or self._shell
        self._show_page(topic_of(focus))

    def search(self) -> None:
        """Ask for what is to be looked for in the help."""
        window = self._opened()
        window.start_search()

    def show_checks(self) -> None:
        """Show what there is on the checks, from the list of all."""
        self.show_check("")

    @grants(Explain)
    def show_finding(self, wish: Explain) -> None:
        """Show why a finding was raised: what it says, then what its check looks for."""
        finding = wish.finding
        said, proof = _plain(say_message(finding.message)), _plain(say_all(finding.evidence))
        self.show_check(finding.check, f"**{said}** {proof}".strip())

    def show_check(self, check: str, about: str = "") -> None:
        """Show what a check looks for, under what is said `about` one of its findings (Markdown)."""
        window = self._opened()
        window.show_page(check, about)
        window.list.setFocus()

    def _opened(self) -> HelpWindow:
        """Return the window of the help, in front of the others."""
        if self.window is None:
            self.window = HelpWindow(self._shell.appearance, help_pages(interface_language()), self._shell)
            self.window.wished.connect(self._wishes.grant)
            self.made.emit(self.window)
        self.window.show_off(self._off)
        self.window.show()
        self.window.raise_()
        self.window.activateWindow()
        return self.window

    def show_getting_started(self) -> None:
        """Show how one begins."""
        self._show_page("getting-started")

    def show_articles(self) -> None:
        """Show which files are read as articles, and how."""
        self._show_page("articles")

    def show_installing(self) -> None:
        """Show what Windows and macOS ask of an installer that is not signed, and how to check it."""
        self._show_page("installing")

    def show_packages(self) -> None:
        """Show how language packages are had and carried over."""
        self._show_page("packages")

    def show_projects(self) -> None:
        """Show what a project keeps, and what to do when something goes wrong."""
        self._show_page("projects")

    def show_reviewing(self) -> None:
        """Show how renditions and findings are reviewed."""
        self._show_page("reviewing")

    def show_sureness(self) -> None:
        """Show how sure the program is of what is one utterance."""
        self._show_page("sureness")

    def show_severity(self) -> None:
        """Show what a severity means, and what it is made of."""
        self._show_page("severity")

    def show_translations(self) -> None:
        """Show how articles are read beside their translation, and how the user translates."""
        self._show_page("translations")

    def show_evidence(self) -> None:
        """Show what tells a finding of the reporter from one of the machine."""
        self._show_page("evidence")

    def show_connections(self) -> None:
        """Show when the program goes online, and what is sent then."""
        self._show_page("connections")

    def show_shortcuts(self) -> None:
        """Show the keyboard shortcuts."""
        open_dialog(shortcuts_page(self._shell))

    def show_about(self) -> None:
        """Say what this program is."""
        open_dialog(about_page(self._shell))

    @grants(ReadGuide)
    def _read_guide(self, wish: ReadGuide) -> None:
        self._show_page(wish.page)

    def _show_page(self, name: str) -> None:
        """Show a page in the window of the help; before a dialog, which keeps others from being used, by itself."""
        asking = QApplication.activeModalWidget()
        if asking is None:
            self.show_check(name)
            return
        pages = help_pages(interface_language())
        page = next((page for page in pages if page.id == name), pages[0])
        open_dialog(PageDialog(page, asking, pages))

    @Slot(object)
    def show_off(self, off: frozenset[str]) -> None:
        """Say which checks are off."""
        self._off = off
        if self.window is not None:
            self.window.show_off(off)

    def close(self) -> None:
        """Close the window, where it is open."""
        if self.window is not None:
            self.window.close()


def _plain(text: str) -> str:
    """Return words of an article so that Markdown shows them as they are."""
    return re.sub(r"([\\`*_{}\[\]<>()#+\-.!|~])", r"\\\1", " ".join(text.split())).replace("&", "&amp;")
