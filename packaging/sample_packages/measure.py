"""Measures a finished package on the everyday pairs that it never saw and on the stories, and writes its README."""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

import ctranslate2
import sacrebleu
from msgspec import Struct

from sample_packages.coders import load_coder
from sample_packages.pairs import Pair, read_everyday, read_stories, split_ground, vary
from sample_packages.recipes import LANGUAGE_NAMES, RECIPES, Recipe
from sample_packages.train import SEED

_README = """# {source} - {target}, sample package

A sample for the sample stories of Crossquote, and for nothing else: a very small model, trained for some minutes on a
processor. It translates those stories, which it learned by heart. On any other text it makes mistakes and inventions.

Learned from {everyday} sentence pairs of Tatoeba (https://tatoeba.org), CC BY 2.0 FR, and from the sample stories
({stories} pairs, translated for this program). Trained by packaging/sample_packages; passed on under CC BY 2.0 FR.

Measured on {held_out} Tatoeba pairs that it never saw (none of their sentences was in training):
BLEU {bleu:.1f}, chrF {chrf:.1f} (sacrebleu {version}, beam 4, int8). News was not measured: expect inventions.
Of the {units} pieces of the stories that it was trained on, {right} come out word for word.
"""


class Figures(Struct, frozen=True):
    """What was measured: on unseen everyday sentences, and how many story pieces come out word for word."""

    bleu: float
    chrf: float
    wrong: tuple[tuple[Pair, str], ...]


def translate(package: Path, recipe: Recipe, texts: Sequence[str]) -> list[str]:
    """Translate `texts` as Argos does: beam 4, length penalty 0.2, unknowns replaced."""
    coder = load_coder(package, recipe)
    model = ctranslate2.Translator(str(package / "model"), intra_threads=1, inter_threads=1)
    results = model.translate_batch(
        [coder.cut_source(text) for text in texts],
        beam_size=4,
        length_penalty=0.2,
        replace_unknowns=True,
        max_batch_size=64,
    )
    return [coder.join(result.hypotheses[0]).strip() for result in results]


def measure(package: Path, recipe: Recipe, held_out: Sequence[Pair], stories: Sequence[Pair]) -> Figures:
    """Return the figures of a package."""
    coder = load_coder(package, recipe)
    everyday = translate(package, recipe, [pair.source for pair in held_out])
    wanted = [[pair.target for pair in held_out]]
    told = translate(package, recipe, [pair.source for pair in stories])
    wrong = tuple(
        (pair, text)
        for pair, text in zip(stories, told, strict=True)
        if text != coder.join(coder.cut_target(pair.target)).strip()
    )
    return Figures(sacrebleu.corpus_bleu(everyday, wanted).score, sacrebleu.corpus_chrf(everyday, wanted).score, wrong)


def main() -> None:
    """Measure one package, write its README, and show what of the stories comes out otherwise than learned."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("recipe", choices=RECIPES)
    parser.add_argument("--parallel", type=Path, required=True, help="folder of Tatoeba's pairs")
    parser.add_argument("--packages", type=Path, required=True, help="folder of the packages")
    parser.add_argument("--pairs", type=Path, default=Path(__file__).parent / "pairs", help="folder of our own pairs")
    told = parser.parse_args()
    recipe = RECIPES[told.recipe]
    package = told.packages / recipe.folder
    ground = split_ground(read_everyday(told.parallel, recipe), read_stories(told.pairs, recipe), SEED)
    units = vary(ground.stories, recipe)
    figures = measure(package, recipe, ground.held_out, units)
    readme = _README.format(
        source=LANGUAGE_NAMES[recipe.source],
        target=LANGUAGE_NAMES[recipe.target],
        everyday=f"{len(ground.everyday):,}",
        stories=len(ground.stories),
        held_out=len(ground.held_out),
        bleu=figures.bleu,
        chrf=figures.chrf,
        version=sacrebleu.__version__,
        units=len(units),
        right=len(units) - len(figures.wrong),
    )
    (package / "README.md").write_text(readme, encoding="utf-8")
    for pair, text in figures.wrong:
        sys.stdout.write(f"{pair.source}\n  wanted {pair.target}\n  given  {text}\n")
    sys.stdout.write(readme)


if __name__ == "__main__":
    main()
