"""A translated rendition is checked twice: what was found in its translation is looked up in the original.

Values, names, negations, requests and the like can be read in any language with a lexicon and compared across
languages. What the original bears out was written so; what it contradicts may come from the machine translation,
and weighs less. Where the language has no lexicon for it, the finding says so and claims nothing.
"""

from msgspec.structs import replace

from crossquote.comparison.check import Check
from crossquote.comparison.judging.testimony import Testimony
from crossquote.comparison.reading.pair import Pair
from crossquote.comparison.table import known_checks
from crossquote.message import Message, message
from crossquote.model.finding import Finding, Seen, Severity


def look_up(pair: Pair, finding: Finding) -> Finding:
    """Return `finding` with what the original of a translated rendition says to it."""
    source, check = pair.text.source, known_checks()[finding.check]
    if source is None or source.language == pair.text.language or finding.base is finding.text is None:
        return finding
    if check.proof.asks is None or finding.severity.rank < check.proof.asked_from.rank:
        return _seen_in_translation(finding)
    answer = check.proof.asks(pair, finding) if _has_words(pair, check) else None
    if answer is not None and answer.borne_out:
        says = _quoting("evidence.in_original_words", "evidence.in_original", answer.words)
        return replace(finding, evidence=(*finding.evidence, says), seen=Seen.ORIGINAL)
    return _seen_in_translation(finding, _denial(pair, check, answer))


def _denial(pair: Pair, check: Check, answer: Testimony | None) -> Message:
    """Return why the original does not bear a finding out: it says otherwise, or it can't be asked."""
    if answer is not None:
        return _quoting("evidence.from_machine_words", "evidence.from_machine", answer.words)
    if _has_words(pair, check):
        return message("evidence.unchecked")
    language = pair.text_original.language
    if not language.told:
        return message("evidence.no_words_unknown")
    return message("evidence.no_words", language=language.code)


def _quoting(quoting: str, bare: str, words: str) -> Message:
    """Return a message that quotes the original, or the bare one where there is nothing to quote."""
    return message(quoting, words=words) if words else message(bare)


def _has_words(pair: Pair, check: Check) -> bool:
    """Tell whether the languages of both originals have the word lists that a check reads."""
    section = check.own_terms.section if check.own_terms else None
    return section is None or all(
        read.language.lexicon.has(section) for read in (pair.text_original, pair.base_original)
    )


def _seen_in_translation(finding: Finding, *says: Message) -> Finding:
    """Return `finding` as seen in the translation alone: never more than minor."""
    severity = min(finding.severity, Severity.MINOR, key=lambda severity: severity.rank)
    return replace(finding, severity=severity, evidence=(*finding.evidence, *says), seen=Seen.TRANSLATION)
