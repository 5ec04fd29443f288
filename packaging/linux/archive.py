"""The archive for other Linux systems: the same files, with a script that installs them for one user or for all."""

import platform
import shutil
import tarfile
from pathlib import Path

from product import Product, release_time

from linux.tree import HERE, lay_out, set_times


def make_archive(program: Path, icons: Path, product: Product, work: Path) -> Path:
    """Make the archive of `program` in `work` and return where it lies."""
    name = f"crossquote-{product.version}-linux-{platform.machine()}"
    root = work / "archive" / name
    work.mkdir(parents=True, exist_ok=True)
    shutil.rmtree(root.parent, ignore_errors=True)
    lay_out(root / "files", program, icons, product)
    shutil.copy(HERE / "install.sh", root / "install.sh")
    set_times(root)
    made = work / f"{name}.tar.xz"
    with tarfile.open(made, "w:xz", preset=6) as archive:
        for path in sorted([root, *root.rglob("*")]):
            archive.add(path, str(path.relative_to(root.parent)), recursive=False, filter=_nobodys)
    return made


def _nobodys(entry: tarfile.TarInfo) -> tarfile.TarInfo:
    entry.uid = entry.gid = 0
    entry.uname = entry.gname = "root"
    entry.mtime = release_time()
    return entry
