"""Forced scoring: what the engine finds unlikely is evidence, never a finding of its own."""

from crossquote.comparison.compare import compare
from crossquote.comparison.evidence.forced import facing_stretch, mark_unlikely, unlikely_words
from crossquote.comparison.reading.side import Side
from crossquote.language.language import language_of
from crossquote.model.comparison import Comparison, UnlikelyWord
from crossquote.model.span import Span
from crossquote.model.translation import ScoredWord
from crossquote.text.words import split_words
from crossquote.wording.paragraph import tell_all

EN = language_of("en")

BASE = "The council has strongly requested that the guild be paid. NATO will never return to the harbour."
TEXT = "The council has asked that the guild be paid."


def scored(text: str, unlikely: set[str]) -> list[ScoredWord]:
    return [ScoredWord(word.span, -12.0 if word.key in unlikely else -0.2) for word in split_words(text)]


def compared() -> Comparison:
    return compare(Side(BASE, EN), Side(TEXT, EN))


def test_the_stretch_of_the_base_is_what_stands_against_the_sentence() -> None:
    found = compared()
    stretch = facing_stretch(found.changes, Span(0, len(TEXT)))
    assert stretch is not None
    assert stretch.of(BASE).rstrip(".").endswith("council has strongly requested that the guild be paid")
    assert facing_stretch(found.changes, Span(len(TEXT), len(TEXT))) is None


def test_only_telling_words_are_marked() -> None:
    words = unlikely_words(BASE, Span(0, len(BASE)), scored(BASE, {"strongly", "that", "nato"}), EN)
    assert [word.base.of(BASE) for word in words] == ["strongly"]


def test_places_count_into_the_whole_base() -> None:
    start = BASE.index("NATO")
    words = unlikely_words(BASE, Span(start, len(BASE)), scored(BASE[start:], {"harbour"}), EN)
    assert [word.base.of(BASE) for word in words] == ["harbour"]


def test_findings_say_so_and_none_is_added() -> None:
    found = compared()
    place = BASE.index("requested")
    marked = mark_unlikely(found, [UnlikelyWord(Span(place, place + len("requested")), -12.0)])
    assert len(marked.findings) == len(found.findings)
    assert [finding.severity for finding in marked.findings] == [finding.severity for finding in found.findings]
    told = [finding for finding in marked.findings if "finds “requested” very unlikely" in tell_all(finding.evidence)]
    assert [finding.check for finding in told] == ["strength"]
    assert mark_unlikely(found, []) is found
