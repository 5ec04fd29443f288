"""The encoding of a page: proven by its bytes, before what it says of itself."""

import codecs

import pytest

from crossquote.articles.charsets import text_encoding
from crossquote.articles.web.decoding import decode_page

WORDS = "Grüße, «слова» – ’ok’"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_unicode_is_read_as_its_bytes_prove(encoding: str) -> None:
    assert decode_page(f"<p>{WORDS}</p>".encode(encoding)) == f"<p>{WORDS}</p>"


def test_what_is_utf_8_throughout_is_that_whatever_the_page_says() -> None:
    text = f'<meta charset="iso-8859-1"><p>{WORDS}</p>'
    assert decode_page(text.encode()) == text
    assert decode_page(text.encode() + "ü".encode()[:1]) == text


@pytest.mark.parametrize(
    ("named", "encoding", "words"),
    [
        ("windows-1251", "cp1251", "«Слова», – сказал он"),
        ("koi8-r", "koi8-r", "Слова, сказал он"),
        ("iso-8859-1", "cp1252", "“Größe”"),
        ("Shift_JIS", "cp932", "「言葉」①"),
        ("gb2312", "gb18030", "“话”镕"),
        ("euc-kr", "cp949", "“말” 똠"),
        ("iso-2022-jp", "iso2022_jp", "「言葉」"),
        ("windows-874", "cp874", "“ไป”"),
        ("no-such", "cp1252", "“é”"),
    ],
)
def test_a_page_is_read_in_the_encoding_that_it_names_as_browsers_read_that(
    named: str, encoding: str, words: str
) -> None:
    for tag in (f'<meta charset="{named}">', f'<meta http-equiv="Content-Type" content="text/html; charset={named}">'):
        text = f"<html><head>{tag}</head><p>{words}</p>"
        assert decode_page(text.encode(encoding)) == text


def test_line_ends_are_made_one_and_nothing_else_is_lost() -> None:
    assert decode_page(b"<p>a\r\nb\rc\0</p>") == "<p>a\nb\nc</p>"
    assert decode_page(codecs.BOM_UTF8) == ""


NO_TEXTS = (
    "idna", "punycode", "rot13", "zlib", "bz2", "base64", "hex", "uu", "quopri", "unicode_escape", "raw_unicode_escape",
    "undefined", "utf-7", "mbcs", "oem", "palmos\0", "no-such",
)  # fmt: skip


@pytest.mark.parametrize("named", NO_TEXTS)
def test_what_is_no_encoding_of_texts_is_as_if_it_were_not_named(named: str) -> None:
    text = f"<meta charset={named}><p>“é” xn--bcher-kva +AGE- \\u0041 =41"
    data = text.encode("cp1252")
    assert decode_page(data, named) == decode_page(data) == text.replace("\0", "")
    assert text_encoding(named) is None


@pytest.mark.parametrize(
    "named", ["UTF-8", "utf8", "latin1", "windows-1251", "CP866", "mac_roman", "Big5", "hz", "GBK"]
)
def test_encodings_of_texts_are_known_by_all_their_names(named: str) -> None:
    assert text_encoding(f" {named} ") == codecs.lookup(named).name
