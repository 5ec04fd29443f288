"""The Debian package: the program in /usr/lib, and what it asks of the system as dependencies."""

import os
import platform
import re
import shutil
import subprocess
from collections.abc import Iterable
from pathlib import Path

from libraries import lacking, newest_glibc
from product import CONTACT, PUBLISHER, Product, release_time
from pruning import size

from linux.tree import lay_out, set_times

MAINTAINER = f"{PUBLISHER} <{CONTACT}>"
# Which Debian package brings a library that the program asks of the system; the same names in bookworm and trixie.
PROVIDED_BY = {
    "ld-linux-x86-64.so.2": "libc6",
    "libc.so.6": "libc6",
    "libdl.so.2": "libc6",
    "libm.so.6": "libc6",
    "libpthread.so.0": "libc6",
    "libresolv.so.2": "libc6",
    "librt.so.1": "libc6",
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libwayland-client.so.0": "libwayland-client0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb.so.1": "libxcb1",
}
# Asked for by no library: where the fonts of the system are.
ALSO = ("fontconfig-config",)
_MACHINES = {"x86_64": "amd64", "aarch64": "arm64"}


def make_deb(program: Path, icons: Path, product: Product, work: Path, *, quick: bool = False) -> Path:
    """Make the package of `program` in `work` and return where it lies; `quick` hardly packs it, for tests."""
    machine = _MACHINES[platform.machine()]
    root = work / "deb"
    work.mkdir(parents=True, exist_ok=True)
    shutil.rmtree(root, ignore_errors=True)
    lay_out(root / "usr", program, icons, product)
    (root / "DEBIAN").mkdir()
    told = control(product, machine, depends(lacking(program), newest_glibc(program)), size(root) // 1024)
    (root / "DEBIAN" / "control").write_text(told, encoding="utf-8")
    set_times(root)
    made = work / f"crossquote_{debian_version(product.version)}_{machine}.deb"
    subprocess.run(
        ["dpkg-deb", "--root-owner-group", "-Zxz", f"-z{0 if quick else 6}", "--build", str(root), str(made)],
        check=True,
        capture_output=True,
        env=os.environ | {"SOURCE_DATE_EPOCH": str(release_time())},
    )
    return made


def depends(asked: Iterable[str], glibc: str) -> list[str]:
    """Return the packages that bring the libraries `asked` for; one that nobody knows is an error."""
    packages = {PROVIDED_BY[name] for name in asked} | set(ALSO)
    return sorted(f"libc6 (>= {glibc})" if name == "libc6" else name for name in packages)


def debian_version(version: str) -> str:
    """Return `version` as Debian sorts it: a candidate before the release (0.2.0rc1 is 0.2.0~rc1)."""
    return re.sub(r"(?<=\d)(a|b|rc|\.dev)(?=\d)", r"~\1", version).replace("~.", "~")


def control(product: Product, machine: str, needs: Iterable[str], kilobytes: int) -> str:
    """Return the package's control file."""
    return f"""\
Package: {product.name}
Version: {debian_version(product.version)}
Architecture: {machine}
Maintainer: {MAINTAINER}
Installed-Size: {kilobytes}
Depends: {", ".join(needs)}
Section: text
Priority: optional
Description: {_lowered(product.summary)}
 Crossquote takes the articles that report an event, finds what each one
 quotes and from whom, brings the renditions of the same utterance together,
 and shows them side by side: what changed, of what kind, and how much that
 matters. It works offline; nothing leaves the machine.
"""


def _lowered(text: str) -> str:
    return text[:1].lower() + text[1:]
