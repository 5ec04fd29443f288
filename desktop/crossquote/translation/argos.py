"""The one place where Argos Translate is met: its `Package` reads a package's folder and gives its tokenizer.

`argostranslate.translate` is not imported: it brings torch, opens connections for its sentence splitter, and logs
what it translates. Importing `argostranslate.package` makes folders where the environment says; here that is a
folder that is gone afterwards.
"""

import importlib.util
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Lock
from typing import Protocol

from crossquote.causes import cause_of
from crossquote.errors import ErrorCode, UserError
from crossquote.message import message
from crossquote.translation.metadata import broken

_LOCK = Lock()


class Tokenizer(Protocol):
    """Cuts a sentence into the tokens of a model, and joins tokens to a text."""

    def encode(self, sentence: str) -> list[str]:
        """Return the tokens of `sentence`."""

    def decode(self, tokens: list[str]) -> str:
        """Return the text of `tokens`."""


def has_argos() -> bool:
    """Tell whether Argos Translate is installed; nothing of it is imported."""
    return importlib.util.find_spec("argostranslate") is not None


def without_argos() -> UserError:
    """Return the error that says how to add Argos Translate."""
    return UserError(ErrorCode.PACKAGE, message("error.no-argos"))


def read_tokenizer(folder: Path) -> Tokenizer:
    """Return the tokenizer of the package in `folder`, loaded; a `UserError` where it can't be."""
    if not has_argos():
        raise without_argos()
    with _LOCK, _elsewhere():
        from argostranslate.package import Package  # noqa: PLC0415 - only when asked for
    try:
        tokenizer: Tokenizer = Package(folder).tokenizer
        _read_pieces(tokenizer)
        tokenizer.encode("a")
    except SystemExit as error:
        raise broken(folder, message("package.bpe-unreadable")) from error
    except (OSError, RuntimeError, ValueError, AttributeError, LookupError, NotImplementedError) as error:
        raise broken(folder, message("package.tokenizer-unloadable", reason=cause_of(error))) from error
    return tokenizer


def _read_pieces(tokenizer: Tokenizer) -> None:
    """Give a SentencePiece tokenizer its model as bytes: on Windows it opens no path with a letter beyond ASCII."""
    from argostranslate.tokenizer import (  # type: ignore[import-untyped]  # noqa: PLC0415 - only when asked for
        SentencePieceTokenizer,
    )
    from sentencepiece import SentencePieceProcessor  # noqa: PLC0415 - as above

    if isinstance(tokenizer, SentencePieceTokenizer):
        tokenizer.processor = SentencePieceProcessor(model_proto=Path(tokenizer.model_file).read_bytes())


@contextmanager
def _elsewhere() -> Iterator[None]:
    """Let Argos make its folders in a place that is gone afterwards, and leave the environment as it was.

    Only what was changed is set back: other threads read the environment meanwhile.
    """
    names = ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "ARGOS_PACKAGES_DIR", "ARGOS_TRANSLATE_PACKAGE_DIR")
    before = dict(os.environ)
    with tempfile.TemporaryDirectory(prefix="crossquote-") as folder:
        os.environ.update({name: str(Path(folder, name.lower())) for name in names}, ARGOS_DEBUG="0")
        try:
            yield
        finally:
            for name, value in dict(os.environ).items():
                if name not in before:
                    del os.environ[name]
                elif value != before[name]:
                    os.environ[name] = before[name]
