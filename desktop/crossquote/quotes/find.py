"""Finding the quotes of an article."""

from crossquote.model.article import Article
from crossquote.model.quote import Quote
from crossquote.quotes.direct import Passage, find_passages
from crossquote.quotes.scene import read_scene


def find_quotes(article: Article) -> tuple[Quote, ...]:
    """Return the quotes of `article`: direct, mixed and indirect, in the order of its text."""
    scene = read_scene(article)
    return tuple(_quote(article, passage) for passage in find_passages(scene))


def _quote(article: Article, passage: Passage) -> Quote:
    span = passage.hull
    return Quote(f"{article.id}:{span.start}-{span.end}", article.id, passage.spans, passage.kind)
