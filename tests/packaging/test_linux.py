"""The Linux packages: what they say, what they hold, and that the script installs and takes away."""

import os
import re
import shutil
import subprocess
import sys
import tarfile
import tomllib
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
import yaml
from linux.archive import make_archive
from linux.deb import control, debian_version, depends
from linux.tree import HERE, metainfo
from product import IDENTIFIER, MIME_TYPE, Product

from crossquote.project.file import APPLICATION

PRODUCT = Product("crossquote", "0.2.0rc1", "Checks quotations")
MIME = "{http://www.freedesktop.org/standards/shared-mime-info}"
linux_only = pytest.mark.skipif(sys.platform != "linux", reason="made on Linux")


@pytest.mark.parametrize(
    ("version", "sorted_right"), [("0.1.0", "0.1.0"), ("0.2.0rc1", "0.2.0~rc1"), ("1.0.dev3", "1.0~dev3")]
)
def test_a_candidate_sorts_before_its_release(version: str, sorted_right: str) -> None:
    assert debian_version(version) == sorted_right


def test_what_the_program_asks_of_the_system_becomes_dependencies() -> None:
    assert depends(["libm.so.6", "libc.so.6", "libEGL.so.1"], "2.36") == [
        "fontconfig-config", "libc6 (>= 2.36)", "libegl1"
    ]  # fmt: skip
    with pytest.raises(KeyError):
        depends(["libnobodyknows.so.1"], "2.36")


def test_the_control_file_describes_the_package() -> None:
    told = control(PRODUCT, "amd64", ["libc6 (>= 2.36)", "libegl1"], 240000)
    assert "Version: 0.2.0~rc1\n" in told
    assert "Depends: libc6 (>= 2.36), libegl1\n" in told
    assert "Description: checks quotations\n " in told


def test_metainfo_names_version_day_and_mime_type() -> None:
    told = ET.fromstring(metainfo(PRODUCT).encode())  # noqa: S314 - our own file
    release = told.find("releases/release")
    assert release is not None
    assert release.get("version") == "0.2.0rc1"
    assert re.fullmatch(r"\d{4}-\d\d-\d\d", release.get("date") or "")
    assert told.findtext("id") == IDENTIFIER
    assert told.findtext("provides/mediatype") == MIME_TYPE


def test_a_project_is_known_by_its_name_and_by_its_head() -> None:
    told = ET.parse(HERE / "crossquote-mime.xml").getroot()  # noqa: S314 - our own file
    kind = told.find(f"{MIME}mime-type")
    assert kind is not None
    assert kind.get("type") == MIME_TYPE
    marks = [match.get("value") for match in kind.iter(f"{MIME}match")]
    assert marks == ["SQLite format 3", f"0x{APPLICATION:08x}"]


def test_the_desktop_entry_opens_files_by_the_same_type() -> None:
    lines = (HERE / "crossquote.desktop").read_text(encoding="utf-8").splitlines()
    assert f"MimeType={MIME_TYPE};" in lines
    assert "Exec=crossquote %F" in lines


@pytest.mark.skipif(shutil.which("desktop-file-validate") is None, reason="desktop-file-utils is not here")
def test_the_desktop_entry_is_valid() -> None:
    told = subprocess.run(
        ["desktop-file-validate", "--no-hints", str(HERE / "crossquote.desktop")], capture_output=True, check=False
    )
    assert (told.returncode, told.stdout) == (0, b"")


@pytest.mark.skipif(shutil.which("update-mime-database") is None, reason="shared-mime-info is not here")
def test_the_mime_type_is_taken_in(tmp_path: Path) -> None:
    mime = tmp_path / "mime"
    (mime / "packages").mkdir(parents=True)
    shutil.copy(HERE / "crossquote-mime.xml", mime / "packages")
    environment = os.environ | {"XDG_DATA_DIRS": str(tmp_path)}
    told = subprocess.run(
        ["update-mime-database", str(mime)], env=environment, capture_output=True, text=True, check=False
    )
    assert (told.returncode, told.stderr) == (0, "")
    assert f":{MIME_TYPE}:*.crossquote" in (mime / "globs2").read_text(encoding="utf-8")
    assert MIME_TYPE.encode() in (mime / "magic").read_bytes()


@pytest.mark.skipif(shutil.which("appstreamcli") is None, reason="appstream is not here")
def test_the_metainfo_is_valid(tmp_path: Path) -> None:
    file = tmp_path / f"{IDENTIFIER}.metainfo.xml"
    file.write_text(metainfo(PRODUCT), encoding="utf-8")
    told = subprocess.run(["appstreamcli", "validate", "--no-net", str(file)], capture_output=True, check=False)
    assert told.returncode == 0, told.stdout.decode()


def test_flatpak_gets_no_network_and_what_it_renames_is_in_the_archive() -> None:
    told = yaml.safe_load((HERE / f"{IDENTIFIER}.yml").read_text(encoding="utf-8"))
    assert told["app-id"] == IDENTIFIER
    assert not [grant for grant in told["finish-args"] if "network" in grant or "host" in grant or "bus" in grant]
    laid_out = (HERE / "tree.py").read_text(encoding="utf-8")
    for name in (told["rename-desktop-file"], told["rename-mime-file"], f"{told['rename-icon']}.png"):
        assert f'"{name}"' in laid_out or f'/ "{name}"' in laid_out
    (module,) = told["modules"]
    assert module["build-options"] == {"no-debuginfo": True, "strip": False}
    (source,) = module["sources"]
    assert source["path"] == "../../build/crossquote-linux-x86_64.tar.xz"


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    """Return the archive of a stand-in that says hello."""
    program, icons = tmp_path / "program", tmp_path / "icons"
    for folder in (program / "_internal", icons):
        folder.mkdir(parents=True)
    (program / "crossquote").write_text("#!/bin/sh\necho hello\n", encoding="ascii")
    (program / "crossquote").chmod(0o755)
    (program / "LICENSE.txt").write_text("MIT\n", encoding="ascii")
    for size in (16, 24, 32, 48, 64, 128, 256, 512):
        (icons / f"crossquote-{size}.png").write_bytes(b"png")
    return make_archive(program, icons, PRODUCT, tmp_path / "made")


@linux_only
def test_the_same_files_make_the_same_archive(archive: Path, tmp_path: Path) -> None:
    first = archive.read_bytes()
    again = make_archive(tmp_path / "program", tmp_path / "icons", PRODUCT, tmp_path / "made")
    assert again.read_bytes() == first


@linux_only
def test_the_script_installs_and_takes_away(archive: Path, tmp_path: Path) -> None:
    with tarfile.open(archive) as opened:
        opened.extraction_filter = getattr(tarfile, "data_filter", None)  # Debian 12's Python has none yet
        opened.extractall(tmp_path / "unpacked")  # noqa: S202 - our own archive
    (script,) = (tmp_path / "unpacked").glob("*/install.sh")
    prefix = tmp_path / "home of ї & 100%" / ".local"
    kept = prefix / "share" / "applications" / "other.desktop"
    kept.parent.mkdir(parents=True)
    kept.write_text("another's", encoding="utf-8")
    for _ in ("install", "upgrade"):
        subprocess.run(["sh", str(script), "--prefix", str(prefix)], check=True, capture_output=True)
    assert subprocess.run([str(prefix / "bin" / "crossquote")], check=True, capture_output=True).stdout == b"hello\n"
    entry = (prefix / "share" / "applications" / "crossquote.desktop").read_text(encoding="utf-8")
    assert f'Exec="{str(prefix).replace("%", "%%")}/bin/crossquote" %F' in entry
    subprocess.run(["sh", str(script), "--prefix", str(prefix), "--uninstall"], check=True, capture_output=True)
    left = [path for path in prefix.rglob("*") if not path.is_dir() and path.name != "mimeinfo.cache"]
    assert left == [kept]
    assert not list(prefix.rglob("*crossquote*"))


def test_every_reason_in_the_table_of_pruning_is_there() -> None:
    table = tomllib.loads((HERE.parent / "prune.toml").read_text(encoding="utf-8"))["prune"]
    assert all(entry["globs"] and entry["reason"] for entry in table)
