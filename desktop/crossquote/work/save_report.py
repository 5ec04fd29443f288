"""Saving a report: the format is told by the file's ending."""

from collections.abc import Iterable
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path

from crossquote.errors import ErrorCode, UserError
from crossquote.export.html import html_report
from crossquote.export.rows import to_json
from crossquote.export.write import write_text
from crossquote.message import message
from crossquote.model.state import State
from crossquote.progress import Step, Work
from crossquote.project.journal import StepName
from crossquote.translation.routes import missing_pairs
from crossquote.wording.trouble import tell_error
from crossquote.work.decisions import tell_decisions
from crossquote.work.report import reviewed_row

FORMATS = {".html": "Web page", ".json": "JSON"}


def lacking_notes(state: State) -> tuple[str, ...]:
    """Return what to tell of the language packages without which quotes stay untranslated, and how to get them."""
    found = (quote.language or state.articles[quote.article].language for quote in state.quotes.values())
    foreign = {language for language in found if language not in (None, state.reading_language)}
    translated = {
        quote.language or state.articles[quote.article].language
        for quote in state.quotes.values()
        if quote.id in state.translations
    }
    lacking = sorted(language for language in foreign - translated if language)
    if not lacking:
        return ()
    from crossquote.work.packages import explain_missing, list_packages  # noqa: PLC0415 - loads the network's modules

    there = {package.pair for package in list_packages().packages if not package.sample}
    pairs = [pair for language in lacking for pair in missing_pairs(there, language, state.reading_language)]
    return tuple(tell_error(problem) for problem in explain_missing(pairs))


def save_report(state: State, path: Path, ending: str = "", log: Iterable[StepName] = ()) -> Work[Path]:
    """Write the report on `state` to `path` and return where it is; `ending` tells the format whatever the name.

    `log` holds the steps of the project, for the pages that tell who did what when. A page has the name of its file for
    a title: that of the project, unless the user gave it another.
    """
    ending = ending or path.suffix.lower()
    if ending not in FORMATS:
        known = " or ".join(FORMATS)
        raise UserError(ErrorCode.WRITE, message("error.no-report-kind", known=known), path=str(path))
    yield Step(0, 1, message("step.writing", file=path.name))
    write_text(path, _page(state, log, path.stem) if ending == ".html" else to_json(reviewed_row(state, log), indent=1))
    return path


def _page(state: State, log: Iterable[StepName], title: str) -> str:
    return html_report(
        state,
        version=version("crossquote"),
        notes=lacking_notes(state),
        decisions=tell_decisions(state, log),
        title=title,
        at=datetime.now(UTC).isoformat(timespec="seconds"),
    )
