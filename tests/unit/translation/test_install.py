"""Installing: every kind of hostile package is one clear error, and what was there stays as it was."""

import json
import pickle
import shutil
import stat
import struct
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from crossquote.errors import ErrorCode, UserError
from crossquote.message import verbatim
from crossquote.progress import Step, Work, finish
from crossquote.translation.install import install_package, install_packages, remove_package
from crossquote.translation.packages import LanguagePackage, PackagePlace, Shelf, find_packages
from crossquote.translation.verify import is_whole, verify_package
from crossquote.wording.telling import tell
from crossquote.wording.trouble import tell_error
from links import needs_links
from random_package import make_package
from saying import says


def pack(folder: Path, target: Path, extra: dict[str, bytes] | None = None, root: str = "translate-uk_en") -> Path:
    """Write the package in `folder` as an archive, with `extra` entries under the names as they are."""
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for path in sorted(folder.rglob("*")):
            if path.is_file():
                archive.write(path, f"{root}/{path.relative_to(folder).as_posix()}" if root else path.name)
        for name, content in (extra or {}).items():
            archive.writestr(name, content)
    return target


@pytest.fixture
def source(tmp_path: Path) -> Path:
    return make_package(tmp_path / "source")


@pytest.fixture
def shelf(tmp_path: Path) -> Path:
    return tmp_path / "shelf"


@pytest.fixture
def file(source: Path, tmp_path: Path) -> Path:
    return pack(source, tmp_path / "translate-uk_en.argosmodel")


def not_tried(folder: Path) -> Work[tuple[str, ...]]:
    """Stands for the process in which a package is tried out, where a test is about something else."""
    yield Step(0, 0, verbatim(folder.name))
    return ()


def install(path: Path, shelf: Path) -> LanguagePackage:
    return finish(install_package(path, shelf, not_tried))


def on(shelf: Path) -> tuple[LanguagePackage, ...]:
    found = find_packages([Shelf(shelf, PackagePlace.OURS)])
    assert not found.faults
    return found.packages


def contents(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


@pytest.mark.usefixtures("kept_processes")
@pytest.mark.parametrize("layout", ["config", "plain", "bpe"])
def test_each_real_layout_can_be_installed_verified_and_removed(layout: str, tmp_path: Path, shelf: Path) -> None:
    folder = make_package(tmp_path / layout, layout=layout, package_version="1.9")
    package = finish(install_package(pack(folder, tmp_path / "p.argosmodel"), shelf))
    assert on(shelf) == (package,)
    assert (package.code, package.version, package.pair) == ("translate-uk_en", "1.9", ("uk", "en"))
    assert len(finish(verify_package(package))) == 64
    remove_package(package)
    assert not list(shelf.iterdir())


@pytest.mark.usefixtures("kept_processes")
def test_a_folder_and_a_stick_with_several_files_can_be_installed(source: Path, tmp_path: Path, shelf: Path) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    pack(source, stick / "uk_en.argosmodel")
    pack(make_package(tmp_path / "de", ("de", "en")), stick / "de_en.argosmodel")
    (stick / "broken.argosmodel").write_bytes(b"PK\x03\x04 no more")
    done = finish(install_packages([stick, source], shelf))
    assert [package.code for package in done.packages] == ["translate-de_en", "translate-uk_en", "translate-uk_en"]
    assert len(done.problems) == 1
    assert "broken.argosmodel" in str(done.problems[0])
    assert [package.code for package in on(shelf)] == ["translate-de_en", "translate-uk_en"]


def test_a_newer_version_takes_the_place_of_the_older(file: Path, tmp_path: Path, shelf: Path) -> None:
    install(file, shelf)
    newer = make_package(tmp_path / "newer", seed=2, package_version="1.10")
    install(pack(newer, tmp_path / "newer.argosmodel"), shelf)
    assert [package.version for package in on(shelf)] == ["1.10"]


def test_a_package_that_the_user_put_there_stays(file: Path, source: Path, shelf: Path) -> None:
    """“Show the folder” leads there: a model of one's own is often the only copy."""
    own = shelf / "my-uk-en"
    shutil.copytree(source, own)
    before = contents(own)
    edit(own, package_version="0.1")
    installed = install(file, shelf)
    assert {package.folder for package in on(shelf)} == {own, installed.folder}
    assert contents(own).keys() == before.keys()


def test_installing_the_same_again_changes_nothing(file: Path, shelf: Path) -> None:
    first = install(file, shelf)
    assert install(file, shelf) == first
    assert len(list(shelf.iterdir())) == 1


def test_a_damaged_installation_is_found_out_and_mended(file: Path, shelf: Path) -> None:
    package = install(file, shelf)
    with package.model.open("r+b") as model:
        model.seek(2000)
        model.write(b"\0\0\0\0")
    with pytest.raises(UserError, check=says("no longer what was installed")):
        finish(verify_package(package))
    mended = install(file, shelf)
    assert is_whole(mended.folder)
    assert on(shelf) == (mended,)


def cut(path: Path, keep: float) -> None:
    path.write_bytes(path.read_bytes()[: int(path.stat().st_size * keep)])


def heads(folder: Path, number: int) -> None:
    path, name = folder / "model" / "model.bin", b"decoder/alignment_heads\0"
    data = path.read_bytes()
    place = data.index(name) + len(name) + 6
    path.write_bytes(data[:place] + struct.pack("<h", number) + data[place + 2 :])


def lengthen(path: Path) -> None:
    path.write_bytes(path.read_bytes() + b"more")


def edit(folder: Path, **values: object) -> None:
    path = folder / "metadata.json"
    path.write_text(json.dumps({**json.loads(path.read_text(encoding="utf-8")), **values}), encoding="utf-8")


def version(folder: Path, number: int) -> None:
    path = folder / "model" / "model.bin"
    path.write_bytes(struct.pack("<I", number) + path.read_bytes()[4:])


def vocabulary(folder: Path, change: Callable[[list[str]], list[str]]) -> None:
    path = folder / "model" / "shared_vocabulary.json"
    path.write_text(json.dumps(change(json.loads(path.read_text(encoding="utf-8")))), encoding="utf-8")


BROKEN: dict[str, tuple[Callable[[Path], object], str]] = {
    "no metadata": (lambda f: (f / "metadata.json").unlink(), "no metadata.json"),
    "metadata no JSON": (lambda f: (f / "metadata.json").write_text("{"), "not valid JSON"),
    "metadata nested": (lambda f: (f / "metadata.json").write_text("[" * 200_000), "not valid JSON"),
    "metadata a list": (lambda f: (f / "metadata.json").write_text("[]"), "not a table"),
    "language a path": (lambda f: edit(f, from_code="../../x"), "from_code"),
    "language missing": (lambda f: edit(f, to_code=None), "to_code"),
    "into itself": (lambda f: edit(f, to_code="uk"), "into itself"),
    "version a path": (lambda f: edit(f, package_version="1/../../2"), "package_version"),
    "another type": (lambda f: edit(f, type="sbd"), "not a translation package"),
    "prefix unknown": (lambda f: edit(f, target_prefix=">>xx<<"), "target_prefix"),
    "no tokenizer": (lambda f: (f / "sentencepiece.model").unlink(), "it lacks sentencepiece.model"),
    "tokenizer cut": (lambda f: cut(f / "sentencepiece.model", 0.5), "sentencepiece.model"),
    "tokenizer a pickle": (
        lambda f: (f / "sentencepiece.model").write_bytes(pickle.dumps({"a": list(range(99))})),
        "sentencepiece.model",
    ),
    "no model": (lambda f: (f / "model" / "model.bin").unlink(), "model.bin"),
    "model cut": (lambda f: cut(f / "model" / "model.bin", 0.7), "cut short"),
    "model longer": (lambda f: lengthen(f / "model" / "model.bin"), "more in it"),
    "model of a newer format": (lambda f: version(f, 99), "format version 99"),
    "model of an older format": (lambda f: version(f, 1), "another kind"),
    "model a pickle": (lambda f: (f / "model" / "model.bin").write_bytes(pickle.dumps([1] * 9999)), "format version"),
    "model empty": (lambda f: (f / "model" / "model.bin").write_bytes(b""), "cut short"),
    "heads that are not": (lambda f: heads(f, 99), "heads that it has not"),
    "config no JSON": (lambda f: (f / "model" / "config.json").write_text("{"), "config.json"),
    "vocabulary longer": (lambda f: vocabulary(f, lambda words: [*words, "more"]), "vocabulary has"),
    "vocabulary shorter": (lambda f: vocabulary(f, lambda words: words[:-1]), "vocabulary has"),
    "vocabulary of another model": (
        lambda f: vocabulary(f, lambda words: [*words[:3], *(f"w{n}" for n in range(len(words) - 3))]),
        "is not that of",
    ),
    "vocabulary no list": (lambda f: (f / "model" / "shared_vocabulary.json").write_text('{"a": 1}'), "list of texts"),
    "no vocabulary": (lambda f: (f / "model" / "shared_vocabulary.json").unlink(), "no vocabulary"),
}


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_package_is_one_clear_error_and_the_old_one_stays(
    name: str, file: Path, source: Path, tmp_path: Path, shelf: Path
) -> None:
    install(file, shelf)
    before = contents(shelf)
    change, words = BROKEN[name]
    bad = tmp_path / "bad"
    shutil.copytree(source, bad)
    edit(bad, package_version="2.0")
    change(bad)
    for path in (bad, pack(bad, tmp_path / "bad.argosmodel")):
        with pytest.raises(UserError) as caught:
            install(path, shelf)
        assert caught.value.code is ErrorCode.PACKAGE
        assert words in tell_error(caught.value)
        assert str(path) in tell_error(caught.value)
        assert tell(caught.value.advice)
    assert contents(shelf) == before


def test_files_of_which_one_is_needed_are_told_in_the_users_language(source: Path, tmp_path: Path, shelf: Path) -> None:
    bad = tmp_path / "bad"
    shutil.copytree(source, bad)
    (bad / "sentencepiece.model").unlink()
    with pytest.raises(UserError) as caught:
        install(bad, shelf)
    assert "sentencepiece.model or bpe.model" in tell_error(caught.value)
    assert "sentencepiece.model ou bpe.model" in tell_error(caught.value, "fr")


def test_a_broken_bpe_model_is_one_clear_error(tmp_path: Path, shelf: Path) -> None:
    folder = make_package(tmp_path / "bpe", layout="bpe")
    for text in ("#version: 0.2\na b c\n", "#version: x\na b\n", "", "#version: 0.2\n"):
        (folder / "bpe.model").write_text(text, encoding="utf-8")
        with pytest.raises(UserError, check=says(r"bpe\.model")):
            install(folder, shelf)


CLIMBING = ["../evil", "translate-uk_en/../../evil", "/abs/evil", "C:/evil", "translate-uk_en\\..\\..\\evil", "..", "/"]


@pytest.mark.parametrize("name", CLIMBING)
def test_paths_that_climb_out_are_refused(name: str, source: Path, tmp_path: Path, shelf: Path) -> None:
    placeholder = "_" * len(name.encode())
    path = pack(source, tmp_path / "p.argosmodel", {placeholder: b"x"})
    path.write_bytes(path.read_bytes().replace(placeholder.encode(), name.encode()))
    with pytest.raises(UserError, check=says("outside of its own folder")):
        install(path, shelf)
    assert not list(shelf.iterdir())
    assert not (tmp_path / "evil").exists()


def test_links_in_an_archive_are_refused(source: Path, tmp_path: Path, shelf: Path) -> None:
    path = pack(source, tmp_path / "p.argosmodel")
    link = zipfile.ZipInfo("translate-uk_en/README")
    link.external_attr = (stat.S_IFLNK | 0o777) << 16
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr(link, "/etc/passwd")
    with pytest.raises(UserError, check=says("a link or a device")):
        install(path, shelf)
    assert not list(shelf.iterdir())


@needs_links
def test_a_link_in_a_folder_is_refused(source: Path, shelf: Path) -> None:
    (source / "README").symlink_to("/etc/passwd")
    with pytest.raises(UserError, check=says("a link or a device")):
        install(source, shelf)
    assert not list(shelf.iterdir())


def test_declared_bombs_are_refused_before_anything_is_unpacked(source: Path, tmp_path: Path, shelf: Path) -> None:
    path = pack(source, tmp_path / "p.argosmodel", {"translate-uk_en/COPYING": bytes(32 * 1024 * 1024)})
    with pytest.raises(UserError, check=says("multiple of any real file")):
        install(path, shelf)
    many = pack(source, tmp_path / "many.argosmodel", {f"translate-uk_en/{n}": b"" for n in range(10_001)})
    with pytest.raises(UserError, check=says("more than any language package")):
        install(many, shelf)


def test_sizes_that_lie_are_found_out(source: Path, tmp_path: Path, shelf: Path) -> None:
    text = b"z" * 100_000
    for said in (10, 4_000_000_000, 900_000):
        path = pack(source, tmp_path / "p.argosmodel", {"translate-uk_en/COPYING": text})
        data = path.read_bytes().replace(struct.pack("<I", len(text)), struct.pack("<I", said))
        path.write_bytes(data)
        with pytest.raises(UserError) as caught:
            install(path, shelf)
        assert caught.value.code is ErrorCode.PACKAGE
        assert not list(shelf.iterdir())


def test_a_cut_archive_is_refused_wherever_it_is_cut(file: Path, shelf: Path) -> None:
    whole = file.read_bytes()
    for keep in (0, 3, 100, len(whole) // 2, len(whole) - 30, len(whole) - 1):
        file.write_bytes(whole[:keep])
        with pytest.raises(UserError, check=says("cut short or damaged")):
            install(file, shelf)
    assert not list(shelf.iterdir())


def test_a_flipped_byte_is_found_by_its_checksum(file: Path, shelf: Path) -> None:
    data = bytearray(file.read_bytes())
    data[len(data) // 2] ^= 0xFF
    file.write_bytes(data)
    with pytest.raises(UserError):
        install(file, shelf)
    assert not list(shelf.iterdir())


def test_the_same_name_twice_and_two_packages_in_one_are_refused(source: Path, tmp_path: Path, shelf: Path) -> None:
    twice = pack(source, tmp_path / "p.argosmodel", {"translate-uk_en/Metadata.json": b"{}"})
    with pytest.raises(UserError, check=says("same file twice")):
        install(twice, shelf)
    two = pack(source, tmp_path / "two.argosmodel", {"other/metadata.json": b"{}"})
    with pytest.raises(UserError, check=says("more than one package")):
        install(two, shelf)


class Payload:
    def __init__(self, path: Path) -> None:
        self.path = path

    def __reduce__(self) -> tuple[object, ...]:
        return Path.touch, (self.path,)


def test_a_sentence_splitters_pickle_is_left_alone(source: Path, tmp_path: Path, shelf: Path) -> None:
    mark = tmp_path / "executed"
    bomb = pickle.dumps(Payload(mark))
    extra = {f"translate-uk_en/{name}": bomb for name in ("stanza/uk/tokenize/iu.pt", "model/evil.pkl", "evil.py")}
    package = finish(install_package(pack(source, tmp_path / "p.argosmodel", extra), shelf))
    assert not mark.exists()
    names = {path.name for path in package.folder.rglob("*")}
    assert not names & {"stanza", "iu.pt", "evil.pkl", "evil.py"}


def test_a_model_that_makes_the_engine_crash_takes_nothing_with_it(source: Path, shelf: Path) -> None:
    """Shapes that fit their bytes but not each other pass every look from outside."""
    path = source / "model" / "model.bin"
    data = path.read_bytes()
    shape, other = struct.pack("<BII", 2, 96, 32), struct.pack("<BII", 2, 32, 96)
    assert shape in data
    path.write_bytes(data.replace(shape, other))
    with pytest.raises(UserError) as caught:
        finish(install_package(source, shelf))
    assert caught.value.code is ErrorCode.PACKAGE
    assert not list(shelf.iterdir())


def test_a_model_that_the_engine_does_not_take_is_one_clear_error(source: Path, shelf: Path) -> None:
    (source / "model" / "config.json").write_text('{"unk_token": null}', encoding="utf-8")
    with pytest.raises(UserError, check=says("can't load its model")):
        finish(install_package(source, shelf))
    assert not list(shelf.iterdir())


def test_closing_it_half_way_leaves_nothing(file: Path, shelf: Path) -> None:
    for number in (1, 2, 6):
        work = install_package(file, shelf, not_tried)
        for _ in range(number):
            next(work)
        work.close()
        assert not list(shelf.iterdir())


def test_a_shipped_package_is_not_removed(source: Path) -> None:
    package = find_packages([Shelf(source.parent, PackagePlace.SHIPPED)]).packages[0]
    with pytest.raises(UserError, check=says("came with the program")):
        remove_package(package)
    assert package.model.exists()


def test_a_missing_file_and_an_empty_folder_are_said(tmp_path: Path, shelf: Path) -> None:
    done = finish(install_packages([tmp_path / "nowhere.argosmodel", tmp_path], shelf))
    assert [problem.code for problem in done.problems] == [ErrorCode.MISSING, ErrorCode.PACKAGE]
