"""Which blocks of a page are its article.

Two libraries vote, and the page itself where it says its text to machines; what they leave out between paragraphs is
taken in by where it stands, what they take in by mistake is left out by what it is: mostly links, or in an element
whose names say that it only goes with an article.
"""

import re
from collections import Counter
from collections.abc import Callable, Sequence
from typing import TypeVar

from msgspec import Struct

from crossquote.articles.clean import is_leftover
from crossquote.articles.trees import Element
from crossquote.articles.web.blocks import PageBlock
from crossquote.articles.web.hints import is_apart, is_aside, is_heading, is_lead, is_never_lead, is_post
from crossquote.articles.web.posts import IN_FRAME
from crossquote.articles.web.votes import Vote, count_words

_ALL_BUT = 0.85
"""So much of what was voted for lies in the element that holds the article."""
_PART = 0.2
"""An element with more of the article than this is the article's, whatever its names say."""
_LINKS = 0.6
_ONLY_LINKS = 0.9
"""What leads elsewhere by so much of it is no part of an article, though it be a sentence."""
_PARAGRAPH = 15
_SENTENCE = 10
_ITEM = 4
"""Words of an item of a list, of which few are sentences."""
_LONG = 60
_FEW = 200
"""Letters below which a vote is no vote: the page is short, or its article was not found."""
_SHORT_PAGE = 3000
_LONGEST_NAME = 400
_ENDS = re.compile(r"[.!?…。！？»”\"’)]\s*$")
_NOT_WORD = re.compile(r"\W+")
_RIGHTS = re.compile(r"\W*(?:©|\(c\)|copyright\b).{0,40}?\b(?:19|20)\d\d\b", re.IGNORECASE)
"""A line of whose rights the page are."""
_ITEMS = frozenset({"li", "dd"})
_CELLS = frozenset({"td", "th"})


V = TypeVar("V")


class Named(Struct, frozen=True):
    """What a page calls its article, to know it by in the text: its title, and its summaries."""

    title: str = ""
    summaries: tuple[str, ...] = ()


class _PageScene(Struct, frozen=True):
    """The blocks with what is asked of them again and again."""

    blocks: Sequence[PageBlock]
    votes: Sequence[Vote]
    words: Sequence[int]
    voted: Sequence[bool]
    weights: Counter[Element]
    whole: float
    heart: Element
    holders: frozenset[Element]
    veiled: bool
    aside: Callable[[Element], bool]
    apart: Callable[[Element], bool]
    kind: Callable[[Element], str]

    def small(self, block: PageBlock) -> list[Element]:
        """Return the elements around a block that hold but a small part of the article."""
        return [element for element in block.place if self.weights[element] < _PART * self.whole]

    def is_aside(self, block: PageBlock) -> bool:
        return any(map(self.aside, self.small(block)))

    def is_apart(self, block: PageBlock) -> bool:
        return any(map(self.apart, self.small(block)))

    def kind_of_place(self, block: PageBlock) -> tuple[str, ...]:
        """Return what the elements next around a block are called."""
        return tuple(map(self.kind, block.place[:3]))

    def is_inside(self, block: PageBlock) -> bool:
        return self.heart in block.place


def choose(blocks: Sequence[PageBlock], votes: Sequence[Vote], named: Named) -> list[bool]:
    """Tell of each block whether it is a part of the article. The title is none: it stands by itself."""
    scene = _look(blocks, votes)
    if scene is None:
        chosen = _all_of_a_short_page(blocks)
    else:
        chosen = [_is_part(scene, index) or _is_post_inside(scene, block) for index, block in enumerate(blocks)]
        _take_lead(scene, chosen, named)
        _take_headings(scene, chosen)
        _leave_out_announced(scene, chosen)
    _leave_out_hidden(blocks, votes, chosen)
    _leave_out_repeated(blocks, chosen, named)
    return chosen


def _weight(block: PageBlock) -> float:
    return len(block.text) * (1 - block.linked)


def _look(blocks: Sequence[PageBlock], votes: Sequence[Vote]) -> _PageScene | None:
    """Return the scene of a page, None where nobody found an article in it."""
    first = [vote.first for vote in votes]
    second = [vote.second for vote in votes]
    one, two = (sum(_weight(block) for block, yes in zip(blocks, said, strict=True) if yes) for said in (first, second))
    voted, whole = (second, two) if one < _FEW < two else (first, one)
    if whole < _FEW:
        return None
    words = [count_words(block.text) for block in blocks]
    scene = _scene_of(blocks, votes, words, voted)
    more = _with_alike(scene)
    return scene if more == voted else _scene_of(blocks, votes, words, more)


def _scene_of(
    blocks: Sequence[PageBlock], votes: Sequence[Vote], words: Sequence[int], voted: Sequence[bool]
) -> _PageScene:
    whole = sum(_weight(block) for block, yes in zip(blocks, voted, strict=True) if yes)
    weights: Counter[Element] = Counter()
    deepest: dict[Element, int] = {}
    for block, yes in zip(blocks, voted, strict=True):
        for depth, element in enumerate(reversed(block.place if yes else ())):
            weights[element] += _weight(block)  # type: ignore[assignment]  # a Counter counts fractions as well
            deepest[element] = depth
    heart = max((one for one in weights if weights[one] >= _ALL_BUT * whole), key=deepest.__getitem__)
    paragraphs = (block for block, yes, count in zip(blocks, voted, words, strict=True) if yes and count >= _PARAGRAPH)
    holders = frozenset(block.holder for block in paragraphs)
    hidden = sum(_weight(block) for block, yes in zip(blocks, voted, strict=True) if yes and block.hidden)
    asked = _remembered(is_aside), _remembered(is_apart), _remembered(_kind_of)
    return _PageScene(blocks, votes, words, voted, weights, whole, heart, holders, hidden > whole / 2, *asked)


def _with_alike(scene: _PageScene) -> list[bool]:
    """Return what is voted for, with paragraphs that the second library takes where they stand as the article's do.

    The first takes one piece for the whole where an article is made of many, as those that go along with an event are.
    """
    apt = [
        count >= _PARAGRAPH and block.linked <= _LINKS and not block.hidden and not scene.is_aside(block)
        for block, count in zip(scene.blocks, scene.words, strict=True)
    ]
    kinds = [scene.kind_of_place(block) if yes else None for block, yes in zip(scene.blocks, apt, strict=True)]
    inside = (yes and scene.is_inside(block) for yes, block in zip(scene.voted, scene.blocks, strict=True))
    known = {kind for kind, yes in zip(kinds, inside, strict=True) if yes and kind}
    return [
        yes or (vote.second and kind in known) for yes, vote, kind in zip(scene.voted, scene.votes, kinds, strict=True)
    ]


def _kind_of(element: Element) -> str:
    """Return what an element is called, no more of it than tells it from others."""
    return f"{element.tag} {(element.get('class') or '')[:_LONGEST_NAME]}"


def _remembered(question: Callable[[Element], V]) -> Callable[[Element], V]:
    """Return a question that is put to each element once: what one is called can be a megabyte."""
    known: dict[Element, V] = {}

    def ask(element: Element) -> V:
        if element not in known:
            known[element] = question(element)
        return known[element]

    return ask


def _all_of_a_short_page(blocks: Sequence[PageBlock]) -> list[bool]:
    """Return what a page has beside links and what goes with an article: it is too short for others to judge."""
    if sum(len(block.text) for block in blocks) > _SHORT_PAGE:
        return [False] * len(blocks)
    return list(map(stands_alone, blocks))


def stands_alone(block: PageBlock) -> bool:
    """Tell whether a block can be an article's by itself: no links, nothing hidden, nothing that goes with another."""
    return block.linked <= _LINKS and not block.hidden and not any(map(is_aside, block.place))


def _is_post_inside(scene: _PageScene, block: PageBlock) -> bool:
    """Tell whether a block is a post that the page has as text of its own: that of a frame only goes with it."""
    shown = scene.is_inside(block) and not block.hidden and block.tag != IN_FRAME
    return shown and any(map(is_post, block.place))


def _is_part(scene: _PageScene, index: int) -> bool:
    block = scene.blocks[index]
    if _RIGHTS.match(block.text) and scene.words[index] < _LONG:
        return False
    return _stands_by_vote(scene, index) if scene.voted[index] else _stands_by_place(scene, index)


def _stands_by_vote(scene: _PageScene, index: int) -> bool:
    """Tell whether a block that was voted for is a part: no links alone, and nothing that goes with an article."""
    block, vote, words = scene.blocks[index], scene.votes[index], scene.words[index]
    said = words > _LONG or (words > _SENTENCE and bool(_ENDS.search(block.text)))
    if block.linked > (_ONLY_LINKS if said else _LINKS) or (vote.told is False and not vote.second):
        return False
    aside = scene.is_apart(block) if words > _LONG else scene.is_aside(block)
    return (words >= _PARAGRAPH or scene.is_inside(block)) and not aside


def _stands_by_place(scene: _PageScene, index: int) -> bool:
    """Tell whether a block that was not voted for stands among the paragraphs that were."""
    block, vote, words = scene.blocks[index], scene.votes[index], scene.words[index]
    if block.linked > _LINKS or not scene.is_inside(block) or scene.is_aside(block):
        return False
    if block.hidden and not scene.veiled:
        return bool(vote.told)
    quoted = words >= _PARAGRAPH and any(element.tag == "blockquote" for element in block.place[:3])
    enough = _ITEM if any(element.tag in _ITEMS for element in block.place[:2]) else _SENTENCE
    return block.holder in scene.holders or quoted or (vote.second and words >= enough)


def _take_lead(scene: _PageScene, chosen: list[bool], named: Named) -> None:
    """Take in what stands over the article as its summary, or as its first sentence."""
    blocks = scene.blocks
    first = next((index for index, yes in enumerate(chosen) if yes and scene.words[index] >= _PARAGRAPH), None)
    if first is None:
        return
    over = [index for index in range(first) if _is_title(blocks[index], named)]
    start = over[-1] if over else max(-1, first - 12)
    summaries = [summary for summary in map(folded, named.summaries) if len(summary) > 30]
    for index in range(min(len(blocks), first + 40)):
        if chosen[index] or blocks[index].linked > _LINKS or any(map(is_never_lead, scene.small(blocks[index]))):
            continue
        words = folded(blocks[index].text)
        same = len(words) > 30 and any(words.startswith(one) or one.startswith(words) for one in summaries)
        chosen[index] = same or (start < index < first and _is_lead(scene, index))


def _is_title(block: PageBlock, named: Named) -> bool:
    return block.tag == "h1" or (bool(named.title) and folded(block.text) == folded(named.title))


def _is_lead(scene: _PageScene, index: int) -> bool:
    block, words = scene.blocks[index], scene.words[index]
    if block.hidden or block.linked > 0.3 or words < 6:
        return False
    if any(map(is_lead, block.place[:2])):
        return not scene.is_apart(block)
    sentence = words >= _SENTENCE and bool(_ENDS.search(block.text))
    return sentence and scene.votes[index].second and not scene.is_aside(block)


def _take_headings(scene: _PageScene, chosen: list[bool]) -> None:
    """Take in the headings that stand between two parts of the article, linked or not."""
    between = zip(chosen, chosen[2:], range(1, len(chosen)), strict=False)
    for index in [index for before, after, index in between if before and after]:
        block, vote = scene.blocks[index], scene.votes[index]
        fit = is_heading(block.place[0]) and not block.hidden and not scene.is_aside(block)
        fit = fit and not is_leftover(block.text, more=_LONG)
        chosen[index] = chosen[index] or (fit and scene.words[index] >= _ITEM and (vote.first or vote.second))


def _leave_out_announced(scene: _PageScene, chosen: list[bool]) -> None:
    """Leave out what says that other things follow, and under a heading that does, what stands as nothing before it."""
    known, announced = set[object](), False
    for index, block in enumerate(scene.blocks):
        if not chosen[index]:
            continue
        kind = scene.kind_of_place(block)
        announced = announced and kind not in known
        if scene.words[index] <= _SENTENCE and is_leftover(block.text):
            announced = announced or is_heading(block.place[0])
            chosen[index] = False
        elif announced:
            chosen[index] = False
        else:
            known.add(kind)


def _leave_out_hidden(blocks: Sequence[PageBlock], votes: Sequence[Vote], chosen: list[bool]) -> None:
    """Leave out what is not shown, unless the page tells machines that it is the article's, or hides most of it."""
    shown, hidden = (
        sum(len(block.text) for block, yes in zip(blocks, chosen, strict=True) if yes and block.hidden is kind)
        for kind in (False, True)
    )
    if hidden > shown:
        return
    for index, block in enumerate(blocks):
        if block.hidden and not votes[index].told:
            chosen[index] = False


def _leave_out_repeated(blocks: Sequence[PageBlock], chosen: list[bool], named: Named) -> None:
    """Leave out the title, and what stands there a second time: pages repeat it for other screens."""
    seen = set[str]()
    for index, block in enumerate(blocks):
        words = folded(block.text)
        again = words in seen and count_words(block.text) > 3 and block.tag not in _CELLS
        if chosen[index] and (again or _is_title(block, named)):
            chosen[index] = False
        if chosen[index]:
            seen.add(words)


def folded(text: str) -> str:
    """Return the words of a text as they are compared."""
    return _NOT_WORD.sub(" ", text).strip().casefold()
