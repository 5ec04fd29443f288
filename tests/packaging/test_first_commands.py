"""README's own commands, read out of it, in a clean system: by an ordinary user, with what the system itself brings.

The network is the machine's own; a second time there is none but a proxy that has certificates of its own. Wants root,
debootstrap, openssl, and a mirror of each system: the systems are kept in `build/`.
"""

import os
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from msgspec.structs import replace
from product import BUILD, ROOT

from clean_root import DEBIAN, HOME, UBUNTU, USER, Root, System, can_make, make_root

README = (ROOT / "README.md").read_text(encoding="utf-8")
CLONE = f"{HOME}/crossquote"
KEPT = {system: BUILD / f"{system.name}-base.tar" for system in (DEBIAN, UBUNTU)}
BUNDLE = "/etc/ssl/certs/ca-certificates.crt"
# How this machine reaches its package index, where it does so in a way of its own.
WAY = re.compile(r"(?i)(https?|all|no)_proxy|(PIP|UV)_(INDEX_URL|DEFAULT_INDEX)")

SCREEN = ".venv/lib/python3*/site-packages/PySide6/Qt/plugins/platforms/libqxcb.so"
# Runs a command, waits for a window of its, and tells its title.
WATCH = """{} & for second in $(seq 120); do
  sleep 1; xdotool search --onlyvisible --name Crossquote getwindowname && exit 0
done; exit 1"""

in_a_root = [
    pytest.mark.installers,
    pytest.mark.skipif(sys.platform != "linux" or os.geteuid() != 0, reason="a root of one's own wants root"),
    pytest.mark.skipif(shutil.which("openssl") is None, reason="openssl is not here"),
]


def commands(heading: str) -> list[str]:
    """Return the lines of the first block of commands under `heading` in README.md."""
    found = re.search(rf"^## {heading}\n.*?^```\n(.*?)^```$", README, re.MULTILINE | re.DOTALL)
    assert found is not None
    return found.group(1).splitlines()


def named(pattern: str) -> str:
    """Return what README says between backquotes that looks like `pattern`."""
    (found,) = set(re.findall(rf"`({pattern})`", README))
    return str(found)


def test_each_block_is_whole() -> None:
    install, opens = commands("Try it")
    assert commands("Run the tests")[0] == install
    assert all(shlex.split(line)[0] in ("python3", ".uv/bin/uv") for line in (install, opens))


def test_what_lands_is_what_readme_says() -> None:
    script = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    contributing = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    install, tests = commands("Run the tests")
    assert tests.removeprefix(".uv/bin/") in script
    assert install.removeprefix("python3 -m pip install ") in script
    assert install in contributing


@pytest.fixture(scope="module", params=[DEBIAN, UBUNTU], ids=lambda system: system.name)
def root(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Root:
    """Return a clean system with what README asks for, and a clone that belongs to its reader."""
    system: System = request.param
    if not can_make(system, KEPT[system]):
        pytest.skip(f"a clean {system.name} can't be made here: debootstrap or its keyring is not here")
    made = make_root(system, tmp_path_factory.mktemp(system.name), KEPT[system])
    made.install("python3", *shlex.split(named(r"sudo apt install [^`]*"))[3:])
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        check=True,
        capture_output=True,
        text=True,
    )
    for name in filter(None, listed.stdout.split("\0")):
        place = made.folder / CLONE.lstrip("/") / name
        place.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / name, place)
    made.run("chown", "-R", USER, CLONE)
    return made


def on_this_machines_network(root: Root) -> Root:
    """Return `root` with what this machine says of its way to the package index: proxies, certificates."""
    way = {name: value for name, value in os.environ.items() if WAY.fullmatch(name)}
    if bundle := os.environ.get("SSL_CERT_FILE"):
        shutil.copy(bundle, root.folder / BUNDLE.lstrip("/"))
        way["SSL_CERT_FILE"] = BUNDLE
    return replace(root, environment=way)


def reader(root: Root, line: str) -> "subprocess.CompletedProcess[str]":
    """Let the reader type `line` in the clone."""
    return root.run("bash", "-c", f"cd {CLONE} && {line}", user=USER)


def went_well(done: "subprocess.CompletedProcess[str]") -> str:
    assert done.returncode == 0, done.stdout[-3000:] + done.stderr[-3000:]
    return done.stdout


class TestInACleanSystem:
    """What a reader types there."""

    pytestmark = in_a_root

    def test_plain_pip_is_refused(self, root: Root) -> None:
        done = reader(on_this_machines_network(root), "python3 -m pip install uv")
        assert "externally-managed-environment" in done.stderr

    def test_the_window_opens(self, root: Root) -> None:
        root = on_this_machines_network(root)
        install, opens = commands("Try it")
        went_well(reader(root, install))
        went_well(reader(root, opens.replace("crossquote", "true", 1)))
        # Before the packages come that this test wants of its own, and with them what Qt may lack.
        assert "not found" not in went_well(reader(root, f"ldd {SCREEN}"))
        assert "window" in went_well(reader(root, ".uv/bin/uv run crossquote self-test"))
        root.install("xvfb", "xauth", "xdotool")
        title = went_well(reader(root, f"xvfb-run -a sh -c {shlex.quote(WATCH.format(opens))}"))
        assert "Crossquote" in title
        told = went_well(reader(root, ".uv/bin/uv run crossquote compare seeds/ceasefire-call/*.en.txt"))
        assert "findings: " in told

    def test_what_lands_a_change_brings_its_uv(self, root: Root) -> None:
        """Run .ci/run up to the first command that it gives to uv."""
        script = (ROOT / ".ci" / "run").read_text(encoding="utf-8").partition("\nuv run ")[0]
        (root.folder / CLONE.lstrip("/") / ".ci" / "beginning").write_text(
            f"{script}\nuv --version\n", encoding="utf-8"
        )
        root = on_this_machines_network(root)
        went_well(reader(root, "rm -rf .uv"))
        for _ in range(2):
            assert went_well(reader(root, "bash .ci/beginning")).startswith("uv ")

    def test_the_tests_run(self, root: Root) -> None:
        root = on_this_machines_network(root)
        *_, told = [went_well(reader(root, line)) for line in commands("Run the tests")]
        assert re.search(r"\d+ passed", told)

    def test_a_proxy_with_its_own_certificates(self, root: Root, tmp_path: Path) -> None:
        reader(root, "rm -rf .uv .venv ~/.cache")
        install, opens = commands("Try it")
        opens = opens.replace("crossquote", "true", 1)
        with proxy(tmp_path) as (port, carried), without_names(root):
            root.trust(tmp_path / "authority.pem")
            behind = replace(root, environment={"HTTPS_PROXY": f"http://127.0.0.1:{port}"})
            went_well(reader(behind, install))
            assert reader(behind, opens).returncode != 0
            name, value = named(r"UV_[A-Z_]+=\w+").split("=")
            went_well(reader(replace(behind, environment={**behind.environment, name: value}), opens))
        assert "carried" in carried


@contextmanager
def proxy(folder: Path) -> Iterator[tuple[int, list[str]]]:
    """Run the proxy; give its port, and what it says of each connection, once it has ended."""
    command = [sys.executable, str(ROOT / "tests" / "intercepting_proxy.py"), str(folder)]
    said: list[str] = []
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as running:
        assert running.stdout is not None
        yield int(running.stdout.readline()), said
        said += running.communicate()[0].splitlines()


@contextmanager
def without_names(root: Root) -> Iterator[None]:
    """Take the servers of names from `root`: whatever is reached then is reached by the proxy."""
    servers = root.folder / "etc" / "resolv.conf"
    before = servers.read_bytes()
    servers.write_text("nameserver 127.0.0.1\n", encoding="ascii")
    try:
        yield
    finally:
        servers.write_bytes(before)
