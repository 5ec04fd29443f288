"""Sets of our own for each language: sentences with their quotes, and pairs of renditions with what sets them apart.

`uv run python tests/own_sets.py [CODE …]` prints how much of them is found. `tests/cases/languages/README.md` says how
they are written.
"""

import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from crossquote.comparison.compare import compare
from crossquote.comparison.reading.side import Side
from crossquote.language.language import language_of
from crossquote.model.finding import Severity
from drawn_quotes import BELOW, article_of, cases_in, draw_case

SETS = Path(__file__).parent / "cases" / "languages"
KNOWN = "~"
"""Marks what is known to fail."""
_QUOTE = re.compile(r"(?P<kind>\w+): (?P<said>.*?)(?: <- (?P<speaker>.*?))?(?: \((?P<cue>[^()]*)\))?")


@dataclass(frozen=True, slots=True)
class QuoteCase:
    """An article of a set: what must be found in it, and what is."""

    language: str
    case: str
    known: bool

    @property
    def drawn(self) -> str:
        """The case as the program makes it."""
        return draw_case(article_of(self.case), self.language, indirect=True)

    @property
    def right(self) -> bool:
        """Tell whether all is found as it is written."""
        return self.drawn == self.case


@dataclass(frozen=True, slots=True)
class Pair:
    """Two renditions of a set, and the check that must speak of what was changed in the second: "" if nothing was."""

    language: str
    base: str
    text: str
    check: str
    severity: Severity
    known: bool

    def found(self) -> list[str]:
        """Return what is said at `severity` or above, as `check:severity`."""
        language = language_of(self.language)
        findings = compare(Side(self.base, language), Side(self.text, language)).findings
        return [f"{one.check}:{one.severity}" for one in findings if one.severity.rank >= self.severity.rank]

    def right(self, found: Iterable[str]) -> bool:
        """Tell whether `found` is what must be found: that check, or nothing at all."""
        checks = {one.partition(":")[0] for one in found}
        return self.check in checks if self.check else not checks


def languages() -> list[str]:
    """Return the languages that have a set."""
    return sorted(path.name for path in SETS.iterdir() if path.is_dir())


def quote_cases(language: str) -> list[QuoteCase]:
    """Return the cases of quotes of a language."""
    written = (SETS / language / "quotes.case").read_text(encoding="utf-8")
    return [
        QuoteCase(language, case.removeprefix(KNOWN).lstrip(), known=case.startswith(KNOWN))
        for case in cases_in(written)
    ]


def pairs(language: str) -> list[Pair]:
    """Return the pairs of renditions of a language."""
    lines = (SETS / language / "checks.tsv").read_text(encoding="utf-8").splitlines()
    return [_pair(language, *line.split("\t")) for line in lines]


def _pair(language: str, base: str, text: str, expected: str, mark: str = "") -> Pair:
    check, _, severity = "" if expected == "none" else expected, "", Severity.MINOR
    if check:
        check, _, named = expected.partition(":")
        severity = Severity(named)
    return Pair(language, base, text, check, severity, known=mark == KNOWN)


def _quotes(case: str) -> Iterator[tuple[str, str, str]]:
    """Yield (kind, words, speaker) of each quote that a case names."""
    for line in case.partition(BELOW)[2].split("\n"):
        if line and (quote := _QUOTE.fullmatch(line)):
            yield quote["kind"], quote["said"], quote["speaker"] or ""


def _share(part: int, whole: int) -> str:
    return f"{part / whole:.3f}" if whole else "-"


def _quote_figures(cases: Iterable[QuoteCase]) -> list[str]:
    expected: Counter[tuple[str, ...]] = Counter()
    found: Counter[tuple[str, ...]] = Counter()
    words = speakers = 0
    for case in cases:
        theirs, ours = list(_quotes(case.case)), list(_quotes(case.drawn))
        expected.update(theirs)
        found.update(ours)
        words += (Counter(one[:2] for one in theirs) & Counter(one[:2] for one in ours)).total()
        speakers += (Counter(theirs) & Counter(ours)).total()
    return [
        _share(words, found.total()),
        _share(words, expected.total()),
        _share(2 * words, found.total() + expected.total()),
        _share(speakers, words),
    ]


def _pair_figures(judged: Iterable[Pair]) -> list[str]:
    right: Counter[bool] = Counter()
    of: Counter[bool] = Counter()
    for pair in judged:
        changed = bool(pair.check)
        of[changed] += 1
        right[changed] += pair.right(pair.found())
    return [f"{right[True]}/{of[True]}", f"{of[False] - right[False]}/{of[False]}"]


def figures(language: str) -> list[str]:
    """Return what a line of the table holds for a language."""
    cases, judged = quote_cases(language), pairs(language)
    known = sum(case.known for case in cases) + sum(pair.known for pair in judged)
    return [language, str(len(cases)), *_quote_figures(cases), *_pair_figures(judged), str(known)]


def main(codes: list[str]) -> None:
    """Print the table: quotes are right with their kind and words, speakers of those with mention and name."""
    head = ["language", "articles", "precision", "recall", "F1", "speaker", "found", "false", "known to fail"]
    for row in [head, *(figures(language) for language in codes or languages())]:
        sys.stdout.write("  ".join(f"{cell:>9}" for cell in row) + "\n")


if __name__ == "__main__":
    main(sys.argv[1:])
