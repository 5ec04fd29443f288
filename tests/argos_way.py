"""Translates as Argos Translate itself does, with a stand-in for its sentence splitter: what ours is held against.

    python argos_way.py PACKAGE… < sentences.json > translations.json

A list of sentences for each package, and what it makes of them. Run in a process of its own: `argostranslate.translate`
makes folders, and its own imports are stood in for.
"""

import json
import os
import sys
import tempfile
import time
import types
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from argostranslate.translate import PackageTranslation


def argos_translation(folder: Path, made: str) -> "PackageTranslation":
    """Return Argos's own `PackageTranslation` over the package in `folder`; every text counts as one sentence.

    The folders that it makes lie in the folder `made`.
    """
    for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "ARGOS_PACKAGES_DIR"):
        os.environ[name] = str(Path(made, name.lower()))
    splitter = types.ModuleType("argostranslate.sbd")

    class Whole:
        def __init__(self, package: object) -> None:
            self.package = package

        def split_sentences(self, text: str) -> list[str]:
            return [text]

    for name in ("SpacySentencizerSmall", "StanzaSentencizer", "MiniSBDSentencizer", "ISentenceBoundaryDetectionModel"):
        setattr(splitter, name, Whole)
    sys.modules["argostranslate.sbd"] = splitter
    import argostranslate  # noqa: PLC0415 - after the stand-in

    argostranslate.sbd = splitter
    from argostranslate.package import Package  # noqa: PLC0415 - after the stand-in
    from argostranslate.translate import PackageTranslation  # noqa: PLC0415 - after the stand-in

    return PackageTranslation(None, None, Package(folder))


def main() -> None:
    with tempfile.TemporaryDirectory(prefix="argos-way-") as made:
        asked = zip(sys.argv[1:], json.load(sys.stdin), strict=True)
        told = [translate(argos_translation(Path(folder), made), sentences) for folder, sentences in asked]
    json.dump(told, sys.stdout)


def translate(translation: "PackageTranslation", sentences: list[str]) -> dict[str, object]:
    """Return the translations, the seconds that they took, and the three best of the first five sentences."""
    translation.translate("a")
    start = time.perf_counter()
    made = [translation.translate(sentence) for sentence in sentences]
    seconds = time.perf_counter() - start
    best = [[[h.value, h.score] for h in translation.hypotheses(sentence, 3)] for sentence in sentences[:5]]
    return {"translations": made, "seconds": seconds, "hypotheses": best}


if __name__ == "__main__":
    main()
