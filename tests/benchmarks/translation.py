"""Translating 20 articles of 30 sentences with a model of Argos's size: this way, Argos's way, and the bare engine.

The weights are random, the sizes real: 6 + 6 layers, 512 wide, 32,000 pieces, int8. Each way runs in a process of
its own, so that its memory is its own.
"""

import json
import os
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from figure import Figure

from crossquote.progress import finish

if TYPE_CHECKING:
    from crossquote.model.translation import Route
    from crossquote.translation.packaged import PackageTranslator

HERE = Path(__file__).parent
TESTS = HERE.parent
ARTICLES, SENTENCES, OF_ARGOS = 20, 30, 40


def sentences(number: int = ARTICLES * SENTENCES, seed: int = 5) -> list[str]:
    """Return sentences of the lengths that news has: 4 to 40 words, 17 on average, 1.4 pieces a word."""
    sys.path.insert(0, str(TESTS))
    from random_package import REAL, pieces  # noqa: PLC0415 - beside this folder

    chance = random.Random(seed)
    known = [piece.removeprefix("▁") for piece in pieces(("uk", "en"), REAL.words) if len(piece) == 4]
    made = []
    for index in range(number):
        length = min(40, max(4, round(chance.lognormvariate(2.7, 0.5))))
        words = [chance.choice(known) + chance.choice(("", "", "", "и", "ка")) for _ in range(length)]
        made.append(f"{index} {' '.join(words)}.")
    return made


def run(way: str, folder: Path, count: int) -> dict[str, float]:
    """Return the seconds and the peak memory (bytes) that one way takes for `count` sentences."""
    done = subprocess.run(
        [sys.executable, "-W", "ignore", __file__, way, str(folder), str(count)],
        capture_output=True, text=True, check=True, env={**os.environ, "PYTHONPATH": f"{TESTS}:{HERE}"},
    )  # fmt: skip
    figures: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return figures


def measure() -> Iterator[Figure]:
    """Yield the figures of translating."""
    sys.path.insert(0, str(TESTS))
    from random_package import REAL, make_package  # noqa: PLC0415 - beside this folder

    count = ARTICLES * SENTENCES
    with tempfile.TemporaryDirectory() as made:
        folder = make_package(Path(made, "translate-uk_en-1_0"), size=REAL)
        megabytes = (folder / "model" / "model.bin").stat().st_size / 1e6
        argos = OF_ARGOS / run("argos", folder, OF_ARGOS)["seconds"]
        whole = run("ours", folder, count)
        ours = count / whole["seconds"]
        bare = max(count / run(f"bare-{size}", folder, count)["seconds"] for size in (512, 1024))
        start = run("start", folder, 1)["seconds"] - run("load", folder, 1)["seconds"]
        stop = run("stop", folder, count)["seconds"]
    yield Figure("translate, sentences a second", ours, argos, 8 * argos, unit="/s", more=True)
    yield Figure("the same beside the bare engine's best", ours, bare, 0.9 * bare, unit="/s", more=True)
    yield Figure("translating, peak memory", whole["memory"] / 1e6, megabytes, 1.3 * megabytes + 150, unit="MB")
    yield Figure("start of translating, besides the model", start, None, 0.3)
    yield Figure("stop while translating", stop, None, 0.5)


def peak() -> float:
    """Return the most memory that this process has had, in bytes."""
    import resource  # noqa: PLC0415 - not on Windows

    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * (1 if sys.platform == "darwin" else 1024)


def of_argos(folder: Path, texts: list[str]) -> float:
    """Return the seconds that Argos Translate takes, one article's sentence after the other."""
    from argos_way import argos_translation  # noqa: PLC0415 - each way loads its own

    with tempfile.TemporaryDirectory() as made:
        translation = argos_translation(folder, made)
        translation.translate("a")
        start = time.perf_counter()
        for text in texts:
            translation.translate(text)
        return time.perf_counter() - start


def of_the_engine(folder: Path, texts: list[str], size: int) -> float:
    """Return the seconds that the bare engine takes for tokens that are ready, in batches of `size` tokens."""
    import ctranslate2  # noqa: PLC0415

    from crossquote.translation.argos import read_tokenizer  # noqa: PLC0415
    from crossquote.translation.loaded import cores  # noqa: PLC0415

    tokenizer = read_tokenizer(folder)
    tokens = [list(tokenizer.encode(text)) for text in texts]
    model = ctranslate2.Translator(str(folder / "model"), inter_threads=cores(), intra_threads=1, compute_type="auto")
    model.translate_batch(tokens[:1])
    start = time.perf_counter()
    model.translate_batch(
        tokens, max_batch_size=size, batch_type="tokens", beam_size=4, length_penalty=0.2, replace_unknowns=True,
        return_scores=True,
    )  # fmt: skip
    return time.perf_counter() - start


def of_ours(folder: Path, texts: list[str]) -> float:
    """Return the seconds that the program takes, its memory on disk included, once the model is loaded."""
    with tempfile.TemporaryDirectory() as caches:
        translator = ready(folder, Path(caches))
        finish(translator.translate(texts[:1], planned(translator)))
        start = time.perf_counter()
        finish(translator.translate(texts[1:], planned(translator)))
        return time.perf_counter() - start


def of_start(folder: Path, texts: list[str]) -> float:
    """Return the seconds from finding the packages to the first sentence, the model's loading included."""
    start = time.perf_counter()
    with tempfile.TemporaryDirectory() as caches:
        translator = ready(folder, Path(caches))
        finish(translator.translate(texts[:1], planned(translator)))
        return time.perf_counter() - start


def of_loading(folder: Path, texts: list[str]) -> float:
    """Return the seconds that the bare engine takes to load the model and translate the same sentence."""
    import ctranslate2  # noqa: PLC0415

    tokens = [f"▁{text}" for text in texts[0].split()]
    start = time.perf_counter()
    model = ctranslate2.Translator(str(folder / "model"), compute_type="auto", intra_threads=1)
    model.translate_batch([tokens], beam_size=4)
    return time.perf_counter() - start


def of_stopping(folder: Path, texts: list[str]) -> float:
    """Return the longest time between two steps, and that of closing: what a click on stop waits at most."""
    translator = ready(folder, None)
    work = translator.translate(texts, planned(translator))
    for step in work:
        if step.done:
            break
    longest, last = 0.0, time.perf_counter()
    for _ in range(40):
        next(work)
        now = time.perf_counter()
        longest, last = max(longest, now - last), now
    work.close()
    return longest + time.perf_counter() - last


def ready(folder: Path, caches: Path | None) -> "PackageTranslator":
    """Return the program's translator over the package in `folder`."""
    from crossquote.translation.packaged import Caches, PackageTranslator  # noqa: PLC0415 - its start is measured
    from crossquote.translation.packages import PackagePlace, Shelf, find_packages  # noqa: PLC0415

    found = find_packages([Shelf(folder.parent, PackagePlace.OURS)])
    return PackageTranslator(found, caches=Caches.below(caches) if caches else Caches())


def planned(translator: "PackageTranslator") -> "Route":
    """Return its route from Ukrainian to English."""
    route = translator.route("uk", "en")
    assert route is not None
    return route


WAYS: dict[str, Callable[[Path, list[str]], float]] = {
    "argos": of_argos,
    "ours": of_ours,
    "bare-512": partial(of_the_engine, size=512),
    "bare-1024": partial(of_the_engine, size=1024),
    "start": of_start,
    "load": of_loading,
    "stop": of_stopping,
}


if __name__ == "__main__":
    taken = WAYS[sys.argv[1]](Path(sys.argv[2]), sentences()[: int(sys.argv[3])])
    sys.stdout.write(json.dumps({"seconds": taken, "memory": peak()}) + "\n")
