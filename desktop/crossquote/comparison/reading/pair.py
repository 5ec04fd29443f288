"""What is compared: two sides, what was read in each, and the changes between them."""

from msgspec import Struct

from crossquote.comparison.align.links import Links
from crossquote.comparison.reading.matching import Matching
from crossquote.comparison.reading.one_text import Reading
from crossquote.comparison.reading.side import Side
from crossquote.language.language import Language
from crossquote.model.comparison import Change
from crossquote.model.quote import QuoteKind
from crossquote.text.words import Word


class Pair(Struct, frozen=True):
    """Two sides in one language, with the changes between them: what a check looks at.

    `base_reading` and `text_reading` hold the words of each side and what its language knows in them; `links` says
    which word stands for which, and how near the wording of two places is; `matching` which quantities are the same.
    `base_original` and `text_original` are read in what each side was translated from, in its own language; where it
    was not translated they are the side's own.
    """

    base: Side
    text: Side
    base_reading: Reading
    text_reading: Reading
    base_original: Reading
    text_original: Reading
    changes: tuple[Change, ...]
    links: Links
    matching: Matching

    @property
    def base_words(self) -> tuple[Word, ...]:
        """The words of the base."""
        return self.base_reading.words

    @property
    def text_words(self) -> tuple[Word, ...]:
        """The words of the rendition."""
        return self.text_reading.words

    @property
    def language(self) -> Language:
        """The language that both are shown in."""
        return self.text_reading.language

    @property
    def printed(self) -> bool:
        """Whether both sides print the words in quotation marks, and neither was translated."""
        return all(side.kind is QuoteKind.DIRECT and side.source is None for side in (self.base, self.text))
