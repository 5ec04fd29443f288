"""The sample stories saved in other formats give what the text files give: the same quotes by the same speakers."""

import textwrap
from collections.abc import Callable, Sequence
from email.header import Header
from html import escape
from pathlib import Path

import pytest

from crossquote.articles.read import read_article
from crossquote.language.language import language_of
from crossquote.model.article import Article
from crossquote.quotes.find import find_quotes
from crossquote.resources import seeds
from crossquote.work.stages.add_articles import with_language
from documents import docx, odt, run
from documents import paragraphs as word_paragraphs
from printed_pages import Placed
from printed_pages import pdf as printed
from web_pages import AFTER, BEFORE

pytestmark = pytest.mark.usefixtures("kept_processes")

STORIES = sorted(seeds().glob("*/*.txt"))
Saving = Callable[[str, Sequence[str]], bytes]


def said(article: Article) -> list[tuple[str, str | None]]:
    """Return quotes and speakers; on paper a blank that parts no lines is a blank."""
    read = with_language(article)
    found = find_quotes(read, language_of(read.language))
    return [(" ".join(quote.text(read.text).split()), quote.speaker.name if quote.speaker else None) for quote in found]


def _page(title: str, lines: Sequence[str]) -> bytes:
    head = f"<h1>{escape(title)}</h1>" if title else ""
    body = "".join(f"<p>{escape(line)}</p>" for line in lines)
    return (
        f"<!doctype html><html><head><meta charset=utf-8><title>{escape(title or lines[0])}</title></head>"
        f"<body>{BEFORE}<article>{head}{body}</article>{AFTER}</body></html>"
    ).encode()


def _word(title: str, lines: Sequence[str]) -> bytes:
    head = f'<w:p><w:pPr><w:pStyle w:val="Titel"/></w:pPr>{run(escape(title))}</w:p>' if title else ""
    return docx(head + word_paragraphs(*map(escape, lines)))


def _open_text(title: str, lines: Sequence[str]) -> bytes:
    head = f'<text:h text:outline-level="1">{escape(title)}</text:h>' if title else ""
    return odt(head + "".join(f"<text:p>{escape(line)}</text:p>" for line in lines))


def _rich(title: str, lines: Sequence[str]) -> bytes:
    def written(line: str) -> str:
        units = line.encode("utf-16-le")
        codes = (int.from_bytes(units[at : at + 2], "little", signed=True) for at in range(0, len(units), 2))
        return "".join(chr(code) if 31 < code < 127 and chr(code) not in "\\{}" else f"\\u{code}?" for code in codes)

    return ("{\\rtf1\\ansi " + "\\par\n".join(map(written, filter(None, (title, *lines)))) + "\\par}").encode()


def _mail(title: str, lines: Sequence[str]) -> bytes:
    head = (
        f"Subject: {Header(title or 'News', 'utf-8').encode()}\nFrom: Ida Berg <ida@post.example>\n"
        "Date: Fri, 14 Mar 2025 08:00:00 +0100\nContent-Type: text/plain; charset=utf-8\n"
        "Content-Transfer-Encoding: 8bit\n\n"
    )
    return (head + "\n\n".join(lines)).encode()


def _paper(title: str, lines: Sequence[str]) -> bytes:
    """Return pages of 40 lines of text, with a gap between two paragraphs."""
    placed: list[tuple[float, str]] = [(20.0, line) for line in textwrap.wrap(title, 40)]
    for text in lines:
        placed += [(0.0, ""), *((10.0, line) for line in textwrap.wrap(text, 80, break_on_hyphens=False))]
    pages: list[list[Placed]] = []
    for at, (size, line) in enumerate(placed):
        if at % 40 == 0:
            pages.append([])
        if line:
            pages[-1].append((50.0, 780.0 - 18 * (at % 40), size, line))
    return printed(pages)


SAVED: dict[str, Saving] = {
    "html": _page, "docx": _word, "odt": _open_text, "rtf": _rich, "eml": _mail, "pdf": _paper,
}  # fmt: skip


@pytest.mark.parametrize("kind", SAVED)
@pytest.mark.parametrize("path", STORIES, ids=lambda path: path.stem)
def test_a_story_saved_in_another_format_gives_the_same_quotes(kind: str, path: Path, tmp_path: Path) -> None:
    text = read_article(path)
    lines = [line for line in path.read_text(encoding="utf-8").split("\n") if line.strip()]
    titled = text.layout.title is not None
    saved = tmp_path / f"{path.stem}.{kind}"
    saved.write_bytes(SAVED[kind](lines[0] if titled else "", lines[titled:]))
    read = read_article(saved)
    assert read.source.reader != text.source.reader
    assert said(read) == said(text)
