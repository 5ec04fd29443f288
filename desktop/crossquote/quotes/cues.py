"""Cues: the words that say that someone speaks or writes ("said", "according to", "заява"), with their stance.

A language's cues stand in the `[cues.…]` sections of its lexicon (see `resources/languages/README.md`). Only what
reports speech or writing is a cue; thoughts and facts ("believes", "it turned out") are none.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from enum import StrEnum
from functools import lru_cache
from itertools import pairwise
from types import MappingProxyType

import regex
from msgspec import Struct
from msgspec.structs import replace

from crossquote.errors import ErrorCode, UserError
from crossquote.language.language import Language
from crossquote.message import message
from crossquote.model.quote import Stance
from crossquote.model.span import Span
from crossquote.text.words import Word, fold, split_words

GAP = "…"
"""Stands in a lexicon between the parts of a cue that other words may come between: "teilte … mit"."""

_GAP_WORDS = 25
_SENTENCE_BREAK = regex.compile(r"[.!?;:…]\s|\n")


class Governs(StrEnum):
    """What a cue can have as its content."""

    CLAUSE = "clause"
    BARE = "bare"
    INFINITIVE = "infinitive"
    NOUN_COMPLEMENT = "noun complement"
    PARENTHETICAL = "parenthetical"
    PREPOSITION = "preposition"
    POSTPOSITION = "postposition"
    COLON = "colon"
    QUOTATIVE = "quotative"
    CONNECTIVE = "connective"
    SOURCE = "source"


_VERB = frozenset({Governs.CLAUSE, Governs.PARENTHETICAL, Governs.COLON})
_QUOTE_VERB = frozenset({Governs.PARENTHETICAL, Governs.COLON})
_QUOTE = "quote"
_SECTIONS: Mapping[str, frozenset[Governs]] = MappingProxyType(
    {
        "verbs": _VERB,
        "nouns": frozenset({Governs.NOUN_COMPLEMENT, Governs.COLON}),
        "prepositions": frozenset({Governs.PREPOSITION}),
        "postpositions": frozenset({Governs.POSTPOSITION}),
        "quotatives": frozenset({Governs.QUOTATIVE}),
        "connectives": frozenset({Governs.CONNECTIVE}),
    }
)


class CueMatch(Struct, frozen=True):
    """A cue in a text. `particle` is its second part where other words stand between ("teilte … mit")."""

    span: Span
    lemma: str
    stance: Stance
    governs: frozenset[Governs]
    particle: Span | None = None

    @property
    def verb(self) -> bool:
        """Whether it is a verb, not a noun or a preposition."""
        return Governs.PARENTHETICAL in self.governs

    def shifted(self, by: int) -> "CueMatch":
        """Return the same cue `by` code points further on."""
        particle = self.particle.shifted(by) if self.particle else None
        return replace(self, span=self.span.shifted(by), particle=particle)


class _CueForm(Struct, frozen=True):
    """One form of a cue: its words, those after a gap, and what it means."""

    words: tuple[str, ...]
    after_gap: str
    lemma: str
    stance: Stance
    governs: frozenset[Governs]


class Cues(Struct, frozen=True):
    """The cues of a language; none where its lexicon has none."""

    language: Language
    entries: Mapping[str, tuple[_CueForm, ...]]
    letters: regex.Pattern[str] | None = None
    closers: frozenset[str] = frozenset()

    def find(self, text: str, start: int = 0, end: int | None = None) -> tuple[CueMatch, ...]:
        """Return the cues that stand in `text[start:end]`, in order, the longest where two begin together."""
        stop = len(text) if end is None else end
        if self.letters is not None:
            return tuple(self._by_letters(text, start, stop))
        words = split_words(text[start:stop])
        return tuple(found.match.shifted(start) for found in self._by_words(text[start:stop], words))

    def among(self, text: str, words: Sequence[Word]) -> Iterator[CueMatch]:
        """Yield the cues among `words`, which are those of `text`: for callers that have split it already."""
        if self.letters is not None:
            return self._by_letters(text, 0, len(text))
        return (found.match for found in self._by_words(text, words))

    def _by_words(self, text: str, words: Sequence[Word]) -> Iterator["_FoundCue"]:
        index = 0
        while index < len(words):
            found = None
            for entry in self.entries.get(words[index].key, ()):
                found = _match(entry, text, words, index, self.closers)
                if found is not None:
                    yield found
                    break
            index += found.length if found else 1

    def _by_letters(self, text: str, start: int, end: int) -> Iterator[CueMatch]:
        if self.letters is None:
            return
        for match in self.letters.finditer(text, start, end, concurrent=True):
            for entry in self.entries.get(fold(match[0]), ())[:1]:
                yield CueMatch(Span(match.start(), match.end()), entry.lemma, entry.stance, entry.governs)


class _FoundCue(Struct, frozen=True):
    """A match and how many words it took."""

    match: CueMatch
    length: int


def _match(entry: _CueForm, text: str, words: Sequence[Word], index: int, closers: frozenset[str]) -> _FoundCue | None:
    """Return `entry` found with its first word at `index`, or None."""
    length = len(entry.words)
    if any(word.key != key for word, key in zip(words[index : index + length], entry.words, strict=False)):
        return None
    if len(words) - index < length or _apart(text, words[index : index + length]):
        return None
    span = Span(words[index].span.start, words[index + length - 1].span.end)
    particle = None
    if entry.after_gap:
        particle = _particle(entry.after_gap, text, words, index + length, closers)
        if particle is None:
            return None
    return _FoundCue(CueMatch(span, entry.lemma, entry.stance, entry.governs, particle), length)


def _apart(text: str, words: Sequence[Word]) -> bool:
    """Tell whether a mark stands between two of the words: "asking, “For what" is no "asking for"."""
    return any(text[one.span.end : two.span.start].strip() for one, two in pairwise(words))


def _particle(key: str, text: str, words: Sequence[Word], start: int, closers: frozenset[str]) -> Span | None:
    """Return where the second part of a cue closes its clause, within the same sentence."""
    for position in range(start, min(start + _GAP_WORDS, len(words))):
        if words[position].key == key and _closes(text, words, position, closers):
            gaps = pairwise(words[start - 1 : position + 1])
            broken = any(_SENTENCE_BREAK.search(text, one.span.end, two.span.start) for one, two in gaps)
            return None if broken else words[position].span
    return None


def _closes(text: str, words: Sequence[Word], position: int, closers: frozenset[str]) -> bool:
    """Tell whether the word at `position` ends its clause: a particle does, a preposition does not.

    Another clause follows then: after a mark, or after one of `closers` ("legger hun til at …").
    """
    if position + 1 == len(words):
        return True
    between = text[words[position].span.end : words[position + 1].span.start]
    return bool(between.strip()) or words[position + 1].key in closers


@lru_cache(maxsize=64)
def load_cues(language: Language) -> Cues:
    """Return the cues of `language`."""
    paradigms = language.lexicon.lists("cues", "paradigms")
    frames = {lemma: _frame(language, lemma) for lemma in _framed(language)}
    prefixes = ("", *language.lexicon.texts("cues", "prefixes"))
    meanings: dict[tuple[tuple[str, ...], str], _CueForm] = {}
    spelled: set[str] = set()
    for section, stance, written in _written(language):
        try:
            lemma, forms = expand(written, paradigms)
            meaning = Stance(stance)
        except (KeyError, ValueError) as error:
            raise _mistake(language, section, stance, written) from error
        frame = frames.get(lemma, frozenset()) if section == "verbs" else frozenset()
        governs = _QUOTE_VERB if _QUOTE in frame else _SECTIONS[section]
        meant = governs | {Governs(name) for name in frame - {_QUOTE}}
        for form in (prefix + form for form in forms for prefix in prefixes):
            entry = _entry(form, lemma, meaning, meant)
            key = (entry.words, entry.after_gap)
            meanings[key] = _merged(meanings.get(key), entry)
            spelled.add(form)  # a text is not folded: ำ is two letters then
    by_letters = language.lexicon.text("cues", "matching") == "letters"
    ordered = _by_phrase(meanings.values()) if by_letters else _by_first_word(meanings.values())
    after = ("coordinators", "additive", "conjunctions")
    opens = [*(("cues", key) for key in after), ("clauses", "infinitive_openers")]
    closers = frozenset(fold(word) for section, key in opens for word in language.lexicon.texts(section, key))
    return Cues(language, MappingProxyType(ordered), _letters(language, {*ordered, *spelled}), closers)


def _written(language: Language) -> Iterator[tuple[str, str, str]]:
    """Yield the section, stance and text of each entry."""
    for section in _SECTIONS:
        for stance, entries in language.lexicon.lists("cues", section).items():
            for written in entries:
                yield section, stance, written


def _mistake(language: Language, section: str, stance: str, written: str) -> UserError:
    return UserError(
        ErrorCode.LANGUAGE_DATA,
        message("error.cue-unknown", section=section, stance=stance, written=written),
        path=f"{language.code}.toml",
    )


def _letters(language: Language, keys: Iterable[str]) -> regex.Pattern[str] | None:
    """Return the pattern for a language that is written without blanks, None for one with."""
    if language.lexicon.text("cues", "matching") != "letters":
        return None
    words = {*keys, *language.lexicon.texts("cues", "exceptions")}
    return regex.compile("|".join(regex.escape(word) for word in sorted(words, key=len, reverse=True)))


def _by_first_word(entries: Iterable[_CueForm]) -> Mapping[str, tuple[_CueForm, ...]]:
    """Return the entries by their first word, the longest first."""
    found: dict[str, list[_CueForm]] = {}
    for entry in entries:
        found.setdefault(entry.words[0], []).append(entry)
    return {key: tuple(sorted(entries, key=_weight, reverse=True)) for key, entries in found.items()}


def _by_phrase(entries: Iterable[_CueForm]) -> Mapping[str, tuple[_CueForm, ...]]:
    """Return the entries by all their words, as they are looked for by letters."""
    return {" ".join(entry.words): (entry,) for entry in entries}


def _merged(first: _CueForm | None, second: _CueForm) -> _CueForm:
    """Return one entry for a form that is both verb and noun ("claims"); the verb's lemma and stance win."""
    return second if first is None else replace(first, governs=first.governs | second.governs)


def _weight(entry: _CueForm) -> tuple[int, int]:
    return (len(entry.words), bool(entry.after_gap))


def _entry(form: str, lemma: str, stance: Stance, governs: frozenset[Governs]) -> _CueForm:
    head, _, tail = form.partition(GAP)
    return _CueForm(tuple(fold(head).split()), fold(tail.strip()), lemma, stance, governs)


def _framed(language: Language) -> set[str]:
    return {lemma for lemmas in language.lexicon.lists("cues", "frames").values() for lemma in lemmas}


def _frame(language: Language, lemma: str) -> frozenset[str]:
    return frozenset(name for name, lemmas in language.lexicon.lists("cues", "frames").items() if lemma in lemmas)


def expand(written: str, paradigms: Mapping[str, Sequence[str]]) -> tuple[str, tuple[str, ...]]:
    """Return the lemma and all forms of an entry of a lexicon.

    Forms stand between commas; "warn|+" is every ending of the paradigm "+" after "warn", and "~" in an ending
    stands for the stem ("ge~t"). The lemma is the first form.
    """
    forms: list[str] = []
    for part in written.split(","):
        words = part.split()
        at = next((number for number, word in enumerate(words) if "|" in word), 0)
        stem, bar, name = words[at].partition("|")
        inflected = [_inflect(stem, ending) for ending in paradigms[name]] if bar else [stem]
        forms.extend(" ".join((*words[:at], form, *words[at + 1 :])) for form in inflected)
    return forms[0], tuple(dict.fromkeys(forms))


def _inflect(stem: str, ending: str) -> str:
    return ending.replace("~", stem) if "~" in ending else stem + ending
