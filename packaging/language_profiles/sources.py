"""Word frequencies of a language from each source, and their blend."""

import json
import random
import subprocess
import tomllib
from collections import Counter
from importlib.resources import files
from pathlib import Path
from typing import Any

import regex
import wordfreq

from crossquote.text.grams import pieces

SETTINGS: dict[str, Any] = tomllib.loads((Path(__file__).parent / "languages.toml").read_text(encoding="utf-8"))
_MADE_UP = 30_000
_MOST = 60_000


def _read(clone: Path, name: str) -> str:
    """Return a file of a clone, with or without a work tree; empty where it has none."""
    path = clone / name
    if path.is_file():
        return path.read_text(encoding="utf-8")
    shown = subprocess.run(["git", "-C", str(clone), "show", f"HEAD:{name}"], capture_output=True, check=False)
    return shown.stdout.decode("utf-8", "replace") if shown.returncode == 0 else ""


def _named(source: str, language: str) -> str:
    name: str = SETTINGS["names"].get(source, {}).get(language, language)
    return name


def subtitles(folder: Path, language: str) -> Counter[str]:
    """Return the words of FrequencyWords' list of 2018."""
    name, clone = _named("subtitles", language), folder / "FrequencyWords"
    text = _read(clone, f"content/2018/{name}/{name}_50k.txt") or _read(clone, f"content/2018/{name}/{name}_full.txt")
    counts: Counter[str] = Counter()
    for line in text.splitlines():
        word, _, number = line.rpartition(" ")
        if number.isdigit():
            for piece in pieces(word):
                counts[piece] += int(number)
    return counts


def frequencies(language: str) -> Counter[str]:
    """Return wordfreq's words, scaled to whole numbers."""
    name = _named("wordfreq", language)
    counts: Counter[str] = Counter()
    if name in wordfreq.available_languages("small") and language not in SETTINGS["without"]["wordfreq"]:
        for word, share in list(wordfreq.get_frequency_dict(name, "best").items())[:_MOST]:
            for piece in pieces(word):
                counts[piece] += round(share * 1e9)
    return counts


def sentences(folder: Path, language: str) -> Counter[str]:
    """Return the words of the sentences and word pairs that lingua-py is tested on."""
    kinds = ("sentences", "word-pairs")
    return Counter(
        piece
        for kind in kinds
        for piece in pieces(_read(folder / "lingua-py", f"language-testdata/{kind}/{language}.txt"))
    )


def treebank(folder: Path, language: str) -> Counter[str]:
    """Return the words of a Universal Dependencies treebank."""
    name = SETTINGS["treebanks"].get(language)
    if name is None:
        return Counter()
    stem = f"{language}_{name.partition('-')[2].lower()}-ud"
    text = "\n".join(_read(folder / name, f"{stem}-{part}.conllu") for part in ("train", "dev", "test"))
    return Counter(piece for line in regex.findall(r"(?m)^# text = (.*)$", text) for piece in pieces(line))


def made_up(language: str, seed: int = 1) -> Counter[str]:
    """Return words that langdetect's trigrams of the language would make."""
    profile = files("langdetect").joinpath("profiles", _named("langdetect", language))
    if not profile.is_file():
        return Counter()
    runs: dict[str, int] = json.loads(profile.read_text(encoding="utf-8"))["freq"]
    following: dict[str, tuple[list[str], list[int]]] = {}
    for run, number in runs.items():
        if len(run) == 3:
            letters, numbers = following.setdefault(run[:2], ([], []))
            letters.append(run[2])
            numbers.append(number)
    starts = [run for run in runs if len(run) == 2 and run[0] == " " != run[1]]
    draw = random.Random(seed)  # noqa: S311 - for statistics
    counts: Counter[str] = Counter()
    for start in draw.choices(starts, [runs[run] for run in starts], k=_MADE_UP):
        word = start
        while len(word) < 18 and word[-2:] in following and not word.endswith(" "):
            word += draw.choices(*following[word[-2:]])[0]
        counts.update(pieces(word))
    return counts


def _serbian(counts: Counter[str], source: str, target: str) -> Counter[str]:
    table = list(zip(SETTINGS["serbian"][source], SETTINGS["serbian"][target], strict=True))
    turned: Counter[str] = Counter()
    for piece, number in counts.items():
        word = piece
        for one, other in table:
            word = word.replace(one, other)
        turned[word] += number
    return turned


def _at_home(piece: str, language: str) -> bool:
    """Tell whether a word has only letters that its language writes."""
    alphabet = SETTINGS["alphabets"].get(language)
    return alphabet is None or set(piece) <= {*alphabet, "_", "'"}


def blend(folder: Path, language: str, script: str) -> dict[str, float]:
    """Return the words of `language` in `script` with their shares, from all sources by their weights."""
    code = language.partition("@")[0]
    weights = SETTINGS["weights"]
    found = {
        "subtitles": subtitles(folder, code),
        "wordfreq": frequencies(code),
        "sentences": sentences(folder, code),
        "treebank": treebank(folder, code),
    }
    if not found["subtitles"]:
        found["made_up"] = made_up(code)
    shares: Counter[str] = Counter()
    for source, counts in found.items():
        turned = counts
        if code == "sr":
            turned = _serbian(counts, *(("cyrillic", "latin") if script == "Latin" else ("latin", "cyrillic")))
        whole = sum(turned.values())
        for piece, number in turned.items():
            shares[piece] += weights[source] * number / whole
    fits = regex.compile(rf"[_'][\p{{{script}}}\p{{M}}]+[_']")
    kept = {
        piece: share * (1.0 if _at_home(piece, language) else weights["stray"])
        for piece, share in shares.items()
        if fits.fullmatch(piece)
    }
    total = sum(kept.values())
    return {piece: share / total for piece, share in kept.items()}
