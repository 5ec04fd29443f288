"""RTF: letters in every way that programs write them, and nothing that is not to be read."""

import pytest

from contracts.reader import HINTS, ReaderContract, only
from crossquote.articles.reader import Draft, Reader
from crossquote.articles.readers import rtf
from crossquote.errors import UserError
from kept import kept
from saying import says

FONTS = r"{\fonttbl{\f0\fcharset0 Arial;}{\f1\fcharset204 Arial Cyr;}{\f2\fcharset128 Gothic;}{\f3\fcharset2 Symbol;}}"
START = r"{\rtf1\ansi\ansicpg1252\deff0" + FONTS
BODY = (
    r"{\stylesheet{\s1 heading 1;}}{\info{\title The port}{\author Nobody}}{\*\generator Program;}"
    r"{\header Daily\par}\pard\s1 The port stays\par\pard\plain "
    r"\ldblquote We stay,\rdblquote  she said.{\footnote\pard\chftn  A note.}\par"
)
TEXT = "The port stays\n\n“We stay,” she said.\n\nA note."


def read(body: str | bytes) -> Draft:
    whole = body if isinstance(body, bytes) else (START + body + "}").encode("latin-1")
    return only(rtf.READER.read(whole, HINTS))


class TestRtfReader(ReaderContract):
    @pytest.fixture
    def reader(self) -> Reader:
        return rtf.READER

    @pytest.fixture
    def samples(self) -> list[tuple[str, bytes]]:
        return [("a.rtf", (START + BODY + "}").encode()), ("b", b"{\\rtf1\\ansi \\ldblquote We go.\\rdblquote\\par}")]


def test_a_document_gives_its_paragraphs_its_title_and_what_is_aside() -> None:
    draft = read(BODY)
    assert kept(draft) == TEXT
    assert draft.title == "The port stays"
    assert draft.set_aside == ("Daily",)


@pytest.mark.parametrize(
    ("body", "text"),
    [
        (r"caf\'e9 \'93x\'94", "café “x”"),
        (r"{\f1 \'cf\'ee\'f0\'f2}", "Порт"),
        (r"{\f2 \'8d\'60}", "港"),
        (r"{\dbch\af2 \'8d\'60}{\loch a}", "港a"),
        (r"\u1055?\u1086\'3f\u1088 ?\u1090?", "Порт"),
        (r"\uc0\u1055\u1086\uc1\u1088?", "Пор"),
        (r"\uc2\u1055\'3f\'3fx", "Пx"),
        (r"\u-10179?\u-8930?!", "🤞"[:0] + "\U0001f51e!"),
        (r"{\upr{ansi}{\*\ud{\u1055?}}}", "П"),
        (r"a{\deleted gone}{\v hidden}{\revised b}", "ab"),
        (r"a{\pict ffd8ff}{\*\unknown x}{\field{\*\fldinst HYPERLINK x}{\fldrslt link}}", "alink"),
        (r"a\bin5 {{{{{b", "ab"),
        (r"a\~b\_c\-d\{e\}\\", "a\u00a0b\u2011cd{e}\\"),
        (r"one\line two\tab three", "one\ntwo\tthree"),
        (r"one\cell two\cell\row three", "one\n\ntwo\n\nthree"),
        (r"Box:{\shp{\*\shpinst{\sp{\sn x}{\sv y}}{\shptxt in the box\par}}} on.\par", "Box: on.\n\nin the box"),
        ("one\\\ntwo", "one\n\ntwo"),
        (r"{\f3 \'b7}x", "x"),
        (r"\u1513\'f9\u1500\'ec", "של"),
    ],
)
def test_letters_and_words(body: str, text: str) -> None:
    assert read(body).text == text


@pytest.mark.parametrize(
    ("data", "words"),
    [(b"{\\rtf1 " + b"{" * 20_000, "unpacks to more"), (b"rtf", "may be damaged")],
)
def test_what_is_hostile_is_refused(data: bytes, words: str) -> None:
    with pytest.raises(UserError, check=says(words)):
        read(data)


@pytest.mark.parametrize("end", [b"", b"}}}}}", b"\\u99999999999?", b"\\bin99999999999 x", b"\\'zz", b"\\", b"\\f-1 x"])
def test_a_document_that_is_cut_off_gives_what_it_has(end: bytes) -> None:
    assert read(b"{\\rtf1 We stay." + end).text.startswith("We stay.")


def test_ten_megabytes_of_a_picture_take_no_time_to_speak_of() -> None:
    assert read(b"{\\rtf1 a{\\pict " + b"00ff\n" * 1_500_000 + b"}b}").text == "ab"
