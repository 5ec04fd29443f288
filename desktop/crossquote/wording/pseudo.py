"""The pseudo-language: English made longer, with accents and in brackets, in which each window is tried.

What shows without brackets has not been told by a catalogue; what is cut off will be cut off in German too.
"""

import re

_KEPT = re.compile(r"(\{\w+(?::\w+)?\}|%\(\w+\)\w|%%)")
"""What is no word: facts, and what argparse fills in."""
_ACCENTS = str.maketrans("aceginorsuyzACEGINORSUYZ", "áçéğíñóŕšúýžÁÇÉĞÍÑÓŔŠÚÝŽ")
_GROWTH, _WORD = 0.4, 7
"""How much longer a text gets: German and French do by some third, short ones by more."""


def lengthen(template: str) -> str:
    """Return `template` in the pseudo-language; its facts stay."""
    pieces = _KEPT.split(template)
    letters = sum(map(len, pieces[::2]))
    accented = (piece if index % 2 else piece.translate(_ACCENTS) for index, piece in enumerate(pieces))
    return f"[{''.join(accented)}{_tail(max(1, round(letters * _GROWTH)))}]"


def _tail(length: int) -> str:
    """Return what a text is made longer by: words that are no longer than words are, so that lines break in it."""
    words, rest = divmod(length, _WORD + 1)
    return " ".join(["~" * _WORD] * words + ["~" * rest] * bool(rest))
