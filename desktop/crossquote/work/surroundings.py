"""What stands around the quotes of a rendition in their article: the sentences that hold them."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence

from msgspec import Struct

from crossquote.language.language import language_of
from crossquote.model.article import Article
from crossquote.model.quote import Quote
from crossquote.model.span import Span
from crossquote.model.state import State
from crossquote.text.sentences import split_sentences


class Surroundings(Struct, frozen=True):
    """A part of an article with the `quotes` that it is shown for; `others` are all that the article has."""

    article: Article
    part: Span
    quotes: tuple[Quote, ...]
    others: tuple[Quote, ...]


def surroundings_of(state: State, quote_ids: Iterable[str]) -> tuple[Surroundings, ...]:
    """Return what stands around quotes of one article, in its order; quotes of the same sentences stand together."""
    quotes = sorted((state.quotes[key] for key in quote_ids if key in state.quotes), key=lambda quote: quote.hull)
    if not quotes:
        return ()
    article, others = state.articles[quotes[0].article], state.quotes_of(quotes[0].article)
    sentences = split_sentences(article.text, language_of(article.language))
    found: list[Surroundings] = []
    for quote in quotes:
        part = _around(quote.hull, article.text, sentences)
        if found and found[-1].part.end > part.start:
            before = found.pop()
            both = Span(before.part.start, max(before.part.end, part.end))
            found.append(Surroundings(article, both, (*before.quotes, quote), others))
        else:
            found.append(Surroundings(article, part, (quote,), others))
    return tuple(found)


def _around(hull: Span, text: str, sentences: Sequence[Span]) -> Span:
    """Return the sentences that `hull` is in; where it begins or ends with them, one more of the paragraph there."""
    first = bisect_right(sentences, hull.start, key=lambda one: one.end)
    last = bisect_left(sentences, hull.end, key=lambda one: one.start) - 1
    if first > last:
        return hull
    start, end = min(sentences[first].start, hull.start), max(sentences[last].end, hull.end)
    before = sentences[first - 1] if first else Span(start, start)
    behind = sentences[last + 1] if last + 1 < len(sentences) else Span(end, end)
    if not _has_words(text[start : hull.start]) and "\n" not in text[before.end : start]:
        start = before.start
    if not _has_words(text[hull.end : end]) and "\n" not in text[end : behind.start]:
        end = behind.end
    return Span(start, end)


def _has_words(text: str) -> bool:
    return any(character.isalnum() for character in text)
