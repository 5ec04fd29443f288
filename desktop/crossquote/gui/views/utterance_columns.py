"""How the columns beside the words of an utterance share the room, and which of them have any in a narrow list."""

from collections.abc import Mapping
from types import MappingProxyType

from PySide6.QtWidgets import QHeaderView

from crossquote.gui.models.utterances import FINDINGS, REACH, SEVERITY, SPEAKER
from crossquote.gui.theme.fonts import scaled

FITTED: Mapping[int, int] = MappingProxyType({SPEAKER: 130, REACH: 138, FINDINGS: 190})
"""How wide the columns beside the words are, at the usual size of text."""
_FIRST_TO_GO = (FINDINGS, REACH)
"""What a list does without that is too narrow for all heads: a mark says how grave findings are, cards name outlets."""
_NARROW, _WIDE = 880, 1080
"""Up to the one width they are narrower than usual; from the other on they grow with the list."""
_FITTED_SHARE = 0.6
"""So much of the width they take together at most, where their heads let them."""
_FEWEST_LETTERS = 10
"""Of usual width; what the words of an utterance have room for in any window, frames and bars included."""


def fit_columns(header: QHeaderView, width: int, given: Mapping[int, int]) -> None:
    """Share a `width`: the words get what they need. Columns are as wide as they were `given`, else as is usual.

    They are as wide as their heads, unless the words would have room for too few letters; then there are fewer of them.
    """
    for column in FITTED:
        header.setSectionHidden(column, False)  # noqa: FBT003 - Qt's; what is hidden has no head to ask for its size
    heads = {column: header.sectionSizeHint(column) for column in FITTED}
    needed = _FEWEST_LETTERS * header.fontMetrics().averageCharWidth()
    sizes = _share(width, width - header.sectionSize(SEVERITY) - needed, heads, given)
    for column in FITTED:
        header.setSectionHidden(column, column not in sizes)
        header.resizeSection(column, sizes.get(column, heads[column]))


def _share(width: int, room: int, heads: Mapping[int, int], given: Mapping[int, int]) -> Mapping[int, int]:
    """Return how wide the columns are for which there is `room`."""
    shown = dict(heads)
    for column in _FIRST_TO_GO:
        if sum(shown.values()) > room:
            del shown[column]
    share = 0.72 if width <= _NARROW else max(1.0, width / _WIDE)
    usual = {column: given.get(column, scaled(FITTED[column] * share)) for column in shown}
    less = min(1.0, width * _FITTED_SHARE / sum(usual.values()))
    sizes = {column: max(int(wanted * less), heads[column]) for column, wanted in usual.items()}
    less = min(1.0, room / sum(sizes.values())) if room > 0 else 1.0
    return {column: int(size * less) for column, size in sizes.items()}
