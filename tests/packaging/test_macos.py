"""What macOS is told: the property list, the entitlements, and the commands that sign and wrap."""

import plistlib
import re
import shutil
import struct
import sys
from pathlib import Path
from typing import Protocol

import pytest
from carried import bring_packages
from macos.bundle import PROJECT_TYPE, entitlements, information
from macos.image import HERE, ICON, WINDOW, layout, notarising, write_background
from macos.oldest import check_oldest, newest_wanted, wanted
from macos.signature import signing
from product import IDENTIFIER, MIME_TYPE
from program import BUNDLE, executable, papers, shipped
from pruning import insides, prune
from PyInstaller.building.osx import BUNDLE as PYINSTALLERS

from crossquote.resources import seeds

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="links want a permission there")

Entry = tuple[str, str, str]


class BundleRules(Protocol):
    """How PyInstaller lays out a bundle; it has no types of its own."""

    def _process_bundle_toc(self, toc: list[Entry]) -> list[Entry]: ...


BUNDLE_RULES: BundleRules = object.__new__(PYINSTALLERS)
# What PyInstaller finds on macOS, in short: libraries, data, and the links that it puts beside the program.
QT = {name: f"PySide6/Qt/lib/{name}.framework" for name in ("QtCore", "QtNetwork", "QtQml")}
INSIDE = {
    "EXECUTABLE": ["Crossquote"],
    "BINARY": [
        "libpython3.11.dylib", "PySide6/QtCore.abi3.so",
        "ctranslate2/_ext.so", "ctranslate2/.dylibs/libctranslate2.dylib",
        "PySide6/Qt/plugins/platforms/libqcocoa.dylib", "PySide6/Qt/plugins/tls/libqopensslbackend.dylib",
        *(f"{folder}/Versions/A/{name}" for name, folder in QT.items()),
    ],
    "DATA": [
        "PySide6/Qt/translations/qt_help_de.qm", "resources/help/a.md", "seeds/packages/one/metadata.json",
        "crossquote-0.1.0.dist-info/METADATA", "crossquote-0.1.0.dist-info/direct_url.json", "base_library.zip",
        *(f"{folder}/Versions/A/Resources/Info.plist" for folder in QT.values()),
    ],
}  # fmt: skip
LINKS = {
    **{name: f"{folder}/Versions/A/{name}" for name, folder in QT.items()},
    **{f"{folder}/{name}": f"Versions/Current/{name}" for name, folder in QT.items()},
    **{f"{folder}/Versions/Current": "A" for folder in QT.values()},
}


def test_the_property_list_is_one_and_says_what_the_bundle_is() -> None:
    told = plistlib.loads(plistlib.dumps(information("0.2.0")))
    assert told["CFBundleIdentifier"] == IDENTIFIER
    assert told["CFBundleShortVersionString"] == told["CFBundleVersion"] == "0.2.0"
    assert told["CFBundlePackageType"] == "APPL"
    assert told["NSHighResolutionCapable"] is True


def test_projects_are_the_programs_own_and_texts_are_not() -> None:
    told = information("0.2.0")
    owned = {kind["LSItemContentTypes"][0]: kind["LSHandlerRank"] for kind in told["CFBundleDocumentTypes"]}
    assert owned == {PROJECT_TYPE: "Owner", "public.plain-text": "None"}
    (declared,) = told["UTExportedTypeDeclarations"]
    assert declared["UTTypeTagSpecification"] == {
        "public.filename-extension": ["crossquote"],
        "public.mime-type": [MIME_TYPE],
    }


@pytest.mark.parametrize(
    ("machine", "signed", "rights"),
    [
        ("arm64", True, set()),
        ("arm64", False, {"disable-library-validation"}),
        ("x86_64", True, {"allow-jit"}),
        ("x86_64", False, {"allow-jit", "disable-library-validation"}),
    ],
)
def test_the_hardened_program_may_do_as_little_as_can_be(machine: str, *, signed: bool, rights: set[str]) -> None:
    allowed = plistlib.loads(plistlib.dumps(entitlements(machine, signed=signed)))
    assert set(allowed) == {f"com.apple.security.cs.{right}" for right in rights}
    assert all(value is True for value in allowed.values())


def test_nothing_is_notarised_unless_asked_for() -> None:
    image = Path("crossquote.dmg")
    assert notarising(image, {}) == []
    assert notarising(image, {"CROSSQUOTE_SIGN": "Somebody"}) == []
    asked = notarising(image, {"CROSSQUOTE_SIGN": "Somebody", "CROSSQUOTE_NOTARY": "release"})
    assert [command[:2] for command in asked] == [
        ["codesign", "--sign"], ["xcrun", "notarytool"], ["xcrun", "stapler"]
    ]  # fmt: skip


@pytest.mark.usefixtures("qapp")
def test_the_window_of_the_image_shows_the_way_to_applications(tmp_path: Path) -> None:
    told = layout(Path("made/Crossquote.app"), write_background(tmp_path))
    assert told["files"] == ["made/Crossquote.app"]
    assert told["symlinks"] == {"Applications": "/Applications"}
    assert set(told["icon_locations"]) == {"Crossquote.app", "Applications"}
    width, height = told["window_rect"][1]
    for x, y in told["icon_locations"].values():
        assert ICON / 2 < x < width - ICON / 2
        assert ICON / 2 < y < height - ICON
    assert size_of(Path(told["background"])) == WINDOW
    assert size_of(tmp_path / "background@2x.png") == (WINDOW[0] * 2, WINDOW[1] * 2)


def size_of(picture: Path) -> tuple[int, int]:
    """Return width and height that a PNG's head tells."""
    width, height = struct.unpack(">II", picture.read_bytes()[16:24])
    return width, height


def test_every_library_is_signed_before_what_it_lies_in(bundle: Path) -> None:
    *inner, last = signing(bundle, Path("allowed.plist"), "Developer ID Application: Somebody")
    for command in (*inner, last):
        assert command[:4] == ["codesign", "--force", "--options", "runtime"]
        assert "--timestamp" in command
        assert "--deep" not in command
    assert last[-3:] == ["--entitlements", "allowed.plist", str(bundle)]
    signed = [path for command in inner for path in command if path.startswith(str(bundle))]
    names = [Path(path).relative_to(bundle / "Contents" / "Frameworks").as_posix() for path in signed]
    assert sorted(names) == sorted([
        "PySide6/Qt/lib/QtCore.framework", "PySide6/Qt/lib/QtNetwork.framework", "PySide6/Qt/lib/QtQml.framework",
        "PySide6/Qt/plugins/platforms/libqcocoa.dylib", "PySide6/Qt/plugins/tls/libqopensslbackend.dylib",
        "PySide6/QtCore.abi3.so", "ctranslate2/__dot__dylibs/libctranslate2.dylib", "ctranslate2/_ext.so",
        "libpython3.11.dylib",
    ])  # fmt: skip
    assert names.index("PySide6/Qt/plugins/platforms/libqcocoa.dylib") < names.index("PySide6/QtCore.abi3.so")


def test_without_an_identity_the_signature_is_ad_hoc_and_unstamped(bundle: Path) -> None:
    for command in signing(bundle, Path("allowed.plist"), "-"):
        assert command[command.index("--sign") + 1] == "-"
        assert "--timestamp" not in command


def test_a_bundle_is_pruned_on_both_sides_and_no_link_leads_nowhere(bundle: Path) -> None:
    frameworks, resources = insides(bundle)
    assert (resources / "PySide6" / "Qt" / "plugins" / "tls" / "libqopensslbackend.dylib").is_file()
    assert prune(bundle, HERE.parent / "prune.toml") > 0
    left = {path.relative_to(bundle).as_posix() for path in bundle.rglob("*")}
    assert not [name for name in left if re.search(r"QtQml|QtNetwork|/tls|translations|direct_url", name)]
    for name in (
        "PySide6/Qt/lib/QtCore.framework/Versions/A/QtCore",
        "QtCore",
        "resources/help/a.md",
        "libpython3.11.dylib",
    ):
        assert (frameworks / name).is_file(), name
        assert (resources / name).is_file(), name
    assert not [path for path in bundle.rglob("*") if path.is_symlink() and not path.exists()]
    assert not [path for path in bundle.rglob("*") if path.is_dir() and not any(path.iterdir())]


def test_licences_lie_among_the_resources_and_the_program_beside_them(bundle: Path) -> None:
    assert papers(bundle) == bundle / "Contents" / "Resources"
    assert executable(bundle) == bundle / "Contents" / "MacOS" / "Crossquote"
    assert shipped("darwin") == BUNDLE


def test_packages_that_come_along_lie_where_the_bundle_looks_for_them(bundle: Path, tmp_path: Path) -> None:
    shutil.copytree(seeds() / "packages" / "translate-uk_en-sample", tmp_path / "stick" / "one")
    assert len(bring_packages(tmp_path / "stick", bundle)) == 1
    frameworks, resources = insides(bundle)
    assert (frameworks / "packages").is_symlink()
    (brought,) = (frameworks / "packages").iterdir()
    assert (resources / "packages" / brought.name / "model" / "model.bin").is_file()


@pytest.fixture
def bundle(tmp_path: Path) -> Path:
    """Lay out a bundle as PyInstaller does, by its own rules, of files that only say what they are."""
    taken = [(name, "", kind) for kind, names in INSIDE.items() for name in names]
    taken += [(name, target, "SYMLINK") for name, target in LINKS.items()]
    made = tmp_path / "Crossquote.app"
    for name, target, kind in BUNDLE_RULES._process_bundle_toc(taken):
        path = made / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if kind == "SYMLINK":
            path.symlink_to(target)
        else:
            path.write_bytes((b"\xcf\xfa\xed\xfe" if kind == "BINARY" else b"") + name.encode())
    return made


def library(*versions: tuple[int, int]) -> bytes:
    """Return what a library looks like that asks for such a macOS; several make one for several processors."""
    made = []
    for number, (major, minor) in enumerate(versions):
        before = struct.pack("<2I", 0x1B, 24) + bytes(16)  # its identity
        asks = (
            struct.pack("<6I", 0x32, 24, 1, major << 16 | minor << 8, 0, 0)
            if number % 2 == 0
            else struct.pack("<4I", 0x24, 16, major << 16 | minor << 8, 0)
        )
        head = struct.pack("<8I", 0xFEEDFACF, 0x0100000C, 0, 6, 2, len(before + asks), 0, 0)
        made.append(head + before + asks)
    if len(made) == 1:
        return made[0]
    start, heads, bodies = 4096, b"", b""
    for one in made:
        heads += struct.pack(">5I", 0x0100000C, 0, start + len(bodies), len(one), 12)
        bodies += one
    return (struct.pack(">2I", 0xCAFEBABE, len(made)) + heads).ljust(start, b"\0") + bodies


def test_what_a_library_asks_for_is_read_from_it() -> None:
    assert list(wanted(library((15, 0)))) == [(15, 0)]
    assert list(wanted(library((13, 0), (15, 2)))) == [(13, 0), (15, 2)]
    assert list(wanted(b"")) == list(wanted(b"text" * 20)) == list(wanted(bytes.fromhex("cafebabe00000034") * 9)) == []


def test_no_library_may_ask_for_a_newer_macos_than_the_bundle_promises(tmp_path: Path) -> None:
    (tmp_path / "QtCore").write_bytes(library((13, 0)))
    (tmp_path / "QtCore.abi3.so").write_bytes(library((13, 0), (15, 0)))
    (tmp_path / "text.txt").write_bytes(b"text")
    assert newest_wanted(tmp_path) == ((15, 0), tmp_path / "QtCore.abi3.so")
    check_oldest(tmp_path)
    (tmp_path / "QtCore").write_bytes(library((26, 1)))
    with pytest.raises(SystemExit, match=r"QtCore asks for macOS 26\.1, the bundle promises 15\.0"):
        check_oldest(tmp_path)
