"""The row of filters: what is often asked for as switches, all else by a menu; what was chosen there as chips.

A chip is taken away by a click, or by Delete where it has the focus.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from crossquote.gui.models.filter_names import facet_name, filter_name, value_name
from crossquote.gui.plain import PlainLabel, give_tip, plain_action, plain_caption
from crossquote.gui.widgets.flow import FlowRow
from crossquote.gui.wishes.review import ChooseFilter, ForgetView, KeepView
from crossquote.gui.words import say
from crossquote.model.finding import Severity
from crossquote.work.filters import POSSIBLE, SAME, SHARED, UNCOMPARED, UNREVIEWED, Facet, Filter, Filters
from crossquote.work.saved_views import SavedView

SWITCHES = (
    Filter(Facet.REACH, SHARED),
    Filter(Facet.OUTCOME, Severity.CRITICAL.value),
    Filter(Facet.OUTCOME, Severity.MAJOR.value),
    Filter(Facet.OUTCOME, Severity.MINOR.value),
    Filter(Facet.OUTCOME, SAME),
    Filter(Facet.OUTCOME, UNCOMPARED),
    Filter(Facet.VERDICT, UNREVIEWED),
    Filter(Facet.SURENESS, POSSIBLE),
)
"""What can be switched on and off without a menu, those first that stay longest where there is little room."""
SWITCHED = tuple(dict.fromkeys(one.facet for one in SWITCHES))
_LISTED = (
    Facet.SPEAKER, Facet.OUTLET, Facet.LANGUAGE, Facet.CHECK, Facet.OUTCOME, Facet.VERDICT, Facet.KIND, Facet.REACH,
    Facet.SURENESS,
)  # fmt: skip
"""What the menu has, in its order."""
_MOST = 40
"""So many values of a facet the menu offers: those that most utterances have."""
_LONGEST = 40
_ROWS = 2
"""So many rows the filters take at most: switches that have no room there stand in the menu alone."""

Counting = Callable[[Iterable[Facet]], Counter[Filter]]


class FilterChip(QToolButton):
    """A filter that holds; taken away by a click or by Delete."""

    def __init__(self, text: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("chip")
        self.setCheckable(True)
        self.setChecked(True)
        shown = text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"
        self.setText(plain_caption(say("window.filters.chip", name=shown)))
        told = say("window.filters.take-away", name=text)
        self.setAccessibleName(told)
        give_tip(self, told)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: D102, N802 - Qt's
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.click()
        else:
            super().keyPressEvent(event)


class FilterBar(FlowRow):
    """Shows which filters hold; says which the user wants. `count` counts what the filters of a facet would show."""

    narrowed = Signal(object)
    words_dropped = Signal()
    view_taken = Signal(object)
    wished = Signal(object)

    def __init__(self, count: Counting, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(say("window.filters.filters"))
        self._count = count
        self.filters = Filters()
        self.words = ""
        self._telling: frozenset[Filter] = frozenset()
        self.views: tuple[SavedView, ...] = ()
        self.flow.setContentsMargins(14, 6, 14, 4)
        self.title = PlainLabel(say("window.utterances.utterances"), self)
        self.title.setObjectName("paneTitle")
        self.flow.add(self.title)
        self.all = self._switch()
        self.all.clicked.connect(self.clear)
        self.switches = {one: self._switch() for one in SWITCHES}
        for one, button in self.switches.items():
            button.clicked.connect(partial(self.toggle, one))
        self.chips: list[FilterChip] = []
        self.more = self._menu_button(say("window.filters.more"), self._fill_more)
        self.kept = self._menu_button(say("window.filters.views"), self._fill_views)

    def show_filters(self, filters: Filters, words: str, counts: Mapping[Filter, int], found: int) -> None:
        """Show that `filters` hold and `words` are looked for; `found` is how many have those, whatever the filters."""
        self.all.setText(plain_caption(_counted(say("window.utterances.filter.all"), found)))
        self.all.setChecked(not filters)
        self._telling = frozenset(one for one in SWITCHES if one in filters or 0 < counts.get(one, 0) < found)
        for one, button in self.switches.items():
            button.setText(plain_caption(_counted(value_name(one), counts.get(one, 0))))
            button.setChecked(one in filters)
        if (filters, words) != (self.filters, self.words):
            self.filters, self.words = filters, words
            self._remake_chips()
        self.fit()

    def fit(self) -> None:
        """Show the switches that tell something, as far as there is room in two rows."""
        shown = self._with_room()
        for one, button in self.switches.items():
            if button.isHidden() is (one in shown):
                button.setVisible(one in shown)
        super().fit()

    def _with_room(self) -> frozenset[Filter]:
        """Return the switches that there is room for: the last go first, one that is on or has the focus never."""
        shown = dict.fromkeys(one for one in self.switches if one in self._telling)
        held = [part for part in (self.title, self.all) if not part.isHidden()]
        last = [*self.chips, self.more, self.kept]
        for one in reversed(list(shown)):
            if self.flow.rows_of([*held, *(self.switches[each] for each in shown), *last], self.width()) <= _ROWS:
                break
            if one not in self.filters and not self.switches[one].hasFocus():
                del shown[one]
        return frozenset(shown)

    @Slot()
    def clear(self) -> None:
        """Wish that everything be shown, whatever it is; what is looked for stays."""
        self.all.setChecked(True)
        self.narrowed.emit(Filters())

    def toggle(self, one: Filter, *_: object) -> None:
        """Wish one filter more, or one fewer."""
        self.narrowed.emit(self.filters.toggled(one))

    def open_menu(self) -> None:
        """Open the menu of filters."""
        self.more.setFocus()
        self.more.showMenu()

    def keep_view(self) -> None:
        """Wish to keep what is shown now under a name."""
        self.wished.emit(KeepView(self.filters, self.words))

    def _remake_chips(self) -> None:
        """Show a chip for each filter that is no switch, and for what is looked for."""
        held = any(chip.hasFocus() for chip in self.chips)
        for chip in self.chips:
            self.flow.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self.chips = []
        for one in self.filters.chosen:
            if one not in self.switches:
                self._add_chip(filter_name(one)).clicked.connect(partial(self.toggle, one))
        if self.words.strip():
            self._add_chip(say("window.filters.words", words=self.words.strip())).clicked.connect(self._drop_words)
        for button in (self.more, self.kept):  # they stand last
            self.flow.removeWidget(button)
            self.flow.addWidget(button)
        if held:
            (self.chips[-1] if self.chips else self.all).setFocus()
        self.flow.invalidate()

    @Slot()
    def _drop_words(self) -> None:
        self.words_dropped.emit()

    def _add_chip(self, text: str) -> FilterChip:
        chip = self.flow.add(FilterChip(text, self))
        chip.show()
        self.chips.append(chip)
        return chip

    def _switch(self) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName("chip")
        button.setCheckable(True)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        return self.flow.add(button)

    def _menu_button(self, text: str, fill: Callable[[], None]) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName("link")
        button.setText(plain_caption(say("window.filters.opens", name=text)))
        button.setAccessibleName(text)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(button)
        menu.aboutToShow.connect(fill)
        button.setMenu(menu)
        return self.flow.add(button)

    @Slot()
    def _fill_more(self) -> None:
        """Fill the menu of filters with what utterances there are now."""
        menu = self.more.menu()
        _empty(menu)
        counts = self._count(_LISTED)
        for facet in _LISTED:
            values = self._values(facet, counts)
            if values:
                part = menu.addMenu(plain_caption(facet_name(facet)))
                for one in values:
                    self._add_value(part, one, counts[one])
                self._add_others(part, facet, counts)
        menu.addSeparator()
        clear = plain_action(say("window.filters.clear"), menu)
        clear.setEnabled(bool(self.filters))
        clear.triggered.connect(self.clear)

    def _values(self, facet: Facet, counts: Mapping[Filter, int]) -> Sequence[Filter]:
        """Return the filters of a facet that show something, those that show most first, and those that hold."""
        found = sorted((one for one in counts if one.facet is facet), key=lambda one: (-counts[one], one.value))
        held = [one for one in self.filters.chosen if one.facet is facet and one not in found[:_MOST]]
        return (*found[:_MOST], *held)

    def _add_others(self, menu: QMenu, facet: Facet, counts: Counter[Filter]) -> None:
        """Offer all of a facet in a list that can be looked through, where the menu has not all of them."""
        found = [(one, number) for one, number in counts.items() if one.facet is facet and one not in self.filters]
        if len(found) > _MOST:
            menu.addSeparator()
            wish = ChooseFilter(facet, tuple(sorted(found, key=lambda pair: (-pair[1], pair[0].value))))
            plain_action(say("window.filters.every"), menu).triggered.connect(partial(self._choose, wish))

    def _choose(self, wish: ChooseFilter, *_: object) -> None:
        self.wished.emit(wish)

    def _add_value(self, menu: QMenu, one: Filter, number: int) -> None:
        action = plain_action(_counted(value_name(one), number), menu)
        action.setCheckable(True)
        action.setChecked(one in self.filters)
        action.triggered.connect(partial(self.toggle, one))

    @Slot()
    def _fill_views(self) -> None:
        """Fill the menu of saved views."""
        menu = self.kept.menu()
        _empty(menu)
        for view in self.views:
            action = plain_action(view.name, menu)
            action.setCheckable(True)
            action.setChecked((view.filters, view.words) == (self.filters, self.words.strip()))
            action.triggered.connect(partial(self._take, view))
        menu.addSeparator()
        keep = plain_action(say("window.filters.keep"), menu)
        keep.setEnabled(bool(self.filters or self.words.strip()))
        keep.triggered.connect(self.keep_view)
        if self.views:
            forget = menu.addMenu(plain_caption(say("window.filters.forget")))
            for view in self.views:
                plain_action(view.name, forget).triggered.connect(partial(self._forget, view.name))

    def _take(self, view: SavedView, *_: object) -> None:
        self.view_taken.emit(view)

    def _forget(self, name: str, *_: object) -> None:
        self.wished.emit(ForgetView(name))


def _counted(name: str, number: int) -> str:
    return say("window.utterances.filter.counted", name=name, number=number)


def _empty(menu: QMenu) -> None:
    """Take everything out of a menu, and free it; the action that stands for the menu itself stays."""
    for part in menu.findChildren(QMenu, options=Qt.FindChildOption.FindDirectChildrenOnly):
        part.deleteLater()
    menu.clear()
