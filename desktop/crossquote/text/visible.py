"""Visible text: a stranger's, without controls, and without marks that turn the direction of what follows.

A name of a file can hold an escape sequence, and a mark that lets `exe.pdf` be read as `fdp.exe`.
"""

import re

_PICTURES = {code: 0x2400 + code for code in range(32)} | {127: 0x2421} | dict.fromkeys(range(128, 160), "�")
_OVERRIDES = dict.fromkeys(range(0x202A, 0x202F))
_ISOLATES = dict.fromkeys(range(0x2066, 0x206A))
_SEEN = {ord("\n"): "\n", ord("\t"): "\t", **_OVERRIDES, **dict.fromkeys(range(0xD800, 0xE000), "�")}
_VISIBLE = _PICTURES | _SEEN
_UNTURNED = _VISIBLE | _ISOLATES
_ODD = r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]"
"""This pattern and the next are compiled when they are first asked for: the first window asks for neither."""
_UNSEEN = (
    r"[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\xad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]"
    r"|[\ud800-\udfff]|(?<![\U0001f3f4\U000e0000-\U000e007f])[\U000e0000-\U000e007f]+"
)
"""What nobody sees: controls, marks of direction, blanks of no width, letters for machines but those behind a flag; not
what joins letters or keeps them apart."""
_BREAKS = re.compile(r"[\t-\r\x85\u2028\u2029]+")
_OPENINGS, _CLOSING = "\u2066\u2067\u2068", "\u2069"


def visible(text: str) -> str:
    """Return `text` with control characters as their pictures, and without those that turn the writing direction."""
    return text.translate(_UNTURNED)


def visible_apart(text: str) -> str:
    """Return `text` likewise; marks stay that in pairs set apart what stands between them: they turn nothing beside."""
    if text.isprintable() or not re.search(_ODD, text):
        return text
    return _paired(text.translate(_VISIBLE))


def written(text: str) -> str:
    """Return `text` as it can be written in a field of one line: all of it is seen, and in the order that it has."""
    return re.sub(_UNSEEN, "", _BREAKS.sub(" ", text))


def _paired(text: str) -> str:
    """Return `text` without the marks that open or close what nothing closes or opened."""
    signs, open_at = list(text), list[int]()
    for at, sign in enumerate(signs):
        if sign in _OPENINGS:
            open_at.append(at)
        elif sign == _CLOSING and open_at:
            open_at.pop()
        elif sign == _CLOSING:
            signs[at] = ""
    for at in open_at:
        signs[at] = ""
    return "".join(signs)
