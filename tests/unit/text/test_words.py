from itertools import pairwise

import pytest
import regex
from hypothesis import given, settings
from hypothesis import strategies as st

from crossquote.language.language import language_of
from crossquote.text.words import fold, split_words
from hang import no_hang


def _words(text: str, language: str | None = None) -> list[str]:
    return [word.span.of(text) for word in split_words(text, language_of(language))]


@pytest.mark.parametrize(
    ("text", "language", "words"),
    [
        ("М'яч, п’ять — don't stop.", None, ["М'яч", "п’ять", "don't", "stop"]),
        ("1,200 men; 13.5% at 18:30", "en", ["1,200", "men", "13.5%", "at", "18:30"]),
        ("co\u00adoperate می\u200cخواهم", None, ["co\u00adoperate", "می\u200cخواهم"]),
        ("他们要求释放记者", "zh", ["他们", "要求", "释放", "记者"]),
        ("他們要求釋放記者。", "zt", ["他們", "要求", "釋放", "記者"]),
        ("首相は記者に会う", "ja", ["首相", "は", "記者", "に", "会う"]),
        ("ฉันอยากไปตลาด", "th", ["ฉัน", "อยาก", "ไป", "ตลาด"]),
        ("用iPhone手机", "zh", ["用", "iPhone", "手机"]),
        ("", None, []),
    ],
)
def test_words(text: str, language: str | None, words: list[str]) -> None:
    assert _words(text, language) == words


def test_keys_fold_dress_and_keep_accents() -> None:
    assert fold("Co\u00adOp") == fold("coop")
    assert fold("п’ять") == fold("п\u02bcять") == "п'ять"
    assert fold("paße") == "passe"
    assert fold("más") != fold("mas")


def test_a_word_of_both_scripts_is_one_of_cyrillic_letters() -> None:
    assert fold("Moсквa") == fold("Москва")
    assert fold("oндa je oнa") == fold("онда") + " je " + fold("она")
    assert fold("VPN-ом") == "vpn-ом"
    assert fold("DVDшка") == "dvdшка"


@settings(max_examples=100, deadline=None)
@given(st.text(st.one_of(st.sampled_from("ก็กำ我是がっ가각كe\u0301\u200d'-1. "), st.characters()), max_size=60))
def test_words_stand_in_order_and_part_no_letter_from_its_marks(text: str) -> None:
    words = split_words(text)
    assert all(before.span.end <= after.span.start for before, after in pairwise(words))
    letters = sum(len(regex.findall(r"[\p{L}\p{N}]", word.span.of(text))) for word in words)
    assert letters == len(regex.findall(r"[\p{L}\p{N}]", text))
    assert not any(regex.compile(r"\p{M}").match(text, word.span.end) for word in words)


@pytest.mark.parametrize("unit", ["a'", "一", "ก", "1,", "あ\u0301", "a", "ក"])
def test_hostile_text_takes_linear_time(unit: str) -> None:
    with no_hang(20):
        split_words(unit * 60_000)
