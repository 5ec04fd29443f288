"""What is wrong with a lexicon is said once in the window, when it is read; the language works with the rest."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from crossquote import resources
from crossquote.errors import UserError
from crossquote.gui.bridge import Bridge
from crossquote.gui.controllers.lexicons import Lexicons
from crossquote.language import together
from crossquote.language.language import language_of
from crossquote.language.lexicon import known_languages, load_lexicon
from crossquote.wording.trouble import tell_error
from crossquote.work.session import Session
from crossquote.work.stages.pipeline import add_text

pytestmark = pytest.mark.usefixtures("qapp")
CACHES = (known_languages, load_lexicon, language_of, together.readable_languages)
TEXT = "Le port\n\n« Nous restons ici au port avec tous les autres », a déclaré la maire Ada Lindqvist vendredi soir."


@pytest.fixture
def lexicon(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Return the French lexicon, which a test may spoil."""
    shutil.copytree(resources.resource(), tmp_path / "resources", ignore=shutil.ignore_patterns("fonts", "icons"))
    monkeypatch.setattr(resources, "_root", lambda: tmp_path)
    for cached in CACHES:
        cached.cache_clear()
    yield tmp_path / "resources" / "languages" / "fr.toml"
    monkeypatch.undo()
    for cached in CACHES:
        cached.cache_clear()


def test_a_mistake_in_a_lexicon_is_said_once(lexicon: Path, qtbot: QtBot) -> None:
    source = lexicon.read_text(encoding="utf-8").replace("[cues]\n", "[cues]\nadvrbs = ['hier']\n", 1)
    lexicon.write_text(source, encoding="utf-8")
    line = source.splitlines().index("advrbs = ['hier']") + 1
    bridge = Bridge(Session())
    told: list[UserError] = []
    bridge.problems_found.connect(told.extend)
    Lexicons(bridge)
    for outlet in ("Matin", "Soir"):
        with qtbot.waitSignal(bridge.came_to_rest):
            bridge.edit(lambda session, outlet=outlet: add_text(session, f"{TEXT} {outlet}.", outlet))  # type: ignore[misc]
    assert len(bridge.session.state.quotes) == 2
    assert [f"fr.toml: line {line}: [cues] has no key “advrbs”" in tell_error(one) for one in told] == [True]
    assert bridge.jobs.wait(5000)
