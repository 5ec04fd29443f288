"""Builds Crossquote for the system it runs on: freeze, prune, describe, self-test, and with `--wrap` the installers.

`uv run python packaging/build.py` leaves the program in `build/dist/crossquote`; `--check` also prints size and start
beside the unfrozen program's; `--with-packages DIR` brings the language packages in DIR along.
"""

import argparse
import hashlib
import json
import platform
import shutil
import sys
from collections.abc import Sequence
from pathlib import Path

from bom import bill
from carried import bring_packages
from contents import collected, parts
from linux.archive import make_archive
from linux.deb import make_deb
from macos.image import make_image
from macos.oldest import check_oldest
from macos.signature import seal
from measuring import measures
from notices import licences_page
from product import BUILD, ROOT, read_product
from program import FOLDER, executable, freeze, papers, self_test, shipped
from pruning import prune
from windows.installer import make_installer


def say(line: str) -> None:
    """Print a line at once, in UTF-8 whatever the terminal's own encoding."""
    sys.stdout.buffer.write(f"{line}\n".encode())
    sys.stdout.buffer.flush()


def describe(program: Path) -> int:
    """Put the licence, the page of licences and the bill of materials into `program`; return how many parts it has."""
    product, found, folder = read_product(), parts(collected()), papers(program)
    shutil.copy(ROOT / "LICENSE", folder / "LICENSE.txt")
    (folder / "third-party-licences.html").write_text(licences_page(product, found), encoding="utf-8")
    (folder / "crossquote.cdx.json").write_text(json.dumps(bill(product, found), indent=1), encoding="utf-8")
    return len(found)


def wrap() -> list[Path]:
    """Make this system's installers from the frozen program; return where they lie, with the file of their sums."""
    product, icons, out = read_product(), BUILD / "icons", BUILD / "installers"
    shutil.rmtree(out, ignore_errors=True)
    out.mkdir(parents=True)
    work = BUILD / "wrapping"
    if sys.platform == "win32":
        made = [make_installer(FOLDER, icons, product, work)]
    elif sys.platform == "darwin":
        made = [make_image(shipped(), product, platform.machine(), work)]
    else:
        made = [make(FOLDER, icons, product, work) for make in (make_deb, make_archive)]
    lying = [Path(shutil.move(each, out / each.name)) for each in made]
    lying.append(Path(shutil.copy(papers(shipped()) / "crossquote.cdx.json", out)))
    (out / "SHA256SUMS").write_text("".join(map(_sum, lying)), encoding="utf-8", newline="\n")
    return [*lying, out / "SHA256SUMS"]


def _sum(file: Path) -> str:
    return f"{hashlib.sha256(file.read_bytes()).hexdigest()}  {file.name}\n"


def parser() -> argparse.ArgumentParser:
    """Return what can be asked of this script."""
    made = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    made.add_argument("--check", action="store_true", help="print size and start beside the unfrozen program's")
    made.add_argument("--with-packages", type=Path, metavar="DIR", help="bring the language packages in DIR along")
    made.add_argument("--wrap", action="store_true", help="make the installers of this system")
    return made


def main(argv: Sequence[str] | None = None) -> None:
    """Build for this system."""
    arguments = parser().parse_args(argv)
    freeze()
    program = shipped()
    for each in sorted({FOLDER, program}):
        say(f"pruned {prune(each, ROOT / 'packaging' / 'prune.toml') / 1e6:.1f} MB from {each.name}")
    for name in bring_packages(arguments.with_packages, program) if arguments.with_packages else []:
        say(f"brings {name}")
    say(f"made of {describe(program)} parts")
    if sys.platform == "darwin":
        check_oldest(program)
        seal(program, BUILD / "entitlements.plist")
    say(self_test(executable(program)).rstrip())
    if arguments.check:
        for line in measures():
            say(line)
    for file in wrap() if arguments.wrap else []:
        say(f"{file.stat().st_size / 1e6:8.1f} MB  {file.relative_to(ROOT)}")


if __name__ == "__main__":
    main()
