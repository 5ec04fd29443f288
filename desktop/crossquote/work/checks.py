"""The checks, as a person chooses among them: what each is for, how much it weighs, in which languages it judges."""

from msgspec import Struct

from crossquote.comparison.check import Check
from crossquote.comparison.coverage import languages_of
from crossquote.comparison.table import known_checks
from crossquote.language.language import language_of
from crossquote.message import message
from crossquote.model.finding import Category, Severity
from crossquote.model.signs import severity_name
from crossquote.text.sentences import split_sentences
from crossquote.wording import tell
from crossquote.wording.catalogue import SOURCE
from crossquote.wording.telling import tell_fact
from crossquote.work.help import HelpPage, check_pages, guide_pages
from crossquote.work.stages.compare import chosen_checks


class CheckSummary(Struct, frozen=True):
    """A check in a line: what its findings can be, the worst first, and what its help page says first.

    `languages` are codes, none where it judges any language; it is `on` unless the settings say not.
    """

    id: str
    category: tuple[Category, ...]
    severity: tuple[Severity, ...]
    languages: tuple[str, ...]
    summary: str
    on: bool


def list_checks(language: str = SOURCE) -> tuple[CheckSummary, ...]:
    """Return the checks in the order in which they are told to a reader, with what the help says in `language`."""
    off = chosen_checks().off
    leads = {page.id: _lead(page.text, language) for page in check_pages(language)}
    return tuple(_summary(check, leads.get(check.id, ""), on=check.id not in off) for check in known_checks().values())


def help_pages(language: str) -> tuple[HelpPage, ...]:
    """Return all pages of the help, told in `language`, in the order in which they are listed."""
    return *guide_pages(language), checks_page(language), *check_pages(language)


def checks_page(language: str) -> HelpPage:
    """Return the first page on the checks, told in `language`: what each is for, and the way to its own page."""
    title, about = (tell(message(code), language) for code in ("help.checks", "help.checks.lead"))
    pages = {page.id: page for page in check_pages(language)}
    told = (_entry(check, pages[check.id], language) for check in known_checks().values() if check.id in pages)
    return HelpPage("", title, "\n\n".join((f"# {title}", about, *told)) + "\n")


def _entry(check: Check, page: HelpPage, language: str) -> str:
    """Return a check with what it looks for, and what its findings can be, as an item of Markdown."""
    severities = tell_fact(tuple(map(severity_name, check.severity)), language, "row")
    categories = tell_fact(check.category, language, "row")
    return f"- **[{page.title}]({check.id}.md)** · {_lead(page.text, language)} *{severities} · {categories}*"


def _lead(page: str, language: str) -> str:
    """Return what a page says first."""
    paragraphs = [part for part in page.split("\n\n") if part and not part.startswith(("#", "-", "*"))]
    lines = paragraphs[0].splitlines() if paragraphs else ()
    return _first_sentence(" ".join(line.strip(" ") for line in lines), language)


def _first_sentence(text: str, language: str) -> str:
    end = next((span.end for span in split_sentences(text, language_of(language))), len(text))
    return text[:end].strip()


def _summary(check: Check, lead: str, *, on: bool) -> CheckSummary:
    return CheckSummary(
        id=check.id,
        category=check.category,
        severity=check.severity,
        languages=languages_of(check.id),
        summary=lead,
        on=on,
    )
