"""XML of ours that is read back: a tree where it is whole, refused before it fills the memory where it is a bomb."""

import tracemalloc
import xml.etree.ElementTree as ET

import pytest

from crossquote.export.trees import parse_tree

WHOLE = "<a b='c'>One<d>two</d>three" + "<e><f/>four</e>" * 20_000 + "</a>"


@pytest.mark.parametrize("text", ["<a/>", WHOLE, "<a>" * 99 + "deep" + "</a>" * 99])
def test_what_is_whole_is_the_tree_that_python_reads(text: str) -> None:
    assert ET.tostring(parse_tree(text.encode())) == ET.tostring(ET.fromstring(text))  # noqa: S314 - made just now


@pytest.mark.parametrize("text", ["", " ", "<a>", "<a/><b/>", "</a>", "none", WHOLE[:-1]])
def test_what_is_not_whole_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="line 1, column"):
        parse_tree(text.encode())


def test_an_encoding_that_nobody_knows_is_refused() -> None:
    with pytest.raises(ValueError, match="unknown encoding"):
        parse_tree(b'<?xml version="1.0" encoding="none"?><a/>')


def test_what_is_all_nesting_is_refused_before_it_fills_the_memory() -> None:
    bomb = b"<a>" * 4_000_000
    tracemalloc.start()
    try:
        with pytest.raises(ValueError, match="nested too deeply"):
            parse_tree(bomb)
        assert tracemalloc.get_traced_memory()[1] < 20_000_000
    finally:
        tracemalloc.stop()
