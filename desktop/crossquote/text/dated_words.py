"""The words of a text as dates and times are looked for among them, with what a language calls days and hours."""

from collections.abc import Mapping, Sequence

from msgspec import Struct

from crossquote.model.span import Span
from crossquote.text.numbers import Number
from crossquote.text.words import Word


class Calendar(Struct, frozen=True):
    """How a language names days and hours: CLDR, and `[dates]` of its lexicon.

    `months` and `weekdays` (Monday is 1) give names with their number, `month_starts` the first words of the former,
    `weeks` weekdays that are units besides (пет недеља), `offsets` words for days from today; `between` are words
    that stand inside a date ("of", "de"), `articles` those of them that go before a day; `short_months` are names that
    mean a month only beside a number ("may") or, with a capital, after one of `before_months` ("in May"); `hours`
    follow an hour, and `parts` of the day ("p.m.", "in the evening") stand behind it; `clock` names hours ("noon").
    `oclock` are phrases behind an hour that never tell how long something took ("बजे", "eta erdietan");
    `before_hour` and `after_hour` give what stands beside an hour the minutes that it adds ("half past", "et demie"),
    `at_hour` shows that an hour is one, `clock_words` that digits are; `opening` are the first words of all that
    begins with neither a number nor a month. `signs` follow year, month and day where no blank parts them; `dotted`
    dates have no year ("24.12.").
    `no_dates` are pairs of words of which the first names no month ("10 mai mult").
    """

    months: Mapping[str, float]
    month_starts: frozenset[str]
    weekdays: Mapping[str, float]
    weeks: frozenset[str]
    offsets: Mapping[str, float]
    clock: Mapping[str, float]
    between: frozenset[str]
    articles: frozenset[str]
    short_months: frozenset[str]
    before_months: frozenset[str]
    parts: Mapping[tuple[str, ...], str]
    hours: frozenset[str]
    oclock: frozenset[tuple[str, ...]]
    hour_signs: frozenset[str]
    minute_signs: frozenset[str]
    half_signs: frozenset[str]
    at_hour: frozenset[str]
    clock_words: frozenset[str]
    before_hour: Mapping[tuple[str, ...], float]
    after_hour: Mapping[tuple[str, ...], float]
    opening: frozenset[str]
    no_dates: frozenset[str]
    signs: Mapping[str, str]
    month_first: bool
    dotted: bool


class NumberedWords(Struct, frozen=True):
    """The words of a text, with the numbers by the word that they start and end at."""

    text: str
    words: Sequence[Word]
    starts: Mapping[int, Number]
    ends: Mapping[int, Number]
    calendar: Calendar

    def key(self, at: int) -> str:
        """Return the word at `at`, "" where there is none."""
        return self.words[at].key if 0 <= at < len(self.words) else ""

    def month(self, at: int) -> tuple[int, int] | None:
        """Return the month named at word `at` and where its name ends, with a second name of it: "شباط/فبراير"."""
        found = self._one_month(at)
        if found is None:
            return None
        number, end = found
        second = self._one_month(end) if end < len(self.words) and self._between(end).strip() == "/" else None
        return (number, second[1]) if second is not None and second[0] == number else found

    def _one_month(self, at: int) -> tuple[int, int] | None:
        names = ((2, f"{self.key(at)} {self.key(at + 1)}"), (1, self.key(at)))
        if names[0][1] in self.calendar.no_dates:
            return None
        months = self.calendar.months
        return next(((int(months[name]), at + length) for length, name in names if name in months), None)

    def _between(self, at: int) -> str:
        return self.text[self.words[at - 1].span.end : self.words[at].span.start]

    def keys(self, at: int, count: int) -> tuple[str, ...]:
        """Return `count` words from `at` on, fewer where the text ends."""
        return tuple(word.key for word in self.words[at : at + count])

    def span(self, first: int, last: int) -> Span:
        """Return where the words from `first` up to `last` stand."""
        return Span(self.words[first].span.start, self.words[last - 1].span.end)
