"""Finding the quotes of an article."""

from dataclasses import replace
from functools import partial

from crossquote.model.article import Article
from crossquote.model.quote import Cue, Quote, Speaker
from crossquote.model.span import Span
from crossquote.quotes.cues import CueMatch
from crossquote.quotes.direct import find_passages
from crossquote.quotes.indirect import find_indirect
from crossquote.quotes.passage import Passage
from crossquote.quotes.persons import Persons, read_persons
from crossquote.quotes.scene import Scene, read_scene
from crossquote.quotes.speaker import attribute
from crossquote.quotes.subject import find_subject
from crossquote.text.language import language_of_part

_COMMAS = ",،，、"


def find_quotes(article: Article) -> tuple[Quote, ...]:
    """Return the quotes of `article`: direct, mixed and indirect, in the order of its text."""
    laid_out = read_scene(article)
    passages = find_passages(laid_out)
    scene = laid_out.showing([piece for passage in passages for piece in passage.pieces])
    persons = read_persons(scene)
    direct = [
        _quote(article, passage, speaker, cue)
        for passage, (speaker, cue) in zip(passages, attribute(scene, passages, persons), strict=True)
    ]
    indirect = [_named(quote, persons) for quote in find_indirect(article, direct, partial(_subject, scene))]
    return tuple(sorted([*direct, *indirect], key=lambda quote: quote.hull))


def _subject(scene: Scene, cue: CueMatch) -> Span | None:
    """Return the subject of the cue of an indirect quote, looked for in its whole sentence."""
    return find_subject(scene, cue, scene.sentence_at(cue.span.start))


def _named(quote: Quote, persons: Persons) -> Quote:
    """Return a quote with its speaker's full name, where only the mention is known."""
    if quote.speaker is None or quote.speaker.mention is None:
        return quote
    return replace(quote, speaker=persons.speaker(quote.speaker.mention))


def _quote(article: Article, passage: Passage, speaker: Speaker | None, cue: CueMatch | None) -> Quote:
    spans = (*passage.spans[:-1], _without_comma(passage.spans[-1], article.text))
    span = Span(spans[0].start, spans[-1].end)
    return Quote(
        id=f"{article.id}:{span.start}-{span.end}",
        article=article.id,
        spans=spans,
        kind=passage.kind,
        speaker=speaker,
        cue=Cue(cue.span, cue.stance) if cue else None,
        language=language_of_part(span.of(article.text), article.language),
    )


def _without_comma(span: Span, text: str) -> Span:
    """Return `span` without a comma at its end: some languages print the sentence's own inside the marks."""
    end = len(span.of(text).rstrip())
    return Span(span.start, span.start + end - 1) if end > 1 and span.of(text)[end - 1] in _COMMAS else span
