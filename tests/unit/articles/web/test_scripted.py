"""Pages that are made by a script: their article is read out of the data that the script has."""

import json
import time

import pytest

from crossquote.articles.web.page import read_page
from web_pages import HEAD, PARAGRAPHS, TITLE

CAPTION = '<div class="caption"><p>The harbour in winter.</p></div>'
ARTICLE = CAPTION + "".join(f'<p class="x">{text}</p>' for text in PARAGRAPHS)


def made(script: str, shown: str = "") -> str:
    return f"<!doctype html><html><head>{HEAD}</head><body><div id=root>{shown}</div>{script}</body></html>"


def escaped(value: object) -> str:
    """Return JSON as it is written into a script, which may hold no tag."""
    return json.dumps(value).replace("<", "\\u003c").replace(">", "\\u003e")


@pytest.mark.parametrize(
    "script",
    [
        f'<script type="application/json">{escaped({"props": {"title": TITLE, "content": ARTICLE}})}</script>',
        f"<script>self.push([1,{escaped('28:T' + ARTICLE)}])</script>",
        f"<script>self.push([1,{escaped(escaped({'content': ARTICLE}))}])</script>",
        f"<script>window.state = {json.dumps({'content': ARTICLE})};</script>",
    ],
)
def test_the_article_is_in_a_string_of_a_script(script: str) -> None:
    draft = read_page(made(script))
    assert all(text in draft.text for text in PARAGRAPHS)
    assert (draft.title, draft.date, draft.authors) == (TITLE, "2025-03-14", ("Ida Berg", "Jon Dahl"))
    assert any("The harbour in winter" in aside for aside in draft.set_aside)


@pytest.mark.parametrize(
    "script",
    [
        "",
        f"<script>{escaped('<p>one</p>' + 'x' * 400)}</script>",
        '<script>a = "' + "x" * 5000 + "</script>",
        '<script>a = "<p>' + "\\" * 5001 + '"</script>',
        f"<script>{escaped('<p>' + '<div>' * 20_000 + '<p><p>')}</script>",
    ],
)
def test_what_is_no_article_there_is_none(script: str) -> None:
    assert PARAGRAPHS[0] not in read_page(made(script)).text


def test_what_is_shown_is_the_article_where_there_is_one() -> None:
    shown = "".join(f"<p>{text.replace('Norrvik', 'Sundby')}</p>" for text in PARAGRAPHS)
    draft = read_page(made(f"<script>x = {escaped(ARTICLE)}</script>", shown))
    assert "Sundby stays open" in draft.text
    assert "Norrvik stays open" not in draft.text


@pytest.mark.parametrize(
    "data",
    [
        '"' + "<p> \\" * 200_000 + '"',
        '"' + '\\"' * 30_000,
        '"' + '<p \\"' * 30_000,
        '"' + '\\\\\\"' * 30_000,
        '"' + "\\" * 60_000 + '"',
    ],
)
def test_data_costs_its_length(data: str) -> None:
    begun = time.process_time()
    assert "Norrvik stays open" not in read_page(made(f"<script>{data}</script>")).text
    assert time.process_time() - begun < 5
