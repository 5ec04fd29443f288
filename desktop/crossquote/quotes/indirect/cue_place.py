"""A cue in its sentence, and what it was found to report."""

from msgspec import Struct

from crossquote.model.span import Span
from crossquote.quotes.cues import CueMatch
from crossquote.quotes.grammar import Grammar
from crossquote.quotes.indirect.clauses import COLONS, QUOTE_MARKS, STOPS, Sentence
from crossquote.quotes.word_classes import is_among
from crossquote.text.endings import COMMAS, DASHES

BRACKETS = frozenset("([")
BREAKS = COMMAS | STOPS | COLONS | DASHES | QUOTE_MARKS | frozenset("()[]")

LONG_LEAD = 30
"""How many tokens may stand between a cue and the comma before its clause."""


class ReportedSpeech(Struct, frozen=True):
    """Reported speech found: its content, its cue and, where the shape of its sentence names them, its speaker.

    `impersonal` is True where its clause has no subject that speaks: "was told that"; `joined` where it has that of the
    report before it, unless it names its own: after "and", as a participle, in a sentence that goes on.
    """

    content: tuple[Span, ...]
    cue: CueMatch | None
    speaker: Span | None = None
    impersonal: bool = False
    joined: bool = False


class CuePlace(Struct, frozen=True):
    """A cue in its sentence: tokens `[first, last)` hold it, `number` is its place among the sentence's cues."""

    sentence: Sentence
    grammar: Grammar
    number: int

    @property
    def first(self) -> int:
        """The index of the cue's first token."""
        return self.sentence.cues[self.number][0]

    @property
    def last(self) -> int:
        """The index after the cue's last token."""
        return self.sentence.cues[self.number][1]

    @property
    def cue(self) -> CueMatch:
        """The cue itself."""
        return self.sentence.cues[self.number][2]

    def key(self, index: int) -> str:
        """Return the key of the token at `index`, empty outside the sentence."""
        return self.sentence.tokens[index].key if 0 <= index < len(self.sentence.tokens) else ""

    def among(self, index: int, words: frozenset[str]) -> bool:
        """Tell whether the token at `index` is one of `words`, or begins with one that is elided ("qu'il")."""
        return is_among(self.key(index), words)

    def word(self, index: int) -> bool:
        """Tell whether there is a word at `index`."""
        return 0 <= index < len(self.sentence.tokens) and self.sentence.tokens[index].word

    def first_of(self, marks: frozenset[str], start: int) -> int:
        """Return the index of the first of `marks` from `start` on, the end of the sentence where none is left."""
        return next((index for index in range(start, self.size) if self.key(index) in marks), self.size)

    def span(self, start: int, end: int) -> Span | None:
        """Return the span of tokens `[start, end)` without marks at its ends, None where no word is left."""
        tokens = self.sentence.tokens
        while start < end and not tokens[start].word:
            start += 1
        while end > start and not tokens[end - 1].word and not self._closes(start, end - 1):
            end -= 1
        return Span(tokens[start].span.start, tokens[end - 1].span.end) if start < end else None

    def with_mark(self, start: int, end: int) -> Span | None:
        """Return the span of tokens `[start, end)` with the mark before it that is closed inside: "«Кеме» гезити"."""
        found = self.span(start, end)
        inside = sum(key in QUOTE_MARKS for key in self.sentence.keys()[start + 1 : end])
        if found is None or self.key(start) not in QUOTE_MARKS or inside % 2 == 0:
            return found
        return Span(self.sentence.tokens[start].span.start, found.end)

    def _closes(self, start: int, index: int) -> bool:
        """Tell whether the mark at `index` closes what was opened within the tokens from `start` on."""
        keys = self.sentence.keys()[start:index]
        if self.key(index) == ")":
            return keys.count("(") > keys.count(")")
        marks = sum(key in QUOTE_MARKS for key in keys)
        return self.key(index) in QUOTE_MARKS and marks % 2 == 1

    @property
    def size(self) -> int:
        """The number of tokens of the sentence."""
        return len(self.sentence.tokens)
