"""Tokenizers as Argos packages carry them: SentencePiece, or BPE over Moses tokens."""

import json
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Protocol

import sentencepiece
from sacremoses.normalize import MosesPunctNormalizer
from sacremoses.tokenize import MosesDetokenizer, MosesTokenizer
from subword_nmt.apply_bpe import BPE
from subword_nmt.learn_bpe import learn_bpe

from sample_packages.recipes import Layout, Recipe

# What the stories need and everyday sentences may lack, so that no piece of a story is unknown.
_LETTERS = "".join(map(chr, [*range(0x21, 0x7F), *range(0x410, 0x450)]))
_LETTERS += "ЁёЄєІіЇїҐґáéíóúüñÁÉÍÓÚÜÑäöÄÖßàâçèêëîïôùûœÀÂÇÈÊÎÔ"
_SIGNS = "«»„“”‘’ʼ‹›—–…№€°%¿¡\u00a0\u202f"
SPECIAL = ("<unk>", "<s>", "</s>", "<blank>")
UNKNOWN, START, END, BLANK = range(4)


class Coder(Protocol):
    """Cuts a source sentence and a target sentence into pieces."""

    def cut_source(self, text: str) -> list[str]:
        """Return the pieces of a source sentence, as Argos cuts it."""

    def cut_target(self, text: str) -> list[str]:
        """Return the pieces of a target sentence."""

    def join(self, pieces: Sequence[str]) -> str:
        """Return the text that Argos makes of translated pieces."""


class SentencePieceCoder:
    """One SentencePiece model for both languages."""

    def __init__(self, path: Path) -> None:
        self._processor = sentencepiece.SentencePieceProcessor(model_file=str(path))

    def cut_source(self, text: str) -> list[str]:
        """Return the pieces of a sentence."""
        pieces: list[str] = self._processor.encode(text, out_type=str)
        return pieces

    cut_target = cut_source

    def join(self, pieces: Sequence[str]) -> str:
        """Return the text of pieces."""
        text: str = self._processor.decode_pieces(list(pieces))
        return text


class MosesCoder:
    """Moses tokens with their escapes, cut by one list of BPE merges."""

    def __init__(self, path: Path, source: str, target: str) -> None:
        self._normalizers = MosesPunctNormalizer(source), MosesPunctNormalizer(target)
        self._tokenizers = MosesTokenizer(source), MosesTokenizer(target)
        self._detokenizer = MosesDetokenizer(target)
        with path.open(encoding="utf-8") as file:
            self._merges = BPE(file)

    def _cut(self, text: str, side: int) -> list[str]:
        tokens = self._tokenizers[side].tokenize(self._normalizers[side].normalize(text))
        pieces: list[str] = self._merges.segment_tokens(tokens)
        return pieces

    def cut_source(self, text: str) -> list[str]:
        """Return the pieces of a source sentence."""
        return self._cut(text, 0)

    def cut_target(self, text: str) -> list[str]:
        """Return the pieces of a target sentence."""
        return self._cut(text, 1)

    def join(self, pieces: Sequence[str]) -> str:
        """Return the text of pieces."""
        text: str = self._detokenizer.detokenize(" ".join(pieces).replace("@@ ", "").split(" "))
        return text


def tokenizer_path(folder: Path, recipe: Recipe) -> Path:
    """Return where a package keeps its tokenizer."""
    return folder / ("bpe.model" if recipe.layout is Layout.MOSES_BPE else "sentencepiece.model")


def load_coder(folder: Path, recipe: Recipe) -> Coder:
    """Return the tokenizer that lies in `folder`."""
    path = tokenizer_path(folder, recipe)
    if recipe.layout is Layout.MOSES_BPE:
        return MosesCoder(path, recipe.source, recipe.target)
    return SentencePieceCoder(path)


def learn_coder(sides: tuple[Sequence[str], Sequence[str]], folder: Path, recipe: Recipe, pieces: int) -> Coder:
    """Learn one tokenizer for both languages, and write it and its vocabulary into `folder`."""
    if recipe.layout is Layout.MOSES_BPE:
        _learn_merges(sides, folder, recipe, pieces)
    else:
        _learn_sentencepiece(sides, folder, pieces)
    coder = load_coder(folder, recipe)
    counts = Counter(piece for text in sides[0] for piece in coder.cut_source(text))
    counts.update(piece for text in sides[1] for piece in coder.cut_target(text))
    counts.update(_possible_pieces(folder, recipe))
    vocabulary = [*SPECIAL, *(piece for piece, _ in counts.most_common() if piece not in SPECIAL)]
    (folder / "vocabulary.json").write_text(json.dumps(vocabulary, ensure_ascii=False), encoding="utf-8")
    return coder


def read_vocabulary(folder: Path) -> list[str]:
    """Return the pieces that the model knows, in the order of their numbers."""
    vocabulary: list[str] = json.loads((folder / "vocabulary.json").read_text(encoding="utf-8"))
    return vocabulary


def _possible_pieces(folder: Path, recipe: Recipe) -> list[str]:
    """Return every piece that the tokenizer may ever give for a text in its letters."""
    path = tokenizer_path(folder, recipe)
    if recipe.layout is not Layout.MOSES_BPE:
        processor = sentencepiece.SentencePieceProcessor(model_file=str(path))
        return [processor.id_to_piece(place) for place in range(processor.get_piece_size())]
    lines = path.read_text(encoding="utf-8").splitlines()[1:]
    merged = ["".join(line.split(" ")) for line in lines]
    pieces = [piece.removesuffix("</w>") if piece.endswith("</w>") else f"{piece}@@" for piece in merged]
    return [*pieces, *_LETTERS, *_SIGNS, *(f"{letter}@@" for letter in _LETTERS + _SIGNS)]


def _learn_sentencepiece(sides: tuple[Iterable[str], Iterable[str]], folder: Path, pieces: int) -> None:
    sentencepiece.SentencePieceTrainer.train(
        sentence_iterator=iter([*sides[0], *sides[1]]),
        model_prefix=str(folder / "sentencepiece"),
        vocab_size=pieces,
        model_type="unigram",
        character_coverage=1.0,
        normalization_rule_name="identity",
        required_chars=_LETTERS + _SIGNS,
        minloglevel=2,
    )
    (folder / "sentencepiece.vocab").unlink()


def _learn_merges(sides: tuple[Iterable[str], Iterable[str]], folder: Path, recipe: Recipe, pieces: int) -> None:
    lines: list[str] = []
    for language, texts in zip((recipe.source, recipe.target), sides, strict=True):
        normalizer, tokenizer = MosesPunctNormalizer(language), MosesTokenizer(language)
        lines.extend(" ".join(tokenizer.tokenize(normalizer.normalize(text))) + "\n" for text in texts)
    with tokenizer_path(folder, recipe).open("w", encoding="utf-8") as file:
        learn_bpe(lines, file, pieces)
