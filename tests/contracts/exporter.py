"""What every format of a report keeps to: those of the program, and one that is added, pass this same class."""

from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from msgspec.structs import replace

from crossquote.errors import CheckFailedError, UserError
from crossquote.export.document import Report
from crossquote.export.exporter import export_report
from crossquote.export.format import Format
from crossquote.export.verify import texts_of, verify_report
from crossquote.message import verbatim
from crossquote.model.review import Decision, Judgement, Note, Ruling, Stamp, Verdict, about_finding
from crossquote.model.state import State
from crossquote.model.step import StepName
from crossquote.model.translation import SentenceKey, Translation
from crossquote.progress import finish
from crossquote.wording import tell
from crossquote.wording.catalogue import PSEUDO
from crossquote.work.edits.review import findings
from crossquote.work.report import gather_report
from crossquote.work.session import Session
from crossquote.work.stages.pipeline import add_text
from crossquote.work.stories import list_stories
from gui.hand_made import sample_state
from sample_stories import read_story
from saying import says

ODD = (
    "<script>alert(1)</script> & \"'` ${x} {y} %s \u202eright\u202c قال "
    "\x00\x1b[31m\x85 \ud800\uffff \U0001f6a2 ]]> [b] = =1+1"
)
"""What an article, a file name or a user may hold, and what no format may stumble over."""
BY = Stamp(f"ada {ODD}", "2025-03-14T10:00:00+00:00")


def _decided(state: State) -> State:
    """Return `state` with something odd said of everything that something can be said of."""
    utterance = next(one for one in state.utterances.values() if one.measured)
    index = next(number for number in utterance.measured if any(findings(state, utterance, number)))
    first, *others = findings(state, utterance, index)
    judged = {utterance.renditions[index].quotes[0]: Judgement(Verdict.ELSEWHERE, BY)}
    abouts = [f"utterance:{utterance.id}", f"quote:{utterance.renditions[index].quotes[0]}", about_finding(first.key)]
    abouts += (f"article:{next(iter(state.articles))}", "quote:gone")
    for alone in (one for one in state.utterances.values() if len(one.renditions) == 1):
        quote = alone.renditions[0].quotes[0]
        abouts += (f"utterance:{alone.id}", f"quote:{quote}")
        judged[quote] = Judgement(Verdict.PARAPHRASE, BY)
        break
    return replace(
        state,
        verdicts=judged,
        rulings={
            first.key: Decision(Ruling.DISMISSED, ODD, BY),
            **{one.key: Decision(Ruling.ACCEPTED, "", BY) for one in others},
        },
        notes={about: Note(about, f"{number} {ODD}", BY) for number, about in enumerate(abouts)},
    )


def _strange() -> State:
    session = Session()
    for number, day in enumerate(("Monday", "Tuesday", "Friday")):
        text = f'Title {ODD}\n\n"We shall open the bridge on {day}, {ODD} as promised," Mayor Ada Lindqvist said.\n'
        finish(add_text(session, text, f"outlet-{number} {ODD}"))
    key = SentenceKey(f"Міст {ODD}", "uk", "en")
    return replace(session.state, sentences={key: Translation(key.text, f"A bridge {ODD}", (("uk", "en"),), own=True)})


@lru_cache(maxsize=1)
def reports() -> dict[str, Report]:
    """Return reports by a name: on the sample stories, on a state made by hand, on odd texts, and on nothing."""
    with TemporaryDirectory() as home, pytest.MonkeyPatch.context() as patch:
        patch.setenv("CROSSQUOTE_HOME", home)  # whoever asks first may have settings of its own, and these are kept
        return dict(_reports())


def _reports() -> Iterator[tuple[str, Report]]:
    log = (
        StepName(1, verbatim(f"Add {ODD}"), BY.who, BY.at),
        StepName(2, verbatim("Dismiss: name"), "ada", BY.at, undone=True),
    )
    yield "nothing", Report()
    yield "hand", gather_report(_decided(sample_state()), log)
    yield "strange", gather_report(_decided(_strange()), log, title=ODD)
    for story in list_stories():
        state = read_story(story)
        assert state.evidence, "the sample packages translate it"
        yield story.id, gather_report(_decided(state), log, title=story.title)


class ExporterContract:
    """A subclass gives `chosen`, the format."""

    @pytest.fixture
    def chosen(self) -> Format:
        raise NotImplementedError

    def test_it_names_itself(self, chosen: Format) -> None:
        assert chosen.ending.startswith(".")
        assert chosen.ending == chosen.ending.lower()
        assert "/" in chosen.media
        assert chosen.holds
        assert "⟨" not in tell(chosen.name), "a catalogue has its name"

    @pytest.mark.parametrize("name", ["nothing", "hand", "strange", *(story.id for story in list_stories())])
    def test_what_it_writes_says_what_the_report_says_and_is_the_same_each_time(
        self, chosen: Format, name: str, tmp_path: Path
    ) -> None:
        report = reports()[name]
        path = tmp_path / f"report{chosen.ending}"
        export_report(report, path, chosen)
        assert [entry.name for entry in tmp_path.iterdir()] == [path.name]
        again = chosen.render(chosen.fit(replace(report)))
        assert path.read_bytes() == again, "the same report is the same file"

    def test_there_is_something_in_it(self, chosen: Format) -> None:
        assert any(texts_of(reports()["strange"], chosen))

    def test_it_is_told_in_the_language_of_the_report(self, chosen: Format) -> None:
        report = replace(reports()["hand"], language=PSEUDO)
        verify_report(report, chosen, chosen.render(report))

    def test_what_is_cut_off_is_not_taken_for_whole(self, chosen: Format) -> None:
        report = reports()["strange"]
        data = chosen.render(report)
        with pytest.raises(CheckFailedError):
            verify_report(report, chosen, data[: len(data) // 2])

    def test_what_fails_leaves_the_file_as_it_was(self, chosen: Format, tmp_path: Path) -> None:
        path = tmp_path / f"report{chosen.ending}"
        path.write_bytes(b"as it was")
        empty = chosen.render(Report())
        with pytest.raises(UserError, check=says("could not be verified, and was not written")):
            export_report(reports()["strange"], path, replace(chosen, render=lambda _: empty))
        with pytest.raises(ZeroDivisionError):
            export_report(reports()["hand"], path, replace(chosen, render=lambda _: bytes(1 // 0)))
        assert [(entry.name, entry.read_bytes()) for entry in tmp_path.iterdir()] == [(path.name, b"as it was")]
