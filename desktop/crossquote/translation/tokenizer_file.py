"""What a tokenizer's file can give: read without loading it, so that one that doesn't fit its model is found out."""

from collections.abc import Iterator
from pathlib import Path

from crossquote.message import Message, message

_MOST_PIECES = 300_000
"""More than the largest models have, 256,000."""
_LONGEST_PIECE = 1024


class TokenizerFileError(ValueError):
    """What is wrong with a tokenizer's file."""

    def __init__(self, message: Message) -> None:
        super().__init__(message.code)
        self.message = message


def sentencepiece_tokens(path: Path) -> frozenset[str]:
    """Return the pieces of a SentencePiece model (a protocol buffer whose field 1 holds a piece each)."""
    found: set[str] = set()
    for count, (number, value) in enumerate(_fields(path.read_bytes())):
        if count > _MOST_PIECES:
            raise TokenizerFileError(message("tokenizer-file.no-piece"))
        if number == 1 and isinstance(value, bytes):
            text = next((inner for inner_number, inner in _fields(value[:_LONGEST_PIECE]) if inner_number == 1), b"")
            if not isinstance(text, bytes):
                raise TokenizerFileError(message("tokenizer-file.no-piece"))
            found.add(text.decode("utf-8", errors="replace"))
    if not found:
        raise TokenizerFileError(message("tokenizer-file.no-pieces"))
    return frozenset(found)


def bpe_tokens(source: str) -> frozenset[str]:
    """Return the tokens that the merges of a BPE model make."""
    text = source.removesuffix("\n")
    if text.count("\n") > _MOST_PIECES:
        raise TokenizerFileError(message("tokenizer-file.line-no-pair"))
    found = frozenset(_joined(line.strip("\r\n ")) for line in text.split("\n") if not line.startswith("#version"))
    if not found:
        raise TokenizerFileError(message("tokenizer-file.line-no-pair"))
    return found


def _joined(line: str) -> str:
    """Return the token that a merge makes, as the model names it."""
    first, blank, second = line.partition(" ")
    if not blank or " " in second:
        raise TokenizerFileError(message("tokenizer-file.line-no-pair"))
    text = first + second
    return text.removesuffix("</w>") if text.endswith("</w>") else f"{text}@@"


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
