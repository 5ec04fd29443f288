"""Attention: which word of a translation came from which word of the source, cleaned to an alignment to show.

A model's attention is noisy: some source tokens (marks, the end) draw weight from everywhere. So each source word's
weight is set against what it draws on the whole, and a link is kept where it is the best of both its ends,
or clearly the best of one.
"""

import unicodedata
from collections.abc import Sequence

from crossquote.model.span import Span
from crossquote.text.words import split_words

Matrix = Sequence[Sequence[float]]
_CLEAR = 0.3
"""The share of a word's attention that makes a link though the other end has a better one."""
_LEAST = 0.08
_ENTITIES = {"&quot;": '"', "&apos;": "'", "&amp;": "&", "&lt;": "<", "&gt;": ">", "&#124;": "|", "@-@": "-"}
_BRACKETS = {"&#91;": "[", "&#93;": "]"}


def find_links(
    source: str, source_tokens: Sequence[str], text: str, tokens: Sequence[str], attention: Matrix
) -> tuple[tuple[Span, Span], ...]:
    """Return the pairs of a source word's span and a target word's that belong together, in the target's order."""
    sources, targets = _words(source, source_tokens), _words(text, tokens)
    weights = [[0.0] * len(sources.spans) for _ in targets.spans]
    for row, target in zip(attention, targets.owners, strict=False):
        for weight, owner in zip(row, sources.owners, strict=False):
            if target is not None and owner is not None:
                weights[target][owner] += weight
    return tuple((sources.spans[s], targets.spans[t]) for t, s in _clean(weights))


class _Owners:
    """The words of a text, and for each of its tokens which word it belongs to (None: to no word)."""

    def __init__(self, spans: list[Span], owners: list[int | None]) -> None:
        self.spans = spans
        self.owners = owners


def _words(text: str, tokens: Sequence[str]) -> _Owners:
    spans = [word.span for word in split_words(text)]
    owners: list[int | None] = []
    word = 0
    for place in token_spans(text, tokens):
        if place is None:
            owners.append(None)
            continue
        while word < len(spans) and spans[word].end <= place.start:
            word += 1
        owners.append(word if word < len(spans) and spans[word].overlaps(place) else None)
    return _Owners(spans, owners)


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


def _clean(weights: list[list[float]]) -> list[tuple[int, int]]:
    """Return the (target, source) word pairs to keep, in the order of the target."""
    if not weights or not weights[0]:
        return []
    drawn = [sum(row[s] for row in weights) / len(weights) for s in range(len(weights[0]))]
    scored = [[weight - 0.5 * mean for weight, mean in zip(row, drawn, strict=True)] for row in weights]
    best_source = [max(range(len(row)), key=row.__getitem__) for row in scored]
    columns = [[row[s] for row in scored] for s in range(len(drawn))]
    best_target = [max(range(len(column)), key=column.__getitem__) for column in columns]
    links = []
    for target, row in enumerate(weights):
        total = sum(row) or 1.0
        for source, weight in enumerate(row):
            mutual = best_source[target] == source and best_target[source] == target and weight > _LEAST
            clear = (best_source[target] == source or best_target[source] == target) and weight / total > _CLEAR
            if mutual or clear:
                links.append((target, source))
    return links


def join_links(
    first: Sequence[tuple[Span, Span]], second: Sequence[tuple[Span, Span]]
) -> tuple[tuple[Span, Span], ...]:
    """Return the links from the first text to the third, by way of the second text's words."""
    joined = ((source, target) for via, target in second for source, middle in first if middle.overlaps(via))
    return tuple(dict.fromkeys(joined))
