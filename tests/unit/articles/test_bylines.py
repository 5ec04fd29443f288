"""Lines between a title and a date: whether they name who wrote an article, or who prints it."""

import pytest

from crossquote.articles.read import make_article


@pytest.mark.parametrize(
    ("lines", "outlet", "author"),
    [
        (["Ann Lee"], "Pasted", "Ann Lee"),
        (["Anna Maria Lind"], "Pasted", "Anna Maria Lind"),
        (["Иван Белов"], "Pasted", "Иван Белов"),
        (["Northern Tribune"], "Northern Tribune", None),
        (["Northern Tribune", "Ann Lee"], "Northern Tribune", "Ann Lee"),
        (["Ann Lee's harbour news"], "Ann Lee's harbour news", None),
        (["Ann Lee 24"], "Ann Lee 24", None),
        (["Anna"], "Anna", None),
    ],
)
def test_a_person_before_the_date_wrote_the_article(lines: list[str], outlet: str, author: str | None) -> None:
    text = "\n".join(["Bridge opens", "", *lines, "2025-03-12", "", "The bridge opened on Friday."])
    article = make_article(text, name="", otherwise="Pasted")
    assert (article.outlet, article.author, article.date) == (outlet, author, "2025-03-12")
