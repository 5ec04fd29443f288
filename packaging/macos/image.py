"""The macOS disk image: how its window looks, and the commands that notarise it; made on macOS only, by dmgbuild.

Signatures and notary: CROSSQUOTE_SIGN names the identity, CROSSQUOTE_NOTARY the keychain profile of notarytool; without
both, the image is not notarised.
"""

import os
import subprocess
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from icons import draw
from product import Product

HERE = Path(__file__).resolve().parent
DRAWING = HERE / "background.svg"
WINDOW = (640, 400)
# Where the middles of the two icons are in the window; the arrow of the drawing leads from one to the other.
PROGRAM_AT, APPLICATIONS_AT = (170, 190), (470, 190)
ICON = 112
# What a window's head takes of the height that Finder is told.
_HEAD = 28


def make_image(bundle: Path, product: Product, machine: str, work: Path) -> Path:
    """Make the disk image of `bundle` in `work` and return where it lies."""
    import dmgbuild  # noqa: PLC0415 - on macOS alone

    work.mkdir(parents=True, exist_ok=True)
    made = work / f"crossquote-{product.version}-macos-{machine}.dmg"
    dmgbuild.build_dmg(str(made), "Crossquote", settings=layout(bundle, write_background(work)))
    for command in notarising(made, os.environ):
        subprocess.run(command, check=True)
    return made


def write_background(folder: Path) -> Path:
    """Draw the window's background into `folder`, with a twin for fine screens that dmgbuild finds by its name."""
    for scale, name in ((1, "background.png"), (2, "background@2x.png")):
        (folder / name).write_bytes(draw(DRAWING, WINDOW[0] * scale, WINDOW[1] * scale))
    return folder / "background.png"


def layout(bundle: Path, background: Path) -> dict[str, Any]:
    """Return what dmgbuild is told: what lies in the image, and how its window shows it."""
    width, height = WINDOW
    return {
        "format": "ULMO",
        "filesystem": "HFS+",
        "files": [str(bundle)],
        "symlinks": {"Applications": "/Applications"},
        "background": str(background),
        "window_rect": ((200, 160), (width, height + _HEAD)),
        "default_view": "icon-view",
        "icon_size": ICON,
        "text_size": 13,
        "icon_locations": {bundle.name: PROGRAM_AT, "Applications": APPLICATIONS_AT},
        "hide_extensions": [bundle.name],
    }


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
