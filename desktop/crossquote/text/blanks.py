"""Blanks: what stands beyond them, found without a copy of all the text before."""


def letter_before(text: str, place: int, skipped: str = "") -> str:
    """Return the letter before `place`, past blanks, or past what is `skipped`; none where the text begins there."""
    while place and (text[place - 1] in skipped if skipped else text[place - 1].isspace()):
        place -= 1
    return text[max(0, place - 1) : place]
