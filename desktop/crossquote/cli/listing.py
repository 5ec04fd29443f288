"""`crossquote quotes` and `crossquote detect`: what is in each file, without comparing any."""

import argparse
from pathlib import Path

from crossquote.cli.status import complain_of_all, complain_of_own, remark_on
from crossquote.cli.terminal import print_line, show_progress
from crossquote.cli.voice import VOICE
from crossquote.export.rows import article_row, quote_rows, to_json
from crossquote.model.article import Article
from crossquote.model.quote import Quote
from crossquote.model.signs import kind_name
from crossquote.model.state import State
from crossquote.text.visible import visible
from crossquote.wording.joining import Joint
from crossquote.work.columns import unread_columns
from crossquote.work.encodings import unread_encodings
from crossquote.work.stages.add_articles import read_files
from crossquote.work.stages.find_quotes import find_in


def quotes(arguments: argparse.Namespace) -> int:
    """List the quotes of files with their kind, speaker and cue."""
    state, status = _read(arguments)
    state = show_progress(find_in(state, tuple(state.articles)))
    remark_on(state.articles.values())
    for article in state.articles.values():
        found = state.quotes_of(article.id)
        if arguments.json:
            rows = [row for quote in found for row in quote_rows(quote, article.text)]
            print_line(to_json({**article_row(article), "quotes": rows}))
        else:
            number = VOICE("count.quotes", count=len(found))
            print_line(VOICE.joined((f"{article.outlet} ({article.language or '?'})", number), Joint.ABOUT))
            for quote in found:
                print_line(_quote_line(quote, article.text))
    return status


def detect(arguments: argparse.Namespace) -> int:
    """Tell the language of files, with what else it could be."""
    state, status = _read(arguments)
    for article in state.articles.values():
        found = article.detection
        if arguments.json:
            candidates = [[code, round(share, 4)] for code, share in found.candidates]
            print_line(to_json({**article_row(article), "candidates": candidates}))
        else:
            print_line(_detected_line(article))
    return status


def _read(arguments: argparse.Namespace) -> tuple[State, int]:
    files: list[Path] = arguments.files
    reading = show_progress(read_files(State(), files, arguments.encoding))
    complain_of_own((unread_columns, unread_encodings))
    return reading.state, complain_of_all(reading.problems)


def _quote_line(quote: Quote, text: str) -> str:
    speaker = quote.speaker.name if quote.speaker else "—"
    cue = f" ({quote.cue.span.of(text)})" if quote.cue else ""
    words = " … ".join(" ".join(span.of(text).split()) for span in quote.spans)
    said = VOICE.joined((f"{speaker}{cue}", words), Joint.ABOUT)
    return f"  {quote.hull.start:>6}  {VOICE.of(kind_name(quote.kind)):<11}  {said}"


def _detected_line(article: Article) -> str:
    found = article.detection
    likely = tuple(f"{code} {_share(share)}" for code, share in found.candidates[1:4] if share >= 0.01)
    others = VOICE.fact(likely, "row")
    line = f"{found.language or '?':<4} {_share(found.confidence):>4}  {article.path}"
    return visible(f"{line}  ({others})" if others else line)


def _share(share: float) -> str:
    return VOICE("instruments.share", share=share)
