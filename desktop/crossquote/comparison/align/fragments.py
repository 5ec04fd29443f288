"""Fragments: which part of a longer text a short one renders, wherever it lies."""

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from math import inf
from operator import attrgetter

from msgspec import Struct

from crossquote.comparison.align.closeness import closeness
from crossquote.comparison.align.keys import AlignmentToken, tokens_in
from crossquote.comparison.align.punctuation import shared_end, shared_start
from crossquote.comparison.align.stretch import Part
from crossquote.language.language import Language
from crossquote.model.span import Span
from crossquote.model.utterance import GAP

_IDLE = 0.22
"""What each word between matched ones costs: a window never reaches out for a lone everyday word."""
_IDLE_STOP = 0.05
_NOTHING = -1
_NEAR = 0.75
"""From this closeness on, another word counts as the fragment's own."""
_STOP_WEIGHT = 0.1
_PLAUSIBLE = 0.9
"""What a window must weigh: one rare word, or two everyday ones, or all that the fragment has."""
_CELLS, _WEIGHED = 2_000_000, 250_000
"""Beyond so many pairs of words no place is looked for: that is no quote; beyond the second only the same word counts.
"""
_EACH = 4
"""Looking for a fragment costs as much as so many words of it, besides."""
_START, _END = attrgetter("span.start"), attrgetter("span.end")
_REACH = 3
"""A window reaches so many words beyond what the fragment lacks, where its first or last word stands there."""
_CLAUSE_ENDS = frozenset(".!?;:…—–。！？；：؟۔।")
"""What a window that reaches out never crosses."""


class Window(Struct, frozen=True):
    """The words `[start, end)` of the longer text that a fragment renders, and how well (in weight of words)."""

    start: int
    end: int
    score: float


def cut_fragments(part: Part) -> list[Part]:
    """Return the fragments of a rendition: the parts between its GAPs; those without a word are left out."""
    found: list[Part] = []
    start = part.span.start
    for piece in part.span.of(part.text).split(GAP):
        place = Span(start, start + len(piece))
        words = tokens_in(part.words, place)
        if words:
            found.append(Part(part.text, place, tuple(words)))
        start = place.end + len(GAP)
    return found


def place_fragments(whole: Part, fragments: Sequence[Part], language: Language) -> dict[int, Part]:
    """Return the part of `whole` that each fragment renders, by its number; one that renders none is left out.

    The heaviest fragment chooses first; no word is rendered twice.
    """
    taken = [False] * len(whole.words)
    found: dict[int, Part] = {}
    work = 0
    for number in sorted(range(len(fragments)), key=lambda n: (-_heaviness(fragments[n]), n)):
        work += len(whole.words) * (len(fragments[number].words) + _EACH)
        if work > _CELLS:
            break
        window = find_window(whole, fragments[number], taken, language if work <= _WEIGHED else None)
        if window is not None and window.score >= min(_PLAUSIBLE, _heaviness(fragments[number])):
            found[number] = _part(whole, window, fragments[number])
            taken[window.start : window.end] = [True] * (window.end - window.start)
    return found


def _heaviness(part: Part) -> float:
    return sum(max(token.weight, _STOP_WEIGHT) for token in part.words)


def _part(whole: Part, window: Window, fragment: Part) -> Part:
    """Return the words of `window` as a part, with the marks after (or, at the start, before) them that both have."""
    words = whole.words[window.start : window.end]
    start, end = words[0].span.start, words[-1].span.end
    limit = whole.words[window.end].span.start if window.end < len(whole.words) else whole.span.end
    end += shared_start(whole.text[end:limit], fragment.text[fragment.words[-1].span.end : fragment.span.end])
    if not window.start:
        before = whole.text[whole.span.start : start]
        start -= shared_end(before, fragment.text[fragment.span.start : fragment.words[0].span.start])
    return Part(whole.text, Span(start, end), words)


def find_window(whole: Part, fragment: Part, taken: Sequence[bool], language: Language | None) -> Window | None:
    """Return the words of `whole` that `fragment` renders, outside what is `taken`; None where nothing matches.

    Without a language, only the same words match.
    """
    known: dict[tuple[str, bool], tuple[int, float]] = {}
    gains = [
        (_NOTHING, -inf) if taken[i] else _known_gain(token, fragment.words, language, known)
        for i, token in enumerate(whole.words)
    ]
    longest = 2 * len(fragment.words) + 4
    limits = _limits(whole)
    best: Window | None = None
    times = _times(whole.words, fragment.words)
    for start, (met, _) in enumerate(gains):
        if met != _NOTHING:
            found = _best_end(gains, times, start, min(limits[start], start + longest))
            if best is None or found.score > best.score:
                best = found
    if best is None:
        return None
    return _word_for_word(_widened(best, whole, fragment, taken, language), whole, fragment, taken)


def _times(whole: Sequence[AlignmentToken], fragment: Sequence[AlignmentToken]) -> list[int]:
    """Return how many times each word of the whole may count: as often as the fragment has it.

    A function word counts again only in a phrase that is said again ("very good talks and a very good chance").
    """
    said = Counter(token.anchor for token in fragment)
    pairs = Counter((one.anchor, other.anchor) for one, other in pairwise(fragment))
    following = [*(token.anchor for token in whole[1:]), ""]
    return [
        said[token.anchor] if token.tells or pairs[token.anchor, after] > 1 else 1
        for token, after in zip(whole, following, strict=True)
    ]


def _known_gain(
    token: AlignmentToken,
    fragment: Sequence[AlignmentToken],
    language: Language | None,
    known: dict[tuple[str, bool], tuple[int, float]],
) -> tuple[int, float]:
    """Return the gain of a word, reckoned once for all the places where it stands but the first of a text."""
    word = token.text, not token.span.start
    if word not in known:
        known[word] = _gain(token, fragment, language)
    return known[word]


def _gain(token: AlignmentToken, fragment: Sequence[AlignmentToken], language: Language | None) -> tuple[int, float]:
    """Return which word of the fragment a word meets and what that weighs, or _NOTHING and what the word costs.

    Without a language, only the same word meets it.
    """
    found = _NOTHING, -(_IDLE if token.tells else _IDLE_STOP)
    for j, other in enumerate(fragment):
        if token.anchor == other.anchor:
            return j, max(token.weight, _STOP_WEIGHT)
        if language is not None and found[0] == _NOTHING and token.tells and other.tells:
            near = closeness(token, other, language)
            if near >= _NEAR:
                found = j, token.weight * near * near
    return found


def _limits(whole: Part) -> list[int]:
    """Return, for each word, the first word after it that stands in another fragment of `whole`."""
    limits = [len(whole.words)] * len(whole.words)
    for number in range(len(whole.words) - 2, -1, -1):
        between = whole.text[whole.words[number].span.end : whole.words[number + 1].span.start]
        limits[number] = number + 1 if GAP in between else limits[number + 1]
    return limits


def _best_end(gains: Sequence[tuple[int, float]], times: Sequence[int], start: int, limit: int) -> Window:
    """Return the best window from `start` to `limit`; a word counts so many `times`, what is taken ends it."""
    used: dict[int, int] = {}
    score, best = 0.0, Window(start, start + 1, 0.0)
    for at in range(start, limit):
        met, gain = gains[at]
        spent = used.get(met, 0)
        score += -_IDLE if met != _NOTHING and spent >= max(1, times[at]) else gain
        used[met] = spent + 1
        if score > best.score:
            best = Window(start, at + 1, score)
    return best


def _widened(window: Window, whole: Part, fragment: Part, taken: Sequence[bool], language: Language | None) -> Window:
    """Return `window` with as many words more on each side as the fragment has there without a counterpart.

    It stays within the clause.
    """
    inside = whole.words[window.start : window.end]
    met = [_gain(word, inside, language)[0] != _NOTHING for word in fragment.words]
    if True not in met:
        return window
    before, after = met.index(True), met[::-1].index(True)
    start, end = window.start, window.end
    back = _reach(whole, taken, start, -1, before + _REACH if before else 0)
    start -= _as_far(whole.words[start - back : start][::-1], fragment.words[0], before)
    ahead = _reach(whole, taken, end, 1, after + _REACH if after else 0)
    end += _as_far(whole.words[end : end + ahead], fragment.words[-1], after)
    return Window(start, end, window.score)


def _word_for_word(window: Window, whole: Part, fragment: Part, taken: Sequence[bool]) -> Window:
    """Return `window` with the words before and behind it that stand so in the fragment too.

    Everyday words that the fragment has again weigh nothing there: "they are not idle, they are not tired".
    """
    ours, theirs = [word.anchor for word in whole.words], [word.anchor for word in fragment.words]
    back = _run_back(ours[: window.start + 1], theirs, taken[: window.start + 1])
    ahead = _run_back(ours[window.end - 1 :][::-1], theirs[::-1], taken[window.end - 1 :][::-1])
    return Window(window.start - back, window.end + ahead, window.score)


def _run_back(words: Sequence[str], others: Sequence[str], taken: Sequence[bool]) -> int:
    """Return how many free words before the last of `words` stand before that word in `others` too, at most."""
    most = 0
    for place, other in enumerate(others):
        if other == words[-1]:
            run = 0
            while (
                run < min(place, len(words) - 1) and words[-2 - run] == others[place - 1 - run] and not taken[-2 - run]
            ):
                run += 1
            most = max(most, run)
    return most


def _reach(whole: Part, taken: Sequence[bool], edge: int, step: int, most: int) -> int:
    """Return how many free words of the same clause stand before (step -1) or after (1) a window's edge."""
    count = 0
    while count < most:
        border = edge + step * count
        word = border if step > 0 else border - 1
        if not 0 <= word < len(whole.words) or taken[word] or (border and _clause_ends(whole, border)):
            break
        count += 1
    return count


def _as_far(words: Sequence[AlignmentToken], last: AlignmentToken, missing: int) -> int:
    """Return how many of `words` to take in: as many as are missing, or up to where the fragment's last one stands."""
    for number, word in enumerate(words[missing - 1 :] if missing else (), start=missing):
        if word.anchor == last.anchor:
            return number
    return min(missing, len(words))


def _clause_ends(whole: Part, number: int) -> bool:
    """Tell whether a clause ends before word `number`."""
    if number >= len(whole.words):
        return False
    between = whole.text[whole.words[number - 1].span.end : whole.words[number].span.start]
    return not _CLAUSE_ENDS.isdisjoint(between)
