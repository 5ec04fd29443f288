"""The same sentence, package, beam and length penalty give the same text as Argos Translate itself gives."""

import json
import subprocess
import sys
from pathlib import Path
from typing import TypedDict

import pytest

import argos_way
from contracts.translator import planned
from crossquote.language.language import language_of
from crossquote.progress import finish
from crossquote.resources import seeds
from crossquote.translation.packaged import Caches, PackageTranslator
from crossquote.translation.packages import PackagePlace, Shelf, find_packages
from crossquote.translation.pieces import cut
from random_package import make_package

SENTENCES = [
    "Ми дуже просили, щоб їх помилували.",
    'Він сказав: "м\'яч — це 40%..." і пішов.',
    "«Так», — відповіла вона (не одразу) & вийшла…",
    "Жовто-блакитний прапор; 1,200 осіб: усі [дехто] <тут> | там.",
    "Так",
    "  два  пробіли  ",
    "日本",
    "snake_case і ▁",
    "Рада не може чекати, доки останній корабель піде з порту в п'ятницю ввечері, як оголосила міська голова.",
    "Слово " * 60,
    *(f"Речення номер {number} про гавань, зиму та {number * 7} кораблів." for number in range(30)),
]


class Said(TypedDict):
    """What Argos Translate's own process answers."""

    translations: list[str]
    hypotheses: list[list[list[str | float]]]


def argos(folder: Path, sentences: list[str]) -> Said:
    run = subprocess.run(
        [sys.executable, "-W", "ignore", argos_way.__file__, str(folder)],
        input=json.dumps(sentences),
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
    )
    said: Said = json.loads(run.stdout)
    return said


@pytest.mark.parametrize("layout", ["config", "plain", "bpe"])
def test_the_text_is_that_of_argos_translate(layout: str, tmp_path: Path) -> None:
    prefix = "e" if layout == "plain" else ""
    folder = make_package(tmp_path / "shelf" / layout, layout=layout, target_prefix=prefix)
    expected = argos(folder, SENTENCES)
    translator = PackageTranslator(find_packages([Shelf(tmp_path / "shelf", PackagePlace.OURS)]), caches=Caches())
    route = planned(translator, "uk", "en")
    made = finish(translator.translate(SENTENCES, route))
    assert [one.text for one in made] == expected["translations"]
    for sentence, wanted in zip(SENTENCES, expected["hypotheses"], strict=False):
        best = translator.hypotheses(sentence, route, 3)
        assert [[one.text, pytest.approx(one.score, abs=1e-4)] for one in best] == wanted


@pytest.mark.parametrize("tokenizer", ["bpe.model", "sentencepiece.model"])
def test_a_sample_package_says_of_a_story_what_argos_translate_says(tokenizer: str) -> None:
    shelf = [Shelf(seeds() / "packages", PackagePlace.SHIPPED)]
    package = next(one for one in find_packages(shelf).packages if (one.folder / tokenizer).exists())
    story = next((seeds() / "ceasefire-call").glob(f"*.{package.pair[0]}.txt"))
    text = story.read_text(encoding="utf-8")
    sentences = [piece.text for piece in cut(text, language_of(package.pair[0]))][:12]
    translator = PackageTranslator(find_packages(shelf), caches=Caches())
    made = finish(translator.translate(sentences, planned(translator, *package.pair, sample_story=True)))
    assert [one.text for one in made] == argos(package.folder, sentences)["translations"]
