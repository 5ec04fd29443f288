"""What is compared: two sides, with what is known of each, and the changes between them."""

from dataclasses import dataclass

from crossquote.model.comparison import Change
from crossquote.model.quote import QuoteKind, Stance
from crossquote.text.lexicon import Lexicon
from crossquote.text.words import Word


@dataclass(frozen=True, slots=True)
class Source:
    """What a side was translated from: its own text and language."""

    text: str
    language: str | None


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a comparison: the text as shown, and what is known of the rendition.

    `source` is what the text was translated from, None where it was not. `speaker` is a full name,
    `date` the article's (ISO 8601), against which "yesterday" is reckoned.
    """

    text: str
    language: str | None
    source: Source | None = None
    speaker: str | None = None
    kind: QuoteKind | None = None
    stance: Stance | None = None
    date: str | None = None


@dataclass(frozen=True, slots=True)
class Pair:
    """Two sides in one language, split into words, with the changes between them: what a check looks at."""

    base: Side
    text: Side
    base_words: tuple[Word, ...]
    text_words: tuple[Word, ...]
    changes: tuple[Change, ...]
    lexicon: Lexicon
