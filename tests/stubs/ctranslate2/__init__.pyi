from collections.abc import Sequence
from typing import Any

class ScoringResult:
    tokens: list[str]
    log_probs: list[float]

class Translator:
    def __init__(
        self,
        model_path: str,
        device: str = "cpu",
        *,
        compute_type: str = "default",
        inter_threads: int = 1,
        intra_threads: int = 0,
    ) -> None: ...
    # With `asynchronous` it answers promises of results, whose methods the caller knows.
    def translate_batch(
        self, source: Sequence[Sequence[str]], target_prefix: Sequence[Sequence[str]] | None = None, **options: Any
    ) -> list[Any]: ...
    def score_batch(self, source: Sequence[Sequence[str]], target: Sequence[Sequence[str]]) -> list[ScoringResult]: ...
