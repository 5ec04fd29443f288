"""What a report is about, as its articles name their files: the paths can be a stranger's."""

import time
import tracemalloc
from pathlib import Path

import pytest
from msgspec.structs import replace

from crossquote.articles.arrival import outermost
from crossquote.errors import UserError
from crossquote.model.article import Article
from crossquote.model.state import State
from crossquote.project.store import Project
from crossquote.work.sources import hold_sources
from crossquote.work.stages.original_files import keep_originals

STRANGE = {
    "a NUL": "a\0b.txt",
    "folders without end": "x/" * 200_000,
    "a name without end": "x" * 400_000,
    "half a letter": "\ud800.txt",
}


def state_of(*paths: str) -> State:
    article = Article(id="a", text="One.", title="One", outlet="One", sha256="0" * 64)
    return State(
        articles={str(number): replace(article, id=str(number), path=path) for number, path in enumerate(paths)}
    )


@pytest.mark.parametrize("name", STRANGE)
def test_a_path_that_no_system_has_is_no_file_and_costs_little(tmp_path: Path, name: str) -> None:
    report = tmp_path / "a.html"
    report.write_text("before", encoding="utf-8")
    state = state_of(STRANGE[name], str(tmp_path / STRANGE[name]), f"{tmp_path}/b.zip/{STRANGE[name]}")
    project = Project(tmp_path / "a.crossquote", new=True)
    tracemalloc.start()
    began = time.process_time()
    hold_sources(state, report)
    keep_originals(project, state.articles.values())
    assert time.process_time() - began < 2
    assert tracemalloc.get_traced_memory()[1] < 20_000_000
    tracemalloc.stop()
    project.close()


def test_a_file_is_held_however_long_the_name_is_of_what_was_read_out_of_it(tmp_path: Path) -> None:
    packed = tmp_path / "a.zip"
    packed.write_bytes(b"")
    with pytest.raises(UserError):
        hold_sources(state_of(f"{packed}/{'x/' * 2000}b.txt"), packed)


def test_a_file_is_found_at_once_however_deep_the_names_lead_in_it(tmp_path: Path) -> None:
    packed = tmp_path / "a.zip"
    packed.write_bytes(b"")
    began = time.process_time()
    assert {outermost(packed / ("x/" * 1990) / f"{number}.txt") for number in range(300)} == {packed}
    assert time.process_time() - began < 1
