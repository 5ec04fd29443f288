"""What is selected in an article, as a place in its text."""

from bisect import bisect_left
from collections.abc import Sequence

from PySide6.QtGui import QTextCursor

from crossquote.model.article import Article
from crossquote.model.span import Span
from crossquote.work.edits.bounds import words_near

_AROUND = " \t\r\n\u00a0\"'“”„«»‘’‚‹›「」『』"
"""What a selection may have around the words, and a quote has not."""


def selected_words(cursor: QTextCursor, article: Article, places: Sequence[int]) -> Span | None:
    """Return what is selected, without the blanks and quotation marks around it.

    `places` say where each character of the article stands in the document.
    """
    if not cursor.hasSelection():
        return None
    start, end = bisect_left(places, cursor.selectionStart()), bisect_left(places, cursor.selectionEnd())
    words = article.text[start:end]
    left = len(words) - len(words.lstrip(_AROUND))
    kept = words.strip(_AROUND)
    return Span(start + left, start + left + len(kept)) if kept else None


def whole_words(span: Span, article: Article) -> Span:
    """Return `span` widened to whole words."""
    touched = [word for word in words_near(article, span.start, span.end) if word.overlaps(span)]
    starts, ends = [span.start, *(one.start for one in touched)], [span.end, *(one.end for one in touched)]
    return Span(min(starts), max(ends))
