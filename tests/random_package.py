"""Makes small Argos packages with random weights, in each of the three real layouts: for tests and for measuring.

Numpy and the engine's own model plans are enough; nothing is trained.
"""

import json
import struct
from collections.abc import Iterable, Sequence
from pathlib import Path

import numpy as np
from ctranslate2.specs.common_spec import LayerNormSpec, LinearSpec
from ctranslate2.specs.transformer_spec import (
    TransformerDecoderLayerSpec,
    TransformerDecoderSpec,
    TransformerEncoderSpec,
    TransformerSpec,
)
from msgspec import Struct

Part = TransformerEncoderSpec | TransformerDecoderSpec
UNKNOWN, START, END = "<unk>", "<s>", "</s>"
LETTERS = {
    "en": "abcdefghijklmnopqrstuvwxyz",
    "uk": "абвгґдеєжзиіїйклмнопрстуфхцчшщьюя",
    "de": "abcdefghijklmnopqrstuvwxyzäöüß",
}
BEFORE_CONFIG = 5
"""The last version of the model's format that does without config.json."""
MARKS = ".,!?-:;\"'%()0123456789…«»“”’"
ESCAPED = ("&quot;", "&apos;", "&apos;s", "@-@", "...", "%", "&amp;")


class Size(Struct, frozen=True):
    """The size of a model. `length` is about how many tokens it writes for a sentence."""

    layers: int = 1
    width: int = 32
    heads: int = 2
    words: int = 200
    length: int = 12


TINY = Size()
REAL = Size(layers=6, width=512, heads=8, words=32000, length=26)
"""The size of Argos's own models: 6 + 6 layers, 512 wide, 32,000 pieces."""


def make_package(
    folder: Path,
    pair: tuple[str, str] = ("uk", "en"),
    *,
    layout: str = "config",
    size: Size = TINY,
    seed: int = 1,
    **metadata: object,
) -> Path:
    """Write a package of `pair` into `folder` and return it.

    `layout` is "config" (SentencePiece, JSON vocabulary, config.json), "plain" (SentencePiece, a vocabulary of
    lines, no config.json) or "bpe" (BPE with Moses escapes).
    """
    (folder / "model").mkdir(parents=True)
    words = bpe_tokens(pair, size.words) if layout == "bpe" else pieces(pair, size.words)
    vocabulary = [UNKNOWN, START, END, *words]
    if layout == "bpe":
        write_bpe(folder / "bpe.model", pair)
    else:
        write_sentencepiece(folder / "sentencepiece.model", words)
    write_model(folder / "model", len(vocabulary), size, seed)
    if layout == "plain":
        (folder / "model" / "config.json").unlink()
        model = folder / "model" / "model.bin"
        model.write_bytes(struct.pack("<I", BEFORE_CONFIG) + model.read_bytes()[4:])
        text = "".join(f"{word}\n" for word in vocabulary)
        (folder / "model" / "shared_vocabulary.txt").write_text(text, encoding="utf-8", newline="\n")
    else:
        (folder / "model" / "shared_vocabulary.json").write_text(json.dumps(vocabulary), encoding="utf-8")
    values = {
        "package_version": "1.0",
        "argos_version": "1.9",
        "from_code": pair[0],
        "from_name": f"Language {pair[0]}",
        "to_code": pair[1],
        "to_name": f"Language {pair[1]}",
        **metadata,
    }
    (folder / "metadata.json").write_text(json.dumps(values), encoding="utf-8")
    (folder / "README.md").write_text("Random weights. Public domain.\n", encoding="utf-8")
    return folder


def pieces(pair: tuple[str, str], count: int) -> list[str]:
    """Return SentencePiece pieces: the letters of both languages, with and without a blank before, then syllables."""
    letters = dict.fromkeys(letter for code in pair for letter in LETTERS[code])
    letters |= dict.fromkeys(letter.upper() for letter in list(letters) if len(letter.upper()) == 1)
    plain = ["▁", *(dict.fromkeys([*letters, *MARKS]))]
    return _filled([*plain, *(f"▁{letter}" for letter in plain[1:])], letters, count, "▁{}")


def bpe_tokens(pair: tuple[str, str], count: int) -> list[str]:
    """Return BPE tokens: letters inside and at the end of a word, Moses's escapes, then syllables."""
    letters = dict.fromkeys(letter for code in pair for letter in LETTERS[code])
    letters |= dict.fromkeys(letter.upper() for letter in list(letters) if len(letter.upper()) == 1)
    plain = [*dict.fromkeys([*letters, *MARKS, *"&;@"])]
    parts = [f"{token[:end]}@@" for token in ESCAPED for end in range(2, len(token))]
    return _filled([*plain, *(f"{letter}@@" for letter in plain), *parts, *ESCAPED], letters, count, "{}")


def _filled(words: list[str], letters: Iterable[str], count: int, form: str) -> list[str]:
    known = dict.fromkeys(words)
    lower = [letter for letter in letters if letter.islower()]
    for a in lower:
        for b in lower:
            for c in lower:
                if len(known) >= count:
                    return list(known)
                known[form.format(a + b + c)] = None
    return list(known)


def write_bpe(path: Path, pair: tuple[str, str]) -> None:
    """Write merges that make whole tokens of Moses's escapes and leave all else in letters."""
    del pair
    lines = ["#version: 0.2"]
    for token in ESCAPED:
        made = token[0]
        for place, letter in enumerate(token[1:], start=2):
            last = letter + ("</w>" if place == len(token) else "")
            lines.append(f"{made} {last}")
            made += letter
    path.write_text("\n".join(dict.fromkeys(lines)) + "\n", encoding="utf-8")


def write_sentencepiece(path: Path, words: Sequence[str]) -> None:
    """Write a SentencePiece unigram model that holds `words` (its format is a protocol buffer)."""
    entries = [(UNKNOWN, 0.0, 2), (START, 0.0, 3), (END, 0.0, 3), *((w, -float(len(w) == 1) - 5, 1) for w in words)]
    made = b"".join(_field(1, _piece(word, score, kind)) for word, score, kind in entries)
    trainer = b"\x18\x01" + b"\x20" + _number(len(entries))
    normalizer = _field(1, b"identity") + b"\x18\x01\x20\x01\x28\x01"
    path.write_bytes(made + _field(2, trainer) + _field(3, normalizer))


def _piece(word: str, score: float, kind: int) -> bytes:
    return _field(1, word.encode()) + b"\x15" + struct.pack("<f", score) + b"\x18" + _number(kind)


def _field(number: int, value: bytes) -> bytes:
    return bytes([number << 3 | 2]) + _number(len(value)) + value


def _number(value: int) -> bytes:
    made = b""
    while value > 127:
        made += bytes([value & 127 | 128])
        value >>= 7
    return made + bytes([value])


def write_model(folder: Path, words: int, size: Size, seed: int) -> None:
    """Write a Transformer with random weights that ends its sentences after about `size.length` tokens."""
    chance = np.random.default_rng(seed)
    spec = TransformerSpec.from_config((size.layers, size.layers), size.heads)
    _fill(spec.encoder, size, chance, words)
    _fill(spec.decoder, size, chance, words)
    _end_in_time(spec.decoder, size)
    spec.config.add_source_eos = False
    spec.register_source_vocabulary([str(number) for number in range(words)])
    spec.register_target_vocabulary([str(number) for number in range(words)])
    spec.validate()
    spec.optimize("int8")
    spec.save(str(folder))
    for path in folder.glob("*_vocabulary.json"):
        path.unlink()


def _fill(part: Part, size: Size, chance: np.random.Generator, words: int) -> None:
    def matrix(rows: int, columns: int) -> np.ndarray:
        return chance.normal(0, columns**-0.5, (rows, columns)).astype(np.float32)

    def norm(spec: LayerNormSpec) -> None:
        spec.gamma, spec.beta = np.ones(size.width, np.float32), np.zeros(size.width, np.float32)

    def linear(spec: LinearSpec, rows: int, columns: int) -> None:
        spec.weight, spec.bias = matrix(rows, columns), np.zeros(rows, np.float32)

    embeddings = part.embeddings[0] if isinstance(part.embeddings, list) else part.embeddings
    embeddings.weight = matrix(words, size.width)
    norm(part.layer_norm)
    if isinstance(part, TransformerDecoderSpec):
        linear(part.projection, words, size.width)
    for layer in part.layer:
        norm(layer.self_attention.layer_norm)
        linear(layer.self_attention.linear[0], 3 * size.width, size.width)
        linear(layer.self_attention.linear[1], size.width, size.width)
        if isinstance(layer, TransformerDecoderLayerSpec):
            norm(layer.attention.layer_norm)
            linear(layer.attention.linear[0], size.width, size.width)
            linear(layer.attention.linear[1], 2 * size.width, size.width)
            linear(layer.attention.linear[2], size.width, size.width)
        norm(layer.ffn.layer_norm)
        linear(layer.ffn.linear_0, 4 * size.width, size.width)
        linear(layer.ffn.linear_1, size.width, 4 * size.width)


def _end_in_time(decoder: TransformerDecoderSpec, size: Size) -> None:
    """Let the last number of the decoder's state grow with the place, and the end's score with it."""
    places = np.zeros((512, size.width), np.float32)
    angles = np.arange(512)[:, None] / 50 ** (np.arange(size.width) / size.width)
    places[:] = np.sin(angles)
    places[:, -1] = (np.arange(512) - size.length) * 2.0
    decoder.position_encodings.encodings = places
    decoder.projection.weight[:, -1] = 0
    decoder.projection.weight[2] = 0
    decoder.projection.weight[2, -1] = 4.0
