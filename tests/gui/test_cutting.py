"""Cutting into pages: whatever lines stand on a strip, each is on a page."""

from hypothesis import example, given
from hypothesis import strategies as st

from crossquote.gui.paper.cutting import Band, PagePart, StripPart, cut_pages, join_bands, line_of

PAGE = 100.0
HIGH = st.floats(4, 30)


def cut(bands: list[Band]) -> list[PagePart]:
    return list(cut_pages(list(join_bands(bands, PAGE)), PAGE))


@st.composite
def paragraphs(draw: st.DrawFn) -> list[StripPart]:
    """Return lines below one another, each higher than they stand apart, or less high."""
    top, found = 0.0, list[StripPart]()
    for _ in range(draw(st.integers(1, 60))):
        high = draw(HIGH)
        top = max(top, found[-1].bottom - high + 2) if found else top  # no line is within another
        found.append(line_of(top, top + high))
        top += high * draw(st.floats(0.7, 1.5))
    return found


@st.composite
def columns(draw: st.DrawFn) -> list[StripPart]:
    """Return lines of cells side by side, of other faces in each."""
    return [line for _ in range(draw(st.integers(1, 4))) for line in draw(paragraphs())]


@given(columns(), st.lists(st.tuples(st.floats(0, 900), st.floats(10, 140))), st.integers(0))
def test_every_line_is_drawn_on_a_page(lines: list[StripPart], rows: list[tuple[float, float]], seed: int) -> None:
    bands = [Band(line, bool(seed >> number & 1)) for number, line in enumerate(lines)]
    whole = [Band(StripPart(top, top + high), goes_on=False) for top, high in rows if high <= PAGE]
    pages = cut([*bands, *whole])
    assert [line for line in lines if not any(page.shown.holds(line) for page in pages)] == []


@example([line_of(0, 40), line_of(40, 70), line_of(70, 100), line_of(91, 102)])  # the last reaches into the third
@given(paragraphs())
def test_lines_below_one_another_are_on_one_page_each_and_no_page_is_higher_than_there_is_room(
    lines: list[StripPart],
) -> None:
    pages = cut([Band(line, goes_on=False) for line in lines])
    assert all(page.shown.height <= PAGE for page in pages)
    assert [sum(page.shown.holds(line) for page in pages) for line in lines] == [1] * len(lines)


@given(paragraphs(), st.floats(5, 95))
def test_below_the_head_of_a_table_there_is_less_room(lines: list[StripPart], high: float) -> None:
    head = StripPart(-high, 0.0, 0.0, -high)
    whole = [Band(line, goes_on=False, head=head) for line in lines]
    pages = cut(whole)
    for page in pages:
        alone = (page.shown.top, page.shown.bottom) in {(line.top, line.bottom) for line in lines}
        assert alone or sum(part.height for part in page.stretches) <= PAGE + 1e-9
