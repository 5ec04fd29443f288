"""Newsletters: what stands over and under the text of each is set aside."""

from email.message import EmailMessage

import pytest

from crossquote.articles.reader import Draft, Hints
from crossquote.articles.readers.eml import READER

SAID = ["“The port stays open,” said Ada Lindqvist, who speaks for the boats of the town.", "It is to open in May."]
OVER = "View in browser"
UNDER = [
    "© 2025 The Harbour Post. All rights reserved.",
    "You get this as a reader. Unsubscribe here.",
    "1 Pier, Norrvik",
]


def read(paragraphs: list[str], *, to_many: bool = True, kind: str = "html") -> Draft:
    message = EmailMessage()
    message["Subject"], message["From"] = "The port stays open", "The Harbour Post <news@post.example>"
    if to_many:
        message["List-Unsubscribe"] = "<https://post.example/off>"
    whole = "\n\n".join(paragraphs) if kind == "plain" else "".join(f"<p>{one}</p>" for one in paragraphs)
    message.set_content(whole, subtype=kind)
    draft = READER.read(message.as_bytes(), Hints())
    assert isinstance(draft, Draft)
    return draft


@pytest.mark.parametrize("kind", ["html", "plain"])
def test_what_stands_about_a_newsletter_is_set_aside(kind: str) -> None:
    assert set(read([OVER, *SAID, *UNDER], kind=kind).set_aside) == {OVER, *UNDER}


@pytest.mark.parametrize(
    "leaving",
    [
        "Vom Newsletter abmelden",
        "Se désabonner",
        "Darse de baja",
        "Отписаться от рассылки",
        "取消订阅",
        "Don’t want this? Unsubscribe",
        "Annulla l'iscrizione",
        "수신거부",
    ],
)
def test_in_any_language(leaving: str) -> None:
    assert read([*SAID, leaving, "1 Pier, Norrvik"]).set_aside == (leaving, "1 Pier, Norrvik")


def test_the_message_of_a_person_has_no_footer() -> None:
    assert read([OVER, *SAID, *UNDER], to_many=False).set_aside == ()


def test_what_is_said_of_leaving_within_the_text_is_text() -> None:
    early = ["“Readers unsubscribe for good reasons,” said Ada Lindqvist.", *SAID, *SAID]
    assert read(early).set_aside == ()
    late = [*SAID, f"“Readers unsubscribe for good reasons,” said Ada Lindqvist. {'And so it went on. ' * 30}"]
    assert read(late).set_aside == ()


@pytest.mark.parametrize(
    "leaving",
    [
        "“I want to unsubscribe from this party,” said Ben Arrado.",
        '"They make us opt out of all of it," Ben Arrado said.',
        "To unsubscribe from the union was a mistake, they said.",
        "— Мы хотим отписаться от этого, — сказал Бен.",
    ],
)
@pytest.mark.parametrize("kind", ["html", "plain"])
def test_a_footer_has_no_quotation_and_nothing_quoted_behind(leaving: str, kind: str) -> None:
    behind = ["“They lied to us,” said Ben Arrado."]
    assert read([*SAID, *SAID, leaving, *behind], kind=kind).set_aside == ()
    assert set(read([*SAID, *SAID, leaving, *behind, *UNDER], kind=kind).set_aside) == set(UNDER)


def test_what_goes_on_at_length_is_no_footer() -> None:
    paragraphs = [f"They speak of it for the {number}th day, and nobody listens." for number in range(4, 24)]
    assert read([*paragraphs, "To unsubscribe was a mistake, they said.", *paragraphs[:13]]).set_aside == ()
