"""Which blocks are taken for the article where the libraries that are asked take too little, or too much."""

import json

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
