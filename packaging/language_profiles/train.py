"""Learns how much each feature speaks for each language: a softmax over words drawn by their frequency."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray
from scipy import sparse

from crossquote.text.grams import grams

_LENGTHS = (1, 2, 3, 4, 5, 6, 8, 12)
_LENGTH_CHANCES = (0.1, 0.15, 0.2, 0.2, 0.13, 0.1, 0.07, 0.05)
_EPOCHS = 8
_BATCH = 512
_RATE = 0.12

Words = Mapping[str, float]


class Size(Struct, frozen=True):
    """How many features are kept, and how many texts of each language are drawn in an epoch."""

    features: int
    texts: int


class Trained(Struct, frozen=True):
    """The features, and a row of weights for each, a column for each language."""

    features: list[str]
    weights: NDArray[np.float32]


def choose_features(words: Sequence[Words], most: int) -> list[str]:
    """Return the features that are frequent in at least one of the languages."""
    best: dict[str, float] = {}
    for shares in words:
        counts: Counter[str] = Counter()
        for piece, share in shares.items():
            for feature in grams(piece):
                counts[feature] += share**0.9
        whole = sum(counts.values())
        for feature, count in counts.items():
            best[feature] = max(best.get(feature, 0.0), count / whole)
    return sorted(best, key=lambda feature: (-best[feature], feature))[:most]


def _draw(words: Words, rows: Mapping[str, list[int]], texts: int, random: np.random.Generator) -> Iterator[list[int]]:
    """Yield the features of texts: words drawn two thirds by their share, one third by a flatter one."""
    names = list(words)
    share = np.array([words[name] for name in names])
    flat = share**0.6
    chances = 0.65 * share / share.sum() + 0.35 * flat / flat.sum()
    sizes = random.choice(_LENGTHS, size=texts, p=_LENGTH_CHANCES)
    drawn = iter(random.choice(len(names), size=int(sizes.sum()), p=chances).tolist())
    for size in sizes:
        yield [row for _ in range(size) for row in rows[names[next(drawn)]]]


def _epoch(
    words: Sequence[Words], rows: Mapping[str, list[int]], size: Size, random: np.random.Generator
) -> tuple[sparse.csr_matrix, NDArray[np.int64]]:
    texts = [(text, place) for place, shares in enumerate(words) for text in _draw(shares, rows, size.texts, random)]
    order = random.permutation(len(texts))
    drawn = [texts[at][0] for at in order]
    ends = np.cumsum([0, *map(len, drawn)])
    indexes = np.fromiter((row for text in drawn for row in text), dtype=np.int32, count=int(ends[-1]))
    table = sparse.csr_matrix((np.ones(len(indexes), np.float32), indexes, ends), shape=(len(texts), size.features))
    table.sum_duplicates()
    return table, np.array([texts[at][1] for at in order])


def train(words: Sequence[Words], size: Size, seed: int = 0) -> Trained:
    """Return weights by which `words` of the languages are told apart (Adagrad, a rate for each feature)."""
    random = np.random.default_rng(seed)
    features = choose_features(words, size.features)
    index = {feature: row for row, feature in enumerate(features)}
    every = {piece for shares in words for piece in shares}
    rows = {piece: [index[feature] for feature in grams(piece) if feature in index] for piece in every}
    weights = np.zeros((size.features, len(words)), np.float32)
    seen = np.full((size.features, 1), 1e-7, np.float32)
    for epoch in range(_EPOCHS):
        table, answers = _epoch(words, rows, size, random)
        rate = _RATE * (1 - epoch / (_EPOCHS + 1))
        for start in range(0, table.shape[0], _BATCH):
            texts, wanted = table[start : start + _BATCH], answers[start : start + _BATCH]
            odds = texts @ weights
            chances = np.exp(odds - odds.max(1, keepdims=True))
            chances /= chances.sum(1, keepdims=True)
            chances[np.arange(len(wanted)), wanted] -= 1
            by_feature = texts.tocsc()
            used = np.flatnonzero(np.diff(by_feature.indptr))
            slope = (by_feature[:, used].T @ chances) / len(wanted)
            seen[used] += (slope**2).mean(1, keepdims=True)
            weights[used] -= rate * slope / np.sqrt(seen[used])
    return Trained(features, weights)
