"""Wishes of translations: made, stopped, given by the user."""

from crossquote.gui.wishes.wish import Wish
from crossquote.model.translation import SentenceKey
from crossquote.work.reading import ArticleSentence


class TranslateArticle(Wish, frozen=True):
    """Have an article translated."""

    article: str


class StopTranslating(Wish, frozen=True):
    """Stop translating an article."""

    article: str


class GiveVersion(Wish, frozen=True):
    """Translate a rendition oneself; `weigh` asks what else the engine could have written, too."""

    utterance: str
    rendition: int
    weigh: bool = False


class GiveSentence(Wish, frozen=True):
    """Translate a sentence of an article oneself; `weigh` as above."""

    article: str
    sentence: ArticleSentence
    weigh: bool = False


class Weigh(Wish, frozen=True):
    """See what else the engine could have written for a sentence of an article."""

    sentence: SentenceKey
    article: str
