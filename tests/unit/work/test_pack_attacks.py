"""Packs that mean harm: refused in words, at the cost of a sound one; no byte is left that nobody looks at."""

import json
import struct
import tracemalloc
import zlib
from collections.abc import Mapping
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_BZIP2, ZIP_LZMA, BadZipFile, ZipFile

import pytest

from counting import counted
from crossquote.cli.main import run
from crossquote.errors import UserError
from crossquote.progress import finish
from crossquote.work.pack.envelope import frames_hold
from crossquote.work.pack.manifest import MANIFEST, read_manifest
from crossquote.work.pack.salvage import salvage_parts
from crossquote.work.pack.verify import verify_pack
from made_pack import packed, parts_of
from saying import says
from unit.work.test_pack import wrong


def test_heads_that_all_lead_to_the_same_bytes_cost_no_more_than_these() -> None:
    inner = zlib.compress(b"\0" * 1_000_000)[2:-4]
    head = struct.pack("<4s5H3L2H", b"PK\3\4", 20, 0, 8, 0, 0, 1, len(inner), 1_000_000, 1, 0) + b"a"
    with counted() as calls:
        assert salvage_parts(head * 5000 + inner * 200, 10_000_000) == {}
    assert calls[0] < 400


@pytest.mark.parametrize(
    "data", [b"", b"PK\x03\x04", b"no archive", b'{"version": 1}'], ids=["empty", "cut", "text", "json"]
)
def test_what_is_no_pack_is_refused_in_words(data: bytes, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "some.zip"
    path.write_bytes(data)
    with pytest.raises(UserError):
        finish(verify_pack(path))
    assert run(["verify", str(path)]) == 3
    assert "no evidence pack" in capsys.readouterr().err


@pytest.mark.parametrize("manifest", [b"[", b"{}", b'{"version": 99}', b"[" * 100_000])
def test_a_manifest_that_is_none_is_refused(manifest: bytes, tmp_path: Path) -> None:
    with pytest.raises(UserError):
        finish(verify_pack(packed({MANIFEST: manifest}, tmp_path / "some.zip")))
    with pytest.raises(ValueError, match=r"."):
        read_manifest(manifest)


def test_no_byte_between_the_parts_can_be_another(pack: Path, tmp_path: Path) -> None:
    data = pack.read_bytes()
    with ZipFile(pack) as archive:
        ends = [(info, info.header_offset + 30 + len(info.filename.encode())) for info in archive.infolist()]
    inner = {at for info, end in ends for at in range(end, end + info.compress_size)}
    path = tmp_path / "other.zip"
    unseen = []
    for at in range(len(data)):
        if at in inner:
            continue
        path.write_bytes(data[:at] + bytes([data[at] ^ 1]) + data[at + 1 :])
        try:
            with ZipFile(path) as archive:
                unseen += [at] if frames_hold(archive, path) else []
        except (BadZipFile, NotImplementedError, UnicodeDecodeError):
            continue
    assert unseen == []


@pytest.mark.parametrize("around", [(b"before", b""), (b"", b"behind"), (b"", b"not even told")])
def test_bytes_around_the_archive_are_found(around: tuple[bytes, bytes], pack: Path, tmp_path: Path) -> None:
    before, behind = around
    path = tmp_path / "more.zip"
    data = pack.read_bytes()
    if behind == b"behind":  # as a comment: behind its end nothing is taken for an archive
        data = data[:-2] + len(behind).to_bytes(2, "little")
    path.write_bytes(before + data + behind)
    assert wrong(finish(verify_pack(path))) == {"more.zip"}


def with_manifest(pack: Path, path: Path, more: Mapping[str, list[dict[str, object]]]) -> Path:
    """Return a pack whose manifest has `more` lines."""
    parts = parts_of(pack)
    table = json.loads(parts[MANIFEST])
    for key, rows in more.items():
        table[key] += rows
    return packed({**parts, MANIFEST: json.dumps(table).encode()}, path)


def listed_often(pack: Path, times: int) -> bytes:
    """Return a pack whose archive lists its first part again and again."""
    data = pack.read_bytes()
    end = data.rindex(b"PK\5\6")
    (start,) = struct.unpack_from("<L", data, end + 16)
    entry = data[start : data.index(b"PK\1\2", start + 4)]
    size = end - start + len(entry) * times
    return data[:end] + entry * times + struct.pack("<4s4H2LH", b"PK\5\6", 0, 0, 9, 9, size, start, 0)


def test_a_part_that_the_manifest_names_again_and_again_is_not_read_again(pack: Path, tmp_path: Path) -> None:
    row: dict[str, object] = {"name": "report.html", "size": 1, "sha256": ""}
    path = with_manifest(pack, tmp_path / "again.zip", {"parts": [row] * 100_000})
    verdict = finish(verify_pack(path))
    assert wrong(verdict) == {MANIFEST}
    assert len(verdict.parts) < 20


def test_one_of_more_articles_than_any_pack_has_is_damaged(pack: Path, tmp_path: Path) -> None:
    row: dict[str, object] = {"id": "a", "outlet": "a", "title": "a", "sha256": "", "part": ""}
    path = with_manifest(pack, tmp_path / "full.zip", {"articles": [row] * 100_000})
    verdict = finish(verify_pack(path))
    assert MANIFEST in wrong(verdict)
    assert len(verdict.parts) < 20


def test_a_manifest_of_many_articles_is_looked_through_once(pack: Path, tmp_path: Path) -> None:
    row = {"id": "a", "outlet": "a", "title": "a", "sha256": "", "part": "b"}

    def cost(count: int) -> int:
        parts: list[dict[str, object]] = [{"name": str(at), "size": 0, "sha256": ""} for at in range(count)]
        path = with_manifest(pack, tmp_path / f"{count}.zip", {"articles": [dict(row)] * count, "parts": parts})
        with counted() as calls:
            finish(verify_pack(path))
        return calls[0]

    cost(100)
    assert cost(2000) < 2.6 * cost(1000)


def test_what_is_far_larger_than_its_archive_is_refused_before_it_is_unpacked(pack: Path, tmp_path: Path) -> None:
    path = packed({**parts_of(pack), "originals/0001-a.txt": b"\0" * 80_000_000}, tmp_path / "large.zip")
    with pytest.raises(UserError, check=says("no evidence pack")):
        finish(verify_pack(path))


def test_an_archive_that_lists_more_than_a_pack_can_hold_is_not_read(pack: Path, tmp_path: Path) -> None:
    path = tmp_path / "listed.zip"
    path.write_bytes(listed_often(pack, 100_000))
    with counted() as calls, pytest.raises(UserError, check=says("no evidence pack")):
        finish(verify_pack(path))
    assert calls[0] < 2000


@pytest.mark.parametrize("way", [ZIP_BZIP2, ZIP_LZMA])
def test_what_is_packed_in_another_way_is_not_unpacked_whole_or_damaged(way: int, pack: Path, tmp_path: Path) -> None:
    made = BytesIO()
    with ZipFile(made, "w", way) as archive:
        for name, data in parts_of(pack).items():
            archive.writestr(name, data)
    whole = made.getvalue()
    at = whole.index(MANIFEST.encode()) + 40
    for data in (whole, whole[:at] + b"\xff" * 60 + whole[at + 60 :]):
        path = tmp_path / "other.zip"
        path.write_bytes(data)
        assert not any(one.holds for one in finish(verify_pack(path)).parts)


def test_what_a_manifest_says_reaches_no_terminal_as_it_is(
    pack: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    row: dict[str, object] = {"name": "\x1b[2J\u202eevil\r", "size": 1, "sha256": ""}
    assert run(["verify", str(with_manifest(pack, tmp_path / "named.zip", {"parts": [row]}))]) == 1
    told = capsys.readouterr()
    assert "evil" in told.out
    assert not {"\x1b", "\u202e", "\r"} & set(told.out + told.err)


def test_a_large_file_that_is_no_archive_is_not_read_whole(tmp_path: Path) -> None:
    with (tmp_path / "a.zip").open("wb") as file:
        file.truncate(1024 * 1024 * 1024)
    tracemalloc.start()
    try:
        with pytest.raises(UserError):
            finish(verify_pack(tmp_path / "a.zip"))
        assert tracemalloc.get_traced_memory()[1] < 10_000_000
    finally:
        tracemalloc.stop()
