"""Saving a report: the format is told by the file's ending."""

from importlib.metadata import version
from pathlib import Path

from crossquote.errors import ErrorCode, UserError
from crossquote.export.html import html_report
from crossquote.export.rows import state_row, to_json
from crossquote.export.write import write_text
from crossquote.model.state import State
from crossquote.progress import Step, Work
from crossquote.translation.routes import missing_pairs

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
    return tuple(str(message) for message in explain_missing(pairs))


def save_report(state: State, path: Path, ending: str = "") -> Work[Path]:
    """Write the report on `state` to `path` and return where it is; `ending` tells the format whatever the name."""
    ending = ending or path.suffix.lower()
    if ending not in FORMATS:
        known = " or ".join(FORMATS)
        raise UserError(ErrorCode.WRITE, "not a kind of report", advice=f"End its name in {known}.", path=str(path))
    yield Step(0, 1, f"Writing {path.name}")
    text = (
        html_report(state, version=version("crossquote"), notes=lacking_notes(state))
        if ending == ".html"
        else to_json(state_row(state), indent=1)
    )
    write_text(path, text)
    return path
