"""What is wrong with a lexicon is said once in the window, when it is read; the language works with the rest."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from crossquote.errors import UserError
from crossquote.gui.bridge import Bridge
from crossquote.gui.controllers.lexicons import Lexicons
from crossquote.wording.trouble import tell_error
from crossquote.work.session import Session
from crossquote.work.stages.pipeline import add_text
from lexicons_anew import copied_lexicons

pytestmark = pytest.mark.usefixtures("qapp")
TEXT = "Le port\n\n« Nous restons ici au port avec tous les autres », a déclaré la maire Ada Lindqvist vendredi soir."


@pytest.fixture
def lexicon(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Return the French lexicon, which a test may spoil."""
    with copied_lexicons(tmp_path, monkeypatch) as folder:
        yield folder / "fr.toml"


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
