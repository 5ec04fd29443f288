import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crossquote.model.span import Span
from crossquote.text.normalize import flatten, normalize
from hang import no_hang

TROUBLE = (
    "aeБи'’ʼ\u00a0\u200b\u00ad\u0301\u0306\u200d\u202e\ufeff\r\n \t👩🏽‍🚀\ud800한ᄒ\u1161\u11abकि़ก็م\u064e\u2028\ufffe"
)
TEXTS = st.text(st.one_of(st.sampled_from(TROUBLE), st.characters()), max_size=60)


@pytest.mark.parametrize(
    ("written", "working"),
    [
        ("п\u02bcять, п’ять, п'ять", "п'ять, п'ять, п'ять"),
        ("‘We go’, he said", "‘We go’, he said"),
        ("10\u00a0000\u202fkm", "10 000 km"),
        ("co\u00adope\u200bration", "cooperation"),
        ("\u202bשלום\u202c", "שלום"),
        ("Cafe\u0301 и\u0306од", "Café йод"),
        ("a\u200b\u0301", "á"),
        ("one\r\ntwo\rthree\u2028four", "one\ntwo\nthree\nfour"),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("👩\u200d🚀 flew", "👩\u200d🚀 flew"),
        ("w\u200dord", "word"),
        ("wo\u200b\u200b\u200brd ’ ’tis", "word ’ ’tis"),
        ("\u1112\u1161\u11ab", "한"),
        ("", ""),
    ],
)
def test_working_text(written: str, working: str) -> None:
    assert normalize(written).text == working


def test_spans_lead_back_to_what_was_written() -> None:
    normal = normalize("Він з\u02bcї\u00adв\u00a0пи\u0301ріг.")
    at = normal.text.index("з'їв")
    assert normal.to_original(Span(at, at + 4)).of(normal.original) == "з\u02bcї\u00adв"
    at = normal.original.index("пи\u0301ріг")
    assert normal.to_working(Span(at, at + 6)).of(normal.text) == "пи\u0301ріг"


def _alike(text: str) -> str:
    """Return `text` with one sign for apostrophes: a grave accent is one between letters alone; a cut may end there."""
    return text.replace("`", "'").replace("´", "'")


def test_a_grave_accent_is_an_apostrophe_between_letters_alone() -> None:
    assert [normalize(text).text for text in ("l`eau", "l`", "`eau")] == ["l'eau", "l`", "`eau"]


@settings(max_examples=150, deadline=None)
@given(TEXTS, st.integers(0, 60), st.integers(0, 60))
def test_spans_go_back_and_forth(text: str, one: int, other: int) -> None:
    normal = normalize(text)
    start, end = sorted((min(one, len(normal.text)), min(other, len(normal.text))))
    span = Span(start, end)
    original = normal.to_original(span)
    assert original.end <= len(text)
    if span.start < span.end:
        assert normal.to_working(original).contains(span)
        alone = normalize(original.of(text)).text
        assert _alike(span.of(normal.text)) in _alike(alone) or normal.to_working(original) != span


@settings(max_examples=150, deadline=None)
@given(TEXTS, st.integers(0, 60), st.integers(0, 60))
def test_spans_of_the_original_go_forth_and_back(text: str, one: int, other: int) -> None:
    normal = normalize(text)
    start, end = sorted((min(one, len(text)), min(other, len(text))))
    working = normal.to_working(Span(start, end))
    assert working.end <= len(normal.text)
    if working.start < working.end:
        back = normal.to_original(working)
        dropped = normalize(text[start : back.start]).text + normalize(text[back.end : end]).text
        assert back.start <= start or not dropped.strip()


@settings(max_examples=100, deadline=None)
@given(TEXTS)
def test_whole_text_maps_to_whole_text(text: str) -> None:
    normal = normalize(text)
    assert normal.to_working(Span(0, len(text))) == Span(0, len(normal.text))


@settings(max_examples=100, deadline=None)
@given(st.text("abcéйї .,\n中", max_size=60))
def test_plain_text_stays(text: str) -> None:
    text = unicodedata.normalize("NFC", text)
    assert normalize(text).text == text


@pytest.mark.parametrize("unit", ["\u200b", "\u0301", "a\u0301", "’", "\r", "\u1161", " \u200b"])
def test_hostile_text_takes_linear_time(unit: str) -> None:
    with no_hang():
        normalize(unit * 100_000)


@pytest.mark.parametrize(
    ("written", "line"),
    [
        ("one\r\ntwo \u2028 three", "one two three"),
        ("co\u00adope\u200bration’s", "cooperation’s"),
        ("a\u00a0 \u200b b", "a b"),
        ("Cafe\u0301", "Café"),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("👩\u200d🚀 flew", "👩\u200d🚀 flew"),
        ("plain words", "plain words"),
    ],
)
def test_one_line_of_what_is_seen(written: str, line: str) -> None:
    assert flatten(written).text == line


@settings(max_examples=100, deadline=None)
@given(TEXTS)
def test_a_flat_text_stays_as_it_is(text: str) -> None:
    flat = flatten(text).text
    assert flatten(flat).text == flat
