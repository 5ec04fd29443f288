"""Pages of the web: one at a time, each after a question that names whom it would ask and what it would send."""

from functools import partial

from PySide6.QtCore import QObject, Signal, Slot

from crossquote.gui.bridge import Bridge
from crossquote.gui.connection import Connection
from crossquote.gui.dialogs.confirm import confirm_dialog
from crossquote.gui.dialogs.opening import open_dialog
from crossquote.gui.windows.shell import Shell
from crossquote.gui.words import say
from crossquote.message import message
from crossquote.online.fetching import Fetched, LeadsOn
from crossquote.online.hosts import SYSTEM, Network
from crossquote.online.web_address import WebAddress
from crossquote.work.web_pages import fetch_article


class WebPages(QObject):
    """Fetches a page that the user wants and has agreed to; by itself it does nothing."""

    fetched = Signal(object)

    def __init__(self, shell: Shell, bridge: Bridge, connection: Connection, network: Network = SYSTEM) -> None:
        super().__init__(shell)
        self._shell, self._bridge, self._connection, self.network = shell, bridge, connection, network

    def offer(self, address: WebAddress, before: WebAddress | None = None) -> None:
        """Ask whether to fetch a page; `before` is the one that leads there, where that is another site's."""
        heading = say("window.page.fetch", host=address.netloc)
        told = [say("window.page.what-is-sent", address=str(address))]
        if before is not None:
            told.insert(0, say("window.page.leads-there", address=str(before)))
        if not address.secure:
            told.append(say("window.page.open"))
        box = confirm_dialog(self._shell, heading, "\n\n".join(told), say("window.page.do-fetch"))
        box.accepted.connect(partial(self._fetch, address))
        open_dialog(box)

    def _fetch(self, address: WebAddress) -> None:
        job = self._bridge.run(message("window.page.fetching"), fetch_article(address, self.network))
        job.then(self._take)
        self._connection.follow(job, say("window.page.online", host=address.netloc))

    @Slot(object)
    def _take(self, page: object) -> None:
        if isinstance(page, LeadsOn):
            self.offer(page.there, page.here)
        elif isinstance(page, Fetched):
            self.fetched.emit(page)
