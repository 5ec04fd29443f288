"""The commands whose answer is a report: of files that are compared now, or of what a project holds."""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from crossquote.cli.spoken import interface_language, system_region
from crossquote.cli.status import FINE, FOUND, UsageError, complain_of_all, complain_of_own, remark, remark_on
from crossquote.cli.terminal import held_output, print_line, print_nowhere, show_progress
from crossquote.cli.voice import VOICE, say
from crossquote.cli.written_over import agree_on
from crossquote.errors import ErrorCode, UserError
from crossquote.export.choice import Extent, Extra, Paper, ReportChoice, paper_of
from crossquote.export.document import Report
from crossquote.export.rows import to_json
from crossquote.files import Consent, leads_somewhere, leads_to_same
from crossquote.message import message
from crossquote.model.finding import Severity
from crossquote.model.state import READING_LANGUAGE, State
from crossquote.model.step import StepName
from crossquote.translation.default import open_translator
from crossquote.translation.engine import Translator
from crossquote.work.columns import unread_columns
from crossquote.work.encodings import unread_encodings
from crossquote.work.report import gather_report
from crossquote.work.reviewer import reviewer
from crossquote.work.session import Session
from crossquote.work.settings import clean_name
from crossquote.work.stages.pipeline import ALL, NO_MEMORY, add_files, weigh_findings
from crossquote.work.stages.translate import missing_routes

_NEW = Consent(told="error.name-taken-in-compare")
_WHICH = tuple(one.value for one in Extent if one is not Extent.CHOSEN)


def compare(arguments: argparse.Namespace) -> int:
    """Compare the quotes of files: as a table, as JSON, or as a report."""
    if arguments.save:
        _hold_new(arguments.save)
    if arguments.html:
        _hold_apart(arguments.html, (*arguments.files, arguments.tmx))
        agreed = agree_on(arguments.html, force=arguments.force)
    translator = open_translator()
    session, problems = _compared(arguments, translator)
    if arguments.html:
        _save_page(session, arguments.html, agreed, unread=problems)
    if arguments.save:
        _save(session, arguments.save)
    _print(session.state, arguments)
    _explain_missing(session.state, translator)
    asked = Severity(arguments.fail_on) if arguments.fail_on else None
    return complain_of_all(problems) or (FOUND if asked and _worst(session.state) >= asked.rank else FINE)


def _print(state: State, arguments: argparse.Namespace) -> None:
    if not arguments.json and not state.articles:
        return
    report = gather_report(state, language=interface_language())
    if arguments.json:
        from crossquote.export.formats.json import compared_row  # noqa: PLC0415 - a table has no use for it

        print_line(to_json(compared_row(report)))
    else:
        _show(report)


def _compared(arguments: argparse.Namespace, translator: Translator) -> tuple[Session, tuple[UserError, ...]]:
    """Return what the files hold, compared, and what could not be read."""
    state = State(reading_language=arguments.read_in or READING_LANGUAGE)
    session = Session(state, translator, checks_off=arguments.without)
    memory = NO_MEMORY
    if arguments.tmx:
        from crossquote.translation.tmx import read_tmx  # noqa: PLC0415 - XML is read only for this

        memory = read_tmx(arguments.tmx, state.reading_language)
    outcome = show_progress(add_files(session, arguments.files, arguments.encoding, memory))
    if outcome.again:
        remark("terminal.again", count=outcome.again)
    show_progress(weigh_findings(session, ALL))
    complain_of_own((unread_columns, unread_encodings))
    remark_on(session.state.articles.values())
    return session, outcome.problems


def report(arguments: argparse.Namespace) -> int:
    """Write a report on files, or on a project, to a file; its ending tells the format."""
    _check_files(arguments)
    agreed = agree_on(arguments.output, force=arguments.force)
    if _is_project(arguments.files[0]):
        from crossquote.work.projects import read_project  # noqa: PLC0415 - SQLite is loaded only for a project

        with read_project(arguments.files[0]) as session:
            _save_report(session, arguments, agreed, session.project.steps() if session.project else ())
        return FINE
    translator = open_translator()
    session, problems = _compared(arguments, translator)
    if session.state.articles:
        _save_report(session, arguments, agreed, unread=problems)
    _explain_missing(session.state, translator)
    return complain_of_all(problems)


def _save_report(
    session: Session,
    arguments: argparse.Namespace,
    agreed: Consent,
    log: tuple[StepName, ...] = (),
    unread: tuple[UserError, ...] = (),
) -> None:
    from crossquote.work.save_report import Destination, History, save_report  # noqa: PLC0415 - only what asks for a report

    choice, destination, history = _choice(arguments, session.state), Destination(agreed=agreed), History(log, unread)
    show_progress(save_report(session.state, arguments.output, destination, history, interface_language(), choice))


def _save_page(
    session: Session,
    path: Path,
    agreed: Consent,
    log: tuple[StepName, ...] = (),
    unread: tuple[UserError, ...] = (),
) -> None:
    """Write all that there is to report as a page, whatever it is called."""
    from crossquote.work.save_report import Destination, History, save_report  # noqa: PLC0415 - as above

    history, named = History(log, unread), ReportChoice(reviewer=reviewer())
    show_progress(save_report(session.state, path, Destination(".html", agreed), history, interface_language(), named))


def _choice(arguments: argparse.Namespace, state: State) -> ReportChoice:
    """Return what was asked for; `--only` names utterances by their ids where it is none of the words for which."""
    asked: str = arguments.only
    chosen: frozenset[str] = frozenset()
    if asked not in set(Extent) - {Extent.CHOSEN}:
        chosen = frozenset(filter(None, asked.split(",")))
        unknown = tuple(sorted(chosen - state.utterances.keys())) if chosen else (asked,)
        if unknown:
            raise UsageError(VOICE("terminal.usage.no_utterance", ids=unknown, known=_WHICH))
    return ReportChoice(
        title=arguments.title,
        extent=Extent.CHOSEN if chosen else Extent(asked),
        least=Severity(arguments.least),
        left_out=frozenset(map(Extra, arguments.leave_out)),
        chosen=chosen,
        reviewer=reviewer() if arguments.reviewer is None else clean_name(arguments.reviewer),
        paper=Paper(arguments.paper) if arguments.paper else paper_of(system_region()),
    )


def _check_files(arguments: argparse.Namespace) -> None:
    """Raise UsageError where a project is not alone, or the report would be written over what it is about."""
    files: list[Path] = arguments.files
    if any(map(_is_project, files)):
        if len(files) > 1:
            raise UsageError(VOICE("terminal.usage.project_alone"))
        if arguments.read_in or arguments.without or arguments.tmx or arguments.encoding:
            raise UsageError(VOICE("terminal.usage.project_as_it_is"))
    _hold_apart(arguments.output, (*files, arguments.tmx))


def _hold_apart(output: Path, files: Sequence[Path | None]) -> None:
    """Raise UsageError where what is written would take the place of a file that is read for it."""
    if any(leads_to_same(output, file) for file in files if file is not None):
        raise UsageError(VOICE("terminal.usage.own_input"))


def _is_project(path: Path) -> bool:
    from crossquote.project.store import is_project  # noqa: PLC0415 - as above
    from crossquote.work.projects import is_named_so  # noqa: PLC0415 - as above

    return is_named_so(path) or is_project(path)


def review(arguments: argparse.Namespace) -> int:
    """Print what a project holds, with the user's decisions."""
    from crossquote.work.projects import read_project  # noqa: PLC0415 - as above

    if arguments.html:
        _hold_apart(arguments.html, [arguments.project])
        agreed = agree_on(arguments.html, force=arguments.force)
    with read_project(arguments.project) as session:
        log = session.project.steps() if session.project else ()
        if arguments.html:
            _save_page(session, arguments.html, agreed, log)
        report = gather_report(session.state, log, language=interface_language())
        if arguments.json:
            from crossquote.export.formats.json import reviewed_row  # noqa: PLC0415 - as above

            print_line(to_json(reviewed_row(report)))
        else:
            _show(report)
    return FINE


def _show(report: Report) -> None:
    """Print a report as a table; what goes to a terminal keeps to the terminal's own encoding."""
    from crossquote.cli.show import show_report  # noqa: PLC0415 - rich takes 60 ms that JSON need not pay

    sys.stdout.reconfigure(encoding="utf-8", errors="replace")  # type: ignore[union-attr]
    try:
        with held_output():
            show_report(report)
            sys.stdout.flush()
    except BrokenPipeError:
        print_nowhere()
    if report.off:
        say("report.checks_off", checks=report.off)
    for line in report.coverage:
        print_line(VOICE.of(line))


def _explain_missing(state: State, translator: Translator) -> None:
    """Say on standard error, once, which language packages are lacking and how to get them."""
    complain_of_all(translator.problems)
    missing = missing_routes(state, translator)
    if missing:
        from crossquote.work.packages import explain_missing  # noqa: PLC0415 - loads the network's modules

        complain_of_all(explain_missing(missing))


def _save(session: Session, path: Path) -> None:
    from crossquote.work.projects import close, save_as  # noqa: PLC0415 - as above

    save_as(session, path, _NEW)  # a project of that name may have been made meanwhile
    close(session)


def _hold_new(path: Path) -> None:
    """Raise a `UserError` where there is something: what is decided in a project is never written over."""
    if leads_somewhere(path):
        raise UserError(ErrorCode.WRITE, message(_NEW.told), path=str(path))


def _worst(state: State) -> int:
    """Return the rank of the severest finding, -1 where there is none."""
    found = (comparison for utterance in state.utterances.values() for comparison in utterance.comparisons)
    return max((said.severity.rank for comparison in found if comparison for said in comparison.findings), default=-1)
