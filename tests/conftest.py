"""What holds for every test: no network, no trace in the user's folders, the same locale everywhere."""

import gc
import logging
import os
import shutil
import socket
import sys
import tempfile
from collections.abc import Iterator
from functools import cache
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from kept_processes import Kept

# Windows of tests are painted, and shown nowhere.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
# Shown nowhere, Qt on Windows looks for faces in this folder alone.
os.environ.setdefault("QT_QPA_FONTDIR", str(Path(__file__).parents[1] / "resources" / "fonts"))


# Some machines set PYTHONDONTWRITEBYTECODE: there each process of tests, and each program that they start, would
# compile all modules anew, half of what it takes to collect. What is compiled once stays beside what pytest keeps.
if sys.dont_write_bytecode:
    sys.dont_write_bytecode = False
    sys.pycache_prefix = str(Path(__file__).parents[1] / ".pytest_cache" / "compiled")
    os.environ["PYTHONPYCACHEPREFIX"] = sys.pycache_prefix
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)


_MEMORY = Path("/dev/shm")  # noqa: S108 - pytest makes a folder there that is the user's own, as it does elsewhere


def pytest_configure(config: pytest.Config) -> None:
    """Let tests that run side by side write to memory; give hypothesis its settings.

    What is kept safe waits for the disk, some ten milliseconds a time, while both workers have nothing else to do.
    Where Linux has room in memory, they write there. Tests that run by themselves freeze programs, install and pull
    plugs: those need a disk.

    How long texts, and the first of them, take by the clock says how busy the machine is, and nothing of the program.
    Each run has other examples: sixty of each property are enough for one.
    """
    room = _MEMORY.is_dir() and shutil.disk_usage(_MEMORY).free > 4 * 1024**3
    if room and config.getoption("numprocesses", None):
        os.environ.setdefault("PYTEST_DEBUG_TEMPROOT", str(_MEMORY))
    from hypothesis import HealthCheck, settings  # noqa: PLC0415 - what it is compiled to is kept from here on

    slow = [HealthCheck.too_slow]
    settings.register_profile("any machine", max_examples=60, deadline=None, suppress_health_check=slow)
    settings.load_profile("any machine")


# As the program does: its objects are many, and few of them are garbage. Of what collecting tests makes, none is.
gc.set_threshold(10_000)
gc.disable()


@pytest.hookimpl(tryfirst=True)
def pytest_runtestloop() -> None:
    """Let Python look for garbage from the first test on, among what comes: what collecting made stays."""
    gc.freeze()
    gc.enable()


class NetworkTouchedError(AssertionError):
    """A test, or the program in it, tried to open a network connection."""


@pytest.fixture(autouse=True)
def _offline(monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest) -> None:
    """Fail whatever opens a connection; a test that serves itself on loopback says so with `loopback`."""
    loopback = request.node.get_closest_marker("loopback") is not None
    connect = socket.socket.connect

    def guarded(self: socket.socket, address: object) -> None:
        host = address[0] if isinstance(address, tuple) else address
        if loopback and host in ("127.0.0.1", "localhost", "::1"):
            connect(self, address)  # type: ignore[arg-type]
            return
        if self.family == getattr(socket, "AF_UNIX", None):
            connect(self, address)  # type: ignore[arg-type]
            return
        msg = f"a connection to {address!r}"
        raise NetworkTouchedError(msg)

    monkeypatch.setattr(socket.socket, "connect", guarded)


@pytest.fixture(scope="session", autouse=True)
def _tidy(tmp_path_factory: pytest.TempPathFactory, request: pytest.FixtureRequest) -> Iterator[None]:
    """Give the run a temporary folder of its own, programs that tests start too, and find what it leaves there.

    Every user may go in, as into the system's: tests become another one. What several tests share is made before any
    of them has its home, and never in that of whoever runs them.
    """
    written = tmp_path_factory.getbasetemp()  # made where it always is
    beside = os.environ.get("PYTEST_DEBUG_TEMPROOT")
    folder_of_run = tempfile.TemporaryDirectory(prefix="crossquote-tests-", dir=beside)
    with folder_of_run as name, pytest.MonkeyPatch.context() as patch:
        folder = Path(name)
        folder.chmod(0o1777)
        for variable in ("TMPDIR", "TEMP", "TMP"):
            patch.setenv(variable, name)
        patch.setenv("CROSSQUOTE_HOME", str(tmp_path_factory.mktemp("home")))
        patch.setattr(tempfile, "tempdir", None)
        yield
        left = sorted(path.name for path in folder.iterdir())
    if beside and written.is_relative_to(beside) and not request.session.testsfailed:
        shutil.rmtree(written, ignore_errors=True)  # a gigabyte of memory, for nobody to look at
    assert not left, f"tests left in the temporary folder: {', '.join(left)}"


@pytest.fixture(scope="session")
def _homes(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Yield where each home is to be: in a folder apart, that of all tests' own folders is looked through for each."""
    folder = tmp_path_factory.mktemp("homes")
    return (folder / str(number) for number in count(1))


@pytest.fixture(autouse=True)
def home(monkeypatch: pytest.MonkeyPatch, _homes: Iterator[Path]) -> Path:
    """Give each test an empty home of its own for data, settings and caches."""
    folder = next(_homes)
    folder.mkdir()
    monkeypatch.setenv("CROSSQUOTE_HOME", str(folder))
    return folder


@pytest.fixture(autouse=True)
def unworded() -> Iterator[list[str]]:
    """Fail where a message was told that no catalogue has words for; a test that means to takes them off this list."""
    said: list[str] = []
    handler = logging.Handler(logging.WARNING)
    handler.emit = lambda record: said.append(record.getMessage())  # type: ignore[method-assign]
    logger = logging.getLogger("crossquote.wording")
    logger.addHandler(handler)
    yield said
    logger.removeHandler(handler)
    assert said == []


@pytest.fixture(scope="module", autouse=True)
def _what_stays_is_gone_through_once() -> None:
    """Let Python look for garbage among what a module's tests make, not in all that is there before them.

    Tests, lexicons, catalogues are a million objects that stay: going through them took a tenth of a whole run. Where
    fewer objects came than Python looks through at once, nothing is: most modules' tests make no more.
    """
    if any(gc.get_count()[1:]):
        gc.collect()
        gc.freeze()


@pytest.fixture(scope="session")
def _kept() -> Iterator["Kept"]:
    from kept_processes import keeping  # noqa: PLC0415 - only for whom it is kept

    with keeping() as kept:
        yield kept


@pytest.fixture
def kept_processes(_kept: "Kept", monkeypatch: pytest.MonkeyPatch) -> None:
    """Let tests that are not about processes use the same ones, in which all is loaded: each takes long to start.

    Files are read in them, reports read back, pages drawn, and packages tried.
    """
    from crossquote.export.formats.pdf import drawing  # noqa: PLC0415 - as above
    from crossquote.translation import probe  # noqa: PLC0415 - as above
    from crossquote.work import read_back  # noqa: PLC0415 - as above

    for module in ("crossquote.child.worker", drawing.__name__, probe.__name__, read_back.__name__):
        monkeypatch.setattr(f"{module}.Worker", _kept.lend)


@pytest.fixture(scope="session")
def qapp_cls() -> type:
    """Let the window's tests run in the program's own application."""
    from crossquote.gui.application import Application  # noqa: PLC0415 - the other tests do without Qt

    return Application


TOGETHER = (("gui", "e2e", "recipes"), ("fuzz", "project", "unit/cli", "unit/work", "unit/export"))
"""Folders of tests that need the same things made: first the windows, then whole stories; of the rest, languages."""


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Let folders that go together run one after the other, in whatever order the tests of each are.

    Of two workers each begins at another end, so that most is made by one of them and not by both; and what takes
    long is begun early.
    """
    tests = Path(__file__).parent

    @cache
    def place(path: Path) -> int:
        folder = path.relative_to(tests).parent.as_posix()
        return next((at for at, those in enumerate(TOGETHER) if folder.startswith(those)), len(TOGETHER))

    items.sort(key=lambda item: place(item.path))


@pytest.fixture
def logged() -> Iterator[None]:
    """Take the handlers off again that a test gives the program's log."""
    logger = logging.getLogger("crossquote")
    before, level = list(logger.handlers), logger.level
    yield
    for handler in [one for one in logger.handlers if one not in before]:
        logger.removeHandler(handler)
        handler.close()
    logger.setLevel(level)


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add `--update`: table cases write what is found now into their files, for a person to read the difference."""
    parser.addoption("--update", action="store_true", help="rewrite the table cases with what is found now")
