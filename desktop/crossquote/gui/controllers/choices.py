"""The user's settings in the window: read at the start, applied, and kept when they change."""

from collections.abc import Callable
from functools import partial

from msgspec.structs import replace
from PySide6.QtCore import QObject, Slot

from crossquote.account import current_user
from crossquote.errors import UserError
from crossquote.export.choice import ReportChoice
from crossquote.gui.dialogs.ask import AskDialog, Question
from crossquote.gui.dialogs.opening import open_dialog
from crossquote.gui.messages import problem_line
from crossquote.gui.plain import give_tip
from crossquote.gui.views.comparison import ComparisonPane
from crossquote.gui.windows.shell import Shell
from crossquote.gui.words import say
from crossquote.work.own_files import told_aside
from crossquote.work.settings import (
    SMALLEST,
    Arrangement,
    Detail,
    Settings,
    ThemeChoice,
    clean_name,
    keep_changes,
    largest_at,
    load_settings,
    with_report,
    words_step,
)


class Choices(QObject):
    """Keeps settings, window and actions in step."""

    def __init__(self, settings: Settings, shell: Shell, comparison: ComparisonPane) -> None:
        super().__init__(shell)
        self.settings = settings
        self._shell, self._comparison = shell, comparison
        comparison.head.arrangement.choose(settings.arrangement.value)
        comparison.head.detail.choose(settings.detail.value)
        comparison.head.only.setChecked(settings.only_differences)
        self._take_size(settings.text_size)
        comparison.style_changed.connect(self._keep_style)
        self.show_checks()

    def choose_theme(self, theme: str) -> None:
        """Use and keep a theme."""
        self._shell.appearance.choose(theme)
        self._keep(replace(self.settings, theme=ThemeChoice(theme)))

    def theme_system(self) -> None:
        """Take the system's colours."""
        self.choose_theme("system")

    def theme_light(self) -> None:
        """Use the light theme."""
        self.choose_theme("light")

    def theme_dark(self) -> None:
        """Use the dark theme."""
        self.choose_theme("dark")

    def theme_contrast(self) -> None:
        """Use the high-contrast theme."""
        self.choose_theme("contrast")

    def larger(self) -> None:
        """Draw text larger."""
        self._choose_size(self.settings.text_size + 2)

    def smaller(self) -> None:
        """Draw text smaller."""
        self._choose_size(self.settings.text_size - 2)

    def usual_size(self) -> None:
        """Draw text as large as usual."""
        self._choose_size(0)

    def _choose_size(self, step: int) -> None:
        step = min(max(step, SMALLEST), self._largest)
        self._take_size(step)
        self._keep(replace(self.settings, text_size=step))

    @property
    def _largest(self) -> int:
        return largest_at(self._shell.screen().availableSize().width())

    def _take_size(self, step: int) -> None:
        """Draw text so large, as far as the screen has room for that: the settings may be from a larger one."""
        step = min(step, self._largest)
        self._comparison.head.size_step = words_step(step)
        self._shell.appearance.choose_size(step)

    def choose_reading_language(self, code: str) -> None:
        """Keep the language that everything is read in."""
        self._keep(replace(self.settings, reading_language=code))

    def choose_checks(self, off: frozenset[str]) -> None:
        """Keep which checks are off."""
        self._keep(replace(self.settings, checks_off=" ".join(sorted(off))))

    def ask_name(self) -> None:
        """Ask by which name the user reviews; nothing is decided under an empty one's name."""
        open_dialog(self._question())

    def name_first(self, decide: Callable[[], object]) -> None:
        """Decide something; before the first time, ask by which name, whatever is answered."""
        if self.settings.reviewer or self.settings.reviewer_asked:
            decide()
            return
        dialog = self._question()
        dialog.answered.connect(partial(self._name_asked, decide))
        dialog.rejected.connect(partial(self._name_asked, decide))
        open_dialog(dialog)

    def _question(self) -> AskDialog:
        name = self.settings.reviewer
        button = say("window.choices.keep-name")
        about, hint = say("window.choices.about-name"), say("window.choices.no-name")
        question = Question(
            say("window.choices.your-name"), about, button, name, hint, offered=(name or current_user(),)
        )
        dialog = AskDialog(question, self._shell)
        dialog.answered.connect(self._keep_name)
        return dialog

    @Slot(str)
    def _keep_name(self, name: str) -> None:
        self._keep(replace(self.settings, reviewer=clean_name(name), reviewer_asked=True))

    def _name_asked(self, decide: Callable[[], object], *_answer: str) -> None:
        if not self.settings.reviewer_asked:
            self._keep(replace(self.settings, reviewer_asked=True))
        decide()

    def prefer(self, settings: Settings) -> None:
        """Keep the program's language, the reviewer's name, theme and size of `settings`, and use them."""
        if settings.theme is not self.settings.theme:
            self._shell.appearance.choose(settings.theme.value)
        self._take_size(settings.text_size)
        self._keep(
            replace(
                self.settings,
                interface_language=settings.interface_language,
                reviewer=settings.reviewer,
                theme=settings.theme,
                text_size=settings.text_size,
            )
        )

    def take_look(self, theme: str, step: int) -> None:
        """Look as another window, which keeps that."""
        self.settings = replace(self.settings, theme=ThemeChoice(theme), text_size=step)
        self._shell.appearance.choose(theme)
        self._take_size(step)
        self.show_checks()

    def show_checks(self) -> None:
        """Check the actions that say how things are now."""
        actions = self._shell.actions_by_id
        actions[f"theme-{self._shell.appearance.choice}"].setChecked(True)
        actions[self._comparison.head.arrangement.current].setChecked(True)
        actions[self._comparison.head.detail.current].setChecked(True)
        actions["only"].setChecked(self._comparison.head.only.isChecked())

    def keep_report(self, ending: str, choice: ReportChoice) -> None:
        """Keep in which format a report was written, and with what."""
        self._keep(with_report(self.settings, ending, choice))

    def keep_views(self, views: str) -> None:
        """Keep the views that have names, in the place of those that any window has kept."""
        self.settings = replace(self.settings, views=load_settings().views)
        self._keep(replace(self.settings, views=views))

    def keep_archive(self, folder: str) -> None:
        """Keep which archive is looked into."""
        self._keep(replace(self.settings, archive=folder))

    def keep_tour_done(self) -> None:
        """Keep that the tour was left or finished."""
        self._keep(replace(self.settings, tour_due=False))

    def keep_layout(self, layout: Settings) -> None:
        """Keep where the windows stand and how they share their room, for the next start."""
        self._keep(layout)

    @Slot()
    def _keep_style(self) -> None:
        self._keep(
            replace(
                self.settings,
                arrangement=Arrangement(self._comparison.head.arrangement.current),
                detail=Detail(self._comparison.head.detail.current),
                only_differences=self._comparison.head.only.isChecked(),
            )
        )

    def _keep(self, settings: Settings) -> None:
        self.show_checks()
        before, self.settings = self.settings, settings
        if settings == before:
            return
        try:
            if aside := keep_changes(before, settings):
                give_tip(self._shell.counts, problem_line(told_aside(aside)))
        except (UserError, OSError):
            give_tip(self._shell.counts, say("window.choices.settings-not-kept"))
