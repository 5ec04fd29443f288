"""The pages of a report on the screen, as a printer would have them."""

from PySide6.QtPrintSupport import QPrinter, QPrintPreviewDialog
from PySide6.QtWidgets import QWidget

from crossquote.export.formats.pdf.pages import PagedText
from crossquote.gui.paper.layout import draw, lay_out
from crossquote.gui.plain import give_title
from crossquote.gui.widgets.room import make_room
from crossquote.gui.words import say


class PreviewDialog(QPrintPreviewDialog):
    """Shows pages, and prints them on what the user chooses."""

    def __init__(self, text: PagedText, parent: QWidget | None = None) -> None:
        self._printer = QPrinter(QPrinter.PrinterMode.ScreenResolution)
        self._printer.setFullPage(True)
        self._printer.setDocName(text.title)
        self._printer.setCreator("Crossquote")
        super().__init__(self._printer, parent)
        self._text = text
        give_title(self, say("window.preview.title"))
        make_room(self, 900, 860)
        self.paintRequested.connect(self._draw)

    def _draw(self, printer: QPrinter) -> None:
        draw(lay_out(self._text, printer), printer)
