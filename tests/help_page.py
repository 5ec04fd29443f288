"""Whether a check's page in the help says what its CHECK says."""

import re

from crossquote.comparison.check import Check
from crossquote.model.finding import Severity

_FACT = re.compile(r"- \*\*([^*]{1,40})\*\*: (.{1,400})")
PARTS = ("Id", "Category (MQM)", "Severity", "Languages", "Found", "Left alone", "Turn it off")


def out_of_step(check: Check, page: str) -> tuple[str, ...]:
    """Return what a page lacks, and what it tells otherwise than its check."""
    facts = dict(_FACT.findall(page))
    named = set(re.findall(rf"\b({'|'.join(Severity)})\b", facts.get("Severity", "")))
    told = {
        "id": facts.get("Id") == f"`{check.id}`",
        "category": facts.get("Category (MQM)") == ", ".join(check.category),
        "severity": named == {severity.value for severity in check.severity},
    }
    lacking = tuple(part for part in PARTS if f"**{part}**" not in page)
    return lacking + tuple(part for part, same in told.items() if not same)
