"""What the window hands to other programs, by the clipboard or by dragging: quotations with where they stand."""

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QStandardItemModel

from crossquote.export.clip import Clip, clip_rendition, clip_utterance
from crossquote.gui.words import interface_language
from crossquote.model.state import State
from crossquote.work.report import gather_utterance


def new_data() -> QMimeData:
    """Return what holds nothing yet, made by Qt alone.

    Where no system keeps the clipboard, Qt frees what lies there after Python has ended, and would crash over a
    `QMimeData` that Python made.
    """
    model = QStandardItemModel(1, 1)
    data = model.mimeData([model.index(0, 0)])
    data.clear()
    return data


def as_data(clip: Clip) -> QMimeData:
    """Return a clip as other programs take it: hypertext where they can, lines where they can't."""
    data = new_data()
    data.setData("text/html", clip.html.encode())
    data.setData("text/plain", clip.text.encode())
    return data


def utterance_data(state: State, utterance: str) -> QMimeData | None:
    """Return an utterance with all its renditions, as a table; None where it is gone."""
    told = gather_utterance(state, utterance)
    return as_data(clip_utterance(told, state.reading_language, interface_language())) if told is not None else None


def quotation_data(state: State, utterance: str, article: str = "") -> QMimeData | None:
    """Return an article's rendition of an utterance, without one that of the base, as a quotation; None where gone."""
    told = gather_utterance(state, utterance)
    found = state.utterances.get(utterance)
    if told is None or found is None:
        return None
    wanted = article or found.renditions[found.base].article
    rendition = next((one for _, one in told.base_first if one.article.id == wanted), None)
    return as_data(clip_rendition(rendition, found.speaker or "", interface_language())) if rendition else None
