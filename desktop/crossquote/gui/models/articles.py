"""The list of articles: holds ids, fetches what a row shows when it is shown."""

from collections import Counter
from collections.abc import Mapping, Sequence

from msgspec import Struct
from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, Qt

from crossquote.gui.messages import language_name
from crossquote.gui.model_index import ModelIndex
from crossquote.gui.models.article_places import Heading, Listed, place_articles
from crossquote.gui.plain import plain_tip
from crossquote.gui.words import say, say_joined
from crossquote.model.article import Article
from crossquote.model.state import State
from crossquote.wording.joining import Joint
from crossquote.work.copies import copies_among, sources_among
from crossquote.work.edits.descriptions import is_original
from crossquote.work.settings import ArticleGroups, ArticleOrder

ROW_ROLE = int(Qt.ItemDataRole.UserRole)
ID_ROLE = ROW_ROLE + 1


class ArticleRow(Struct, frozen=True):
    """What the list shows of an article; `found` is how often its text has what is looked for.

    `copies` are the outlets that print the same text. An `original` is what the others are held against.
    """

    article: Article
    quotes: int
    found: int = 0
    copies: tuple[str, ...] = ()
    original: bool = False

    @property
    def pill(self) -> str:
        """The language's code, with a question mark where it is not sure."""
        detection = self.article.detection
        if detection.language is None:
            return "?"
        return detection.language if detection.told or detection.confidence >= 0.8 else f"{detection.language}?"

    @property
    def language_line(self) -> str:
        """The language and how sure the program is of it, in words."""
        detection = self.article.detection
        if detection.language is None:
            return say("window.articles.language-unknown-choose-one")
        name = language_name(detection.language)
        if detection.told:
            return say("window.articles.language-told", language=name)
        return say("window.articles.language-found", language=name, share=round(detection.confidence, 2))

    @property
    def copies_line(self) -> str:
        """Who prints the same text, and what that means; empty where nobody does."""
        if not self.copies:
            return ""
        return say("window.articles.same-text-as", outlets=tuple(dict.fromkeys(self.copies)))


class ArticleModel(QAbstractListModel):
    """Articles of a state, as they are arranged; those that have what is looked for stand first.

    A heading can be gone to, to choose what stands under it; itself it can't be chosen.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._state = State()
        self._places: Sequence[Listed] = ()
        self._rows: Mapping[str, int] = {}
        self.order, self.groups = ArticleOrder.COMING, ArticleGroups.NOTHING
        self._counts: Counter[str] = Counter()
        self._texts: dict[str, tuple[Article, str]] = {}
        self._found: dict[str, int] = {}
        self._copies: Mapping[str, tuple[str, ...]] = {}
        self._held: Mapping[str, Article] = {}
        self._search = ""

    def show_state(self, state: State) -> None:
        """Show the articles of `state`."""
        if state.articles is not self._held and not state.unfinished:  # while many come in, that can wait
            self._held, self._copies = state.articles, copies_among(state.articles)
        self._state = state
        self._counts = Counter(quote.article for quote in state.quotes.values())
        self._look()
        self._place()

    def find(self, text: str) -> None:
        """Look for `text` in all articles: every word of it has to be there."""
        self._search = text
        self._look()
        self._place()

    def found(self) -> list[str]:
        """Return the articles that have what is looked for."""
        return [key for key in self._rows if self._found.get(key)]

    def arrange(self, order: ArticleOrder, groups: ArticleGroups) -> None:
        """Show the articles in another order, or in other groups."""
        self.order, self.groups = order, groups
        self._place()

    def _look(self) -> None:
        words = self._search.casefold().split()
        self._texts = {key: kept for key, kept in self._texts.items() if self._state.articles.get(key) is kept[0]}
        texts = {key: self._text(key) for key in self._state.articles} if words else {}
        self._found = {key: min(text.count(word) for word in words) for key, text in texts.items()}

    def _text(self, key: str) -> str:
        kept = self._texts.get(key)
        if kept is None:
            article = self._state.articles[key]
            kept = self._texts[key] = (article, article.text.casefold())
        return kept[1]

    def _place(self) -> None:
        """Put each article in its row, and show it anew."""
        places = place_articles(self._state.articles, self._found, self.order, self.groups)
        if places != self._places:
            self.beginResetModel()
            self._places = places
            self._rows = {place: row for row, place in enumerate(places) if isinstance(place, str)}
            self.endResetModel()
        elif places:
            self.dataChanged.emit(self.index(0), self.index(len(places) - 1))

    @property
    def copies(self) -> Mapping[str, tuple[str, ...]]:
        """For each article that prints the same text as others, the ids of those; while many come in, as it was."""
        return self._copies

    def sources(self) -> int:
        """Return of how many sources the articles are: those that print the same text are one."""
        here = ([key for key in source if key in self._state.articles] for source in sources_among(self._copies))
        return len(self._rows) - sum(max(0, len(source) - 1) for source in here)

    @property
    def number(self) -> int:
        """How many articles are shown."""
        return len(self._rows)

    def row_of(self, article_id: str) -> int:
        """Return the row in which an article is shown, -1 where it is not."""
        return self._rows.get(article_id, -1)

    def heading(self, index: ModelIndex) -> Heading | None:
        """Return the heading that stands in a row, None where an article does."""
        place = self._places[index.row()] if 0 <= index.row() < len(self._places) else ""
        return place if isinstance(place, Heading) else None

    def flags(self, index: ModelIndex) -> Qt.ItemFlag:  # noqa: D102 - Qt's
        return Qt.ItemFlag.ItemIsEnabled if self.heading(index) is not None else super().flags(index)

    def rowCount(self, parent: ModelIndex = QModelIndex()) -> int:  # noqa: B008, D102, N802 - Qt's signature
        return 0 if parent.isValid() else len(self._places)

    def data(self, index: ModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:  # noqa: D102 - Qt's
        if not index.isValid() or not 0 <= index.row() < len(self._places):
            return None
        key, articles = self._places[index.row()], self._state.articles
        if isinstance(key, Heading):
            return key if role == ROW_ROLE else _words_of_heading(key, role)
        if role == ID_ROLE:
            return key
        if key not in articles:  # it goes in a moment
            return None
        copies = tuple(articles[other].outlet for other in self._copies.get(key, ()) if other in articles)
        original = is_original(key, self._state.pins)
        row = ArticleRow(articles[key], self._counts[key], self._found.get(key, 0), copies, original)
        return row if role == ROW_ROLE else _words(row, role)


def _words_of_heading(heading: Heading, role: int) -> str | None:
    """Return what a heading says: shown, spoken, or on hovering."""
    if role == Qt.ItemDataRole.DisplayRole:
        return heading.name
    if role == Qt.ItemDataRole.AccessibleTextRole:
        return say_joined((heading.name, say("count.articles", count=len(heading.ids))), Joint.PART)
    if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleDescriptionRole):
        return plain_tip(say("window.articles.choose-all-under"))
    return None


def _words(row: ArticleRow, role: int) -> str | None:
    """Return what a row says: shown, spoken, or on hovering."""
    article = row.article
    if role == Qt.ItemDataRole.DisplayRole:
        return article.outlet
    if role == Qt.ItemDataRole.AccessibleTextRole:
        found = say("window.articles.found", count=row.found) if row.found else ""
        counted = say("count.quotes", count=row.quotes)
        original = say("window.articles.original") if row.original else ""
        spoken = (article.outlet, article.title, original, row.language_line, counted, found, row.copies_line)
        return say_joined(spoken, Joint.PART)
    if role == Qt.ItemDataRole.ToolTipRole:
        told = (article.title, row.language_line, article.date, row.copies_line, article.path)
        return plain_tip("\n".join(part for part in told if part))
    return None
