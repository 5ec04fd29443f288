"""Flags: what a machine can see to be wrong with a translation: loops, residue, copies, absurd lengths."""

import re
import unicodedata
from collections import Counter

from crossquote.model.translation import Flag
from crossquote.text.words import fold, split_words

_LONGEST_LOOP = 8
"""Loops of up to this many words are looked for."""
_WORD_RUN, _PHRASE_RUN = 4, 3
"""How often a single word, and a phrase, has to come in a row to be a loop."""
_SHORT = 20
"""Texts of fewer letters than this may be of any length in another language."""
_RATIO = 4.0
_WIDE = re.compile(r"[\u1100-\u11ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff]")
_SCRIPTS = ("LATIN", "CYRILLIC", "GREEK", "ARABIC", "HEBREW", "CJK", "HIRAGANA", "KATAKANA", "HANGUL", "THAI")
_MIXED = {"HIRAGANA": "CJK", "KATAKANA": "CJK", "HANGUL": "CJK"}
_STRETCH = 4
"""A row of so many words that came out as they went in was not translated."""


def find_flags(source: str, text: str, *, sample: bool = False) -> tuple[Flag, ...]:
    """Return what is wrong with `text` as a translation of `source` into another language."""
    found = {
        Flag.REPETITION: loops(text) > loops(source),
        Flag.UNTRANSLATED: has_residue(source, text),
        Flag.LENGTH: is_absurd_length(source, text),
        Flag.SAMPLE: sample,
    }
    return tuple(flag for flag, holds in found.items() if holds)


def loops(text: str) -> int:
    """Return how many words of `text` stand in loops: a word four times in a row, or a phrase three times."""
    words = [word.key for word in split_words(text)]
    looping = 0
    for size in range(1, _LONGEST_LOOP + 1):
        needed = size * ((_WORD_RUN if size == 1 else _PHRASE_RUN) - 1)
        same = 0
        for at in range(size, len(words)):
            same = same + 1 if words[at] == words[at - size] else 0
            looping = max(looping, same if same >= needed else 0)
    return looping or _letter_loop(text)


def _letter_loop(text: str) -> int:
    """Return the length of a run of one to six letters that comes at least eight times, 0 where there is none."""
    longest = 0
    for size in range(1, 7):
        same = 0
        for at in range(size, len(text)):
            same = same + 1 if text[at] == text[at - size] and text[at].isalpha() else 0
            longest = max(longest, same if same >= 7 * size else 0)
    return longest


def has_residue(source: str, text: str) -> bool:
    """Tell whether `text` keeps a stretch of `source`, or words of it in a script that is not its own."""
    words = split_words(text)
    lettered = [word.key for word in words if word.key.isalpha()]
    if _stretches(text) & _stretches(source):
        return True
    common = [word.span.of(text) for word in words if word.span.of(text).islower()]
    if len(lettered) > 1 and common and fold(source.strip()) == fold(text.strip()):
        return True
    source_script, script = main_script(source), main_script(text)
    return script != source_script and any(main_script(word) == source_script for word in lettered)


def _stretches(text: str) -> set[tuple[str, ...]]:
    """Return each row of words in `text` that is no name: at least two of them are in small letters."""
    words = [word.span.of(text) for word in split_words(text)]
    rows = (tuple(words[at : at + _STRETCH]) for at in range(len(words) - _STRETCH + 1))
    return {row for row in rows if sum(word.islower() and len(word) > 2 for word in row) > 1}


def main_script(text: str) -> str:
    """Return the script that most letters of `text` belong to (Chinese, Japanese and Korean count as one)."""
    counts: Counter[str] = Counter()
    for letter, count in Counter(filter(str.isalpha, text)).items():
        name = unicodedata.name(letter, "").split(" ")[0]
        counts[_MIXED.get(name, name if name in _SCRIPTS else "OTHER")] += count
    return counts.most_common(1)[0][0] if counts else ""


def is_absurd_length(source: str, text: str) -> bool:
    """Tell whether `text` is far longer or shorter than any translation of `source` would be."""
    length, source_length = _weight(text), _weight(source)
    if not length or not source_length:
        return source_length > 0 or length > _SHORT
    return max(length, source_length) > _SHORT and max(length / source_length, source_length / length) > _RATIO


def _weight(text: str) -> float:
    """Return the length of `text` in letters; one of Chinese, Japanese or Korean says as much as three."""
    letters = sum(map(str.isalnum, text))
    return letters + 2 * len(_WIDE.findall(text))
