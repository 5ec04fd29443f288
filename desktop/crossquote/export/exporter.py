"""The table of formats, and how a report is exported: rendered, written aside, read back, put in place."""

import importlib
import pkgutil
from collections.abc import Mapping
from functools import lru_cache, partial
from pathlib import Path
from types import MappingProxyType

from crossquote.errors import CheckFailedError, ErrorCode, UserError
from crossquote.export import formats
from crossquote.export.document import Report
from crossquote.export.format import Format
from crossquote.export.verify import verify_report
from crossquote.export.write import write_bytes
from crossquote.files import WHATEVER, Consent
from crossquote.message import message


@lru_cache(maxsize=1)
def known_formats() -> Mapping[str, Format]:
    """Return every format by the ending of its files, in the order in which they are offered."""
    found = (_format_of(module.name) for module in pkgutil.iter_modules(formats.__path__))
    return MappingProxyType({one.ending: one for one in sorted(found, key=lambda one: one.rank)})


def _format_of(name: str) -> Format:
    found = importlib.import_module(f"{formats.__name__}.{name}").FORMAT
    if not isinstance(found, Format):
        msg = f"formats/{name} has to export a Format by the name FORMAT"
        raise TypeError(msg)
    return found


def format_of(path: Path) -> Format | None:
    """Return the format that the name of a file asks for by its ending; None where there is none of that ending."""
    return known_formats().get(path.suffix.lower())


def export_report(report: Report, path: Path, chosen: Format, agreed: Consent = WHATEVER) -> None:
    """Write `report` to `path` in a format, whole or not at all.

    Raises a UserError where what was written does not say what the report says, or where something is there that nobody
    `agreed` to lose; then nothing is put in place.
    """
    fitting = chosen.fit(report)
    try:
        write_bytes(path, chosen.render(fitting), agreed, partial(verify_report, fitting, chosen))
    except CheckFailedError as error:
        raise UserError(ErrorCode.WRITE, message("error.report-not-verified"), path=str(path)) from error
