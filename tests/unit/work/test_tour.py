"""The tour's steps: four, walked forward and back, never beyond their ends."""

from pathlib import Path

from crossquote.model.article import Article
from crossquote.model.state import State
from crossquote.work.settings import Settings, keep_changes, load_settings, save_settings
from crossquote.work.stories import is_story_open, list_stories
from crossquote.work.tour import STEPS, Stop, Tour


def test_each_step_speaks_of_something_else_in_words_of_its_own() -> None:
    assert [step.stop for step in STEPS] == list(Stop)
    assert len({said.code for step in STEPS for said in (step.title, step.text)}) == 2 * len(STEPS)


def test_one_walks_to_the_end_and_back_to_the_beginning() -> None:
    tour: Tour | None = Tour()
    walked = []
    while tour is not None:
        walked.append(tour.at)
        last, tour = tour, tour.forward()
    assert walked == [0, 1, 2, 3]
    assert last.is_last
    back = last
    for _ in range(len(STEPS) + 2):
        back = back.backward()
    assert back == Tour()
    assert back.is_first


def test_the_tour_is_due_to_who_has_no_settings_until_it_was_had(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    assert load_settings(path).tour_due
    path.write_text("text_size = 2\n", encoding="utf-8")
    assert not load_settings(path).tour_due
    path.write_text("= broken", encoding="utf-8")
    assert not load_settings(path).tour_due


def test_what_is_kept_before_the_tour_leaves_it_due() -> None:
    first = load_settings()
    keep_changes(first, Settings(text_size=2, tour_due=True))
    assert load_settings() == Settings(text_size=2, tour_due=True)
    keep_changes(load_settings(), Settings(text_size=2))
    assert load_settings() == Settings(text_size=2)
    save_settings(Settings())
    assert not load_settings().tour_due


def test_the_sample_is_known_by_its_files_alone() -> None:
    files = list_stories()[0].files
    articles = {path.name: _article(str(path)) for path in files[:2]}
    assert is_story_open(State(articles=articles))
    assert not is_story_open(State())
    assert not is_story_open(State(articles={**articles, "own": _article("/home/ada/own.txt")}))


def _article(path: str) -> Article:
    return Article(path, "", "Told", "Wire", path)
