"""Subtitles: sentences are whole again, each with the time at which it is said."""

from pathlib import Path

import pytest

from contracts.reader import HINTS, ReaderContract
from crossquote.articles.read import read_article
from crossquote.articles.reader import Reader
from crossquote.articles.readers import srt, vtt
from crossquote.errors import UserError
from crossquote.language.language import language_of
from crossquote.quotes.find import find_quotes
from saying import says

SRT = (
    "1\r\n00:00:01,000 --> 00:00:03,000\r\nThe minister said: “We will not\r\n\r\n"
    "2\r\n00:00:03,200 --> 00:00:05,000\r\n<i>leave</i> the port.”\r\n\r\n"
    "3\r\n00:01:02,500 --> 00:01:04,000\r\n{\\an8}- Do you stay?\r\n- Yes &amp; no.\r\n\r\n"
    "4\r\n01:00:00,000 --> 01:00:02,000\r\n\r\n我们留在\r\n港口。\r\n"
)
SRT_TEXT = [
    "[00:00:01] The minister said: “We will not leave the port.”",
    "[00:01:02] – Do you stay?",
    "[00:01:02] – Yes & no.",
    "[01:00:00] 我们留在港口。",
]
VTT = (
    "WEBVTT - a talk\n\nNOTE not said\n\nSTYLE\n::cue { color: red }\n\n"
    "intro\n00:01.000 --> 00:02.000 align:start\n<v.loud Ada Lindqvist>We go.</v>\n\n"
    "00:02.500 --> 00:04.000\n<v Ben Arrado>We <c.x>stay</c> <00:03.000>in\nthe port\n\n"
    "00:04.000 --> 00:06.000\nthe port\nuntil May.\n"
)
VTT_TEXT = ["[00:00:01] Ada Lindqvist: We go.", "[00:00:02] Ben Arrado: We stay in the port until May."]


class TestSrtReader(ReaderContract):
    @pytest.fixture
    def reader(self) -> Reader:
        return srt.READER

    @pytest.fixture
    def samples(self) -> list[tuple[str, bytes]]:
        numberless = SRT.partition("\n")[2]
        return [("a.srt", SRT.encode()), ("b.txt", SRT.encode("utf-8-sig")), ("c.txt", numberless.encode())]


class TestVttReader(ReaderContract):
    @pytest.fixture
    def reader(self) -> Reader:
        return vtt.READER

    @pytest.fixture
    def samples(self) -> list[tuple[str, bytes]]:
        return [("a.vtt", VTT.encode())]


@pytest.mark.parametrize(("reader", "data", "lines"), [(srt.READER, SRT, SRT_TEXT), (vtt.READER, VTT, VTT_TEXT)])
def test_what_is_said_is_told_with_its_time(reader: Reader, data: str, lines: list[str]) -> None:
    draft = reader.read(data.encode(), HINTS)
    assert draft.text.split("\n\n") == lines  # type: ignore[union-attr]
    times = [span.of(draft.text) for span in draft.layout.skipped]  # type: ignore[union-attr]
    assert times == [line.split(" ")[0] + " " for line in lines]


def subtitles(*cues: tuple[float, str]) -> bytes:
    """Write cues that each are seen for two seconds."""

    def told(at: float) -> str:
        return f"00:{int(at) // 60:02}:{int(at) % 60:02},{int(at % 1 * 1000):03}"

    return "\n".join(
        f"{number}\n{told(at)} --> {told(at + 2)}\n{text}\n" for number, (at, text) in enumerate(cues, 1)
    ).encode()


def spoken(*cues: tuple[float, str]) -> list[str]:
    draft = srt.READER.read(subtitles(*cues), HINTS)
    return [line.partition("] ")[2] for line in draft.text.split("\n\n")]


def test_who_speaks_is_said_of_each_sentence_until_another_is_named() -> None:
    assert spoken((0, "KESSEL: We will not leave"), (2, "the port. We stay."), (4, "Until May."), (6, "ROE: Why?")) == [
        "KESSEL: We will not leave the port. We stay.",
        "KESSEL: Until May.",
        "ROE: Why?",
    ]
    assert spoken((0, "ANNA KESSEL: We stay\nROE: Why?"), (2, "- KESSEL: So."), (4, "- Yes.\n- No.")) == [
        "ANNA KESSEL: We stay",
        "ROE: Why?",
        "KESSEL: So.",
        "– Yes.",
        "– No.",
    ]


def test_after_a_silence_or_a_sound_nobody_is_said_to_speak() -> None:
    assert spoken((0, "KESSEL: We stay."), (9, "Why?"), (12, "ROE:\nSo."), (14, "[applause]"), (16, "Why?")) == [
        "KESSEL: We stay.",
        "Why?",
        "ROE: So.",
        "[applause]",
        "Why?",
    ]


def test_two_names_in_small_letters_speak_where_they_do_so_often() -> None:
    often = spoken((0, "Anna Kessel: We stay."), (2, "Until May."), (4, "Ben Roe: Why?"), (6, "Anna Kessel: So."))
    assert often == ["Anna Kessel: We stay.", "Anna Kessel: Until May.", "Ben Roe: Why?", "Anna Kessel: So."]
    assert spoken((0, "He read us the New Rules: we stay"), (2, "The Law: nobody leaves."), (4, "Until May.")) == [
        "He read us the New Rules: we stay The Law: nobody leaves.",
        "Until May.",
    ]


@pytest.mark.parametrize(
    "shouted",
    [
        "BREAKING NEWS: the port closes.",
        "U.S.: the army moves.",
        "COVID-19: the numbers rise.",
        "IT WAS: A GOOD DAY.",
        "AND I SAID TO HIM: GO.",
        "UPDATE: he resigned.",
        "СРОЧНО: порт закрыт.",
    ],
)
def test_what_is_in_capitals_before_a_colon_is_no_speaker_unless_it_is_like_a_name(shouted: str) -> None:
    said = [(0, shouted), (2, "Nobody leaves.")]
    assert spoken(*said) == [shouted, "Nobody leaves."]
    after = spoken((0, "ROE: We stay."), *((at + 2, words) for at, words in said))
    assert after == ["ROE: We stay.", shouted, "Nobody leaves."]
    assert srt.READER.read(subtitles(*said), HINTS).title == shouted


def test_what_comes_twice_before_a_colon_is_who_speaks() -> None:
    said = spoken((0, "MAN IN RED: Go."), (2, "Now."), (4, "ANNA VAN ROE: Why?"), (6, "So?"), (8, "MAN IN RED: Go."))
    assert spoken((0, "İBRAHİM DEMİR: Kalıyoruz."), (2, "Mayısa kadar."))[1] == "İBRAHİM DEMİR: Mayısa kadar."
    assert said == ["MAN IN RED: Go.", "MAN IN RED: Now.", "ANNA VAN ROE: Why?", "ANNA VAN ROE: So?", "MAN IN RED: Go."]


def test_a_recording_is_called_by_what_is_said_first() -> None:
    assert srt.READER.read(SRT.encode(), HINTS).title == "The minister said: “We will not leave the port.”"


def test_a_file_of_no_words_says_so() -> None:
    with pytest.raises(UserError, check=says("may be damaged")):
        vtt.READER.read(b"WEBVTT\n", HINTS)


@pytest.mark.usefixtures("kept_processes")
def test_what_one_says_in_several_sentences_is_theirs(tmp_path: Path) -> None:
    path = tmp_path / "talk.srt"
    path.write_bytes(
        subtitles((0, "KESSEL: We will not leave"), (2, "the port."), (4, "We stay until May."), (6, "So."))
    )
    article = read_article(path)
    found = find_quotes(article, language_of("en"))
    assert [(quote.speaker and quote.speaker.name, quote.spans[0].of(article.text)) for quote in found] == [
        ("KESSEL", "We will not leave the port."),
        ("KESSEL", "We stay until May."),
        ("KESSEL", "So."),
    ]


@pytest.mark.usefixtures("kept_processes")
@pytest.mark.parametrize(
    "turns",
    [
        [("Anna Kessel", "We will not leave the port."), ("John Doe", "And why is that so?")],
        [("Anna Kessel", f"We will not leave the port in {year}.") for year in (2030, 2031, 2032)],
        [("Anna Kessel", "We leave before May, I tell you.")],
    ],
)
def test_tags_of_voices_say_who_speaks_however_few_do(tmp_path: Path, turns: list[tuple[str, str]]) -> None:
    cues = [f"00:{at:02}.000 --> 00:{at:02}.900\n<v {who}>{words}</v>\n" for at, (who, words) in enumerate(turns)]
    path = tmp_path / "talk.vtt"
    path.write_text("\n".join(["WEBVTT\n", *cues]), encoding="utf-8")
    article = read_article(path)
    found = find_quotes(article, language_of("en"))
    assert [(quote.speaker and quote.speaker.name, quote.spans[0].of(article.text)) for quote in found] == turns
