"""A loaded package: its tokenizer and its model, ready to translate batches exactly as Argos Translate would."""

import os
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from msgspec import Struct

from crossquote.causes import cause_of
from crossquote.message import message
from crossquote.model.translation import Hypothesis
from crossquote.translation.argos import Tokenizer, read_tokenizer
from crossquote.translation.metadata import broken, read_metadata

BEAM = 4
_OPTIONS: dict[str, Any] = {
    "beam_size": BEAM,
    "length_penalty": 0.2,
    "replace_unknowns": True,
    "return_scores": True,
    "return_attention": True,
}
"""What `argostranslate.translate` asks of the engine; scores and attention change nothing in the text."""
_MOST_WORKERS = 8
_WEIGHED_AT_ONCE = 8
"""Sentences that one worker weighs other translations of at a time: as fast as more, and no memory to speak of."""


class Answer(Struct, frozen=True):
    """What the engine gave for one sentence: tokens, score, and attention (a row of source weights a token)."""

    tokens: tuple[str, ...]
    score: float
    attention: Sequence[Sequence[float]]


class Pending:
    """A batch that the engine is at: its sentences' numbers, and whether it is done."""

    def __init__(self, numbers: Sequence[int], results: Sequence[Any]) -> None:
        self.numbers = numbers
        self._results = results

    def done(self) -> bool:
        """Tell whether every sentence of the batch is translated."""
        return all(result.done() for result in self._results)

    def answers(self) -> list[Answer]:
        """Return the answers, waiting for them if need be."""
        return [_answer(result.result()) for result in self._results]


def _answer(result: Any) -> Answer:
    return Answer(tuple(result.hypotheses[0]), float(result.scores[0]), result.attention[0])


class LoadedPackage:
    """A package's tokenizer and model in memory; `workers` translate batches side by side, one thread each."""

    def __init__(self, folder: Path, *, workers: int | None = None) -> None:
        self.workers = workers or min(cores(), _MOST_WORKERS)
        self._tokenizer: Tokenizer = read_tokenizer(folder)
        self._prefix = read_metadata(folder).target_prefix
        self._model = _load_model(folder, self.workers)

    def encode(self, sentence: str) -> list[str]:
        """Return the tokens of `sentence`."""
        return list(self._tokenizer.encode(sentence))

    def decode(self, tokens: Sequence[str]) -> str:
        """Return the text of the translated `tokens`, without the token that told the language to write."""
        text = self._tokenizer.decode(list(tokens))
        if self._prefix and text.startswith(self._prefix):
            text = text[len(self._prefix) :]
        return text.removeprefix(" ")

    def start(self, numbers: Sequence[int], batch: list[list[str]]) -> Pending:
        """Begin to translate `batch` and return at once."""
        results = self._model.translate_batch(
            batch, target_prefix=self._target(len(batch)), asynchronous=True, **_OPTIONS
        )
        return Pending(numbers, results)

    def hypotheses(self, sentence: str, count: int) -> tuple[Hypothesis, ...]:
        """Return the `count` likeliest translations of one sentence, best first."""
        return self.weigh([sentence], count)[0]

    def weigh(self, sentences: Sequence[str], count: int) -> tuple[tuple[Hypothesis, ...], ...]:
        """Return the `count` likeliest translations of each of a few sentences, best first."""
        options = {**_OPTIONS, "beam_size": max(BEAM, count), "return_attention": False}
        results = self._model.translate_batch(
            [self.encode(sentence) for sentence in sentences],
            target_prefix=self._target(len(sentences)),
            num_hypotheses=count,
            max_batch_size=_WEIGHED_AT_ONCE,
            **options,
        )
        return tuple(
            tuple(
                Hypothesis(self.decode(tokens), float(score))
                for tokens, score in zip(result.hypotheses, result.scores, strict=True)
            )
            for result in results
        )

    def score(self, sentence: str, text: str) -> tuple[tuple[str, float], ...]:
        """Return the tokens of `text` as the translation of `sentence`, each with its log probability."""
        told = [self._prefix] if self._prefix else []
        result = self._model.score_batch([self.encode(sentence)], [told + self.encode(text)])[0]
        return tuple(zip(result.tokens, map(float, result.log_probs), strict=True))[len(told) :]

    def _target(self, count: int) -> list[list[str]] | None:
        return [[self._prefix]] * count if self._prefix else None


def cores() -> int:
    """Return how many cores this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _load_model(folder: Path, workers: int) -> Any:
    import ctranslate2  # noqa: PLC0415 - only when something is translated

    try:
        return ctranslate2.Translator(
            str(folder / "model"), device="cpu", compute_type="auto", inter_threads=workers, intra_threads=1
        )
    except (RuntimeError, ValueError) as error:
        raise broken(folder, message("package.model-unloadable", reason=cause_of(error))) from error
