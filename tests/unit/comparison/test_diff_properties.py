"""Whatever the texts are, the changes rebuild both sides, and no place cuts a grapheme."""

import regex
from hypothesis import given, settings
from hypothesis import strategies as st

from crossquote.comparison.align.diff import diff, in_text_order
from crossquote.language.language import language_of
from crossquote.model.comparison import Op
from crossquote.model.utterance import GAP

LANGUAGES = (None, "en", "uk", "de", "zh", "ar", "th")
LATIN = "spare spared lives their they the of not peace peace, Peace! “war” 1,200 12 é don’t I he will would - —"
OTHERS = "м'яч їхні їхній життя мир 和平 我们希望停火 สันติภาพ السلام سلام، नहीं 👨‍👩‍👧 👨‍👩 …"
WORDS = (*LATIN.split(), *OTHERS.split(), "e\u0301", "\u200b", "\r\n", "\u202e")
sentences = st.lists(st.sampled_from(WORDS), max_size=14).map(" ".join)
renditions = st.lists(sentences, min_size=1, max_size=3).map(GAP.join)
texts = st.one_of(st.text(max_size=40), renditions)


def edges(text: str) -> set[int]:
    return {0, *(match.end() for match in regex.finditer(r"\X", text))}


@settings(max_examples=150, deadline=None)
@given(texts, texts, st.sampled_from(LANGUAGES))
def test_changes_rebuild_both_sides(base: str, text: str, language: str | None) -> None:
    changes = diff(base, text, language_of(language))
    assert "".join(change.base.of(base) for change in changes) == base
    assert "".join(change.text.of(text) for change in in_text_order(changes)) == text
    assert all(change.base.of(base) == change.text.of(text) for change in changes if change.op is Op.EQUAL)


@settings(max_examples=100, deadline=None)
@given(texts, texts, st.sampled_from(LANGUAGES))
def test_no_place_cuts_a_grapheme(base: str, text: str, language: str | None) -> None:
    in_base, in_text = edges(base), edges(text)
    for change in diff(base, text, language_of(language)):
        for span in (change.base, *change.base_letters):
            assert {span.start, span.end} <= in_base
        for span in (change.text, *change.text_letters):
            assert {span.start, span.end} <= in_text


@settings(max_examples=60, deadline=None)
@given(texts, st.sampled_from(LANGUAGES))
def test_a_text_equals_itself(text: str, language: str | None) -> None:
    assert all(change.op is Op.EQUAL for change in diff(text, text, language_of(language)))
