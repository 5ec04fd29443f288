"""Indirect quotes: what someone is reported to have said or written, without quotation marks."""

from collections.abc import Iterator, Sequence

from crossquote.model.article import Article
from crossquote.model.quote import Cue, Quote, QuoteKind, Speaker
from crossquote.model.span import Span
from crossquote.quotes.clauses import Sentence, read_sentences
from crossquote.quotes.cues import load_cues
from crossquote.quotes.grammar import Grammar, load_grammar
from crossquote.quotes.patterns import find_report
from crossquote.quotes.place import Place, Report


def find_indirect(article: Article, direct: Sequence[Quote]) -> tuple[Quote, ...]:
    """Return the indirect quotes of `article`, in the order of its text; `direct` are those found by their marks."""
    cues, grammar = load_cues(article.language), load_grammar(article.language)
    if not cues.entries:
        return ()
    quoted = [span for quote in direct for span in quote.spans]
    skipped = article.layout.skipped
    found: list[Quote] = []
    for sentence in read_sentences(article.text, quoted, cues, grammar):
        if not any(span.overlaps(sentence.span) for span in skipped):
            found.extend(_quotes(article, sentence, grammar, quoted))
    return tuple(found)


def _quotes(article: Article, sentence: Sentence, grammar: Grammar, quoted: Sequence[Span]) -> Iterator[Quote]:
    taken: list[Span] = []
    for number in range(len(sentence.cues)):
        report = find_report(Place(sentence, grammar, number))
        if report is None or any(span.overlaps(other) for span in report.content for other in taken):
            continue
        if all(_mostly_quoted(span, quoted) for span in report.content):
            continue
        taken.extend(report.content)
        yield _quote(article, report)


def _mostly_quoted(span: Span, quoted: Sequence[Span]) -> bool:
    """Tell whether most of `span` stands in quotation marks: then it is no indirect quote."""
    inside = sum(min(span.end, other.end) - max(span.start, other.start) for other in quoted if span.overlaps(other))
    return inside * 10 >= len(span) * 7


def _quote(article: Article, report: Report) -> Quote:
    mention = report.speaker
    return Quote(
        id=f"{article.id}:{report.content[0].start}:indirect",
        article=article.id,
        spans=report.content,
        kind=QuoteKind.INDIRECT,
        speaker=Speaker(mention, mention.of(article.text)) if mention else None,
        cue=Cue(report.cue.span, report.cue.stance),
        language=article.language,
    )
