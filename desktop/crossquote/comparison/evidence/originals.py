"""A translated rendition is checked twice: what was found in its translation is looked up in the original.

Values, names, negations, requests and the like can be read in any language with a lexicon and compared across
languages. What the original bears out was written so; what it contradicts may come from the machine translation,
and weighs less. Where the language has no lexicon for it, the finding says so and claims nothing.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

from crossquote.comparison.reading.matching import same_fully
from crossquote.comparison.reading.naming import same_word
from crossquote.comparison.reading.negators import explicit_negators
from crossquote.comparison.reading.one_text import Reading, read
from crossquote.comparison.reading.pair import Pair
from crossquote.comparison.reading.scale import places
from crossquote.language.names import english_name
from crossquote.model.finding import Finding, Seen, Severity

_FROM_MACHINE = "May come from the machine translation"
_NOTICEABLE = 0.3
_MUCH, _LONGER, _SIGNS = 0.25, 1.2, "\u2e80"
"""A missing stretch of this share of the text shows in the length of the original, which may be so much longer."""
_POSSIBLE = frozenset({"can", "may"})
"""Modals that most languages do not tell apart."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What the original says to a finding: whether it bears it out, and its words."""

    borne_out: bool
    words: str = ""


@dataclass(frozen=True, slots=True)
class Originals:
    """The pair, the original of the rendition, and that of the base, each read in its own language."""

    pair: Pair
    base: Reading
    text: Reading


def look_up(pair: Pair, finding: Finding) -> Finding:
    """Return `finding` with what the original of a translated rendition says to it."""
    source = pair.text.source
    if source is None or source.language == pair.text.language or finding.base is finding.text is None:
        return finding
    ask = _QUESTIONS.get(finding.check)
    if ask is None or (finding.check == "omission" and finding.severity is not Severity.MAJOR):
        return _seen_in_translation(finding, "")
    section = _SECTIONS.get(finding.check)
    own = pair.base.source
    originals = Originals(
        pair, read(own.text, own.language) if own else pair.base_reading, read(source.text, source.language)
    )
    if section is not None and not (originals.text.lexicon.has(section) and originals.base.lexicon.has(section)):
        name = english_name(source.language) if source.language else "its language"
        return _seen_in_translation(finding, f"Not checked in the original: no word list for {name}.")
    answer = ask(originals, finding)
    if answer is None:
        return _seen_in_translation(finding, "The original could not be checked.")
    if answer.borne_out:
        words = f"In the original, too: “{answer.words}”." if answer.words else "In the original, too."
        return replace(finding, evidence=f"{finding.evidence} {words}".strip(), seen=Seen.ORIGINAL)
    words = f"{_FROM_MACHINE}: the original has “{answer.words}”." if answer.words else f"{_FROM_MACHINE}."
    return _seen_in_translation(finding, words)


def only_in_original(pair: Pair) -> Iterator[Finding]:
    """Yield a finding where the original requests less or more strongly, and the translation not at all."""
    source, own = pair.text.source, pair.base.source
    if source is None or places(pair.text_reading):
        return
    base, text = (
        places(read(own.text, own.language) if own else pair.base_reading),
        places(read(source.text, source.language)),
    )
    if len(base) == 1 == len(text) and round(abs(text[0].value - base[0].value), 2) >= _NOTICEABLE:
        weaker = text[0].value < base[0].value
        category = "accuracy/undertranslation" if weaker else "accuracy/overtranslation"
        headline = f"{'Weaker' if weaker else 'Stronger'}: {text[0].phrase} for {base[0].phrase}"
        evidence = "In the original; the translation does not show it."
        yield Finding("strength", category, Severity.MINOR, None, None, headline, evidence)


def _seen_in_translation(finding: Finding, words: str) -> Finding:
    """Return `finding` as seen in the translation alone: never more than minor."""
    severity = min(finding.severity, Severity.MINOR, key=lambda severity: severity.rank)
    return replace(finding, severity=severity, evidence=f"{finding.evidence} {words}".strip(), seen=Seen.TRANSLATION)


def _room(originals: Originals, finding: Finding) -> Answer | None:
    """Ask by its length whether the original holds what the translation lacks; None where that can't tell.

    Languages differ in length by a fifth or so; signs that are syllables or words can't be counted beside letters.
    """
    source, text = originals.text.text, originals.pair.text.text
    missing = len(finding.base) if finding.base is not None else 0
    if missing < _MUCH * len(text) or any(letter >= _SIGNS for letter in source):
        return None
    return Answer(borne_out=len(source) <= (len(text) + missing / 2) * _LONGER)


def _quantity(originals: Originals, finding: Finding) -> Answer | None:
    """Look for the base's quantity in the original: where it stands there, the translation changed it."""
    pair, source = originals.pair, originals.text
    dates = pair.base.date, pair.text.date
    if finding.base is not None:
        wanted = [q for q in pair.base_reading.quantities if finding.base.overlaps(q.span)]
        found = [own for own in source.quantities if any(same_fully(q, own, dates) for q in wanted)]
        if found:
            return Answer(borne_out=False, words=found[0].span.of(source.text))
    if finding.text is not None:
        wanted = [q for q in pair.text_reading.quantities if finding.text.overlaps(q.span)]
        found = [own for own in source.quantities if any(same_fully(q, own, dates) for q in wanted)]
        if found:
            return Answer(borne_out=True, words=found[0].span.of(source.text))
    if finding.base is None:
        return Answer(borne_out=False)
    return Answer(borne_out=True) if finding.text is None and source.lexicon.has("numbers") else None


def _name(originals: Originals, finding: Finding) -> Answer | None:
    """Look for the base's name in the original, across scripts."""
    words = originals.text.words

    def found(name: str) -> str:
        keys = [part for part in name.casefold().split() if len(part) > 2]
        hits = [word for word in words if any(same_word(key, word.key) for key in keys)]
        return hits[0].span.of(originals.text.text) if hits else ""

    was = found(finding.base.of(originals.pair.base.text)) if finding.base else ""
    now = found(finding.text.of(originals.pair.text.text)) if finding.text else ""
    if was and not now:
        return Answer(borne_out=False, words=was)
    return Answer(borne_out=True, words=now) if now or (finding.text is None and not was) else None


def _negation(originals: Originals, finding: Finding) -> Answer | None:
    """Compare how often the originals negate."""
    base, text = len(explicit_negators(originals.base)), explicit_negators(originals.text)
    words = text[0].span.of(originals.text.text) if text else ""
    if finding.base is not None and finding.text is not None:
        return None
    lost = finding.text is None
    return Answer(
        borne_out=len(text) < base if lost else len(text) > base, words="" if lost and len(text) < base else words
    )


def _strength(originals: Originals, finding: Finding) -> Answer | None:
    """Compare where the originals stand on the scale of requests."""
    base, text = places(originals.base), places(originals.text)
    if not base or not text or finding.base is None or finding.text is None:
        return None
    gap = round(max(p.value for p in text) - max(p.value for p in base), 2)
    same_way = gap <= -_NOTICEABLE if finding.message.startswith("Weaker") else gap >= _NOTICEABLE
    return Answer(borne_out=same_way, words=max(text, key=lambda place: place.value).phrase)


def _terms(originals: Originals, finding: Finding) -> Answer | None:
    """Look for a term of the base's group, and of the rendition's, in the original."""
    section = _SECTIONS[finding.check]
    pair, source = originals.pair, originals.text
    was = {h.group for h in pair.base_reading.of(section) if finding.base and finding.base.overlaps(h.span)}
    now = {h.group for h in pair.text_reading.of(section) if finding.text and finding.text.overlaps(h.span)}
    if now & _POSSIBLE and not was & _POSSIBLE:
        now |= _POSSIBLE
    kept = next((hit for hit in source.of(section) if hit.group in was), None)
    changed = next((hit for hit in source.of(section) if hit.group in now), None)
    if changed is not None:
        return Answer(borne_out=True, words=changed.span.of(source.text))
    if kept is not None:
        return Answer(borne_out=False, words=kept.span.of(source.text))
    return Answer(borne_out=finding.text is None)


def _marks(originals: Originals, finding: Finding) -> Answer | None:
    """Look for the mark itself: question and exclamation marks are the same in most languages."""
    text = originals.text.text
    if finding.message.startswith("Capitals"):
        there = sum(word.isupper() and len(word) > 3 for word in text.split()) > 1
    else:
        there = any(mark in text for mark in ("?？؟" if finding.check == "question" else "!！"))
    return Answer(borne_out=there is (finding.text is not None))


_SECTIONS: Mapping[str, str] = MappingProxyType(
    {
        "negation": "negation",
        "strength": "strength",
        "modality": "modality",
        "quantifier": "quantifiers",
        "hedge": "hedges",
        "condition": "conditions",
        "stance": "stance",
    }
)
_QUESTIONS: Mapping[str, Callable[[Originals, Finding], Answer | None]] = MappingProxyType(
    {
        **dict.fromkeys(("number", "date", "time", "money", "measurement"), _quantity),
        **dict.fromkeys(("modality", "quantifier", "hedge", "condition", "stance"), _terms),
        "omission": _room,
        "name": _name,
        "negation": _negation,
        "strength": _strength,
        "question": _marks,
        "emphasis": _marks,
    }
)
