"""Which language the windows speak: the catalogue's words, Qt's own on its buttons, and where reading begins.

The first paint comes by here: nothing may name the namespace `Qt`, or be given anything of it, as a locale's direction.
"""

from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from crossquote.gui.words import LANGUAGE
from crossquote.text.direction import begins_leftward
from crossquote.wording.catalogue import SOURCE

_QTS_WORDS = "qtbase"
_LEFT_TO_RIGHT, _RIGHT_TO_LEFT = 0, 1
"""Qt.LayoutDirection."""


def speak(application: QApplication, language: str) -> None:
    """Let windows that are made from now on speak `language`; what Qt has no words for stays English."""
    application.setProperty(LANGUAGE, language)
    leftward = begins_leftward(QLocale(language).nativeLanguageName(), otherwise=False)
    application.setProperty("layoutDirection", _RIGHT_TO_LEFT if leftward else _LEFT_TO_RIGHT)
    for known in application.findChildren(QTranslator, _QTS_WORDS):
        application.removeTranslator(known)
        known.deleteLater()
    if language != SOURCE:
        _take_words(application, language)


def _take_words(application: QApplication, language: str) -> None:
    words = QTranslator(application)
    words.setObjectName(_QTS_WORDS)
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if words.load(QLocale(language), _QTS_WORDS, "_", folder):
        application.installTranslator(words)
