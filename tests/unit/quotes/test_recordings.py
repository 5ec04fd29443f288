"""Turns of a recording: who speaks stands in capitals behind the time, also where there are only two."""

from crossquote.language.language import language_of
from crossquote.model.article import Article, Detection, Layout
from crossquote.model.span import Span
from crossquote.quotes.find import find_quotes

_TIME = "[0:01] "


def _turns(*turns: str) -> list[tuple[str, str | None]]:
    text = "\n".join(_TIME + turn for turn in turns)
    starts = [at for at in range(len(text)) if text.startswith(_TIME, at)]
    skipped = tuple(Span(at, at + len(_TIME)) for at in starts)
    detection = Detection("en", 1.0, told=True)
    article = Article("a", text, title="a", outlet="a", detection=detection, layout=Layout(skipped=skipped))
    found = find_quotes(article, language_of("en"))
    return [(quote.spans[0].of(text), quote.speaker.name if quote.speaker else None) for quote in found]


def test_two_turns_with_names_in_capitals_are_quotes() -> None:
    assert _turns("KELLER: We will stay here.", "BROOK: That is late.") == [
        ("We will stay here.", "KELLER"),
        ("That is late.", "BROOK"),
    ]


def test_a_line_with_a_colon_is_nobodys() -> None:
    assert _turns("Remember: the port is closed.", "We stay.") == []
