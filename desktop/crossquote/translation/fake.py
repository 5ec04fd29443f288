"""A translator without a model: the real one's deterministic twin, for tests and for trying out the interface."""

import hashlib
from collections.abc import Collection, Mapping, Sequence

from crossquote.errors import UserError
from crossquote.message import message
from crossquote.model.span import Span
from crossquote.model.translation import EngineStamp, Hypothesis, Route, ScoredWord, Translation
from crossquote.progress import Step, Work
from crossquote.text.words import split_words
from crossquote.translation.flags import find_flags
from crossquote.translation.routes import LanguagePair, package_code, plan_route


class FakeTranslator:
    """Turns every word around ("peace" → "ecaep"), or answers from `table` where the sentence stands there.

    Numbers stay. `samples` are the pairs whose packages count for the sample stories only.
    """

    def __init__(
        self,
        pairs: Collection[LanguagePair],
        table: Mapping[str, str] | None = None,
        samples: Collection[LanguagePair] = (),
    ) -> None:
        self.pairs = frozenset(pairs)
        self.samples = frozenset(samples)
        self.table = dict(table or {})
        self.problems: tuple[UserError, ...] = ()
        self.asked: list[str] = []
        """Every sentence that was translated, in order: what memory answered is not here."""

    def route(self, source: str, target: str, *, sample_story: bool = False) -> Route | None:
        """Return the way from one language to another through the pairs that there are."""
        pairs = plan_route(self.pairs | self.samples if sample_story else self.pairs, source, target)
        if pairs is None:
            return None
        stamps = tuple(EngineStamp(package_code(pair), "1.0", _sha256(package_code(pair))) for pair in pairs)
        return Route(pairs, stamps, sample=any(pair in self.samples - self.pairs for pair in pairs))

    def translate(self, sentences: Sequence[str], route: Route) -> Work[tuple[Translation, ...]]:
        """Translate `sentences` one after the other, a step for each."""
        made = []
        for done, sentence in enumerate(sentences):
            yield Step(done, len(sentences), message("step.translating", route=str(route)))
            self.asked.append(sentence)
            made.append(self._one(sentence, route))
        return tuple(made)

    def hypotheses(self, sentence: str, route: Route, count: int = 4) -> tuple[Hypothesis, ...]:
        """Return the translation, and the same with more and more of its words in capitals."""
        words = self._one(sentence, route).text.split(" ")
        return tuple(
            Hypothesis(" ".join([*map(str.upper, words[:shouted]), *words[shouted:]]), -0.1 * (shouted + 1))
            for shouted in range(min(count, len(words) + 1))
        )

    def weigh(self, sentences: Sequence[str], route: Route, count: int = 4) -> tuple[tuple[Hypothesis, ...], ...]:
        """Return the hypotheses of each sentence."""
        return tuple(self.hypotheses(sentence, route, count) for sentence in sentences)

    def score(self, sentence: str, text: str, route: Route) -> tuple[ScoredWord, ...]:
        """Return the words of `text`: those of the translation are likely, others are not."""
        written = {word.key for word in split_words(self._one(sentence, route).text)}
        return tuple(ScoredWord(word.span, -0.1 if word.key in written else -12.0) for word in split_words(text))

    def _one(self, sentence: str, route: Route) -> Translation:
        text, links = sentence, []
        for _ in route.pairs:
            text = _turn_words(text)
        if sentence in self.table:
            text = self.table[sentence]
        else:
            links = [(word.span, word.span) for word in split_words(sentence)]
        flags = find_flags(sentence, text, sample=route.sample)
        pivot = _turn_words(sentence) if len(route.pairs) > 1 else None
        return Translation(sentence, text, route.pairs, route.stamps, -0.1, tuple(links), flags, pivot=pivot)


def _turn_words(text: str) -> str:
    """Return `text` with the letters of every word turned around; each word stays where it was."""
    letters = list(text)
    for word in split_words(text):
        span: Span = word.span
        if not any(letter.isdigit() for letter in span.of(text)):
            letters[span.start : span.end] = reversed(span.of(text))
    return "".join(letters)


def _sha256(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()
