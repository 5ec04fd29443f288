"""Provenance: of what a report was made, line by line, for formats whose own matter is something else."""

from collections.abc import Iterator

from crossquote.export.citing import article_source
from crossquote.export.document import Report
from crossquote.export.summary import made_by, route_told, rule_cells, summary
from crossquote.export.telling import Teller
from crossquote.wording.joining import Joint


def provenance(report: Report, words: Teller) -> Iterator[str]:
    """Yield what a report is about, what it lacks, and by which packages and rules it came about."""
    for line in summary(report, words):
        yield words.joined(line, Joint.ABOUT)
    yield from map(words.of, report.remarks)
    for made in report.packages:
        yield words.joined((route_told(made, words), words.joined(made_by(made, words), Joint.DOT)), Joint.ABOUT)
    for cells in rule_cells(report, words):
        yield words.joined((words("report.sheet.rules"), words.joined(cells, Joint.DOT)), Joint.ABOUT)


def sources(report: Report, words: Teller) -> Iterator[str]:
    """Yield where each article comes from: its outlet, its file with the SHA-256, its address, when it was read."""
    for told in report.articles:
        yield words.joined((told.article.outlet, words.joined(article_source(told, words), Joint.DOT)), Joint.ABOUT)
