"""Room: what has to be seen in a small window, and that larger text is larger throughout and cut nowhere."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QColor, QFont, QIcon
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QLabel, QLineEdit, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from crossquote.gui.application import Application
from crossquote.gui.desk import Desk
from crossquote.gui.dialogs.ask import AskDialog, Question
from crossquote.gui.dialogs.checks import ChecksDialog
from crossquote.gui.dialogs.compact import CompactDialog
from crossquote.gui.dialogs.languages import LanguagesDialog
from crossquote.gui.dialogs.newer_version import NewerVersionDialog
from crossquote.gui.dialogs.palette import PaletteDialog
from crossquote.gui.dialogs.paste import TextDialog
from crossquote.gui.dialogs.quote import HomeOffer, QuoteDialog, Wording
from crossquote.gui.dialogs.rule import RuleDialog
from crossquote.gui.dialogs.versions import VersionsDialog
from crossquote.gui.theme.appearance import Appearance
from crossquote.gui.theme.fonts import BODY, application_font
from crossquote.gui.views.article_text import formats_of
from crossquote.gui.views.card import Card
from crossquote.gui.widgets.elided import ElidedLabel
from crossquote.gui.widgets.primary import PrimaryButton
from crossquote.gui.wishes import ReadArticle
from crossquote.model.article import Article, Layout
from crossquote.model.quote import QuoteKind
from crossquote.model.review import FindingKey
from crossquote.model.span import Span
from crossquote.model.translation import SentenceKey
from crossquote.project.store import Size
from crossquote.work.checks import list_checks
from crossquote.work.edits.own_versions import Offered
from crossquote.work.packages import list_packages
from crossquote.work.settings import LARGEST

SMALLEST = (760, 520)
WITH_FACES: tuple[Any, ...] = ("QMenu", "QMenuBar", "QHeaderView", "QTipLabel", "QMessageBox", "QListWidget")
"""Parts that Windows has faces of its own for; the stubs of Qt want bytes for what it takes as text."""


@pytest.fixture(autouse=True)
def _usual_text(empty_desk: Desk) -> Iterator[None]:
    yield
    empty_desk.choices.usual_size()


def resize(desk: Desk, qtbot: QtBot, size: tuple[int, int]) -> None:
    desk.shell.resize(*size)
    desk.shell.show()
    qtbot.waitUntil(lambda: (desk.shell.width(), desk.shell.height()) == size)
    QApplication.sendPostedEvents()
    desk.comparison.board.arrange()


def place_in(inner: QWidget, outer: QWidget) -> QRect:
    return QRect(inner.mapTo(outer, QPoint(0, 0)), inner.size())


def enlarge(desk: Desk) -> None:
    desk.choices.prefer(replace(desk.choices.settings, text_size=LARGEST))


def cut_off(window: QWidget) -> list[str]:
    """Return the texts that stand on one line and do not fit there."""
    told = []
    for part in window.findChildren(QWidget):
        if not isinstance(part, QLabel | QAbstractButton) or not part.isVisible() or isinstance(part, ElidedLabel):
            continue
        words = part.text().replace("&", "")
        wraps = isinstance(part, QLabel) and part.wordWrap()
        lines = words.split("\n")
        wide = max(part.fontMetrics().horizontalAdvance(line) for line in lines)
        if words and ((not wraps and wide > part.width()) or part.fontMetrics().height() > part.height()):
            told.append(words)
    return told


def test_in_the_smallest_window_base_and_first_finding_are_seen(desk: Desk, qtbot: QtBot) -> None:
    resize(desk, qtbot, SMALLEST)
    board = desk.comparison.board
    base, second, *_ = board.cards
    seen = board.viewport().rect()
    for part in (base.words, second.findings[0]):
        assert seen.contains(place_in(part, board.viewport())), part.accessibleName()
    assert desk.utterances.table.viewport().height() >= 2 * desk.utterances.table.rowHeight(0)


def test_in_the_smallest_window_the_table_shows_rows(desk: Desk, qtbot: QtBot) -> None:
    desk.shell.actions_by_id["table"].trigger()
    resize(desk, qtbot, SMALLEST)
    table = desk.comparison.table.table
    seen = table.viewport().height()
    assert table.visualRect(table.model().index(0, 0)).bottom() < seen
    assert table.visualRect(table.model().index(1, 0)).top() < seen


def test_a_low_comparison_folds_the_scale_and_what_each_kept(desk: Desk, qtbot: QtBot) -> None:
    comparison = desk.comparison
    assert comparison.scale.isVisible()
    assert comparison.scale.line.isHidden()
    resize(desk, qtbot, SMALLEST)
    assert comparison.scale.isHidden()
    assert comparison.kept.bars.isHidden()
    lines = (comparison.scale.line, comparison.kept.line)
    qtbot.waitUntil(lambda: len({place_in(line, comparison).top() for line in lines}) == 1)
    QTest.mouseClick(comparison.scale.line, Qt.MouseButton.LeftButton)
    assert comparison.scale.isVisible()


def test_in_a_window_with_room_again_findings_stand_under_the_words(desk: Desk, qtbot: QtBot) -> None:
    resize(desk, qtbot, SMALLEST)
    resize(desk, qtbot, (1440, 900))
    card = desk.comparison.board.cards[1]
    places = [place_in(part, card).top() for part in (card.words, *card.findings)]
    assert places == sorted(places)


@pytest.mark.parametrize("size", [(1000, 700), (1440, 900), (1920, 1080)])
def test_in_rows_findings_begin_at_one_place(desk: Desk, qtbot: QtBot, size: tuple[int, int]) -> None:
    desk.shell.actions_by_id["rows"].trigger()
    resize(desk, qtbot, size)
    cards: list[Card] = desk.comparison.board.cards
    assert len({place_in(row, card).left() for card in cards for row in card.findings}) == 1
    assert len({place_in(card.words, card).left() for card in cards}) == 1
    assert all(card.more is not None and card.more.isVisible() for card in cards)


def test_larger_text_is_larger_in_lists_findings_status_and_dialogs(desk: Desk, qtbot: QtBot) -> None:
    def sizes() -> list[int]:
        rule = RuleDialog(FindingKey("number", "q", "three", "two"), lambda _: 1, desk.shell)
        qtbot.addWidget(rule)
        rule.show()
        message = desk.comparison.board.cards[1].findings[0].findChildren(QLabel)[0]
        buttons = desk.comparison.board.cards[1].verdicts
        assert buttons is not None
        widgets = (message, desk.shell.counts, rule.preview, *rule.choices, *buttons.buttons.values())
        articles, table = desk.articles.list, desk.utterances.table
        rows = (articles.visualRect(articles.model().index(0, 0)).height(), table.rowHeight(0))
        return [*(widget.fontMetrics().height() for widget in widgets), *rows]

    before = sizes()
    enlarge(desk)
    desk.choices.larger()
    assert desk.choices.settings.text_size == LARGEST
    assert QApplication.font().pixelSize() >= 1.45 * BODY
    assert all(after >= 1.4 * usual for usual, after in zip(before, sizes(), strict=True))


@pytest.mark.parametrize("arrangement", ["columns", "rows", "table"])
def test_the_largest_text_is_cut_nowhere(desk: Desk, qtbot: QtBot, arrangement: str) -> None:
    desk.shell.actions_by_id[arrangement].trigger()
    enlarge(desk)
    resize(desk, qtbot, (1000, 700))
    assert cut_off(desk.shell) == []
    whole = desk.shell.rect()
    bar = [part for part in desk.shell.findChildren(QAbstractButton) if part.parent() is desk.shell.lock.parent()]
    assert all(whole.contains(place_in(part, desk.shell)) for part in (*bar, *desk.shell.findChildren(QLineEdit)))


def test_the_title_of_an_article_stands_out_at_the_largest_text_too(desk: Desk) -> None:
    enlarge(desk)
    formats = formats_of(titled(desk), (), "", desk.shell.appearance.theme)
    (_, title), *_ = formats
    desk.wishes.grant(ReadArticle("harbour"))
    assert title.font().pixelSize() > desk.readers.windows[0].text.font().pixelSize()


def titled(desk: Desk) -> Article:
    article = desk.bridge.state.articles["harbour"]
    return replace(article, layout=Layout(title=Span(0, 4)))


def dialogs(desk: Desk) -> list[QDialog]:
    long = "We had very good and productive discussions with the minister yesterday, and there is a good chance. " * 2
    quote = QuoteDialog("Mark as a quote…", Wording(long, "Ada Lindqvist", QuoteKind.DIRECT, new=True), desk.shell)
    quote.show()
    quote.offer([HomeOffer("q", long, long)], "q")
    sentence = SentenceKey(long, "uk", "en")
    languages = LanguagesDialog(desk.shell)
    languages.here.show_packages(list_packages(), frozenset())
    return [
        AskDialog(Question("Dismiss with a reason", long, "Dismiss", offered=("house style",)), desk.shell),
        AskDialog(Question("Write a note", "A note on what she said.", "Keep note"), desk.shell),
        RuleDialog(FindingKey("strength", "q", long, long), lambda _: 3, desk.shell),
        ChecksDialog(list_checks(), frozenset(), frozenset({"number"}), desk.shell),
        CompactDialog(Size(12_000_000, 4_000_000), desk.shell),
        NewerVersionDialog("0.1.0", "example.org", "https://example.org/releases.json", desk.shell),
        VersionsDialog([Offered(sentence, "a", None)], desk.shell),
        PaletteDialog(desk.shell.actions_by_id, desk.shell),
        TextDialog("", desk.shell),
        languages,
        quote,
    ]


@pytest.mark.parametrize("text", ["usual", "largest"])
def test_no_dialog_cuts_its_words(desk: Desk, qtbot: QtBot, text: str) -> None:
    if text == "largest":
        enlarge(desk)
    for dialog in dialogs(desk):
        qtbot.addWidget(dialog)
        dialog.show()
        QApplication.sendPostedEvents()
        assert cut_off(dialog) == [], dialog.windowTitle()
        for label in dialog.findChildren(QLabel):
            if label.isVisible() and label.wordWrap():
                assert label.heightForWidth(label.width()) <= label.height(), (dialog.windowTitle(), label.text())
        for area in dialog.findChildren(QScrollArea):
            assert area.horizontalScrollBar().maximum() == 0, dialog.windowTitle()
        dialog.hide()


@pytest.mark.parametrize("text", ["usual", "largest"])
def test_the_first_page_holds_many_projects_and_long_names(empty_desk: Desk, qtbot: QtBot, text: str) -> None:
    page = empty_desk.shell.start_page
    if text == "largest":
        enlarge(empty_desk)
    long = ("A name that goes on and on " * 8, "/stories/long")
    page.show_recent([long, *((f"story {number}", f"/{number}") for number in range(12))])
    resize(empty_desk, qtbot, SMALLEST if text == "usual" else (1000, 700))
    qtbot.waitUntil(lambda: cut_off(page) == [])
    (area,) = page.findChildren(QScrollArea)
    assert area.horizontalScrollBar().maximum() == 0
    assert area.verticalScrollBar().maximum() > 0
    longest = page.findChildren(QAbstractButton, "recent")[0]
    assert longest.text().endswith("…")
    assert "on and on A name" in longest.toolTip()


@pytest.mark.parametrize("theme", ["light", "dark", "contrast"])
def test_the_icon_of_the_one_button_on_the_accent_is_its_own(desk: Desk, theme: str) -> None:
    desk.shell.appearance.choose(theme)
    colours = desk.shell.appearance.theme
    add = desk.shell.actions_by_id["add"]
    button = next(one for one in desk.shell.buttons if isinstance(one, PrimaryButton))
    assert ink_of(add.icon()) == QColor(colours.text.ink).name()
    assert ink_of(button.own_icon) == QColor(colours.text.on_accent).name()


def ink_of(icon: QIcon) -> str:
    """Return the colour of the icon's most opaque point."""
    image = icon.pixmap(32, 32).toImage()
    points = [image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height())]
    return max(points, key=QColor.alpha).name()


def test_a_finding_has_one_sign_in_its_row_of_the_table(desk: Desk) -> None:
    desk.shell.actions_by_id["table"].trigger()
    model = desk.comparison.table.model
    for number, row in enumerate(model.rows):
        cells = [model.cell(number, column) for column in range(model.columnCount())]
        begun = [finding for cell in cells for finding in cell.begun]
        touched = {id(finding) for cell in cells for finding in cell.findings}
        assert len(begun) == len(touched), row.card.outlet
    assert any(cell.severity for cell in (model.cell(2, column) for column in range(model.columnCount())))


def test_menus_lists_and_tips_speak_in_the_program_s_face_and_size(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    def set_sheet(application: Application, sheet: str) -> None:
        QApplication.setStyleSheet(application, sheet)
        for name in WITH_FACES:
            QApplication.setFont(QFont("Courier", 30), name)  # as Qt does on Windows

    monkeypatch.setattr(Application, "setStyleSheet", set_sheet, raising=False)
    appearance = Appearance("light")
    for step in (8, 0):
        appearance.choose_size(step)
        for name in WITH_FACES:
            assert QApplication.font(name).families() == qapp.font().families()
            assert QApplication.font(name).pixelSize() == application_font(step).pixelSize()
