"""Mail: the message is read, the thread is set aside, attachments are articles of their own."""

import time
from email.message import EmailMessage
from pathlib import Path

import pytest

from contracts.reader import HINTS, ReaderContract
from crossquote.articles.read import read_article
from crossquote.articles.reader import Reader, Several
from crossquote.articles.readers import eml, mbox
from crossquote.articles.sniff import find_reader
from crossquote.errors import ErrorCode, UserError
from documents import docx, paragraphs
from format_samples import HEADERS
from kept import kept
from mails import SAID, mail, read_mail

pytestmark = pytest.mark.usefixtures("kept_processes")


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
    draft = read_mail(mail())
    assert draft.text == f"The port stays open\n\n{SAID}"
    assert (draft.title, draft.authors, draft.date) == ("The port stays open", ("Ada Lindqvist",), "2025-03-14")
    assert draft.outlet is None


@pytest.mark.parametrize("before", ["AW: WG: ", "Re[2]: RE: ", "TR : ", "Odp: Fwd: ", "回复：", "Отв: ", "Ynt: İLT: "])
def test_what_programs_write_before_a_subject_is_no_title(before: str) -> None:
    made = mail()
    made.replace_header("Subject", f"{before}The port: open")
    assert read_mail(made).title == "The port: open"


@pytest.mark.parametrize("subject", ["Rebuilt: the port", "A port: re: sold", "Trust: gone"])
def test_a_subject_that_only_begins_so_is_kept(subject: str) -> None:
    made = mail()
    made.replace_header("Subject", subject)
    assert read_mail(made).title == subject


def test_a_newsletter_is_its_outlets() -> None:
    draft = read_mail(mail(List_Id="<news.a.example>"))
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
    draft = read_mail(mail(text, In_Reply_To="<1@b.example>"))
    assert kept(draft) == f"The port stays open\n\n{SAID}"
    assert any("We go" in aside for aside in draft.set_aside)


def test_the_thread_of_a_page_is_set_aside() -> None:
    draft = read_mail(mail("short", PAGE))
    assert kept(draft) == f"The port stays open\n\n{SAID}"
    assert any("We go" in aside for aside in draft.set_aside)


def test_what_is_handed_on_is_what_a_message_is_about() -> None:
    handed = (
        f"FYI\n\n---------- Forwarded message ---------\nFrom: Ben <b@b.example>\nDate: Mon\nTo: Ada\n\n{SAID * 5}\n"
    )
    draft = read_mail(mail(handed))
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
    draft = read_mail(mail(f"FYI\n\n---------- Forwarded message ---------\n{head}\n\n{SAID * 5}\n"))
    assert (draft.outlet, draft.authors) == (outlet, ())


def test_a_paper_that_writes_to_one_is_the_outlet_and_no_author() -> None:
    made = mail()
    made.replace_header("From", "Harbour Post <desk@harbour-post.example>")
    draft = read_mail(made)
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
    draft = read_mail(made)
    assert (draft.outlet, draft.authors) == (None, (sender.partition(" <")[0],))


@pytest.mark.parametrize("sender", ["Der Kurier <desk@mail.der-kurier.example>", "Reuvers <reuvers@reuvers.example>"])
def test_a_host_that_is_called_as_the_sender_is_a_paper(sender: str) -> None:
    made = mail()
    made.replace_header("From", sender)
    assert read_mail(made).outlet == sender.partition(" <")[0]


def test_a_mail_is_kept_by_apple_between_its_length_and_what_is_known_of_it() -> None:
    inner = mail().as_bytes()
    kept_so = f"{len(inner)}  \n".encode() + inner + b'<?xml version="1.0"?><plist><string>not said</string></plist>'
    assert find_reader(kept_so, "1.emlx") is eml.READER
    assert read_mail(kept_so).text == read_mail(inner).text


def test_a_mail_of_pictures_alone_is_empty_and_not_damaged() -> None:
    made = EmailMessage()
    made["Received"] = "from a.example"
    made["Subject"] = "Pictures"
    made.set_content('<img src="cid:1" alt="“We stay,” he said">', subtype="html")
    with pytest.raises(UserError) as caught:
        read_mail(made)
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
    assert read_mail(raw).text.count("We stay") == 9_000


@pytest.mark.parametrize(
    "header",
    [
        f"From: {'(' * 100_000}",
        f"From: Ann <a@a.example>\nContent-Type: text/plain; {''.join(f'x*{number}=a;' for number in range(100_000))}",
    ],
)
def test_a_header_without_end_costs_little_and_keeps_no_message_from_being_read(header: str) -> None:
    began = time.process_time()
    raw = f"{header}\nSubject: The port stays open\nDate: 1 Mar 2025\n\n{SAID}"
    assert read_mail(raw.encode()).text.endswith(SAID)
    assert time.process_time() - began < 5


def test_a_mailbox_gives_its_messages() -> None:
    line = b"From a@a.example Mon Mar  3 10:00:03 2025\n"
    box = line + mail("One.\n\nFrom here on.\n").as_bytes().replace(b"\nFrom here", b"\n>From here") + b"\n"
    made = mbox.READER.read(box + line + mail("Two.").as_bytes(), HINTS)
    assert [read_mail(file.data).text for file in made.files] == [
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


def test_a_mailbox_of_more_messages_than_are_read_is_too_large_and_not_damaged() -> None:
    message = b'From a Mon Jan  1 00:00:00 2024\nFrom: a\nSubject: b\n\n"We stay," Ann said.\n\n'
    with pytest.raises(UserError) as caught:
        mbox.READER.read(message * 10_001, HINTS)
    assert caught.value.code is ErrorCode.TOO_LARGE
