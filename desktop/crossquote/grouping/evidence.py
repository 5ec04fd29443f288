"""Evidence: why a quote belongs to its utterance, as a message for a person."""

from collections.abc import Iterable, Sequence
from functools import reduce

from crossquote.grouping.bonds import Bond
from crossquote.grouping.same_person import Same
from crossquote.grouping.units import MEANINGS, Unit
from crossquote.message import SILENCE, Message, message
from crossquote.text.sketch import WordKind

_SHOWN = 4
"""So many shared words are named, the most telling first; words that follow one another count as one."""
LEADS = message("reason.leads")
DECIDED = message("reason.decided")
ABREAST = message("reason.abreast")
_SAME_SPEAKER = message("reason.same_speaker")
_TRANSLATED = message("reason.translated")


def same_words(unit: Unit) -> Message:
    """Return why quotes of one unit belong together."""
    return together([message("reason.same_words"), _SAME_SPEAKER if unit.speaker else SILENCE])


def explain(unit: Unit, leader: Unit, bond: Bond) -> Message:
    """Return why `unit` belongs to the utterance that `leader` is of: shares “spared”, “lives”; same speaker."""
    return _both(_reasons(unit, leader, bond)) or DECIDED


def doubt(unit: Unit, other: Unit, bond: Bond) -> Message:
    """Return why `unit` may be the same as another, and whether only their translations say so."""
    own = {one.language.code for one in (unit, other)}
    translated = bond.space != MEANINGS and own != {bond.space}
    return together([*_reasons(unit, other, bond), _TRANSLATED if translated else SILENCE])


def _reasons(unit: Unit, other: Unit, bond: Bond) -> list[Message]:
    """Return what speaks for two units being one."""
    reasons = []
    shared = _phrases(unit, bond)
    if shared:
        reasons.append(message(_shares(unit, bond), words=_quoted(shared)))
    if bond.likeness.near:
        sides = [side.spaces[bond.space] for side in (other, unit) if bond.space in side.spaces]
        near = {word: side.written(word) for side in sides for word in side.kinds}
        words = [near.get(word, word) for word in sorted(bond.likeness.near)]
        reasons.append(message("reason.other_words", words=_quoted(words)))
    if shared and not bond.likeness.missing and unit.size * 2 < other.size:
        reasons.append(message("reason.part"))
    if bond.same is Same.YES:
        reasons.append(_SAME_SPEAKER)
    return reasons


def _shares(unit: Unit, bond: Bond) -> str:
    """Return what it is that two quotes share: words, names and numbers, or words that mean the same."""
    if bond.space != MEANINGS:
        return "reason.shares"
    kinds = unit.spaces[bond.space].kinds
    means = any(kinds[word] is WordKind.MEANING for word in bond.likeness.shared)
    return "reason.meanings" if means else "reason.names"


def together(reasons: Iterable[Message]) -> Message:
    """Return several reasons as one, each said once; silence where there is none."""
    return _both([reason for reason in dict.fromkeys(reasons) if reason])


def _both(reasons: Sequence[Message]) -> Message:
    return reduce(lambda one, other: message("reason.both", one=one, other=other), reasons) if reasons else SILENCE


def _quoted(words: Iterable[str]) -> tuple[Message, ...]:
    return tuple(message("reason.word", text=word) for word in words)


def _phrases(unit: Unit, bond: Bond) -> list[str]:
    """Return the most telling shared words as the unit writes them, neighbours joined into phrases.

    A word may be known in two ways, by its sound and by what it means: it is written once.
    """
    one = unit.spaces.get(bond.space)
    if one is None:
        return []
    chosen = set(bond.likeness.shared[: _SHOWN * 2])
    phrases: list[list[str]] = []
    follows = False
    for word in one.order:
        if word not in chosen:
            follows = False
            continue
        chosen.discard(word)
        if follows:
            phrases[-1].append(word)
        else:
            phrases.append([word])
        follows = True
    rank = {word: number for number, word in enumerate(bond.likeness.shared)}
    phrases.sort(key=lambda words: min(rank[word] for word in words))
    written = (" ".join(dict.fromkeys(map(one.written, words))) for words in phrases)
    return list(dict.fromkeys(written))[:_SHOWN]
