"""Grouping as the window shows it: parts beside reports, bases, names."""

from crossquote.progress import finish
from crossquote.work.pipeline import add_text
from crossquote.work.session import Session

REPORT = "One\n\nThe harbour office stated that there is no risk of flooding in the Ellmar valley.\n"
PARTS = (
    "Two\n\nThe harbour office said that warnings of a flood in the Ellmar valley are false, that there is “no risk” "
    "of flooding, and that all ships lie in “calmer” waters.\n"
)


def open_both() -> Session:
    session = Session()
    finish(add_text(session, REPORT, "first"))
    finish(add_text(session, PARTS, "second"))
    return session


def test_a_part_stands_beside_the_report_that_says_it_too() -> None:
    state = open_both().state
    shared = [found for found in state.utterances.values() if len(found.renditions) > 1]
    assert len(shared) == 1
    texts = {rendition.text for rendition in shared[0].renditions}
    assert "no risk" in texts
    assert any("no risk of flooding in the Ellmar valley" in text for text in texts)
    assert shared[0].renditions[shared[0].base].text != "no risk"


def test_a_part_that_nobody_else_says_stays_alone() -> None:
    state = open_both().state
    alone = [found for found in state.utterances.values() if len(found.renditions) == 1]
    assert [found.renditions[0].text for found in alone] == ["calmer"]
