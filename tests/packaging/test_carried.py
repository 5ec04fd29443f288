"""Language packages that an installer brings: installed as the program does it, or no installer at all."""

import shutil
from pathlib import Path

import pytest
from carried import bring_packages

from crossquote.resources import seeds


def test_a_package_is_checked_tried_and_put_on_the_shelf(tmp_path: Path) -> None:
    stick = tmp_path / "stick"
    shutil.copytree(seeds() / "packages" / "translate-uk_en-sample", stick / "one")
    (told,) = bring_packages(stick, tmp_path / "program")
    assert told.startswith("translate-uk_en")
    shelf = tmp_path / "program" / "_internal" / "packages"
    assert [(path / "model" / "model.bin").is_file() for path in shelf.iterdir()] == [True]


def test_a_folder_without_any_makes_no_installer(tmp_path: Path) -> None:
    with pytest.raises(SystemExit, match="no language package in this folder"):
        bring_packages(tmp_path, tmp_path / "program")
