"""The page in a real browser: it asks for nothing, complains of nothing, and is whole on every screen and on paper.

`uv run pytest -m browser`, where there is a Chromium.
"""

from collections.abc import Iterator
from pathlib import Path

import pypdfium2
import pytest

from chromium import LACKING, Tab, browsing, find_chromium
from contracts.exporter import reports
from crossquote.export.exporter import known_formats
from crossquote.export.formats.pdf.letters import told_by_glyphs

pytestmark = pytest.mark.browser
WIDTHS = (360, 412, 600, 768, 880, 1024, 1280, 1440, 1920)
PAPERS = ((595.3, 841.9), (612.0, 792.0))
"""A4 and Letter, in points."""
MARGIN = 14 / 25.4 * 72
"""What the page asks for on both sides; what reaches into it is cut off."""
NAMES = ("hand", "strange", "ceasefire-call", "harbour-strike", "kessrin-dam")


@pytest.fixture(scope="module")
def tab(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Tab]:
    program = find_chromium()
    if program is None:
        pytest.skip(LACKING)
    with browsing(program, tmp_path_factory.mktemp("browser")) as tab:
        yield tab


def written(folder: Path, name: str) -> Path:
    path = folder / f"{name}.html"
    path.write_bytes(known_formats()[".html"].render(reports()[name]))
    return path


@pytest.mark.parametrize("name", NAMES)
def test_it_asks_for_nothing_and_is_whole_at_every_width(tab: Tab, tmp_path: Path, name: str) -> None:
    path = written(tmp_path, name)
    for width in WIDTHS:
        tab.show(path, width, dark=width in (412, 1280))
        assert tab.requests == [path.as_uri()]
        assert tab.complaints == []
        assert tab.cut_off() == [], width


@pytest.mark.parametrize("paper", PAPERS, ids=("a4", "letter"))
@pytest.mark.parametrize("name", NAMES)
def test_it_is_whole_on_paper(tab: Tab, tmp_path: Path, name: str, paper: tuple[float, float]) -> None:
    tab.show(written(tmp_path, name), 1280)
    document = pypdfium2.PdfDocument(tab.printed(*paper))
    told = ""
    for number in range(len(document)):
        page = document[number]
        assert page.get_size() == pytest.approx(paper, abs=2)
        text = page.get_textpage()
        told += text.get_text_range()
        boxes = [text.get_charbox(at) for at in range(text.count_chars())]
        within = (MARGIN - 1, paper[0] - MARGIN + 1)
        assert all(within[0] <= left and right <= within[1] for left, _, right, _ in boxes if right > left)
        assert all(low >= 0 and high <= paper[1] for _, low, _, high in boxes)
    glyphs = told_by_glyphs(told)
    for utterance in reports()[name].shared:
        for rendition in utterance.renditions:
            for word in rendition.rendition.shown.split():
                assert told_by_glyphs(word) in glyphs


def test_the_schemes_of_light_and_dark_are_two(tab: Tab, tmp_path: Path) -> None:
    path = written(tmp_path, "hand")
    pictures = []
    for dark in (False, True):
        tab.show(path, 1280, dark=dark)
        pictures.append(tab.picture())
    assert pictures[0] != pictures[1]
