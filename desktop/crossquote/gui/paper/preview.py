"""The pages of a report on the screen, as a printer would have them; a bar of our own, since Qt's wants 997 pixels."""

import sys
from collections.abc import Callable, Iterator

from PySide6.QtCore import Slot
from PySide6.QtGui import QPageSize
from PySide6.QtPrintSupport import QPageSetupDialog, QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from crossquote.export.formats.pdf.pages import PagedText
from crossquote.gui.between import BetweenEvents
from crossquote.gui.dialogs.opening import open_dialog
from crossquote.gui.paper.layout import Strip, drawing, laying_out, page_of
from crossquote.gui.paper.sizes import SIZES
from crossquote.gui.paper.view import PagesView
from crossquote.gui.plain import PlainLabel, give_tip, give_title
from crossquote.gui.widgets.buttons import plain_button
from crossquote.gui.widgets.flow import WholeFlow
from crossquote.gui.widgets.room import make_room
from crossquote.gui.words import say, say_step
from crossquote.progress import Step, Work

OF_PRINTERS_ALONE = sys.platform == "win32"
"""The system's own dialog asks where to print, and does not open where there is no printer."""


class PreviewDialog(QDialog):
    """Shows pages, and prints them on what the user chooses."""

    def __init__(self, text: PagedText, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = text
        self._printer = QPrinter(QPrinter.PrinterMode.ScreenResolution)
        self._printer.setFullPage(True)
        self._printer.setPageSize(QPageSize(SIZES[text.paper]))
        self._printer.setDocName(text.title)
        self._printer.setCreator("Crossquote")
        give_title(self, say("window.preview.title"))
        make_room(self, 760, 860)
        self.pages = PagesView(self)
        self.pages.setAccessibleName(say("window.preview.title"))
        self.pages.turned.connect(self._show_place)
        self.place = PlainLabel("", self)
        self._strip: Strip | None = None
        self._prints_on: QPrinter | None = None
        self._work = BetweenEvents(self)
        self._work.stepped.connect(self._show_step)
        self._work.ended.connect(self._rest)
        self.finished.connect(self._leave)
        self.back = self._sign("‹", say("window.preview.previous"), lambda: self._turn(-1))
        self.on = self._sign("›", say("window.preview.next"), lambda: self._turn(1))
        self.print = plain_button(say("window.preview.print"), self._ask_printer, self)
        self.set_up = plain_button(say("window.preview.set-up"), self._ask_page, self)
        self._lay_out()
        self._lay_out_pages()

    @property
    def busy(self) -> bool:
        """Whether pages are still being laid out, or drawn on a printer."""
        return self._work.busy

    def _sign(self, sign: str, name: str, run: Callable[[], object]) -> QPushButton:
        """Return a button with a sign, which is named for whoever does not see it."""
        button = plain_button(sign, run, self)
        button.setAccessibleName(name)
        give_tip(button, name)
        return button

    def _lay_out(self) -> None:
        bar = QHBoxLayout()
        for part in (self.back, self.place, self.on):
            bar.addWidget(part)
        bar.addStretch(1)
        zooming = WholeFlow(across=6, down=6)
        for button in self._zooming():
            zooming.addWidget(button)
        bar.addLayout(zooming)
        below = QHBoxLayout()
        below.addWidget(self.set_up)
        below.addStretch(1)
        below.addWidget(self.print)
        below.addWidget(plain_button(say("window.preview.close"), self.reject, self))
        layout = QVBoxLayout(self)
        layout.addLayout(bar)
        layout.addWidget(self.pages, 1)
        layout.addLayout(below)

    def _zooming(self) -> Iterator[QPushButton]:
        yield plain_button(say("window.preview.whole"), self.pages.fit_page, self)
        yield plain_button(say("window.preview.width"), self.pages.fit_width, self)
        yield self._sign("−", say("window.preview.smaller"), self.pages.zoom_out)
        yield self._sign("+", say("window.preview.larger"), self.pages.zoom_in)

    def _turn(self, by: int) -> None:
        self.pages.turn_to(self.pages.current + by)

    @Slot()
    def _show_place(self) -> None:
        page, count = self.pages.current, self.pages.count
        if not self.busy:
            self.place.show_text(say("window.preview.place", page=page, total=count))
        self.back.setEnabled(page > 1)
        self.on.setEnabled(page < count)

    @Slot(object)
    def _show_step(self, step: Step) -> None:
        self.place.show_text(say_step(step))

    def _begin(self, work: Work[None]) -> None:
        """Begin to lay out or to print, which is done between events; meanwhile nothing else can be begun."""
        self._work.begin(work)
        self._offer()

    @Slot()
    def _rest(self) -> None:
        self._prints_on = None
        self._offer()
        self._show_place()

    def _offer(self) -> None:
        """Let pages be set up and printed where there is a printer, or another way, and nothing is being done."""
        has_printer = self._printer.outputFormat() is QPrinter.OutputFormat.NativeFormat
        self.set_up.setEnabled(has_printer and not self.busy)
        self.print.setEnabled((has_printer or not OF_PRINTERS_ALONE) and not self.busy)

    @Slot()
    def _leave(self) -> None:
        """Leave what is still to be laid out or drawn; a printer lets go of what it was given, where it can."""
        if self._prints_on is not None:
            self._prints_on.abort()
        self._work.leave()

    @Slot()
    def _lay_out_pages(self) -> None:
        self._begin(self._laying_out())

    def _laying_out(self) -> Work[None]:
        """Show the pages once there are all of them: each says of how many it is one."""
        self._strip = yield from laying_out(self._text, self._printer)
        self.pages.show_pages(self._strip, self._strip.page)

    def _ask_page(self) -> None:
        dialog = QPageSetupDialog(self._printer, self)
        dialog.accepted.connect(self._lay_out_pages)
        open_dialog(dialog)

    def _ask_printer(self) -> None:
        dialog = QPrintDialog(self._printer, self)
        dialog.accepted.connect(self._print)
        open_dialog(dialog)

    @Slot()
    def _print(self) -> None:
        self.print_on(self._printer)

    def print_on(self, printer: QPrinter) -> None:
        """Draw the pages on a printer, laid out for its paper, one between two events."""
        self._prints_on = printer
        self._begin(self._printing(printer))

    def _printing(self, printer: QPrinter) -> Work[None]:
        strip = self._strip
        if strip is None or strip.page != page_of(printer):
            strip = yield from laying_out(self._text, printer)
        yield from drawing(strip, printer)
