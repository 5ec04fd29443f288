"""The window: shown first, filled next."""

from collections.abc import Sequence

from PySide6.QtCore import QLocale

from crossquote.gui.application import Application
from crossquote.gui.painted import AfterPaint
from crossquote.gui.screen import screen_trouble
from crossquote.gui.speaking import speak
from crossquote.gui.start import make_application, open_shell
from crossquote.gui.windows.shell import Shell
from crossquote.streams import write_aside
from crossquote.wording.catalogue import choose_language
from crossquote.work.settings_file import first_settings


def run(argv_paths: Sequence[str]) -> int:
    """Open the window with the files `argv_paths` and return the exit status once it is closed."""
    settings = first_settings()
    language = choose_language(settings.interface_language, QLocale.system().uiLanguages())
    if problem := screen_trouble():
        from crossquote.wording.trouble import tell_error  # noqa: PLC0415 - words are read after the first paint

        write_aside(f"crossquote: {tell_error(problem, language)}\n")
        return 3
    application = make_application()
    speak(application, language)
    shell = open_shell(settings.theme)
    if settings.window:
        shell.take_place(settings.window)
    shell.show()
    AfterPaint(shell, lambda: fill(application, shell, argv_paths))
    return application.exec()


def fill(application: Application, shell: Shell, paths: Sequence[str]) -> None:
    """Put the views into the window, after its first paint, and open `paths` and what the system asked for."""
    from crossquote.gui.filling import filling  # noqa: PLC0415 - everything else is imported after the first paint

    with filling(shell):
        from crossquote.gui.frames import Frames  # noqa: PLC0415 - as above

        frames = Frames(application)
        frames.listen()
        frames.keep_log()
    frames.fill(shell)
    if wanted := (*paths, *application.take_files()):
        frames.take_in(wanted)
