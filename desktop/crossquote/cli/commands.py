"""The commands: each takes parsed arguments, prints, and returns its exit status."""

import argparse
import sys
from collections.abc import Iterable
from dataclasses import asdict
from pathlib import Path

from crossquote.cli import pipe
from crossquote.cli.terminal import print_line, show_progress, stream_line, visible
from crossquote.comparison.coverage import coverage_lines, off_lines, quoted_languages
from crossquote.comparison.table import known_checks
from crossquote.errors import ErrorCode, UserError
from crossquote.export.decisions import Decisions
from crossquote.export.rows import article_row, quote_rows, state_row, to_json
from crossquote.message import message
from crossquote.model.finding import Severity
from crossquote.model.quote import Quote
from crossquote.model.state import State
from crossquote.translation.engine import Translator
from crossquote.wording.trouble import tell_error
from crossquote.work.checks import list_checks
from crossquote.work.session import Session
from crossquote.work.stages.add_articles import read_files
from crossquote.work.stages.find_quotes import find_in
from crossquote.work.stages.pipeline import ALL, NO_MEMORY, add_files, weigh_findings
from crossquote.work.stages.translate import missing_routes

FOUND, USAGE, BAD_INPUT = 1, 2, 3


def _say(text: str) -> None:
    """Write a line for a person, in which an article's control characters do nothing."""
    print_line(visible(text))


def _show(state: State, decisions: Decisions | None = None) -> None:
    """Print utterances as a table; a file or a pipe takes UTF-8, whatever the terminal's own encoding."""
    from crossquote.cli.show import show_state  # noqa: PLC0415 - rich takes 60 ms that JSON need not pay

    sys.stdout.reconfigure(encoding="utf-8", errors="replace")  # type: ignore[union-attr]
    show_state(state, decisions=decisions or Decisions())


def _report(problems: Iterable[UserError]) -> int:
    """Say on standard error what could not be read; return the exit status that follows."""
    listed = list(problems)
    for problem in listed:
        sys.stderr.write(visible(f"crossquote: {tell_error(problem)}\n"))
    return BAD_INPUT if listed else 0


def checks_named(text: str) -> frozenset[str]:
    """Return the ids of checks in a list with commas; one that there is not is a usage error."""
    names = frozenset(name.strip() for name in text.split(",") if name.strip())
    unknown = sorted(names - known_checks().keys())
    if unknown:
        msg = f"there is no check {', '.join(unknown)}; 'crossquote checks' lists them"
        raise argparse.ArgumentTypeError(msg)
    return names


def checks(arguments: argparse.Namespace) -> int:
    """List the checks with what the help says of each."""
    for check in list_checks():
        if arguments.json:
            print_line(to_json(asdict(check)))
        else:
            state = "" if check.on else " (off)"
            languages = " ".join(check.languages) or "every language"
            print_line(f"{check.id}{state}: {check.summary}\n    {', '.join(check.severity)}. {languages}.")
    return 0


def compare(arguments: argparse.Namespace) -> int:
    """Compare the quotes of files: as a table, as JSON, or as a report."""
    from crossquote.translation.default import open_translator  # noqa: PLC0415 - only what compares may translate

    if arguments.save and arguments.save.exists():
        raise UserError(ErrorCode.WRITE, message("error.name-taken-in-compare"), path=str(arguments.save))
    translator = open_translator()
    session = Session(State(reading_language=arguments.read_in), translator, checks_off=arguments.without)
    memory = NO_MEMORY
    if arguments.tmx:
        from crossquote.translation.tmx import read_tmx  # noqa: PLC0415 - XML is read only for this

        memory = read_tmx(arguments.tmx, arguments.read_in)
    outcome = show_progress(add_files(session, arguments.files, arguments.encoding, memory))
    show_progress(weigh_findings(session, ALL))
    if arguments.html:
        from crossquote.work.save_report import save_report  # noqa: PLC0415 - only what asks for a report

        show_progress(save_report(session.state, arguments.html, ".html"))
    if arguments.save:
        _save(session, arguments.save)
    if arguments.json:
        print_line(to_json(state_row(session.state)))
    elif session.state.articles:
        _show(session.state)
        _print_coverage(session)
    _explain_missing(session.state, translator)
    asked = Severity(arguments.fail_on) if arguments.fail_on else None
    return _report(outcome.problems) or (FOUND if asked and _worst(session.state) >= asked.rank else 0)


def _print_coverage(session: Session) -> None:
    """Say which checks were off, and which can't judge a language of what was compared."""
    off = frozenset(session.state.checks_off.split())
    for line in (*off_lines(sorted(off)), *coverage_lines(quoted_languages(session.state), off)):
        print_line(line)


def _explain_missing(state: State, translator: Translator) -> None:
    """Say on standard error, once, which language packages are lacking and how to get them."""
    for problem in translator.problems:
        sys.stderr.write(visible(f"crossquote: {tell_error(problem)}\n"))
    missing = missing_routes(state, translator)
    if missing:
        from crossquote.work.packages import explain_missing  # noqa: PLC0415 - loads the network's modules

        for problem in explain_missing(missing):
            sys.stderr.write(f"crossquote: {tell_error(problem)}\n")


def _save(session: Session, path: Path) -> None:
    from crossquote.work.projects import save_as  # noqa: PLC0415 - SQLite is loaded only for a project

    save_as(session, path)
    if session.project:
        session.project.close()


def review(arguments: argparse.Namespace) -> int:
    """Print what a project holds, with the user's decisions."""
    from crossquote.work.decisions import tell_decisions  # noqa: PLC0415 - SQLite is loaded only for a project
    from crossquote.work.projects import read_project  # noqa: PLC0415 - as above
    from crossquote.work.report import review_row  # noqa: PLC0415 - as above

    with read_project(arguments.project) as session:
        log = session.project.steps() if session.project else ()
        if arguments.html:
            from crossquote.work.save_report import save_report  # noqa: PLC0415 - as above

            show_progress(save_report(session.state, arguments.html, ".html", log))
        if arguments.json:
            print_line(to_json(review_row(session)))
        else:
            _show(session.state, tell_decisions(session.state, log))
            _print_coverage(session)
    return 0


def _worst(state: State) -> int:
    """Return the rank of the severest finding, -1 where there is none."""
    return max(
        (
            finding.severity.rank
            for utterance in state.utterances.values()
            for comparison in utterance.comparisons
            if comparison
            for finding in comparison.findings
        ),
        default=-1,
    )


def _read(arguments: argparse.Namespace) -> tuple[State, int]:
    files: list[Path] = arguments.files
    reading = show_progress(read_files(State(), files, arguments.encoding))
    return reading.state, _report(reading.problems)


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
            _say(f"{article.outlet} ({article.language or '?'}): {len(found)} quotes")
            for quote in found:
                _say(_quote_line(quote, article.text))
    return status


def _quote_line(quote: Quote, text: str) -> str:
    speaker = quote.speaker.name if quote.speaker else "—"
    cue = f" ({quote.cue.span.of(text)})" if quote.cue else ""
    words = " … ".join(" ".join(span.of(text).split()) for span in quote.spans)
    return f"  {quote.hull.start:>6}  {quote.kind.value:<8}  {speaker}{cue}: {words}"


def detect(arguments: argparse.Namespace) -> int:
    """Tell the language of files, with what else it could be."""
    state, status = _read(arguments)
    for article in state.articles.values():
        found = article.detection
        if arguments.json:
            candidates = [[code, round(share, 4)] for code, share in found.candidates]
            print_line(to_json({**article_row(article), "candidates": candidates}))
        else:
            others = ", ".join(f"{code} {share:.0%}" for code, share in found.candidates[1:4] if share >= 0.01)
            _say(
                f"{found.language or '?':<4} {found.confidence:>4.0%}  {article.path}"
                + (f"  ({others})" if others else "")
            )
    return status


def pipe_step(arguments: argparse.Namespace) -> int:
    """Run one step as a filter: a line of JSON in, a line of JSON out."""
    sys.stdin.reconfigure(encoding="utf-8", errors="surrogateescape")  # type: ignore[union-attr]
    status = 0
    for right, answer in pipe.run_step(arguments.step, sys.stdin):
        stream_line(answer)
        status = status if right else 1
    return status


def newer_version(_: argparse.Namespace) -> int:
    """Ask whether there is a newer version; what there is goes to standard output."""
    from crossquote.work import newer_version as work  # noqa: PLC0415 - loads the network's modules

    feed, current = work.release_feed(), work.this_version()
    if feed is None:
        raise UserError(ErrorCode.NETWORK, message("error.no-release-feed", current=current))
    release = show_progress(work.look_for_newer(feed, current))
    if release is None:
        print_line(f"{current} is the newest version")
        return 0
    published = f", published on {release.published}" if release.published else ""
    _say(f"{release.version} is newer than {current}{published}")
    for text in (release.page, release.notes):
        if text:
            _say(f"\n{text}")
    return FOUND


def self_test(arguments: argparse.Namespace) -> int:
    """Let the program test itself, under a guard that refuses every connection; say what was checked."""
    from crossquote.work.selftest.checks import run_checks  # noqa: PLC0415 - loads all that the program can load

    status = 0
    for result in run_checks(*filter(None, [arguments.window_checks])):
        print_line(f"{'ok    ' if result.right else 'FAILED'}  {result.name}: {result.detail}")
        status = status if result.right else FOUND
    return status
