"""Mail: the message is read, the thread is set aside, attachments are articles of their own."""

import base64
from email.message import EmailMessage
from pathlib import Path
from time import process_time

import pytest

from contracts.reader import HINTS, ReaderContract
from crossquote.articles.correspondence import plain_blocks
from crossquote.articles.read import read_article
from crossquote.articles.reader import Draft, Reader, Several
from crossquote.articles.readers import eml, mbox
from crossquote.articles.sniff import find_reader
from crossquote.errors import ErrorCode, UserError
from documents import docx, paragraphs
from format_samples import HEADERS
from kept import kept

pytestmark = pytest.mark.usefixtures("kept_processes")

SAID = "“We will not leave the port before May,” the minister said on Monday."


def mail(text: str = SAID, page: str = "", **headers: str) -> EmailMessage:
    made = EmailMessage()
    made["Received"] = "from a.example"
    made["From"] = "Ada Lindqvist <ada@a.example>"
    made["Subject"] = "Re: The port stays open"
    made["Date"] = "Fri, 14 Mar 2025 23:30:00 +0900"
    for name, value in headers.items():
        made[name.replace("_", "-")] = value
    made.set_content(text)
    if page:
        made.add_alternative(page, subtype="html")
    return made


def read(message: EmailMessage | bytes) -> Draft:
    made = eml.READER.read(message if isinstance(message, bytes) else message.as_bytes(), HINTS)
    assert isinstance(made, Draft)
    return made


class TestEmlReader(ReaderContract):
    @pytest.fixture
    def reader(self) -> Reader:
        return eml.READER

    @pytest.fixture
    def samples(self) -> list[tuple[str, bytes]]:
        attached = mail()
        attached.add_attachment(docx(paragraphs(SAID)), maintype="application", subtype="msword", filename="a.docx")
        return [("a.eml", mail().as_bytes()), ("b", (HEADERS + "\r\n" + SAID).encode()), ("c", attached.as_bytes())]


def test_the_headers_say_what_it_is_and_are_no_text() -> None:
    draft = read(mail())
    assert draft.text == f"The port stays open\n\n{SAID}"
    assert (draft.title, draft.authors, draft.date) == ("The port stays open", ("Ada Lindqvist",), "2025-03-14")
    assert draft.outlet is None


@pytest.mark.parametrize("before", ["AW: WG: ", "Re[2]: RE: ", "TR : ", "Odp: Fwd: ", "回复：", "Отв: ", "Ynt: İLT: "])
def test_what_programs_write_before_a_subject_is_no_title(before: str) -> None:
    made = mail()
    made.replace_header("Subject", f"{before}The port: open")
    assert read(made).title == "The port: open"


@pytest.mark.parametrize("subject", ["Rebuilt: the port", "A port: re: sold", "Trust: gone"])
def test_a_subject_that_only_begins_so_is_kept(subject: str) -> None:
    made = mail()
    made.replace_header("Subject", subject)
    assert read(made).title == subject


def test_a_newsletter_is_its_outlets() -> None:
    draft = read(mail(List_Id="<news.a.example>"))
    assert (draft.outlet, draft.authors) == ("Ada Lindqvist", ())


PLAIN_ANSWER = (
    f"{SAID}\n\nOn 3 May 2025, Ben <b@b.example> wrote:\n> “We go,” he said.\n>\n> Or not.\n\n-- \nAda\nThe Press\n"
)
RULED = f"{SAID}\n\n-----Original Message-----\nFrom: Ben\nSent: Monday\n\n“We go,” he said.\n"
VON = "Von: Ben <b@b.example>\nGesendet: Montag\nAn: Ada"
OUTLOOK = f"{SAID}\n\n________________________________\n{VON}\n\n“We go,” he said.\n"
PAGE = (
    f"<style>x</style><p>{SAID}</p><div class='gmail_quote'><div>On 3 May:</div><blockquote type='cite'>“We go,” he"
    " said.</blockquote></div>"
)


@pytest.mark.parametrize("text", [PLAIN_ANSWER, RULED, OUTLOOK])
def test_the_thread_of_a_text_is_set_aside(text: str) -> None:
    draft = read(mail(text, In_Reply_To="<1@b.example>"))
    assert kept(draft) == f"The port stays open\n\n{SAID}"
    assert any("We go" in aside for aside in draft.set_aside)


def test_the_thread_of_a_page_is_set_aside() -> None:
    draft = read(mail("short", PAGE))
    assert kept(draft) == f"The port stays open\n\n{SAID}"
    assert any("We go" in aside for aside in draft.set_aside)


def test_what_is_handed_on_is_what_a_message_is_about() -> None:
    handed = (
        f"FYI\n\n---------- Forwarded message ---------\nFrom: Ben <b@b.example>\nDate: Mon\nTo: Ada\n\n{SAID * 5}\n"
    )
    draft = read(mail(handed))
    assert SAID in draft.text
    assert "Forwarded" not in kept(draft)
    assert draft.authors == ()


@pytest.mark.parametrize(
    ("head", "outlet"),
    [
        ("De : Harbour Post <news@mail.harbour-post.example>\nDate: lun. 10 mars 2025\nÀ : Ben", "Harbour Post"),
        ("Von: „Der Kurier“ <redaktion@derkurier.example>\nGesendet: Montag\nAn: Ben", "Der Kurier"),
        ("От: Küsten Kurier [mailto:desk@kustenkurier.example]\nДата: пн\nКому: Ben", "Küsten Kurier"),
        ("From: Ben Roe <ben@paper.example>\nDate: Mon\nTo: Ada <a@harbourpost.example>", None),
    ],
)
def test_who_sent_what_is_handed_on_is_its_outlet_where_the_host_is_called_so(head: str, outlet: str | None) -> None:
    draft = read(mail(f"FYI\n\n---------- Forwarded message ---------\n{head}\n\n{SAID * 5}\n"))
    assert (draft.outlet, draft.authors) == (outlet, ())


def test_a_paper_that_writes_to_one_is_the_outlet_and_no_author() -> None:
    made = mail()
    made.replace_header("From", "Harbour Post <desk@harbour-post.example>")
    draft = read(made)
    assert (draft.outlet, draft.authors) == ("Harbour Post", ())


@pytest.mark.parametrize(
    "sender",
    [
        "Peter Lind <peter@peterlind.example>",
        "Peter Lind <mail@peterlind.example>",
        "Qorvil Lind <q.lind@qorvillind.example>",
        "Qorvil Lind <qorvil@qorvil-lind.example>",
        "Tina <tina@destination.example>",
        "Mark <mark@bookmarks.example>",
        "Anna <anna@hannahs-post.example>",
        "Roth <roth@rothschild.example>",
        "Anna <desk@anna.example>",
    ],
)
def test_a_person_whose_host_is_called_like_them_is_the_author(sender: str) -> None:
    made = mail()
    made.replace_header("From", sender)
    draft = read(made)
    assert (draft.outlet, draft.authors) == (None, (sender.partition(" <")[0],))


@pytest.mark.parametrize("sender", ["Der Kurier <desk@mail.der-kurier.example>", "Reuvers <reuvers@reuvers.example>"])
def test_a_host_that_is_called_as_the_sender_is_a_paper(sender: str) -> None:
    made = mail()
    made.replace_header("From", sender)
    assert read(made).outlet == sender.partition(" <")[0]


def test_lines_that_a_program_wrapped_are_whole_again() -> None:
    flowed = mail()
    flowed.set_content("“We will not leave \nthe port,” she said.\n\nNext.\n")
    flowed.set_param("format", "flowed")
    assert "“We will not leave the port,” she said.\n\nNext." in read(flowed).text
    wrapped = "“We will not leave the port before the first of May, and nobody\nwill make us,” she said.\n"
    assert "nobody will make us" in read(mail(wrapped)).text


def plain(body: bytes, kind: str = "; charset=utf-8", coding: str = "8bit") -> bytes:
    head = f"{HEADERS}Content-Type: text/plain{kind}\r\nContent-Transfer-Encoding: {coding}\r\n\r\n"
    return head.encode() + body


def test_lines_that_flow_lose_the_blanks_that_only_say_so() -> None:
    flowed = "“We will not leave the har \r\nbour before  \r\nMay,” the minister said on Monday.\r\n".encode()
    assert read(plain(flowed, "; charset=utf-8; format=flowed; delsp=yes")).text.endswith(
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
    assert read(plain(body, coding="Quoted-Printable")).text.endswith(
        "“We will not leave the port,” he said. 100 = a hundred, =ZZ."
    )


@pytest.mark.parametrize("encoding", ["cp1251", "koi8-r", "cp1252", "utf-8"])
def test_a_mail_that_names_no_encoding_is_read_in_the_likeliest(encoding: str) -> None:
    said = (
        "Wir schließen den Häfen nicht, sagte sie für uns."
        if encoding == "cp1252"
        else "Министр заявил, что порт останется открытым."
    )
    assert read(plain((said * 3).encode(encoding), "")).text.endswith(said * 3)


def test_a_mail_is_kept_by_apple_between_its_length_and_what_is_known_of_it() -> None:
    inner = mail().as_bytes()
    kept_so = f"{len(inner)}  \n".encode() + inner + b'<?xml version="1.0"?><plist><string>not said</string></plist>'
    assert find_reader(kept_so, "1.emlx") is eml.READER
    assert read(kept_so).text == read(inner).text


def test_a_mail_of_pictures_alone_is_empty_and_not_damaged() -> None:
    made = EmailMessage()
    made["Received"] = "from a.example"
    made["Subject"] = "Pictures"
    made.set_content('<img src="cid:1" alt="“We stay,” he said">', subtype="html")
    with pytest.raises(UserError) as caught:
        read(made)
    assert caught.value.code is ErrorCode.EMPTY


def test_what_is_attached_is_read_by_itself_but_for_pictures() -> None:
    message = mail()
    message.add_attachment(b"\x89PNG", maintype="image", subtype="png", filename="a.png")
    message.add_attachment(docx(paragraphs(SAID)), maintype="application", subtype="x", filename="../../a.docx")
    message.add_attachment(mail(Subject_="x"))
    made = eml.READER.read(message.as_bytes(), HINTS)
    assert isinstance(made, Several)
    assert [file.name for file in made.files] == ["../../a.docx", "3.eml"]
    assert [find_reader(file.data, "x").name for file in made.files] == ["docx", "eml"]


def test_a_message_with_something_attached_is_one_article_where_one_is_asked_for(tmp_path: Path) -> None:
    message = mail()
    message.add_attachment(docx(paragraphs(SAID)), maintype="application", subtype="x", filename="a.docx")
    path = tmp_path / "a.eml"
    path.write_bytes(message.as_bytes())
    assert read_article(path).title == "The port stays open"


def test_encoded_words_and_encodings() -> None:
    raw = HEADERS.replace("Subject: Port", "Subject: =?koi8-r?B?8M/S1A==?=").encode()
    raw += b"Content-Type: text/plain; charset=windows-1251\r\nContent-Transfer-Encoding: 8bit\r\n\r\n"
    assert read(raw + "«Порт», — сказала она.".encode("cp1251")).text == "Порт\n\n«Порт», — сказала она."


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
    draft = read(raw + words.encode(encoding))
    assert draft.text.partition("\n\n")[2] == words
    assert draft.title == f"A {words} z"


def test_a_letter_that_is_damaged_does_not_garble_the_others() -> None:
    raw = f"{HEADERS}Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n".encode()
    assert read(raw + "«Порт» ".encode() + b"\xff.").text == "Port\n\n«Порт» \ufffd."
    chinese = raw.replace(b"utf-8", b"gb2312") + "“朱镕基” ".encode("gbk") + b"\xff."
    assert read(chinese).text.startswith("Port\n\n“朱镕基”")


def test_a_word_that_is_utf_8_by_chance_is_in_the_encoding_that_it_names() -> None:
    word = base64.b64encode("联通".encode("gb2312")).decode()
    assert read(mail().as_bytes().replace(b"Re: The port stays open", f"=?gb2312?B?{word}?=".encode())).title == "联通"


def test_headers_that_are_not_encoded_are_in_the_encoding_of_the_mail() -> None:
    for named, encoding in (("utf-8", "utf-8"), ("gb2312", "gb18030"), ("us-ascii", "utf-8")):
        before = HEADERS.replace("Subject: Port", "Subject: 朱镕基说 =?utf-8?q?=E2=80=9Ca=E2=80=9D?=")
        raw = f"{before}Content-Type: text/plain; charset={named}\r\nContent-Transfer-Encoding: 8bit\r\n\r\n朱镕基"
        assert read(raw.encode(encoding)).title == "朱镕基说 “a”"


RELATED = 'MIME-Version: 1.0\nContent-Type: multipart/related; type="text/html"; boundary=x\n\n--x\n'
SENT = "Received: from a.example\nFrom: Ada <ada@a.example>\nTo: ben@b.example\nSubject: Port\n"


@pytest.mark.parametrize("place", ["", "inline"])
def test_a_mail_with_a_picture_in_its_text_is_a_mail_with_all_that_is_attached(place: str) -> None:
    made = mail("short", PAGE.replace("</p>", "<img src='cid:1'></p>", 1), In_Reply_To="<1@b.example>")
    shown = made.get_body(("html",))
    assert isinstance(shown, EmailMessage)
    shown.add_related(b"\x89PNG\0\x1a", "image", "png", cid="<1>", disposition=place or None)
    made.add_attachment(docx(paragraphs(SAID)), maintype="application", subtype="x", filename="a.docx")
    raw = made.as_bytes()
    assert b"multipart/related" in raw
    assert find_reader(raw, "a.eml").name == find_reader(raw, "a").name == "eml"
    several = eml.READER.read(raw, HINTS)
    assert isinstance(several, Several)
    assert [one.name for one in several.files] == ["a.docx"]
    assert kept(several.drafts[0]) == f"The port stays open\n\n{SAID}"


@pytest.mark.parametrize(
    "head",
    [
        SENT,
        "From: Ada <ada@a.example>\nSubject: Port\n",
        "From: Ada\nTo: ben@b.example\nSubject: Port\n",
        SENT + "Content-Location: https://a.example/1\n",
    ],
)
def test_what_was_sent_by_somebody_is_a_mail(head: str) -> None:
    raw = (head + RELATED).encode()
    assert find_reader(raw, "a").name == find_reader(raw, "a.eml").name == "eml"
    assert find_reader((SENT + RELATED).encode(), "a.mht").name == "eml"
    assert find_reader((SENT + "\nSaved by us:\nFrom: <Saved by Blink>\nmultipart/related").encode(), "a").name == "eml"


@pytest.mark.parametrize(
    "head",
    [
        "From: <Saved by Blink>\nSnapshot-Content-Location: https://a.example/1\nSubject: Port\n",
        "From: <Saved by Windows Internet Explorer 8>\nSubject: Port\nX-MimeOLE: Produced By Microsoft\n",
        "From: =?utf-8?B?PGdlc3BlaWNoZXJ0Pg==?=\nSubject: Port\nDate: Mon, 4 Mar 2024 09:00:00 +0200\n",
        "X-Document-Type: Document\n",
        "Subject: Port\nContent-Location: https://a.example/1\n",
    ],
)
def test_what_a_browser_saved_is_a_page(head: str) -> None:
    assert {find_reader((head + RELATED).encode(), name).name for name in ("a", "a.eml", "a.mht")} == {"mhtml"}


def test_all_that_is_attached_is_read_or_the_mail_is_too_large() -> None:
    part = "--x\nContent-Type: text/plain\nContent-Disposition: attachment\n\nWe stay.\n"
    before = f"{SENT}Content-Type: multipart/mixed; boundary=x\n\n"
    made = eml.READER.read((before + part * 9_000 + "--x--\n").encode(), HINTS)
    assert isinstance(made, Several)
    assert len(made.files) == 9_000
    with pytest.raises(UserError) as caught:
        eml.READER.read((before + part * 10_001 + "--x--\n").encode(), HINTS)
    assert caught.value.code is ErrorCode.TOO_LARGE


def test_a_message_of_ten_thousand_parts_costs_little() -> None:
    part = b'--x\r\nContent-Type: text/plain\r\n\r\n"We stay," she said.\r\n'
    raw = HEADERS.encode() + b'Content-Type: multipart/mixed; boundary="x"\r\n\r\n' + part * 9_000 + b"--x--\r\n"
    assert read(raw).text.count("We stay") == 9_000


def test_a_mailbox_gives_its_messages() -> None:
    line = b"From a@a.example Mon Mar  3 10:00:03 2025\n"
    box = line + mail("One.\n\nFrom here on.\n").as_bytes().replace(b"\nFrom here", b"\n>From here") + b"\n"
    made = mbox.READER.read(box + line + mail("Two.").as_bytes(), HINTS)
    assert [read(file.data).text for file in made.files] == [
        "The port stays open\n\nOne.\n\nFrom here on.",
        "The port stays open\n\nTwo.",
    ]


class TestMboxReader(ReaderContract):
    @pytest.fixture
    def reader(self) -> Reader:
        return mbox.READER

    @pytest.fixture
    def samples(self) -> list[tuple[str, bytes]]:
        return [("a", b"From a@a.example Mon Mar  3 10:00:03 2025\n" + mail().as_bytes())]


@pytest.mark.parametrize("named", ["idna", "punycode", "unicode_escape", "utf-7", "rot13", "base64"])
def test_a_mail_names_encodings_of_texts_alone(named: str) -> None:
    before = "Received: a\nMessage-ID: <1@a>\nFrom: Ada <a@a>\n"
    words = f"=?{named}?q?+AGE-\\u0041?="
    mime = f"Subject: {words}\nMIME-Version: 1.0\nContent-Type: text/plain; charset*={named}''{named}\n\n"
    said = "“Wir gehen é +AGE- \\u0041 a-b”, sagte sie."
    draft = read((before + mime + said).encode())
    assert draft.text == f"+AGE-\\u0041\n\n{said}"
    attached = (
        f"Content-Type: multipart/mixed; boundary=x\n\n--x\n\n{said}\n--x\nContent-Type: application/msword\n"
        f"Content-Disposition: attachment; filename*={named}''+AGE-a.docx\n\nx\n--x--\n"
    )
    several = eml.READER.read((before + attached).encode(), HINTS)
    assert isinstance(several, Several)
    assert [one.name for one in several.files] == ["+AGE-a.docx"]


def test_a_mailbox_of_more_messages_than_are_read_is_too_large_and_not_damaged() -> None:
    message = b'From a Mon Jan  1 00:00:00 2024\nFrom: a\nSubject: b\n\n"We stay," Ann said.\n\n'
    with pytest.raises(UserError) as caught:
        mbox.READER.read(message * 10_001, HINTS)
    assert caught.value.code is ErrorCode.TOO_LARGE
