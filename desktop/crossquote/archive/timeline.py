"""The timeline: who printed which wording first, and which earlier wording each later one is most like."""

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime

from msgspec import Struct
from rapidfuzz.distance import LCSseq

from crossquote.archive.records import ArchivedQuote, ArticleHead
from crossquote.archive.trace import TracedRendition
from crossquote.language.language import language_of
from crossquote.text.words import fold, written_words

_ALIKE = 0.5
"""A wording follows an earlier one with which it shares at least so much, word for word in one order."""
_UNDATED = "\U0010ffff"
_COMPARED = 400
"""So many wordings are compared with each other at most: those that were printed first."""


class PrintedWording(Struct, frozen=True):
    """Words that were printed: as what, by whom first, by whom else, and which earlier one they are most like.

    `printed` are the renditions in the order in which they came, those that do not say when last. `follows` is the
    place of the earlier wording in the timeline, None where none is like it, and `alike` how much.
    """

    text: str
    language: str
    printed: tuple[TracedRendition, ...]
    follows: int | None = None
    alike: float = 0.0

    @property
    def first(self) -> ArticleHead:
        """The article that printed it first, as far as the articles say when they came out."""
        return self.printed[0].article


def make_timeline(renditions: Sequence[TracedRendition]) -> tuple[PrintedWording, ...]:
    """Return the wordings in the order in which they were first printed; what does not say when comes last."""
    by_words: dict[tuple[str, ...], list[TracedRendition]] = {}
    for one in sorted(renditions, key=lambda one: (moment_of(one.article), one.rank)):
        by_words.setdefault(words_of(one.quotes[0].quote), []).append(one)
    return tuple(_followed([*by_words.items()]))


def moment_of(article: ArticleHead) -> tuple[str, str, str, str]:
    """Return what sorts articles by when they came out: a day without an hour comes before its hours."""
    moment = _moment(article)
    told = moment.astimezone(UTC).isoformat() if moment is not None else ""
    return article.date or told[:10] or _UNDATED, told, article.outlet, article.id


def words_of(quote: ArchivedQuote) -> tuple[str, ...]:
    """Return what is equal for quotes of the same words: their language, and they as they are printed, but for case."""
    language = language_of(quote.language or None)
    return (quote.language, *(fold(word) for word in written_words(quote.text, language)))


def _followed(listed: Sequence[tuple[tuple[str, ...], list[TracedRendition]]]) -> Iterator[PrintedWording]:
    for number, (words, printed) in enumerate(listed):
        quote, article = printed[0].quotes[0].quote, printed[0].article
        near = [
            (_alike(listed[place][0], words), -place)
            for place in range(min(number, _COMPARED))
            if _is_before(listed[place][1][0].article, article)
        ]
        alike, place = max(near, default=(0.0, 0))
        follows, share = (-place, round(alike, 2)) if alike >= _ALIKE else (None, 0.0)
        yield PrintedWording(quote.text, quote.language, tuple(printed), follows, share)


def _is_before(one: ArticleHead, other: ArticleHead) -> bool:
    """Tell whether an article surely came out before another: on a day before, or on one day at a moment before."""
    moment, later = _moment(one), _moment(other)
    if moment is not None and later is not None:
        return moment < later
    return bool(one.date and other.date) and (one.date or "") < (other.date or "")


def _moment(article: ArticleHead) -> datetime | None:
    """Return when an article came out, with its zone; None where that is not known, or no moment."""
    try:
        moment = datetime.fromisoformat(article.published or "")
    except ValueError:
        return None
    return moment if moment.tzinfo is not None else None


def _alike(one: tuple[str, ...], other: tuple[str, ...]) -> float:
    """Return how much of the shorter of two wordings of one language stands in the other."""
    if one[0] != other[0] or min(len(one), len(other)) < 2:
        return 0.0
    return float(LCSseq.similarity(one[1:], other[1:])) / (min(len(one), len(other)) - 1)
