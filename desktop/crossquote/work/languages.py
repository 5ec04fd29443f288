"""The languages that have a lexicon, as a person chooses among them: what each has, and which checks can judge it."""

from msgspec import Struct

from crossquote.comparison.table import cannot_judge, known_checks
from crossquote.language.coverage import Coverage, coverage_of
from crossquote.language.language import language_of
from crossquote.language.lexicon import Lexicon
from crossquote.language.schema import schema
from crossquote.language.together import ask_all, read_sections


class LanguageSummary(Struct, frozen=True):
    """What a language's lexicon has and lacks; `judged` and `not_judged` are checks by their ids."""

    coverage: Coverage
    judged: tuple[str, ...]
    not_judged: tuple[str, ...]


def list_languages() -> tuple[LanguageSummary, ...]:
    """Return the languages that have a lexicon, those that have most first."""
    found = [one for one in ask_all(_summary).values() if one.coverage.name and one.coverage.english]
    return tuple(sorted(found, key=lambda one: (len(one.not_judged), len(one.coverage.lacks), one.coverage.english)))


def _summary(lexicon: Lexicon) -> LanguageSummary:
    read_sections(lexicon, schema())
    silent = cannot_judge(language_of(lexicon.code))
    judged = tuple(check for check in known_checks() if check not in silent)
    return LanguageSummary(coverage_of(lexicon.code), judged, silent)
