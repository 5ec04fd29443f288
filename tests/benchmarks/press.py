"""The press: articles of any number by a seeded chance, of which it is known who renders which utterance.

Events have Zipf's law: a few are told by hundreds of articles, most by one. So have outlets, and words. What is said at
an event is printed word for word (as wires are), in part, in other words, or by outlets of another language translated
word by word: by the program's own word list, so that of what it can know nothing is lacking but one word in five.
"""

import random
from bisect import bisect
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from functools import lru_cache
from itertools import accumulate
from pathlib import Path

from msgspec import Struct

from crossquote.language.language import language_of
from crossquote.text.meanings import load_meanings

STOP = ("the", "of", "to", "and", "a", "in", "is", "that", "for", "it", "on", "with", "as", "are", "this", "be", "we")
STOP_ABROAD = (
    "el",
    "de",
    "que",
    "y",
    "los",
    "las",
    "del",
    "una",
    "por",
    "con",
    "para",
    "pero",
    "son",
    "este",
    "muy",
    "ser",
)
SYLLABLES = [first + second for first in "bcdfglmnprstvz" for second in "aeiou"]
WORDS, QUOTED, OUTLETS, PEOPLE, SAID = 600, 8, 400, 3000, 12
LARGEST = 200
_ABROAD = "es"
_LACKING = 0.2


class Rendered(Struct, frozen=True):
    """One rendition: the number of its utterance, how it was made, and its words as they are printed."""

    utterance: int
    how: str
    text: str


class PressArticle(Struct, frozen=True):
    """An article: the name of its file, its text, and what it quotes."""

    name: str
    text: str
    quoted: tuple[Rendered, ...]


class _Words(Struct, frozen=True):
    """Words with a rank each, and what each is abroad; one is drawn by Zipf's law."""

    words: Sequence[str]
    abroad: dict[str, str]
    weights: Sequence[float]

    def draw(self, chance: random.Random) -> str:
        if chance.random() < 0.45:
            return chance.choice(STOP)
        return self.words[bisect(self.weights, chance.random() * self.weights[-1])]


@lru_cache(maxsize=1)
def load_words() -> _Words:
    """Return the English words that the word list knows abroad, and invented ones, which are names of a kind."""
    chance = random.Random(7)
    lines = load_meanings(language_of(_ABROAD)).lines.decode().splitlines()
    abroad: dict[str, str] = {}
    for line in lines:
        theirs, _, ours = line.partition("\t")
        if ours.isalpha() and theirs.isalpha() and len(ours) > 3 and ours not in abroad:
            abroad[ours] = theirs
    known = sorted(abroad)
    chance.shuffle(known)
    invented = ["".join(chance.choices(SYLLABLES, k=3)).capitalize() for _ in range(4000)]
    words = [*known[:8000], *invented]
    weights = list(accumulate(1 / (rank + 8) for rank in range(len(words))))
    return _Words(words, abroad, weights)


def make_press(articles: int, seed: int = 5) -> Iterator[PressArticle]:
    """Yield so many articles; each of an event quotes some of what was said there."""
    chance = random.Random(seed)
    made = utterance = 0
    while made < articles:
        size = min(LARGEST, int(1 / (1 - chance.random()) ** 0.8), articles - made)
        event = _Event.by_chance(chance, utterance)
        utterance += SAID
        for _ in range(size):
            yield event.article(chance, made)
            made += 1


class _Event(Struct, frozen=True):
    first: int
    said: tuple[tuple[str, ...], ...]
    speakers: tuple[str, ...]
    day: date

    @classmethod
    def by_chance(cls, chance: random.Random, first: int) -> "_Event":
        words = load_words()
        said = tuple(tuple(words.draw(chance) for _ in range(chance.randint(8, 32))) for _ in range(SAID))
        speakers = tuple(_name(random.Random(int(PEOPLE * chance.random() ** 2))) for _ in range(SAID))
        return _Event(first, said, speakers, date(2020, 1, 1) + timedelta(days=chance.randrange(2000)))

    def article(self, chance: random.Random, number: int) -> PressArticle:
        """Return an article that quotes some of what was said."""
        words, outlet = load_words(), int(OUTLETS * chance.random() ** 3)
        abroad = outlet % 6 == 5
        quoted, parts = [], []
        for place in sorted(chance.sample(range(SAID), QUOTED)):
            how, printed = _rendered(chance, self.said[place], abroad=abroad)
            quoted.append(Rendered(self.first + place, how, printed))
            said = f"dijo {self.speakers[place]}" if abroad else f"{self.speakers[place]} said"
            parts.append(f"“{printed},” {said}.")
        length = sum(len(part.split()) for part in parts)
        while length < WORDS:
            told = [_sentence(chance, words, abroad=abroad) for _ in range(4)]
            parts.append(" ".join(told))
            length += 4 * 15
        chance.shuffle(parts)
        day = self.day + timedelta(days=min(9, int(chance.expovariate(1))))
        title = _sentence(chance, words, abroad=abroad).rstrip(".")
        text = f"{title}\n\n{day.isoformat()}\n\n" + "\n\n".join(parts) + "\n"
        return PressArticle(f"outlet-{_letters(outlet)}-{number:06}.txt", text, tuple(quoted))


def _rendered(chance: random.Random, said: Sequence[str], *, abroad: bool) -> tuple[str, str]:
    """Return how an utterance is rendered, and its words."""
    words = load_words()
    if abroad:
        return "translated", _capital(_translated(chance, said))
    way = chance.random()
    if way < 0.45:
        return "verbatim", _capital(said)
    if way < 0.65 and len(said) > 10:
        length = chance.randint(6, len(said) - 3)
        start = chance.randrange(len(said) - length)
        return "fragment", _capital(said[start : start + length])
    return "reworded", _capital([word if chance.random() < 0.8 else words.draw(chance) for word in said])


def _translated(chance: random.Random, said: Sequence[str]) -> list[str]:
    words = load_words()
    return [
        STOP_ABROAD[len(word) % len(STOP_ABROAD)]
        if word in STOP
        else words.abroad.get(word, word)
        if chance.random() > _LACKING
        else words.abroad[chance.choice(words.words[:8000])]
        for word in said
    ]


def _sentence(chance: random.Random, words: _Words, *, abroad: bool) -> str:
    drawn = [words.draw(chance) for _ in range(15)]
    return f"{_capital(_translated(chance, drawn) if abroad else drawn)}."


def _capital(words: Sequence[str]) -> str:
    text = " ".join(words)
    return text[:1].upper() + text[1:]


def _name(chance: random.Random) -> str:
    return " ".join("".join(chance.choices(SYLLABLES, k=length)).capitalize() for length in (2, 3))


def _letters(number: int) -> str:
    return "".join(chr(97 + int(digit)) for digit in str(number))


def write_press(folder: Path, articles: int, seed: int = 5) -> dict[str, PressArticle]:
    """Write so many articles into folders of a thousand; return what each quotes by the name of its file."""
    written = {}
    for number, article in enumerate(make_press(articles, seed)):
        place = folder / f"{number // 1000:04}"
        if number % 1000 == 0:
            place.mkdir(parents=True)
        (place / article.name).write_text(article.text, encoding="utf-8")
        written[article.name] = article
    return written
