"""Language packages in the window: installed, removed, checked, fetched; what is open is then translated anew."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QFileDialog, QMessageBox

from crossquote.gui.bridge import Bridge
from crossquote.gui.dialogs.languages import LanguagesDialog
from crossquote.gui.windows.shell import Shell
from crossquote.translation.default import open_translator
from crossquote.translation.index import INDEX_URL
from crossquote.translation.install import SUFFIX, Installed
from crossquote.translation.packages import LanguagePackage
from crossquote.translation.permissions import allowed_samples
from crossquote.work import packages
from crossquote.work.packages import Missing
from crossquote.work.translate import missing_routes


class Languages(QObject):
    """Runs what the Languages dialog asks for."""

    def __init__(self, shell: Shell, bridge: Bridge) -> None:
        super().__init__(shell)
        self._shell, self._bridge = shell, bridge
        self._dialog: LanguagesDialog | None = None
        bridge.changed.connect(self._show)

    def show(self) -> None:
        """Open the dialog."""
        dialog = LanguagesDialog(self._shell)
        dialog.install_requested.connect(self.ask_install)
        dialog.remove_requested.connect(self._remove)
        dialog.verify_requested.connect(self._verify)
        dialog.allow_requested.connect(self._allow)
        dialog.download_requested.connect(self._ask_download)
        dialog.finished.connect(self._forget)
        self._dialog = dialog
        self._show()
        dialog.open()

    def ask_install(self) -> None:
        """Ask for package files and install them."""
        names, _ = QFileDialog.getOpenFileNames(
            self._shell, self.tr("Install language packages"), "", f"Argos packages (*{SUFFIX});;All files (*)"
        )
        if names:
            self.install([Path(name) for name in names])

    def install(self, sources: Sequence[Path]) -> None:
        """Install packages from files."""
        self._bridge.run(self.tr("Installing"), packages.install_packages(sources), self._say_installed)

    @Slot(object)
    def _say_installed(self, installed: object) -> None:
        if not isinstance(installed, Installed):
            return
        if installed.problems:
            self._bridge.problems_found.emit(installed.problems)
        self._say(self.tr("Installed: {}").format(", ".join(map(str, installed.packages)) or self.tr("nothing")))
        self._renew()

    @Slot(object)
    def _remove(self, package: LanguagePackage) -> None:
        box = QMessageBox(self._dialog or self._shell)
        box.setWindowTitle("Crossquote")
        box.setText(self.tr("Remove {}?").format(package.code))
        buttons = QMessageBox.StandardButton
        box.setStandardButtons(buttons.Yes | buttons.Cancel)
        if box.exec() == buttons.Yes.value:
            self._bridge.do(self.tr("Removing"), lambda: packages.remove_package(package), self._renew)

    @Slot(object)
    def _verify(self, package: LanguagePackage) -> None:
        self._say(self.tr("Checking {}…").format(package.code))
        self._bridge.run(self.tr("Checking"), packages.verify_package(package), self._say_verified)

    @Slot(object)
    def _say_verified(self, digest: object) -> None:
        self._say(self.tr("Whole: it loads and translates. SHA-256 {}").format(digest))

    @Slot(object, bool)
    def _allow(self, package: LanguagePackage, allowed: bool) -> None:  # noqa: FBT001 - a slot, as Qt calls it
        self._bridge.do(self.tr("Keeping"), lambda: packages.allow_sample(package, allowed=allowed), self._renew)

    @Slot(object)
    def _ask_download(self, missing: Sequence[Missing]) -> None:
        """Ask before the one thing that needs a network."""
        box = QMessageBox(self._dialog or self._shell)
        box.setWindowTitle("Crossquote")
        box.setText(self.tr("Connect to the internet for this download?"))
        names = "\n".join(f"{lack.file_name}  {lack.link}" for lack in missing)
        box.setInformativeText(self.tr("Index: {}\n{}\n\nYour articles stay here.").format(INDEX_URL, names))
        buttons = QMessageBox.StandardButton
        box.setStandardButtons(buttons.Yes | buttons.Cancel)
        box.setDefaultButton(buttons.Cancel)
        if box.exec() == buttons.Yes.value:
            self._show_online(self.tr("● Online: downloading"))
            job = self._bridge.run(
                self.tr("Downloading"), packages.download_packages([lack.pair for lack in missing]), self._say_installed
            )
            job.destroyed.connect(self._show_offline)

    @Slot()
    def _show_offline(self) -> None:
        self._show_online(self.tr("● Offline"))

    def _show_online(self, text: str) -> None:
        self._shell.lock.setText(text)
        self._shell.lock.setAccessibleName(text.removeprefix("● "))

    @Slot()
    @Slot(object)
    def _renew(self, _: object = None) -> None:
        """Use what is here now."""
        self._bridge.session.translator = open_translator()
        self._show()
        if self._bridge.state.articles:
            self._bridge.refresh()

    @Slot()
    @Slot(object)
    def _show(self, _: object = None) -> None:
        translator = self._bridge.session.translator
        missing = missing_routes(self._bridge.state, translator) if translator is not None else ()
        names = ", ".join(f"{source}→{target}" for source, target in missing[:4])
        self._shell.engine.setText(self.tr("No package for {}").format(names) if missing else "")
        self._shell.engine.setAccessibleName(self._shell.engine.text() or self.tr("Translation"))
        if self._dialog is not None:
            self._dialog.show_packages(packages.list_packages(), allowed_samples())
            self._dialog.show_missing(packages.describe_missing(missing))

    def _say(self, text: str) -> None:
        if self._dialog is not None:
            self._dialog.say(text)

    @Slot()
    def _forget(self) -> None:
        self._dialog = None
