"""Mail: its letters and its lines, as they were before programs encoded and wrapped them."""

import base64
from time import process_time

import pytest

from contracts.reader import HINTS
from crossquote.articles.correspondence import plain_blocks
from crossquote.articles.reader import Several
from crossquote.articles.readers import eml
from format_samples import HEADERS
from mails import mail, read_mail

pytestmark = pytest.mark.usefixtures("kept_processes")


def test_lines_that_a_program_wrapped_are_whole_again() -> None:
    flowed = mail()
    flowed.set_content("“We will not leave \nthe port,” she said.\n\nNext.\n")
    flowed.set_param("format", "flowed")
    assert "“We will not leave the port,” she said.\n\nNext." in read_mail(flowed).text
    wrapped = "“We will not leave the port before the first of May, and nobody\nwill make us,” she said.\n"
    assert "nobody will make us" in read_mail(mail(wrapped)).text


def plain(body: bytes, kind: str = "; charset=utf-8", coding: str = "8bit") -> bytes:
    head = f"{HEADERS}Content-Type: text/plain{kind}\r\nContent-Transfer-Encoding: {coding}\r\n\r\n"
    return head.encode() + body


def test_lines_that_flow_lose_the_blanks_that_only_say_so() -> None:
    flowed = "“We will not leave the har \r\nbour before  \r\nMay,” the minister said on Monday.\r\n".encode()
    assert read_mail(plain(flowed, "; charset=utf-8; format=flowed; delsp=yes")).text.endswith(
        "the harbour before May,” the minister said on Monday."
    )


def test_lines_that_flow_are_joined_in_a_time_by_their_number() -> None:
    def seconds(lines: int) -> float:
        start = process_time()
        (block,) = plain_blocks("a \n" * lines, flowed=True, cut=True)
        assert len(block.text) == lines + 1
        return process_time() - start

    assert seconds(400_000) < 10 * max(0.05, seconds(100_000))


@pytest.mark.parametrize("end", ["=\r\n", "=  \r\n", "=\t\n"])
def test_a_line_goes_on_whatever_blanks_came_behind_it_on_the_way(end: str) -> None:
    body = f"=E2=80=9CWe will not le{end}ave the port,=e2=80=9D he said. 100 =3D a hundred, =ZZ.\r\n=".encode()
    assert read_mail(plain(body, coding="Quoted-Printable")).text.endswith(
        "“We will not leave the port,” he said. 100 = a hundred, =ZZ."
    )


@pytest.mark.parametrize("encoding", ["cp1251", "koi8-r", "cp1252", "utf-8"])
def test_a_mail_that_names_no_encoding_is_read_in_the_likeliest(encoding: str) -> None:
    said = (
        "Wir schließen den Häfen nicht, sagte sie für uns."
        if encoding == "cp1252"
        else "Министр заявил, что порт останется открытым."
    )
    assert read_mail(plain((said * 3).encode(encoding), "")).text.endswith(said * 3)


def test_encoded_words_and_encodings() -> None:
    raw = HEADERS.replace("Subject: Port", "Subject: =?koi8-r?B?8M/S1A==?=").encode()
    raw += b"Content-Type: text/plain; charset=windows-1251\r\nContent-Transfer-Encoding: 8bit\r\n\r\n"
    assert read_mail(raw + "«Порт», — сказала она.".encode("cp1251")).text == "Порт\n\n«Порт», — сказала она."


@pytest.mark.parametrize(
    ("named", "encoding", "words"),
    [
        ("ISO-8859-1", "cp1252", "“Größe” – ’ok’"),
        ("us-ascii", "cp1252", "“Größe” – ’ok’"),
        ("us-ascii", "utf-8", "“Größe” – ’ok’"),
        ("utf-8", "cp1252", "“Größe” – ’ok’"),
        ("gb2312", "gb18030", "“朱镕基”"),
        ("shift_jis", "cp932", "「言葉」①"),
        ("ks_c_5601-1987", "cp949", "“말” 똠"),
        ("iso-8859-9", "cp1254", "“Şöyle” – ’ok’"),
        ("iso-8859-11", "cp874", "“ไป”"),
        ("iso-2022-jp", "iso2022_jp", "「言葉」"),
        ("hz-gb-2312", "hz", "说话"),
    ],
)
def test_a_mail_is_read_in_the_encoding_that_it_names_as_browsers_read_that(
    named: str, encoding: str, words: str
) -> None:
    word = f"=?{named}?B?{base64.b64encode(words.encode(encoding)).decode()}?="
    before = HEADERS.replace("Subject: Port", f"Subject: A {word} z")
    raw = f"{before}Content-Type: text/plain; charset={named}\r\nContent-Transfer-Encoding: 8bit\r\n\r\n".encode()
    draft = read_mail(raw + words.encode(encoding))
    assert draft.text.partition("\n\n")[2] == words
    assert draft.title == f"A {words} z"


def test_a_letter_that_is_damaged_does_not_garble_the_others() -> None:
    raw = f"{HEADERS}Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n".encode()
    assert read_mail(raw + "«Порт» ".encode() + b"\xff.").text == "Port\n\n«Порт» \ufffd."
    chinese = raw.replace(b"utf-8", b"gb2312") + "“朱镕基” ".encode("gbk") + b"\xff."
    assert read_mail(chinese).text.startswith("Port\n\n“朱镕基”")


def test_a_word_that_is_utf_8_by_chance_is_in_the_encoding_that_it_names() -> None:
    word = base64.b64encode("联通".encode("gb2312")).decode()
    encoded = mail().as_bytes().replace(b"Re: The port stays open", f"=?gb2312?B?{word}?=".encode())
    assert read_mail(encoded).title == "联通"


def test_headers_that_are_not_encoded_are_in_the_encoding_of_the_mail() -> None:
    for named, encoding in (("utf-8", "utf-8"), ("gb2312", "gb18030"), ("us-ascii", "utf-8")):
        before = HEADERS.replace("Subject: Port", "Subject: 朱镕基说 =?utf-8?q?=E2=80=9Ca=E2=80=9D?=")
        raw = f"{before}Content-Type: text/plain; charset={named}\r\nContent-Transfer-Encoding: 8bit\r\n\r\n朱镕基"
        assert read_mail(raw.encode(encoding)).title == "朱镕基说 “a”"


@pytest.mark.parametrize("named", ["idna", "punycode", "unicode_escape", "utf-7", "rot13", "base64"])
def test_a_mail_names_encodings_of_texts_alone(named: str) -> None:
    before = "Received: a\nMessage-ID: <1@a>\nFrom: Ada <a@a>\n"
    words = f"=?{named}?q?+AGE-\\u0041?="
    mime = f"Subject: {words}\nMIME-Version: 1.0\nContent-Type: text/plain; charset*={named}''{named}\n\n"
    said = "“Wir gehen é +AGE- \\u0041 a-b”, sagte sie."
    draft = read_mail((before + mime + said).encode())
    assert draft.text == f"+AGE-\\u0041\n\n{said}"
    attached = (
        f"Content-Type: multipart/mixed; boundary=x\n\n--x\n\n{said}\n--x\nContent-Type: application/msword\n"
        f"Content-Disposition: attachment; filename*={named}''+AGE-a.docx\n\nx\n--x--\n"
    )
    several = eml.READER.read((before + attached).encode(), HINTS)
    assert isinstance(several, Several)
    assert [one.name for one in several.files] == ["+AGE-a.docx"]
