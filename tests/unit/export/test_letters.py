"""Letters of reports: what turns the direction of what follows goes, what sets apart stays."""

import pytest

from crossquote.export.letters import cell_text, printable

KEPT = [
    "أضعف: \u2068really asked\u2069 بدلًا من \u2068strongly requested\u2069",
    "\u2068a \u2068b\u2069 c\u2069",
    "\u2066crossquote report\u2069",
    "\u200f14\u200f/03",
]
CLEANED = [
    ("\u202eevil", "evil"),
    ("\u2068evil", "evil"),
    ("evil\u2069 more", "evil more"),
    ("\u2067evil\u2069", "evil"),
    ("\u2068a\u202eb\u2069", "ab"),
    ("\u2066a \u2068b\u2069", "a \u2068b\u2069"),
    ("\x01a\x03", "\ufffda\ufffd"),
]


@pytest.mark.parametrize("text", KEPT)
def test_a_pair_stays(text: str) -> None:
    assert printable(text) == cell_text(text) == text


@pytest.mark.parametrize(("text", "told"), CLEANED)
def test_what_turns_goes(text: str, told: str) -> None:
    assert printable(text) == cell_text(text) == told


def test_a_pair_on_a_page_stays_within_a_line() -> None:
    line = "<p>\u2068<b>Ada</b>\u2069: نعم</p>"
    assert printable(line) == line
    assert printable("<p>\u2068Ada</p><p>\u2069نعم</p>") == "<p>Ada</p><p>نعم</p>"
