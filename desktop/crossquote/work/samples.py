"""Which articles belong to the sample stories that ship with the program."""

import hashlib
from functools import lru_cache
from pathlib import Path

from crossquote.model.article import Article
from crossquote.resources import seeds


@lru_cache(maxsize=1)
def sample_files() -> frozenset[str]:
    """Return the SHA-256 of every article file of the sample stories."""
    return frozenset(hashlib.sha256(path.read_bytes()).hexdigest() for path in _paths())


def is_sample(article: Article) -> bool:
    """Tell whether `article` is one of the sample stories', byte for byte."""
    return article.sha256 in sample_files()


@lru_cache(maxsize=1)
def _sample_texts() -> tuple[str, ...]:
    return tuple(_plain(path.read_text(encoding="utf-8", errors="replace")) for path in _paths())


def is_from_sample(text: str) -> bool:
    """Tell whether `text` is a passage of one of the sample stories' articles."""
    passage = _plain(text)
    return bool(passage) and any(passage in whole for whole in _sample_texts())


def _paths() -> list[Path]:
    return sorted(path for path in seeds().glob("*/*") if path.suffix != ".toml" and path.is_file())


def _plain(text: str) -> str:
    return " ".join(text.split())
