"""Titles left out: "President Lind" that became "Lind"."""

from collections.abc import Iterator

from crossquote.comparison.judging.differences import is_cut_off
from crossquote.comparison.judging.excerpt import shown
from crossquote.comparison.reading.naming import same_word
from crossquote.comparison.reading.pair import Pair
from crossquote.message import message
from crossquote.model.finding import Category, Finding, Severity
from crossquote.text.names import Name


def title_findings(pair: Pair) -> Iterator[Finding]:
    """Yield a note for each title that the rendition leaves off a name that it keeps."""
    words = {word.key for word in pair.text_words}
    for name in pair.base_reading.names:
        if name.title is None or is_cut_off(pair, name.span):
            continue
        title = shown(pair.base.text, name.title)
        bare = next((other for other in pair.text_reading.names if _is_same(name, other)), None)
        if bare is not None and bare.title is None and not any(part.casefold() in words for part in title.split()):
            headline, evidence = message("name.title_left_out"), (message("name.title", was=title),)
            yield Finding("name", Category.OMISSION, Severity.NEUTRAL, name.title, bare.span, headline, evidence)


def _is_same(name: Name, other: Name) -> bool:
    return bool(name.words and other.words) and same_word(name.words[-1], other.words[-1])
