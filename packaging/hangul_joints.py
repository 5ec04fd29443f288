"""Makes `resources/hangul_joints.json`: where Korean has a blank between two syllables, and where none.

Never run at run time. The texts are those of the treebanks, of which the parts for development and test are enough: the
syllables about each place in them are the features of a logistic regression, and only what tells much is kept. No text
that measures the program may be a source.

    git clone https://github.com/UniversalDependencies/UD_Korean-GSD      # 925eec22693d37a922eb546c6a9500844d271d51
    git clone https://github.com/UniversalDependencies/UD_Korean-Kaist    # ef244243b578e7cd0fb4fe45cd80b63de2a60e00
    uv run python packaging/hangul_joints.py FOLDER_OF_THE_CLONES
"""

import json
import math
import random
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

from crossquote.articles.paper.hangul import joint_features

_TARGET = Path(__file__).parent.parent / "resources" / "hangul_joints.json"
_RARE = 5
_RATE, _ROUNDS = 0.15, 4
_STEP, _LEAST, _MOST = 0.5, 0.8, 4.0


def sentences(folder: Path) -> Iterator[str]:
    """Yield the sentences of all treebanks in a folder, with the blanks that they were written with."""
    for path in sorted(folder.glob("*/*.conllu")):
        for sentence in path.read_text(encoding="utf-8").split("\n\n"):
            words = [line.split("\t") for line in sentence.split("\n") if line[:1].isdigit()]
            told = (row[1] + ("" if "SpaceAfter=No" in row[9] else " ") for row in words if row[0].isdigit())
            yield "".join(told).strip()


def samples(text: str) -> Iterator[tuple[list[str], bool]]:
    """Yield for each place between two syllables of a text its features, and whether a blank stands there."""
    for at in range(1, len(text)):
        behind = text[at:].lstrip(" ")[:2]
        if features := joint_features(text[max(0, at - 2) : at], behind):
            yield features, text[at] == " "


def trained(texts: list[str]) -> tuple[float, dict[str, float]]:
    """Return how much a blank is to be expected anywhere, and by how much each feature changes that (log odds)."""
    rows = [row for text in texts for row in samples(text)]
    seen = Counter(feature for features, _ in rows for feature in features)
    weights, steps = dict.fromkeys(seen, 0.0) | {"": 0.0}, defaultdict[str, float](lambda: 0.01)
    draw = random.Random(1)  # noqa: S311 - the same texts are to give the same table
    for _ in range(_ROUNDS):
        draw.shuffle(rows)
        for features, blank in rows:
            used = [*(one for one in features if seen[one] >= _RARE or len(one) == 2), ""]
            off = 1 / (1 + math.exp(-sum(weights[one] for one in used))) - blank
            for one in used:
                steps[one] += off * off
                weights[one] -= _RATE * off / math.sqrt(steps[one])
    return weights.pop(""), weights


def main(folder: Path) -> None:
    """Write the table: the features of each strength, in halves, as one text."""
    expected, weights = trained(list(sentences(folder)))
    levels: defaultdict[int, list[str]] = defaultdict(list)
    for feature, weight in sorted(weights.items()):
        if abs(weight) >= _LEAST:
            levels[round(max(-_MOST, min(_MOST, weight)) / _STEP)].append(feature)
    table = {"expected": round(expected, 2), "step": _STEP}
    told = {**table, "levels": {str(level): " ".join(levels[level]) for level in sorted(levels)}}
    _TARGET.write_text(json.dumps(told, ensure_ascii=False, indent=0) + "\n", encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
