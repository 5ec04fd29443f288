"""Hedges lost or added: doubt ("perhaps"), hearsay ("reportedly"), roughness ("about", "more than")."""

from collections.abc import Iterator

from crossquote.comparison.check import Check, Covers, Proof
from crossquote.comparison.judging.differences import Sides, differing
from crossquote.comparison.judging.excerpt import shown
from crossquote.comparison.judging.testimony import ask_terms
from crossquote.comparison.judging.weight import nearness, spoken, weigh
from crossquote.comparison.reading.one_text import Reading
from crossquote.comparison.reading.pair import Pair
from crossquote.comparison.reading.terms import Terms
from crossquote.message import message
from crossquote.model.comparison import ChangeClass, Op
from crossquote.model.finding import Finding, Severity
from crossquote.model.quote import QuoteKind
from crossquote.text.terms import Hit

_ID = "hedge"
_SECTION = "hedges"
_CATEGORY = "accuracy/mistranslation"
_GROUPS = ("doubt", "view", "hearsay", "source", "about", "more", "less")
_STRONG = frozenset({"doubt", "view", "hearsay", "source"})
_HELD = frozenset({"doubt", "hearsay", "source"})
"""What is said without these is said for sure, and by oneself."""
_WEAKER = ("can", "may", "would", "should")
"""Modals that say that something is unsure in another way."""
_NEAR = 6
"""So many letters may stand between "about" and its number."""


def check_hedge(pair: Pair) -> Iterator[Finding]:
    """Yield a finding for each hedge that only one side has."""
    for sides in differing(pair, _SECTION, _GROUPS, _hedges):
        base, text = sides.spans
        near = nearness(pair, base, text)
        groups = {hit.group for hit in (sides.base, sides.text) if hit}
        if near < 0.4:
            continue
        sure = Severity.MAJOR if groups == {"more", "less"} or _makes_sure(pair, sides) else Severity.MINOR
        severity, doubt = weigh(near, sure, Severity.MINOR if groups & _STRONG else Severity.NEUTRAL, Severity.NEUTRAL)
        if base and text:
            was, now = shown(pair.base.text, base), shown(pair.text.text, text)
            headline, says = message("hedge.changed", was=was, now=now), message("hedge.other_way")
        elif base:
            headline, says = message("hedge.lost", was=shown(pair.base.text, base)), message("hedge.sure_here")
        else:
            word = shown(pair.text.text, text) if text else ""
            headline, says = message("hedge.added", now=word), message("hedge.sure_base")
        yield Finding(_ID, _CATEGORY, severity, base, text, headline, spoken(says, doubt))


def _makes_sure(pair: Pair, sides: Sides) -> bool:
    """Tell whether one side says for sure, in words otherwise kept, what the other holds unsure or has from others."""
    hit = sides.base or sides.text
    if hit is None or (sides.base and sides.text) or hit.group not in _HELD:
        return False
    other = pair.text_reading if sides.base else pair.base_reading
    unsure = (*other.of("modality", *_WEAKER), *other.of(_SECTION, *_STRONG))
    change = pair.links.change_of(hit.span, in_base=sides.base is not None)
    reported = QuoteKind.INDIRECT in (pair.base.kind, pair.text.kind)
    alone = change is not None and change.op in (Op.DELETE, Op.INSERT)
    own = [one for one in unsure if not pair.links.is_kept(one.span, in_base=sides.base is None)]
    return alone and not own and not reported


def _hedges(reading: Reading, hit: Hit) -> bool:
    """Tell whether a term hedges here: "about" and "over" do so only before a number."""
    if hit.group in _STRONG:
        return True
    return any(0 <= quantity.span.start - hit.span.end <= _NEAR for quantity in reading.quantities)


CHECK = Check(
    id=_ID,
    rank=130,
    category=("accuracy/mistranslation",),
    severity=(Severity.MAJOR, Severity.MINOR, Severity.NEUTRAL),
    run=check_hedge,
    classes=(ChangeClass.HEDGE,),
    terms=(Terms(_SECTION, _GROUPS, telling=True),),
    needs=_SECTION,
    covers=Covers.LOST,
    proof=Proof(asks=ask_terms(_SECTION)),
)
