"""Views that are saved: filters and words under names, kept in the settings."""

from functools import partial

from PySide6.QtCore import QObject

from crossquote.gui.controllers.choices import Choices
from crossquote.gui.dialogs.ask import AskDialog, Question
from crossquote.gui.dialogs.opening import open_dialog
from crossquote.gui.granting import grants
from crossquote.gui.views.filter_bar import FilterBar
from crossquote.gui.windows.shell import Shell
from crossquote.gui.wishes.review import ForgetView, KeepView
from crossquote.gui.words import say
from crossquote.work.saved_views import (
    SavedView,
    clean_view_name,
    read_views,
    tell_views,
    with_view,
    without_view,
)
from crossquote.work.settings import load_settings


class SavedViews(QObject):
    """Keeps views under names."""

    def __init__(self, shell: Shell, choices: Choices, bar: FilterBar) -> None:
        super().__init__(shell)
        self._shell, self._choices, self._bar = shell, choices, bar
        bar.views = read_views(choices.settings.views)

    @grants(KeepView)
    def _ask_name(self, wish: KeepView) -> None:
        """Ask under which name to keep a view; one of that name is replaced."""
        names = [view.name for view in self._bar.views]
        same = (view.name for view in self._bar.views if view.filters == wish.filters and view.words == wish.words)
        question = Question(
            say("window.filters.name-title"),
            say("window.filters.name-about"),
            say("window.filters.name-keep"),
            next(same, ""),
            say("window.filters.name-hint"),
            offered=("", *names),
        )
        dialog = AskDialog(question, self._shell)
        dialog.answered.connect(partial(self._keep, wish))
        open_dialog(dialog)

    def _keep(self, wish: KeepView, answer: str) -> None:
        if name := clean_view_name(answer):
            self._take(with_view(_kept(), SavedView(name, wish.filters, wish.words.strip())))
            self._shell.counts.show_text(say("window.filters.kept", name=name))

    @grants(ForgetView)
    def _forget(self, wish: ForgetView) -> None:
        self._take(without_view(_kept(), wish.name))

    def _take(self, views: tuple[SavedView, ...]) -> None:
        """Offer `views`, and keep them."""
        told = tell_views(views)
        self._bar.views = read_views(told)
        self._choices.keep_views(told)


def _kept() -> tuple[SavedView, ...]:
    """Return the views that are kept by now: another window may have kept some since this one was opened."""
    return read_views(load_settings().views)
