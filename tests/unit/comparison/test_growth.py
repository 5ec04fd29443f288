"""What says the same thing without end costs in proportion to its length: the calls are counted, not the time."""

import random
from collections.abc import Callable

import pytest

from counting import counted, longest_share
from crossquote.comparison.compare import compare, comparing
from crossquote.comparison.reading.side import Side
from crossquote.language.language import language_of
from crossquote.model.quote import QuoteKind

EN = language_of("en")
GOAL = 2.6
"""What twice as much may cost."""
MONTHS = ("January", "March", "May", "June", "August")


def word(chance: random.Random) -> str:
    return "".join(chance.choices("bdgklmnrst", k=3)) + "a"


SAID: dict[str, Callable[[random.Random], str]] = {
    "dates": lambda chance: f"{chance.randint(1, 20)} {chance.choice(MONTHS)} or then",
    "times": lambda chance: f"{chance.randrange(24)}:{chance.randrange(60):02} or then",
    "sums apart": lambda chance: f"5 {chance.choice(('dollars', 'euros', 'pounds'))} and {word(chance)}",
    "fragments": lambda chance: f"{word(chance)} … then",
    "numbers": lambda chance: f"{chance.randint(1, 9999):,} or then",
    "one number": lambda _chance: "5 or then",
    "percentages": lambda chance: f"{chance.randint(1, 99)} percent or then",
    "modals": lambda chance: f"we {chance.choice(('may', 'must', 'should', 'could'))} {word(chance)}",
    "pronouns": lambda chance: f"{chance.choice(('he', 'she', 'they', 'we'))} and {word(chance)}",
    "denials": lambda chance: f"{chance.choice(('not', 'never', 'hardly'))} {word(chance)}",
    "denials that may agree": lambda chance: f"nor {' '.join(word(chance) for _ in range(9))}.",
    "requests": lambda chance: f"{chance.choice(('ask', 'demand', 'urge', 'really', 'strongly'))} {word(chance)}",
    "particles beside denials": lambda chance: f"{chance.choice(('even', 'still', 'only'))} not {word(chance)}",
    "names": lambda chance: f"{word(chance).title()} {word(chance).title()} and",
    "questions": lambda chance: f"{word(chance)} {word(chance)}?",
    "words apart": word,
}


LATE = frozenset({"times", "fragments", "requests"})
"""What costs in proportion only from where as much is said as is looked at: little says nothing of it."""


PRINTED = ("questions", "names", "denials", "numbers", "words apart")
"""What weighs less where it is known to be printed in marks."""


@pytest.mark.parametrize(
    ("name", "many", "kind"),
    [
        *((name, 300 if name in LATE else 75, None) for name in SAID),
        *(pytest.param(name, 300, None, marks=pytest.mark.slow) for name in SAID if name not in LATE),
        *((name, 75, QuoteKind.DIRECT) for name in PRINTED),
    ],
)
def test_a_quote_of_one_thing_costs_in_proportion(name: str, many: int, kind: QuoteKind | None) -> None:
    def cost(count: int) -> int:
        chance = random.Random(count)
        kept = 0.0 if name.endswith("apart") else 0.9
        base = [SAID[name](chance) for _ in range(count)]
        text = [one if chance.random() < kept else SAID[name](chance) for one in base]
        with counted() as calls:
            compare(Side(" ".join(base), EN, kind=kind), Side(" ".join(text), EN, kind=kind))
        return calls[0]

    cost(40)  # what is loaded once
    once = cost(many)  # first: words that it has asked for are known to the other, whatever ran before
    assert cost(2 * many) < GOAL * once


@pytest.mark.parametrize(
    ("code", "said"), [("zh", "我们已经强烈要求"), ("ja", "私たちは強く求めました"), ("th", "เราขออย่างจริงจังแล้ว")]
)
def test_texts_without_blanks_are_cut_and_compared_between_steps(code: str, said: str) -> None:
    """Both were cut and compared in one step, most of the work: one of a second for 350,000 letters."""
    base, text = (Side(said * 1000 + last, language_of(code)) for last in ("", "x"))
    assert longest_share(comparing(base, text)) < 0.3
