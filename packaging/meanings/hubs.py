"""Hubs: the English word, or the few that translators put for each other, by which a word of any language is known.

A word votes for the English words that share meanings with it, or that it is put for; English words that get the votes
of the same words of other languages ("shout", "yell") are one hub, called by the commonest of them. Each word is known
by the one hub that it votes for most.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from itertools import combinations
from math import sqrt

from meanings.wordnets import Words

_ENTRIES = 3
"""A word that stands for a meaning in more entries than so many does so no more surely."""
_COMMON = 0.4
"""How much more a common meaning counts than a rare one: by this power of how often it is meant."""
_UNSEEN = 0.3
"""A word that was never counted in a meaning counts as if it had been so often."""
_PUT_FOR = 1.5
"""An English word that a dictionary puts for a word counts so much more than one that shares a meaning with it."""
_VOTES = 6
"""So many English words of each word are looked at."""
_ALIKE, _ALIKE_ALL = 0.25, 0.15
"""So large a share of the votes for two English words is for both where they are one hub; on average, of all in it."""
_LEAST = 0.3
_LARGEST = 6
"""So many English words are in one hub at most: sense drifts from one to the next."""
_SPOKEN = 6
"""What fewer languages have a word for brings nothing together."""

Votes = Mapping[str, Mapping[str, float]]


def find_hubs(
    languages: Mapping[str, Words], put_for: Mapping[str, Words], english: Words
) -> Mapping[str, Mapping[str, str]]:
    """Return by the language the hub of each word; "en" is that of `english`.

    By language, `languages` have the meanings of words, `put_for` the English words that they are put for.
    """
    said: dict[str, dict[str, float]] = defaultdict(dict)
    for word, meanings in english.items():
        for meaning, times in meanings.items():
            said[meaning][word] = times + _UNSEEN
    often = {word: sum(meanings.values()) for word, meanings in english.items()}
    votes = {}
    for code, words in languages.items():
        put = put_for.get(code, {})
        all_ = sorted(words.keys() | put.keys())
        votes[code] = {word: _vote(words.get(word, {}), said, put.get(word, {}), often) for word in all_}
    named = _join(votes.values(), often)
    found = {code: {word: _most(own, named) for word, own in words.items() if own} for code, words in votes.items()}
    spoken = Counter(hub for words in found.values() for hub in set(words.values()))
    found["en"] = {word: named.get(word, word) for word in english}
    return {code: {word: hub for word, hub in words.items() if spoken[hub] >= _SPOKEN} for code, words in found.items()}


def _vote(
    meanings: Mapping[str, int],
    said: Mapping[str, Mapping[str, float]],
    put_for: Mapping[str, int],
    often: Mapping[str, int],
) -> Mapping[str, float]:
    """Return the English words that a word may stand for, with its shares of one vote."""
    votes: dict[str, float] = defaultdict(float)
    for meaning, entries in meanings.items():
        own = said.get(meaning, {})
        whole = sum(own.values())
        for word, times in own.items():
            votes[word] += min(entries, _ENTRIES) * whole**_COMMON * times / whole
    for word, entries in put_for.items():
        votes[word] += _PUT_FOR * min(entries, _ENTRIES) * (often.get(word, 0) + 1) ** (_COMMON / 2)
    whole = sum(votes.values())
    return {word: share / whole for word, share in sorted(votes.items(), key=lambda x: (-x[1], x[0]))[:_VOTES]}


def _most(votes: Mapping[str, float], named: Mapping[str, str]) -> str:
    by_hub: dict[str, float] = defaultdict(float)
    for word, share in votes.items():
        by_hub[named.get(word, word)] += share
    return min(by_hub, key=lambda hub: (-by_hub[hub], hub))


def _join(votes: Iterable[Votes], often: Mapping[str, int]) -> Mapping[str, str]:
    """Return what the hub of each English word is called that shares one with others."""
    alike = _alikeness(votes)
    hub: dict[str, str] = {}
    members: dict[str, list[str]] = {}
    for (one, other), share in sorted(alike.items(), key=lambda x: (-x[1], x[0])):
        if share < _ALIKE:
            break
        here, there = (members.setdefault(hub.setdefault(word, word), [word]) for word in (one, other))
        if here is there or len(here) + len(there) > _LARGEST:
            continue
        between = [alike.get((min(a, b), max(a, b)), 0.0) for a in here for b in there]
        if sum(between) >= _ALIKE_ALL * len(between):
            kept, gone = hub[here[0]], hub[there[0]]
            hub.update(dict.fromkeys(there, kept))
            here += members.pop(gone)
    called = {name: min(own, key=lambda word: (-often.get(word, 0), word)) for name, own in members.items()}
    return {word: called[name] for word, name in hub.items()}


def _alikeness(votes: Iterable[Votes]) -> Mapping[tuple[str, str], float]:
    """Return for two English words the share of the votes for either that are for both."""
    whole: dict[str, float] = defaultdict(float)
    both: dict[tuple[str, str], float] = defaultdict(float)
    for words in votes:
        for own in words.values():
            for word, share in own.items():
                whole[word] += share
            for one, other in combinations(sorted(own), 2):
                both[one, other] += min(own[one], own[other])
    return {pair: shared / sqrt(whole[pair[0]] * whole[pair[1]]) for pair, shared in both.items() if shared >= _LEAST}
