"""A section of a lexicon and its keys: the words in which the schema is written."""

from collections.abc import Iterator, Mapping
from enum import Enum
from typing import TypeGuard
from unicodedata import category, normalize

from msgspec import Struct

from crossquote.language.inheritance import MORE

_LARGEST = 1e15
"""Up to here every whole number is a number of its own."""
_JOINERS = frozenset("\u200c\u200d")
"""What nobody sees, and yet words are spelt with: whether letters are joined ("می‌گوید")."""


class ValueKind(Enum):
    """What stands under a key; a pair is two characters, letters are each one and what is written for it.

    A table is one of name → list of texts, or of text → number.
    """

    TEXT = "text"
    TEXTS = "texts"
    PAIRS = "pairs"
    LETTERS = "letters"
    LISTS = "lists"
    NUMBERS = "numbers"


def fits(value: object, kind: ValueKind) -> bool:
    """Tell whether a value is what a key of that kind holds."""
    if kind is ValueKind.TEXT:
        return isinstance(value, str)
    if kind is ValueKind.TEXTS:
        return _all_texts(value)
    if kind is ValueKind.PAIRS:
        return _all_texts(value) and all(len(pair) == len("“”") for pair in value)
    if kind is ValueKind.LETTERS:
        return _all_texts(value) and all(len(entry) > 1 for entry in value)
    if not isinstance(value, dict):
        return False
    return all(map(_all_texts if kind is ValueKind.LISTS else _is_number, value.values()))


def fitting_part(value: object, kind: ValueKind) -> object:
    """Return what of a value is of that kind; None where nothing is."""
    if fits(value, kind):
        return value
    if kind in (ValueKind.TEXTS, ValueKind.PAIRS, ValueKind.LETTERS) and isinstance(value, list):
        return [item for item in value if fits([item], kind)]
    if kind in (ValueKind.LISTS, ValueKind.NUMBERS) and isinstance(value, dict):
        return {name: item for name, item in value.items() if fits({name: item}, kind)}
    return None


def _all_texts(value: object) -> TypeGuard[list[str]]:
    return isinstance(value, list) and all(isinstance(item, str) for item in value)


def _is_number(value: object) -> bool:
    """Tell whether a value is a number that can be counted with: neither endless nor none."""
    return isinstance(value, (int, float)) and not isinstance(value, bool) and abs(value) <= _LARGEST


def _is_unseen(sign: str) -> bool:
    return category(sign) in ("Cc", "Cf") and sign not in _JOINERS


class Key(Struct, frozen=True):
    """A key of a section: its kind, its meaning in words, and the modules that read it.

    `choices` are all that may stand there, where not any text may: as the text, in the list, or as names of the table.
    No lexicon does without one that is `needed`; an entry may be empty only where `blank` says so. Where it is `cased`,
    an entry is read as it is written, or with a capital before it; elsewhere capitals make no difference. Where it is
    `spaced`, a blank at an end of an entry has to be there in the text.
    """

    name: str
    kind: ValueKind
    meaning: str
    readers: tuple[str, ...] = ()
    choices: tuple[str, ...] = ()
    needed: bool = False
    blank: bool = False
    cased: bool = False
    spaced: bool = False

    def heard(self, entry: str) -> str:
        """Return what is equal for entries that are read as one."""
        entry = normalize("NFC", entry if self.spaced else " ".join(entry.split()))
        return entry[:1].lower() + entry[1:] if self.cased else entry.lower()

    def is_untidy(self, entry: str) -> bool:
        """Tell whether an entry has a blank too many, a letter in parts, or a sign that nobody sees."""
        inside = entry.strip(" ") if self.spaced else entry
        return inside != normalize("NFC", " ".join(inside.split())) or any(map(_is_unseen, entry))

    def foreign(self, value: object) -> Iterator[str]:
        """Yield what stands in a value that can be but certain things, and is none of them."""
        if self.choices:
            entries = [value] if isinstance(value, str) else value if isinstance(value, (list, dict)) else []
            yield from (str(entry) for entry in entries if entry not in (*self.choices, MORE))

    def known_part(self, value: object) -> object:
        """Return a value without what it can't be; None where that is all of it."""
        foreign = set(self.foreign(value))
        if not foreign:
            return value
        if isinstance(value, Mapping):
            return {name: item for name, item in value.items() if name not in foreign}
        return [item for item in value if item not in foreign] if isinstance(value, list) else None


class Section(Struct, frozen=True):
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


def text(name: str, meaning: str, *readers: str, choices: tuple[str, ...] = (), needed: bool = False) -> Key:
    """Return a key that holds one text."""
    return Key(name, ValueKind.TEXT, meaning, readers, choices, needed)


def texts(
    name: str, meaning: str, *readers: str, choices: tuple[str, ...] = (), cased: bool = False, spaced: bool = False
) -> Key:
    """Return a key that holds a list of texts."""
    return Key(name, ValueKind.TEXTS, meaning, readers, choices, cased=cased, spaced=spaced)


def pairs(name: str, meaning: str, *readers: str) -> Key:
    """Return a key that holds a list of pairs of characters."""
    return Key(name, ValueKind.PAIRS, meaning, readers)


def letters(name: str, meaning: str, *readers: str) -> Key:
    """Return a key that holds a list of letters, each with what is written for it."""
    return Key(name, ValueKind.LETTERS, meaning, readers)


def lists(name: str, meaning: str, *readers: str, choices: tuple[str, ...] = (), blank: bool = False) -> Key:
    """Return a key that holds a table of lists; what may be blank may begin with a blank, too."""
    return Key(name, ValueKind.LISTS, meaning, readers, choices, blank=blank, spaced=blank)


def numbers(name: str, meaning: str, *readers: str) -> Key:
    """Return a key that holds a table of numbers."""
    return Key(name, ValueKind.NUMBERS, meaning, readers)
