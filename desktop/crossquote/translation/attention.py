"""Attention: which word of a translation came from which word of the source, cleaned to an alignment to show.

A model's attention is noisy: some source tokens (marks, the end) draw weight from everywhere, and small models look
past the word at hand. So a word's weight is set against what it draws on the whole, and weighed with what else
tells: the same number, the same name in another script, the same place in the sentence. A link is kept where it is
the best of both its ends, or clearly the best of one.
"""

import math
import unicodedata
from collections.abc import Sequence

from anyascii import anyascii
from rapidfuzz.fuzz import ratio

from crossquote.model.span import Span
from crossquote.text.words import Word, split_words

Matrix = Sequence[Sequence[float]]
_CLEAR = 0.35
"""The share of a word's score that makes a link though the other end has a better one."""
_LEAST = 0.12
_NEAR = 4.0
"""How fast a link gets less likely with the distance between the two places (1: the whole sentence)."""
_ALIKE, _LETTERS = 60.0, 4
"""From which likeness (in percent) words of at least so many letters count as one name in two scripts."""
_SAME = 3.0
_ENTITIES = {"&quot;": '"', "&apos;": "'", "&amp;": "&", "&lt;": "<", "&gt;": ">", "&#124;": "|", "@-@": "-"}
_BRACKETS = {"&#91;": "[", "&#93;": "]"}


def find_links(
    source: str, source_tokens: Sequence[str], text: str, tokens: Sequence[str], attention: Matrix
) -> tuple[tuple[Span, Span], ...]:
    """Return the pairs of a source word's span and a target word's that belong together, in the target's order."""
    sources, targets = _words(source, source_tokens), _words(text, tokens)
    weights = [[0.0] * len(sources.words) for _ in targets.words]
    for row, target in zip(attention, targets.owners, strict=False):
        for weight, owner in zip(row, sources.owners, strict=False):
            if target is not None and owner is not None:
                weights[target][owner] += weight
    scores = _scores(weights, sources.words, targets.words)
    return tuple((sources.words[s].span, targets.words[t].span) for t, s in _clean(scores))


class _Owners:
    """The words of a text, and for each of its tokens which word it belongs to (None: to no word)."""

    def __init__(self, words: Sequence[Word], owners: list[int | None]) -> None:
        self.words = words
        self.owners = owners


def _words(text: str, tokens: Sequence[str]) -> _Owners:
    words = split_words(text)
    spans = [word.span for word in words]
    owners: list[int | None] = []
    word = 0
    for place in token_spans(text, tokens):
        if place is None:
            owners.append(None)
            continue
        while word < len(spans) and spans[word].end <= place.start:
            word += 1
        owners.append(word if word < len(spans) and spans[word].overlaps(place) else None)
    return _Owners(words, owners)


def token_spans(text: str, tokens: Sequence[str]) -> list[Span | None]:
    """Return where each token stands in `text`, None for one that stands nowhere; letters compare by their form."""
    letters, places = _flat(text)
    spans: list[Span | None] = []
    at = 0
    for token in tokens:
        wanted, _ = _flat(plain_token(token))
        found = letters.find(wanted, at, at + len(wanted) + 12) if wanted else -1
        if found < 0:
            spans.append(None)
            continue
        at = found + len(wanted)
        spans.append(Span(places[found], places[at - 1] + 1))
    return spans


def plain_token(token: str) -> str:
    """Return the letters of a token: without the marks of SentencePiece and of BPE, Moses's escapes undone."""
    plain = token.replace("▁", " ").strip().removesuffix("@@")
    for escape, letter in (_ENTITIES | _BRACKETS).items():
        plain = plain.replace(escape, letter)
    return plain


def _flat(text: str) -> tuple[str, list[int]]:
    """Return the letters of `text` in one form, without blanks, and where each stood."""
    letters: list[str] = []
    places: list[int] = []
    for place, letter in enumerate(text):
        for flat in unicodedata.normalize("NFKC", letter).casefold():
            if not flat.isspace():
                letters.append(flat)
                places.append(place)
    return "".join(letters), places


def _scores(weights: list[list[float]], sources: Sequence[Word], targets: Sequence[Word]) -> list[list[float]]:
    """Return how much speaks for each pair of a target word and a source word."""
    if not weights:
        return []
    drawn = [sum(row[s] for row in weights) / len(weights) for s in range(len(sources))]
    latin_sources, latin_targets = _latin(sources), _latin(targets)
    scores = []
    for t, row in enumerate(weights):
        total = sum(row) or 1.0
        place = (t + 0.5) / len(targets)
        scores.append(
            [
                math.exp(-_NEAR * abs(place - (s + 0.5) / len(sources))) * weight / total / (0.1 + drawn[s])
                + (_SAME if _is_same(latin_sources[s], latin_targets[t]) else 0.0)
                for s, weight in enumerate(row)
            ]
        )
    return scores


def _latin(words: Sequence[Word]) -> list[str]:
    return [anyascii(word.key).lower() for word in words]


def _is_same(one: str, other: str) -> bool:
    """Tell whether two words, in Latin letters, are the same number or one name in two scripts."""
    if one.isdigit() or other.isdigit():
        return one == other
    return min(len(one), len(other)) >= _LETTERS and ratio(one, other) >= _ALIKE


def _clean(scores: list[list[float]]) -> list[tuple[int, int]]:
    """Return the (target, source) word pairs to keep, in the order of the target."""
    if not scores or not scores[0]:
        return []
    columns = [[row[s] for row in scores] for s in range(len(scores[0]))]
    best_source = [max(range(len(row)), key=row.__getitem__) for row in scores]
    best_target = [max(range(len(column)), key=column.__getitem__) for column in columns]
    links = []
    for target, row in enumerate(scores):
        for source, score in enumerate(row):
            from_target, from_source = best_source[target] == source, best_target[source] == target
            if from_target and from_source:
                keep = score > _LEAST
            else:
                keep = (from_target and score > _CLEAR * sum(columns[source])) or (
                    from_source and score > _CLEAR * sum(row)
                )
            if keep:
                links.append((target, source))
    return links


def join_links(
    first: Sequence[tuple[Span, Span]], second: Sequence[tuple[Span, Span]]
) -> tuple[tuple[Span, Span], ...]:
    """Return the links from the first text to the third, by way of the second text's words."""
    joined = ((source, target) for via, target in second for source, middle in first if middle.overlaps(via))
    return tuple(dict.fromkeys(joined))
