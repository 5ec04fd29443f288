"""Agreement: words in marks inside an indirect quote are the same person's, and one of the two may know whose."""

from collections.abc import Container, Sequence

from msgspec.structs import replace

from crossquote.model.quote import Quote, QuoteKind
from crossquote.model.span import Span


def agree(
    direct: Sequence[Quote], indirect: Sequence[Quote], text: str, telling: Container[Span] = ()
) -> tuple[list[Quote], list[Quote]]:
    """Return both lists with one speaker and one cue for what one cue reports in `text`, in marks and around them.

    Behind the cues of `telling` stands who is told: whoever stands before one is meant, where the two lists differ.
    """
    marked, reports = list(direct), _without_mentions(direct, indirect)
    number = 0
    for at, report in enumerate(reports):
        while number < len(marked) and marked[number].hull.end <= report.hull.start:
            number += 1
        index = number
        while index < len(marked) and marked[index].hull.start < report.hull.end:
            inside = report.cue is not None and report.hull.contains(marked[index].hull)
            if inside and not _in_brackets(marked[index], text):
                marked[index], reports[at] = _of_one_cue(marked[index], reports[at], telling)
            index += 1
    return marked, reports


def _without_mentions(direct: Sequence[Quote], indirect: Sequence[Quote]) -> list[Quote]:
    """Return the reports but those that take for content who said a quote in marks: "“…”, Ana Roe, 58, told …"."""
    said = {quote.cue.span: mention for quote in direct if quote.cue and (mention := _mention(quote))}
    return [
        report
        for report in indirect
        if report.cue is None
        or report.cue.span not in said
        or not any(span.contains(said[report.cue.span]) for span in report.spans)
    ]


def _of_one_cue(quote: Quote, report: Quote, telling: Container[Span]) -> tuple[Quote, Quote]:
    """Return a quote in marks and the report around it as they stand together."""
    if report.cue is None:
        return quote, report
    if quote.cue is not None and quote.cue.span != report.cue.span:
        return (_of_report(quote, report) if _is_nearer(quote.cue.span, report) else quote), report
    if report.spans[0].start < quote.hull.start:
        quote = replace(quote, kind=QuoteKind.MIXED, cue=report.cue)
    mine, theirs, cue = _mention(quote), _mention(report), report.cue.span
    if mine is not None and theirs is not None and cue in telling and theirs.end <= cue.start < mine.start:
        return replace(quote, speaker=report.speaker), report
    if mine == cue and theirs not in (None, cue):
        return replace(quote, speaker=report.speaker), report  # its own verb is all that words in marks have
    if mine is not None and not any(span.overlaps(mine) for span in report.spans):
        return (quote, replace(report, speaker=quote.speaker)) if theirs in (None, mine) else (quote, report)
    return (replace(quote, speaker=report.speaker), report) if theirs is not None else (quote, report)


def _is_nearer(cue: Span, report: Quote) -> bool:
    """Tell whether a report begins behind its own verb, and another cue before that: "Roe’s claim …, said Hill"."""
    verb = report.cue.span if report.cue is not None else cue
    return cue.end <= verb.start and verb.end <= report.spans[0].start


def _of_report(quote: Quote, report: Quote) -> Quote:
    """Return a quote in marks with the speaker and the cue of the report that holds it."""
    return replace(quote, kind=QuoteKind.MIXED, cue=report.cue, speaker=report.speaker)


def _in_brackets(quote: Quote, text: str) -> bool:
    """Tell whether words in marks stand in brackets behind whoever says them: "…, said Ana Roe and Tom Hill (“No”)"."""
    mention = _mention(quote)
    return mention is not None and text[mention.end : max(mention.end, quote.hull.start)].strip()[:1] == "("


def _mention(quote: Quote) -> Span | None:
    return quote.speaker.mention if quote.speaker else None
