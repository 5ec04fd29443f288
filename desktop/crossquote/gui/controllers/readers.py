"""Reading in the window: articles opened in readers, which follow what changes and lead back to the comparison."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject, Signal, Slot

from crossquote.gui.bridge import Bridge
from crossquote.gui.controllers.translations import Translations
from crossquote.gui.dialogs.article import ArticleDialog
from crossquote.gui.dialogs.opening import open_dialog
from crossquote.gui.granting import Wishes, grants
from crossquote.gui.views.workspace import Workspace
from crossquote.gui.windows.reader import ReaderWindow
from crossquote.gui.windows.shell import Shell
from crossquote.gui.wishes.articles import (
    AskOfArticles,
    DescribeArticles,
    ReadArticle,
    ReadBase,
    ShowRendition,
    TakeBack,
)
from crossquote.message import message
from crossquote.model.changes import Changes
from crossquote.model.utterance import Rendition
from crossquote.progress import Work
from crossquote.work.edits.descriptions import (
    Description,
    describe_articles,
    description_of,
    is_original,
    take_back,
)
from crossquote.work.session import Session

_COMPARING = message("window.job.comparing")


class Readers(QObject):
    """Keeps the readers that are open, one an article; one that is closed is freed. Says which one was made."""

    made = Signal(object)

    def __init__(
        self, shell: Shell, bridge: Bridge, workspace: Workspace, translations: Translations, wishes: Wishes
    ) -> None:
        super().__init__(shell)
        self._shell, self._bridge, self._workspace = shell, bridge, workspace
        self._translations, self._wishes = translations, wishes
        self.windows: list[ReaderWindow] = []
        bridge.changed.connect(self._show_state)

    def read_current(self) -> None:
        """Open the article that the list of articles is on, else that of the current card, else that of the base."""
        articles, comparison = self._workspace.articles, self._workspace.comparison
        if articles.list.hasFocus() and articles.selected():
            articles.open_selected()
        elif comparison.current_article is not None:
            comparison.open_current()
        else:
            self._read_base(ReadBase(comparison.utterance_id or ""))

    @grants(ReadArticle)
    def open_article(self, wish: ReadArticle) -> None:
        """Open an article in a reader, with one of its quotes in view."""
        if wish.article not in self._bridge.state.articles:
            return
        reader = self._reader(wish.article)
        reader.show_state(self._bridge.state, wish.quote)
        self._translations.show_strip(reader)
        if wish.quote:
            reader.show_quote(wish.quote)
        else:
            reader.show_words(self._shell.search.text())
        reader.show()
        reader.raise_()
        reader.activateWindow()

    def _reader(self, article: str) -> ReaderWindow:
        """Return the reader of an article, a new one where it is not open."""
        known = next((reader for reader in self._open() if reader.article_id == article), None)
        if known is not None:
            return known
        reader = ReaderWindow(self._shell.appearance, article, self._shell)
        reader.wished.connect(self._wishes.grant)
        self._translations.attach(reader)
        self.made.emit(reader)
        for shared in ("undo", "redo", "help-here"):
            reader.addAction(self._shell.actions_by_id[shared])
        self.windows.append(reader)
        return reader

    @property
    def read(self) -> tuple[str, ...]:
        """The articles that are open in a reader."""
        return tuple(reader.article_id for reader in self._open())

    def _open(self) -> list[ReaderWindow]:
        """Return the readers that are still open."""
        self.windows = [reader for reader in self.windows if not reader.gone]
        return list(self.windows)

    @grants(ReadBase)
    def _read_base(self, wish: ReadBase) -> None:
        if (base := self._base(wish.utterance)) is not None:
            self.open_article(ReadArticle(base.article, base.quotes[0] if base.quotes else ""))

    def _base(self, utterance_id: str | None) -> Rendition | None:
        utterance = self._bridge.state.utterances.get(utterance_id or "")
        return utterance.renditions[utterance.base] if utterance is not None else None

    def ask_of_current(self) -> None:
        """Show what is known of the articles that are chosen, else of that of the current card, else of the base's."""
        self._ask_of(AskOfArticles(self._meant()))

    def mark_original(self) -> None:
        """Say that the articles that are selected, or the current card's, are originals; no more where all are."""
        if meant := tuple(key for key in self._meant() if key in self._bridge.state.articles):
            self._bridge.decide(partial(_mark_original, meant), _COMPARING)

    def _meant(self) -> tuple[str, ...]:
        """Return the articles that are selected, else that of the current card, else that of the base."""
        comparison = self._workspace.comparison
        base = self._base(comparison.utterance_id)
        other = comparison.current_article or (base.article if base else "")
        return tuple(self._workspace.articles.selected()) or (other,)

    @grants(AskOfArticles)
    def _ask_of(self, wish: AskOfArticles) -> None:
        state = self._bridge.state
        articles = [state.articles[key] for key in wish.articles if key in state.articles]
        if articles:
            if wish.first:
                self._workspace.articles.go_to(articles[0].id)
            dialog = ArticleDialog(articles, description_of(articles, state.pins), self._shell, first=wish.first)
            dialog.wished.connect(self._wishes.grant)
            open_dialog(dialog)

    @grants(DescribeArticles)
    def _describe(self, wish: DescribeArticles) -> None:
        label = message("window.job.finding-quotes") if wish.told.language else _COMPARING
        self._bridge.decide(lambda session: describe_articles(session, wish.articles, wish.told), label)

    @grants(TakeBack)
    def _take_back(self, wish: TakeBack) -> None:
        label = message("window.job.finding-quotes")
        self._bridge.decide(lambda session: take_back(session, wish.article, wish.parts), label)

    @grants(ShowRendition)
    def _show_rendition(self, wish: ShowRendition) -> None:
        self._workspace.show_rendition(wish.utterance, wish.article)

    @Slot(str, str)
    def show_marked(self, article: str, quote: str) -> None:
        """Choose a quote that was just marked, in the reader that it was marked in."""
        for reader in self._open():
            if reader.article_id == article:
                reader.show_quote(quote)

    @Slot()
    def _show_state(self) -> None:
        for reader in self._open():
            reader.show_state(self._bridge.state)

    def close(self) -> None:
        """Close all readers."""
        for reader in self._open():
            reader.close()


def _mark_original(articles: Sequence[str], session: Session) -> Work[Changes]:
    """Say that articles are originals, or are none where all are by then: what was asked for before is done."""
    told = Description(original=not all(is_original(key, session.state.pins) for key in articles))
    return describe_articles(session, articles, told)
