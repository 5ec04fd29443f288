"""Which blocks are taken for the article where the libraries that are asked take too little, or too much."""

import json
import tracemalloc

import pytest

from crossquote.articles.reader import Draft
from crossquote.articles.web import votes
from crossquote.articles.web.page import read_page
from crossquote.model.article import body_of
from web_pages import HEAD, NODE, PARAGRAPHS, TITLE, page


def body(draft: Draft) -> list[str]:
    return body_of(draft.text, draft.layout).split("\n")


def with_extra(extra: str) -> str:
    return page().replace(f"<p>{PARAGRAPHS[4]}</p>", f"{extra}<p>{PARAGRAPHS[4]}</p>")


PIECES = (
    "The boats came in one after another while the council of Norrvik sat, and each was told to wait outside.",
    "At noon the mayor stood up and said that the piers are not hers alone, and that the town has to pay for them.",
    "The last to speak was the master of the harbour, who has seen nine winters there and wants to see a tenth.",
)


def live(*pieces: str) -> str:
    """Return a page that goes along with an event: its pieces stand in elements of one kind, each by itself."""
    one = '<div class="post"><h3>{0}:00</h3><div class="words"><div class="text"><p>{1}</p></div></div></div>'
    told = {
        **NODE,
        "@type": "LiveBlogPosting",
        "liveBlogUpdate": [
            {
                "@type": "BlogPosting",
                "headline": f"At {hour} o'clock",
                "author": {"@type": "Person", "name": "Tom Brook"},
                "datePublished": f"2025-03-15T{hour:02}:00:00+02:00",
                "articleBody": text,
                "mainEntityOfPage": "https://post.example/news/harbour",
            }
            for hour, text in enumerate(pieces, start=10)
        ],
    }
    posts = "".join(one.format(hour, text) for hour, text in enumerate(pieces, start=10))
    shown = page([], head=HEAD.replace(json.dumps(NODE), json.dumps(told)))
    return shown.replace("</article>", f"{posts}</article>")


def test_of_a_page_that_goes_along_with_an_event_no_piece_is_taken_for_the_article() -> None:
    draft = read_page(live(*PIECES, *PARAGRAPHS))
    assert (draft.title, draft.date) == (TITLE, "2025-03-14")
    assert draft.authors == ("Ida Berg", "Jon Dahl")


def test_pieces_that_stand_as_the_article_does_are_read(monkeypatch: pytest.MonkeyPatch) -> None:
    pieces = (" ".join(PIECES), *PARAGRAPHS)
    monkeypatch.setattr(votes, "_first_opinion", lambda _page: pieces[0])
    monkeypatch.setattr(votes, "_second_opinion", lambda _page: "\n".join(pieces))
    text = body(read_page(live(*pieces)))
    assert [line for line in text if ":00" not in line] == list(pieces)


@pytest.mark.parametrize("kind", ["comment-body", "list-articles"])
def test_what_others_say_below_is_not_read_though_it_stands_so(kind: str, monkeypatch: pytest.MonkeyPatch) -> None:
    said = "".join(f'<div class="{kind}"><div class="text"><p>{text}</p></div></div>' for text in PIECES)
    shown = page().replace("</article>", f"{said}</article>")
    monkeypatch.setattr(votes, "_first_opinion", lambda _page: "\n".join((*PARAGRAPHS, PIECES[0])))
    monkeypatch.setattr(votes, "_second_opinion", lambda _page: "\n".join((*PARAGRAPHS, *PIECES)))
    assert body(read_page(shown)) == list(PARAGRAPHS)


ITEMS = ("Three new piers of stone", "A light on the last", "Nine boats may lie there")


@pytest.mark.parametrize("item", ["<li>{}</li>", "<li><p>{}</p></li>", "<dd>{}</dd>"])
def test_short_items_of_a_list_are_the_articles_where_one_library_alone_takes_them(
    item: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(votes, "_first_opinion", lambda _page: "\n".join(PARAGRAPHS))
    kind = "dl" if "dd" in item else "ul"
    extra = f"<div><{kind}>{''.join(map(item.format, ITEMS))}</{kind}></div>"
    assert body(read_page(with_extra(extra))) == [*PARAGRAPHS[:4], *ITEMS, PARAGRAPHS[4]]


def test_cells_of_a_table_may_be_alike() -> None:
    rows = (("First pier", "Open until the end of May"), ("Second pier", "Open until the end of May"))
    cells = "".join(f"<tr><td>{name}</td><td>{when}</td></tr>" for name, when in rows)
    text = body(read_page(with_extra(f"<table>{cells}</table>")))
    assert text.count("Open until the end of May") == 2


def test_a_sentence_that_is_all_a_link_leads_to_another_article(monkeypatch: pytest.MonkeyPatch) -> None:
    teaser = "The bay of Sund has been frozen since November, and nobody there remembers a winter like it."
    link = f'<div><a href="/4"><p>{teaser}</p></a></div>'
    for opinion in ("_first_opinion", "_second_opinion"):
        monkeypatch.setattr(votes, opinion, lambda _page: "\n".join((*PARAGRAPHS, teaser)))
    draft = read_page(with_extra(link))
    assert body(draft) == list(PARAGRAPHS)
    assert teaser in draft.set_aside


def between(extra: str, monkeypatch: pytest.MonkeyPatch, *others: str) -> list[str]:
    """Return the article of a page with `extra` before its last paragraph; both libraries take the `others` too."""
    for opinion in ("_first_opinion", "_second_opinion"):
        monkeypatch.setattr(votes, opinion, lambda _page: "\n".join((*PARAGRAPHS, *others)))
    return body(read_page(with_extra(extra)))


@pytest.mark.parametrize(
    "heading",
    [
        '<h2><a href="#cost">What the new piers cost</a></h2>',
        '<a name="cost"><h2>What the new piers cost</h2></a>',
        '<h2><a href="/piers">What the new piers cost</a></h2>',
    ],
)
def test_a_heading_between_two_paragraphs_is_the_articles_though_it_be_a_link(
    heading: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    words = "What the new piers cost"
    assert between(heading, monkeypatch, words) == [*PARAGRAPHS[:4], words, PARAGRAPHS[4]]


@pytest.mark.parametrize(
    "line",
    [
        '<h3><a href="/5">Read also: the boats of Sund are to stay at home</a></h3>',
        "<div>Advertisement</div>",
        "<p>Lesen Sie auch:</p>",
        "<p>Читайте также</p>",
        "<p>© 2025 The Norrvik Post. All rights reserved.</p>",
        "<p>Copyright 2025 The Norrvik Post</p>",
    ],
)
def test_a_line_that_pages_leave_among_the_paragraphs_is_set_aside(line: str, monkeypatch: pytest.MonkeyPatch) -> None:
    words = line.removesuffix("</p>").removeprefix("<p>")
    assert between(line, monkeypatch, words, "Advertisement") == list(PARAGRAPHS)


def test_a_sentence_that_begins_as_such_a_line_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    said = "Photo albums of the old harbour are sold by the council for the piers, and there are many."
    assert between(f"<p>{said}</p>", monkeypatch, said) == [*PARAGRAPHS[:4], said, PARAGRAPHS[4]]


CARD = '<div class="c"><h4>{0}</h4><span class="d"><p>{1}</p></span></div>'
CARDS = "".join(CARD.format(f"Another winter of {name}", text) for name, text in zip("ABC", PIECES, strict=True))


@pytest.mark.parametrize(("heading", "read"), [("Related stories", False), ("What each of them said", True)])
def test_what_stands_under_a_heading_of_other_articles_is_theirs(
    heading: str, read: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    for opinion in ("_first_opinion", "_second_opinion"):
        monkeypatch.setattr(votes, opinion, lambda _page: "\n".join((*PARAGRAPHS, *PIECES, heading)))
    shown = page().replace(f"<p>{PARAGRAPHS[4]}</p>", f"<p>{PARAGRAPHS[4]}</p><h2>{heading}</h2>{CARDS}")
    assert (PIECES[1] in body(read_page(shown))) is read


def test_an_article_goes_on_behind_such_a_heading(monkeypatch: pytest.MonkeyPatch) -> None:
    assert between("<h4>Read more</h4>", monkeypatch, "Read more") == list(PARAGRAPHS)


def test_a_long_list_of_links_that_both_take_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    names = " • ".join(f'<a href="/{one}">The boat called {one}</a> of the north' for one in range(20))
    text = " • ".join(f"The boat called {one} of the north" for one in range(20))
    assert text in between(f"<p>{names}</p>", monkeypatch, text)


def test_what_goes_with_a_row_of_pictures_is_no_summary() -> None:
    caption = "The fishermen look on from the old pier while the council speaks of it on Tuesday."
    row = f'<div class="carousel-slide"><span class="info-description"><p>{caption}</p></span></div>'
    shown = page().replace('<div class="body">', f'{row}<div class="body">')
    assert caption not in body(read_page(shown))


def test_a_list_is_read_where_all_of_the_article_is_hidden_until_a_script_shows_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(votes, "_first_opinion", lambda _page: "\n".join(PARAGRAPHS))
    monkeypatch.setattr(votes, "_second_opinion", lambda _page: "\n".join((*PARAGRAPHS, *ITEMS)))
    shown = with_extra(f"<div><ul>{''.join(f'<li>{item}</li>' for item in ITEMS)}</ul></div>")
    text = body(read_page(shown.replace("<article", '<article style="visibility: hidden"')))
    assert text == [*PARAGRAPHS[:4], *ITEMS, PARAGRAPHS[4]]


def test_what_elements_are_called_at_length_is_kept_once() -> None:
    told = [
        f"On day {day} of the long debate the council heard what the piers of the harbour cost it."
        for day in range(800)
    ]
    shown = page(told).replace('<div class="body">', f'<div class="{"x" * 300_000}">')
    tracemalloc.start()
    try:
        read_page(shown)
        assert tracemalloc.get_traced_memory()[1] < 100_000_000
    finally:
        tracemalloc.stop()
