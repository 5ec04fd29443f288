"""A page that was fetched is an article as a saved one is: kept, with its address; a saved one reads the same."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from crossquote.errors import UserError
from crossquote.model.article import Article
from crossquote.model.state import State
from crossquote.online.fetching import Fetched
from crossquote.online.web_address import read_address
from crossquote.progress import finish
from crossquote.work.stages.add_articles import AddedArticles, read_files, read_page
from crossquote.work.web_pages import address_in, as_saved, fetch_article
from saying import says
from web_pages import page
from web_site import PAGE, Site, answer, leading_to

pytestmark = [pytest.mark.loopback, pytest.mark.usefixtures("kept_processes")]
ADDRESS = "http://news.example/harbour"


@pytest.fixture
def site() -> Iterator[Site]:
    with Site().running() as running:
        yield running


def fetched(site: Site, given: bytes) -> Fetched:
    site.answers["/harbour"] = given
    got = finish(fetch_article(read_address(ADDRESS), site.network))
    assert isinstance(got, Fetched)
    return got


def read(site: Site, given: bytes) -> AddedArticles:
    return finish(read_page(State(), fetched(site, given)))


def only(added: AddedArticles) -> Article:
    assert added.problems == ()
    (article,) = added.state.articles.values()
    return article


def test_a_page_is_an_article_of_the_site_that_gave_it(site: Site) -> None:
    article = only(read(site, answer()))
    assert (article.title, article.outlet, article.path) == ("Norrvik keeps its harbour open", "news.example", "")
    assert (article.source.address, article.source.reader, article.language) == (ADDRESS, "html", "en")
    assert "“We will not close the harbour before May,”" in article.text


def test_its_bytes_are_kept_as_they_came_and_once(site: Site) -> None:
    kept: list[tuple[str, bytes]] = []
    first = finish(read_page(State(), fetched(site, answer()), lambda name, data: kept.append((name, data))))
    again = finish(read_page(first.state, fetched(site, answer()), lambda name, data: kept.append((name, data))))
    assert [data for _, data in kept] == [PAGE]
    assert (again.added, again.again) == ((), 1)


@pytest.mark.parametrize(
    ("link", "address"),
    [("http://www.news.example/h", "http://www.news.example/h"), ("https://other.example/h", ADDRESS)],
)
def test_a_page_names_itself_only_within_its_site(site: Site, link: str, address: str) -> None:
    given = page(head=f'<title>x</title><link rel="canonical" href="{link}">').encode()
    assert only(read(site, answer(given))).source.address == address


def test_the_encoding_that_the_server_names_is_heeded(site: Site) -> None:
    given = page(
        ["Мэр сказал: «Гавань не закроют до мая», сообщила вчера городская дума."] * 3, head="<title>Гавань</title>"
    )
    body = given.replace('<meta charset="utf-8">', "").encode("cp1251", "replace")
    assert (
        "«Гавань не закроют до мая»"
        in only(read(site, answer(body, Content_Type="text/html; charset=windows-1251"))).text
    )


def test_a_plain_text_is_one_too(site: Site) -> None:
    article = only(read(site, answer("“Oh,” said Ada Berg.".encode(), Content_Type="text/plain; charset=utf-8")))
    assert (article.source.reader, article.source.address) == ("plain", ADDRESS)


@pytest.mark.parametrize(
    "body",
    [
        b"\x89PNG\r\n\x1a\n" + bytes(100),
        b"%PDF-1.7\n",
        b"PK\x03\x04" + bytes(60),
        b'{"a": ["b", "c"]}',
        b"\x7fELF" + bytes(50),
    ],
)
def test_what_is_something_else_is_refused_whatever_the_server_calls_it(site: Site, body: bytes) -> None:
    with pytest.raises(UserError) as caught:
        only(read(site, answer(body)))
    assert "\n" not in str(caught.value)


def test_an_answer_of_nothing_is_told(site: Site) -> None:
    with pytest.raises(UserError, check=says("empty")):
        fetched(site, answer(b" \n"))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "windows-1251"])
def test_a_saved_page_is_read_as_the_fetched_one(site: Site, tmp_path: Path, encoding: str) -> None:
    given = page(["Мэр сказал: «Гавань не закроют», сообщила дума."] * 3, head="<title>Гавань</title>")
    body = given.replace('<meta charset="utf-8">', "").encode(encoding, "replace")
    got = fetched(site, answer(body, Content_Type=f"text/html; charset={encoding}"))
    path = tmp_path / "page.html"
    path.write_bytes(as_saved(got))
    saved, straight = only(finish(read_files(State(), [path]))), only(finish(read_page(State(), got)))
    assert (saved.text, saved.title, saved.source.address) == (straight.text, straight.title, ADDRESS)


def test_a_page_that_leads_to_another_site_is_no_article_yet(site: Site) -> None:
    site.answers["/harbour"] = leading_to("https://other.example/")
    assert not isinstance(finish(fetch_article(read_address(ADDRESS), site.network)), Fetched)


@pytest.mark.parametrize(
    ("text", "address"),
    [
        (" https://news.example/x \n", "https://news.example/x"),
        ("www.news.example/x", "https://www.news.example/x"),
        ("https://news.example/x https://news.example/y", None),
        ("see https://news.example/x", None),
        ("https://a@b/", None),
        ("", None),
    ],
)
def test_a_text_that_is_one_address_is_known(text: str, address: str | None) -> None:
    found = address_in(text)
    assert (found and str(found)) == address
