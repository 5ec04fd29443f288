"""Table cases of quotes: tests/cases/quotes, one file a phenomenon and language; `indirect.*` show all kinds."""

from pathlib import Path

import pytest

from crossquote.language.language import language_of
from crossquote.model.article import Article, Detection
from crossquote.model.quote import Quote, QuoteKind
from crossquote.quotes.find import find_quotes

CASES = Path(__file__).parents[2] / "cases" / "quotes"
BETWEEN = "\n====\n"
BELOW = "\n----"


@pytest.mark.parametrize("path", sorted(CASES.glob("*.case")), ids=lambda path: path.stem)
def test_finds_what_the_case_says(path: Path, request: pytest.FixtureRequest) -> None:
    written = path.read_text(encoding="utf-8")
    drawn = BETWEEN.join(_drawn(case, path) for case in written.rstrip("\n").split(BETWEEN)) + "\n"
    if request.config.getoption("--update"):
        path.write_text(drawn, encoding="utf-8")
    assert drawn == path.read_text(encoding="utf-8")


def _drawn(case: str, path: Path) -> str:
    language, indirect = path.suffixes[0][1:], path.stem.startswith("indirect")
    text, _, _ = case.partition(BELOW)
    article = Article("a", text, title="a", outlet="a", detection=Detection(language, 1.0, told=True))
    quotes = [
        quote
        for quote in find_quotes(article, language_of(language))
        if indirect or quote.kind is not QuoteKind.INDIRECT
    ]
    return "\n".join([text + BELOW, *(_line(quote, text) for quote in quotes)])


def _line(quote: Quote, text: str) -> str:
    said = " / ".join(span.of(text) for span in quote.spans)
    line = f"{quote.kind}: {said}"
    if quote.speaker is not None and quote.speaker.mention is not None:
        mention = quote.speaker.mention.of(text)
        line += f" <- {mention}" + (f" = {quote.speaker.name}" if quote.speaker.name != mention else "")
    return line + (f" ({quote.cue.span.of(text)})" if quote.cue else "")
