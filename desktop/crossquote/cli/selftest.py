"""The self-test: the program's whole job on its own sample stories, on the machine it stands on."""

from collections.abc import Callable

from crossquote.progress import finish
from crossquote.resources import seeds
from crossquote.work.pipeline import add_files
from crossquote.work.session import Session


def run_self_test(say: Callable[[str], None]) -> int:
    """Run the whole job on each sample story, say what was checked, and return 0 where all of it holds."""
    status = 0
    for story in sorted(path for path in seeds().iterdir() if (path / "story.toml").is_file()):
        session = Session()
        outcome = finish(add_files(session, sorted(story.glob("*.txt"))))
        state = session.state
        right = (
            bool(state.utterances)
            and not outcome.problems
            and all(
                span.of(state.articles[quote.article].text) for quote in state.quotes.values() for span in quote.spans
            )
        )
        say(f"{'ok' if right else 'FAILED'}  {story.name}: {len(state.articles)} articles, {len(state.quotes)} quotes")
        status = status if right else 1
    return status
