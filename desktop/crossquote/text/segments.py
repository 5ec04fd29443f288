"""Words in scripts that put no blanks between them: Chinese, Japanese, Thai by BudouX, others letter by letter."""

from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from importlib import import_module
from itertools import accumulate
from pathlib import Path
from types import ModuleType

import regex

from crossquote.language.language import UNKNOWN, Language
from crossquote.notation import read_json
from crossquote.text.known_words import load_known_words
from crossquote.text.scripts import Script, segmenters

DENSE = r"\p{Han}\p{Hiragana}\p{Katakana}ー々〆\p{Thai}\p{Lao}\p{Khmer}\p{Myanmar}"
_RUN = regex.compile(
    r"(?P<han>[\p{Han}\p{Hiragana}\p{Katakana}ー々〆\p{M}]{1,160})"
    r"|(?P<thai>[\p{Thai}\p{M}]{1,160})"
    r"|(?P<single>\X(?<=[\p{Lao}\p{Khmer}\p{Myanmar}\p{M}]))"
    r"|(?P<other>[^\p{Han}\p{Hiragana}\p{Katakana}ー々〆\p{Thai}\p{Lao}\p{Khmer}\p{Myanmar}]+\p{M}*)"
)
_KANA = regex.compile(r"[\p{Hiragana}\p{Katakana}]")
_KEEPS = regex.compile(r"[\p{M}\u0E30\u0E33\u200C\u200D]")


@lru_cache(maxsize=4)
def _segmenter(model: str) -> Callable[[str], list[str]]:
    """Return the segmenter of a model of BudouX; they are small and read once."""
    path = _models() / f"{model}.json"
    parse: Callable[[str], list[str]] = _budoux().Parser(read_json(path)).parse
    return parse


def _budoux() -> ModuleType:
    return import_module("budoux")  # here, since only some texts need it


def _models() -> Path:
    return Path(str(_budoux().__file__)).parent / "models"


@lru_cache(maxsize=1)
def _known_models() -> frozenset[str]:
    return frozenset(path.stem for path in _models().glob("*.json"))


@lru_cache(maxsize=64)
def _chosen_model(language: Language) -> str:
    """Return the model that the language names, nothing where it names none."""
    return language.lexicon.text("words", "segmenter", among=_known_models())


def _model_of(run: regex.Match[str], language: Language) -> str:
    if run.lastgroup == "thai":
        return segmenters()[Script.THAI]
    return _chosen_model(language) or segmenters()[Script.KANA if _KANA.search(run[0]) else Script.HAN]


def segment(text: str, start: int, end: int, language: Language = UNKNOWN) -> Iterator[tuple[int, int]]:
    """Yield where the words of `text[start:end]` stand, a run of letters in which some need no blanks between.

    No letter is parted from its marks.
    """
    for run in _RUN.finditer(text, start, end):
        if run.lastgroup in {"single", "other"}:
            yield run.span()
            continue
        begin = run.start()
        for cut in _cuts(run, language):
            at = run.start() + cut
            if at == run.end() or not _KEEPS.match(text, at):
                yield begin, at
                begin = at


def _cuts(run: regex.Match[str], language: Language) -> Sequence[int]:
    """Return where the words of a run end, by the model and by what the lexicon knows."""
    ends = list(accumulate(map(len, _segmenter(_model_of(run, language))(run[0]))))
    known = load_known_words(language)
    return ends if known is None else known.cut(run[0], frozenset(ends))
