"""The frames of an evidence pack: what an archive of ours has between and around its parts, to the byte."""

import struct
from pathlib import Path
from zipfile import ZipFile, ZipInfo

from crossquote.export.parts import FIRST_DAY

_LOCAL, _CENTRAL, _END = b"PK\x03\x04", b"PK\x01\x02", b"PK\x05\x06"
_LOCAL_SIZE, _CENTRAL_SIZE, _END_SIZE = 30, 46, 22
_SYSTEMS = (0, 3)
"""What made it, as archives count systems: Windows, or one of the others."""
_VERSION = 20
_RIGHTS = 0o600 << 16


def frames_hold(archive: ZipFile, path: Path) -> bool:
    """Tell whether the file is an archive as this program makes them (APPNOTE 4.3), from its first byte to its last.

    What lies in its parts is not looked at.
    """
    infos = archive.infolist()
    at = 0
    with path.open("rb") as file:
        heads = []
        for info in infos:
            if info.header_offset != at or not _is_ours(info):
                return False
            file.seek(at)
            name = info.filename.encode()
            heads.append(file.read(_LOCAL_SIZE + len(name)))
            if heads[-1][:4] != _LOCAL or heads[-1][_LOCAL_SIZE:] != name:
                return False
            at += len(heads[-1]) + info.compress_size
        file.seek(at)
        ends = b"".join(_entry(info, head) for info, head in zip(infos, heads, strict=True))
        last = struct.pack("<4s4H2LH", _END, 0, 0, len(infos), len(infos), len(ends), at, 0)
        return file.read(len(ends) + _END_SIZE + 1) == ends + last


def _is_ours(info: ZipInfo) -> bool:
    told = (info.date_time, info.external_attr, info.internal_attr, info.create_version, info.extra, info.comment)
    return told == (FIRST_DAY, _RIGHTS, 0, _VERSION, b"", b"") and info.create_system in _SYSTEMS


def _entry(info: ZipInfo, head: bytes) -> bytes:
    """Return how the directory tells of a part whose own head is `head`."""
    made = struct.pack("<4sBB", _CENTRAL, info.create_version, info.create_system)
    after = struct.pack("<HHHLL", 0, 0, 0, info.external_attr, info.header_offset)
    return made + head[4:_LOCAL_SIZE] + after + info.filename.encode()
