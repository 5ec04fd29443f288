"""The program's icon in the forms that systems ask for, drawn from the one SVG."""

import os
import struct
from collections.abc import Mapping
from pathlib import Path

PNG_SIZES = (16, 24, 32, 48, 64, 128, 256, 512)
_ICO_SIZES = (16, 24, 32, 48, 64, 128, 256)
# Apple's four-letter names for pictures that are PNG inside.
_ICNS_NAMES = {16: b"icp4", 32: b"icp5", 64: b"icp6", 128: b"ic07", 256: b"ic08", 512: b"ic09"}


def write_icons(drawing: Path, folder: Path) -> None:
    """Write `drawing` as PNG in each size, as .ico and as .icns into `folder`."""
    folder.mkdir(parents=True, exist_ok=True)
    pictures = {size: draw(drawing, size) for size in PNG_SIZES}
    for size, data in pictures.items():
        (folder / f"crossquote-{size}.png").write_bytes(data)
    (folder / "crossquote.ico").write_bytes(ico({size: pictures[size] for size in _ICO_SIZES}))
    (folder / "crossquote.icns").write_bytes(icns({size: pictures[size] for size in _ICNS_NAMES}))


def draw(drawing: Path, width: int, height: int = 0, kind: str = "png") -> bytes:
    """Return `drawing` as a picture of `width` by `height` pixels, a square one where no height is given.

    `kind` is "png", or "bmp" as installers for Windows want it, which knows nothing of what shines through.
    """
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtCore import QBuffer, QByteArray, QIODevice, Qt  # noqa: PLC0415 - only where something is drawn
    from PySide6.QtGui import QGuiApplication, QImage, QImageWriter, QPainter  # noqa: PLC0415 - as above
    from PySide6.QtSvg import QSvgRenderer  # noqa: PLC0415 - as above

    application = QGuiApplication.instance() or QGuiApplication(["icons"])
    image = QImage(width, height or width, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    QSvgRenderer(str(drawing), application).render(painter)
    painter.end()
    if kind == "bmp":
        image = image.convertToFormat(QImage.Format.Format_RGB888)
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, kind.encode()).write(image)
    return bytes(data.data())


def ico(pictures: Mapping[int, bytes]) -> bytes:
    """Return PNG `pictures` by size as a Windows icon file."""
    head = struct.pack("<HHH", 0, 1, len(pictures))
    offset = len(head) + 16 * len(pictures)
    entries = b""
    for size, data in pictures.items():
        entries += struct.pack("<BBBBHHII", size % 256, size % 256, 0, 0, 1, 32, len(data), offset)
        offset += len(data)
    return head + entries + b"".join(pictures.values())


def icns(pictures: Mapping[int, bytes]) -> bytes:
    """Return PNG `pictures` by size as an Apple icon file."""
    body = b"".join(_ICNS_NAMES[size] + struct.pack(">I", len(data) + 8) + data for size, data in pictures.items())
    return b"icns" + struct.pack(">I", len(body) + 8) + body
