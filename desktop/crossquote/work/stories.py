"""The sample stories that ship with the program, ready to be opened."""

from collections.abc import Iterable
from pathlib import Path

from msgspec import Struct

from crossquote.model.state import State
from crossquote.notation import read_toml
from crossquote.resources import seeds

_STORY_FILE = "story.toml"


class Story(Struct, frozen=True):
    """A sample story: its articles' files are in the order to show."""

    id: str
    title: str
    summary: str
    files: tuple[Path, ...]


def list_stories() -> tuple[Story, ...]:
    """Return the sample stories, the one that a newcomer should see first at their head."""
    stories = [_read_story(path) for path in sorted(seeds().glob(f"*/{_STORY_FILE}"))]
    return tuple(stories)


def is_story_open(state: State) -> bool:
    """Tell whether all that is open are articles of the first sample story."""
    return bool(state.articles) and are_of_story(article.path for article in state.articles.values())


def are_of_story(paths: Iterable[str]) -> bool:
    """Tell whether all `paths` are files of the first sample story."""
    files = {str(path) for story in list_stories()[:1] for path in story.files}
    return files.issuperset(paths)


def _read_story(path: Path) -> Story:
    told = read_toml(path)
    files = tuple(path.parent / article["file"] for article in told["articles"])
    return Story(told["id"], told["title"], told["summary"], files)
