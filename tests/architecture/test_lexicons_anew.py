"""Nothing that was first asked for while a test had other resources is kept for the tests after it."""

from functools import lru_cache
from pathlib import Path

import pytest

from crossquote.language.language import language_of
from crossquote.language.names import english_name
from crossquote.resources import seeds
from crossquote.text.scripts import only_languages
from crossquote.work.samples import sample_files
from lexicons_anew import copied_lexicons


@lru_cache(maxsize=1)
def stories() -> int:
    return len(list(seeds().glob("*/story.toml")))


def test_what_is_asked_for_meanwhile_is_asked_for_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for cached in (sample_files, only_languages, stories):
        cached.cache_clear()
    french = language_of("fr")
    with copied_lexicons(tmp_path, monkeypatch) as folder:
        (folder / "qt.toml").write_text('[language]\nname = "Toy"\nenglish = "Toyish"\n', encoding="utf-8")
        assert (sample_files(), stories()) == (frozenset(), 0)
        assert english_name("qt") == "Toyish"
        assert language_of("fr") is not french
        before = only_languages()
    assert sample_files()
    assert stories() > 0
    assert english_name("qt") != "Toyish"
    assert language_of("fr") is french
    assert only_languages() is not before
