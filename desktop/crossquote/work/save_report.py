"""Saving a report: the format is told by the file's ending."""

from importlib.metadata import version
from pathlib import Path

from crossquote.errors import ErrorCode, UserError
from crossquote.export.html import html_report
from crossquote.export.rows import state_row, to_json
from crossquote.export.write import write_text
from crossquote.model.state import State
from crossquote.progress import Step, Work

FORMATS = {".html": "Web page", ".json": "JSON"}


def save_report(state: State, path: Path) -> Work[Path]:
    """Write the report on `state` to `path` and return where it is."""
    ending = path.suffix.lower()
    if ending not in FORMATS:
        known = " or ".join(FORMATS)
        raise UserError(ErrorCode.WRITE, "not a kind of report", advice=f"End its name in {known}.", path=str(path))
    yield Step(0, 1, f"Writing {path.name}")
    text = (
        html_report(state, version=version("crossquote")) if ending == ".html" else to_json(state_row(state), indent=1)
    )
    write_text(path, text)
    return path
