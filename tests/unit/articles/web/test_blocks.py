"""Blocks of a page: what a page of elements deep in each other costs."""

from counting import counted
from crossquote.articles.reader import Hints
from crossquote.articles.trees import parse_html
from crossquote.articles.web.blocks import find_blocks, with_whole_posts


def cost(depth: int) -> int:
    """Return how many calls it takes to find the posts of a page of blocks, each deep in that before it."""
    root = parse_html("<aside><p>We stay</p>" * depth, "html", Hints())
    assert root is not None
    blocks = find_blocks(root)
    assert len(blocks) == depth
    with counted() as calls:
        with_whole_posts(blocks)
    return calls[0]


def test_each_element_is_asked_once_however_many_blocks_lie_in_it() -> None:
    cost(10)  # what is loaded once
    assert cost(160) < 2.3 * cost(80)
