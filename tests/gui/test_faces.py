"""A script that no installed face can draw is named once in the window, with a face that can."""

from collections.abc import Iterable

import pytest
from PySide6.QtGui import QFontDatabase
from pytestqt.qtbot import QtBot

from crossquote.gui.bridge import Bridge
from crossquote.gui.controllers.faces import Faces
from crossquote.gui.theme.faces import undrawn
from crossquote.text.scripts import Script, drawing
from crossquote.work.session import Session
from crossquote.work.stages.pipeline import add_text

pytestmark = pytest.mark.usefixtures("qapp")
System = QFontDatabase.WritingSystem
HINDI = "मंत्री ने कहा कि “हमने सरकार से दृढ़ता से अनुरोध किया है”।"
THAI = "รัฐมนตรีกล่าวว่า “เราได้ขอร้องรัฐบาลอย่างหนักแน่น”"
ENGLISH = "The minister said: “We have asked for it.” क."


def none_but(*systems: QFontDatabase.WritingSystem) -> list[Script]:
    """Return the scripts that are not drawn where faces are there for some writing systems only."""
    return undrawn(Script, lambda system: ["Some Sans"] if system in systems else [])


def test_scripts_are_known_by_their_writing_systems() -> None:
    lacking = none_but(System.Hebrew, System.Arabic, System.Armenian, System.Georgian)
    assert lacking[0] is Script.DEVANAGARI
    assert {Script.THAI, Script.HAN, Script.KANA, Script.HANGUL} <= set(lacking)
    assert Script.ETHIOPIC not in lacking
    assert Script.HAN not in none_but(System.TraditionalChinese)
    assert none_but()[:3] == [Script.ARMENIAN, Script.GEORGIAN, Script.HEBREW]


@pytest.mark.parametrize("script", Script)
def test_each_script_has_a_name_and_a_face(script: Script) -> None:
    assert len(drawing(script).iso) == 4
    assert drawing(script).face.startswith("Noto")


def test_what_can_not_be_drawn_is_said_once(qtbot: QtBot) -> None:
    bridge, asked, told = Bridge(Session()), list[Script](), list[str]()

    def fake(scripts: Iterable[Script]) -> list[Script]:
        new = list(scripts)
        asked.extend(new)
        return [script for script in new if script is not Script.LATIN]

    faces = Faces(bridge, fake)
    faces.told.connect(told.extend)
    for text, outlet in ((ENGLISH, "Herald"), (HINDI, "Hind"), (f"{HINDI} {HINDI}", "Bharat"), (THAI, "Siam")):
        with qtbot.waitSignal(bridge.came_to_rest, timeout=30_000):
            bridge.edit(lambda session, text=text, outlet=outlet: add_text(session, text, outlet))  # type: ignore[misc]
    qtbot.waitUntil(lambda: len(told) == 2)
    assert asked == [Script.LATIN, Script.DEVANAGARI, Script.THAI]
    assert [line.split(":")[1].split(".")[0].strip() for line in told] == ["Devanagari", "Thai"]
    assert "Noto Sans Devanagari" in told[0]
    assert bridge.jobs.wait(5000)
