"""Files of several parts in a ZIP: the same parts are the same file; read back only where they are whole."""

import struct
import xml.etree.ElementTree as ET
import zlib
from collections.abc import Mapping
from io import BytesIO
from zipfile import ZIP_DEFLATED, BadZipFile, ZipFile, ZipInfo

from crossquote.export.trees import parse_tree

_DAMAGED = (BadZipFile, zlib.error, struct.error, EOFError, NotImplementedError, RuntimeError, OverflowError)
FIRST_DAY = (1980, 1, 1, 0, 0, 0)
"""The day that every part bears: no earlier one can stand in a ZIP."""


def pack_parts(parts: Mapping[str, bytes]) -> bytes:
    """Return a ZIP of `parts`, by their names and in their order."""
    made = BytesIO()
    with ZipFile(made, "w") as archive:
        for name, data in parts.items():
            info = ZipInfo(name, FIRST_DAY)
            info.compress_type, info.external_attr = ZIP_DEFLATED, 0o600 << 16
            archive.writestr(info, data)
    return made.getvalue()


def unpack_parts(data: bytes) -> dict[str, bytes]:
    """Return the parts of a ZIP that we made; a ValueError where it is none, or a part is damaged."""
    try:
        with ZipFile(BytesIO(data)) as archive:
            return {name: archive.read(name) for name in archive.namelist()}
    except _DAMAGED as error:
        raise ValueError(str(error)) from error


def parse_part(parts: Mapping[str, bytes], name: str) -> ET.Element:
    """Return a part that is XML of ours; a ValueError where it is not there, or not whole."""
    try:
        return parse_tree(parts[name])
    except (KeyError, ValueError) as error:
        raise ValueError(name) from error
