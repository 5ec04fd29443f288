"""Person: he for she, they for we; and the shift of reported speech ("I" to "he"), which is no error."""

from collections.abc import Iterator

from crossquote.comparison.check import Check, Covers
from crossquote.comparison.judging.differences import Sides, differing
from crossquote.comparison.judging.excerpt import shown
from crossquote.comparison.judging.severity import nearness, weigh
from crossquote.comparison.reading.pair import Pair
from crossquote.comparison.reading.terms import Terms
from crossquote.message import message
from crossquote.model.comparison import ChangeClass
from crossquote.model.finding import Category, Finding, Severity
from crossquote.model.quote import QuoteKind
from crossquote.text.terms import Hit

_ID = "person"
_GROUPS = ("i", "we", "you", "he", "she", "it", "they")
_SPEAKER = frozenset({"i", "we"})
_TOLD = frozenset({"he", "she", "they"})
_PEOPLE = frozenset({"i", "we", "you", "he", "she"})


def check_person(pair: Pair) -> Iterator[Finding]:
    """Yield one finding for each kind of change of person."""
    seen: set[tuple[str, str]] = set()
    for sides in differing(pair, "persons", _GROUPS):
        if sides.base and not sides.text and sides.base.group == "i":
            yield from _named(pair, sides.base)
        elif sides.base and sides.text and (sides.base.group, sides.text.group) not in seen:
            seen.add((sides.base.group, sides.text.group))
            yield _finding(pair, sides)


def _named(pair: Pair, hit: Hit) -> Iterator[Finding]:
    """Yield a note where an indirect rendition puts a name for "I"."""
    change = pair.links.change_of(hit.span, in_base=True)
    if change is None or pair.text.kind is not QuoteKind.INDIRECT:
        return
    name = next((name for name in pair.text_reading.names if name.span.overlaps(change.text)), None)
    if name is not None:
        was, now = shown(pair.base.text, hit.span), shown(pair.text.text, name.span)
        headline, evidence = message("person.reported", was=was, now=now), (message("person.named"),)
        yield Finding(_ID, Category.STYLE, Severity.NEUTRAL, hit.span, name.span, headline, evidence)


def _finding(pair: Pair, sides: Sides) -> Finding:
    assert sides.base is not None and sides.text is not None  # noqa: S101, PT018 - the caller gives both
    base, text = sides.base.span, sides.text.span
    was, now = shown(pair.base.text, base), shown(pair.text.text, text)
    groups = sides.base.group, sides.text.group
    if _is_reported(pair, groups):
        headline, evidence = message("person.reported", was=was, now=now), (message("person.shifted"),)
        return Finding(_ID, Category.STYLE, Severity.NEUTRAL, base, text, headline, evidence)
    turned = set(groups) <= _PEOPLE or set(groups) == {"she", "he"}
    kind = "person.other" if _is_other(pair, groups) else "person.turned" if turned else "person.pronoun"
    severity, _ = weigh(nearness(pair, base, text), kind)
    headline = message("person.changed", was=was, now=now)
    says = message("person.somebody_else", was=was, now=now) if turned else message("person.other_pronoun")
    return CHECK.make_finding(severity, base, text, headline, (says,))


def _is_other(pair: Pair, groups: tuple[str, str]) -> bool:
    """Tell whether somebody else is meant: she for he, and where both print the speaker's words "we" for "I"."""
    return set(groups) == {"he", "she"} or (pair.printed and bool(set(groups) & _SPEAKER) and "you" not in groups)


def _is_reported(pair: Pair, groups: tuple[str, str]) -> bool:
    told, kinds = set(groups), (pair.base.kind, pair.text.kind)
    shifted = bool(told & _SPEAKER) and bool(told & _TOLD)
    return shifted and (QuoteKind.INDIRECT in kinds or QuoteKind.MIXED in kinds or kinds == (None, None))


CHECK = Check(
    id=_ID,
    rank=150,
    category=(Category.MISTRANSLATION, Category.STYLE),
    severity=(Severity.MAJOR, Severity.MINOR, Severity.NEUTRAL),
    run=check_person,
    classes=(ChangeClass.PERSON,),
    terms=(Terms("persons", _GROUPS),),
    needs="persons",
    covers=Covers.NOTHING,
)
