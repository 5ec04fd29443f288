"""Lines of printed pages put together: Korean, whose words lines may break, and what stands beside a paragraph."""

from collections.abc import Sequence
from itertools import pairwise
from operator import eq

import pytest

from crossquote.articles.paper.hangul import hangul_habits, is_broken, joint_features
from crossquote.articles.paper.line import PrintedLine
from crossquote.articles.paper.paragraphs import paragraphs_of
from crossquote.articles.paper.right_to_left import Letter, read_line

KOREAN = (
    "항만 관리자는 어제 기자들에게 새 부두가 내년 봄에 완공된다고 말했다. 그는 공사가 늦어진 까닭을 겨울 폭풍에서 "
    "찾았다. 주민들은 소음 때문에 밤에도 잠을 이루지 못했다며 시청 앞에서 항의했다. 시장은 다음 주까지 답변을 "
    "내놓겠다고 약속하면서 어민들이 입은 손해도 함께 살펴보겠다고 덧붙였다."
)


def cut(wide: int) -> list[str]:
    """Return the lines of a text that breaks at any syllable."""
    return [KOREAN[at : at + wide].strip() for at in range(0, len(KOREAN), wide)]


def between_words(most: int) -> list[str]:
    """Return the lines of a text that breaks between words."""
    lines = [""]
    for word in KOREAN.split():
        if len(lines[-1]) + len(word) >= most:
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}".strip()
    return lines


@pytest.mark.parametrize("wide", [13, 16, 19])
def test_a_short_text_that_breaks_korean_at_any_syllable_is_known(wide: int) -> None:
    lines = cut(wide)
    habits = hangul_habits(lines)
    assert habits.breaks
    places = [at for at in range(wide, len(KOREAN), wide) if joint_features(KOREAN[:at].strip(), KOREAN[at:].strip())]
    told = [is_broken(KOREAN[:at].strip(), KOREAN[at:].strip(), habits) for at in places]
    right = [" " not in KOREAN[at - 1 : at + 1] for at in places]
    assert sum(map(eq, told, right)) >= 0.8 * len(places)


@pytest.mark.parametrize("most", [14, 18, 26])
def test_a_text_that_breaks_between_words_joins_none(most: int) -> None:
    lines = between_words(most)
    habits = hangul_habits(lines)
    assert not habits.breaks
    assert not any(is_broken(first, second, habits) for first, second in pairwise(lines))


def test_what_is_counted_stands_behind_its_number_as_in_the_text() -> None:
    tight = hangul_habits(["배 20척과 30명이 3월 1일에 떠났다고", "했다"])
    loose = hangul_habits(["배 20 척과 30 명이 3월 1 일에 떠났다고", "했다"])
    assert is_broken("지난 14", "일에", tight)
    assert not is_broken("지난 14", "일에", loose)
    assert not is_broken("오후", "3시", tight)


def lines_at(texts: Sequence[str], left: float, right: float, top: float, height: float = 10.0) -> list[PrintedLine]:
    return [
        PrintedLine(0, text, left, right if at < len(texts) - 1 else left + 40, top - 14 * at, height, 40.0)
        for at, text in enumerate(texts)
    ]


def test_a_title_over_several_columns_does_not_widen_the_one_below_it() -> None:
    """The last line of a paragraph in Chinese may be of a few letters, for which there is room in no line before."""
    title = PrintedLine(0, "港口五月前不关闭", 50.0, 330.0, 760.0, 20.0, 280.0)
    column = [
        "市议会星期二经过长时间辩论决定港口开放到五月底",
        "渔民们从冬天起就要求作出决定因为冰毁了两座码头",
        "市长说没有人向我们要钱",
        "不会关闭。",
    ]
    made = [block.text for block in paragraphs_of([title, *lines_at(column, 50.0, 250.0, 700.0)])]
    assert made == ["港口五月前不关闭", "".join(column)]


def test_a_number_stands_beside_chinese_as_it_does_within_lines() -> None:
    """Though names in other letters have blanks about them."""
    lines = ["市长 Ada 和 Ben 说港口在5月31日前不会", "关闭其他两个码头会议将于3月", "22日举行由 Ada 和 Tom", "主持。"]
    made = [block.text for block in paragraphs_of(lines_at(lines, 50.0, 250.0, 700.0))]
    assert made == ["市长 Ada 和 Ben 说港口在5月31日前不会关闭其他两个码头会议将于3月22日举行由 Ada 和 Tom 主持。"]


def from_the_right(*placed: tuple[str, float, float]) -> list[Letter]:
    """Return letters by the places where they begin and end, in points."""
    return [Letter(sign, left, right, 700.0, 12.0, 10.0) for sign, left, right in placed]


@pytest.mark.parametrize(
    ("placed", "text"),
    [
        ([("ن", 60, 64), ("م", 55, 60.1), ("ی", 49, 55.1), ("د", 45, 48.5), ("ه", 41, 45)], "نمی\u200cده"),
        ([("ن", 60, 64), ("م", 55, 60.1), ("ی", 49, 55.1), ("د", 45, 49.1), ("ه", 41, 45)], "نمیده"),
        ([("ن", 60, 64), ("م", 55, 60.1), ("ی", 49, 55.1), ("د", 42, 46), ("ه", 38, 42)], "نمی ده"),
        ([("د", 60, 64), ("ا", 56, 59.4), ("ر", 51, 55.2)], "دار"),
        ([("ش", 60, 68), ("ي", 55, 60.1), ("ء", 50, 54.4)], "شيء"),
        ([("ש", 60, 64), ("ל", 55, 59.4)], "של"),
    ],
)
def test_letters_that_would_be_joined_and_are_not_have_a_non_joiner_between_them(
    placed: list[tuple[str, float, float]], text: str
) -> None:
    """As Persian writes it, and browsers print it: the sign itself is not in the document."""
    assert read_line(from_the_right(*placed)) == text
