"""How much work a diff does, counted, not timed: long repetitive texts are no harder than their length."""

from difflib import SequenceMatcher

import pytest

from crossquote.comparison.align import alignment, fragments
from crossquote.comparison.align.closeness import closeness
from crossquote.comparison.align.diff import diff
from crossquote.comparison.align.keys import AlignmentToken
from crossquote.language.language import Language, language_of
from crossquote.model.utterance import GAP

EN = language_of("en")

CHORUS = "We will pay the old guild, and the guild will sail when winter comes. "
DISTINCT = 12


@pytest.fixture
def weighed(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Collect each word of the whole that is weighed against a word of a fragment."""
    found: list[str] = []
    weigh = closeness

    def counted(base: AlignmentToken, text: AlignmentToken, language: Language) -> float:
        found.append(base.text)
        return weigh(base, text, language)

    monkeypatch.setattr(fragments, "closeness", counted)
    return found


@pytest.mark.parametrize("times", [20, 200])
def test_a_word_of_the_whole_is_weighed_once_for_a_fragment(weighed: list[str], times: int) -> None:
    lines = ["The mayor signs nothing today.", "Harbours freeze in January."]
    assert diff(CHORUS * times + " ".join(lines), GAP.join(lines), EN)
    words = sum(len(line.split()) for line in lines)
    assert 0 < len(weighed) <= (DISTINCT + words + 2) * 2 * words


def test_no_more_places_are_looked_for_than_a_quote_can_need(
    weighed: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fragments, "_CELLS", 0)
    assert diff(CHORUS * 5, "We sail … guild will pay", EN)
    assert weighed == []


def test_difflib_is_not_asked_about_long_texts(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[int] = []

    class Counted(SequenceMatcher[str]):
        def __init__(self, junk: None, first: list[str], second: list[str], *, autojunk: bool) -> None:
            asked.append(len(first) * len(second))
            super().__init__(junk, first, second, autojunk=autojunk)

    monkeypatch.setattr(alignment, "SequenceMatcher", Counted)
    assert diff("war peace " * 1800, "peace war " * 1700, EN)
    assert diff(CHORUS * 3, CHORUS * 2, EN)
    assert len(asked) == 1
    assert asked[0] <= alignment._READABLE
