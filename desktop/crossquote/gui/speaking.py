"""Which language the windows speak: the catalogue's words, and Qt's own on its buttons, menus and dialogs of files."""

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from crossquote.gui.words import LANGUAGE
from crossquote.wording.catalogue import SOURCE


def speak(application: QCoreApplication, language: str) -> None:
    """Let the windows speak `language`; what Qt has no words for stays English."""
    application.setProperty(LANGUAGE, language)
    if language == SOURCE:
        return
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    translator = QTranslator(application)
    if translator.load(QLocale(language), "qtbase", "_", folder):
        application.installTranslator(translator)
