"""What packaging/build.py left in build/dist: what must not be in it, its size, what it asks of the system."""

import json
import os
import re
import shutil
import subprocess
import sys
from operator import attrgetter
from pathlib import Path

import PySide6
import pytest
from contents import collected, parts
from libraries import lacking
from limits import MB, Part, packed_modules, read_limits
from linux.deb import PROVIDED_BY
from msgspec.structs import replace
from ownership import unaccounted
from product import BUILD, read_product
from program import FOLDER, executable, papers, self_test, shipped
from pruning import files, insides, size

PROGRAM = shipped()

pytestmark = [
    pytest.mark.packaging,
    pytest.mark.skipif(not PROGRAM.is_dir(), reason="run packaging/build.py first"),
]
# Too large, phones home, not ours to ship, or for building only.
BANNED = re.compile(
    r"(^|[/.-])(torch|onnxruntime|stanza|spacy|minisbd|pymupdf|fitz|ebooklib|numpy|pytest|hypothesis|mypy)([/.-]|$)"
)
LIMITS = read_limits()
linux_alone = pytest.mark.skipif(sys.platform != "linux", reason="only on Linux has the program such a part")


def test_nothing_is_in_it_that_must_not_be() -> None:
    names = {path.relative_to(PROGRAM).as_posix() for path in PROGRAM.rglob("*")}
    assert not [name for name in names if BANNED.search(name.lower())]


def test_no_module_is_in_it_that_must_not_be() -> None:
    modules = re.findall(r"\('([\w.]+)',", (BUILD / "work" / "crossquote" / "PYZ-00.toc").read_text(encoding="utf-8"))
    assert "crossquote.cli.main" in modules
    assert not [name for name in modules if BANNED.search(name.lower())]


def test_every_part_has_a_licence_and_none_is_agpl_or_non_commercial() -> None:
    bill = json.loads((papers(PROGRAM) / "crossquote.cdx.json").read_text(encoding="utf-8"))
    assert bill["metadata"]["component"]["version"] == read_product().version
    licences = {entry["name"]: json.dumps(entry["licenses"]) for entry in bill["components"]}
    assert {"Python", "Qt", "ctranslate2", "langdetect", "argostranslate", "sentencepiece"} <= set(licences)
    for name, told in licences.items():
        assert not re.search(r"unknown|AGPL|Affero|-NC-|non-?commercial", told, re.IGNORECASE), name


def test_no_part_lacks_its_licence_text() -> None:
    assert [part.name for part in parts(collected()) if not any(text.strip() for text in part.texts)] == []


def test_no_file_is_in_it_that_no_part_accounts_for() -> None:
    assert unaccounted(parts(collected())) == []


def test_a_library_or_face_of_a_stranger_is_found(tmp_path: Path) -> None:
    twin = tmp_path / "crossquote"
    shutil.copytree(FOLDER, twin, symlinks=True, copy_function=os.link)
    library = "PySide6/stranger.dll" if sys.platform == "win32" else "PySide6/Qt/lib/libstranger.so.1"
    strangers = [library, "qtawesome/fonts/stranger.ttf", "regex/stranger.py"]
    for name in strangers:
        (twin / "_internal" / name).write_bytes(b"?")
    assert unaccounted(parts(collected()), twin) == strangers


def test_without_its_text_a_part_accounts_for_nothing() -> None:
    silent = [replace(part, texts=()) if part.name in ("Qt", "regex") else part for part in parts(collected())]
    left = unaccounted(silent)
    assert [name for name in left if re.search(r"Qt6?Core", name)] != []
    assert {name.split("/")[0] for name in left} == {"PySide6", "regex"}


@pytest.mark.parametrize(
    "words",
    [
        "GNU LESSER GENERAL PUBLIC LICENSE", "Apache License", "SYSTRAN", "PYTHON SOFTWARE FOUNDATION",
        "SIL OPEN FONT LICENSE", "Google LLC. All Rights Reserved", "Phosphor Icons",
        "tatoeba.org",
        pytest.param("UNICODE, INC. LICENSE AGREEMENT", marks=linux_alone),
        pytest.param("GNU LIBRARY GENERAL PUBLIC LICENSE", marks=linux_alone),
    ],
)  # fmt: skip
def test_the_page_of_licences_carries_the_texts(words: str) -> None:
    page = (papers(PROGRAM) / "third-party-licences.html").read_text(encoding="utf-8")
    assert words in page


@pytest.mark.skipif(sys.platform == "darwin", reason="paths and signatures are set anew there")
def test_qts_libraries_are_the_unchanged_ones() -> None:
    """As the page of licences says: what can be replaced is what The Qt Company published."""
    published = Path(PySide6.__file__).parent.parent
    libraries = [path for name in ("PySide6", "shiboken6") for path in files(FOLDER / "_internal" / name)]
    libraries = [path for path in libraries if not path.is_symlink()]
    assert len(libraries) > 20
    for path in libraries:
        assert path.read_bytes() == (published / path.relative_to(FOLDER / "_internal")).read_bytes(), path


@pytest.mark.skipif(sys.platform != "linux", reason="another library of Qt is put in on Linux")
def test_a_library_of_qt_can_be_replaced(tmp_path: Path) -> None:
    twin = tmp_path / "crossquote"
    shutil.copytree(FOLDER, twin, symlinks=True, copy_function=os.link)
    library = twin / "_internal" / "PySide6" / "Qt" / "lib" / "libQt6Svg.so.6"
    own = library.read_bytes().replace(b"Could not", b"COULD NOT")
    library.unlink()
    library.write_bytes(own + b"built by somebody else")
    assert "window" in self_test(executable(twin))


def test_it_is_as_small_as_was_promised() -> None:
    assert size(PROGRAM) / MB <= LIMITS.installed


@pytest.mark.parametrize("part", LIMITS.parts, ids=attrgetter("name"))
def test_no_part_of_it_takes_more_than_its_share(part: Part) -> None:
    assert part.taken(PROGRAM) <= part.most


def test_what_is_limited_is_there() -> None:
    """A glob that finds nothing limits nothing."""
    (inside, *_) = insides(PROGRAM)
    assert [glob for part in LIMITS.parts for glob in part.globs if not [*inside.glob(glob)]] == []
    assert {name for part in LIMITS.parts for name in part.modules} <= packed_modules(PROGRAM).keys()


@pytest.mark.parametrize(("system", "made"), [("linux", "*.deb"), ("linux", "*.tar.xz"), ("windows", "*.exe")])
def test_an_installer_is_as_small_as_was_promised(system: str, made: str) -> None:
    found = [*(BUILD / "installers").glob(made)]
    if not found:
        pytest.skip("run packaging/build.py --wrap first")
    assert all(file.stat().st_size / MB <= LIMITS.compressed[system] for file in found)


def test_no_path_of_the_building_machine_is_in_its_texts() -> None:
    here = str(BUILD.parent).encode()
    texts = [path for path in files(PROGRAM) if path.suffix in (".json", ".html", ".txt", ".toml", ".cfg", ".xml")]
    assert not [path for path in texts if here in path.read_bytes()]


def test_what_it_asks_of_the_system_is_known() -> None:
    assert set(lacking(PROGRAM)) <= set(PROVIDED_BY)


STRAY = """
import sys, warnings
from importlib.machinery import ExtensionFileLoader
from importlib.util import module_from_spec, spec_from_file_location

{stray}
path = {path!r}
loader = ExtensionFileLoader("Stemmer", path)
module = module_from_spec(spec_from_file_location("Stemmer", path, loader=loader))
loader.exec_module(module)
sys.modules["Stemmer"] = module
"""


def tampered(folder: Path, stray: str) -> Path:
    """Return a twin of the program, in links, one of whose libraries does something `stray` as it is loaded."""
    made = folder / PROGRAM.name
    shutil.copytree(PROGRAM, made, symlinks=True, copy_function=os.link)
    (library,) = insides(made)[0].glob("Stemmer.*")
    moved = library.rename(library.with_name(f"moved-{library.name}"))
    told = STRAY.format(stray=stray, path=str(moved))
    library.with_name("Stemmer.py").write_text(told, encoding="utf-8")
    return made


@pytest.mark.skipif(sys.platform == "win32", reason="the library has another name there")
@pytest.mark.parametrize(
    ("stray", "told"),
    [
        ("warnings.warn('an engine is deprecated')", "UserWarning: an engine is deprecated"),
        ("import os; os.write(2, b'a library says hello')", "FAILED  start: a library says hello"),
        ("import socket\ntry: socket.socket()\nexcept Exception: pass", "FAILED  start: socket.__new__"),
        ("import socket; socket.create_connection(('192.0.2.1', 80), timeout=1)", "ConnectionAskedError"),
    ],
)
def test_it_fails_its_own_test_for_a_stray_line_or_socket(tmp_path: Path, stray: str, told: str) -> None:
    program = executable(tampered(tmp_path, stray))
    with pytest.raises(SystemExit, match=re.escape(told)) as refused:
        self_test(program)
    assert "failed (1)" in str(refused.value)


def test_an_engine_that_talks_makes_it_fail() -> None:
    environment = os.environ | {"CT2_VERBOSE": "3", "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(
        [str(executable(PROGRAM)), "self-test"], env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 1
    assert re.search(r"^FAILED  \w+: unexpected output: .*CPU", done.stdout, re.MULTILINE)


@pytest.mark.skipif(shutil.which("strace") is None, reason="strace is not here")
def test_nothing_in_it_opens_a_socket_to_anywhere(tmp_path: Path) -> None:
    """What libraries do past Python, too; the system's own name service on this machine is let be."""
    log = tmp_path / "sockets"
    subprocess.run(
        ["strace", "-f", "-e", "trace=socket", "-o", str(log), str(executable(PROGRAM)), "self-test"],
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"}, check=True, capture_output=True,
    )  # fmt: skip
    assert "exited with 0" in log.read_text(encoding="utf-8")
    assert set(re.findall(r"socket\((\w+)", log.read_text(encoding="utf-8"))) <= {"AF_UNIX"}


def test_it_passes_its_own_test_elsewhere(tmp_path: Path) -> None:
    moved = tmp_path / "with blanks and ї" / PROGRAM.name
    moved.parent.mkdir()
    if sys.platform == "win32":
        shutil.copytree(PROGRAM, moved)
    else:
        moved.symlink_to(PROGRAM, target_is_directory=True)
    assert "window" in self_test(executable(moved))
    assert {path.name for path in (BUILD / "home").iterdir()} <= {".cache"}
    assert {path.name for path in (BUILD / "home").glob(".cache/*")} <= {"fontconfig"}
