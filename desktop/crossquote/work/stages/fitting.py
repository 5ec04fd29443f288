"""What a translation memory holds for the sentences that are open."""

from collections.abc import Iterator, Mapping

from msgspec.structs import replace

from crossquote.language.language import language_of
from crossquote.model.article import Article
from crossquote.model.state import State
from crossquote.model.translation import SentenceKey, Translation
from crossquote.translation.pieces import cut, cut_article


def fit_memory(state: State, own: Mapping[SentenceKey, Translation]) -> dict[SentenceKey, Translation]:
    """Return `own`, and what it holds for the sentences that are open where blanks and marks around them differ."""
    plain = {(key.source, _plain(key.text)): made for key, made in own.items()}
    bare = {(key.source, _plain(text)): made for key, made in own.items() for text in _only_sentence(key)}
    found = dict(own)
    for article in state.articles.values():
        for key in sentence_keys(state, article):
            made = plain.get((key.source, _plain(key.text)))
            if made is None and (made := bare.get((key.source, _plain(key.text)))) is not None:
                pieces = cut(made.text, language_of(key.target))
                made = replace(made, text=pieces[0].text) if len(pieces) == 1 else made
            if made is not None:
                found[key] = replace(made, source=key.text)
    return found


def sentence_keys(state: State, article: Article) -> Iterator[SentenceKey]:
    """Yield what the sentences of an article, of its quotes, and its quotes as a whole are known by."""
    target = state.reading_language
    if article.language is not None and article.language != target:
        for piece in cut_article(article.text, language_of(article.language)):
            yield SentenceKey(piece.text, article.language, target)
    for quote in state.quotes_of(article.id):
        language, text = quote.language or article.language, quote.text(article.text)
        if language is not None and language != target:
            yield SentenceKey(text, language, target)
            for piece in cut(text, language_of(language)):
                yield SentenceKey(piece.text, language, target)


def _only_sentence(key: SentenceKey) -> tuple[str, ...]:
    """Return the one sentence that a memory's text is, without the marks around it."""
    pieces = cut(key.text, language_of(key.source))
    return (pieces[0].text,) if len(pieces) == 1 else ()


def _plain(text: str) -> str:
    return " ".join(text.split())
