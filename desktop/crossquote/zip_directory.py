"""What a ZIP says of itself, looked at before anything is made of it (APPNOTE 4.3.16)."""

import os
import struct
import zipfile
from typing import BinaryIO

_END = struct.Struct("<4s8xL4xH")
_SIGN, _SIGN_OF_LARGE = b"PK\5\6", b"PK\6\7"
_BEFORE = 20
"""Bytes that stand before the end where an archive has more than 4 GB, or more than 65,535 parts."""
_LAST = 64 * 1024 + _END.size + _BEFORE


def directory_size(file: BinaryIO) -> int:
    """Return how many bytes the list of its parts takes, which `zipfile` holds in memory whole.

    The end is found where `zipfile` finds it. BadZipFile where there is none, ValueError where it is a large one's.
    """
    whole = file.seek(0, os.SEEK_END)
    file.seek(max(0, whole - _LAST))
    last = file.read(_LAST)
    at = _end_in(last)
    if last[max(0, at - _BEFORE) : at].startswith(_SIGN_OF_LARGE):
        raise ValueError("too large")
    return int(_END.unpack_from(last, at)[1])


def _end_in(last: bytes) -> int:
    """Return where the end begins: at the very end, without a comment, or where its sign stands last."""
    at = len(last) - _END.size
    if at < 0 or not last.startswith(_SIGN, at) or last[-2:] != b"\0\0":
        at = last.rfind(_SIGN)
    if at < 0 or len(last) - at < _END.size:
        raise zipfile.BadZipFile("no end")
    return at
