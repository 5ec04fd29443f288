"""An article that holds the same thing without end costs in proportion to its length: calls are counted, not time."""

from collections.abc import Callable
from functools import partial

import pytest

from counting import counted, longest_share
from crossquote.language.language import language_of
from crossquote.message import message
from crossquote.model.article import Article, Detection, Layout
from crossquote.model.span import Span
from crossquote.progress import Step, finish
from crossquote.quotes.direct.denied import is_denied
from crossquote.quotes.direct.find import find_passages
from crossquote.quotes.find import find_quotes, look_for_quotes
from crossquote.quotes.indirect.find import look_for_indirect
from crossquote.quotes.page import read_page
from crossquote.quotes.scene import hide
from crossquote.quotes.speakers.attribution import Attribution
from crossquote.quotes.speakers.carrying import carry_over
from crossquote.quotes.speakers.persons import look_for_persons
from crossquote.quotes.speakers.subject import choose_subject

STEP = Step(0, 0, message("step.finding-quotes", outlet=""))
GOAL = 2.3
"""What twice as much may cost."""
SIZES = [1, pytest.param(4, marks=pytest.mark.slow)]
"""How many times as much is read: little every day, much under the mark `slow`."""
HALVES = [1, pytest.param(2, marks=pytest.mark.slow)]
"""The same, of what is told by its steps: in little they are few, and each has a large share."""
LINE = "We stay, Ann Roe said.\n"
MARKUP = (
    '<text:p>One</text:p><text:p></text:p><text:p>"We will open the new bridge on Monday, 12 May," Mayor Ada Lindqvist '
    "said.</text:p><text:p></text:p><text:p>She did not say why.</text:p>"
)
"""A document's source, as plain text: no sentence in it ends."""


def article(text: str, skipped: tuple[Span, ...] = ()) -> Article:
    detection = Detection("en", 1.0, told=True)
    return Article("a", text, title="a", outlet="a", detection=detection, layout=Layout(skipped=skipped))


def set_aside(count: int) -> Article:
    """Return an article whose every second line was set aside, as captions and notes are."""
    places = tuple(Span(at * len(LINE), (at + 1) * len(LINE)) for at in range(0, count, 2))
    return article(LINE * count, places)


MADE: dict[str, Callable[[int], Article]] = {
    "lines set aside": set_aside,
    "quotes": lambda count: article("“We stay,” Ann Roe said.\n" * count),
    "marks that never close": lambda count: article("“a " * count),
    "marks of two families": lambda count: article("“a ‘b " * count),
    "quotes and nothing else": lambda count: article(
        "We open the bridge" + "和說：「" * count + 'on Monday," Ann Roe said.'
    ),
    "a sentence of verbs": lambda count: article("it was said not not " * count + ".\n\n“We stay.”\n"),
    "reports": lambda count: article("Ann Roe said that the port stays open. " * count),
    "numbers": lambda count: article("“" + "3,000 and 20 " * count + "”, Ann Roe said."),
    "sentences that never end": lambda count: article(MARKUP * (count // 2)),
    "a sentence of quotes by titles": lambda count: article("“we go” said Secretary of State " * count),
    "one letter": lambda count: article("a " * count),
}


IN_SIGNS = frozenset({"quotes and nothing else"})
"""What is told in Chinese."""


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("name", MADE)
def test_an_article_of_one_thing_costs_in_proportion(name: str, size: int) -> None:
    def cost(count: int) -> int:
        made = MADE[name](count)
        with counted() as calls:
            find_quotes(made, language_of("zt" if name in IN_SIGNS else "en"))
        return calls[0]

    cost(40)  # what is loaded once
    once = cost(50 * size)  # first: words that it has asked for are known to the other, whatever ran before
    assert cost(100 * size) < GOAL * once


SENTENCES = {
    "en": "The pressure from the port said “we go now” and ",
    "pl": "mówi: i „nie wiem” – ",
    "cs": "„nevím“ „nevím“ (dodal) ",
    "ru": "«не знаю» «не знаю» «не знаю»; «не знаю»: заявил (",
    "it": "«non so» ha detto) «non so»; «non so»: chiede) ",
    "sr": "„ne znam” rekao je: ",
    "ro": "spune a întrebat „nu știu” ",
}
"""One sentence each, of words in marks and verbs that share their subject, or have none."""


@pytest.mark.parametrize("code", SENTENCES)
def test_one_sentence_of_quotes_costs_in_proportion(code: str) -> None:
    """Two thousand letters of the Polish one took twenty seconds, six thousand more than a minute."""

    def cost(length: int) -> int:
        made = article((SENTENCES[code] * length)[:length])
        with counted() as calls:
            find_quotes(made, language_of(code))
        return calls[0]

    cost(100)  # what is loaded once
    once = cost(2_000)
    assert once < 600 * 2_000
    assert cost(4_000) < GOAL * once


STOPPED: dict[str, str] = {"titles": "Mr. " * 5_000, "full names": "Ann Roe. " * 4_000}


@pytest.mark.parametrize("size", HALVES)
@pytest.mark.parametrize("name", STOPPED)
def test_no_part_of_one_article_is_one_step(name: str, size: int) -> None:
    """Titles that end no sentence and are no name took one and a half seconds in one step, names two."""
    assert longest_share(look_for_quotes(article(STOPPED[name] * size), language_of("en"), STEP)) < 0.3


def test_who_is_named_is_read_between_steps() -> None:
    """Ten thousand names of initials and a word took most of a second in one."""
    page = read_page(article("J. R. Roe. " * 8_000), language_of("en"))
    assert longest_share(look_for_persons(hide(page, []), STEP)) < 0.3


@pytest.mark.parametrize(("line", "code"), [("警方表示，大桥已关闭。", "zh"), ("市長は橋を閉じると述べた。", "ja")])
def test_sentences_without_blanks_are_read_between_steps(line: str, code: str) -> None:
    """Ten thousand were one step, of which each looked through all quotes of the article."""
    page = read_page(article(line * 2_000), language_of(code))
    work = look_for_indirect(page, (), partial(choose_subject, hide(page, [])), STEP)
    assert longest_share(work) < 0.4


def test_who_spoke_before_is_asked_between_steps() -> None:
    page = read_page(article("「我们留下来建设大桥。」\n" * 1_000), language_of("zh"))
    passages = finish(find_passages(hide(page, [pair.outer for pair in page.marked]), STEP))
    scene = hide(page, [piece for passage in passages for piece in passage.pieces])
    beside = [Attribution()] * len(passages)
    assert longest_share(carry_over(scene, passages, beside, STEP)) < 0.4


@pytest.mark.parametrize("size", HALVES)
def test_whether_marks_hold_speech_is_asked_between_steps(size: int) -> None:
    """Ten thousand words in marks took two seconds in one."""
    page = read_page(article("“We stay,” he said. " * 500 * size), language_of("en"))
    assert longest_share(find_passages(hide(page, [pair.outer for pair in page.marked]), STEP)) < 0.4


@pytest.mark.parametrize(
    ("line", "code"),
    [("“we stay,” said Ann Roe. ", "en"), ("和說：「我們留下」", "zh"), ("he said “we stay” and ", "en")],
)
def test_whether_words_are_denied_is_asked_of_the_verb_before_them_alone(line: str, code: str) -> None:
    """In a sentence of thousands of quotes all verbs before each were counted."""

    def cost(count: int) -> int:
        page = read_page(article(line * count), language_of(code))
        scene = hide(page, [pair.outer for pair in page.marked])
        last = finish(find_passages(scene, STEP))[-1]
        with counted() as calls:
            assert not is_denied(scene, last)
        return calls[0]

    assert cost(200) < 1.2 * cost(100)


def test_few_quotes_whose_language_is_in_doubt_are_asked_about_between_two_steps(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Each is a question to a second library, some hundredths of a second: the questions are counted."""
    asked = [0]

    def answer(_: str) -> dict[str, float]:
        asked[-1] += 1
        return {}

    monkeypatch.setattr("crossquote.text.second_opinion.second_opinion", answer)
    names = ("An Jo Davide Jon Jo Davy An Ken Jo", "nny Kenneth ken David")
    text = "".join(f"“{names[at % 2]},” said Ada Berg.\n\n" for at in range(60))
    finding = look_for_quotes(article(text), language_of("en"), STEP)
    while next(finding, None) is not None:
        asked.append(0)
    assert sum(asked)
    assert max(asked) < sum(asked) / 2


@pytest.mark.parametrize(("length", "found"), [(59_900, 1), (60_100, 0)])
def test_what_is_longer_than_any_speech_is_no_quote(length: int, found: int) -> None:
    quotes = find_quotes(article(f"“{'We stay. ' * (length // 9)}We go,” Ann Roe said."), language_of("en"))
    assert len(quotes) == found
