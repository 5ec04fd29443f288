"""Sets of our own for each language: sentences with their quotes, and pairs of renditions with what sets them apart.

`uv run python tests/own_sets.py [CODE …]` prints how much of them is found, and what is not of the languages named.
`tests/cases/languages/README.md` says how they are written; what is written otherwise ends it with file and line.
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
from crossquote.model.quote import QuoteKind
from drawn_quotes import BELOW, article_of, cases_in, draw_case

SETS = Path(__file__).parent / "cases" / "languages"
_KINDS = frozenset(QuoteKind)
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
    path = SETS / language / "quotes.case"
    written = path.read_text(encoding="utf-8")
    _look_over(path, cases_in(written))
    return [
        QuoteCase(language, case.removeprefix(KNOWN).lstrip(), known=case.startswith(KNOWN))
        for case in cases_in(written)
    ]


def pairs(language: str) -> list[Pair]:
    """Return the pairs of renditions of a language."""
    path = SETS / language / "checks.tsv"
    lines = path.read_text(encoding="utf-8").splitlines()
    return [_pair(language, f"{path}: line {number}", line) for number, line in enumerate(lines, 1)]


def _look_over(path: Path, cases: Iterable[str]) -> None:
    """End where a case is not written as the README says."""
    line = 1
    for case in cases:
        article, below, quotes = case.partition(f"{BELOW}\n")
        if not (below or case.endswith(BELOW)):
            sys.exit(f"{path}: line {line}: below the article of this case, a line of four dashes (----) is missing")
        for number, quote in enumerate(filter(None, quotes.split("\n")), line + article.count("\n") + 2):
            if quote.partition(":")[0] not in _KINDS:
                sys.exit(
                    f"{path}: line {number}: a quote begins with “direct: ”, “mixed: ” or “indirect: ”, not “{quote}”"
                )
        line += case.count("\n") + 2


def _pair(language: str, place: str, line: str) -> Pair:
    base, text, expected, mark, *rest = (*line.split("\t"), "", "", "")
    check, _, named = ("" if expected == "none" else expected).partition(":")
    if (
        not base
        or not text
        or not expected
        or any(rest)
        or (check and named not in set(Severity))
        or mark not in ("", KNOWN)
    ):
        sys.exit(f"{place}: not base, rendition and “check:severity” or “none”, with tabs between: {line}")
    return Pair(language, base, text, check, Severity(named) if check else Severity.MINOR, known=mark == KNOWN)


def missed(language: str) -> Iterator[str]:
    """Yield each case and pair that does not come out as it is written, nor is marked, with what is found instead."""
    for case in quote_cases(language):
        if not (case.known or case.right):
            yield f"{case.case}\n-- found:{case.drawn.partition(BELOW)[2]}"
    for pair in pairs(language):
        found = pair.found()
        if not (pair.known or pair.right(found)):
            expected = f"{pair.check}:{pair.severity}" if pair.check else "none"
            yield f"{pair.base}\n{pair.text}\n{expected}\n-- found: {' '.join(found) or 'none'}"


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
    for code in codes:
        sys.stdout.writelines(f"\n{one}\n" for one in missed(code))


if __name__ == "__main__":
    main(sys.argv[1:])
