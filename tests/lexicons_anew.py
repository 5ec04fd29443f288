"""Lexicons that a test may spoil: read anew from a copy, and afterwards the languages are those that they were."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from crossquote import resources
from crossquote.articles import dates, labels
from crossquote.language import language, names, tags, together
from crossquote.language.language import Language, language_of
from crossquote.language.lexicon import known_languages, load_lexicon
from crossquote.language.quotation import quotation_marks

_CACHES = (
    known_languages, load_lexicon, quotation_marks, labels.words_of, labels._labels, dates._months, dates._beginnings,
    dates._named, tags._codes, together.readable_languages, language_of, names._section,
)  # fmt: skip
"""What is remembered of lexicons."""


@contextmanager
def copied_lexicons(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Yield the folder of copied lexicons, from which all are read until the end.

    Languages are compared by identity, and other tests hold theirs: each is put back.
    """
    shutil.copytree(resources.resource(), folder / "resources", ignore=shutil.ignore_patterns("fonts", "icons"))
    before = {code: language_of(code) for code in known_languages()}
    with monkeypatch.context() as patch:
        patch.setattr(resources, "_root", lambda: folder)
        _forget()
        yield folder / "resources" / "languages"
    _forget()
    with monkeypatch.context() as patch:
        patch.setattr(language, "Language", lambda code, lexicon: before.get(code) or Language(code, lexicon))
        for code, one in before.items():
            assert language_of(code) is one


def _forget() -> None:
    for cached in _CACHES:
        cached.cache_clear()
