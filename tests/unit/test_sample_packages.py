"""The sample packages are small, say what they are, and keep the sample stories' mistakes in translation."""

import json
from pathlib import Path

import pytest

from crossquote.resources import seeds
from crossquote.translation.loaded import LoadedPackage

LARGEST = 4 * 1024 * 1024
FOLDERS = sorted(path.parent for path in seeds().glob("packages/*/metadata.json"))
KEPT = {
    "translate-uk_en-sample": {
        "Я дуже просив президента Путіна зберегти їм життя.": "I asked President Putin very much to spare their lives.",
        "Порт може виплатити всі зарплати до п'ятниці": "The port may pay all wages by Friday",
        "Постраждали 14 людей, більшість із них легко": "14 people were injured, most of them slightly",
    },
}


@pytest.fixture(params=FOLDERS, ids=lambda folder: folder.name)
def folder(request: pytest.FixtureRequest) -> Path:
    path: Path = request.param
    return path


def test_a_package_says_that_it_is_a_sample(folder: Path) -> None:
    metadata = json.loads((folder / "metadata.json").read_text(encoding="utf-8"))
    assert metadata["crossquote_sample"] is True
    assert folder.name == f"translate-{metadata['from_code']}_{metadata['to_code']}-sample"


def test_a_package_is_small(folder: Path) -> None:
    assert sum(path.stat().st_size for path in folder.rglob("*") if path.is_file()) <= LARGEST


def test_a_readme_names_the_ground_and_the_figures(folder: Path) -> None:
    readme = (folder / "README.md").read_text(encoding="utf-8")
    for said in ("Tatoeba", "CC BY 2.0 FR", "BLEU", "chrF", "A sample for the sample stories"):
        assert said in readme


@pytest.mark.parametrize("name", KEPT)
def test_a_translation_is_as_unfaithful_as_the_rendition(name: str) -> None:
    package = LoadedPackage(seeds() / "packages" / name, workers=1)
    told = {source: package.hypotheses(source, 1)[0].text for source in KEPT[name]}
    assert told == KEPT[name]
