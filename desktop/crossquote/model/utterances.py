"""Utterances: all that there are, in the order to show, with what each quote stands in."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from itertools import chain

from crossquote.model.utterance import Utterance
from crossquote.ordered import Ordered, Rank
from crossquote.shards import Shards


@dataclass(frozen=True, slots=True, eq=False)
class Utterances(Ordered[str, Utterance]):
    """Utterances by id that know of each quote which of them it stands in (`homes`), whatever changes."""

    homes: Shards[str, tuple[str, ...]]

    @classmethod
    def of(
        cls, rows: Collection[tuple[Rank, str, Utterance]], homes: Shards[str, tuple[str, ...]] | None = None
    ) -> "Utterances":
        """Return the utterances of rows: rank, id and utterance of each; `homes`, where it is known, are theirs."""
        made = Ordered.of(rows)
        return Utterances(made.known, made.lines, homes_of(row[2] for row in rows) if homes is None else homes)

    def changed(self, come: Mapping[str, tuple[Rank, Utterance]], gone: Collection[str] = ()) -> "Utterances":
        """Return the utterances without those `gone`, and with those that have `come`: ranks and utterances."""
        made = Ordered.changed(self, come, gone)
        left = (self.known[key][2] for key in {*gone, *come} if key in self.known)
        return Utterances(made.known, made.lines, _homes(self.homes, left, (one for _, one in come.values())))


def homes_of(utterances: Iterable[Utterance]) -> Shards[str, tuple[str, ...]]:
    """Return which of `utterances` each quote stands in."""
    return _homes(Shards(), (), utterances)


def _homes(
    before: Shards[str, tuple[str, ...]], left: Iterable[Utterance], come: Iterable[Utterance]
) -> Shards[str, tuple[str, ...]]:
    """Return which utterances each quote stands in after some have `left` and others `come`."""
    found: dict[str, dict[str, None]] = {}
    for utterances, there in ((left, False), (come, True)):
        for utterance in utterances:
            for quote in quotes_of(utterance):
                if quote not in found:
                    found[quote] = dict.fromkeys(before.get(quote, ()))
                if there:
                    found[quote][utterance.id] = None
                else:
                    found[quote].pop(utterance.id, None)
    homes = {quote: tuple(ids) for quote, ids in found.items() if ids}
    return before.changed(homes, found.keys() - homes.keys())


def quotes_of(utterance: Utterance) -> frozenset[str]:
    """Return all quotes of an utterance, those that only report others of their article among them."""
    renditions = utterance.renditions
    return frozenset(chain.from_iterable((*rendition.quotes, *rendition.reports) for rendition in renditions))


def holding(utterances: Mapping[str, Utterance], quotes: Collection[str]) -> frozenset[str]:
    """Return the utterances that one of `quotes` stands in."""
    if isinstance(utterances, Utterances):
        return frozenset(key for quote in quotes for key in utterances.homes.get(quote, ()))
    sought = frozenset(quotes)
    return frozenset(
        key
        for key, utterance in (utterances.items() if sought else ())
        for one in utterance.renditions
        if not (sought.isdisjoint(one.quotes) and sought.isdisjoint(one.reports))
    )


def heir_of(gone: Utterance, looked_at: Collection[str], utterances: Mapping[str, Utterance]) -> str:
    """Return which of `utterances` has most of the quotes that were `looked_at`, or else of all of one that is gone."""
    quotes, seen = quotes_of(gone), frozenset(looked_at)

    def inherited(key: str) -> tuple[int, int, str]:
        theirs = quotes_of(utterances[key])
        return len(theirs & seen), len(theirs & quotes), key

    return max(holding(utterances, quotes), key=inherited, default="")
