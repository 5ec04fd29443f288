"""Quantifiers: all, most, some, only; "yet", which limits a "not"; "even", "again", "still", "already"."""

from collections.abc import Iterator
from functools import lru_cache

from crossquote.comparison.check import Check, Covers, Proof
from crossquote.comparison.judging.differences import Sides, differing
from crossquote.comparison.judging.excerpt import shown
from crossquote.comparison.judging.particles import PARTICLES, particle_findings, scarcely_findings
from crossquote.comparison.judging.scope import find_scopes, is_told
from crossquote.comparison.judging.severity import LIKELY, nearness, weigh
from crossquote.comparison.judging.testimony import ask_terms
from crossquote.comparison.reading.content import COUNTING
from crossquote.comparison.reading.negators import NEGATION, negators_near
from crossquote.comparison.reading.one_text import Reading
from crossquote.comparison.reading.pair import Pair
from crossquote.comparison.reading.terms import Terms
from crossquote.language.language import Language
from crossquote.message import Message, message, spoken
from crossquote.model.comparison import ChangeClass
from crossquote.model.finding import Category, Finding, Severity
from crossquote.model.span import Span
from crossquote.text.terms import Hit
from crossquote.text.words import fold

_GROUPS = ("all", "most", "many", "some", "few", "only", "both", "part")
_CLASHES = (
    frozenset({"few", "many"}),
    frozenset({"few", "most"}),
    frozenset({"few", "all"}),
    frozenset({"some", "most"}),
    frozenset({"some", "all"}),
    frozenset({"most", "all"}),
)
"""Of what there is little or some, and of what there is much: one for the other says another thing in any wording."""
_LIMITS = "limits"
_TERMS = Terms(
    "quantifiers",
    (
        "all",
        "most",
        "many",
        "some",
        "few",
        "none",
        "only",
        "both",
        "part",
        "not_all",
        "one_of",
        _LIMITS,
        "shades",
        "idle",
    ),
    telling=True,
)
_REACH = 8
"""So many words may stand between a "not" and the "yet" that limits it."""


def check_quantifier(pair: Pair) -> Iterator[Finding]:
    """Yield a finding where one quantifier stands for another, or one is lost or added in kept wording."""
    scopes = list(find_scopes(pair))
    yield from (_scope(pair, sides) for sides in scopes)
    for sides in _paired(list(differing(pair, "quantifiers", _GROUPS))):
        if is_told(scopes, sides) or _are_alike(sides):
            continue
        base, text = sides.spans
        near = nearness(pair, base, text)
        if base and text:
            severity, doubt = weigh(near, "quantifier.clash" if _clash(sides) else "quantifier.changed")
            was, now = shown(pair.base.text, base), shown(pair.text.text, text)
            headline = message("quantifier.changed", was=was, now=now)
            evidence = spoken(message("quantifier.other_amount", was=was, now=now), doubt)
            yield CHECK.make_finding(severity, base, text, headline, evidence)
        elif near >= 0.5 and not any(hit.group in COUNTING for hit in (sides.base, sides.text) if hit):
            severity, doubt = weigh(near, _alone_kind(pair, sides))
            evidence = spoken(message("quantifier.one_side"), doubt)
            yield CHECK.make_finding(severity, base, text, _alone(pair, base, text), evidence)
    yield from _limits(pair)
    yield from particle_findings(pair, CHECK.id, CHECK.category[0], scopes)
    yield from scarcely_findings(pair, CHECK.id, CHECK.category[0])


def _alone_kind(pair: Pair, sides: Sides) -> str:
    """Return the kind of a quantifier on one side: what held of some and now of all is more than a matter of style."""
    if any(hit.group == "part" for hit in (sides.base, sides.text) if hit):
        return "quantifier.part.printed" if pair.printed else "quantifier.part"
    return "quantifier.alone"


def _paired(found: list[Sides]) -> list[Sides]:
    """Return what differs, with the one lost and the one added as a pair where they clash ("la plupart", "toutes")."""
    lost = [sides.base for sides in found if sides.base and sides.text is None]
    added = [sides.text for sides in found if sides.text and sides.base is None]
    if len(lost) != 1 or len(added) != 1 or not _clash(Sides(lost[0], added[0])):
        return found
    return [*(sides for sides in found if sides.base and sides.text), Sides(lost[0], added[0])]


def _are_alike(sides: Sides) -> bool:
    """Tell whether one says "some of them" and the other how many, which are no more than some either."""
    groups = {hit.group for hit in (sides.base, sides.text) if hit}
    return "part" in groups and groups <= {"part", "some", "many", "few"} and len(groups) > 1


def _clash(sides: Sides) -> bool:
    return frozenset(hit.group for hit in (sides.base, sides.text) if hit) in _CLASHES


def _scope(pair: Pair, sides: Sides) -> Finding:
    """Return what is told of words that hold of something else on each side."""
    base, text = sides.spans
    one_of = any(hit.group == "one_of" for hit in (sides.base, sides.text) if hit)
    severity, doubt = weigh(nearness(pair, base, text), "quantifier.scope.one_of" if one_of else "quantifier.scope")
    evidence = spoken(message("quantifier.scope"), doubt)
    if base and text:
        headline = message("quantifier.changed", was=shown(pair.base.text, base), now=shown(pair.text.text, text))
    else:
        headline = _alone(pair, base, text)
    return CHECK.make_finding(severity, base, text, headline, evidence)


def _limits(pair: Pair) -> Iterator[Finding]:
    """Yield a finding where one side says "not yet" or "not for now", and the other just "not"."""
    joining = _joining(pair.language)
    for sides in differing(pair, "quantifiers", (_LIMITS,), _limits_a_no):
        base, text = sides.spans
        near = nearness(pair, base, text)
        if _joins(pair.base_reading, sides.base, joining) or _joins(pair.text_reading, sides.text, joining):
            continue
        if (
            (base and text)
            or near < LIKELY
            or not pair.text_reading.of("negation")
            or not pair.base_reading.of("negation")
        ):
            continue
        severity, doubt = weigh(near, "quantifier.limits")
        evidence = spoken(message("quantifier.for_now"), doubt)
        yield CHECK.make_finding(severity, base, text, _alone(pair, base, text), evidence)


def _joins(reading: Reading, hit: Hit | None, joining: frozenset[str]) -> bool:
    """Tell whether a word that joins clauses opens the text: "Yet" is no limit there; "for now" is one."""
    return hit is not None and hit.first == 0 and hit.last == 1 and reading.words[0].key in joining


@lru_cache(maxsize=64)
def _joining(language: Language) -> frozenset[str]:
    """Return the words that join clauses."""
    places = (("function_words", "breaks"), ("clauses", "subordinators"))
    return frozenset(fold(word) for place in places for word in language.lexicon.texts(*place))


def _alone(pair: Pair, base: Span | None, text: Span | None) -> Message:
    """Return what a finding is called that only one side has."""
    if base:
        return message("quantifier.lost", was=shown(pair.base.text, base))
    return message("quantifier.added", now=shown(pair.text.text, text) if text else "")


def _limits_a_no(reading: Reading, hit: Hit) -> bool:
    near = reading.hits_in(hit.first - _REACH - 1, hit.last + _REACH + 1)
    agreeing = any(one.section == "negation" and one.group == "concord" for one in near)
    return agreeing or bool(negators_near(reading, hit, _REACH))


CHECK = Check(
    id="quantifier",
    rank=120,
    category=(Category.MISTRANSLATION,),
    severity=(Severity.MAJOR, Severity.MINOR, Severity.NEUTRAL),
    run=check_quantifier,
    classes=(ChangeClass.QUANTIFIER,),
    terms=(_TERMS, NEGATION, PARTICLES),
    needs="quantifiers",
    covers=Covers.LOST,
    proof=Proof(asks=ask_terms("quantifiers")),
)
