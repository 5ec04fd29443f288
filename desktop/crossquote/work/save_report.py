"""Saving a report: the format is told by the file's ending."""

from pathlib import Path

from msgspec import Struct

from crossquote.errors import ErrorCode, UserError
from crossquote.export.choice import EVERYTHING, ReportChoice
from crossquote.export.choosing import choose
from crossquote.export.document import Report
from crossquote.export.exporter import export_report, known_formats
from crossquote.export.format import ReportPart
from crossquote.files import WHATEVER, Consent
from crossquote.message import Message, message
from crossquote.model.state import State
from crossquote.model.step import StepName
from crossquote.progress import Step, Work
from crossquote.translation.routes import missing_pairs
from crossquote.work.report import gather_report
from crossquote.work.sources import hold_sources


def lacking_notes(state: State) -> tuple[Message, ...]:
    """Return what to tell of the language packages without which quotes stay untranslated."""
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
    from crossquote.work.packages import explain_in_report, list_packages  # noqa: PLC0415 - loads the network's modules

    there = {package.pair for package in list_packages().packages if not package.sample}
    pairs = [pair for language in lacking for pair in missing_pairs(there, language, state.reading_language)]
    return tuple(error.message for error in explain_in_report(pairs))


class History(Struct, frozen=True):
    """How what is reported on came about: the steps of its project, and the files that could not be read."""

    log: tuple[StepName, ...] = ()
    unread: tuple[UserError, ...] = ()


NO_HISTORY = History()


class Destination(Struct, frozen=True):
    """How a report is put where it goes: `ending` tells the format whatever the name, empty where the name does.

    It takes the place of nothing but what was `agreed` on.
    """

    ending: str = ""
    agreed: Consent = WHATEVER


BY_NAME = Destination()


def made_report(state: State, title: str, history: History, language: str, choice: ReportChoice) -> Report:
    """Return the report on `state` by a title, with what was chosen in it."""
    lacking = lacking_notes(state)
    report = gather_report(state, history.log, title=title, lacking=lacking, unread=history.unread, language=language)
    return choose(report, choice)


def save_report(
    state: State,
    path: Path,
    destination: Destination = BY_NAME,
    history: History = NO_HISTORY,
    language: str = "en",
    choice: ReportChoice = EVERYTHING,
) -> Work[Path]:
    """Write the report on `state` to `path` and return where it is.

    It is told in `language`. Formats that tell who did what when have that of its `history`; all name the files that
    could not be read. A report has the name of its file for a title, unless what was chosen gives it another. It takes
    the place of no article's own file: a `UserError`.
    """
    chosen = known_formats().get(destination.ending or path.suffix.lower())
    if chosen is None:
        known = " or ".join(known_formats())
        raise UserError(ErrorCode.WRITE, message("error.no-report-kind", known=known), path=str(path))
    memory_alone = chosen.holds == {ReportPart.MEMORY}
    if memory_alone and not state.sentences:
        raise UserError(ErrorCode.WRITE, message("error.nothing-translated"), path=str(path))
    yield Step(0, 1, message("step.writing", file=path.name))
    hold_sources(state, path)
    report = made_report(state, choice.title or path.stem, history, language, choice)
    if memory_alone and not report.memory:
        raise UserError(ErrorCode.WRITE, message("error.no-pairs-chosen"), path=str(path))
    export_report(report, path, chosen, destination.agreed)
    return path
