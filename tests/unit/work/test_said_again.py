"""What an article says again, and again: it is told once, and compared once."""

import pytest

from crossquote.comparison.compare import compare as whole_compare
from crossquote.comparison.reading.side import Side
from crossquote.model.comparison import Comparison
from crossquote.progress import finish
from crossquote.work.session import Session
from crossquote.work.stages import said_again
from crossquote.work.stages.pipeline import add_text

SAID = "“We will open the old harbour bridge on Monday,” Mayor Ada Lindqvist said."


@pytest.fixture
def compared(monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """Give the comparisons that are made to see what is said again."""
    made: list[object] = []
    real = whole_compare

    def compare(base: Side, text: Side) -> Comparison:
        made.append((base, text))
        return real(base, text)

    monkeypatch.setattr(said_again, "compare", compare)
    return made


def test_the_same_words_without_end_are_one_account_and_compared_with_nothing(compared: list[object]) -> None:
    session = Session()
    finish(add_text(session, "Bridge\n\n" + f"{SAID}\n" * 300, "first"))
    (utterance,) = session.state.utterances.values()
    assert [len(one.quotes) for one in utterance.renditions] == [1]
    assert [len(one.reports) for one in utterance.renditions] == [299]
    assert compared == []
