"""What the self-test checks of the window: that it opens and paints, in light and dark."""

import os
from collections.abc import Callable

from PySide6.QtCore import QtMsgType, qInstallMessageHandler

from crossquote.message import Message, message


def window_checks() -> tuple[tuple[str, Callable[[], Message]], ...]:
    """Return the checks of the window, by name."""
    return (("window", _grab_windows),)


def _grab_windows() -> Message:
    """Open the window in light and dark and look whether it painted; a warning of Qt is a failure."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from crossquote.gui.fill import fill_shell  # noqa: PLC0415 - the platform must be set before
    from crossquote.gui.start import make_application, open_shell  # noqa: PLC0415 - as above
    from crossquote.work.projects import discard  # noqa: PLC0415 - as above

    warnings: list[str] = []

    def note(kind: QtMsgType, _: object, text: str) -> None:
        if kind is not QtMsgType.QtDebugMsg and kind is not QtMsgType.QtInfoMsg:
            warnings.append(text)

    before = qInstallMessageHandler(note)
    application = make_application()
    colours = set()
    for theme in ("light", "dark"):
        shell = open_shell(theme)
        shell.show()
        desk = fill_shell(shell)
        application.processEvents()
        picture = shell.grab().toImage()
        colours.add(picture.pixelColor(picture.width() // 2, picture.height() - 8).name())
        shell.may_close = True
        shell.close()
        discard(desk.bridge.session)  # Windows removes no folder in which a file is open
    qInstallMessageHandler(before)
    if warnings or len(colours) != 2:
        raise RuntimeError(warnings or colours)
    return message("self-test.window")
