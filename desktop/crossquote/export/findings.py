"""A finding in words, put together here for every face that tells it, in the order in which it is told."""

from collections.abc import Iterator

from msgspec import Struct

from crossquote.export.document import ReportFinding, ReportRendition
from crossquote.export.telling import Telling
from crossquote.model.finding import Severity
from crossquote.model.review import order_of_telling
from crossquote.model.signs import SIGNS, seen_line, severity_name
from crossquote.wording.joining import Joint


class ToldFinding(Struct, frozen=True):
    """What is told of a finding: its severity by name, the check that raised it, its category, what was found.

    `proof` says what speaks for it, `doubt` what to doubt of it, `ruling` what was made of it, `remark` what was noted
    on it; each may be empty. It is `gone` where it no longer counts.
    """

    severity: Severity
    severity_name: str
    check: str
    category: str
    found: str
    proof: str
    doubt: str
    ruling: str
    remark: str
    gone: bool

    @property
    def sign(self) -> str:
        """The sign of its severity."""
        return SIGNS[self.severity]

    @property
    def grounds(self) -> tuple[str, ...]:
        """The lines below what was found: what speaks for it, and what to doubt of it."""
        return tuple(line for line in (self.proof, self.doubt) if line)

    @property
    def decided(self) -> tuple[str, ...]:
        """The lines of what was made of it."""
        return tuple(line for line in (self.ruling, self.remark) if line)


def tell_finding(said: ReportFinding, words: Telling) -> ToldFinding:
    """Return a finding in words."""
    finding = said.finding
    return ToldFinding(
        severity=finding.severity,
        severity_name=words.of(severity_name(finding.severity)),
        check=words.fact(finding.check, "check"),
        category=words.plain(finding.category),
        found=words.of(finding.message),
        proof=words.joined(map(words.of, finding.evidence), Joint.NEXT),
        doubt=words.of(seen_line(finding)),
        ruling=words.of(said.ruling),
        remark=words.of(said.remark),
        gone=said.gone,
    )


def in_order(told: ReportRendition) -> list[ReportFinding]:
    """Return the findings on a rendition as they are told: the worst first, what no longer counts last."""
    return sorted(told.findings, key=lambda said: order_of_telling(said.finding, gone=said.gone))


def tell_findings(told: ReportRendition, words: Telling) -> Iterator[ToldFinding]:
    """Yield the findings on a rendition in words, in the order in which they are told."""
    return (tell_finding(said, words) for said in in_order(told))
