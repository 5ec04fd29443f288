"""Words that negate by what they are: with a prefix ("impossible") or as the opposite of another ("lost", "won")."""

from collections.abc import Iterator, Mapping
from functools import lru_cache

from crossquote.comparison.pair import Pair
from crossquote.text.lexicon import Lexicon
from crossquote.text.words import Word, fold

_SHORTEST_REST = 4


@lru_cache(maxsize=64)
def _prefixes(lexicon: Lexicon) -> tuple[tuple[str, ...], frozenset[str]]:
    section = "negation"
    longest_first = sorted(map(fold, lexicon.texts(section, "prefixes")), key=len, reverse=True)
    return tuple(longest_first), frozenset(map(fold, lexicon.texts(section, "not_prefixed")))


@lru_cache(maxsize=64)
def _opposites(lexicon: Lexicon) -> Mapping[str, frozenset[str]]:
    """Return word → its opposites, from the lexicon's pairs ("open* / clos* shut*")."""
    table: dict[str, frozenset[str]] = {}
    for entry in lexicon.texts("negation", "opposites"):
        left, _, right = entry.partition("/")
        sides = frozenset(fold(left).split()), frozenset(fold(right).split())
        for ours, theirs in (sides, sides[::-1]):
            for word in ours:
                table[word] = table.get(word, frozenset()) | theirs
    return table


def _find(key: str, table: Mapping[str, frozenset[str]]) -> frozenset[str]:
    if key in table:
        return table[key]
    return next((table[f"{key[:n]}*"] for n in range(len(key), 2, -1) if f"{key[:n]}*" in table), frozenset())


def _is_one_of(key: str, patterns: frozenset[str]) -> bool:
    return key in patterns or any(p.endswith("*") and key.startswith(p[:-1]) for p in patterns)


def unkept(pair: Pair) -> tuple[list[Word], list[Word]]:
    """Return the words of the base and of the text that the other side does not keep."""
    links = pair.links
    return (
        [word for word, same in zip(links.base_words, links.base_same, strict=True) if not same],
        [word for word, same in zip(links.text_words, links.text_same, strict=True) if not same],
    )


def affixed(pair: Pair) -> Iterator[tuple[Word, Word, str]]:
    """Yield (base word, text word, which side negates) for words that differ by a negating prefix."""
    prefixes, others = _prefixes(pair.lexicon)
    base, text = unkept(pair)
    for one in base:
        for other in text:
            if one.key[:1] and _rest(other.key, prefixes, others, one.key):
                yield one, other, "text"
            elif _rest(one.key, prefixes, others, other.key):
                yield one, other, "base"


def _rest(key: str, prefixes: tuple[str, ...], others: frozenset[str], plain: str) -> bool:
    """Tell whether `key` is `plain`, or another form of it, with a negating prefix."""
    if key in others or len(plain) < _SHORTEST_REST:
        return False
    for prefix in prefixes:
        rest = key[len(prefix) :].lstrip("-")
        if key.startswith(prefix) and len(rest) >= _SHORTEST_REST:
            shared = max(_SHORTEST_REST, min(len(rest), len(plain)) - 2)
            if rest[:shared] == plain[:shared] and abs(len(rest) - len(plain)) <= 3:
                return True
    return False


def opposites(pair: Pair) -> Iterator[tuple[Word, Word]]:
    """Yield (base word, text word) where one is the opposite of the other."""
    table = _opposites(pair.lexicon)
    base, text = unkept(pair)
    for one in base:
        against = _find(one.key, table)
        for other in text:
            if against and _is_one_of(other.key, against):
                yield one, other
