from collections.abc import Sequence

__version__: str

class Score:
    score: float

def corpus_bleu(hypotheses: Sequence[str], references: Sequence[Sequence[str]]) -> Score: ...
def corpus_chrf(hypotheses: Sequence[str], references: Sequence[Sequence[str]]) -> Score: ...
