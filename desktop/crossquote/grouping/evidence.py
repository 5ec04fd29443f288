"""Evidence: why a quote belongs to its utterance, in words for a person."""

from crossquote.grouping.bonds import Bond
from crossquote.grouping.same_person import Same
from crossquote.grouping.units import NAMES, Unit

_SHOWN = 4
"""So many shared words are named, the most telling first; words that follow one another count as one."""
LEADS = "leads: the fullest rendition"
DECIDED = "put together by you"


def same_words(unit: Unit) -> str:
    """Return why quotes of one unit belong together."""
    return "the same words; same speaker" if unit.speaker else "the same words"


def explain(unit: Unit, leader: Unit, bond: Bond) -> str:
    """Return why `unit` belongs to the utterance that `leader` is of: shares “spared”, “lives”; same speaker."""
    reasons = []
    shared = _phrases(unit, bond)
    if shared:
        label = "names and numbers" if bond.space == NAMES else "shares"
        reasons.append(f"{label} {', '.join(f'“{phrase}”' for phrase in shared)}")
    if bond.likeness.near:
        near = unit.spaces[bond.space].surface
        reasons.append(
            "in other words " + ", ".join(f"“{near.get(word, word)}”" for word in sorted(bond.likeness.near))
        )
    if shared and not bond.likeness.missing and unit.size * 2 < leader.size:
        reasons.append("a part of it")
    if bond.same is Same.YES:
        reasons.append("same speaker")
    return "; ".join(reasons) or DECIDED


def _phrases(unit: Unit, bond: Bond) -> list[str]:
    """Return the most telling shared words as the unit writes them, neighbours joined into phrases."""
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
    return [" ".join(one.surface[word] for word in words) for words in phrases[:_SHOWN]]
