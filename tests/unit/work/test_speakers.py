"""Edits of speakers: joined and parted names are respected by grouping and by an utterance’s speaker."""

from contextlib import closing
from pathlib import Path

from msgspec.structs import replace

from crossquote.progress import finish
from crossquote.project.store import Project
from crossquote.work.edits.quotes import correct_quote
from crossquote.work.edits.speakers import forget_speaker, join_speakers, part_speaker
from crossquote.work.people import find_speakers
from crossquote.work.session import Session
from crossquote.work.stages.pipeline import add_text

_SAID = "We will send three ferries to the island on Monday"
_TOLD = "Three ferries will go to the island on Monday"
"""The same in other words: the same words would be one utterance, whoever says them."""


def _session(first: str, second: str) -> Session:
    session = Session()
    for said, name in ((_SAID, first), (_TOLD, second)):
        finish(add_text(session, f'Title\n\n"{said}," said {name}.\n', f"outlet of {name}"))
    return session


def _speakers(session: Session) -> list[str | None]:
    return [utterance.speaker for utterance in session.state.utterances.values()]


def test_names_that_sound_alike_are_one_until_parted() -> None:
    session = _session("Ada Lindqvist", "Lindqvist")
    assert _speakers(session) == ["Ada Lindqvist"]
    assert [len(person.names) for person in finish(find_speakers(session.state)).people] == [2]
    finish(part_speaker(session, "Lindqvist"))
    assert sorted(map(str, _speakers(session))) == ["Ada Lindqvist", "Lindqvist"]
    assert [len(person.names) for person in finish(find_speakers(session.state)).people] == [1, 1]
    finish(forget_speaker(session, "Lindqvist"))
    assert _speakers(session) == ["Ada Lindqvist"]


def test_who_speaks_is_known_as_long_as_the_quotes_are_the_same_and_what_is_said_of_them() -> None:
    """The list of speakers was worked out again at every decision, and at every name: seconds for thousands of them."""
    session = _session("Ada Lindqvist", "Maria Holm")
    known = finish(find_speakers(session.state))
    assert known.are_of(replace(session.state, unfinished=True))
    finish(part_speaker(session, "Maria Holm"))
    assert not known.are_of(session.state)


def test_joined_names_are_one_person_under_the_name_told() -> None:
    session = _session("Ada Lindqvist", "Maria Holm")
    assert len(_speakers(session)) == 2
    changes = finish(join_speakers(session, "Maria Holm", "Ada Lindqvist"))
    assert changes.utterances
    assert _speakers(session) == ["Ada Lindqvist"]
    assert session.state.same_speakers == {"Maria Holm": "Ada Lindqvist"}
    finish(join_speakers(session, "Ada Lindqvist", "Maria Holm"))
    assert _speakers(session) == ["Ada Lindqvist"]


def test_a_project_keeps_what_was_said_of_speakers(tmp_path: Path) -> None:
    with closing(Project(tmp_path / "one.crossquote", new=True)) as project:
        session = Session(project=project)
        finish(add_text(session, f'Title\n\n"{_SAID}," said Ada Lindqvist.\n', "outlet"))
        finish(part_speaker(session, "Ada Lindqvist"))
        session.undo()
        assert not session.state.same_speakers
        session.redo()
        assert session.state.same_speakers == {"Ada Lindqvist": "Ada Lindqvist"}


def test_a_speaker_whom_only_other_articles_name_in_the_reading_language_is_called_as_they_do() -> None:
    session, said = (
        Session(),
        "Заголовок\n\n«Мы пришлём три парома на остров в понедельник», — сказал Дмитрий Песков.\n",
    )
    finish(add_text(session, said, "russian"))
    assert set(_speakers(session)) == {"Дмитрий Песков"}
    finish(add_text(session, 'Title\n\n"There will be no call this week," said Dmitry Peskov.\n', "english"))
    assert set(_speakers(session)) == {"Dmitry Peskov"}
    finish(part_speaker(session, "Дмитрий Песков"))
    assert set(_speakers(session)) == {"Dmitry Peskov", "Дмитрий Песков"}


def test_renditions_of_one_person_are_not_compared_anew_by_whatever_name_they_go() -> None:
    session = _session("Ada Lindqvist", "Ada Lindqvist")
    (before,) = session.state.utterances.values()
    finish(join_speakers(session, "Ada Lindqvist", "Maria Holm"))
    (after,) = session.state.utterances.values()
    assert after.speaker == "Maria Holm"
    assert after.comparisons is before.comparisons


def test_joined_speakers_are_no_finding_any_more() -> None:
    session = Session()
    for name in ("Ada Lindqvist", "Maria Holm"):
        finish(add_text(session, f'Title\n\n"{_SAID}," said {name}.\n', f"outlet of {name}"))
    assert _checks(session) == ["speaker"]
    finish(join_speakers(session, "Maria Holm", "Ada Lindqvist"))
    assert _checks(session) == []
    finish(forget_speaker(session, "Maria Holm"))
    assert _checks(session) == ["speaker"]


def _checks(session: Session) -> list[str]:
    (utterance,) = session.state.utterances.values()
    return [finding.check for found in utterance.comparisons if found for finding in found.findings]


def test_a_name_that_the_user_gives_is_the_utterances_though_others_are_commoner() -> None:
    session = Session()
    for number in range(3):
        finish(add_text(session, f'Title {number}\n\n"{_SAID}," said Maria Holm.\n', f"outlet {number}"))
    quote = next(iter(session.state.quotes))
    finish(correct_quote(session, quote, speaker="Ada Lindqvist"))
    assert _speakers(session) == ["Ada Lindqvist"]
