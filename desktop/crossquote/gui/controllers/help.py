"""The help in the window: opened on a check's page, or on the list of all."""

import re

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QApplication

from crossquote.gui.dialogs.help_page import PageDialog
from crossquote.gui.dialogs.opening import open_dialog
from crossquote.gui.dialogs.pages import about_page, shortcuts_page
from crossquote.gui.granting import Wishes, grants
from crossquote.gui.windows.help import HelpWindow
from crossquote.gui.windows.shell import Shell
from crossquote.gui.wishes import Explain, ReadGuide
from crossquote.gui.words import interface_language, say_all, say_message
from crossquote.work.checks import checks_page
from crossquote.work.help import check_pages, guide_page


class Help(QObject):
    """Keeps the one window of the help; says which check is to be switched on or off."""

    def __init__(self, shell: Shell, wishes: Wishes) -> None:
        super().__init__(shell)
        self._shell, self._wishes = shell, wishes
        self.window: HelpWindow | None = None
        self._off: frozenset[str] = frozenset()

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
        if self.window is None:
            language = interface_language()
            pages = checks_page(language), *check_pages(language)
            self.window = HelpWindow(self._shell.appearance, pages, self._shell)
            self.window.wished.connect(self._wishes.grant)
        self.window.show_off(self._off)
        self.window.show_page(check, about)
        self.window.show()
        self.window.raise_()
        self.window.activateWindow()
        self.window.list.setFocus()

    def show_articles(self) -> None:
        """Show which files are read as articles, and how."""
        self._show_guide("articles")

    def show_installing(self) -> None:
        """Show what Windows and macOS ask of an installer that is not signed, and how to check it."""
        self._show_guide("installing")

    def show_packages(self) -> None:
        """Show how language packages are had and carried over."""
        self._show_guide("packages")

    def show_projects(self) -> None:
        """Show what a project keeps, and what to do when something goes wrong."""
        self._show_guide("projects")

    def show_reviewing(self) -> None:
        """Show how renditions and findings are reviewed."""
        self._show_guide("reviewing")

    def show_sureness(self) -> None:
        """Show how sure the program is of what is one utterance."""
        self._show_guide("sureness")

    def show_severity(self) -> None:
        """Show what a severity means, and what it is made of."""
        self._show_guide("severity")

    def show_translations(self) -> None:
        """Show how articles are read beside their translation, and how the user translates."""
        self._show_guide("translations")

    def show_evidence(self) -> None:
        """Show what tells a finding of the reporter from one of the machine."""
        self._show_guide("evidence")

    def show_connections(self) -> None:
        """Show when the program goes online, and what is sent then."""
        self._show_guide("connections")

    def show_shortcuts(self) -> None:
        """Show the keyboard shortcuts."""
        open_dialog(shortcuts_page(self._shell))

    def show_about(self) -> None:
        """Say what this program is."""
        open_dialog(about_page(self._shell))

    @grants(ReadGuide)
    def _read_guide(self, wish: ReadGuide) -> None:
        self._show_guide(wish.page)

    def _show_guide(self, name: str) -> None:
        """Show a page before whatever dialog asked for it."""
        open_dialog(PageDialog(guide_page(name, interface_language()), QApplication.activeModalWidget() or self._shell))

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
