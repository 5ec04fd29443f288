"""Mail of our own: a message as programs send it, and how it is read."""

from email.message import EmailMessage

from contracts.reader import HINTS
from crossquote.articles.reader import Draft
from crossquote.articles.readers import eml

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


def read_mail(message: EmailMessage | bytes) -> Draft:
    made = eml.READER.read(message if isinstance(message, bytes) else message.as_bytes(), HINTS)
    assert isinstance(made, Draft)
    return made
