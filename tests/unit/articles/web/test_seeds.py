"""The sample stories saved as pages give what the text files give: the same quotes by the same speakers."""

from html import escape
from pathlib import Path

import pytest

from crossquote.articles.read import read_article
from crossquote.language.language import language_of
from crossquote.model.article import Article
from crossquote.quotes.find import find_quotes
from crossquote.resources import seeds
from crossquote.work.stages.add_articles import with_language
from web_pages import AFTER, BEFORE

pytestmark = pytest.mark.usefixtures("kept_processes")

STORY = sorted((seeds() / "ceasefire-call").glob("*.txt"))


def said(article: Article) -> list[tuple[str, str | None]]:
    read = with_language(article)
    found = find_quotes(read, language_of(read.language))
    return [(quote.text(read.text), quote.speaker.name if quote.speaker else None) for quote in found]


@pytest.mark.parametrize("path", STORY, ids=lambda path: path.stem)
def test_a_story_saved_as_a_page_gives_the_same_quotes(path: Path, tmp_path: Path) -> None:
    text = read_article(path)
    head, *lines = [line for line in path.read_text(encoding="utf-8").split("\n") if line.strip()]
    titled = text.layout.title is not None
    title, rest = (f"<h1>{escape(head)}</h1>", lines) if titled else ("", [head, *lines])
    body = "".join(f"<p>{escape(line)}</p>" for line in rest)
    page = tmp_path / f"{path.stem}.html"
    page.write_text(
        f"<!doctype html><html><head><meta charset=utf-8><title>{escape(head)}</title></head>"
        f"<body>{BEFORE}<article>{title}{body}</article>{AFTER}</body></html>",
        encoding="utf-8",
    )
    assert said(read_article(page)) == said(text)
