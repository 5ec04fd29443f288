"""The Debian package and the archive in a clean Debian: tried by an ordinary user without a network, then removed.

Wants root, debootstrap, a Debian mirror, and the package: `uv run python packaging/build.py --wrap` first.
"""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from carried import bring_packages
from linux.deb import make_deb
from msgspec.structs import replace
from product import BUILD, read_product
from program import FOLDER, unexpected

from clean_root import DEBIAN, HOME, USER, Root, make_root
from crossquote.resources import seeds

MADE = sorted((BUILD / "installers").glob("crossquote_*.deb"))

pytestmark = [
    pytest.mark.installers,
    pytest.mark.skipif(sys.platform != "linux" or os.geteuid() != 0, reason="a root of one's own wants root"),
    pytest.mark.skipif(shutil.which("debootstrap") is None, reason="debootstrap is not here"),
    pytest.mark.skipif(not MADE, reason="run packaging/build.py --wrap first"),
]


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Root:
    made = make_root(DEBIAN, tmp_path_factory.mktemp("debian"), BUILD / "debian-base.tar")
    return replace(made, environment={"QT_QPA_PLATFORM": "offscreen"})


STORY = "_internal/seeds/harbour-strike"


def installed(root: Root, deb: Path) -> None:
    """Install the package `deb` in `root`, where there is a reader."""
    name = Path(shutil.copy(deb, root.folder / "srv")).name
    root.install(f"/srv/{name}")


def said(root: Root, line: str) -> str:
    """Return what `line` says to the reader in `root`, who has no network; it must go well and without a complaint."""
    done = root.run("sh", "-c", line, user=USER, network=False)
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout


def left_over(root: Root) -> set[str]:
    """Return the files of the program that are in `root`, but for what was brought there to be installed."""
    found = root.run("sh", "-c", "find / -xdev -iname '*crossquote*' -not -path '/proc/*' -not -path '/srv/*'").stdout
    return set(found.split())


def test_it_installs_tests_itself_and_goes(root: Root) -> None:
    installed(root, MADE[-1])
    assert unexpected(said(root, "crossquote self-test"), "") == []
    assert all(not path.startswith(HOME) for path in left_over(root))
    assert '"utterances"' in said(root, f"crossquote compare --json /usr/lib/crossquote/{STORY}/*.en.txt")
    mine = f"{HOME}/mine.crossquote"
    said(root, f"crossquote compare --save {mine} /usr/lib/crossquote/{STORY}/*.en.txt")

    assert root.run("dpkg", "--verify", "crossquote").stdout == ""
    assert root.run("apt-get", "purge", "-y", "crossquote").returncode == 0
    assert left_over(root) == {mine, f"{HOME}/.config/Crossquote"}
    assert root.run("rm", "-r", *left_over(root)).returncode == 0


def test_the_archive_installs_for_one_reader_tests_itself_and_goes(root: Root) -> None:
    needed = subprocess.run(["dpkg-deb", "-f", str(MADE[-1]), "Depends"], check=True, capture_output=True, text=True)
    names = [name.split()[0] for name in needed.stdout.split(",")]
    root.install("xz-utils", *names)
    (archive,) = (BUILD / "installers").glob("crossquote-*-linux-*.tar.xz")
    shutil.copy(archive, root.folder / "srv")
    said(root, f"cd {HOME} && tar -xf /srv/{archive.name} && mv crossquote-* unpacked && sh unpacked/install.sh")
    assert unexpected(said(root, f"{HOME}/.local/bin/crossquote self-test"), "") == []
    said(root, f"sh {HOME}/unpacked/install.sh --uninstall && rm -r {HOME}/unpacked")
    assert left_over(root) == set()


def test_packages_that_the_installer_brings_are_there_for_every_reader(root: Root, tmp_path: Path) -> None:
    stick, twin = tmp_path / "stick" / "translate-uk_en-1_9", tmp_path / "crossquote"
    shutil.copytree(seeds() / "packages" / "translate-uk_en-sample", stick)
    told = json.loads((stick / "metadata.json").read_text(encoding="utf-8")) | {"package_version": "1.9"}
    del told["crossquote_sample"]
    (stick / "metadata.json").write_text(json.dumps(told), encoding="utf-8")
    shutil.copytree(FOLDER, twin, symlinks=True, copy_function=os.link)
    assert bring_packages(stick.parent, twin) == ["translate-uk_en 1.9 (Ukrainian → English)"]

    installed(root, make_deb(twin, BUILD / "icons", read_product(), tmp_path / "work", quick=True))
    (line,) = [line for line in said(root, "crossquote packages list").splitlines() if " 1.9 " in line]
    assert "Ukrainian → English" in line
    assert "/usr/lib/crossquote/_internal/packages/" in line
    assert "Whole, loads, translates: translate-uk_en 1.9" in said(root, "crossquote packages verify uk-en")
    assert unexpected(said(root, "crossquote self-test"), "") == []
    assert root.run("apt-get", "purge", "-y", "crossquote").returncode == 0
