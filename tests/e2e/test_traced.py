"""A whole session as the system sees it, where a session bus offers what programs like to ask for: nothing is asked.

`uv run pytest -m traced`, with strace and dbus-run-session (Debian's packages strace and dbus).
"""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from crossquote.resources import seeds

STRACE, BUS = shutil.which("strace"), shutil.which("dbus-run-session")
CALLS = "execve,execveat,socket,connect,bind,sendto,sendmsg,sendmmsg,openat,open"
INTERNET = re.compile(r"\bAF_(INET6?|PACKET|NETLINK|BLUETOOTH|VSOCK)\b(?!.*NETLINK_AUDIT)")
"""The audit log of the system is what the bus's own daemon writes to."""
NAMES = re.compile(r'"[^"]*(/etc/(resolv\.conf|hosts|gai\.conf)|libnss_dns|systemd/resolve|avahi-daemon/socket)')
STARTED = re.compile(r'\bexecve(?:at)?\((?:[^"]*, )?"([^"]+)"')
OURS = frozenset({"dbus-run-session", "dbus-daemon", Path(sys.executable).name})
OFFERED = (
    "org.a11y.Bus", "org.freedesktop.portal.Desktop", "org.freedesktop.portal.Documents", "org.freedesktop.secrets",
    "org.freedesktop.Notifications", "org.freedesktop.FileManager1", "org.freedesktop.ScreenSaver", "ca.desrt.dconf",
    "org.gtk.vfs.Daemon", "org.kde.StatusNotifierWatcher", "org.kde.kded5", "org.kde.kded6", "org.kde.JobViewServer",
    "com.canonical.AppMenu.Registrar", "org.freedesktop.IBus", "org.fcitx.Fcitx5", "org.gnome.SessionManager",
)  # fmt: skip
"""Services that programs like to ask for."""
ROOT = Path(__file__).parents[2]
STORY = sorted(map(str, seeds().glob("*/*.txt")))[:4]
pytestmark = [
    pytest.mark.traced,
    pytest.mark.skipif(
        not (STRACE and BUS), reason="strace shows what is asked of the system, dbus-run-session is the bus"
    ),
]


def offer_services(folder: Path) -> None:
    """Let the bus start a program for whoever asks for one of the usual services."""
    services = folder / "dbus-1" / "services"
    services.mkdir(parents=True)
    for name in OFFERED:
        told = f"[D-BUS Service]\nName={name}\nExec=/bin/echo {name}\n"
        (services / f"{name}.service").write_text(told, encoding="utf-8")


def traced(folder: Path, *arguments: str, statuses: frozenset[int] = frozenset({0})) -> list[str]:
    """Run Python with `arguments` on a bus of its own; return all that was asked of the system, of every process."""
    offer_services(folder / "data")
    calls = folder / "calls"
    environment = {
        **os.environ,
        "QT_QPA_PLATFORM": "offscreen",
        "CROSSQUOTE_HOME": str(folder / "home"),
        "XDG_DATA_HOME": str(folder / "data"),
        "HTTPS_PROXY": "http://proxy.invalid:8080",
        "HTTP_PROXY": "http://proxy.invalid:8080",
    }
    command = [STRACE, "-f", "-s", "300", "-o", calls, "-e", f"trace={CALLS}", BUS, "--", sys.executable, *arguments]
    done = subprocess.run(
        [str(part) for part in command],
        capture_output=True,
        text=True,
        timeout=600,
        check=False,
        env=environment,
        cwd=ROOT,
    )
    if "ptrace" in done.stderr:
        pytest.skip("this machine lets nobody trace")
    assert done.returncode in statuses, done.stdout[-2000:] + done.stderr[-2000:]
    return calls.read_text(encoding="utf-8", errors="replace").splitlines()


def found_wrong(calls: list[str]) -> list[str]:
    """Return the calls that ask for the internet or for a name, or start what is not the program itself or the bus."""
    wrong = [line for line in calls if INTERNET.search(line) or NAMES.search(line)]
    foreign = [line for line in calls if (found := STARTED.search(line)) and Path(found[1]).name not in OURS]
    return [*wrong, *(line for line in foreign if "ENOENT" not in line)]


def test_a_whole_session_of_the_window_asks_for_nothing(tmp_path: Path) -> None:
    walk = ("tests/e2e/test_walk.py", "tests/e2e/test_stories.py")
    walked = ["-q", "-n", "0", "-p", "no:cacheprovider", f"--basetemp={tmp_path / 'walked'}", *walk]
    calls = traced(tmp_path, "-c", f"import os, pytest; os._exit(pytest.main({walked!r}))")
    assert any("dbus-daemon" in line and STARTED.search(line) for line in calls)
    assert found_wrong(calls) == []


def test_the_programs_own_window_asks_for_nothing(tmp_path: Path) -> None:
    assert found_wrong(traced(tmp_path, "-m", "crossquote", "self-test")) == []


COMMANDS = {
    "compare": ("compare", *STORY, "--json", "--html", "{home}/r.html", "--save", "{home}/a.crossquote"),
    "report": ("report", *STORY, "-o", "{home}/r.json"),
    "quotes": ("quotes", *STORY),
    "detect": ("detect", *STORY),
    "packages": ("packages", "list"),
    "install": ("packages", "install", str(seeds() / "packages" / "translate-de_en-sample")),
    "languages": ("languages",),
    "checks": ("checks", "--json"),
    "refused": ("review", str(ROOT / "README.md")),
    "help": ("--help",),
}


@pytest.mark.parametrize("name", COMMANDS)
def test_a_command_asks_for_nothing(tmp_path: Path, name: str) -> None:
    arguments = [part.format(home=tmp_path) for part in COMMANDS[name]]
    calls = traced(tmp_path, "-m", "crossquote", *arguments, statuses=frozenset({3 if name == "refused" else 0}))
    assert found_wrong(calls) == []


def test_no_journal_is_begun_beside_a_project_that_is_opened(tmp_path: Path) -> None:
    """On a full disk SQLite would read from its end, a piece of the stranger's page, which file to delete."""
    kept = tmp_path / "kept.crossquote"
    (tmp_path / "made").mkdir()
    made = traced(tmp_path / "made", "-m", "crossquote", "compare", *STORY, "--save", str(kept))
    assert any("-journal" in line and "O_CREAT" in line for line in made), "a new one has nothing of a stranger's"
    asked = {"review": (), "report": ("-o", str(tmp_path / "r.docx")), "pack": ("-o", str(tmp_path / "p.zip"))}
    new = {"pack": 1}  # the copy, into which all is written anew: there are no pages before to be given back
    for name, more in asked.items():
        (tmp_path / name).mkdir()
        opened = traced(tmp_path / name, "-m", "crossquote", name, str(kept), *more)
        assert any("-wal" in line and "O_CREAT" in line for line in opened)
        assert len([line for line in opened if "-journal" in line and "O_CREAT" in line]) == new.get(name, 0), name


@pytest.mark.parametrize(
    "asked",
    [
        "import socket; socket.socket(socket.AF_INET, socket.SOCK_DGRAM).connect(('127.0.0.1', 9))",
        "import socket\ntry: socket.getaddrinfo('host.invalid', 80)\nexcept OSError: pass",
        "import subprocess; subprocess.run(['/bin/true'])",
    ],
    ids=["a connection", "a name", "a program"],
)
def test_what_would_be_asked_is_seen(tmp_path: Path, asked: str) -> None:
    assert found_wrong(traced(tmp_path, "-c", asked))


def test_a_service_that_is_asked_for_is_seen(tmp_path: Path) -> None:
    call = "busctl --user call org.a11y.Bus /org/a11y/bus org.a11y.Bus GetAddress"
    send = "dbus-send --session --print-reply --dest=org.a11y.Bus /org/a11y/bus org.a11y.Bus.GetAddress"
    calls = traced(tmp_path, "-c", f"import os; os.system({send!r}) and os.system({call!r})")
    assert any("/bin/echo" in line for line in found_wrong(calls))
