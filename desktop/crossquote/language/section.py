"""A section of a lexicon and its keys: the words in which the schema is written."""

from dataclasses import dataclass
from enum import Enum


class ValueKind(Enum):
    """What stands under a key; a table is one of name → list of texts, or of text → number."""

    TEXT = "text"
    TEXTS = "texts"
    LISTS = "lists"
    NUMBERS = "numbers"


@dataclass(frozen=True, slots=True)
class Key:
    """A key of a section: its kind, its meaning in words, and the modules that read it.

    `choices` are all that may stand there, where not any text may: as the text, in the list, or as names of the table.
    """

    name: str
    kind: ValueKind
    meaning: str
    readers: tuple[str, ...] = ()
    choices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Section:
    """A section of a lexicon. `keys` are all that it may have, in the order in which they are told.

    `readers` read those keys that name none of their own. `free` is the kind of keys that a file names as it likes.
    """

    name: str
    meaning: str
    readers: tuple[str, ...]
    keys: tuple[Key, ...] = ()
    free: ValueKind | None = None

    def key(self, name: str) -> Key | None:
        """Return the key called `name`, None where the section has none of that name."""
        found = next((key for key in self.keys if key.name == name), None)
        return Key(name, self.free, self.meaning) if found is None and self.free is not None else found

    def readers_of(self, key: Key) -> tuple[str, ...]:
        """Return the modules that read a key."""
        return key.readers or self.readers


def text(name: str, meaning: str, *readers: str, choices: tuple[str, ...] = ()) -> Key:
    """Return a key that holds one text."""
    return Key(name, ValueKind.TEXT, meaning, readers, choices)


def texts(name: str, meaning: str, *readers: str, choices: tuple[str, ...] = ()) -> Key:
    """Return a key that holds a list of texts."""
    return Key(name, ValueKind.TEXTS, meaning, readers, choices)


def lists(name: str, meaning: str, *readers: str, choices: tuple[str, ...] = ()) -> Key:
    """Return a key that holds a table of lists."""
    return Key(name, ValueKind.LISTS, meaning, readers, choices)


def numbers(name: str, meaning: str, *readers: str) -> Key:
    """Return a key that holds a table of numbers."""
    return Key(name, ValueKind.NUMBERS, meaning, readers)
