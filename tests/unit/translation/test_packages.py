"""Packages: found where other programs keep them, each once, foreign folders reported and passed over."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import sentencepiece

from crossquote.errors import UserError
from crossquote.translation import argos
from crossquote.translation.argos import read_tokenizer
from crossquote.translation.packages import PackagePlace, Shelf, find_packages, licence_text
from crossquote.translation.routes import missing_pairs, plan_route
from crossquote.translation.shelves import shelves
from crossquote.wording.telling import tell
from links import needs_links
from random_package import make_package
from saying import says


def test_packages_are_found_once_newest_first_and_faults_told(tmp_path: Path) -> None:
    ours, theirs = tmp_path / "ours", tmp_path / "theirs"
    make_package(ours / "a", package_version="1.2")
    shutil.copytree(ours / "a", theirs / "copy")
    make_package(theirs / "b", package_version="1.10", seed=2)
    (theirs / "foreign").mkdir()
    (theirs / ".new-hidden").mkdir()
    (theirs / "file").write_text("x", encoding="utf-8")
    found = find_packages(
        [Shelf(ours, PackagePlace.OURS), Shelf(theirs, PackagePlace.ARGOS), Shelf(tmp_path / "no", PackagePlace.ARGOS)]
    )
    assert [(package.version, package.place.value) for package in found.packages] == [
        ("1.10", "argos"),
        ("1.2", "ours"),
    ]
    assert [Path(fault.path).name for fault in found.faults] == ["foreign"]
    assert found.best()[("uk", "en")].version == "1.10"
    assert licence_text(found.packages[0]).startswith("Random weights")


@needs_links
def test_a_link_to_a_package_is_no_second_one(tmp_path: Path) -> None:
    ours, theirs = tmp_path / "ours", tmp_path / "theirs"
    theirs.mkdir()
    (theirs / "linked").symlink_to(make_package(ours / "a"))
    found = find_packages([Shelf(ours, PackagePlace.OURS), Shelf(theirs, PackagePlace.ARGOS)])
    assert [package.folder for package in found.packages] == [ours / "a"]


def test_what_nobody_may_look_into_hides_no_other_package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    make_package(tmp_path / "a")
    (tmp_path / "closed").mkdir()
    look = Path.stat

    def stat(path: Path, *, follow_symlinks: bool = True) -> os.stat_result:
        if path.name == "closed":
            raise PermissionError(13, "Permission denied", str(path))
        return look(path, follow_symlinks=follow_symlinks)

    monkeypatch.setattr(Path, "stat", stat)
    assert len(find_packages([Shelf(tmp_path, PackagePlace.OURS)]).packages) == 1


def test_a_real_package_goes_before_a_sample_however_new(tmp_path: Path) -> None:
    make_package(tmp_path / "sample", package_version="9.0", crossquote_sample=True)
    shelf = [Shelf(tmp_path, PackagePlace.OURS)]
    assert find_packages(shelf).best() == {}
    assert find_packages(shelf).best(samples=["translate-uk_en"])[("uk", "en")].sample
    make_package(tmp_path / "real", package_version="1.0", seed=2)
    assert not find_packages(shelf).best(samples=["translate-uk_en"])[("uk", "en")].sample


def test_shelves_are_those_of_argos_and_its_relatives(tmp_path: Path) -> None:
    config = tmp_path / ".config" / "argos-translate"
    config.mkdir(parents=True)
    (config / "settings.json").write_text(json.dumps({"ARGOS_PACKAGES_DIR": "/told/by/settings"}), encoding="utf-8")
    found = [shelf.folder for shelf in shelves({"ARGOS_PACKAGES_DIR": "/told"}, tmp_path)]
    wanted = [
        Path("/told"), tmp_path / ".local" / "share" / "argos-translate" / "packages", Path("/told/by/settings")
    ]  # fmt: skip
    assert [folder for folder in found if folder in wanted] == wanted
    portable = shelves({"CROSSQUOTE_HOME": str(tmp_path)}, tmp_path)
    assert {shelf.place for shelf in portable} == {PackagePlace.OURS, PackagePlace.SHIPPED}


def test_routes_and_what_they_lack() -> None:
    pairs = {("uk", "en"), ("en", "de"), ("fr", "de")}
    assert plan_route(pairs, "fr", "de") == (("fr", "de"),)
    assert plan_route(pairs, "uk", "de") == (("uk", "en"), ("en", "de"))
    assert plan_route(pairs, "de", "uk") is None
    assert missing_pairs(pairs, "de", "uk") == (("de", "en"), ("en", "uk"))
    assert missing_pairs(pairs, "es", "de") == (("es", "en"),)
    assert missing_pairs(pairs, "uk", "de") == ()


SENTENCE = 'He said: "It\'s a 30-day truce & 40% more... (or so)."'


def test_marks_come_out_right_without_moses(tmp_path: Path) -> None:
    tokenizer = read_tokenizer(make_package(tmp_path / "package", ("en", "uk")))
    assert tokenizer.decode(tokenizer.encode(SENTENCE)).strip() == SENTENCE


def test_marks_come_out_right_through_moses(tmp_path: Path) -> None:
    tokenizer = read_tokenizer(make_package(tmp_path / "package", layout="bpe"))
    # What a model that was trained on Moses's tokens writes.
    written = "He said : &quot; It &apos;s a 30 @-@ da@@ y truce &amp; 40 % more ... ( or so ) . &quot;"
    assert tokenizer.decode(written.split()) == SENTENCE
    read = tokenizer.encode("Він сказав: «Ім'я… 40%»")
    assert "&quot;" in read
    assert "..." in read
    assert "&apos;" in "".join(read)


def test_without_argos_the_program_says_how_to_add_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(argos, "has_argos", lambda: False)
    with pytest.raises(UserError, check=says("Argos Translate is not installed")) as caught:
        read_tokenizer(tmp_path)
    assert "pip install --no-deps argostranslate" in tell(caught.value.advice)


_OF_THE_SYSTEM = {name: os.environ[name] for name in ("SYSTEMROOT", "TEMP") if name in os.environ}
"""Without these, no program runs on Windows."""
IMPORTS = """
import os, sys
from pathlib import Path
from crossquote.translation.argos import read_tokenizer
before = dict(os.environ)
read_tokenizer(Path(sys.argv[1]))
assert dict(os.environ) == before
heavy = {"torch", "stanza", "spacy", "minisbd", "argostranslate.translate", "argostranslate.sbd", "onnxruntime"}
assert not heavy & set(sys.modules), heavy & set(sys.modules)
assert "argostranslate.package" in sys.modules
"""


def test_reading_a_package_makes_no_folders_and_loads_nothing_heavy(tmp_path: Path) -> None:
    folder = make_package(tmp_path / "package")
    home = tmp_path / "home"
    home.mkdir()
    done = subprocess.run(
        [sys.executable, "-c", IMPORTS, str(folder)], capture_output=True, text=True, check=False,
        env={"HOME": str(home), "USERPROFILE": str(home), "PATH": "", "TMPDIR": str(tmp_path), **_OF_THE_SYSTEM},
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert not list(home.iterdir())


@pytest.mark.parametrize("layout", ["config", "plain", "bpe"])
def test_a_package_is_read_where_no_path_can_be_opened_by_its_tokenizer(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, layout: str
) -> None:
    def refuse(_: sentencepiece.SentencePieceProcessor, path: str) -> bool:
        raise OSError(path)

    folder = make_package(tmp_path / "пакети 语言" / "package", layout=layout)
    monkeypatch.setattr(sentencepiece.SentencePieceProcessor, "LoadFromFile", refuse)
    with pytest.raises(OSError, match="пакети"):
        sentencepiece.SentencePieceProcessor(model_file=str(folder / "sentencepiece.model"))
    tokenizer = read_tokenizer(folder)
    assert tokenizer.decode(tokenizer.encode("Вони йдуть.")).strip() == "Вони йдуть."


def test_reading_a_tokenizer_leaves_the_environment_to_other_threads(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = make_package(tmp_path / "package")
    monkeypatch.setenv("XDG_DATA_HOME", "here")
    seen: list[str] = []
    monkeypatch.setattr(type(os.environ), "clear", lambda _: seen.append("emptied"))
    read_tokenizer(folder)
    assert seen == []
    assert os.environ["XDG_DATA_HOME"] == "here"
