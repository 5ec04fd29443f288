"""Who speaks, across articles: a name beside the very words comes before what a pronoun is taken for."""

import json

import pytest

from crossquote.export.formats.json import compared_row
from crossquote.model.finding import Severity
from crossquote.model.state import State
from crossquote.model.utterance import Utterance
from crossquote.progress import finish
from crossquote.wording.telling import tell
from crossquote.work.edits.quotes import correct_quote
from crossquote.work.edits.speakers import join_speakers
from crossquote.work.report import gather_report
from crossquote.work.session import Session
from crossquote.work.stages.pipeline import add_text
from crossquote.work.stages.who_speaks import quotes_told, speaker_of, told_by_others

_WORDS = "We will not sell a single acre of the northern forest to anybody, this year or the next"
_NAMED = f"Forest talks\n\n“{_WORDS},” Minister Ada Lindqvist said.\n\nThe vote is on Monday.\n"
_POINTED = (
    "Forest talks\n\nAda Lindqvist came late. The plan was drawn up by Karl Brandt. Karl Brandt spoke first.\n\n"
    f"“{_WORDS},” {{}} said.\n\nThe vote is on Monday.\n"
)
_UNKNOWING = f"Forest talks\n\nKarl Brandt spoke at length.\n\n“{_WORDS},” he said.\n\nThe vote is on Monday.\n"


def _session(*texts: str) -> Session:
    session = Session()
    for number, text in enumerate(texts):
        finish(add_text(session, text, f"outlet-{number}"))
    return session


def _shared(state: State) -> Utterance:
    (found,) = (one for one in state.utterances.values() if len(one.renditions) > 1)
    return found


def _speakers(session: Session) -> list[str | None]:
    utterance = _shared(session.state)
    told = told_by_others(session.state, utterance)
    return [speaker_of(session.state, one, told) for one in utterance.renditions]


def _told(session: Session) -> dict[str, Severity]:
    comparisons = _shared(session.state).comparisons
    return {finding.check: finding.severity for one in comparisons if one for finding in one.findings}


@pytest.mark.parametrize("pointing", ["he", "she", "the minister"])
def test_who_is_only_pointed_at_is_who_another_article_names(pointing: str) -> None:
    session = _session(_NAMED, _POINTED.format(pointing))
    assert _speakers(session) == ["Ada Lindqvist", "Ada Lindqvist"]
    assert _shared(session.state).speaker == "Ada Lindqvist"
    assert "speaker" not in _told(session)


def test_it_is_said_where_the_name_comes_from() -> None:
    report = gather_report(_session(_NAMED, _POINTED.format("he")).state)
    (utterance,) = (one for one in report.utterances if one.shared)
    assert [tell(one.credit) for one in utterance.renditions] == ["", "“Outlet 0” names who says this"]
    row = json.loads(json.dumps(compared_row(report)))
    (shared,) = (one for one in row["utterances"] if len(one["renditions"]) > 1)
    speakers = [one["quotes"][0]["speaker"] for one in shared["renditions"]]
    assert [one["name"] for one in speakers] == ["Ada Lindqvist", "Ada Lindqvist"]
    assert speakers[1]["text"] == "he"


def test_the_order_of_the_articles_makes_no_difference() -> None:
    session = _session(_POINTED.format("he"), _NAMED)
    assert _speakers(session) == ["Ada Lindqvist", "Ada Lindqvist"]


def test_a_guess_that_another_article_contradicts_is_no_name() -> None:
    session = _session(_NAMED, _UNKNOWING)
    assert _speakers(session) == ["Ada Lindqvist", "he"]
    assert _shared(session.state).speaker == "Ada Lindqvist"
    assert _told(session).get("speaker", Severity.NEUTRAL) is Severity.NEUTRAL


def test_two_who_are_named_beside_the_words_are_two() -> None:
    session = _session(_NAMED, _POINTED.format("Karl Brandt"))
    assert _speakers(session) == ["Ada Lindqvist", "Karl Brandt"]
    assert _told(session)["speaker"] is Severity.MAJOR


def test_where_the_others_name_two_nobody_is_taken() -> None:
    session = _session(_NAMED, _POINTED.format("Karl Brandt"), _POINTED.format("he"))
    assert _speakers(session)[2] == "Karl Brandt"


def test_what_the_user_says_stands() -> None:
    session = _session(_NAMED, _POINTED.format("he"))
    quote = _shared(session.state).renditions[1].quotes[0]
    finish(correct_quote(session, quote, speaker="Karl Brandt"))
    assert _speakers(session)[1] == "Karl Brandt"
    finish(correct_quote(session, quote, speaker=""))
    assert _speakers(session)[1] is None


def test_it_follows_when_the_other_article_is_corrected() -> None:
    session = _session(_NAMED, _POINTED.format("he"))
    finish(correct_quote(session, _shared(session.state).renditions[0].quotes[0], speaker="Karl Brandt"))
    assert _speakers(session) == ["Karl Brandt", "Karl Brandt"]
    finish(join_speakers(session, "Karl Brandt", "Carl Brandt"))
    assert _speakers(session) == ["Carl Brandt", "Carl Brandt"]


def test_the_article_tells_it_too() -> None:
    session = _session(_NAMED, _POINTED.format("he"))
    article = _shared(session.state).renditions[1].article
    said = {
        quote.text(session.state.articles[article].text): quote.speaker for quote in quotes_told(session.state, article)
    }
    speaker = said[_WORDS]
    assert speaker is not None
    assert speaker.name == "Ada Lindqvist"
    assert tell(speaker.reason) == "“Outlet 0” names who says this"
