"""The day of a page's article: what the page tells machines, what it shows its readers, and what is another's."""

import pytest

from crossquote.articles.reader import Draft
from crossquote.articles.web.page import read_page
from web_pages import PARAGRAPHS, TITLE, page


def printed(line: str, head: str) -> Draft:
    return read_page(page(head=head).replace('<p class="byline">By Ida Berg and Jon Dahl</p>', line))


def told(day: str) -> str:
    return f'<title>{TITLE}</title><script type="application/ld+json">{{"@type":"NewsArticle",{day}}}</script>'


AT_NIGHT = told('"datePublished":"2025-03-14T02:30:00Z"')
LATE = told('"datePublished":"2025-03-14T23:30:00+00:00"')


@pytest.mark.parametrize(
    ("line", "head", "day"),
    [
        ("<div>March 13, 2025</div>", AT_NIGHT, "2025-03-13"),
        ("<div>March 15, 2025</div>", AT_NIGHT, "2025-03-14"),
        ("<div>March 15, 2025</div>", LATE, "2025-03-15"),
        ("<div>March 13, 2025</div>", LATE, "2025-03-14"),
        ("", AT_NIGHT + '<link rel="canonical" href="https://post.example/2025/03/13/harbour/">', "2025-03-13"),
        ("<div>March 13, 2025</div>", told('"datePublished":"2025-03-14T02:30:00+02:00"'), "2025-03-14"),
        ("<div>March 13, 2025</div>", told('"datePublished":"2025-03-14"'), "2025-03-14"),
    ],
)
def test_the_day_is_that_of_the_place_where_machines_are_told_greenwich_s(line: str, head: str, day: str) -> None:
    assert printed(line, head).date == day


META = '<title>x</title><meta name="{}" content="{}">'
OTHERS = '<div class="teaser"><b>The ice is back</b><time datetime="2024-12-01">December 1, 2024</time></div>'


@pytest.mark.parametrize(
    ("line", "head", "day"),
    [
        ("<div>March 14, 2025</div>", META.format("date", "2025-06-24"), "2025-03-14"),
        ("", META.format("date", "2025-06-24"), "2025-06-24"),
        ("<div>March 14, 2025</div>", META.format("datePublished", "2025-03-15"), "2025-03-15"),
        ("<div>Ida Berg | 14 March 2025 | Harbour and the boats that lie in it</div>", told('"x":1'), "2025-03-14"),
        ("<div>Harbour week, 13 - 14 March 2025, in the town of Norrvik</div>", told('"x":1'), None),
        ("<div>Written: 14 March 2025 / Updated: 2 May 2025</div>", told('"x":1'), "2025-03-14"),
        ("<div>14 March 2025, updated at 9:10</div>", told('"x":1'), "2025-03-14"),
        ('<div><time datetime="2025-06-24">Published 14 March 2025</time></div>', told('"x":1'), "2025-03-14"),
        ('<time datetime="2025-03-14">Last year on 3 May 2024</time>', told('"x":1'), "2025-03-14"),
        ('<time datetime="2025-06-24">Friday, March 14, 2025</time>', told('"x":1'), "2025-03-14"),
        (f"{OTHERS}<div>March 14, 2025</div>", told('"x":1'), "2025-03-14"),
        (OTHERS, told('"datePublished":"2025-03-14"'), "2025-03-14"),
        ("<div>12/01/2025</div>", told('"datePublished":"2025-12-01"'), "2025-12-01"),
        ("<figcaption>Boats | 1 May 2024 | Per Ek</figcaption>", told('"x":1'), None),
        (
            "",
            META.format("x", "y")
            + '<link rel="canonical" href="https://archive.example/web/20250624101112/http://post.example/2025/03/14/a/">',
            "2025-03-14",
        ),
    ],
)
def test_the_day_is_the_article_s_own(line: str, head: str, day: str | None) -> None:
    assert printed(line, head).date == day


@pytest.mark.parametrize(
    ("behind", "day"),
    [
        ("<p>Posted by Ida on March 14, 2025</p>", "2025-03-14"),
        ("<p>Published on March 14, 2025, in a series on harbours</p>", "2025-03-14"),
        ("<div><h3>The ice is back</h3><p>December 1, 2024</p></div>", None),
        ("<p>Updated March 14, 2025</p>", None),
    ],
)
def test_behind_an_article_stand_days_of_others_too(behind: str, day: str | None) -> None:
    shown = page(head=f"<title>{TITLE}</title>").replace("</article>", f"</article>{behind}")
    assert read_page(shown).date == day


def test_a_year_of_two_figures_is_read_where_readers_write_so() -> None:
    german = page(head=f"<title>{TITLE}</title>", language="de").replace("By Ida Berg and Jon Dahl", "Hafen, 14.03.25")
    assert read_page(german).date == "2025-03-14"
    assert read_page(german.replace('lang="de"', 'lang="hu"')).date is None


NONE = "0001-01-01T00:00:00Z"
AT = '<link rel="canonical" href="https://post.example/{}/harbour/">'


@pytest.mark.parametrize(
    ("line", "head", "day"),
    [
        ("<div>March 14, 2025</div>", told(f'"datePublished":"{NONE}"'), "2025-03-14"),
        ("", told(f'"datePublished":"{NONE}","dateModified":"{NONE}"'), None),
        ("", META.format("pubdate", "Mon, 01 Jan 0001 00:00:00 GMT"), None),
        ("", LATE + AT.format("2025/02/31"), "2025-03-14"),
        ("", LATE + AT.format("20250231"), "2025-03-14"),
        ("", told('"x":1') + AT.format("2025/02/31"), None),
        ("", told('"x":1') + AT.format("20250231"), None),
        ("", told('"datePublished":"9999-12-31T23:59:59Z"'), None),
    ],
)
def test_a_day_that_there_is_not_is_none(line: str, head: str, day: str | None) -> None:
    assert printed(line, head).date == day


@pytest.mark.parametrize(
    ("begins", "day"),
    [
        ("NORRVIK, March 14, 2025 – ", "2025-03-14"),
        ("Norrvik (14 March 2025) – ", "2025-03-14"),
        ("14 March 2025. ", "2025-03-14"),
        ("14.03.2025 - ", "2025-03-14"),
        ("On 14 March 2025 – a Friday – ", None),
        ("In Norrvik, on 14 March 2025 – a Friday – ", None),
        ("Since 14 March 2025, ", None),
        ("14 March 1998 – then the harbour burned down. ", None),
        ("NORRVIK, March 14, 1945 – The day on which the war ended here was long. ", None),
        ("NORRVIK, March 14, 2005 – the day on which the port closed – was long. ", None),
        ("Ida Roe (14 March 1948) – the singer – was here. ", None),
        ("NORRVIK, March 14, 2025 – “We stay,” they said. ", "2025-03-14"),
    ],
)
def test_the_day_stands_before_the_first_paragraph(begins: str, day: str | None) -> None:
    shown = page([begins + PARAGRAPHS[0], *PARAGRAPHS[1:]], head=f"<title>{TITLE}</title>")
    assert read_page(shown).date == day
    assert read_page(shown.replace("By Ida Berg and Jon Dahl", "12 March 2025")).date == "2025-03-12"
