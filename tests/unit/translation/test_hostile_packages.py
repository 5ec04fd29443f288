"""Packages that a stranger made: what they may cost before they are refused."""

import shutil
import struct
import time
import tracemalloc
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from crossquote.errors import UserError
from crossquote.resources import seeds
from crossquote.translation import tokenizer_file
from crossquote.translation.package_files import members_of
from crossquote.translation.soundness import check_folder
from crossquote.translation.tokenizer_file import TokenizerFileError, bpe_tokens, sentencepiece_tokens

METADATA = '{"from_code": "de", "to_code": "en", "package_version": "1.0"}'
SAMPLE = seeds() / "packages" / "translate-de_en-sample"
MEGABYTE = 1024 * 1024


def costs(action: Callable[[], object], error: type[Exception]) -> tuple[float, int]:
    """Return what refusing takes: seconds, and bytes at once."""
    tracemalloc.start()
    began = time.process_time()
    try:
        with pytest.raises(error):
            action()
        return time.process_time() - began, tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


def test_merges_of_a_bpe_model_are_counted_before_they_are_split() -> None:
    source = "a b\n" * 10_000_000
    seconds, memory = costs(lambda: bpe_tokens(source), TokenizerFileError)
    assert (seconds < 1, memory < MEGABYTE * 64) == (True, True)


@pytest.mark.parametrize("filling", [b"\x0a\x00", b"\x10\x01"], ids=["empty pieces", "no pieces"])
def test_pieces_are_counted(tmp_path: Path, filling: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tokenizer_file, "_MOST_PIECES", 30_000)
    path = tmp_path / "sentencepiece.model"
    path.write_bytes(filling * 600_000)
    seconds, memory = costs(lambda: sentencepiece_tokens(path), TokenizerFileError)
    assert (seconds < 3, memory < MEGABYTE * 8) == (True, True)  # seconds under a watch on memory


def test_a_large_file_of_a_package_is_not_read(tmp_path: Path) -> None:
    (tmp_path / "metadata.json").write_text(METADATA, encoding="utf-8")
    (tmp_path / "bpe.model").write_bytes(b"a b\n" * 10_000_000)
    seconds, memory = costs(lambda: check_folder(tmp_path), UserError)
    assert (seconds < 1, memory < MEGABYTE * 16) == (True, True)


@pytest.mark.parametrize("value", ["[]", "{}", '""', "1"])
def test_a_vocabulary_of_millions_of_nothings_is_not_parsed(tmp_path: Path, value: str) -> None:
    shutil.copytree(SAMPLE, tmp_path / "p")
    model = tmp_path / "p" / "model"
    (model / "shared_vocabulary.txt").unlink()
    (model / "shared_vocabulary.json").write_text(f"[{f'{value},' * 1_900_000}1]", encoding="utf-8")
    seconds, memory = costs(lambda: check_folder(tmp_path / "p"), UserError)
    assert (seconds < 2, memory < MEGABYTE * 32) == (True, True)


def test_an_archive_of_a_million_files_is_not_listed(tmp_path: Path) -> None:
    path = tmp_path / "package.argosmodel"
    entry = struct.pack("<4s4B4HL2L5H2L", b"PK\1\2", 20, 3, 20, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0) + b"a"
    listed = entry * 400_000
    path.write_bytes(listed + struct.pack("<4s4H2LH", b"PK\5\6", 0, 0, 0xFFFF, 0xFFFF, len(listed), 0, 0))

    def look() -> None:
        with members_of(path):
            pytest.fail("it was read")

    seconds, memory = costs(look, UserError)
    assert (seconds < 1, memory < MEGABYTE * 16) == (True, True)


def test_an_archive_that_keeps_its_list_elsewhere_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "package.argosmodel"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("metadata.json", METADATA)
    whole = path.read_bytes()
    path.write_bytes(whole[:-22] + b"PK\6\7".ljust(20, b"\0") + whole[-22:])
    with pytest.raises(UserError), members_of(path):
        pass
