"""The user's settings: few, frozen, and kept as TOML that a person can read."""

from collections.abc import Mapping
from enum import StrEnum
from pathlib import Path
from typing import Any

from msgspec import Struct
from msgspec.structs import asdict, replace

from crossquote.errors import UserError
from crossquote.export.choice import Extent, Extra, Paper, ReportChoice
from crossquote.export.write import write_own_text
from crossquote.model.finding import Severity
from crossquote.model.state import READING_LANGUAGE
from crossquote.notation import NotationError
from crossquote.work.as_toml import toml_of
from crossquote.work.own_files import set_unread_aside, told_unread
from crossquote.work.settings_file import read_settings, settings_path


class ThemeChoice(StrEnum):
    """How the window looks."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"
    CONTRAST = "contrast"


class Arrangement(StrEnum):
    """How the renditions of an utterance are laid out."""

    COLUMNS = "columns"
    ROWS = "rows"
    TABLE = "table"


class Detail(StrEnum):
    """How finely differences are marked."""

    WORDS = "words"
    LETTERS = "letters"


class FindingOrder(StrEnum):
    """In what order findings are listed: by severity, as the utterances are, by check, by outlet."""

    SEVERITY = "severity"
    LISTED = "listed"
    CHECK = "check"
    OUTLET = "outlet"


class ArticleOrder(StrEnum):
    """In what order articles are listed: as they came, by what they are called, by outlet, language or day."""

    COMING = "coming"
    TITLE = "title"
    OUTLET = "outlet"
    LANGUAGE = "language"
    DATE = "date"


class ArticleGroups(StrEnum):
    """What articles are listed together by."""

    NOTHING = "nothing"
    OUTLET = "outlet"
    LANGUAGE = "language"


class Folding(StrEnum):
    """Whether a list stands open: as there is room for it, or as the user left it."""

    ROOM = "room"
    OPEN = "open"
    FOLDED = "folded"


SMALLEST, LARGEST = -4, 16
"""How many steps smaller and larger text can be: each a pixel of quoted words, and half as much for all else."""
LARGEST_IN_ROOM, _ROOM = 32, 1200
"""As many where the screen is so many pixels wide at least: all text is twice as large, and nothing is cut off."""
LONGEST_NAME = 80
"""So many letters a reviewer's name has at most."""


class Settings(Struct, frozen=True):
    """What the user has chosen; every value has a default, so a lost file costs little.

    `checks_off` holds the ids of the checks that are switched off, with blanks between; `interface_language` the code
    of the language that the program speaks, empty for that of the system; `window` where the window stood, in the
    toolkit's own form (base 64); `panes` to `help_panes` how windows share their room (`work/layout`), empty where the
    user left that to the program; `reviewer` the name beside the user's decisions, empty for none, and `reviewer_asked`
    whether it was asked for.
    `report` is the ending of the last report, and what follows what went into it: `report_without` is left out,
    `report_chosen` are the ids of the utterances that were chosen one by one, and `report_paper` is what it was laid
    out on, empty for that of the system's region. `views` are the views of the utterances that were given names, as
    `work/saved_views` tells them; `archive` is the folder of the archive that was looked into last. `tour_due` is
    whether the tour comes with the sample story: only for who has no settings yet, until it was left or finished.
    """

    theme: ThemeChoice = ThemeChoice.SYSTEM
    arrangement: Arrangement = Arrangement.COLUMNS
    detail: Detail = Detail.WORDS
    only_differences: bool = False
    reading_language: str = READING_LANGUAGE
    text_size: int = 0
    checks_off: str = ""
    interface_language: str = ""
    window: str = ""
    panes: str = ""
    panes_down: str = ""
    findings_shown: bool = False
    findings_order: FindingOrder = FindingOrder.SEVERITY
    articles_order: ArticleOrder = ArticleOrder.COMING
    articles_groups: ArticleGroups = ArticleGroups.NOTHING
    possible_list: Folding = Folding.ROOM
    sorting: str = ""
    columns: str = ""
    reader: str = ""
    reader_panes: str = ""
    help_window: str = ""
    help_panes: str = ""
    reviewer: str = ""
    reviewer_asked: bool = False
    report: str = ""
    report_extent: Extent = Extent.ALL
    report_least: Severity = Severity.NEUTRAL
    report_without: str = ""
    report_chosen: str = ""
    report_paper: str = ""
    views: str = ""
    archive: str = ""
    tour_due: bool = False

    @property
    def report_choice(self) -> ReportChoice:
        """What went into the last report; its title is a project's own, and not kept."""
        left_out = frozenset(part for part in Extra if part.value in self.report_without.split())
        chosen = frozenset(self.report_chosen.split())
        paper = Paper(self.report_paper) if self.report_paper in set(Paper) else Paper.A4
        return ReportChoice("", self.report_extent, self.report_least, left_out, chosen, self.reviewer, paper)


def with_report(settings: Settings, ending: str, choice: ReportChoice) -> Settings:
    """Return `settings` that remember a report."""
    return replace(
        settings,
        report=ending,
        report_extent=choice.extent,
        report_least=choice.least,
        report_without=" ".join(part.value for part in Extra if part in choice.left_out),
        report_chosen=" ".join(sorted(choice.chosen)),
        reviewer=choice.reviewer,
        reviewer_asked=True,
        report_paper=choice.paper.value,
    )


def clean_name(name: str) -> str:
    """Return a reviewer's name as it is kept: one line that can be shown, not too long."""
    return "".join(char for char in name.strip() if char.isprintable())[:LONGEST_NAME]


def load_settings(path: Path | None = None) -> Settings:
    """Return the settings kept at `path`; what is missing or unknown there takes its default."""
    try:
        table = read_settings(path)
    except FileNotFoundError:
        return Settings(tour_due=True)
    except (OSError, NotationError):
        return Settings()
    return _settings_of(table)


def _settings_of(table: Mapping[str, Any]) -> Settings:
    default = Settings()
    values: dict[str, Any] = {
        name: _value(table.get(name), getattr(default, name)) for name in Settings.__struct_fields__
    }
    return Settings(**{**values, "text_size": max(SMALLEST, min(LARGEST_IN_ROOM, values["text_size"]))})


def largest_at(width: int) -> int:
    """Return how many steps larger text can be on a screen that is so many pixels wide."""
    return LARGEST_IN_ROOM if width >= _ROOM else LARGEST


def words_step(step: int) -> int:
    """Return how many pixels larger quoted words are at a step: they can be read with ease sooner than the rest."""
    return min(step, LARGEST) + max(step - LARGEST, 0) // 2


def _value(given: object, default: Any) -> Any:
    """Return `given` where it is a possible value of the setting that has this `default`."""
    kind = type(default)
    if type(given) is kind:
        return given
    if isinstance(default, StrEnum) and isinstance(given, str) and given in kind.__members__.values():
        return kind(given)
    return default


def save_settings(settings: Settings, path: Path | None = None) -> None:
    """Keep `settings`; a `UserError` says where they can't be written."""
    _write(asdict(settings), path)


def _write(values: Mapping[str, Any], path: Path | None = None) -> None:
    write_own_text(path or settings_path(), toml_of(values))


def set_settings_aside() -> Path | None:
    """Set settings aside that can't be read, before others are written; return where they are now.

    None where there are none such; a `UserError` says that they can't be moved.
    """
    return set_unread_aside(settings_path(), read_settings)


def unread_settings() -> UserError | None:
    """Return what to tell where there are settings that can't be read: they are left as they are, and do not count."""
    return told_unread(settings_path(), read_settings)


def keep_changes(before: Settings, now: Settings) -> Path | None:
    """Keep what differs between two settings, beside what another window has kept since; a `UserError` as above.

    What a newer version, or a hand, has written there stays. Return where what can't be read is set aside.
    """
    changed: dict[str, Any] = {
        name: value for name in Settings.__struct_fields__ if (value := getattr(now, name)) != getattr(before, name)
    }
    aside = set_settings_aside()
    known = asdict(load_settings())
    strange = {name: value for name, value in _there().items() if name not in changed and known.get(name) != value}
    strange.pop("text_size", None)
    _write({**known, **strange, **changed})
    return aside


def _there() -> Mapping[str, Any]:
    """Return what stands in the settings, nothing where they can't be read."""
    try:
        return read_settings()
    except (OSError, NotationError):
        return {}
