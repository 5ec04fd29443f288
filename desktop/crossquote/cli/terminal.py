"""What is printed for people: an article's own control characters are shown, never sent to the terminal."""

_PICTURES = {code: 0x2400 + code for code in range(32)} | {127: 0x2421} | dict.fromkeys(range(128, 160), "�")
_BIDI = dict.fromkeys((*range(0x202A, 0x202F), *range(0x2066, 0x206A)), None)
_VISIBLE = _PICTURES | {ord("\n"): "\n", ord("\t"): "\t", **_BIDI, **dict.fromkeys(range(0xD800, 0xE000), "�")}


def visible(text: str) -> str:
    """Return `text` with control characters as their pictures, and without those that turn the writing direction."""
    return text.translate(_VISIBLE)
