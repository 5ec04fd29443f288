"""Letters that a language, or its other script, writes in place of others: an entry is a letter and what stands for it.

"说說" makes traditional Chinese of simplified, "љlj" Latin Serbian of Cyrillic. Capitals follow ("Љ", "Lj").
"""

from collections.abc import Mapping

Letters = Mapping[int, str]
"""Letter → what is written for it, as `str.translate` takes it."""


def read_letters(entries: object) -> Letters:
    """Return the table of a lexicon's entries; what is none is left out, since the schema tells it."""
    pairs = [entry for entry in entries if isinstance(entry, str)] if isinstance(entries, list | tuple) else []
    found = {ord(pair[0].upper()): pair[1:].capitalize() for pair in pairs if len(pair[:1].upper()) == 1}
    return {**found, **{ord(pair[0]): pair[1:] for pair in pairs if len(pair) > 1}}


def spell(value: object, letters: Letters) -> object:
    """Return what a lexicon holds, in other letters; what comes to the same word stands there once."""
    if isinstance(value, str):
        return value.translate(letters) if letters else value
    if isinstance(value, list):
        return list(dict.fromkeys(spell(item, letters) for item in value)) if letters else value
    if isinstance(value, dict):
        return {spell(key, letters): spell(item, letters) for key, item in value.items()}
    return value


def spell_both(value: object, letters: Letters) -> object:
    """Return what a lexicon holds in both scripts: of a list each entry, of a table each that a word is the name of."""
    if not letters or isinstance(value, str):
        return value
    if isinstance(value, list):
        return list(dict.fromkeys((*value, *(spell(item, letters) for item in value))))
    if isinstance(value, dict):
        found: dict[object, object] = {}
        for key, item in value.items():
            other = spell(key, letters)
            found |= {key: spell_both(item, letters)} if other == key else {key: item, other: spell(item, letters)}
        return found
    return value
