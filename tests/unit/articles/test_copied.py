"""What was copied from a page: the paragraphs that were chosen, with the address, through the door of files."""

import pytest

from crossquote.articles.clipping import READER, Clipping, pack_clipping, unpack_clipping
from crossquote.articles.reader import Draft, Hints
from crossquote.articles.readers import plain
from crossquote.articles.sniff import find_reader
from crossquote.message import message
from crossquote.model.article import body_of
from crossquote.model.state import State
from crossquote.progress import finish
from crossquote.work.stages.add_articles import read_clipping
from web_pages import PARAGRAPHS, TITLE, page

pytestmark = pytest.mark.usefixtures("kept_processes")

ADDRESS = "https://www.post.example/news/harbour"
CHOSEN = "".join(f'<p style="color: rgb(0, 0, 0)">{text}</p>' for text in PARAGRAPHS)
PLAIN = "\n\n".join(PARAGRAPHS)
WINDOWS = (
    b"Version:0.9\r\nStartHTML:0000000150\r\nEndHTML:0000000600\r\nStartFragment:0000000186\r\nEndFragment:0000000560\r\n"
    b"SourceURL:https://post.example/a\r\n<html>\r\n<body>\r\n<!--StartFragment--><p>We stay.</p><!--EndFragment-->\r\n"
    b"</body>\r\n</html>"
)


def read(html: str, address: str = ADDRESS) -> Draft:
    return READER.read(pack_clipping(html, address), Hints())


def body(draft: Draft) -> str:
    return body_of(draft.text, draft.layout)


def test_the_form_of_the_clipboard_is_known_by_its_first_lines() -> None:
    assert find_reader(WINDOWS, "a", (plain.READER, READER)) is READER
    assert unpack_clipping(WINDOWS) == (b"<p>We stay.</p>", "https://post.example/a")
    assert unpack_clipping(pack_clipping("<p>x", "https://a.example/\r\nEndHTML:1"))[1] == "https://a.example/EndHTML:1"


def test_the_paragraphs_that_were_chosen_are_kept_with_their_address_and_outlet() -> None:
    draft = read(f"<h1>{TITLE}</h1>{CHOSEN}")
    assert draft.title == TITLE
    assert body(draft).split("\n") == list(PARAGRAPHS)
    assert (draft.address, draft.outlet) == (ADDRESS, "post.example")


def test_a_person_chose_it_so_none_of_it_is_left_out_for_standing_alone() -> None:
    short = "<p>The mill closes.</p>" * 3 + "<div>“We had no choice,” she said.</div>"
    assert body(read(short + CHOSEN)).split("\n")[3:] == ["“We had no choice,” she said.", *PARAGRAPHS]


def test_of_a_whole_page_the_article_is_read() -> None:
    draft = read(page())
    assert draft.title == TITLE
    assert body(draft).split("\n") == list(PARAGRAPHS)
    assert any("olle77" in text for text in draft.set_aside)


def test_what_leads_elsewhere_is_set_aside() -> None:
    draft = read(f'<div>News</div><h1>{TITLE}</h1>{CHOSEN}<p><a href="/1">“We have waited,” say the boats</a></p>')
    assert draft.title == TITLE
    assert body(draft).split("\n") == list(PARAGRAPHS)
    assert set(draft.set_aside) == {"News", "“We have waited,” say the boats"}


@pytest.mark.parametrize("address", ["", "about:blank", "javascript:alert(1)", "file:///etc/passwd", "https://a b"])
def test_an_address_that_is_none_is_not_told(address: str) -> None:
    assert read(CHOSEN, address).address is None


def clipped(html: str, text: str = PLAIN) -> tuple[str, str, str]:
    """Return reader, text and outlet of the article that was copied so."""
    added = finish(read_clipping(State(), Clipping(text, html, ADDRESS), "Pasted 1"))
    (article,) = added.state.articles.values()
    return article.source.reader, article.text, article.outlet


def test_copied_hypertext_becomes_an_article_read_in_a_child() -> None:
    kept: list[tuple[str, bytes]] = []
    clip = Clipping(PLAIN, CHOSEN, ADDRESS)
    added = finish(read_clipping(State(), clip, "Pasted 1", lambda *one: kept.append(one)))
    (article,) = added.state.articles.values()
    assert (article.source.reader, article.source.address, article.path) == ("clipping", ADDRESS, "")
    assert article.outlet == "post.example"
    assert kept == [(article.sha256, pack_clipping(CHOSEN, ADDRESS))]
    assert finish(read_clipping(added.state, clip, "Pasted 2")).added == ()


@pytest.mark.parametrize(
    "html",
    [
        "",
        "<img src='https://tracker.example/x.png'>",
        "<p>Only a part of it.</p>",
        "<b>" * 2000 + PLAIN,
        f"<p {' '.join(f'a{n}' for n in range(1000))}>{PLAIN}",
    ],
)
def test_where_the_hypertext_says_less_or_harms_the_plain_text_is_read(html: str) -> None:
    reader, text, outlet = clipped(html)
    assert (reader, text, outlet) == ("", PLAIN, "Pasted 1")


def test_an_address_alone_is_no_article_and_it_is_said_what_to_do() -> None:
    added = finish(read_clipping(State(), Clipping(f" {ADDRESS}\n", f'<a href="{ADDRESS}">{TITLE}</a>'), "Pasted 1"))
    (problem,) = added.problems
    assert added.added == ()
    assert problem.message == message("error.address-alone")


def test_the_marks_that_a_browser_draws_are_read() -> None:
    draft = read(f"{CHOSEN}<p>Ann Roe said: <q>We stay.</q></p>")
    assert body(draft).split("\n")[-1] == "Ann Roe said: “We stay.”"


@pytest.mark.parametrize("hiding", ['style="display:none"', "hidden", 'aria-hidden="true"'])
def test_what_is_not_shown_is_set_aside(hiding: str) -> None:
    assert "We stay" not in body(read(f"{CHOSEN}<p {hiding}>Ann Roe said: “We stay.”</p>"))


def test_who_is_quoted_in_a_block_stands_behind_it() -> None:
    block = "<blockquote><p>The boats are ours.</p><footer>— Cid Poe</footer></blockquote>"
    assert body(read(f"{block}{CHOSEN}")).split("\n")[:3] == ["The boats are ours.", "— Cid Poe", PARAGRAPHS[0]]
