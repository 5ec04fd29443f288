"""Stance of the cue: said, claimed, admitted, threatened; also where such a verb stands inside the text."""

from collections.abc import Iterator

from crossquote.comparison.check import Check, Proof
from crossquote.comparison.judging.differences import differing
from crossquote.comparison.judging.excerpt import shown
from crossquote.comparison.judging.severity import nearness, weigh
from crossquote.comparison.judging.testimony import ask_terms
from crossquote.comparison.reading.pair import Pair
from crossquote.comparison.reading.terms import Terms
from crossquote.message import Message, message
from crossquote.model.finding import Category, Finding, Severity
from crossquote.model.quote import Stance

_ID = "stance"
_GROUPS = tuple(stance.value for stance in Stance if stance not in (Stance.NEUTRAL, Stance.ASKING))
_SPEECH_ACTS = frozenset({Stance.REQUESTING, Stance.ORDERING, Stance.ASKING})
_COLOURED = frozenset({Stance.ADMITTING, Stance.DENYING, Stance.THREATENING, Stance.PRAISING, Stance.BLAMING})


def check_stance(pair: Pair) -> Iterator[Finding]:
    """Yield a finding where the cues of the two sides add something else to "said"."""
    ours, theirs = pair.base.stance, pair.text.stance
    if ours is not None and theirs is not None and ours is not theirs and not {ours, theirs} <= _SPEECH_ACTS:
        coloured = theirs in _COLOURED or ours is Stance.DENYING
        severity = Severity.MINOR if coloured else Severity.NEUTRAL
        cues = _named(ours), _named(theirs)
        headline = message("stance.cue", was=cues[0], now=cues[1])
        evidence = (message("stance.cue_differs", was=cues[0], now=cues[1]),)
        yield CHECK.make_finding(severity, None, None, headline, evidence)
    for sides in differing(pair, _ID, ("neutral", *_GROUPS)):
        if sides.base is None or sides.text is None or not pair.language.lexicon.has(_ID):
            continue
        base, text = sides.base.span, sides.text.span
        was, now = shown(pair.base.text, base), shown(pair.text.text, text)
        severity, _ = weigh(nearness(pair, base, text), "stance.changed")
        stances = _named(sides.base.group), _named(sides.text.group)
        evidence = (message("stance.differs", was=was, now=now, was_stance=stances[0], now_stance=stances[1]),)
        yield CHECK.make_finding(severity, base, text, message("stance.changed", was=was, now=now), evidence)


def _named(stance: str) -> Message:
    return message(f"stance.group.{stance}")


CHECK = Check(
    id=_ID,
    rank=110,
    category=(Category.MISTRANSLATION,),
    severity=(Severity.MINOR, Severity.NEUTRAL),
    run=check_stance,
    terms=(Terms("stance", ("neutral", *_GROUPS)),),
    needs="stance",
    proof=Proof(asks=ask_terms("stance")),
)
