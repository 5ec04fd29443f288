"""Evidence packs in the window: one is written of what is open; any is verified, part by part."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QMessageBox

from crossquote.export.exporter import format_of
from crossquote.gui.bridge import Bridge
from crossquote.gui.dialogs.files import ask_new_pack, ask_verified, suggested_path
from crossquote.gui.dialogs.listing import Line, ListDialog, Listing
from crossquote.gui.dialogs.opening import open_dialog
from crossquote.gui.plain import plain_box
from crossquote.gui.windows.shell import Shell
from crossquote.gui.words import interface_language, say, say_message
from crossquote.message import message, spoken
from crossquote.progress import Step, Work
from crossquote.work.pack.verify import verify_pack
from crossquote.work.pack.write import WrittenPack, write_pack
from crossquote.work.session import Session
from crossquote.work.verification import Verification
from crossquote.work.verify_report import verify_report_file

_SIGNS = {True: "✓", False: "✗", None: "?"}


class Packs(QObject):
    """Writes evidence packs, and says what holds in one."""

    def __init__(self, shell: Shell, bridge: Bridge) -> None:
        super().__init__(shell)
        self._shell, self._bridge = shell, bridge

    def save(self) -> None:
        """Ask where an evidence pack of what is open goes, and write it there."""
        path = ask_new_pack(self._shell, suggested_path(self._bridge.session, say("window.packs.file")))
        if path is not None:
            writing = partial(_write, path, interface_language())
            self._bridge.edit(writing, message("window.packs.writing")).then(partial(self._say_saved, path))

    def verify(self) -> None:
        """Ask for an evidence pack, or a report on what is open, and say of each of its parts whether it holds."""
        path = ask_verified(self._shell)
        if path is None:
            return
        project = self._bridge.session.project
        if project is not None and format_of(path) is not None:
            verifying = verify_report_file(path, project.path)
        else:
            verifying = verify_pack(path)
        self._bridge.run(message("window.packs.verifying"), verifying).then(self._show)

    def _say_saved(self, path: Path, made: WrittenPack | None) -> None:
        if made is None:
            return
        lines = [say("pack.manifest", sha256=made.manifest)]
        lines += map(say_message, spoken(made.lack))
        box = plain_box(self._shell, say("window.program"), say("window.saved", file=str(path)), "\n".join(lines))
        box.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        box.addButton(QMessageBox.StandardButton.Close)
        open_dialog(box)

    def _show(self, verdict: Verification) -> None:
        if verdict.pack:
            lines = [say("pack.holds" if verdict.holds else "pack.changed")]
            lines += [say("pack.manifest", sha256=verdict.manifest)] if verdict.manifest else []
            about = "\n".join(lines)
        else:
            about = say("verify.holds" if verdict.holds else "verify.changed")
        columns = (say("window.packs.part"), say("window.packs.sign"), say("window.packs.told"))
        title = say("window.packs.title" if verdict.pack else "window.report.title")
        listing = Listing(title, about, columns, wide=2)
        dialog: ListDialog[str] = ListDialog(listing, self._shell)
        dialog.show_lines(
            [Line((one.part, _SIGNS[one.holds], say_message(one.told)), one.part) for one in verdict.parts]
        )
        open_dialog(dialog)


def _write(path: Path, language: str, session: Session) -> Work[WrittenPack | None]:
    if session.project is None:
        yield Step(0, 1, message("step.writing", file=path.name))
        return None
    return (yield from write_pack(session.project, path, language))
