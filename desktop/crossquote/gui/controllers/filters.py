"""One value of many to filter by: chosen from a list that can be looked through, where a menu has no room for all."""

from PySide6.QtCore import QObject

from crossquote.gui.dialogs.listing import Line, ListDialog, Listing
from crossquote.gui.dialogs.opening import open_dialog
from crossquote.gui.granting import grants
from crossquote.gui.models.filter_names import facet_name, value_name
from crossquote.gui.views.filter_bar import FilterBar
from crossquote.gui.windows.shell import Shell
from crossquote.gui.wishes.review import ChooseFilter
from crossquote.gui.words import say, say_fact
from crossquote.work.filters import Filter


class ListedFilters(QObject):
    """Lists all that one can filter by; what is chosen is one filter more."""

    def __init__(self, shell: Shell, bar: FilterBar) -> None:
        super().__init__(shell)
        self._shell, self._bar = shell, bar

    @grants(ChooseFilter)
    def _offer(self, wish: ChooseFilter) -> None:
        name = facet_name(wish.facet)
        columns = (name, say("window.utterances.utterances"))
        listing = Listing(name, say("window.filters.every-about"), columns, say("window.filters.more"))
        dialog: ListDialog[Filter] = ListDialog(listing, self._shell)
        dialog.show_lines([Line((value_name(one), say_fact(number)), one) for one, number in wish.offered])
        dialog.when_answered(self._bar.toggle)
        dialog.answered.connect(dialog.accept)
        open_dialog(dialog)
