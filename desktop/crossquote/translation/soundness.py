"""Checking a package folder from outside: files, sizes, plan of the model, vocabulary, before anything is loaded."""

import re
from pathlib import Path

from crossquote.message import message
from crossquote.notation import NotationError, parse_json
from crossquote.translation.metadata import Metadata, broken, read_metadata
from crossquote.translation.modelfile import ModelFile, ModelFileError, read_model_file
from crossquote.translation.packages import TOKENIZERS
from crossquote.translation.tokenizer_file import TokenizerFileError, bpe_tokens, sentencepiece_tokens

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
_TEXT_BYTES = 8 * 1024 * 1024
"""Of a file that is read whole: the largest vocabularies there are, of 256,000 words, take some 5 MB."""
_MOST_VALUES = 600_000
"""Of a file of JSON, by its commas and brackets: parsed, millions of empty lists take a hundred times their letters."""
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
        raise broken(folder, message("package.lacks", files=TOKENIZERS))
    tokens = _tokens(folder, tokenizer)
    model = _check_model(folder)
    words = _check_vocabulary(folder, model, metadata)
    if len(tokens & words) < _FITTING * len(tokens):
        raise broken(folder, message("package.vocabulary-foreign", file=tokenizer.name))
    return metadata


def _check_model(folder: Path) -> ModelFile:
    path = folder / "model" / "model.bin"
    if not path.is_file():
        raise broken(folder, message("package.lacks-model"))
    try:
        model = read_model_file(path)
    except ModelFileError as error:
        raise broken(folder, message("package.model-damaged", reason=error.message)) from error
    heads = model.numbers.get("decoder/num_heads")
    if heads is not None and not 0 <= model.numbers.get("decoder/alignment_heads", 0) <= heads:
        raise broken(folder, message("package.heads-lacking"))
    config = folder / "model" / "config.json"
    if model.version >= _WITH_CONFIG and not config.is_file():
        raise broken(folder, message("package.lacks-config"))
    if config.is_file() and not isinstance(_json(folder, config), dict):
        raise broken(folder, message("package.config-no-table"))
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
            raise broken(folder, message("package.vocabulary-size", side=side, entries=len(words), rows=rows))
        known.update(words)
    if metadata.target_prefix and metadata.target_prefix not in known:
        raise broken(folder, message("package.prefix-foreign", prefix=repr(metadata.target_prefix)))
    return frozenset(known)


def _vocabulary(folder: Path, side: str) -> list[str]:
    """Return the vocabulary of one side of the model, in the way that the engine reads it."""
    for name in (f"{side}_vocabulary", "shared_vocabulary"):
        listed, lined = folder / "model" / f"{name}.json", folder / "model" / f"{name}.txt"
        if listed.is_file():
            words = _json(folder, listed)
            if not isinstance(words, list) or not all(isinstance(word, str) for word in words):
                raise broken(folder, message("package.file-no-list", file=listed.name))
            return words
        if lined.is_file():
            return _text(folder, lined).removesuffix("\n").split("\n")
    raise broken(folder, message("package.no-vocabulary", side=side))


def _tokens(folder: Path, path: Path) -> frozenset[str]:
    """Return the tokens that the package's tokenizer can give."""
    text = _text(folder, path) if path.name == "bpe.model" else ""
    if text.startswith("#version") and not _BPE_VERSION.fullmatch(text.split("\n", 1)[0].rstrip("\r")):
        raise broken(folder, message("package.bpe-no-version"))
    if path.stat().st_size > _TEXT_BYTES:
        raise broken(folder, message("package.file-too-large", file=path.name))
    try:
        return bpe_tokens(text) if text else sentencepiece_tokens(path)
    except TokenizerFileError as error:
        raise broken(folder, message("package.file-damaged", file=path.name, reason=error.message)) from error


def _json(folder: Path, path: Path) -> object:
    text = _text(folder, path)
    if sum(map(text.count, ",[{")) > _MOST_VALUES:
        raise broken(folder, message("package.file-too-large", file=path.name))
    try:
        value: object = parse_json(text, most=_TEXT_BYTES)
    except NotationError as error:
        raise broken(folder, message("package.file-no-json", file=path.name)) from error
    return value


def _text(folder: Path, path: Path) -> str:
    if path.stat().st_size > _TEXT_BYTES:
        raise broken(folder, message("package.file-too-large", file=path.name))
    try:
        return path.read_bytes().decode("utf-8")
    except UnicodeDecodeError as error:
        raise broken(folder, message("package.file-no-utf-8", file=path.name)) from error
