"""Cases of quotes as people write them: an article, a line of dashes, and a line for each quote that is in it."""

from crossquote.language.language import language_of
from crossquote.model.article import Article, Detection
from crossquote.model.quote import Quote, QuoteKind
from crossquote.quotes.find import find_quotes

BETWEEN = "\n====\n"
BELOW = "\n----"


def cases_in(written: str) -> list[str]:
    """Return the cases of a file, each with its article and what is expected."""
    return written.rstrip("\n").split(BETWEEN)


def article_of(case: str) -> str:
    """Return the article that a case begins with."""
    return case.partition(BELOW)[0]


def draw_case(text: str, language: str, *, indirect: bool) -> str:
    """Return the case that the article `text` is by what is found in it; `indirect` quotes are drawn if asked for."""
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
