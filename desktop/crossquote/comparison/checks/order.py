"""Order: a phrase that stands elsewhere, in the same words; two who changed roles by it."""

from collections.abc import Iterator

from crossquote.comparison.check import Check, Covers, Proof
from crossquote.comparison.judging.excerpt import shown
from crossquote.comparison.reading.pair import Pair
from crossquote.comparison.reading.roles import find_turned_roles
from crossquote.message import message
from crossquote.model.comparison import Change, ChangeClass, Op
from crossquote.model.finding import Category, Finding, Severity
from crossquote.text.words import fold


def check_order(pair: Pair) -> Iterator[Finding]:
    """Yield a finding for each move; one word in another form is turned, not moved ("to spare", "be spared")."""
    turned = find_turned_roles(pair)
    if turned is not None:
        was, now = turned[0].of(pair.base.text), turned[1].of(pair.text.text)
        headline, evidence = message("order.roles", was=was, now=now), (message("order.who_to_whom"),)
        yield CHECK.make_finding(Severity.MAJOR, *turned, headline, evidence)
    for change in pair.changes:
        if change.op is not Op.MOVE or _is_turned(pair, change):
            continue
        if not any(q.span.contains(change.text) for q in pair.text_reading.quantities):
            headline = message("order.moved", now=shown(pair.text.text, change.text))
            evidence = (message("order.elsewhere"),)
            yield Finding("order", Category.STYLE, Severity.NEUTRAL, change.base, change.text, headline, evidence)


def _is_turned(pair: Pair, change: Change) -> bool:
    """Tell whether one word alone stands elsewhere in another form."""
    was, now = fold(change.base.of(pair.base.text)), fold(change.text.of(pair.text.text))
    return was != now and len(was.split()) == 1 == len(now.split())


CHECK = Check(
    id="order",
    rank=210,
    category=(Category.MISTRANSLATION, Category.STYLE),
    severity=(Severity.MAJOR, Severity.NEUTRAL),
    run=check_order,
    classes=(ChangeClass.ORDER,),
    covers=Covers.NOTHING,
    proof=Proof(forced=False),
)
