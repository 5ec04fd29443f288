"""Checking a package folder from outside: files, sizes, plan of the model, vocabulary, before anything is loaded."""

import json
import re
from pathlib import Path

from crossquote.translation.metadata import Metadata, broken, read_metadata
from crossquote.translation.modelfile import ModelFile, ModelFileError, read_model_file
from crossquote.translation.packages import TOKENIZERS
from crossquote.translation.tokens import TokenizerFileError, bpe_tokens, sentencepiece_tokens

MODEL_FILES = frozenset(
    {
        "model.bin",
        "config.json",
        "vmap.txt",
        *(f"{kind}_vocabulary.{suffix}" for kind in ("shared", "source", "target") for suffix in ("txt", "json")),
    }
)
PLAIN_FILES = frozenset(
    {"metadata.json", *TOKENIZERS, "README.md", "README", "LICENSE", "LICENSE.txt", "LICENSE.md", "LICENCE", "COPYING"}
)
"""The files of a package that are of use. All else, a sentence splitter's pickles among it, is left where it is."""
_TEXT_BYTES = 64 * 1024 * 1024
_WITH_CONFIG = 6
"""The first version of the model's format that wants config.json."""
_FITTING = 0.6
"""The share of a tokenizer's tokens that the vocabulary has to hold: all but one in real packages."""
_BPE_VERSION = re.compile(r"#version:[ \t]+[0-9]{1,3}(\.[0-9]{1,3}){0,3}[ \t]*")


def is_of_use(name: str) -> bool:
    """Tell whether the file `name` (below the package's folder, with slashes) is one that translating needs."""
    parts = name.split("/")
    return name in PLAIN_FILES or (len(parts) == 2 and parts[0] == "model" and parts[1] in MODEL_FILES)


def check_folder(folder: Path) -> Metadata:
    """Return the metadata of the package in `folder`; a `UserError` says what is wrong with the package."""
    metadata = read_metadata(folder)
    tokenizer = next((folder / name for name in TOKENIZERS if (folder / name).is_file()), None)
    if tokenizer is None:
        raise broken(folder, f"it lacks {' or '.join(TOKENIZERS)}")
    tokens = _tokens(folder, tokenizer)
    model = _check_model(folder)
    words = _check_vocabulary(folder, model, metadata)
    if len(tokens & words) < _FITTING * len(tokens):
        raise broken(folder, f"its vocabulary is not that of its {tokenizer.name}")
    return metadata


def _check_model(folder: Path) -> ModelFile:
    path = folder / "model" / "model.bin"
    if not path.is_file():
        raise broken(folder, "it lacks model/model.bin")
    try:
        model = read_model_file(path)
    except ModelFileError as error:
        raise broken(folder, f"its model/model.bin is damaged or of another kind: {error}") from error
    heads = model.numbers.get("decoder/num_heads")
    if heads is not None and not 0 <= model.numbers.get("decoder/alignment_heads", 0) <= heads:
        raise broken(folder, "its model/model.bin is damaged: it wants attention from heads that it has not")
    config = folder / "model" / "config.json"
    if model.version >= _WITH_CONFIG and not config.is_file():
        raise broken(folder, "it lacks model/config.json")
    if config.is_file() and not isinstance(_json(folder, config), dict):
        raise broken(folder, "its model/config.json is not a table of names and values")
    return model


def _check_vocabulary(folder: Path, model: ModelFile, metadata: Metadata) -> frozenset[str]:
    """Return all that the vocabularies hold; a `UserError` where they have not one entry for each row of the model."""
    sides = {
        "source": ("encoder/embeddings/weight", "encoder/embeddings_0/weight"),
        "target": ("decoder/embeddings/weight", "decoder/embeddings_0/weight"),
    }
    known: set[str] = set()
    for side, names in sides.items():
        words = _vocabulary(folder, side)
        rows = model.rows(*names)
        if rows is not None and rows != len(words):
            raise broken(folder, f"its {side} vocabulary has {len(words)} entries and its model wants {rows}")
        known.update(words)
    if metadata.target_prefix and metadata.target_prefix not in known:
        raise broken(folder, f"its target_prefix {metadata.target_prefix!r} is not in its vocabulary")
    return frozenset(known)


def _vocabulary(folder: Path, side: str) -> list[str]:
    """Return the vocabulary of one side of the model, in the way that the engine reads it."""
    for name in (f"{side}_vocabulary", "shared_vocabulary"):
        listed, lined = folder / "model" / f"{name}.json", folder / "model" / f"{name}.txt"
        if listed.is_file():
            words = _json(folder, listed)
            if not isinstance(words, list) or not all(isinstance(word, str) for word in words):
                raise broken(folder, f"its model/{listed.name} is not a list of texts")
            return words
        if lined.is_file():
            return _text(folder, lined).removesuffix("\n").split("\n")
    raise broken(folder, f"it has no vocabulary for its {side} language")


def _tokens(folder: Path, path: Path) -> frozenset[str]:
    """Return the tokens that the package's tokenizer can give."""
    text = _text(folder, path) if path.name == "bpe.model" else ""
    if text.startswith("#version") and not _BPE_VERSION.fullmatch(text.split("\n", 1)[0].rstrip("\r")):
        raise broken(folder, "the first line of its bpe.model is no version")
    if path.stat().st_size > _TEXT_BYTES:
        raise broken(folder, f"its {path.name} is far too large")
    try:
        return bpe_tokens(text) if text else sentencepiece_tokens(path)
    except TokenizerFileError as error:
        raise broken(folder, f"its {path.name} is damaged: {error}") from error


def _json(folder: Path, path: Path) -> object:
    try:
        value: object = json.loads(_text(folder, path))
    except (ValueError, RecursionError) as error:
        raise broken(folder, f"its {path.name} is not valid JSON") from error
    return value


def _text(folder: Path, path: Path) -> str:
    if path.stat().st_size > _TEXT_BYTES:
        raise broken(folder, f"its {path.name} is far too large")
    try:
        return path.read_bytes().decode("utf-8")
    except UnicodeDecodeError as error:
        raise broken(folder, f"its {path.name} is not UTF-8") from error
