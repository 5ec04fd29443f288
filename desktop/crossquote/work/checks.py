"""The checks, as a person chooses among them: what each is for, how much it weighs, in which languages it judges."""

import re
from dataclasses import dataclass

from crossquote.comparison.compare import CHECKS
from crossquote.comparison.coverage import languages_of
from crossquote.text.sentences import split_sentences
from crossquote.work.help import check_pages
from crossquote.work.stages.compare import chosen_checks

_FACT = re.compile(r"- \*\*([^*]{1,40})\*\*: (.{1,400})")


@dataclass(frozen=True, slots=True)
class CheckSummary:
    """A check in a line: `languages` are codes, none where it judges any language; `on` unless the settings say not."""

    id: str
    category: str
    severity: str
    languages: tuple[str, ...]
    summary: str
    on: bool


def list_checks() -> tuple[CheckSummary, ...]:
    """Return what the help's pages say of each check, in the order in which checks are told to a reader."""
    off = chosen_checks().off
    pages = {page.id: page.text for page in check_pages()}
    return tuple(_summary(check, pages.get(check, ""), on=check not in off) for check in CHECKS)


def _first_sentence(text: str) -> str:
    end = next((span.end for span in split_sentences(text, "en")), len(text))
    return text[:end].strip()


def _summary(check: str, text: str, *, on: bool) -> CheckSummary:
    facts = dict(_FACT.findall(text))
    paragraphs = [part for part in text.split("\n\n") if part and not part.startswith(("#", "-", "*"))]
    return CheckSummary(
        id=check,
        category=facts.get("Category (MQM)", ""),
        severity=facts.get("Severity", ""),
        languages=languages_of(check),
        summary=_first_sentence(" ".join(paragraphs[0].split())) if paragraphs else "",
        on=on,
    )
