"""The start: an application and the window's frame, with no more than the first paint needs.

Nothing that is imported from here may name the namespace `Qt`: making its enumerations takes longer than the window.
"""

import os
from collections.abc import Sequence

from crossquote.gui.application import Application
from crossquote.gui.theme.appearance import SYSTEM, Appearance
from crossquote.gui.theme.fonts import load_fonts
from crossquote.gui.windows.shell import Shell
from crossquote.resources import resource

_STYLE = ("-style", "fusion")
"""Told as Qt's own argument: `setStyle` gives back what makes all enumerations of styles before the first paint."""


def make_application(arguments: Sequence[str] = ()) -> Application:
    """Return the application, made and named.

    Shown nowhere, Qt on Windows looks for faces in one folder alone, and has none where it isn't told which.
    """
    if os.environ.get("QT_QPA_PLATFORM", "").startswith("offscreen"):
        os.environ.setdefault("QT_QPA_FONTDIR", str(resource("fonts")))
    application = Application(["crossquote", *_STYLE, *arguments])
    application.setApplicationName("Crossquote")
    application.setApplicationDisplayName("Crossquote")
    application.setDesktopFileName("crossquote")
    return application


def open_shell(theme: str = SYSTEM) -> Shell:
    """Return the window's frame, dressed but not yet shown."""
    load_fonts()
    appearance = Appearance(theme)
    appearance.apply()
    shell = Shell(appearance)
    appearance.setParent(shell)
    return shell
