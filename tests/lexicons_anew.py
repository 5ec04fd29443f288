"""Lexicons that a test may spoil: read anew from a copy; afterwards nothing is remembered of it."""

import functools
import shutil
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import pytest

from crossquote import resources
from crossquote.articles import dates, labels
from crossquote.language import language, names, tags, together
from crossquote.language.language import Language, language_of
from crossquote.language.lexicon import known_languages, load_lexicon
from crossquote.language.quotation import drawn_marks, quotation_marks

_OF_LEXICONS = (
    known_languages, load_lexicon, quotation_marks, drawn_marks, labels.words_of, labels._labels, dates._months,
    dates._beginnings, dates._named, tags._codes, together.readable_languages, language_of, names._section,
)  # fmt: skip
"""What is remembered of lexicons."""


@contextmanager
def copied_lexicons(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Yield the folder of copied lexicons, from which all are read until the end.

    No sample story lies beside them. Whatever the program, or what tests share, first asks for meanwhile is asked for
    again afterwards. Languages are compared by identity, and other tests hold theirs: each is put back.
    """
    shutil.copytree(resources.resource(), folder / "resources", ignore=shutil.ignore_patterns("fonts", "icons"))
    before = {code: language_of(code) for code in known_languages()}
    for cached in _OF_LEXICONS:
        cached.cache_clear()
    asked = _asked()
    try:
        with monkeypatch.context() as patch:
            patch.setattr(resources, "_root", lambda: folder)
            yield folder / "resources" / "languages"
    finally:
        for one, times in _asked().items():
            if times != asked.get(one, 0):
                one.cache_clear()
        with monkeypatch.context() as patch:
            patch.setattr(language, "Language", lambda code, lexicon: before.get(code) or Language(code, lexicon))
            for code, known in before.items():
                assert language_of(code) is known


_OURS = (Path(__file__).parent, Path(resources.__file__).parent)


def _asked() -> Mapping["functools._lru_cache_wrapper[..., object]", int]:
    """Return each function of ours that remembers its answers, with how often it did not know one yet."""
    ours = (module for module in list(sys.modules.values()) if _is_ours(getattr(module, "__file__", None)))
    functions = (one for module in ours for one in vars(module).values())
    return {one: one.cache_info().misses for one in functions if isinstance(one, functools._lru_cache_wrapper)}


def _is_ours(path: str | None) -> bool:
    return path is not None and any(Path(path).is_relative_to(folder) for folder in _OURS)
