"""Words that negate by what they are: with a prefix ("impossible") or as the opposite of another ("lost", "won")."""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import islice

from crossquote.comparison.reading.pair import Pair
from crossquote.language.language import Language
from crossquote.text.contraries import contraries_of, is_one_of
from crossquote.text.kinship import Kinship, kinship
from crossquote.text.terms import stands_for
from crossquote.text.words import Word, fold

_SHORTEST_REST = 4
_MOST_OPPOSED = 200


@lru_cache(maxsize=64)
def _prefixes(language: Language) -> tuple[tuple[str, ...], frozenset[str]]:
    section = "negation"
    longest_first = sorted(map(fold, language.lexicon.texts(section, "prefixes")), key=len, reverse=True)
    return tuple(longest_first), frozenset(map(fold, language.lexicon.texts(section, "not_prefixed")))


def unkept(pair: Pair) -> tuple[list[Word], list[Word]]:
    """Return the words of the base and of the text that the other side does not keep."""
    links = pair.links
    return (
        [word for word, same in zip(links.base_words, links.base_same, strict=True) if not same],
        [word for word, same in zip(links.text_words, links.text_same, strict=True) if not same],
    )


def affixed(pair: Pair) -> Iterator[tuple[Word, Word, str]]:
    """Yield (base word, text word, which side negates) for words that differ by a negating prefix."""
    base, text = unkept(pair)
    yield from ((plain, negated, "text") for plain, negated in _prefixed(pair.language, base, text))
    yield from ((negated, plain, "base") for plain, negated in _prefixed(pair.language, text, base))


def _prefixed(language: Language, plain: Sequence[Word], negated: Sequence[Word]) -> Iterator[tuple[Word, Word]]:
    """Yield (word, word with a prefix) where the second is the first, or another form of it, negated."""
    starts: dict[str, list[Word]] = {}
    for word in plain:
        starts.setdefault(word.key[:_SHORTEST_REST], []).append(word)
    for word in negated:
        for rest in _rests(language, word.key):
            for other in starts.get(rest[:_SHORTEST_REST], ()):
                shared = max(_SHORTEST_REST, min(len(rest), len(other.key)) - 2)
                same = rest[:shared] == other.key[:shared] and abs(len(rest) - len(other.key)) <= 3
                if same and kinship(other.key, word.key, language) is not Kinship.SYNONYM:  # "wait" and "await"
                    yield other, word


@lru_cache(maxsize=16384)
def _rests(language: Language, key: str) -> tuple[str, ...]:
    """Return what is left of a word without each negating prefix that it could begin with."""
    prefixes, others = _prefixes(language)
    if any(stands_for(other, key) for other in others):
        return ()
    rests = (key[len(prefix) :].lstrip("-") for prefix in prefixes if key.startswith(prefix))
    return tuple(rest for rest in rests if len(rest) >= _SHORTEST_REST)


def opposites(pair: Pair) -> Iterator[tuple[Word, Word]]:
    """Yield (base word, text word) where one is the opposite of the other; of many, as no quote has, the first."""
    yield from islice(_opposed(pair), _MOST_OPPOSED)


def _opposed(pair: Pair) -> Iterator[tuple[Word, Word]]:
    base, text = unkept(pair)
    found: dict[frozenset[str], list[Word]] = {}
    for one in base:
        against = contraries_of(one.key, pair.language)
        if against and against not in found:
            found[against] = [other for other in text if is_one_of(other.key, against)]
        for other in found.get(against, ()):
            yield one, other
