"""A clean Debian or Ubuntu in a folder, tried from inside by an ordinary user. Wants root and debootstrap."""

import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path

from msgspec import Struct, field

HOME = "/home/reader"
USER = "1000:1000"
_BUNDLE = "etc/ssl/certs/ca-certificates.crt"


class System(Struct, frozen=True):
    """What debootstrap is told of a system; `keyring` is the file whose signatures it asks for."""

    name: str
    suite: str
    mirror: str
    keyring: Path
    parts: str = "main"
    script: str = ""


DEBIAN = System(
    "debian", "bookworm", "http://deb.debian.org/debian", Path("/usr/share/keyrings/debian-archive-keyring.gpg")
)
UBUNTU = System(
    "ubuntu", "noble", "http://archive.ubuntu.com/ubuntu", Path("/usr/share/keyrings/ubuntu-archive-keyring.gpg"),
    "main,universe", "/usr/share/debootstrap/scripts/gutsy",
)  # fmt: skip
"""Debian's debootstrap knows Ubuntu's way by its oldest name alone."""


class Root(Struct, frozen=True):
    """A system in `folder`; `environment` is what every command in it sees besides the usual."""

    folder: Path
    environment: Mapping[str, str] = field(default_factory=dict)

    def run(self, *command: str, user: str = "0:0", network: bool = True) -> "subprocess.CompletedProcess[str]":
        """Run `command` in it, with its own /proc, /dev/shm and /dev/pts, and without any network where so asked."""
        told = {"LANG": "C.UTF-8", "HOME": HOME if user == USER else "/root", "DEBIAN_FRONTEND": "noninteractive"}
        told |= {"PATH": "/usr/sbin:/usr/bin:/sbin:/bin", **self.environment}
        inside = ["chroot", f"--userspec={user}", str(self.folder), "env", "-i", *(f"{a}={b}" for a, b in told.items())]
        alone = ["unshare", "--mount", "--pid", "--fork", "--kill-child", *([] if network else ["--net"])]
        # The shell stays the first process: some programs (Xvfb) tell it nothing if it is their parent.
        mounts = "mount -t proc proc proc && mount -t tmpfs tmpfs dev/shm && mount -t devpts devpts dev/pts"
        script = f'cd "$0" && {mounts} && "$@"; exit $?'
        return subprocess.run(
            [*alone, "sh", "-c", script, str(self.folder), *inside, *command],
            capture_output=True, text=True, encoding="utf-8", check=False,
        )  # fmt: skip

    def install(self, *packages: str) -> None:
        """Install packages of the system, and a reader who is not root."""
        done = self.run("apt-get", "install", "-y", "--no-install-recommends", *packages)
        assert done.returncode == 0, done.stdout + done.stderr
        self.run("useradd", "--create-home", "--uid=1000", "--shell=/bin/bash", "reader")

    def trust(self, authority: Path) -> None:
        """Let the system trust the certificates in `authority`, as its manual says."""
        place = self.folder / "usr/local/share/ca-certificates"
        place.mkdir(parents=True, exist_ok=True)
        shutil.copy(authority, place / f"{authority.stem}.crt")
        done = self.run("update-ca-certificates")
        assert done.returncode == 0, done.stderr


def make_root(system: System, folder: Path, kept: Path) -> Root:
    """Make the clean `system` in `folder`, from the archive `kept` where an earlier run has left it."""
    if not kept.is_file():
        kept.parent.mkdir(parents=True, exist_ok=True)
        options = ["--variant=minbase", f"--keyring={system.keyring}", f"--components={system.parts}", system.suite]
        command = ["debootstrap", *options, str(folder), system.mirror, *([system.script] if system.script else [])]
        subprocess.run(command, check=True, capture_output=True)
        subprocess.run(["tar", "-C", str(folder), "-cf", str(kept), "."], check=True)
    else:
        subprocess.run(["tar", "-C", str(folder), "-xf", str(kept)], check=True)
    folder.chmod(0o755)  # it is the root of a reader who is not us
    return Root(folder)


def can_make(system: System, kept: Path) -> bool:
    """Tell whether `make_root` can succeed here, a network granted."""
    return kept.is_file() or (shutil.which("debootstrap") is not None and system.keyring.is_file())
