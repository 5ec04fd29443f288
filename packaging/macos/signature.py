"""The signature of the bundle: what is signed, in which order, with which rights; run on macOS only.

Signed from the inside out, each library for itself and then the bundle, as Apple asks for ("--deep" gives the program's
rights to every library). CROSSQUOTE_SIGN names the identity, "Developer ID Application: …"; without it the signature is
ad hoc, which any Mac runs but no Gatekeeper trusts.
"""

import os
import platform
import plistlib
import subprocess
from collections.abc import Iterator
from pathlib import Path

from macos.bundle import entitlements

AD_HOC = "-"
# The first bytes of a library for one processor, or for several.
_MACHO = (b"\xcf\xfa\xed\xfe", b"\xca\xfe\xba\xbe")
# How many files one command is given.
_AT_ONCE = 100


def seal(bundle: Path, allowed: Path) -> None:
    """Sign `bundle` and look whether the signature holds; `allowed` is where the entitlements are written."""
    identity = os.environ.get("CROSSQUOTE_SIGN", AD_HOC)
    allowed.write_bytes(plistlib.dumps(entitlements(platform.machine(), signed=identity != AD_HOC)))
    for command in signing(bundle, allowed, identity):
        subprocess.run(command, check=True)
    subprocess.run(["codesign", "--verify", "--deep", "--strict", str(bundle)], check=True)


def signing(bundle: Path, allowed: Path, identity: str) -> list[list[str]]:
    """Return the commands that sign what is in `bundle`, then `bundle` itself with what `allowed` lists."""
    stamp = ["--timestamp=none"] if identity == AD_HOC else ["--timestamp"]
    sign = ["codesign", "--force", "--options", "runtime", *stamp, "--sign", identity]
    inner = [str(path) for path in code_inside(bundle)]
    batches = [inner[start : start + _AT_ONCE] for start in range(0, len(inner), _AT_ONCE)]
    return [*([*sign, *batch] for batch in batches), [*sign, "--entitlements", str(allowed), str(bundle)]]


def code_inside(bundle: Path) -> list[Path]:
    """Return the libraries and frameworks in `bundle` in the order in which they can be signed: the deepest first."""
    return sorted(_code(bundle / "Contents" / "Frameworks"), key=lambda path: (-len(path.parts), path))


def _code(folder: Path) -> Iterator[Path]:
    for path in folder.iterdir():
        if path.is_symlink():
            continue
        if path.is_dir():
            yield from _code(path)
            if path.suffix == ".framework":
                yield path
        elif _is_code(path) and not _is_framework(path):
            yield path


def _is_framework(path: Path) -> bool:
    """Tell whether `path` is the library that a framework is about: it is signed with the framework."""
    return any(parent.name == f"{path.name}.framework" for parent in path.parents)


def _is_code(path: Path) -> bool:
    with path.open("rb") as file:
        return file.read(4) in _MACHO
