"""Markdown: its words are read, its marks are not."""

from pathlib import Path
from time import process_time

import pytest

from crossquote.articles.markdown import GOES_ON, is_markdown, without_marks
from crossquote.articles.read import make_article, read_article
from crossquote.articles.repair import draft_of_text
from crossquote.articles.unshown import without_scripts
from crossquote.language.language import language_of
from crossquote.model.quote import QuoteKind
from crossquote.quotes.find import find_quotes

CLIPPED = """---
title: "The harbour stays open"
source: "https://www.post.example/harbour"
author:
  - "[[Ida Berg]]"
  - "[[Jon Dahl]]"
published: 2025-03-14
tags:
  - "clippings"
---
The town council decided on **Tuesday**.

“We will *not* close the [harbour](https://www.post.example/h "The harbour") before May,” mayor Ada Lindqvist said.
"""


@pytest.mark.parametrize(
    ("marked", "words"),
    [
        ("# The harbour #\n", "The harbour\n"),
        ("The harbour\n===========\n\nIt stays.", "The harbour\n\nIt stays."),
        ("“We **will not** go,” _she_ said.", "“We will not go,” she said."),
        ("“We **will\nnot** go.”", "“We will\nnot go.”"),
        ("See [the harbour](https://a.example/b_(c) 'x'), she", "See [the harbour](https://a.example/b_(c) 'x'), she"),
        ("See [the harbour](https://a.example/b_(c)), she", "See the harbour, she"),
        ("[![The pier](a.jpg)](https://a.example) It stays.", " It stays."),
        ("See [the harbour][1].\n\n[1]: https://a.example\n", "See the harbour.\n\n"),
        ("> We **stay**.\n> We wait.", "> We stay.\n> We wait."),
        ("<https://a.example>", "https://a.example"),
        (r"It costs 5\* and \_not\_ 6", "It costs 5* and _not_ 6"),
        ("2 * 3 * 4 and snake_case_name, 5*", "2 * 3 * 4 and snake_case_name, 5*"),
        ("`a` and ***b***", "`a` and b"),
        ("Before\n\n***\n\nAfter", "Before\n\n\nAfter"),
        ("Before\n\n* * *\n\nAfter\n- - -\n", "Before\n\n\nAfter\n"),
        ("It is:\n\n```python\nx = 'said Bob'\n```\n\nDone.", "It is:\n\n\nDone."),
        ("It is:\n~~~\n```\n'said Bob'\n~~~~\nDone.", "It is:\nDone."),
        ("It is:\n```\n'said Bob'\n", "It is:\n'said Bob'\n"),
        ("- One\n* [x] Two\n  + Three\n1. Four", "• One\n• Two\n  • Three\n1. Four"),
        ("> - Ana Lima", "> - Ana Lima"),
        (r"\- Нет, — сказал он.", "- Нет, — сказал он."),
        ("We stay.[^1]\n\n[^1]: “Till May,” she said.", "We stay.\n\n“Till May,” she said."),
        ("We ~~go~~ stay 2~3.", "We go stay 2~3."),
        ("We<br>stay <b class='x'>here</b>, 2 < 3 and 4 > 3.", "We\nstay here, 2 < 3 and 4 > 3."),
        ("> We stay \n  and wait\nhere.\n\nThey left.", f"> We stay{GOES_ON}and wait{GOES_ON}here.\n\nThey left."),
        ("> > We stay\nand wait.\n> - a\n\nThey left.", f"> > We stay{GOES_ON}and wait.\n> - a\n\nThey left."),
        (f"{'>' * 99}\nThey left.\n{'>' * 99} No.\n# End", f"{'>' * 99}\nThey left.\n{'>' * 99} No.\nEnd"),
        ("> We stay.\n\nThey left.\n> No.\n- One\n", "> We stay.\n\nThey left.\n> No.\n• One\n"),
    ],
)
def test_marks_are_no_words(marked: str, words: str) -> None:
    assert without_marks(marked) == words


@pytest.mark.parametrize(
    "plain",
    ["It costs 5* more*.", "> “We stay,” she wrote.", "# 1 in the list\n\nIt stays.", "[sic] (she said)", "a_b_c"],
)
def test_a_text_that_only_has_such_signs_is_left_as_it_is(plain: str) -> None:
    assert not is_markdown(plain)
    assert draft_of_text(plain).text == plain


def test_it_is_known_by_the_name_of_its_file_or_by_links(tmp_path: Path) -> None:
    said = "# The harbour\n\n“We will *not* close it,” she said."
    path = tmp_path / "a.md"
    path.write_text(said, encoding="utf-8")
    article = read_article(path)
    assert (article.title, article.text) == ("The harbour", "The harbour\n\n“We will not close it,” she said.")
    assert "*not*" in make_article(said, name="x").text
    assert "*" not in make_article(said + " [More](https://a.example)", name="x").text


def test_what_a_clipper_wrote_over_it_is_known_of_it() -> None:
    draft = draft_of_text(CLIPPED)
    assert draft.title == "The harbour stays open"
    assert draft.authors == ("Ida Berg", "Jon Dahl")
    assert (draft.date, draft.address) == ("2025-03-14", "https://www.post.example/harbour")
    assert draft.text.startswith("The town council decided on Tuesday.")
    assert draft.layout.title is None
    assert "“We will not close the harbour before May,” mayor" in draft.text


@pytest.mark.parametrize(
    "piece",
    [
        "[",
        "[a](",
        "**",
        "*a\t",
        "_",
        "#",
        "#\t",
        ">\t",
        "](",
        "http://",
        "---\n",
        "a:\tb\n",
        "![",
        "<http://",
        "<a\t",
        "<br\t",
        "```\n",
        "````a\n~~~\n",
        "[^",
        "[^a]:",
        "~~",
        "~~a\t",
        "-\t",
        "-\t[x]\t",
        "-\t-\t-\t",
        "* ",
        "|",
        "|---",
        ">\ta\nb\n",
        "<!--",
        "<script>",
        "`",
        "`\n",
        "`<b",
        "a\t`",
        " <script> ",
    ],
)
def test_it_is_read_in_a_time_by_its_length(piece: str) -> None:
    def seconds(length: int) -> float:
        text, start = "# a\n# b\n" + piece * (length // len(piece)) + "x", process_time()
        is_markdown(text, "a.md")
        without_marks(without_scripts(text))
        return process_time() - start

    assert seconds(200_000) < 15 * max(0.01, seconds(50_000))


@pytest.mark.parametrize("depth", [1, 9, 3_000])
@pytest.mark.parametrize("line", ["b\n", "and so do all those whom nobody asked in May, as they say, nor\n"])
def test_nothing_is_put_before_lines_that_go_on_a_block_quote(depth: int, line: str) -> None:
    block = ">" * depth + " a\n" + line * 3_000 + "c"
    assert draft_of_text(f"T\n\n{block}", "a.md").text == f"T\n\n{' '.join(block.split())}"


def test_a_block_quote_that_goes_on_so_is_one_line_in_a_wrapped_text_too() -> None:
    wrapped = "The council of the town had sat for nine hours when it came to\nan end.\n"
    said = "> The harbour is open for all who want to come and who har-\nbour no wishes but to stay there this\nMay.\n"
    assert draft_of_text(f"{wrapped}\n{said}\n{wrapped}\n{wrapped}", "a.md").text.split("\n")[2] == (
        "> The harbour is open for all who want to come and who harbour no wishes but to stay there this May."
    )


@pytest.mark.parametrize(
    ("block", "said"),
    [
        ("> “We shall leave the port,” said John Doe.", "John Doe"),
        ("> John Doe said: “We shall leave the port.”", "John Doe"),
        ("> “We shall leave the port.” — John Doe", "John Doe"),
        ("> We shall leave the port.", "Anna Kessel"),
    ],
)
def test_a_block_quote_that_says_who_speaks_is_no_other_persons(block: str, said: str) -> None:
    text = f"Strike\n\nAnna Kessel said on Monday: “We will not give way.” She wrote:\n\n{block}\n"
    _, quote = find_quotes(make_article(text, name="one"), language_of("en"))
    assert quote.spans[0].of(text).rstrip(".") == "We shall leave the port"
    assert quote.kind is QuoteKind.DIRECT
    assert quote.speaker is not None
    assert quote.speaker.name == said


@pytest.mark.parametrize(
    ("block", "said"),
    [
        ("> We shall leave the port.\n>\n> — Karl Roe", ["Karl Roe: We shall leave the port."]),
        ("> We shall leave the port.\n> — *Karl Roe*, mayor of Salem", ["Karl Roe: We shall leave the port."]),
        ("> We shall leave.\n\n— Karl Roe", ["Karl Roe: We shall leave."]),
        ("> We shall leave\nthe port in May.", ["Anna Kessel: We shall leave the port in May."]),
        ("> We shall leave.\n> – and so shall you", ["Anna Kessel: We shall leave. / – and so shall you"]),
        ("> We leave.\n> — Karl Roe\n\n> We stay.\n> -- Ida Lind", ["Karl Roe: We leave.", "Ida Lind: We stay."]),
        ("> > We shall leave.\n> > — Karl Roe\n>\n> So let them.", ["Karl Roe: We shall leave.", "None: So let them."]),
        ("> > “We shall leave,” said Karl Roe.\n>\n> So let them.", ["Karl Roe: We shall leave", "None: So let them."]),
        ("> 我们不会离开。\n> —— 安娜", ["安娜: 我们不会离开。"]),
        ("> لن نغادر.\n> — آنا بلان، عمدة سالم", ["آنا بلان: لن نغادر."]),
    ],
)
def test_who_signs_a_block_quote_said_it(block: str, said: list[str]) -> None:
    text = f"# Strike\n\n“We will not give way,” Anna Kessel said.\n\n{block}\n"
    draft = draft_of_text(text, "a.md")
    quotes = find_quotes(make_article(draft.text, name="one"), language_of("en"))[1:]
    told = [
        (one.speaker.name if one.speaker else None, " / ".join(span.of(draft.text) for span in one.spans))
        for one in quotes
    ]
    assert [f"{name}: {words}" for name, words in told] == said


@pytest.mark.parametrize("name", ["a.md", "a.txt"])
@pytest.mark.parametrize("tag", ["`<{}script>`", "<{}script>", "`<{}b>`", "“<{}style>”"])
def test_what_is_said_between_tags_that_a_text_writes_of_is_a_quote(tag: str, name: str) -> None:
    opens, closes = tag.format(""), tag.format("/")
    text = f"Strike\n\nThe tag {opens} is bad, said Anna Blanc: “We shall never close.” And {closes} ends it.\n"
    article = make_article(draft_of_text(text, name).text, name="one")
    said = [span.of(article.text) for quote in find_quotes(article, language_of("en")) for span in quote.spans]
    assert "We shall never close." in said


@pytest.mark.parametrize(
    "hidden",
    [
        "<!-- “We hid it,” said Bob. -->", "<script>var a = '“We ran,” said Bob';</script>", "<!-- a --> <!-- > -->",
        '<STYLE type="a">\na { content: "b" }\n</STYLE >', "<script>if (a < b) {}</script><!---->",
        "\n  <script> var a = `“We ran,” said Bob`; </script>", " <style>a {}</style>",
        " <script>!var a = '“We ran,” said Bob';</script>",
        " <script>(a = '“We ran,” said Bob')</script>", '<script>"“We ran,” said Bob"</script>',
    ],
)  # fmt: skip
def test_what_a_page_shows_nobody_is_not_read_in_plain_text_either(hidden: str) -> None:
    assert draft_of_text(f"Strike\n\n“We stay,” she said.{hidden}\n").text.rstrip() == "Strike\n\n“We stay,” she said."


@pytest.mark.parametrize(
    "shown",
    [
        "<!-- we stay", "<script> is a word", "a --> b", "</script>", "<script> opens, “we know”, and </script> closes",
        "den <script>-Tag, „so heißt er“, und </script>",
        "“<style>”, she said, is for “</style>”", "`<script>` opens, “we know”, and `</script>` closes",
        "`a <script>b</script>` is code", "`<!--` opens, “we know”, and `-->` closes",
    ],
)  # fmt: skip
def test_what_only_begins_so_stays(shown: str) -> None:
    assert draft_of_text(f"Strike\n\nShe wrote {shown} here.").text == f"Strike\n\nShe wrote {shown} here."
