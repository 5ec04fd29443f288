"""A translated rendition is checked twice: what was found in its translation is looked up in the original.

Values, names, negations, requests and the like can be read in any language with a lexicon and compared across
languages. What the original bears out was written so; what it contradicts may come from the machine translation,
and weighs less. Where the language has no lexicon for it, the finding says so and claims nothing.
"""

from dataclasses import replace

from crossquote.comparison.check import Check
from crossquote.comparison.reading.pair import Pair
from crossquote.comparison.table import known_checks
from crossquote.language.names import english_name
from crossquote.model.finding import Finding, Seen, Severity

_FROM_MACHINE = "May come from the machine translation"


def look_up(pair: Pair, finding: Finding) -> Finding:
    """Return `finding` with what the original of a translated rendition says to it."""
    source, check = pair.text.source, known_checks()[finding.check]
    if source is None or source.language == pair.text.language or finding.base is finding.text is None:
        return finding
    if check.proof.asks is None or finding.severity.rank < check.proof.asked_from.rank:
        return _seen_in_translation(finding, "")
    if not _has_words(pair, check):
        name = english_name(source.language.code) if source.language.told else "its language"
        return _seen_in_translation(finding, f"Not checked in the original: no word list for {name}.")
    answer = check.proof.asks(pair, finding)
    if answer is None:
        return _seen_in_translation(finding, "The original could not be checked.")
    if answer.borne_out:
        words = f"In the original, too: “{answer.words}”." if answer.words else "In the original, too."
        return replace(finding, evidence=f"{finding.evidence} {words}".strip(), seen=Seen.ORIGINAL)
    words = f"{_FROM_MACHINE}: the original has “{answer.words}”." if answer.words else f"{_FROM_MACHINE}."
    return _seen_in_translation(finding, words)


def _has_words(pair: Pair, check: Check) -> bool:
    """Tell whether the languages of both originals have the word lists that a check reads."""
    section = check.own_terms.section if check.own_terms else None
    return section is None or all(
        read.language.lexicon.has(section) for read in (pair.text_original, pair.base_original)
    )


def _seen_in_translation(finding: Finding, words: str) -> Finding:
    """Return `finding` as seen in the translation alone: never more than minor."""
    severity = min(finding.severity, Severity.MINOR, key=lambda severity: severity.rank)
    return replace(finding, severity=severity, evidence=f"{finding.evidence} {words}".strip(), seen=Seen.TRANSLATION)
