"""What is read of a page: its article, what it says of itself, and what was set aside."""

import json

import pytest

from crossquote.articles.plausibility import checked
from crossquote.articles.reader import Draft
from crossquote.articles.web import votes
from crossquote.articles.web.page import read_page
from crossquote.errors import UserError
from crossquote.language.language import language_of
from crossquote.model.article import Article, body_of
from crossquote.quotes.find import find_quotes
from saying import says
from web_pages import AFTER, BEFORE, HEAD, NODE, PARAGRAPHS, TITLE, page


def body(draft: Draft) -> list[str]:
    return body_of(draft.text, draft.layout).split("\n")


def test_the_article_is_read_and_nothing_about_it() -> None:
    draft = checked(read_page(page()))
    assert body(draft) == list(PARAGRAPHS)
    assert draft.layout.title is not None
    assert draft.layout.title.of(draft.text) == TITLE


def test_what_was_set_aside_is_kept_in_its_place_or_behind() -> None:
    draft = read_page(page())
    assert {"Home", "Read also", "By Ida Berg and Jon Dahl"} <= set(draft.set_aside)
    assert any("cookies" in text for text in draft.set_aside)
    caption = draft.text.index("The harbour in winter")
    assert draft.text.index(PARAGRAPHS[1]) < caption < draft.text.index(PARAGRAPHS[2])
    assert draft.text.index(PARAGRAPHS[-1]) < draft.text.index("Home")


def test_a_page_says_what_it_is() -> None:
    draft = read_page(page())
    assert (draft.title, draft.outlet) == (TITLE, "The Norrvik Post")
    assert draft.authors == ("Ida Berg", "Jon Dahl")
    assert (draft.date, draft.published) == ("2025-03-14", "2025-03-14T23:30:00+02:00")
    assert draft.address == "https://post.example/news/harbour"
    assert draft.language == "en"


def test_what_machines_are_not_told_is_read_where_it_is_printed() -> None:
    draft = read_page(page(head=f"<title>{TITLE} – The Norrvik Post</title>"))
    assert draft.title == TITLE
    assert draft.authors == ("Ida Berg", "Jon Dahl")
    assert (draft.date, draft.address, draft.outlet) == (None, None, None)


def test_a_site_that_names_itself_in_every_heading_names_no_article() -> None:
    shown = page().replace("<nav>", "<h1>The Norrvik Post</h1><nav>")
    assert read_page(shown).title == TITLE


def test_a_summary_over_the_article_is_its_first_sentence() -> None:
    lead = "The council has decided: the boats can come and go until the end of May, whatever the ice does."
    shown = page().replace('<p class="byline">', f'<p class="article-lead">{lead}</p><p class="byline">')
    assert body(read_page(shown)) == [lead, *PARAGRAPHS]


def test_headings_and_lists_between_paragraphs_belong_to_the_article() -> None:
    extra = "<h2>What it costs</h2><ul><li>Three new piers of stone</li><li>A light on the last of them</li></ul>"
    text = body(read_page(page().replace(f"<p>{PARAGRAPHS[4]}</p>", f"{extra}<p>{PARAGRAPHS[4]}</p>")))
    assert text[-4:] == ["What it costs", "Three new piers of stone", "A light on the last of them", PARAGRAPHS[4]]


def test_links_to_other_articles_between_paragraphs_are_set_aside() -> None:
    link = '<p><a href="/3">Read also: “We shall close it,” the mayor of Sund said a year ago about hers</a></p>'
    draft = read_page(page().replace(f"<p>{PARAGRAPHS[3]}</p>", f"{link}<p>{PARAGRAPHS[3]}</p>"))
    assert body(draft) == list(PARAGRAPHS)
    assert any("mayor of Sund" in text for text in draft.set_aside)


_TEASER = "The bay of Sund has been frozen since November, and nobody there remembers a winter like it. " * 4


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("recent-posts-wrapper", _TEASER),
        ("post-list col-24", _TEASER),
        (
            "author__biography",
            "Ida Berg has written about the sea for twenty years, and lives by it with two dogs. " * 5,
        ),
        ("embed info-box", "Here stands what another site has made. You see it when you have agreed that it is shown."),
        ("photo wide", "The fishermen looked on from the old pier while the council spoke of it. (Image: AGENCY)"),
        (
            "affiliate-disclosure",
            "If you buy something by our links, we may be given a part of what you have paid for.",
        ),
    ],
)
def test_what_its_names_say_to_be_another_thing_is_set_aside_among_the_paragraphs_too(kind: str, text: str) -> None:
    other = f'<div class="{kind}"><p>{text.strip()}</p></div>'
    told = [
        f"On day {day} of the long debate the council heard what pier {day} of the harbour costs." for day in range(20)
    ]
    shown = page([*PARAGRAPHS, *told]).replace(f"<p>{PARAGRAPHS[4]}</p>", f"{other}<p>{PARAGRAPHS[4]}</p>")
    draft = read_page(shown)
    assert body(draft) == [*PARAGRAPHS, *told]
    assert text.strip() in draft.set_aside


def test_a_quotation_that_stands_in_a_figure_is_read() -> None:
    said = "We have asked for these piers in each of nine winters, and nine times were told to wait for summer."
    figure = f"<figure><div><blockquote><p>{said}</p></blockquote></div><figcaption>Tom Brook</figcaption></figure>"
    shown = page().replace(f"<p>{PARAGRAPHS[4]}</p>", f"{figure}<p>{PARAGRAPHS[4]}</p>")
    assert body(read_page(shown)) == [*PARAGRAPHS[:4], said, PARAGRAPHS[4]]


def test_what_a_page_repeats_for_small_screens_is_read_once() -> None:
    shown = page().replace("</article>", f"<p>{PARAGRAPHS[0]}</p></article>")
    assert body(read_page(shown)) == list(PARAGRAPHS)


def test_a_paragraph_that_scripts_are_to_show_is_read_where_the_page_says_that_it_is_text() -> None:
    shown = page().replace(f"<p>{PARAGRAPHS[3]}</p>", f'<div style="display:none"><p>{PARAGRAPHS[3]}</p></div>')
    assert PARAGRAPHS[3] not in body(read_page(shown))
    told = json.dumps({**NODE, "articleBody": "\n".join(PARAGRAPHS)})
    assert body(read_page(shown.replace(json.dumps(NODE), told))) == list(PARAGRAPHS)


@pytest.mark.parametrize("deep", [10, 300])
def test_no_text_is_lost_however_deep_it_stands(deep: int) -> None:
    inner = "".join(f"<p>{text}</p>" for text in PARAGRAPHS)
    shown = f"<!doctype html><body>{BEFORE}{'<div>' * deep}<h1>{TITLE}</h1>{inner}{'</div>' * deep}{AFTER}</body>"
    assert body(read_page(shown)) == list(PARAGRAPHS)


def test_a_piece_of_a_page_is_read_whole() -> None:
    draft = read_page("<p>The minister said: “We stay.”</p><p>He did not answer.</p>")
    assert body(draft) == ["The minister said: “We stay.”", "He did not answer."]
    assert draft.title is None


def test_of_a_page_of_very_many_elements_no_library_is_asked_that_takes_its_square(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked: list[str] = []

    def opinion(text: str) -> str:
        asked.append(text)
        return ""

    monkeypatch.setattr(votes, "_first_opinion", opinion)
    for kind in ("<li>x", "<h1>x</h1>", "<td>x", "<i>x</i>"):
        many = page().replace("</footer>", kind * 9_000 + "</footer>")
        assert body(read_page(many)) == list(PARAGRAPHS), kind
    assert asked == []
    read_page(page().replace("</footer>", "<li>x" * 5_000 + "</footer>"))
    assert len(asked) == 1


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("", ""),
        ("<!--", "-->"),
        ("// <![CDATA[\n", "\n// ]]>"),
        ("<![CDATA[", "]]>;"),
        ("\n", ";\n"),
        ("\n" * 20_000,) * 2,
    ],
)
def test_what_machines_are_told_may_be_wrapped(before: str, after: str) -> None:
    written = json.dumps(NODE)
    wrapped = page().replace(written, f"{before}{written[:-1]}{' ' * 20_000}{written[-1]}{after}")
    assert wrapped.count(TITLE) == page().count(TITLE)
    assert read_page(wrapped).authors == ("Ida Berg", "Jon Dahl")


def test_an_empty_page_has_no_text() -> None:
    assert read_page("<!-- nothing -->").text == ""
    assert read_page("<html><body></body></html>").text == ""


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("One<br>line after<br/>another one, said he.", "One\nline after\nanother one, said he."),
        ("A&nbsp;&ldquo;quote&rdquo; &amp;  more", "A\u00a0“quote” & more"),
        ("<b>Bold</b><i>italic</i>, <a href=x>linked</a>.", "Bolditalic, linked."),
    ],
)
def test_a_block_reads_as_a_browser_shows_it(written: str, read: str) -> None:
    assert read_page(f"<p>{written}</p>").text == read


def test_an_address_that_leads_nowhere_is_none() -> None:
    for link in ("javascript:alert(1)", "file:///etc/passwd", "/news/harbour", "http://[", "https://a.example/a b"):
        head = HEAD.replace("https://post.example/news/harbour", link)
        assert checked(read_page(page(head=head))).address is None


def test_the_address_that_a_browser_noted_when_it_saved_the_page() -> None:
    noted = "<!-- saved from url=(0033)https://post.example/news/harbour -->"
    head = HEAD.replace('<link rel="canonical" href="https://post.example/news/harbour">', noted)
    assert read_page(page(head=head)).address == "https://post.example/news/harbour"


@pytest.mark.parametrize(
    ("kind", "who"),
    [
        ("twitter-tweet", "Ada Lindqvist (@adalindqvist)"),
        ("bluesky-embed", 'Ada Lindqvist (<a href="https://b.example">@ada.b.example</a>)'),
    ],
)
def test_a_post_in_a_page_is_one_line_with_who_posted_it(kind: str, who: str) -> None:
    said = "We will not close the harbour before May.<br>The boats can stay."
    post = (
        f'<blockquote class="{kind}"><p lang="en">{said}</p>&mdash; {who} <a href="/1">March 14, 2025</a></blockquote>'
    )
    text = body(read_page(page().replace(f"<p>{PARAGRAPHS[3]}</p>", f"{post}<p>{PARAGRAPHS[3]}</p>")))
    (line,) = [line for line in text if "The boats can stay" in line]
    assert line.startswith("We will not close the harbour before May. The boats can stay. — Ada Lindqvist (@ada")
    quotes = find_quotes(Article("a", line, "t", "o"), language_of("en"))
    assert [(quote.text(line), quote.speaker and quote.speaker.name) for quote in quotes] == [
        ("We will not close the harbour before May. The boats can stay.", "Ada Lindqvist")
    ]


@pytest.mark.parametrize(
    ("around", "signed"),
    [
        (
            '<div class="fb-post"><blockquote class="fb-xfbml-parse-ignore">%</blockquote></div>',
            'Publiée par <a href="https://www.facebook.com/adal">Ada Lindqvist</a> le\xa0<a href="/p">14 mars 2025</a>',
        ),
        (
            '<div class="fb-video"><blockquote class="fb-xfbml-parse-ignore">%</blockquote></div>',
            'By <a href="#">Ada Lindqvist</a> on <a href="https://www.facebook.com/adal/v/1">March 14, 2025</a>',
        ),
        (
            '<blockquote class="truthsocial-embed">%</blockquote>',
            'Ada Lindqvist (@adal) <a href="https://truthsocial.com/@adal/posts/1">March 14, 2025</a>',
        ),
    ],
)
def test_a_post_is_its_authors_whatever_its_network_writes_before_the_name(around: str, signed: str) -> None:
    said = "We will not close the harbour before May, and that is that."
    post = around.replace("%", f"<p>{said}</p>{signed}")
    draft = read_page(f"<h1>{TITLE}</h1><p>{PARAGRAPHS[0]}</p>{post}<p>{PARAGRAPHS[1]}</p>")
    assert draft.date is None, "the day of a post is not the article's"
    quotes = find_quotes(Article("a", draft.text, "t", "o"), language_of("en"))
    told = {quote.text(draft.text): quote.speaker and quote.speaker.name for quote in quotes}
    assert told[said] == "Ada Lindqvist"


def test_when_a_post_was_posted_is_not_when_the_article_was() -> None:
    post = '<blockquote class="twitter-tweet"><p>No.</p>— Ada (@adal) <time>March 14, 2025</time></blockquote>'
    assert read_page(f"<h1>{TITLE}</h1>{post}<p>{PARAGRAPHS[0]}</p>").date is None


def with_paragraph(paragraph: str) -> list[str]:
    return body(read_page(page().replace(f"<p>{PARAGRAPHS[4]}</p>", f"{paragraph}<p>{PARAGRAPHS[4]}</p>")))


SAID = "We will not reopen the port before the ice has gone from all of its piers"


@pytest.mark.parametrize(
    ("paragraph", "text"),
    [
        (f"<p>Ann Roe said: <q>{SAID}</q>.</p>", f"Ann Roe said: “{SAID}”."),
        (f"<p>Ann Roe said: <q><em>{SAID}</em></q>.</p>", f"Ann Roe said: “{SAID}”."),
        (f'<p lang="de">Ann Roe sagte: <q>{SAID}</q>.</p>', f"Ann Roe sagte: „{SAID}“."),
        (f'<p lang="fr-CA">Ann Roe a dit : <q>{SAID}</q>.</p>', f"Ann Roe a dit : «{SAID}»."),
        (f"<p>Ann Roe said: “<q>{SAID}</q>”.</p>", f"Ann Roe said: “{SAID}”."),
        (f"<p>Ann Roe said: <q>“{SAID}”</q>.</p>", f"Ann Roe said: “{SAID}”."),
        (f"<p>Ann Roe said: <q>{SAID}, <q>come</q> what may</q>.</p>", f"Ann Roe said: “{SAID}, ‘come’ what may”."),
        (f"<p>Ann Roe said: {SAID}<q> </q>.</p>", f"Ann Roe said: {SAID} ."),
    ],
)
def test_the_marks_that_a_browser_draws_are_read(paragraph: str, text: str) -> None:
    assert with_paragraph(paragraph)[4] == text


@pytest.mark.parametrize("hiding", ['style="display: none"', "hidden", 'aria-hidden="true"'])
def test_what_is_not_shown_is_no_part_of_the_article(hiding: str) -> None:
    assert with_paragraph(f"<p {hiding}>Ann Roe said on Friday: “{SAID}, and nobody can tell when”.</p>") == [
        *PARAGRAPHS
    ]


def test_an_article_that_a_script_shows_is_read() -> None:
    shown = page().replace("<article", '<article style="visibility: hidden"')
    assert body(read_page(shown)) == list(PARAGRAPHS)


def test_what_a_page_declares_for_itself_is_no_text() -> None:
    declared = '<?xml version="1.0"?>\n<!DOCTYPE html PUBLIC [\n<!ENTITY nbsp "&#160;"><!ENTITY town "Norrvik">\n]>'
    assert read_page(f"{declared}<html><body><p>The port stays open.</p></body></html>").text == "The port stays open."
    with pytest.raises(UserError, check=says("may be damaged")):
        read_page(f"{declared.replace('Norrvik', '&nbsp;&nbsp;')}<html><body><p>&town;</p></body></html>")
