"""The Debian package in a clean Debian: installed, tested there as an ordinary user without a network, purged.

Wants root, debootstrap, a Debian mirror, and the package: `uv run python packaging/build.py --wrap` first.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from product import BUILD
from program import unexpected

MADE = sorted((BUILD / "installers").glob("crossquote_*.deb"))
BASE = BUILD / "debian-base.tar"
USER = "1000:1000"

pytestmark = [
    pytest.mark.installers,
    pytest.mark.skipif(sys.platform != "linux" or os.geteuid() != 0, reason="a root of one's own wants root"),
    pytest.mark.skipif(shutil.which("debootstrap") is None, reason="debootstrap is not here"),
    pytest.mark.skipif(not MADE, reason="run packaging/build.py --wrap first"),
]


class Root:
    """A clean Debian in a folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def run(self, *command: str, user: str = "0:0", network: bool = True) -> "subprocess.CompletedProcess[str]":
        """Run `command` in it, with its own /proc, and without any network where so asked."""
        inside = ["chroot", f"--userspec={user}", str(self.folder), "env", "-i", "LANG=C.UTF-8", "HOME=/home/reader"]
        inside += ["PATH=/usr/sbin:/usr/bin:/sbin:/bin", "DEBIAN_FRONTEND=noninteractive", "QT_QPA_PLATFORM=offscreen"]
        alone = ["unshare", "--mount", "--pid", "--fork", *([] if network else ["--net"])]
        script = 'mount -t proc proc "$0/proc" && exec "$@"'
        return subprocess.run(
            [*alone, "sh", "-c", script, str(self.folder), *inside, *command],
            capture_output=True, text=True, encoding="utf-8", check=False,
        )  # fmt: skip


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Root:
    folder = tmp_path_factory.mktemp("debian")
    if not BASE.is_file():
        subprocess.run(["debootstrap", "--variant=minbase", "bookworm", str(folder)], check=True, capture_output=True)
        subprocess.run(["tar", "-C", str(folder), "-cf", str(BASE), "."], check=True)
    else:
        subprocess.run(["tar", "-C", str(folder), "-xf", str(BASE)], check=True)
    folder.chmod(0o755)  # it is the root of a reader who is not us
    return Root(folder)


def test_it_installs_tests_itself_and_goes(root: Root) -> None:
    deb = shutil.copy(MADE[-1], root.folder / "srv")
    installed = root.run("apt-get", "install", "-y", "--no-install-recommends", f"/srv/{Path(deb).name}")
    assert installed.returncode == 0, installed.stdout + installed.stderr
    assert root.run("useradd", "--create-home", "reader").returncode == 0

    tested = root.run("crossquote", "self-test", user=USER, network=False)
    assert unexpected(tested.stdout, tested.stderr) == []
    assert tested.returncode == 0

    story = "/usr/lib/crossquote/_internal/seeds/harbour-strike"
    compared = root.run("sh", "-c", f"crossquote compare --json {story}/*.en.txt", user=USER, network=False)
    assert compared.returncode == 0
    assert compared.stderr == ""
    assert '"utterances"' in compared.stdout

    assert root.run("dpkg", "--verify", "crossquote").stdout == ""
    assert root.run("apt-get", "purge", "-y", "crossquote").returncode == 0
    left = root.run("sh", "-c", "find / -xdev -iname '*crossquote*' -not -path '/home/*' -not -path '/proc/*'").stdout
    assert set(left.split()) <= {f"/srv/{Path(deb).name}"}
