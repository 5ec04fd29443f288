"""Eight articles about one event, in three languages and four formats, as they come to a translator's desk.

The event, the people and the outlets are invented, and each article says so at its end.
"""

from collections.abc import Callable, Mapping
from email.message import EmailMessage
from pathlib import Path
from types import MappingProxyType

from msgspec import Struct

from documents import docx, paragraphs


class Told(Struct, frozen=True):
    """An article as its outlet prints it: a line a paragraph, after the title."""

    outlet: str
    language: str
    title: str
    lines: tuple[str, ...]

    @property
    def body(self) -> tuple[str, ...]:
        """Its paragraphs, the last of which says that it is invented."""
        return (*self.lines, _INVENTED[self.language])


_INVENTED = MappingProxyType(
    {
        "en": "This article is invented.",
        "uk": "Цю статтю вигадано.",
        "de": "Dieser Artikel ist erfunden.",
    }
)

COAST = Told(
    "Coast Wire",
    "en",
    "Cracks close the bridge at Velmar",
    (
        "The bridge at Velmar has been closed since Tuesday, and the ferry carries those who have to cross.",
        (
            "“We found three cracks in the second pillar, and no one was hurt,” said Tomas Berg, the chief engineer. "
            "“The bridge will probably not open before June,” Berg said."
        ),
        (
            "Mayor Ada Lindqvist spoke in the town hall. “I have strongly requested that the ministry keep the ferry "
            "running until the bridge is safe,” Lindqvist said."
        ),
    ),
)
ISLAND = Told(
    "Island Post",
    "en",
    "Velmar waits for its bridge",
    (
        "On the islands people stood in line for the first boat on Wednesday.",
        (
            "“We found three cracks in the second pillar, and no one was hurt,” said chief engineer Tomas Berg. "
            "“The bridge will not open before June,” he said."
        ),
        "“I have asked that the ministry keep the ferry running until the bridge is safe,” said Mayor Ada Lindqvist.",
    ),
)
HARBOUR = Told(
    "Harbour Mail",
    "en",
    "Four cracks in Velmar's bridge",
    (
        "Lorries have to take the road through the valley, two hours longer, until the bridge is repaired.",
        "“We found four cracks in the second pillar, and no one was hurt,” said the chief engineer, Tomas Berg.",
        (
            "“I have strongly requested that the ministry keep the ferry running until the bridge is safe,” "
            "Mayor Ada Lindqvist said."
        ),
    ),
)
BAY = Told(
    "Bay Herald",
    "en",
    "Bridge closed, ferry full",
    (
        "The ferry left two hundred people behind on Wednesday evening.",
        "Chief engineer Tomas Berg said that the bridge would probably not open before June.",
        "“I have strongly requested that the ministry keep the ferry running,” said Mayor Ada Lindqvist.",
    ),
)
DAY = Told(
    "День Вельмара",
    "uk",
    "Тріщини закрили міст у Вельмарі",
    (
        "Міст у Вельмарі закрито з вівторка, людей перевозить пором.",
        (
            "«Ми знайшли три тріщини в другій опорі, і ніхто не постраждав», — сказав головний інженер Томас Берг. "
            "«Міст, імовірно, не відкриється до червня», — сказав Берг."
        ),
        (
            "«Я наполегливо просила міністерство зберегти пором, доки міст не стане безпечним», — сказала мерка "
            "Ада Ліндквіст."
        ),
    ),
)
SHORE = Told(
    "Берег",
    "uk",
    "Пором замість мосту",
    (
        "У середу ввечері на причалі залишилося двісті людей.",
        "«Я просила міністерство зберегти пором, доки міст не стане безпечним», — сказала мерка Ада Ліндквіст.",
        "«Ми знайшли тринадцять тріщин у другій опорі, і ніхто не постраждав», — сказав головний інженер Томас Берг.",
    ),
)
EVENING = Told(
    "Abendblatt Süd",
    "de",
    "Risse sperren die Brücke von Velmar",
    (
        "Die Brücke von Velmar ist seit Dienstag gesperrt, eine Fähre bringt die Leute hinüber.",
        (
            "„Wir haben drei Risse im zweiten Pfeiler gefunden, und niemand wurde verletzt“, sagte Chefingenieur "
            "Tomas Berg. „Die Brücke wird wahrscheinlich nicht vor Juni öffnen“, sagte Berg."
        ),
        (
            "„Ich habe das Ministerium nachdrücklich gebeten, die Fähre fahren zu lassen, bis die Brücke sicher ist“, "
            "sagte Bürgermeisterin Ada Lindqvist."
        ),
    ),
)
MORNING = Told(
    "Morgenpost Nord",
    "de",
    "Velmar ohne Brücke",
    (
        "Lastwagen fahren durch das Tal, zwei Stunden länger, bis die Brücke repariert ist.",
        "„Die Brücke wird nicht vor Juni öffnen“, sagte Chefingenieur Tomas Berg.",
        "„Ich habe das Ministerium gebeten, die Fähre fahren zu lassen“, sagte Bürgermeisterin Ada Lindqvist.",
    ),
)


def as_page(told: Told) -> bytes:
    """Return a page of the web, with what stands around an article there."""
    body = "".join(f"<p>{line}</p>" for line in told.body)
    return (
        f'<!doctype html><html lang="{told.language}"><head><meta charset="utf-8"><title>{told.title} | {told.outlet}'
        f'</title><meta property="og:site_name" content="{told.outlet}"></head><body><nav><a href="/">Home</a> '
        f'<a href="/world">World</a></nav><article><h1>{told.title}</h1>{body}</article>'
        f"<footer>© {told.outlet}</footer></body></html>"
    ).encode()


def as_document(told: Told) -> bytes:
    """Return a document of Word."""
    return docx(paragraphs(told.title, *told.body), title=told.title)


def as_text(told: Told) -> bytes:
    """Return a plain text."""
    return "\n\n".join((told.title, *told.body, "")).encode()


def as_mail(told: Told) -> bytes:
    """Return a mail that brings the article."""
    mail = EmailMessage()
    mail["From"], mail["To"] = f"{told.outlet} <desk@coast.example>", "reader@coast.example"
    mail["Subject"], mail["Date"] = told.title, "Wed, 04 Mar 2026 08:00:00 +0000"
    mail.set_content("\n\n".join((told.title, *told.body)))
    return bytes(mail)


AS_THEY_CAME: Mapping[str, tuple[Told, Callable[[Told], bytes]]] = MappingProxyType(
    {
        "coast-wire.html": (COAST, as_page),
        "island-post.docx": (ISLAND, as_document),
        "harbour-mail.eml": (HARBOUR, as_mail),
        "bay-herald.txt": (BAY, as_text),
        "den-velmara.html": (DAY, as_page),
        "bereh.docx": (SHORE, as_document),
        "abendblatt.txt": (EVENING, as_text),
        "morgenpost.html": (MORNING, as_page),
    }
)


def put_down(folder: Path) -> list[Path]:
    """Write the eight into a folder; return where they lie."""
    paths = []
    for name, (told, make) in AS_THEY_CAME.items():
        path = folder / name
        path.write_bytes(make(told))
        paths.append(path)
    return paths
