"""The files of an installed program on Linux: the program's folder, and what the desktop is told of it."""

import os
import shutil
from datetime import UTC, datetime
from pathlib import Path

from icons import PNG_SIZES
from product import IDENTIFIER, Product, release_time

HERE = Path(__file__).resolve().parent
DRAWING = HERE.parent.parent / "resources" / "icons" / "crossquote.svg"


def lay_out(root: Path, program: Path, icons: Path, product: Product) -> None:
    """Fill `root` as it will lie below the prefix (`/usr`, `~/.local`): bin, lib, share."""
    shutil.copytree(program, root / "lib" / "crossquote", symlinks=True)
    (root / "bin").mkdir()
    (root / "bin" / "crossquote").symlink_to("../lib/crossquote/crossquote")
    share = root / "share"
    _put(share / "applications" / "crossquote.desktop", _text("crossquote.desktop"))
    _put(share / "mime" / "packages" / "crossquote.xml", _text("crossquote-mime.xml"))
    _put(share / "metainfo" / f"{IDENTIFIER}.metainfo.xml", metainfo(product))
    _put(share / "doc" / "crossquote" / "copyright", (program / "LICENSE.txt").read_text(encoding="utf-8") + _WHERE)
    themes = share / "icons" / "hicolor"
    for size in PNG_SIZES:
        _copy(icons / f"crossquote-{size}.png", themes / f"{size}x{size}" / "apps" / "crossquote.png")
    _copy(DRAWING, themes / "scalable" / "apps" / "crossquote.svg")
    set_times(root)


def metainfo(product: Product) -> str:
    """Return what software centres are told, with this version and its day."""
    day = datetime.fromtimestamp(release_time(), UTC).date().isoformat()
    return _text("metainfo.xml").replace("@VERSION@", product.version).replace("@DATE@", day)


def set_times(root: Path) -> None:
    """Give every file the release's time and plain permissions, so that the same files make the same package."""
    for path in [root, *root.rglob("*")]:
        if not path.is_symlink():
            path.chmod(0o755 if path.is_dir() or os.access(path, os.X_OK) else 0o644)
        os.utime(path, (release_time(), release_time()), follow_symlinks=False)


_WHERE = "\nWhat others made and this program brings along: /usr/lib/crossquote/third-party-licences.html\n"


def _text(name: str) -> str:
    return (HERE / name).read_text(encoding="utf-8")


def _put(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def _copy(source: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(source, target)
