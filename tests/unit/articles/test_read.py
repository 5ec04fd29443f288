"""Reading plain articles: what is accepted, and one clear error for what is not."""

import os
from codecs import BOM_UTF8
from contextlib import suppress
from pathlib import Path
from time import process_time

import pytest

from crossquote.articles.file import MAX_BYTES
from crossquote.articles.read import make_article, read_article
from crossquote.errors import ErrorCode, UserError
from crossquote.wording.telling import tell
from crossquote.wording.trouble import tell_error
from saying import says

CYRILLIC = "Міністр заявив, що домовленості немає. Переговори тривають уже третій день поспіль."
PASTED = """The minister denied it — the envoy spoke instead

Author:
Olena Vymyshlena
Date:
14 March 2025

The minister said that nothing was signed. "We will wait," she added.

Read also: Another story
Follow us on the network of your choice
"""


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", ErrorCode.EMPTY),
        (b"\xef\xbb\xbf \n", ErrorCode.EMPTY),
        (bytes(range(256)) * 8, ErrorCode.NOT_TEXT),
        (b"\x7fELF\0\0\0\1" * 100, ErrorCode.FORMAT),
        (b"\x7fELV\0\0\0\1" * 100, ErrorCode.NOT_TEXT),
        (CYRILLIC.encode("windows-1251"), ErrorCode.ENCODING),
        (("A longer English text, " * 9).encode("utf-16-le"), ErrorCode.ENCODING),
        (CYRILLIC.encode("utf-16-be"), ErrorCode.ENCODING),
    ],
)
def test_bad_bytes_are_named_and_advised(tmp_path: Path, data: bytes, code: ErrorCode) -> None:
    path = tmp_path / "article.txt"
    path.write_bytes(data)
    with pytest.raises(UserError) as caught:
        read_article(path)
    assert caught.value.code is code
    assert str(path) in tell_error(caught.value)
    assert tell(caught.value.advice)
    assert "\n" not in tell_error(caught.value)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_what_marks_its_encoding_is_read(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "article.txt"
    path.write_bytes(CYRILLIC.encode(encoding))
    assert read_article(path).text == CYRILLIC


def test_an_encoding_that_is_told_is_used(tmp_path: Path) -> None:
    path = tmp_path / "article.txt"
    path.write_bytes(CYRILLIC.encode("windows-1251"))
    assert read_article(path, "windows-1251").text == CYRILLIC
    with pytest.raises(UserError, check=says("no encoding is called")):
        read_article(path, "klingon")


def test_what_is_no_file_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(UserError) as folder:
        read_article(tmp_path)
    assert folder.value.code is ErrorCode.FOLDER
    with pytest.raises(UserError) as missing:
        read_article(tmp_path / "nothing.txt")
    assert missing.value.code is ErrorCode.MISSING


@pytest.mark.parametrize("name", ["\0", "\ud800", "x" * 5000])
def test_a_name_that_no_file_can_have_is_an_error(tmp_path: Path, name: str) -> None:
    with pytest.raises(UserError):
        read_article(tmp_path / name)


def test_a_huge_file_is_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "huge.txt"
    with path.open("wb") as file:
        file.truncate(200 * 1024 * 1024)
    with pytest.raises(UserError) as caught:
        read_article(path)
    assert caught.value.code is ErrorCode.TOO_LARGE


def test_a_text_of_many_pages_is_refused_with_a_clear_word(tmp_path: Path) -> None:
    path = tmp_path / "book.txt"
    path.write_text("word " * 100_000, encoding="utf-8")
    with pytest.raises(UserError, check=says("more than an article can have")) as caught:
        read_article(path)
    assert caught.value.code is ErrorCode.TOO_LARGE
    with pytest.raises(UserError, check=says("more than an article can have")):
        make_article(path.read_text(encoding="utf-8"), name="book")


def test_line_ends_become_one() -> None:
    decoded = make_article("Title\n\nText.", name="x")
    assert decoded.text == "Title\n\nText."


def test_the_head_of_a_pasted_article_is_understood() -> None:
    article = make_article(PASTED, name="world-desk.en")
    assert article.outlet == "World desk"
    assert article.title == "The minister denied it — the envoy spoke instead"
    assert article.author == "Olena Vymyshlena"
    assert article.date == "2025-03-14"
    skipped = [span.of(article.text) for span in article.layout.skipped]
    assert "Author:" in skipped
    assert "Read also: Another story" in skipped
    assert "Follow us on the network of your choice" in skipped
    assert not any("nothing was signed" in line for line in skipped)


WRAPPED = """The harbour stays open

“We will not close the harbour before May,” mayor Ada Lindqvist told
reporters in the town hall on Tuesday, after the council had nego-
tiated for nine hours with the fishermen and with all those who own
boats. It was, she said, a decision that the whole town has waited for.
Work is to begin in June, and it will be over by the next winter.
"""


@pytest.mark.parametrize("file", ["a.txt", "a.md", "a"])
def test_a_file_is_repaired_as_a_pasted_text_is(tmp_path: Path, file: str) -> None:
    path = tmp_path / file
    path.write_bytes(b"\xef\xbb\xbf" + WRAPPED.replace("\n", "\r\n").encode())
    article, pasted = read_article(path), make_article(WRAPPED, name="x")
    assert "had negotiated for nine hours" in article.text
    assert article.text.count("\n") == 3
    assert (article.text, article.layout) == (pasted.text, pasted.layout)
    assert article.source.warnings == ()


def test_letters_of_a_file_that_were_garbled_are_put_right_and_that_is_kept(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(f"Title\n\n{garbled(PASTED + '“Ja”, sagte sie – „natürlich“.')}", encoding="utf-8")
    article = read_article(path)
    assert "“Ja”, sagte sie – „natürlich“." in article.text
    assert [warning.code for warning in article.source.warnings] == ["warning.garbled"]
    skipped = [span.of(article.text) for span in article.layout.skipped]
    assert "Read also: Another story" in skipped


def garbled(text: str) -> str:
    """Return a text in UTF-8 as it looks where it was read as Windows-1252."""
    return "".join(bytes([byte]).decode("windows-1252", "ignore") or chr(byte) for byte in text.encode())


def test_a_file_of_blanks_and_line_ends_takes_no_longer_than_another(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    for filling in (" ", "\n", "\n ", " x"):
        for before in ("x", "x\n", "x\n" * 5000):
            path.write_text(before + filling * (380_000 // len(filling)) + "\n", encoding="utf-8")
            start = process_time()
            with suppress(UserError):  # 380,000 lines are refused
                read_article(path)
            assert process_time() - start < 5


WORDS = "“Wir schließen den Häfen nicht”, sagte sie – “für nichts”.\n" * 4


@pytest.mark.parametrize(
    "data",
    [
        WORDS.encode()[:-1] + "ü".encode()[:1],
        WORDS.encode()[:100] + b"\xff" + WORDS.encode()[100:],
        BOM_UTF8 + WORDS.encode()[:-1] + "ü".encode()[:1],
    ],
)
def test_a_text_that_was_cut_or_has_lost_a_letter_is_told_so_and_not_chinese(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(data)
    article = read_article(path)
    assert article.text.count("\ufffd") == 1
    assert article.text.startswith("“")
    assert [warning.code for warning in article.source.warnings] == ["warning.letters-lost"]


@pytest.mark.parametrize(
    "data",
    [
        WORDS.encode("cp1252"), WORDS.encode() + WORDS.encode("cp1252"),
        ("Мы не закроем порт, сказала она. " * 9).encode("koi8-r"),
        ("Мы не закроем порт, сказала она. " * 9).encode("cp866"), "我们不会关闭港口，她说。".encode("gb18030") * 9,
        "我们不会关闭港口，她说。".encode("big5", "ignore") * 9, "港は閉めません".encode("shift_jis") * 9,
    ],
)  # fmt: skip
def test_a_text_in_another_encoding_is_no_damaged_one(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(data)
    with pytest.raises(UserError, check=says("not UTF-8 text")):
        read_article(path)


def test_text_full_of_controls_is_no_text(tmp_path: Path) -> None:
    path = tmp_path / "log.txt"
    path.write_text("Said \x1b[1mhe\x1b[0m. " * 50, encoding="utf-8")
    with pytest.raises(UserError, check=says("not a text file")):
        read_article(path)


def test_a_name_that_is_not_utf8_does_no_harm(tmp_path: Path) -> None:
    try:
        path = tmp_path / os.fsdecode(b"caf\xe9 news.txt")
        path.write_text("She said so.", encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        pytest.skip("macOS and Windows have no such names")
    article = read_article(path)
    assert article.outlet == "Caf\ufffd news"
    assert article.path.encode()


@pytest.mark.parametrize("mark", ['"a"', "«a»", "‘", "'"])
def test_more_marks_than_anybody_says_things_are_refused(mark: str) -> None:
    with pytest.raises(UserError, check=says("quotation marks are more than an article can have")) as caught:
        make_article("Bridge\n\n" + mark * 40_000, name="one")
    assert caught.value.code is ErrorCode.TOO_LARGE
    assert tell(caught.value.advice)
    assert make_article("Bridge\n\n" + f"{mark} " * 12_000, name="one").text


@pytest.mark.parametrize(
    "text", ["https://a.example/x\nhttps://b.example/y\n", "ftp://a.example/x.txt", "http://0/", "file:///x/a.txt"]
)
def test_addresses_alone_are_no_article(text: str) -> None:
    with pytest.raises(UserError):
        make_article(text, name="")


def test_a_file_that_is_a_little_too_large_is_not_told_to_be_as_large_as_may_be(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"x" * (MAX_BYTES + 1))
    with pytest.raises(UserError, check=says("11 MB is more")):
        read_article(path)
