"""A language: its code, and what its lexicon knows of it. Handed down to whatever reads, finds or compares words."""

from dataclasses import dataclass, field
from functools import lru_cache

from crossquote.language.lexicon import Lexicon, load_lexicon, read_lexicon


@dataclass(frozen=True, slots=True, eq=False)
class Language:
    """A language as the algorithms know it; without a lexicon, they do without what it would tell.

    `code` is that of articles and packages, empty where nobody could tell the language. There is one value for each
    code (`language_of`), so languages are compared by identity, which makes them cheap keys of a cache.
    """

    code: str
    lexicon: Lexicon = field(repr=False)

    @property
    def told(self) -> bool:
        """Tell whether anybody knows which language it is."""
        return bool(self.code)


@lru_cache(maxsize=1024)
def language_of(code: str | None) -> Language:
    """Return the language `code`; one without a lexicon where the program knows nothing of it."""
    return Language(code, load_lexicon(code)) if code else UNKNOWN


def read_language(code: str, source: str) -> Language:
    """Return a language whose lexicon is written in `source` (TOML)."""
    return Language(code, read_lexicon(code, source))


UNKNOWN = Language("", load_lexicon(None))
"""The language of a text that nobody could tell."""
