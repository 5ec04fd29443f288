"""What the help says of each part of a window: the one table of which page is on what."""

from PySide6.QtWidgets import QDialog, QWidget

from crossquote.gui.dialogs.archive import ArchiveDialog
from crossquote.gui.dialogs.article import ArticleDialog
from crossquote.gui.dialogs.checks import ChecksDialog
from crossquote.gui.dialogs.columns import ColumnsDialog
from crossquote.gui.dialogs.compact import CompactDialog
from crossquote.gui.dialogs.encoding import EncodingDialog
from crossquote.gui.dialogs.languages import LanguagesDialog
from crossquote.gui.dialogs.newer_version import NewerVersionDialog
from crossquote.gui.dialogs.paste import TextDialog
from crossquote.gui.dialogs.preferences import PreferencesDialog
from crossquote.gui.dialogs.report import ReportDialog
from crossquote.gui.dialogs.versions import VersionsDialog
from crossquote.gui.views.articles import ArticlesPane
from crossquote.gui.views.comparison import ComparisonPane
from crossquote.gui.views.finding import FindingRow
from crossquote.gui.views.findings import FindingsPane
from crossquote.gui.views.start_page import StartPage
from crossquote.gui.views.utterances import UtterancesPane
from crossquote.gui.windows.reader import ReaderWindow
from crossquote.gui.windows.shell import Shell

ELSEWHERE = "getting-started"
"""The page on what no page is about."""
TOPICS: tuple[tuple[type[QWidget], str], ...] = (
    (ArticleDialog, "articles"),
    (ArchiveDialog, "archive"),
    (TextDialog, "articles"),
    (EncodingDialog, "articles"),
    (ColumnsDialog, "articles"),
    (ReportDialog, "hand-on"),
    (LanguagesDialog, "packages"),
    (PreferencesDialog, "preferences"),
    (ChecksDialog, ""),
    (VersionsDialog, "translations"),
    (NewerVersionDialog, "connections"),
    (CompactDialog, "projects"),
    (QDialog, "reviewing"),
    (ReaderWindow, "articles"),
    (StartPage, "getting-started"),
    (ArticlesPane, "articles"),
    (UtterancesPane, "reviewing"),
    (FindingsPane, "findings"),
    (ComparisonPane, "reviewing"),
)
"""Which page is on each part, by its class; the first that fits holds. The page on all checks has no name."""


def topic_of(focus: QWidget) -> str:
    """Return the name of the page on what has the focus: a finding's is that of its check; else the nearest part's."""
    around: QWidget | None = focus
    while around is not None:
        if (page := _page_on(around, focus)) is not None:
            return page
        around = around.parentWidget()
    return ELSEWHERE


def _page_on(part: QWidget, focus: QWidget) -> str | None:
    if check := _check_of(part):
        return check
    if isinstance(part, ReaderWindow) and focus is part.translation:
        return "translations"
    if isinstance(part, Shell) and focus is part.search:
        return "reviewing"
    return next((page for kind, page in TOPICS if isinstance(part, kind)), None)


def _check_of(part: QWidget) -> str:
    """Return the check of a finding, or of the one that is chosen among those of a pane; empty where there is none."""
    if isinstance(part, FindingRow):
        return part.finding.check
    if isinstance(part, FindingsPane):
        return part.current_check()
    if isinstance(part, ComparisonPane) and part.current_finding is not None:
        return part.current_finding.finding.check
    return ""
