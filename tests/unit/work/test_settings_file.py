"""The file of the settings: what the first paint asks of it is what all of them say."""

import pytest

from crossquote.paths import make_private
from crossquote.work.settings import Settings, ThemeChoice, load_settings, save_settings
from crossquote.work.settings_file import FirstSettings, first_settings, settings_path


@pytest.mark.usefixtures("home")
def test_the_first_paint_looks_as_all_settings_say() -> None:
    save_settings(Settings(theme=ThemeChoice.DARK, interface_language="uk", window="AdnQywAD"))
    assert first_settings() == FirstSettings("dark", "uk", "AdnQywAD")
    told = load_settings()
    assert first_settings() == FirstSettings(told.theme.value, told.interface_language, told.window)


@pytest.mark.usefixtures("home")
@pytest.mark.parametrize("text", [None, "", "theme = 3\nwindow = true", "= broken", "\0"])
def test_the_first_paint_does_without_what_can_t_be_read(text: str | None) -> None:
    if text is not None:
        make_private(settings_path().parent)
        settings_path().write_text(text, encoding="utf-8")
    assert first_settings() == FirstSettings()
