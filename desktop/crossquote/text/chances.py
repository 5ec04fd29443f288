"""Chances: how often each word turns up by chance, kept so that an edit counts only the quotes that it touches.

Chance is reckoned from the set itself: a word that one article uses in several quotes belongs to the topic; and from
the lexicon, so that two short articles are enough. What depends on the whole set is rounded: a sum that a single quote
hardly moves stays what it was, and with it all that was worked out by it. It is rounded alike however the set came
about, so that nothing depends on the way there.
"""

from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct, field

from crossquote.text.sketch import Sketch, WordKind

BACKGROUND: Mapping[WordKind, float] = {
    WordKind.STOP: 1e-2,
    WordKind.COMMON: 8e-4,
    WordKind.NAME: 1e-3,
    WordKind.NUMBER: 2e-4,
    WordKind.RARE: 6e-5,
    WordKind.MEANING: 1.2e-3,
}
"""How often a word of each kind stands in a text of the news, by the word."""
_PRIOR_WORDS = 2000
"""The general view of chance counts as much as so many words of the set."""
RENDERED = 6
"""So many articles may well have a word because they render one utterance."""
WHOLE_BITS = 7
"""So many leading bits are kept of what depends on all quotes: it is within 1 %."""
_WORD_BITS, _STOP_BITS = 3, 2
"""And of how often a word is repeated: within 12 %; less for function words, which every quote has."""
_KINDS = tuple(sorted(WordKind, reverse=True))
Tallied = tuple[int, ...]
_NO_ROW: Tallied = (0,) * (2 + len(WordKind))
Sketched = tuple[str, Sketch]
"""An article, and what one of its quotes says."""


def rounded(number: int, bits: int) -> int:
    """Return `number` to so many leading bits; below 2 ** bits it is exact."""
    shift = max(0, number.bit_length() - bits)
    return (number + (1 << shift >> 1)) >> shift << shift


class Chances(Struct, frozen=True):
    """How often each stem turns up by chance, by the word; one that is not there, as often as its kind does."""

    frequency: Mapping[str, float]


class Counts(Struct, frozen=True):
    """The words of all quotes in one language: how many, how often each stands in an article, and a row for each.

    A row says how often a word stands in quotes (once for each that has it), in how many articles, and how often as
    each kind of word. `chances` follow from the rows.
    """

    words: int = 0
    articles: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
    rows: Mapping[str, Tallied] = field(default_factory=dict)
    chances: Chances = field(default_factory=lambda: Chances({}))


def count_chances(articles: Iterable[Sequence[Sketch]]) -> Chances:
    """Return the chances of each stem, from the quotes of each article."""
    quoted = ((str(number), one) for number, quotes in enumerate(articles) for one in quotes)
    return recount(Counts(), (), quoted)[0].chances


def recount(counts: Counts, gone: Iterable[Sketched], come: Iterable[Sketched]) -> tuple[Counts, frozenset[str]]:
    """Return `counts` after some quotes have gone and others come, and the words whose chance is another."""
    articles: dict[str, dict[str, int]] = {}
    rows: dict[str, list[int]] = {}
    words = counts.words
    for quotes, step in ((gone, -1), (come, 1)):
        for article, one in quotes:
            if article not in articles:
                articles[article] = dict(counts.articles.get(article, {}))
            words += step * one.size
            _count(one, step, counts.rows, rows, articles[article])
    rows = {word: row for word, row in rows.items() if counts.rows.get(word, _NO_ROW) != tuple(row)}
    fresh = {name: {word: count for word, count in own.items() if count} for name, own in articles.items()}
    fresh = {name: own for name, own in fresh.items() if own != counts.articles.get(name, {})}
    if not rows and not fresh and words == counts.words:
        return counts, frozenset()
    known = {name: own for name, own in {**counts.articles, **fresh}.items() if own}
    whole: dict[str, Tallied] = {**counts.rows, **{word: tuple(row) for word, row in rows.items()}}
    chances, changed = _chances(counts, words, whole, rows)
    for word in [word for word in rows if not whole[word][0]]:
        del whole[word]
    return Counts(words, known, whole, chances), changed


def _count(
    one: Sketch, step: int, known: Mapping[str, Tallied], rows: dict[str, list[int]], own: dict[str, int]
) -> None:
    """Count a quote's words into `rows`, and into its article's `own`."""
    for word, kind in one.kinds.items():
        row = rows.get(word)
        if row is None:
            row = rows[word] = list(known.get(word, _NO_ROW))
        before = own.get(word, 0)
        own[word] = before + step
        row[0] += step
        row[1] += (before + step > 0) - (before > 0)
        row[2 + kind] += step


def _chances(
    counts: Counts, words: int, rows: Mapping[str, Tallied], touched: Iterable[str]
) -> tuple[Chances, frozenset[str]]:
    """Return the chances of all words of `rows`, and which are others than before."""
    total = rounded(words + _PRIOR_WORDS, WHOLE_BITS)
    if total != rounded(counts.words + _PRIOR_WORDS, WHOLE_BITS):
        touched = rows
    before = counts.chances.frequency
    changed = {}
    for word in touched:
        chance = _frequency(rows[word], total) if rows[word][0] else None
        if before.get(word) != chance:
            changed[word] = chance
    if not changed:
        return counts.chances, frozenset()
    frequency = {**before, **{word: chance for word, chance in changed.items() if chance is not None}}
    for word in [word for word, chance in changed.items() if chance is None]:
        del frequency[word]
    return Chances(frequency), frozenset(changed)


def _frequency(row: Tallied, total: int) -> float:
    """Return how often a word turns up by chance, by the word, in a set of `total` words.

    It counts as often as an article repeats it, for the first time may be in the one utterance that all have in
    common, and as often as more articles have it than would render one utterance.
    """
    kind = next(kind for kind in _KINDS if row[2 + kind])
    return _share(row[0], row[1], kind, total)


def frequency_of(times: int, articles: int, kind: WordKind, words: int) -> float:
    """Return how often a word turns up by chance that `times` quotes have in a set of so many `words`.

    They are quotes of so many `articles`; beyond the few that may render one utterance, how many makes no difference.
    """
    return _share(times, articles, kind, rounded(words + _PRIOR_WORDS, WHOLE_BITS))


def _share(times: int, articles: int, kind: WordKind, total: int) -> float:
    repeated = times - articles + max(0, articles - RENDERED)
    return (
        rounded(repeated, _STOP_BITS if kind is WordKind.STOP else _WORD_BITS) + _PRIOR_WORDS * BACKGROUND[kind]
    ) / total
