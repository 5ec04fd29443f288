"""What a tokenizer's file can give: read without loading it, so that one that doesn't fit its model is found out."""

from collections.abc import Iterator
from pathlib import Path

from crossquote.message import Message, message

_MOST_PIECES = 500_000


class TokenizerFileError(ValueError):
    """What is wrong with a tokenizer's file."""

    def __init__(self, message: Message) -> None:
        super().__init__(message.code)
        self.message = message


def sentencepiece_tokens(path: Path) -> frozenset[str]:
    """Return the pieces of a SentencePiece model (a protocol buffer whose field 1 holds a piece each)."""
    found: set[str] = set()
    for number, value in _fields(path.read_bytes()):
        if number == 1 and isinstance(value, bytes):
            text = next((inner for inner_number, inner in _fields(value) if inner_number == 1), b"")
            if not isinstance(text, bytes) or len(found) > _MOST_PIECES:
                raise TokenizerFileError(message("tokenizer-file.no-piece"))
            found.add(text.decode("utf-8", errors="replace"))
    if not found:
        raise TokenizerFileError(message("tokenizer-file.no-pieces"))
    return frozenset(found)


def bpe_tokens(source: str) -> frozenset[str]:
    """Return the tokens that the merges of a BPE model make."""
    lines = source.removesuffix("\n").split("\n")
    parts = [line.strip("\r\n ").split(" ") for line in lines if not line.startswith("#version")]
    if not parts or len(parts) > _MOST_PIECES or any(len(pair) != 2 for pair in parts):
        raise TokenizerFileError(message("tokenizer-file.line-no-pair"))
    joined = ("".join(pair) for pair in parts)
    return frozenset(text.removesuffix("</w>") if text.endswith("</w>") else f"{text}@@" for text in joined)


def _fields(data: bytes) -> Iterator[tuple[int, bytes | int]]:
    """Yield the fields of a protocol buffer message: their numbers, and their bytes or numbers."""
    at = 0
    while at < len(data):
        key, at = _number(data, at)
        kind = key & 7
        if kind == 0:
            value, at = _number(data, at)
            yield key >> 3, value
            continue
        length, at = _number(data, at) if kind == 2 else ({1: 8, 5: 4}.get(kind, -1), at)
        if length < 0 or at + length > len(data):
            raise TokenizerFileError(message("tokenizer-file.cut-short"))
        yield key >> 3, data[at : at + length]
        at += length


def _number(data: bytes, at: int) -> tuple[int, int]:
    """Return the number that begins at `at`, and where it ends."""
    value = 0
    for place, byte in enumerate(data[at : at + 10]):
        value |= (byte & 127) << (7 * place)
        if byte < 128:
            return value, at + place + 1
    raise TokenizerFileError(message("tokenizer-file.cut-short"))
