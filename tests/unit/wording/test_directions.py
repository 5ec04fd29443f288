"""In words that are read from right to left, a stranger's text keeps its own direction to itself."""

import pytest

from crossquote.message import Message, message, verbatim
from crossquote.wording import tell
from crossquote.wording.locales import reads_right_to_left


@pytest.mark.parametrize(
    ("said", "told"),
    [
        (
            message("strength.weaker", was="strongly requested", now="asked"),
            ("\u2068strongly requested\u2069", "\u2068asked\u2069"),
        ),
        (message("decision.note", note=verbatim("Ask her!")), ("\u2068Ask her!\u2069",)),
        (message("reason.names", words=("Ada", "7", "عدن")), ("\u2068Ada\u2069", "عدن")),
        (message("joint.about", before="2025-03-14", after="1.2.3"), ("\u20682025-03-14\u2069", "\u20681.2.3\u2069")),
        (message("joint.about", before="\u2068Ada\u2069", after="نعم"), ("\u2068Ada\u2069: نعم",)),
    ],
)
def test_a_text_is_set_apart(said: Message, told: tuple[str, ...]) -> None:
    words = tell(said, "ar")
    assert all(part in words for part in told)
    assert words.count("\u2068") == words.count("\u2069") == sum(part.count("\u2068") for part in told)


@pytest.mark.parametrize(
    "said",
    [
        message("strength.weaker", was="طلب", now="رجا"),
        message("count.articles", count=7),
        message("window.files.article-kinds", readable="*.txt *.html"),
        message("language.name", code="no-language"),
        message("decision.note", note=message("fact.yes")),
    ],
)
def test_what_needs_no_marks_gets_none(said: Message) -> None:
    assert "\u2068" not in tell(said, "ar")


def test_what_the_words_set_apart_themselves_is_one_piece() -> None:
    told = tell(message("error.no-package.advice", pair="uk-en", file="a.argosmodel", link="https://example.org"), "ar")
    assert "\u2066crossquote packages download uk-en\u2069" in told
    assert "\u2068a.argosmodel\u2069" in told


@pytest.mark.parametrize(("locale", "answer"), [("ar", True), ("he", True), ("en_GB", False), ("de", False)])
def test_a_locale_has_a_direction(locale: str, answer: bool) -> None:
    assert reads_right_to_left(locale) is answer


def test_elsewhere_nothing_is_set_apart() -> None:
    for language in ("en", "de", "uk", "qps"):
        assert "\u2068" not in tell(message("strength.weaker", was="سأل", now="asked"), language)
