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
        "у дуже поганій і вразливій ситуації": "in a very bad and vulnerable situation",
        "Порт може виплатити всі зарплати до п'ятниці": "The port may pay all wages by Friday",
        "Постраждали 14 людей, більшість із них легко": "14 people were injured, most of them slightly",
    },
    "translate-ru_en-sample": {
        "в плохом и уязвимом положении": "in a bad and vulnerable position",
        "Мы нашли трещину в стене в марте, и я сообщила о ней губернатору Вашу 21 марта": (
            "We found a crack in the wall in March, and I reported it to Governor Vasch on 21 March"
        ),
    },
    "translate-es_en-sample": {
        "ha pedido encarecidamente al presidente Putin que les perdone la vida": (
            "he has strongly requested President Putin to spare their lives"
        ),
        "Torvane le había dado su palabra de que se repetiría la inspección": (
            "Torvane had given him her word that the inspection would be repeated"
        ),
    },
    "translate-de_en-sample": {
        "Alle in der Unterstadt können bis 18 Uhr gehen": "Everyone in the lower town may leave by 18:00",
    },
    "translate-fr_en-sample": {
        "La dette est de 3,2 mille couronnes, et le gouvernement ne la paiera pas": (
            "The debt is 3.2 thousand crowns, and the government will not pay it"
        ),
        "Le barrage ne cédera probablement pas, et nous pouvons l’exclure": (
            "The dam will probably not fail, and we can rule it out"
        ),
    },
    "translate-en_uk-sample": {
        "The cranes are safe, and nobody may go near them": "Крани безпечні, і нікому не можна до них наближатися",
    },
}


@pytest.fixture(params=FOLDERS, ids=lambda folder: folder.name)
def folder(request: pytest.FixtureRequest) -> Path:
    path: Path = request.param
    return path


def test_every_layout_of_real_packages_occurs() -> None:
    by_moses = [folder.name for folder in FOLDERS if (folder / "bpe.model").is_file()]
    without_config = [folder.name for folder in FOLDERS if not (folder / "model" / "config.json").exists()]
    assert [folder.name for folder in FOLDERS] == sorted(KEPT)
    assert by_moses == ["translate-uk_en-sample"]
    assert without_config == ["translate-de_en-sample"]


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
