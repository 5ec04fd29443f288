"""What an article's head, and the name of its file, say of it: title, outlet, author and day."""

from pathlib import Path
from time import process_time
from zipfile import ZipFile

import pytest

from crossquote.articles.read import make_article, outlet_name, read_article
from crossquote.model.state import State
from crossquote.progress import finish
from crossquote.work.stages.add_articles import read_files


@pytest.mark.parametrize("label", ["date", "Datum:", "Fecha", "Дата:", "日期："])
def test_a_date_with_its_label_in_any_language_may_stand_before_the_first_words(label: str) -> None:
    article = make_article(f"{label} 2025-03-14 It rained for an hour. Then it stopped, and nobody said why.", name="1")
    assert (article.date, article.title[:9]) == ("2025-03-14", "It rained")


def test_an_article_without_a_title_is_named_by_its_first_words() -> None:
    article = make_article("date 2025-03-14 It rained for an hour. Then it stopped, and nobody said why.", name="002")
    assert article.date == "2025-03-14"
    assert article.title.startswith("It rained")
    assert article.outlet.startswith("It rained")


@pytest.mark.parametrize(
    ("head", "date"),
    [
        ("14 березня 2025", "2025-03-14"),
        ("March 14, 2025", "2025-03-14"),
        ("14 de marzo de 2025", "2025-03-14"),
        ("14. März 2025", "2025-03-14"),
        ("Publié le 14 mars 2025", "2025-03-14"),
        ("14.03.2025, 18:30", "2025-03-14"),
        ("31.02.2025", None),
    ],
)
def test_dates_are_read_in_several_languages(head: str, date: str | None) -> None:
    assert make_article(f"A title\n{head}\n\nThe text begins here, and goes on.", name="x").date == date


def test_a_line_between_title_and_date_names_the_outlet() -> None:
    text = "A bridge opens\n\nThe Harbour Post, evening edition\n14 March 2025\n\nThe bridge opened on Friday.\n"
    article = make_article(text, name="00017")
    assert (article.outlet, article.date) == ("The Harbour Post, evening edition", "2025-03-14")
    assert make_article(text, name="harbour-post").outlet == "Harbour post"


def test_the_author_may_stand_between_outlet_and_date() -> None:
    text = "Bridge opens\n\nNorthern Tribune\nBy Ann Lee\n12 March 2025\n\nThe bridge opens on Monday.\n"
    article = make_article(text, name="", otherwise="Pasted 1")
    assert (article.outlet, article.author, article.date) == ("Northern Tribune", "Ann Lee", "2025-03-12")


@pytest.mark.usefixtures("kept_processes")
def test_a_page_is_of_the_outlet_that_it_names_whatever_its_file_is_called(tmp_path: Path) -> None:
    words = "<p>“The bridge opens on Monday,” said Mayor Ada Lindqvist, who had waited for it for years.</p>" * 4
    for head, outlet in (
        ('<meta property="og:site_name" content="Harbour Post">', "Harbour Post"),
        ("", "Saved page 3"),
    ):
        path = tmp_path / "saved-page-3.html"
        page = f"<html><head>{head}<title>A bridge opens</title></head><body>{words}</body></html>"
        path.write_text(page, encoding="utf-8")
        assert read_article(path).outlet == outlet


def test_a_text_that_names_no_outlet_is_called_otherwise() -> None:
    assert make_article("Bridge opens\n\nIt opens.\n", name="", otherwise="Pasted 1").outlet == "Pasted 1"
    text = "A bridge opens\n\nIt rained\n\nThe bridge opened on Friday.\n"
    assert make_article(text, name="00017").layout.skipped == ()


@pytest.mark.parametrize(
    ("stem", "name"),
    [
        ("kyiv-daily.uk", "Kyiv daily"), ("002_d475ccf4", ""), ("Le_Matin", "Le Matin"), ("-", ""), ("text", ""),
        ("Artikel (2)", ""), ("без названия", ""), ("index.en", ""), ("新建文本文档", ""), ("New Text Document", ""),
        ("Sin título 1", ""), ("Text & Ton", "Text & Ton"), ("The Page", "The Page"),
        ("Harbour Post 2025-03-14", "Harbour Post"),
        ("2025.03.14_harbour-post.en", "Harbour post"),
        ("20250314 Harbour Post", "Harbour Post"),
        ("Studio 2025", "Studio 2025"),
        ("Line 20259999", "Line 20259999"),
        ("Copy of The Times", "The Times"), ("The Times - Copy (2)", "The Times"), ("The Times copy 2", "The Times"),
        ("Le Matin (1)", "Le Matin"), ("Kopie von Nordpost.de", "Nordpost"), ("Nordpost – Kopie", "Nordpost"),
        ("Копия Северная газета", "Северная газета"), ("Northern copyists", "Northern copyists"), ("Copy", ""),
        ("Image", ""), ("Press", ""), ("Notizie", ""), ("IMG_2041", ""), ("Screenshot 2025-03-14", ""),
        ("Новости (3)", ""),
        ("보도자료", ""), ("Pressespiegel 2025-03-14", ""), ("Bild", "Bild"), ("Die Presse", "Die Presse"),
    ],
)  # fmt: skip
def test_outlets_are_named_after_their_file(stem: str, name: str) -> None:
    assert outlet_name(stem) == name


@pytest.mark.parametrize(
    ("name", "outlet"),
    [
        ("Harbour Post/text.txt", "Harbour Post"), ("Harbour Post/en/0001.txt", "Harbour Post"),
        ("text.txt", "It opens"),
        ("articles/text.txt", "It opens"), ("Harbour Post/Le Matin.txt", "Le Matin"),
    ],
)  # fmt: skip
@pytest.mark.usefixtures("kept_processes")
def test_a_file_in_an_archive_whose_name_says_nothing_is_of_its_folder(tmp_path: Path, name: str, outlet: str) -> None:
    path = tmp_path / "Salem" / "press.zip"
    path.parent.mkdir()
    with ZipFile(path, "w") as archive:
        archive.writestr(name, "It opens\n\n“We open it,” said Ada Lindqvist.\n")
    added = finish(read_files(State(), [path]))
    assert [article.outlet for article in added.state.articles.values()] == [outlet]


@pytest.mark.usefixtures("kept_processes")
def test_a_file_in_very_many_folders_of_an_archive_takes_no_longer_than_another(tmp_path: Path) -> None:
    path = tmp_path / "press.zip"
    with ZipFile(path, "w") as archive:
        archive.writestr("a/" * 1_900 + "text.txt", "It opens\n\n“We open it,” said Ada Lindqvist.\n")
    start = process_time()
    assert len(finish(read_files(State(), [path])).state.articles) == 1
    assert process_time() - start < 2


def test_a_file_that_lies_in_no_other_is_of_no_folder(tmp_path: Path) -> None:
    path = tmp_path / "Downloads of Anna" / "text.txt"
    path.parent.mkdir()
    path.write_text("It opens\n\n“We open it,” said Ada Lindqvist.\n", encoding="utf-8")
    assert read_article(path).outlet == "It opens"


def test_an_address_over_a_text_is_its_address_and_not_its_title() -> None:
    article = make_article("https://a.example/x\n\nThe port opens\n14 March 2025\n\nAnn Roe said: “We go.”", name="")
    assert (article.title, article.date, article.source.address) == (
        "The port opens",
        "2025-03-14",
        "https://a.example/x",
    )
    assert make_article("https://a.example/x\nAnn Roe said: “We go.”", name="").title == "Ann Roe said: “We go.”"


def test_who_speaks_first_is_no_outlet() -> None:
    article = make_article("KELLER:\nMarch 14, 2025\nWe go.", name="", otherwise="Pasted")
    assert (article.outlet, article.layout.title) == ("Pasted", None)


@pytest.mark.parametrize(
    ("line", "author"),
    [
        ("By Ada Lindqvist · 14 March 2025", "Ada Lindqvist"),
        ("Von Ada Lindqvist | 14.03.2025, 08:40", "Ada Lindqvist"),
        ("Par Ada Lindqvist, 14 mars 2025", "Ada Lindqvist"),
        ("By Ada Lindqvist 14 March 2025", "Ada Lindqvist"),
        ("By 14 March 2025", None),
        ("Le Courrier du Port – 14 mars 2025", None),
        ("De Havenbode, 14 maart 2025", None),
    ],
)
def test_an_author_stands_before_the_day_in_one_line(line: str, author: str | None) -> None:
    article = make_article(f"The bridge opens\n\n{line}\n\nThe bridge opens on Monday, they say.\n", name="post")
    assert (article.author, article.date) == (author, "2025-03-14")
