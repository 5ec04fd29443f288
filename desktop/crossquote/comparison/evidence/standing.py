"""Standing: which rendition the others bear out, so that nobody is measured by the one that is wrong.

A name, a value or a "not" that no other rendition has, where two at least agree on another, stands against them.
Beside that it counts how much a rendition says, and whether most word it so.
"""

from collections import Counter
from collections.abc import Mapping, Sequence

from msgspec import Struct

from crossquote.comparison.align.keys import read_tokens
from crossquote.comparison.read import read
from crossquote.comparison.reading.matching import same_quantity
from crossquote.comparison.reading.naming import same_word, with_same
from crossquote.comparison.reading.negators import explicit_negators
from crossquote.comparison.reading.one_text import Reading
from crossquote.language.language import Language
from crossquote.text.quantity import Quantity

_FEWEST = 3
"""Two against one is the smallest majority."""
_AGREE = 2
_WORD_IT_SO = 3
"""So many that agree on a wording outweigh another: two may be one, translated there and back."""
_WHOLE = 0.7
"""A rendition with this share of the longest one's words can be asked how often it negates."""
_AT_MOST = 40
"""More renditions than these take too long to set against each other: of them the longest is taken."""
_SHORTEST_NAME = 3


class Standing(Struct, frozen=True):
    """How one rendition stands among all.

    It is `alone` where it stands against an agreement of the others; `bears` is how much it says, in weights of words,
    where what most say otherwise counts against it.
    """

    alone: bool
    bears: float


def weigh_standing(texts: Sequence[str], language: Language, sources: Sequence[int] = ()) -> tuple[Standing, ...]:
    """Return how each of `texts`, all in one language, stands among them.

    Texts with the same number in `sources` come from one source, and count once, as the first of them.
    """
    sources = sources or range(len(texts))
    firsts = [row for row, source in enumerate(sources) if source not in sources[:row]]
    if not _FEWEST <= len(firsts) <= len(texts) <= _AT_MOST:
        return tuple(Standing(alone=False, bears=float(len(text))) for text in texts)
    readings = [read(text, language) for text in texts]
    said = [{token.anchor: token.weight for token in read_tokens(text, language) if token.tells} for text in texts]
    support = Counter(word for row in firsts for word in said[row])
    others = [[readings[first] for first in firsts if sources[first] != source] for source in sources]
    return tuple(
        Standing(alone=_is_alone(readings[row], others[row]), bears=round(_bears(words, support, said), 1))
        for row, words in enumerate(said)
    )


def _bears(words: Mapping[str, float], support: Mapping[str, int], said: Sequence[Mapping[str, float]]) -> float:
    """Return the weight of what a text says, less what it says in a word of fewer than agree on another."""
    lacking = {word: count for word, count in support.items() if count >= _WORD_IT_SO and word not in words}
    most = max(lacking.values(), default=0)
    fewer = sum(weight for word, weight in words.items() if support[word] < most)
    agreed = sum(next(other[word] for other in said if word in other) for word in lacking)
    return sum(words.values()) - 2 * min(fewer, agreed)


def _is_alone(own: Reading, others: Sequence[Reading]) -> bool:
    return _names_alone(own, others) or _counts_alone(own, others) or _negates_alone(own, others)


def _names_alone(own: Reading, others: Sequence[Reading]) -> bool:
    """Tell whether a text names somebody whom no other does, where others agree on somebody whom it does not name."""
    if not any(all(_is_new(name, other) for other in others) for name in _named(own)):
        return False
    lacking = [[name for name in _named(other) if _is_new(name, own)] for other in others]
    return any(
        sum(any(same_word(name, one) for one in names) for names in lacking) >= _AGREE
        for name in dict.fromkeys(name for names in lacking for name in names)
    )


def _named(reading: Reading) -> list[str]:
    return [word for name in reading.names if name.sure for word in name.words if len(word) >= _SHORTEST_NAME]


def _is_new(name: str, other: Reading) -> bool:
    """Tell whether no word of `other` can be a word of a name."""
    return not any(same_word(name, word) for word in with_same((word.key for word in other.words), other.language))


def _counts_alone(own: Reading, others: Sequence[Reading]) -> bool:
    """Tell whether a text has a value that no other has, where others agree on one of that sort that it lacks."""
    for quantity in _telling(own):
        if any(_has(other, quantity) for other in others):
            continue
        rivals = [q for other in others for q in _telling(other) if q.sort is quantity.sort and not _has(own, q)]
        if any(sum(_has(other, rival) for other in others) >= _AGREE for rival in rivals):
            return True
    return False


def _telling(reading: Reading) -> list[Quantity]:
    return [quantity for quantity in reading.quantities if not quantity.weak]


def _has(reading: Reading, wanted: Quantity) -> bool:
    return any(same_quantity(wanted, quantity) for quantity in reading.quantities)


def _negates_alone(own: Reading, others: Sequence[Reading]) -> bool:
    """Tell whether a text negates as often as no other of its length, where these agree on how often."""
    longest = max(len(reading.words) for reading in (own, *others))
    if len(own.words) < _WHOLE * longest:
        return False
    counts = Counter(len(explicit_negators(other)) for other in others if len(other.words) >= _WHOLE * longest)
    return not counts[len(explicit_negators(own))] and max(counts.values(), default=0) >= _AGREE
