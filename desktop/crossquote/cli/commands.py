"""The smaller commands: each takes parsed arguments, prints, and returns its exit status."""

import argparse
import os
import sys
from dataclasses import asdict
from itertools import chain
from pathlib import Path

from crossquote.cli import pipe
from crossquote.cli.spoken import interface_language
from crossquote.cli.status import FINE, FOUND, complain_of_all
from crossquote.cli.terminal import print_line, show_progress, stream_line, visible
from crossquote.cli.voice import VOICE, say
from crossquote.comparison.coverage import unjudged_languages
from crossquote.comparison.table import known_checks
from crossquote.errors import ErrorCode, UserError
from crossquote.export.rows import article_row, quote_rows, to_json
from crossquote.language.together import language_troubles
from crossquote.message import message, verbatim
from crossquote.model.article import Article
from crossquote.model.quote import Quote
from crossquote.model.signs import kind_name, severity_name
from crossquote.model.state import State
from crossquote.version import this_version
from crossquote.wording.catalogue import SOURCE
from crossquote.wording.joining import Joint
from crossquote.work.checks import CheckSummary, list_checks
from crossquote.work.stages.add_articles import read_files
from crossquote.work.stages.find_quotes import find_in


def checks_named(text: str) -> frozenset[str]:
    """Return the ids of checks in a list with commas; one that there is not is a usage error."""
    names = frozenset(name.strip() for name in text.split(",") if name.strip())
    unknown = sorted(names - known_checks().keys())
    if unknown:
        raise argparse.ArgumentTypeError(VOICE("terminal.usage.no_check", checks=tuple(unknown)))
    return names


def report_path(text: str) -> Path:
    """Return the path of a report; a folder, or one whose ending is of no format, is a usage error."""
    from crossquote.export.exporter import format_of, known_formats  # noqa: PLC0415 - only what asks for a report

    path = Path(text)
    if path.is_dir() or text.endswith(("/", os.sep)):
        raise argparse.ArgumentTypeError(VOICE("terminal.usage.folder", folder=text))
    if format_of(path) is None:
        raise argparse.ArgumentTypeError(
            VOICE("terminal.usage.no_format", file=path.name, endings=tuple(known_formats()))
        )
    return path


def checks(arguments: argparse.Namespace) -> int:
    """List the checks with what the help says of each."""
    for check in list_checks(SOURCE if arguments.json else interface_language()):
        print_line(to_json(asdict(check)) if arguments.json else _check_lines(check))
    complain_of_all(unjudged_languages())
    return FINE


def _check_lines(check: CheckSummary) -> str:
    name = check.id if check.on else VOICE("terminal.check_off", name=check.id)
    severities = tuple(severity_name(severity) for severity in check.severity)
    reach = "terminal.check_reach" if check.languages else "terminal.check_everywhere"
    told = VOICE(reach, severities=severities, languages=" ".join(check.languages))
    return f"{VOICE.joined((name, check.summary), Joint.ABOUT)}\n    {told}"


def _read(arguments: argparse.Namespace) -> tuple[State, int]:
    files: list[Path] = arguments.files
    reading = show_progress(read_files(State(), files, arguments.encoding))
    complain_of_all(language_troubles())
    return reading.state, complain_of_all(reading.problems)


def quotes(arguments: argparse.Namespace) -> int:
    """List the quotes of files with their kind, speaker and cue."""
    state, status = _read(arguments)
    state = show_progress(find_in(state, tuple(state.articles)))
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


def _quote_line(quote: Quote, text: str) -> str:
    speaker = quote.speaker.name if quote.speaker else "—"
    cue = f" ({quote.cue.span.of(text)})" if quote.cue else ""
    words = " … ".join(" ".join(span.of(text).split()) for span in quote.spans)
    said = VOICE.joined((f"{speaker}{cue}", words), Joint.ABOUT)
    return f"  {quote.hull.start:>6}  {VOICE.of(kind_name(quote.kind)):<11}  {said}"


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


def _detected_line(article: Article) -> str:
    found = article.detection
    likely = tuple(f"{code} {_share(share)}" for code, share in found.candidates[1:4] if share >= 0.01)
    others = VOICE.fact(likely, "row")
    line = f"{found.language or '?':<4} {_share(found.confidence):>4}  {article.path}"
    return visible(f"{line}  ({others})" if others else line)


def _share(share: float) -> str:
    return VOICE("instruments.share", share=share)


def pipe_step(arguments: argparse.Namespace) -> int:
    """Run one step as a filter: a line of JSON in, a line of JSON out."""
    sys.stdin.reconfigure(encoding="utf-8", errors="surrogateescape")  # type: ignore[union-attr]
    status = FINE
    for right, answer in pipe.run_step(arguments.step, sys.stdin):
        stream_line(answer)
        status = status if right else FOUND
    return status


def newer_version(_: argparse.Namespace) -> int:
    """Ask whether there is a newer version; what there is goes to standard output."""
    from crossquote.work import newer_version as work  # noqa: PLC0415 - loads the network's modules

    feed, current = work.release_feed(), this_version()
    if feed is None:
        raise UserError(ErrorCode.NETWORK, message("error.no-release-feed", current=current))
    release = show_progress(work.look_for_newer(feed, current))
    if release is None:
        say("terminal.newest", version=current)
        return FINE
    facts = {"version": release.version, "current": current}
    if release.published:
        say("terminal.newer_published", **facts, published=str(release.published))
    else:
        say("terminal.newer", **facts)
    for text in filter(None, (release.page, release.notes)):
        print_line(visible(f"\n{text}"))
    return FOUND


def self_test(arguments: argparse.Namespace) -> int:
    """Let the program test itself, under a guard that refuses every connection; say what was checked."""
    from crossquote.work.selftest.checks import Result, run_checks  # noqa: PLC0415 - loads all that the program can load

    status = FINE
    before = (Result("start", right=False, detail=verbatim(line)) for line in arguments.wrong)
    for result in chain(before, run_checks(*filter(None, [arguments.window_checks]))):
        told = VOICE("terminal.ok" if result.right else "terminal.failed")
        print_line(f"{told:<6}  {VOICE.joined((result.name, VOICE.of(result.detail)), Joint.ABOUT)}")
        status = status if result.right else FOUND
    return status
