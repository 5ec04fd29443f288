"""What a translation memory holds for the sentences that are open."""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet

from msgspec.structs import replace

from crossquote.language.language import language_of
from crossquote.message import message
from crossquote.model.article import Article
from crossquote.model.state import State
from crossquote.model.translation import SentenceKey, Translation
from crossquote.progress import Step, Work
from crossquote.translation.pieces import cut, cut_article

_LOOKED_AT_A_STEP = 2_000
_NO_LETTERS = re.compile(r"[\W_]+")
_STEP = Step(0, 1, message("step.fitting-memory"))


def fit_memory(state: State, own: Mapping[SentenceKey, Translation]) -> Work[dict[SentenceKey, Translation]]:
    """Return `own`, and what it holds for the sentences that are open where blanks and marks around them differ.

    Of a memory's sentences, which may be hundreds of thousands, only those are cut that have the letters of one that is
    open.
    """
    yield _STEP
    wanted: list[SentenceKey] = []
    for article in state.articles.values():
        wanted += sentence_keys(state, article)
        yield _STEP
    plain, bare = yield from _by_text(own, {(key.source, _letters(key.text)) for key in wanted})
    found = dict(own)
    for key in wanted:
        made = plain.get((key.source, _plain(key.text)))
        if made is None and (made := bare.get((key.source, _plain(key.text)))) is not None:
            pieces = cut(made.text, language_of(key.target))
            made = replace(made, text=pieces[0].text) if len(pieces) == 1 else made
        if made is not None:
            found[key] = replace(made, source=key.text)
    return found


_ByText = dict[tuple[str, str], Translation]
"""Translations by the language and the words of what they translate."""


def _by_text(
    own: Mapping[SentenceKey, Translation], wanted: AbstractSet[tuple[str, str]]
) -> Work[tuple[_ByText, _ByText]]:
    """Return those of `own` with letters that are `wanted` of their language, as they stand and without marks."""
    plain: _ByText = {}
    bare: _ByText = {}
    languages = {language for language, _ in wanted}
    for number, (key, made) in enumerate(own.items()):
        if number % _LOOKED_AT_A_STEP == 0:
            yield _STEP
        if key.source in languages and (key.source, _letters(key.text)) in wanted:
            plain[key.source, _plain(key.text)] = made
            bare.update(((key.source, _plain(text)), made) for text in _only_sentence(key))
    return plain, bare


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


def _letters(text: str) -> str:
    """Return the letters and digits of a text: what stays the same, whatever blanks and marks are around its words."""
    return _NO_LETTERS.sub("", unicodedata.normalize("NFD", text))
