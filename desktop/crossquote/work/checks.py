"""The checks, as a person chooses among them: what each is for, how much it weighs, in which languages it judges."""

from dataclasses import dataclass

from crossquote.comparison.check import Check
from crossquote.comparison.coverage import languages_of
from crossquote.comparison.table import known_checks
from crossquote.language.language import language_of
from crossquote.model.finding import Severity
from crossquote.text.sentences import split_sentences
from crossquote.work.help import check_pages
from crossquote.work.stages.compare import chosen_checks

_HELP = "en"
"""The language of the help."""


@dataclass(frozen=True, slots=True)
class CheckSummary:
    """A check in a line: what its findings can be, the worst first, and what its help page says first.

    `languages` are codes, none where it judges any language; it is `on` unless the settings say not.
    """

    id: str
    category: tuple[str, ...]
    severity: tuple[Severity, ...]
    languages: tuple[str, ...]
    summary: str
    on: bool


def list_checks() -> tuple[CheckSummary, ...]:
    """Return the checks in the order in which they are told to a reader."""
    off = chosen_checks().off
    pages = {page.id: page.text for page in check_pages()}
    return tuple(_summary(check, pages.get(check.id, ""), on=check.id not in off) for check in known_checks().values())


def _first_sentence(text: str) -> str:
    end = next((span.end for span in split_sentences(text, language_of(_HELP))), len(text))
    return text[:end].strip()


def _summary(check: Check, page: str, *, on: bool) -> CheckSummary:
    paragraphs = [part for part in page.split("\n\n") if part and not part.startswith(("#", "-", "*"))]
    return CheckSummary(
        id=check.id,
        category=check.category,
        severity=check.severity,
        languages=languages_of(check.id),
        summary=_first_sentence(" ".join(paragraphs[0].split())) if paragraphs else "",
        on=on,
    )
