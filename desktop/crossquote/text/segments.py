"""Words in scripts that put no blanks between them: Chinese, Japanese, Thai by BudouX, others letter by letter."""

from collections.abc import Callable, Iterator
from functools import lru_cache
from importlib import import_module
from pathlib import Path

import regex

from crossquote.language.language import UNKNOWN, Language
from crossquote.notation import read_json

DENSE = r"\p{Han}\p{Hiragana}\p{Katakana}ー々〆\p{Thai}\p{Lao}\p{Khmer}\p{Myanmar}"
_RUN = regex.compile(
    r"(?P<han>[\p{Han}\p{Hiragana}\p{Katakana}ー々〆\p{M}]{1,160})"
    r"|(?P<thai>[\p{Thai}\p{M}]{1,160})"
    r"|(?P<single>\X(?<=[\p{Lao}\p{Khmer}\p{Myanmar}\p{M}]))"
    r"|(?P<other>[^\p{Han}\p{Hiragana}\p{Katakana}ー々〆\p{Thai}\p{Lao}\p{Khmer}\p{Myanmar}]+\p{M}*)"
)
_KANA = regex.compile(r"[\p{Hiragana}\p{Katakana}]")
_THAI, _KANA_MODEL, _HAN_MODEL = "th", "ja_word", "zh-hans"
"""BudouX's models by what is written, where the language does not say which."""
_KEEPS = regex.compile(r"[\p{M}\u0E30\u0E33\u200C\u200D]")


@lru_cache(maxsize=4)
def _segmenter(model: str) -> Callable[[str], list[str]]:
    """Return the segmenter of a model of BudouX; they are small and read once."""
    budoux = import_module("budoux")  # here, since only some texts need it
    path = Path(str(budoux.__file__)).parent / "models" / f"{model}.json"
    parse: Callable[[str], list[str]] = budoux.Parser(read_json(path)).parse
    return parse


def _model_of(run: regex.Match[str], language: Language) -> str:
    if run.lastgroup == "thai":
        return _THAI
    return language.lexicon.text("words", "segmenter") or (_KANA_MODEL if _KANA.search(run[0]) else _HAN_MODEL)


def segment(text: str, start: int, end: int, language: Language = UNKNOWN) -> Iterator[tuple[int, int]]:
    """Yield where the words of `text[start:end]` stand, a run of letters in which some need no blanks between.

    No letter is parted from its marks.
    """
    for run in _RUN.finditer(text, start, end):
        if run.lastgroup in {"single", "other"}:
            yield run.span()
            continue
        begin = at = run.start()
        for word in _segmenter(_model_of(run, language))(run[0]):
            if at > begin and not _KEEPS.match(text, at):
                yield begin, at
                begin = at
            at += len(word)
        yield begin, at
