"""Reading: an article beside its translation, sentence by sentence, translated when the reader asks for it."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from functools import lru_cache
from time import monotonic
from types import MappingProxyType

from msgspec import Struct
from msgspec.structs import replace

from crossquote.comparison.align.projection import to_original, to_translation
from crossquote.language.language import language_of
from crossquote.model.article import Article
from crossquote.model.changes import Changes
from crossquote.model.span import Span
from crossquote.model.state import State
from crossquote.model.translation import Flag, SentenceKey, Translation
from crossquote.progress import Step, Work
from crossquote.text.normalize import flatten
from crossquote.translation.engine import Translator
from crossquote.translation.estimate import timed
from crossquote.translation.permissions import allowed_samples
from crossquote.translation.pieces import SourcePiece, cut_article, gap_between
from crossquote.translation.routes import PIVOT, package_code
from crossquote.work.samples import is_sample
from crossquote.work.session import Session
from crossquote.work.texts import Text, routes_of, translate_texts

_AT_ONCE = 24
"""Sentences translated between two looks at what is done."""


class ArticleSentence(Struct, frozen=True):
    """A sentence of an article: where it lies there, where its translation lies, and how that came about.

    `made` is None where it is not translated yet: then its own words stand in the translation. `links` say which part
    of the sentence gave which of its translation, both counted from where they begin.
    """

    source: Span
    target: Span
    key: SentenceKey
    made: Translation | None
    links: tuple[tuple[Span, Span], ...] = ()


class ArticleTranslation(Struct, frozen=True):
    """An article's translation, as far as there is one, with the places of its sentences in both texts."""

    text: str
    sentences: tuple[ArticleSentence, ...]

    @property
    def translated(self) -> int:
        """How many sentences are translated."""
        return sum(sentence.made is not None for sentence in self.sentences)

    @property
    def finished(self) -> bool:
        """Whether every sentence is translated."""
        return self.translated == len(self.sentences)

    def project(self, span: Span) -> tuple[Span, ...]:
        """Return where the original's `span` lies in the translation, sentence by sentence, as far as links tell."""
        first = max(bisect_right(self.sentences, span.start, key=_start) - 1, 0)
        last = bisect_left(self.sentences, span.end, key=_start)
        touched = (sentence for sentence in self.sentences[first:last] if sentence.source.overlaps(span))
        found = (_in_translation(sentence, span) for sentence in touched)
        return tuple(span for span in found if span is not None)

    def sentence_at(self, position: int, *, translated: bool) -> ArticleSentence | None:
        """Return the sentence at a place of the translation, or of the original; the one before where it is between."""
        after = bisect_right(self.sentences, position, key=_target_start if translated else _start)
        return self.sentences[after - 1] if after else None

    def words_at(self, position: int, *, translated: bool) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
        """Return the words at a place and what they are in the other text: of the original, of the translation."""
        sentence = self.sentence_at(position, translated=translated)
        if sentence is None or sentence.made is None:
            return (), ()
        links = sentence.links
        source, target = sentence.source.start, sentence.target.start
        if translated:
            before = to_original([Span(position - target, position - target + 1)], links)
            after = to_translation(before, links)
        else:
            after = to_translation([Span(position - source, position - source + 1)], links)
            before = to_original(after, links)
        return tuple(span.shifted(source) for span in before), tuple(span.shifted(target) for span in after)


def _start(sentence: ArticleSentence) -> int:
    return sentence.source.start


def _target_start(sentence: ArticleSentence) -> int:
    return sentence.target.start


def _in_translation(sentence: ArticleSentence, span: Span) -> Span | None:
    """Return where the part of `span` in one sentence lies in its translation."""
    inner = Span(max(span.start, sentence.source.start), min(span.end, sentence.source.end))
    if inner == sentence.source:
        return sentence.target
    if sentence.made is None:
        start = sentence.target.start - sentence.source.start
        return inner.shifted(start)
    found = to_translation([inner.shifted(-sentence.source.start)], sentence.links)
    if not found:
        return None
    return Span(found[0].start, max(one.end for one in found)).shifted(sentence.target.start)


def needs_translation(state: State, article_id: str) -> bool:
    """Tell whether an article is in another language than the one that is read in."""
    language = state.articles[article_id].language
    return language is not None and language != state.reading_language


def reading_of(state: State, article_id: str) -> ArticleTranslation:
    """Return an article's translation as far as its sentences are known; the others stand as they are."""
    article = state.articles[article_id]
    pieces = _pieces(article.text, article.language)
    parts: list[str] = []
    length = at = 0
    samples = _may_use_samples(article, state.reading_language)
    sentences = []
    for piece in pieces:
        gap = gap_between(article.text[at : piece.span.start], state.reading_language, first=at == 0)
        key = SentenceKey(piece.text, article.language or "", state.reading_language)
        known = _known(state, key, samples=samples)
        words = known.text if known is not None else piece.text
        start = length + len(gap)
        length = start + len(words)
        links = tuple((piece.line.to_original(s), t) for s, t in known.links) if known else ()
        sentences.append(ArticleSentence(piece.span, Span(start, length), key, known, links))
        parts += gap, words
        at = piece.span.end
    return ArticleTranslation("".join([*parts, article.text[at:]]), tuple(sentences))


@lru_cache(maxsize=8)
def _pieces(text: str, language: str | None) -> tuple[SourcePiece, ...]:
    return cut_article(text, language_of(language))


def _known(state: State, key: SentenceKey, *, samples: bool) -> Translation | None:
    """Return what is known of a sentence; what a sample package made counts only where it may be used."""
    known = state.sentences.get(key)
    return None if known is None or (Flag.SAMPLE in known.flags and not samples) else known


def _may_use_samples(article: Article, reading_language: str) -> bool:
    """Tell whether sample packages count: for the sample stories, or where the user allowed one for the language."""
    pairs = ((article.language or "", reading_language), (article.language or "", PIVOT))
    return is_sample(article) or not allowed_samples().isdisjoint(map(package_code, pairs))


def translate_article(session: Session, article_id: str) -> Work[Changes]:
    """Translate the sentences of an article that are not translated yet; each part that is done is kept at once.

    Of an article that was removed before this has its turn, there are none.
    """
    translator, article = session.translator, session.state.articles.get(article_id)
    if translator is None or article is None or article.language is None:
        return Changes()
    if not needs_translation(session.state, article_id):
        return Changes()
    wanted = [
        SourcePiece(sentence.source, flatten(sentence.key.text))
        for sentence in reading_of(session.state, article_id).sentences
        if sentence.made is None
    ]
    changes, progress = Changes(), _SentencesDone(len(wanted))
    for part in _parts(wanted):
        known = yield from progress.watch(_translate(session.state, article, part, translator), len(part))
        changes |= session.keep(known)
    return changes


def _parts(pieces: Sequence[SourcePiece]) -> Iterator[Sequence[SourcePiece]]:
    for at in range(0, len(pieces), _AT_ONCE):
        yield pieces[at : at + _AT_ONCE]


def _translate(state: State, article: Article, pieces: Sequence[SourcePiece], translator: Translator) -> Work[State]:
    text = Text(article.id, article.text, article.language or "", is_sample(article), tuple(pieces))
    routes = routes_of([text], state.reading_language, translator)
    sentences = yield from translate_texts([text], routes, translator, state.sentences)
    return replace(state, sentences=MappingProxyType(sentences))


class _SentencesDone:
    """How many of an article's sentences are done, and how long the rest will take."""

    def __init__(self, total: int) -> None:
        self._total, self._done, self._start = total, 0, monotonic()

    def watch(self, work: Work[State], size: int) -> Work[State]:
        """Run one part; its steps count as the whole's."""
        while True:
            try:
                step = next(work)
            except StopIteration as end:
                self._done += size
                state: State = end.value
                return state
            done = self._done + (size * step.done // step.total if step.total else 0)
            label = timed(step.label, done, self._total - done, monotonic() - self._start)
            yield Step(done, self._total, label)
