"""Who wrote a page's article and when, where it is only printed, by the ways in which sites print it."""

import time

import pytest

from crossquote.articles.reader import Draft
from crossquote.articles.web.page import read_page
from web_pages import TITLE, page


def printed(line: str, head: str = f"<title>{TITLE}</title>") -> Draft:
    return read_page(page(head=head).replace('<p class="byline">By Ida Berg and Jon Dahl</p>', line))


IDA, JON = '<a href="/i">Ida Berg</a>', '<a href="/j">Jon Dahl</a>'


@pytest.mark.parametrize(
    ("line", "authors"),
    [
        (f'<div class="author-line"><span>Written By:</span> {IDA} <i>Gardener, Cook</i></div>', "Ida Berg"),
        ('<div class="author"><b>Ida Berg</b><span class="r">Senior Harbour Writer</span></div>', "Ida Berg"),
        ('<div class="byline"><b class="n">Ida Berg</b><b class="n">Jon Dahl</b></div>', "Ida Berg, Jon Dahl"),
        (f'<div class="byline">By {IDA} and {JON}</div>', "Ida Berg, Jon Dahl"),
        ('<div class="author"><span>Ida</span> <span>Berg</span></div>', "Ida Berg"),
        ('<div><a href="/contributors/ida-berg/">Ida Berg</a> - 12 March</div>', "Ida Berg"),
        ("<div>By Ida Berg ⋅ Founder and Editor-in-Chief of all that is written ⋅ In the harbour</div>", "Ida Berg"),
        ('<div class="author"><a href="/all">View more posts</a></div>', ""),
        ('<div class="author">PM</div>', ""),
        ('<div class="byline"><b class="n">Jan Dahl</b><b class="n">April Berg</b></div>', "Jan Dahl, April Berg"),
        ('<div class="byline">By Ida May ● December 23, 2025 ● 6 min read</div>', "Ida May"),
        ('<div class="byline">АвторЄлена Береза</div>', "Єлена Береза"),
        ('<div class="byline">ByŁucja Żak</div>', "Łucja Żak"),
        ('<div class="byline">Ida Berg Dec 19, 2025</div>', "Ida Berg"),
        ('<div class="byline">Ida Berg, Senior AnalystUpdated Dec 19, 2025</div>', "Ida Berg"),
        ('<div class="byline">Sat, 20 Dec, 2025 - 06:36</div>', ""),
        ('<div class="byline">20. Dezember 2025, Samstag</div>', ""),
        ('<div class="byline"><p>Ída Þórsdóttir</p> <p>skrifar frá Norrvik</p></div>', "Ída Þórsdóttir"),
        ('<div class="author"><p>Ida Berg</p><p>Reviewed by <a href="/r">Jon Dahl</a></p></div>', "Ida Berg"),
        ('<div><a href="/sports/boats/">The Old Boats</a></div>', ""),
        ('<div><a href="https://[bad/author/x">Ida Berg</a></div>', ""),
        (
            '<p>By <a rel="author" href="/i">Ida Berg</a> and <a rel="author" href="/j">Jon Dahl</a></p>',
            "Ida Berg, Jon Dahl",
        ),
        ('<div itemprop="author" itemscope><meta itemprop="name" content="Ida Berg"></div>', "Ida Berg"),
        ('<div class="byline"><em>Last updated:</em> March 14, 2025</div>', ""),
        ('<div class="byline">[Ida Berg]</div>', "Ida Berg"),
    ],
)
def test_who_wrote_it_is_read_where_it_is_printed(line: str, authors: str) -> None:
    assert ", ".join(printed(line).authors) == authors


@pytest.mark.parametrize(
    ("metas", "line", "authors"),
    [
        (
            ("article:author", "https://a.example/by/ida-berg, https://a.example/by/jon-dahl"),
            f"<div>By {IDA}</div>",
            "Ida Berg",
        ),
        (("author", "Berg, Ida"), "", "Ida Berg"),
        (("dc.creator", "Berg, Ida van"), "", "Ida van Berg"),
        (("author", "Ida Berg, Jon Dahl"), "", "Ida Berg, Jon Dahl"),
        (("author", "Norrvik, NNA"), "", "Norrvik"),
        (
            ("author", "Harbour House"),
            f"<div>By {IDA}</div><footer>© 2025 Harbour House. All rights.</footer>",
            "Ida Berg",
        ),
        (("author", "Harbour House"), "<footer>© 2025 Harbour House. All rights.</footer>", "Harbour House"),
    ],
)
def test_who_holds_the_rights_in_a_page_did_not_write_it(metas: tuple[str, str], line: str, authors: str) -> None:
    head = f'<title>{TITLE}</title><meta name="{metas[0]}" content="{metas[1]}">'
    assert ", ".join(printed(line, head).authors) == authors


def test_who_wrote_other_articles_did_not_write_this_one() -> None:
    others = '<ul><li>A story <b class="byline">Karl Roe</b></li></ul>' + "<p>Some words.</p>" * 9
    told = page(head=f"<title>{TITLE}</title>").replace("<main>", f"{others}<main>")
    assert read_page(told.replace(' class="byline">By', ">By")).authors == ("Ida Berg", "Jon Dahl")


def test_a_page_that_is_called_as_its_heading_is_called_so_whatever_it_is_headed_for_machines() -> None:
    node = f'{{"@type":"Article","name":"{TITLE}","headline":"decision of a council"}}'
    head = f'<title>{TITLE} - Facts</title><script type="application/ld+json">{node}</script>'
    assert read_page(page(head=head)).title == TITLE


def test_the_marks_of_notes_are_no_words() -> None:
    said = 'said in the town hall.<a href="#n1"><sup>1</sup></a> <a href="#b1">↩︎</a>'
    text = read_page(page().replace("told reporters in the town hall.", said)).text
    assert "said in the town hall.\n" in text


def test_who_posted_it_did_not_write_it_where_the_page_says_who_did() -> None:
    labelled = '<meta name="twitter:label1" content="Written by"><meta name="twitter:data1" content="Jon Dahl">'
    assert printed(f"<div>By {IDA}</div>", f"<title>{TITLE}</title>{labelled}").authors == ("Ida Berg",)


@pytest.mark.parametrize(
    ("said", "moment"),
    [
        ("Fri Mar 14 12:45:00 EDT 2025", "2025-03-14T12:45:00-04:00"),
        ("Fri, 14 Mar 2025 12:45:00 +0100", "2025-03-14T12:45:00+01:00"),
        ("Fri Mar 14 12:45:00 CEST 2025", None),
    ],
)
def test_a_moment_may_be_told_as_mail_and_java_write_it(said: str, moment: str | None) -> None:
    draft = printed("", f'<title>{TITLE}</title><meta property="article:published_time" content="{said}">')
    assert (draft.date, draft.published) == ("2025-03-14", moment)


def test_who_wrote_it_is_told_networks_under_a_label() -> None:
    labelled = '<meta name="twitter:label1" content="Written by"><meta name="twitter:data1" content="Ida Berg">'
    other = '<meta name="twitter:label1" content="Reading time"><meta name="twitter:data1" content="Four minutes">'
    assert printed("", labelled).authors == ("Ida Berg",)
    assert printed("", other).authors == ()


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("<div><span>March 14, 2025</span><span>Ida Berg</span></div>", "2025-03-14"),
        (f"<div>By {IDA} of the town council's press office <i>Updated March 14, 2025</i></div>", "2025-03-14"),
        ("<div>The old <i>Harbour of Norrvik</i></div>", None),
    ],
)
def test_the_day_is_read_where_it_is_printed_by_itself(line: str, day: str | None) -> None:
    assert printed(line).date == day


@pytest.mark.parametrize(
    ("place", "day"),
    [
        ("news/A2025031412320005196", "2025-03-14"),
        ("news/20250314/harbour", "2025-03-14"),
        ("2025-03-14-harbour", "2025-03-14"),
        ("2025/3/14/harbour", "2025-03-14"),
        ("2025/mar/14/harbour", "2025-03-14"),
        ("2025/März/14/hafen", "2025-03-14"),
        ("2025/may-be/14/harbour", None),
        ("2025/boats/14/harbour", None),
        ("news/20259914123200", None),
        ("news/202503149932", None),
        ("news/120250314", None),
        ("news/2025031", None),
    ],
)
def test_the_day_stands_in_an_address(place: str, day: str | None) -> None:
    head = f'<title>{TITLE}</title><link rel="canonical" href="https://post.example/{place}">'
    assert printed("", head).date == day


def told(day: str, kind: str = "NewsArticle") -> str:
    return f'<title>{TITLE}</title><script type="application/ld+json">{{"@type":"{kind}",{day}}}</script>'


@pytest.mark.parametrize(
    ("line", "head", "day"),
    [
        ("<div>March 14, 2024</div>", told('"datePublished":"2025-06-24"'), "2024-03-14"),
        ("<div>Updated March 14, 2024</div>", told('"datePublished":"2025-06-24"'), "2025-06-24"),
        (
            "<div>January 5, 1975</div><div>Updated June 24, 2025</div>",
            told('"datePublished":"2025-06-24"'),
            "2025-06-24",
        ),
        ("<div>June 23, 2025</div>", told('"datePublished":"2025-06-24"'), "2025-06-24"),
        ("<div>March 14, 2024</div><div>May 2, 2025</div>", told('"datePublished":"2025-06-24"'), "2025-06-24"),
        ("<div>March 14, 2026</div>", told('"datePublished":"2025-06-24"'), "2025-06-24"),
        ("", told('"datePublished":"2024-03-14","dateModified":"2024-05-01"', "WebPage"), "2024-03-14"),
        ("<div>Last updated: <b>June 24, 2025</b></div><div>March 14, 2024</div>", told('"x":1'), "2024-03-14"),
        ("<div>Aktualisiert: 24. Juni 2025</div>", told('"x":1'), "2025-06-24"),
        ("<div>by Ida Berg on 14-mar-2024 at 9:30</div>", told('"x":1'), "2024-03-14"),
    ],
)
def test_the_day_of_a_change_or_of_a_new_site_is_not_that_of_publication(line: str, head: str, day: str) -> None:
    assert printed(line, head).date == day


MARKED = '<div itemscope itemtype="https://schema.org/{}"><i itemprop="datePublished" {}</i></div>'


@pytest.mark.parametrize(
    ("line", "day"),
    [
        (MARKED.format("NewsArticle", 'content="2025-03-14T08:00:00+02:00">'), "2025-03-14"),
        (MARKED.format("BlogPosting", ">14 March 2025"), "2025-03-14"),
        (MARKED.format("Comment", 'content="2025-03-20">'), None),
        (MARKED.format("Comment", 'content="2025-03-20">') + "<div>March 14, 2025</div>", "2025-03-14"),
        ('<p typeof="schema:Article"><i property="schema:datePublished" content="2025-03-14">x</i></p>', "2025-03-14"),
        ('<p><abbr class="published" title="2025-03-14T08:00">on Friday</abbr></p>', "2025-03-14"),
        ('<p><time class="updated" datetime="2025-06-01">x</time><b>March 14, 2025</b></p>', "2025-03-14"),
        ('<p><time class="entry-date published updated" datetime="2025-03-14">x</time></p>', "2025-03-14"),
        (
            '<p><time itemprop="dateModified" datetime="2025-06-01">x</time><time datetime="2025-03-14">y</time></p>',
            "2025-03-14",
        ),
        ('<p><time class="updated" datetime="2025-06-01">x</time></p>', "2025-06-01"),
    ],
)
def test_the_day_of_publication_is_marked_by_those_who_make_pages(line: str, day: str | None) -> None:
    assert printed(line).date == day


def test_the_time_about_the_title_comes_before_those_of_news_that_stand_over_it() -> None:
    ticker = "".join(f'<div><time datetime="2025-06-0{one}">at {one}</time> News</div>' for one in range(1, 6))
    line = '<p class="byline"><time datetime="2025-03-14">Friday</time></p>'
    shown = page(head=f"<title>{TITLE}</title>").replace("<nav>", f"{ticker}{'<p>News</p>' * 9}<nav>")
    assert read_page(shown.replace('<p class="byline">By Ida Berg and Jon Dahl</p>', line)).date == "2025-03-14"


@pytest.mark.parametrize(
    ("language", "day"),
    [
        ("fr", "2025-12-03"),
        ("pt-BR", "2025-12-03"),
        ("tr", "2025-12-03"),
        ("en-GB", "2025-12-03"),
        ("en", None),
        ("en-US", None),
        ("en-CA", None),
        ("ja", None),
        ("xx", None),
        ("", None),
    ],
)
def test_in_figures_the_day_comes_first_where_the_readers_of_a_page_write_so(language: str, day: str | None) -> None:
    shown = page(head=f"<title>{TITLE}</title>", language=language)
    assert read_page(shown.replace("By Ida Berg and Jon Dahl", "Ida Berg - 03/12/2025")).date == day


def test_the_country_of_the_readers_may_be_told_networks() -> None:
    head = f'<title>{TITLE}</title><meta property="og:locale" content="en_GB">'
    assert read_page(page(head=head).replace("By Ida Berg and Jon Dahl", "Ida Berg - 03/12/2025")).date == "2025-12-03"


SITE = '<meta property="og:site_name" content="The Norrvik Post">'
POST = '"name":"The Norrvik Post"'
IDA_META = '<meta name="author" content="Ida Berg">'
PUBLISHED = '<script type="application/ld+json">{{"@type":"NewsArticle","author":{{"@type":{}}}}}</script>'


@pytest.mark.parametrize(
    ("line", "metas", "authors"),
    [
        ('<p class="byline">By Ida Berg</p>', '<meta name="author" content="The Norrvik Post">', "Ida Berg"),
        ("", '<meta name="author" content="The Norrvik Post, Norrvik, Norland">', "The Norrvik Post, Norrvik, Norland"),
        ("", '<meta name="author" content="The Norrvik Post"><meta name="dc.creator" content="nna">', "nna"),
        ('<p class="byline">The Norrvik Post</p>', "", "The Norrvik Post"),
        ('<p class="author">Veröffentlicht am 14.3.2025</p>', "", ""),
        (
            '<p class="author">Text Link</p>',
            PUBLISHED.format('"Organization","name":"The Norrvik Post"'),
            "The Norrvik Post",
        ),
        ("", IDA_META + PUBLISHED.format(f'"Person",{POST}'), "Ida Berg"),
        ("", PUBLISHED.format('"Person","givenName":"Ida","familyName":"Berg"'), "Ida Berg"),
        ("", PUBLISHED.format('"Person","name":"Ída Berg, Norrviks universitetsråds professor, post"'), "Ída Berg"),
        ("", PUBLISHED.format('"Person","name":"Ida Berg und Jon Dahl, nna"'), "Ida Berg, Jon Dahl, nna"),
        ("", '<meta name="author" content="이다 기자"><meta name="author" content="Jon Dahl">', "이다, Jon Dahl"),
        ("", f'<meta name="author" content="The Norrvik Post">{IDA_META}', "Ida Berg"),
        ("", f'{IDA_META}<meta name="author" content="Jon Dahl">', "Ida Berg, Jon Dahl"),
        ("", '<meta name="author" content="DER HAFEN">', "DER HAFEN"),
        ("", '<meta name="author" content="Boats in the Harbour">', "Boats in the Harbour"),
    ],
)
def test_a_site_is_the_author_only_where_nobody_else_is(line: str, metas: str, authors: str) -> None:
    assert ", ".join(printed(line, f"<title>{TITLE}</title>{SITE}{metas}").authors) == authors


@pytest.mark.parametrize(
    ("line", "head"),
    [
        ("", f'<meta name="author" content="Ida Berg{"()" * 20_000}">'),
        ("", f'<meta name="author" content="Ida Berg, {"(a " * 100_000}">'),
        (f'<div><a href="/contributors/ida/">a {"b" * 20_000}</a></div>', ""),
    ],
    ids=["brackets", "open brackets", "link"],
)
def test_what_names_nobody_at_length_takes_no_time(line: str, head: str) -> None:
    began = time.process_time()
    printed(line, f"<title>{TITLE}</title>{head}")
    assert time.process_time() - began < 5


def test_a_site_whose_name_is_of_two_is_one() -> None:
    metas = '<meta property="og:site_name" content="Coast & i"><meta name="author" content="Coast & i">'
    assert printed("", f"<title>{TITLE}</title>{metas}").authors == ("Coast & i",)


@pytest.mark.parametrize(
    ("name", "outlet"),
    [
        ("The Norrvik Post - All That Happens", "The Norrvik Post"),
        ("Kystnytt | Nyheter fra kysten", "Kystnytt"),
        ("Norrvik-Post", "Norrvik-Post"),
        ("N – Norrvik", "N – Norrvik"),
    ],
)
def test_what_a_site_says_of_itself_is_not_its_name(name: str, outlet: str) -> None:
    assert printed("", f'<title>{TITLE}</title><meta property="og:site_name" content="{name}">').outlet == outlet


@pytest.mark.parametrize(
    "name", ["comentarios_lectores", "lista-commentaires", "Kommentare", "yorumlar", "comment-list"]
)
def test_what_readers_say_is_set_aside_whatever_the_language_of_its_name(name: str) -> None:
    said = (
        "I was in the harbour on Monday, and whoever says that it stays open has not seen the ice that is still there."
    )
    draft = read_page(page().replace("</article>", f'<div class="{name}"><p>{said}</p></div></article>'))
    assert said in draft.set_aside


LONG = (
    "The harbour of Norrvik stays open until the end of May, says its council, and the boats say that it was high time"
)


@pytest.mark.parametrize(
    ("heading", "head", "title"),
    [
        (LONG, told(f'"headline":"{LONG[:95]}"'), LONG),
        (f'<time datetime="2025-03-14">Mar <b>14</b> 2025</time> {TITLE}', f"<title>{TITLE} | Post</title>", TITLE),
        ("Harbour", f'<title>x</title><meta property="og:title" content="{TITLE}">', TITLE),
        (
            "港口五月前不关闭？市长说",
            "<title>港口五月前不关闭？市长说_教育频道_北港青年网</title>",
            "港口五月前不关闭？市长说",
        ),
        ("北港网", "<title>市长说：港口五月前不关闭_教育频道_北港青年网</title>", "市长说：港口五月前不关闭"),
        (TITLE, told(f'"headline":"{TITLE}"') + f'<meta property="og:title" content="{TITLE} * by Ida">', TITLE),
    ],
)
def test_a_title_is_whole_and_nothing_but_itself(heading: str, head: str, title: str) -> None:
    assert read_page(page(head=head, title=heading)).title == title
