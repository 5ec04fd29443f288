"""The same sentence, package, beam and length penalty give the same text as Argos Translate itself gives."""

import json
import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TypedDict

import pytest
from msgspec import Struct

import argos_way
from contracts.translator import planned
from crossquote.language.language import language_of
from crossquote.progress import finish
from crossquote.resources import seeds
from crossquote.translation.packaged import Caches, PackageTranslator
from crossquote.translation.packages import LanguagePackage, PackagePlace, Shelf, find_packages
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


SHIPPED = Shelf(seeds() / "packages", PackagePlace.SHIPPED)


class Said(TypedDict):
    """What Argos Translate's own process answers."""

    translations: list[str]
    hypotheses: list[list[list[str | float]]]


class Asked(Struct, frozen=True):
    """What is asked of a package: the sentences, and what Argos Translate makes of them."""

    package: LanguagePackage
    sentences: list[str]
    said: Said


LAYOUTS, TOKENIZERS = ("config", "plain", "bpe"), ("bpe.model", "sentencepiece.model")


@pytest.fixture(scope="module")
def asked(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Asked]:
    """Return what is asked of a package of each layout and of each of ours: one process of Argos's answers all."""
    shelf = tmp_path_factory.mktemp("shelf")
    wanted: dict[str, tuple[LanguagePackage, list[str]]] = {}
    for layout in LAYOUTS:
        make_package(shelf / layout / layout, layout=layout, target_prefix="e" if layout == "plain" else "")
        wanted[layout] = (find_packages([Shelf(shelf / layout, PackagePlace.OURS)]).packages[0], SENTENCES)
    for tokenizer in TOKENIZERS:
        package = next(one for one in find_packages([SHIPPED]).packages if (one.folder / tokenizer).exists())
        wanted[tokenizer] = (package, sentences_of_a_story(package))
    said = argos([(package.folder, sentences) for package, sentences in wanted.values()])
    return {name: Asked(*one, told) for (name, one), told in zip(wanted.items(), said, strict=True)}


def sentences_of_a_story(package: LanguagePackage) -> list[str]:
    """Return the first sentences of a sample story in the language that a package translates."""
    story = next((seeds() / "ceasefire-call").glob(f"*.{package.pair[0]}.txt"))
    pieces = cut(story.read_text(encoding="utf-8"), language_of(package.pair[0]))
    return [piece.text for piece in pieces][:12]


def argos(asked: Sequence[tuple[Path, list[str]]]) -> list[Said]:
    run = subprocess.run(
        [sys.executable, "-W", "ignore", argos_way.__file__, *(str(folder) for folder, _ in asked)],
        input=json.dumps([sentences for _, sentences in asked]),
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
        env={**os.environ, "OMP_NUM_THREADS": "1"},  # more of them wait for each other, and busily: twice the time
    )
    said: list[Said] = json.loads(run.stdout)
    return said


@pytest.mark.parametrize("layout", LAYOUTS)
def test_the_text_is_that_of_argos_translate(layout: str, asked: Mapping[str, Asked]) -> None:
    expected = asked[layout].said
    shelf = Shelf(asked[layout].package.folder.parent, PackagePlace.OURS)
    translator = PackageTranslator(find_packages([shelf]), caches=Caches())
    route = planned(translator, "uk", "en")
    made = finish(translator.translate(SENTENCES, route))
    assert [one.text for one in made] == expected["translations"]
    for sentence, wanted in zip(SENTENCES, expected["hypotheses"], strict=False):
        best = translator.hypotheses(sentence, route, 3)
        assert [[one.text, pytest.approx(one.score, abs=1e-4)] for one in best] == wanted


@pytest.mark.parametrize("tokenizer", TOKENIZERS)
def test_a_sample_package_says_of_a_story_what_argos_translate_says(tokenizer: str, asked: Mapping[str, Asked]) -> None:
    one = asked[tokenizer]
    translator = PackageTranslator(find_packages([SHIPPED]), caches=Caches())
    made = finish(translator.translate(one.sentences, planned(translator, *one.package.pair, sample_story=True)))
    assert [each.text for each in made] == one.said["translations"]
