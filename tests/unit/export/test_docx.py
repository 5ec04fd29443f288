"""The Word report: what is tracked gives both texts back, comments lie on words, and it opens as a document."""

import random
import xml.etree.ElementTree as ET
from io import BytesIO
from zipfile import ZipFile

import pytest
from docx import Document

from contracts.exporter import reports
from crossquote.comparison.align.diff import diff
from crossquote.export.exporter import known_formats
from crossquote.export.tracked import (
    Tracked,
    TrackedWords,
    changed_stretches,
    cut_stretches,
)
from crossquote.language.language import language_of
from crossquote.model.comparison import Change, Comparison, Op
from crossquote.model.span import Span
from crossquote.wording import tell

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
PAIRS = [
    ("We will open the bridge on Monday.", "We will open the bridge on Tuesday."),
    ("On Monday we will open the bridge, not the road.", "We will open the bridge on Monday, not the road."),
    ("", "All of it is new."),
    ("All of it is gone.", ""),
    ("a b c d e f", "e f a b c d"),
]


def accepted(found: tuple[TrackedWords, ...]) -> str:
    return "".join(one.text for one in found if one.mark is not Tracked.DELETED)


def rejected(found: tuple[TrackedWords, ...]) -> str:
    return "".join(one.text for one in found if one.mark is not Tracked.INSERTED)


def compared(base: str, text: str) -> Comparison:
    return Comparison(base, text, diff(base, text, language_of("en")))


@pytest.mark.parametrize(("base", "text"), PAIRS)
def test_accepting_gives_the_rendition_and_rejecting_the_base(base: str, text: str) -> None:
    found = changed_stretches(compared(base, text))
    assert accepted(found) == text
    assert rejected(found) == base


@pytest.mark.parametrize("seed", range(40))
def test_so_do_words_in_any_order(seed: int) -> None:
    chance = random.Random(seed)
    words = [
        "the",
        "bridge",
        "will",
        "open",
        "again",
        "on",
        "Monday",
        "if",
        "the",
        "mayor",
        "agrees",
        "to",
        "pay",
        "for",
    ]
    base = " ".join(chance.choices(words, k=chance.randrange(20)))
    text = " ".join(chance.choices(words, k=chance.randrange(20)))
    found = changed_stretches(compared(base, text))
    assert (rejected(found), accepted(found)) == (base, text)
    cut = cut_stretches(found, [Span(at, at + chance.randrange(9)) for at in range(0, len(text), 5)])
    assert (rejected(cut), accepted(cut)) == (base, text)


def test_what_moved_is_taken_out_where_it_stood() -> None:
    changes = (
        Change(Op.MOVE, Span(0, 2), Span(4, 6)),
        Change(Op.EQUAL, Span(2, 4), Span(0, 2)),
        Change(Op.EQUAL, Span(4, 6), Span(2, 4)),
    )
    found = changed_stretches(Comparison("a b c ", "b c a ", changes))
    assert [(one.text, one.mark) for one in found] == [
        ("a ", Tracked.DELETED),
        ("b ", Tracked.BOTH),
        ("c ", Tracked.BOTH),
        ("a ", Tracked.INSERTED),
    ]


@pytest.fixture(scope="module")
def parts() -> dict[str, ET.Element]:
    data = known_formats()[".docx"].render(reports()["harbour-strike"])
    with ZipFile(BytesIO(data)) as archive:
        return {name: ET.fromstring(archive.read(f"word/{name}.xml")) for name in ("document", "comments")}  # noqa: S314 - made just now


def test_each_comment_begins_and_ends_once_among_the_words(parts: dict[str, ET.Element]) -> None:
    ids = [one.get(f"{W}id") for one in parts["comments"].iter(f"{W}comment")]
    assert len(ids) > 20
    for name in ("commentRangeStart", "commentRangeEnd", "commentReference"):
        assert sorted(one.get(f"{W}id", "") for one in parts["document"].iter(f"{W}{name}")) == sorted(map(str, ids))


def test_changes_are_the_outlets_own_and_have_numbers_of_their_own(parts: dict[str, ET.Element]) -> None:
    changes = [one for name in ("ins", "del") for one in parts["document"].iter(f"{W}{name}")]
    outlets = {told.article.outlet for told in reports()["harbour-strike"].articles}
    assert {one.get(f"{W}author") for one in changes} <= outlets
    assert len({one.get(f"{W}id") for one in changes}) == len(changes) > 20


def test_a_reader_that_is_not_ours_opens_it() -> None:
    report = reports()["strange"]
    document = Document(BytesIO(known_formats()[".docx"].render(report)))
    assert [one.text for one in document.paragraphs if one.style is not None and one.style.style_id == "Heading2"]
    assert len(list(document.comments)) >= 3
    assert document.core_properties.author == "Crossquote"


def test_arabic_is_laid_out_from_the_right() -> None:
    from crossquote.export.formats.docx.ink import line  # noqa: PLC0415 - loads lxml

    arabic = line("سنفتح الجسر", language="ar")
    assert [one.tag for one in arabic.iter(f"{W}bidi")]
    assert [one.tag for one in arabic.iter(f"{W}rtl")]
    assert next(arabic.iter(f"{W}lang")).get(f"{W}bidi") == "ar"
    assert not list(line("We will open it").iter(f"{W}bidi"))


def test_what_stands_below_the_name_of_an_utterance_stays_with_its_renditions() -> None:
    report = reports()["hand"]
    document = Document(BytesIO(known_formats()[".docx"].render(report)))
    reaches = {tell(one.reach) for one in report.shared}
    found = [one for one in document.paragraphs if one.text in reaches]
    assert len(found) == len(report.shared)
    assert all(one.paragraph_format.keep_with_next for one in found)
