"""The macOS disk image: the commands that sign, wrap and notarise, as lists; run on macOS only."""

import os
import plistlib
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path

from product import Product

from macos.bundle import entitlements

HERE = Path(__file__).resolve().parent
AD_HOC = "-"


def make_image(bundle: Path, product: Product, machine: str, work: Path) -> Path:
    """Make the disk image of `bundle` in `work` and return where it lies.

    CROSSQUOTE_SIGN names the identity to sign with (ad hoc without it), CROSSQUOTE_NOTARY the keychain profile of
    notarytool; without it the image is not notarised.
    """
    work.mkdir(parents=True, exist_ok=True)
    allowed = work / "entitlements.plist"
    allowed.write_bytes(plistlib.dumps(entitlements()))
    stage, made = work / "image", work / f"crossquote-{product.version}-macos-{machine}.dmg"
    identity = os.environ.get("CROSSQUOTE_SIGN", AD_HOC)
    _run(signing(bundle, allowed, identity))
    shutil.rmtree(stage, ignore_errors=True)
    stage.mkdir()
    shutil.copytree(bundle, stage / bundle.name, symlinks=True)
    (stage / "Applications").symlink_to("/Applications")
    _run(wrapping(stage, made))
    for command in notarising(made, os.environ):
        _run(command)
    return made


def signing(bundle: Path, allowed: Path, identity: str) -> list[str]:
    """Return the command that signs `bundle` and all that is in it, hardened, with what `allowed` lists."""
    stamp = [] if identity == AD_HOC else ["--timestamp"]
    options = ["--force", "--deep", "--options", "runtime", "--entitlements", str(allowed), *stamp]
    return ["codesign", *options, "--sign", identity, str(bundle)]


def wrapping(stage: Path, made: Path) -> list[str]:
    """Return the command that makes the compressed image of what lies in `stage`."""
    return ["hdiutil", "create", "-volname", "Crossquote", "-srcfolder", str(stage), "-fs", "HFS+",
            "-format", "ULMO", "-ov", str(made)]  # fmt: skip


def notarising(image: Path, environment: Mapping[str, str]) -> list[list[str]]:
    """Return the commands that sign, notarise and staple `image`; none where no notary profile is named."""
    profile, identity = environment.get("CROSSQUOTE_NOTARY"), environment.get("CROSSQUOTE_SIGN")
    if not profile or not identity:
        return []
    return [
        ["codesign", "--sign", identity, "--timestamp", str(image)],
        ["xcrun", "notarytool", "submit", str(image), "--keychain-profile", profile, "--wait"],
        ["xcrun", "stapler", "staple", str(image)],
    ]


def _run(command: list[str]) -> None:
    subprocess.run(command, check=True)
