"""Language packages in the window: installed, removed, checked, fetched; what is open is then translated anew."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QFileDialog, QMessageBox

from crossquote.errors import UserError
from crossquote.gui.bridge import Bridge
from crossquote.gui.connection import Connection
from crossquote.gui.dialogs.languages import LanguagesDialog
from crossquote.gui.dialogs.opening import open_dialog
from crossquote.gui.granting import Wishes, grants
from crossquote.gui.jobs import Job
from crossquote.gui.plain import give_tip, plain_box
from crossquote.gui.widgets.busy import Busy
from crossquote.gui.windows.shell import Shell
from crossquote.gui.wishes.packages import (
    AllowSample,
    DownloadMissing,
    DownloadOffers,
    FetchIndex,
    GetPackages,
    Install,
    InstallFiles,
    InstallFolder,
    RemovePackage,
    VerifyPackage,
)
from crossquote.gui.words import say, say_error
from crossquote.message import message
from crossquote.translation.default import open_translator
from crossquote.translation.index import INDEX_URL, Offer
from crossquote.translation.install import SUFFIX, Installed
from crossquote.translation.packages import LanguagePackage
from crossquote.translation.permissions import allowed_samples
from crossquote.translation.routes import LanguagePair
from crossquote.wording.joining import first_few
from crossquote.work import packages
from crossquote.work.language_needs import language_needs
from crossquote.work.packages import Missing
from crossquote.work.stages.translate import missing_routes

_NAMED = 4
"""So many pairs of languages that lack a package the status bar names."""


class Languages(QObject):
    """Runs what the Languages dialog asks for; says once what the open articles lack."""

    missing_found = Signal(object)
    missing_came = Signal(object)

    def __init__(self, shell: Shell, bridge: Bridge, connection: Connection, wishes: Wishes) -> None:
        super().__init__(shell)
        self._shell, self._bridge, self._connection, self._wishes = shell, bridge, connection, wishes
        self.dialog: LanguagesDialog | None = None
        self._busy: Busy | None = None
        self._lacking: frozenset[LanguagePair] = frozenset()
        self._told: tuple[UserError, ...] = ()
        bridge.changed.connect(self._show)
        bridge.came_to_rest.connect(self._tell_missing)

    @grants(GetPackages)
    def _get_packages(self, _wish: GetPackages) -> None:
        self.show()

    def show(self) -> None:
        """Open the dialog."""
        dialog = LanguagesDialog(self._shell)
        dialog.wished.connect(self._wishes.grant)
        dialog.finished.connect(self._forget)
        self.dialog = dialog
        self._add_progress(dialog)
        self._show()
        open_dialog(dialog)

    def _add_progress(self, dialog: LanguagesDialog) -> None:
        """Let the dialog show how far the work is, since it lies before the window that does."""
        self._busy = Busy(self._shell.actions_by_id["stop"], dialog)
        dialog.add_progress(self._busy)
        self._bridge.stepped.connect(self._busy.show_step)
        self._bridge.jobs.changed.connect(self._show_busy)

    @Slot()
    def _show_busy(self) -> None:
        if self._busy is not None and self._bridge.seen is None:
            self._busy.hide()

    @grants(InstallFiles)
    def _ask_files(self, _wish: InstallFiles) -> None:
        """Ask for package files and install them."""
        names, _ = QFileDialog.getOpenFileNames(
            self._shell,
            say("window.languages.install-language-packages"),
            "",
            say("window.languages.file-kinds", ending=SUFFIX),
        )
        if names:
            self.install([Path(name) for name in names])

    @grants(InstallFolder)
    def _ask_folder(self, _wish: InstallFolder) -> None:
        """Ask for a folder or a stick and install every package in it."""
        name = QFileDialog.getExistingDirectory(self._shell, say("window.languages.install-folder"))
        if name:
            self.install([Path(name)])

    @grants(Install)
    def _install(self, wish: Install) -> None:
        self.install(wish.sources)

    def install(self, sources: Sequence[Path]) -> None:
        """Install packages from files, folders or a stick."""
        installing = self._bridge.run(message("window.languages.installing"), packages.install_packages(sources))
        installing.then(self._say_installed)

    def _say_installed(self, installed: Installed) -> None:
        if installed.problems:
            self._bridge.problems_found.emit(installed.problems)
        names = tuple(package.name for package in installed.packages) or (message("window.languages.nothing"),)
        told = [say("window.languages.installed", packages=names)]
        self._say("\n".join([*told, *map(say_error, installed.problems)]))
        self._renew()

    @grants(RemovePackage)
    def _remove(self, wish: RemovePackage) -> None:
        package = wish.package
        question = say("window.languages.remove", code=package.code)
        self._confirm(question, str(package.folder), partial(self._remove_now, package))

    def _remove_now(self, package: LanguagePackage) -> None:
        removing = message("window.languages.removing")
        self._bridge.do(removing, partial(packages.remove_package, package)).then(self._renew)

    @grants(VerifyPackage)
    def _verify(self, wish: VerifyPackage) -> None:
        self._say(say("window.languages.checking-package", code=wish.package.code))
        checking = self._bridge.run(message("window.languages.checking"), packages.verify_package(wish.package))
        checking.then(partial(self._say_verified, wish.package))
        checking.failed.connect(self._say_failed)

    def _say_verified(self, package: LanguagePackage, digest: str) -> None:
        self._say(say("window.languages.whole", code=package.code))
        if self.dialog is not None:
            self.dialog.here.show_digest(package, digest)

    @Slot(object)
    def _say_failed(self, error: object) -> None:
        """Say in the dialog, too, what went wrong: it lies before the window that says so."""
        if isinstance(error, UserError):
            self._say(say_error(error))

    @grants(AllowSample)
    def _allow(self, wish: AllowSample) -> None:
        keeping = message("window.languages.keeping")
        self._bridge.do(keeping, partial(packages.allow_sample, wish.package, allowed=wish.allowed)).then(self._renew)

    @grants(DownloadMissing)
    def _ask_missing(self, wish: DownloadMissing) -> None:
        """Ask before fetching what the open articles lack."""
        names = [f"{lack.file_name}  {lack.link}" for lack in wish.missing]
        addresses = [say("window.languages.index", address=INDEX_URL), *names]
        self._confirm_network(addresses, partial(self._download, [lack.pair for lack in wish.missing]))

    @grants(DownloadOffers)
    def _ask_offers(self, wish: DownloadOffers) -> None:
        """Ask before fetching packages of the list."""
        addresses = [f"{offer.file_name}  {offer.links[0]}" for offer in wish.offers]
        self._confirm_network(addresses, partial(self._download, [offer.pair for offer in wish.offers]))

    def _download(self, pairs: Sequence[LanguagePair]) -> None:
        work = packages.download_packages(pairs)
        downloading = self._bridge.run(message("window.languages.downloading"), work)
        downloading.then(self._say_installed)
        self._go_online(downloading)

    @grants(FetchIndex)
    def _ask_index(self, _wish: FetchIndex) -> None:
        """Ask before fetching the list of packages."""
        self._confirm_network([INDEX_URL], self._fetch)

    def _fetch(self) -> None:
        fetching = self._bridge.run(message("window.languages.fetching"), packages.fetch_index())
        fetching.then(self._say_fetched)
        self._go_online(fetching)

    def _say_fetched(self, offers: Sequence[Offer]) -> None:
        self._say(say("window.languages.list-fetched", count=len(offers)))
        self._show()

    def _confirm_network(self, addresses: Sequence[str], connect: Callable[[], object]) -> None:
        """Ask before the one thing that needs a network."""
        told = say("window.languages.your-articles-stay-here", addresses="\n".join(addresses))
        self._confirm(say("window.languages.connect"), told, connect)

    def _confirm(self, question: str, told: str, act: Callable[[], object]) -> None:
        """Ask, and `act` where the answer is yes."""
        box = plain_box(self.dialog or self._shell, say("window.program"), question, told)
        buttons = QMessageBox.StandardButton
        box.setStandardButtons(buttons.Yes | buttons.Cancel)
        box.setDefaultButton(buttons.Cancel)
        box.accepted.connect(act)
        open_dialog(box)

    def _go_online(self, job: Job[object]) -> None:
        job.failed.connect(self._say_failed)
        self._connection.follow(job, say("window.languages.online-downloading"))

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
        names = first_few([f"{source}→{target}" for source, target in missing], _NAMED)
        lacking = say("window.languages.no-package-for", pairs=names) if missing else ""
        self._shell.engine.show_text(lacking, spoken=lacking or say("window.languages.translation"))
        described = packages.describe_missing(missing) if missing else ()
        told = (say("window.languages.file-from", file=lack.file_name, link=lack.link) for lack in described)
        give_tip(self._shell.engine, "\n".join(told))
        if self.dialog is not None:
            self._fill(self.dialog, described)

    @Slot()
    def _tell_missing(self) -> None:
        """Say once what the open articles lack, and how to get it; no more of what has come, or is not needed."""
        translator = self._bridge.session.translator
        missing = missing_routes(self._bridge.state, translator) if translator is not None else ()
        if set(missing) != self._lacking:
            self._lacking = frozenset(missing)
            self.missing_came.emit(self._told)
            self._told = packages.explain_in_window(missing) if missing else ()
            self.missing_found.emit(self._told)

    def _fill(self, dialog: LanguagesDialog, missing: Sequence[Missing]) -> None:
        found = packages.list_packages()
        dialog.here.show_packages(found, allowed_samples())
        dialog.show_missing(missing)
        translator, state = self._bridge.session.translator, self._bridge.state
        dialog.needed.show_needs(language_needs(state, translator, found.packages) if translator is not None else ())
        here = {package.pair: package.version for package in reversed(found.packages) if not package.sample}
        try:
            offers = packages.available_packages() or packages.own_table()
        except UserError as problem:
            offers = packages.own_table()
            dialog.say(say_error(problem))
        fetched = packages.index_fetched()
        dialog.offers.show_offers(offers, here, fetched.isoformat() if fetched else "")
        dialog.offers.choose({lack.pair for lack in missing})

    def _say(self, text: str) -> None:
        if self.dialog is not None:
            self.dialog.say(text)

    @Slot()
    def _forget(self) -> None:
        if self._busy is not None:
            self._bridge.stepped.disconnect(self._busy.show_step)
            self._bridge.jobs.changed.disconnect(self._show_busy)
        self.dialog = self._busy = None
