"""The list of an archive's parts is measured where Python's own reader finds it, whatever else looks like its end."""

from io import BytesIO
from zipfile import BadZipFile, ZipFile

import pytest

from crossquote.zip_directory import directory_size


def archive(comment: bytes = b"") -> bytes:
    made = BytesIO()
    with ZipFile(made, "w") as parts:
        parts.writestr("a.txt", "A")
        parts.writestr("b.txt", "B")
        parts.comment = comment
    return made.getvalue()


LIST = 2 * (46 + len("a.txt"))


@pytest.mark.parametrize("comment", [b"", b"of ours", b"x" * 65_535])
def test_the_list_is_measured(comment: bytes) -> None:
    assert directory_size(BytesIO(archive(comment))) == LIST


def test_a_sign_within_the_end_itself_hides_nothing() -> None:
    data = bytearray(archive())
    data[-18:-14] = b"PK\5\6"
    assert ZipFile(BytesIO(bytes(data))).namelist() == ["a.txt", "b.txt"]
    assert directory_size(BytesIO(bytes(data))) == LIST


def test_what_reads_none_has_none() -> None:
    for data in (b"", b"PK", archive()[:-1], b"x" * 100_000):
        with pytest.raises(BadZipFile):
            ZipFile(BytesIO(data))
        with pytest.raises(BadZipFile):
            directory_size(BytesIO(data))


def test_a_large_one_is_told() -> None:
    whole = archive()
    with pytest.raises(ValueError, match="too large"):
        directory_size(BytesIO(whole[:-22] + b"PK\6\7" + bytes(16) + whole[-22:]))
