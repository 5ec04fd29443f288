"""Initials of bodies, as presses write them: "PSOE", "M5s", "HRT-u"."""

import regex

from crossquote.text.romanize import has_vowel

_SHORT_FORM = 6
"""So many letters have the initials of a body at most."""
_DECLINED = regex.compile(r"\p{Lu}[\p{Lu}\p{Nd}]+-\p{Ll}{1,3}")


def is_short_form(word: str) -> bool:
    """Tell whether a word is the initials of a body, as presses write them: "PSOE", "M5s", "Pd", "PiS"."""
    if not 1 < len(word) <= _SHORT_FORM or not word[0].isupper():
        return False
    return word[-1].isupper() or any(letter.isdigit() for letter in word) or not has_vowel(word[1:])


def is_declined_form(word: str) -> bool:
    """Tell whether a word is the initials of a body in another case: "HRT-u"."""
    return _DECLINED.fullmatch(word) is not None


def is_part_of_body(name: str) -> bool:
    """Tell whether a name ends with a body's initials behind a small word: "Investigación de la OMF"."""
    words = name.split()
    return len(words) > 2 and words[-2].islower() and words[-1].isupper() and is_short_form(words[-1])
