"""The oldest macOS that a bundle runs on: what its own libraries say, as the linker wrote it into each.

The format is Apple's (mach-o/loader.h, mach-o/fat.h): a file for several processors holds a whole file for each.
"""

import struct
from collections.abc import Iterator
from pathlib import Path

from macos.bundle import OLDEST_SYSTEM

_SEVERAL, _ONE = 0xCAFEBABE, 0xFEEDFACF
_BUILD_VERSION, _VERSION_MIN = 0x32, 0x24
_HEADER = 32

Version = tuple[int, int]


def check_oldest(program: Path) -> None:
    """Stop where a library below `program` asks for a newer macOS than the bundle promises to run on."""
    version, library = newest_wanted(program)
    if version > tuple(map(int, OLDEST_SYSTEM.split("."))):
        raise SystemExit(f"{library} asks for macOS {version[0]}.{version[1]}, the bundle promises {OLDEST_SYSTEM}")


def newest_wanted(program: Path) -> tuple[Version, Path]:
    """Return the newest macOS that a library below `program` asks for, and that library."""
    files = (path for path in sorted(program.rglob("*")) if path.is_file() and not path.is_symlink())
    return max(((version, path) for path in files for version in wanted(path.read_bytes())), key=lambda pair: pair[0])


def wanted(data: bytes) -> Iterator[Version]:
    """Yield the macOS that each program in a file asks for; nothing where it is no program."""
    if len(data) < _HEADER:
        return
    if struct.unpack(">I", data[:4])[0] == _SEVERAL:
        for start, size in _slices(data):
            yield from wanted(data[start : start + size])
    elif struct.unpack("<I", data[:4])[0] == _ONE:
        yield from _commands(data)


def _slices(data: bytes) -> Iterator[tuple[int, int]]:
    """Yield where the file for each processor lies; a class of Java begins in the same way, with a larger number."""
    count = struct.unpack(">I", data[4:8])[0]
    for number in range(count if count < 16 else 0):
        _, _, start, size, _ = struct.unpack(">5I", data[8 + 20 * number : 28 + 20 * number])
        yield start, size


def _commands(data: bytes) -> Iterator[Version]:
    at = _HEADER
    for _ in range(struct.unpack("<I", data[16:20])[0]):
        command, size = struct.unpack("<2I", data[at : at + 8])
        if command in (_BUILD_VERSION, _VERSION_MIN):
            place = at + (12 if command == _BUILD_VERSION else 8)
            version = struct.unpack("<I", data[place : place + 4])[0]
            yield version >> 16, version >> 8 & 255
        at += size
