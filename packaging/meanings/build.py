"""Makes `resources/meanings/*.bin`: python -m meanings.build --omw CLONE_OF_OMW_DATA --wordnet FOLDER."""

import argparse
import sys
import tomllib
import zlib
from collections.abc import Mapping
from functools import partial
from pathlib import Path

from crossquote.language.language import Language, language_of
from crossquote.text.stems import stem
from crossquote.text.weights import stop_words
from crossquote.text.words import fold
from meanings.hubs import find_hubs
from meanings.wordnets import Words, read_english, read_words

FILES: Mapping[str, list[str]] = tomllib.loads((Path(__file__).parent / "sources.toml").read_text("utf-8"))["files"]
_TARGET = Path(__file__).resolve().parents[2] / "resources" / "meanings"


def main() -> None:
    """Make the meanings of all languages: what a word is known by depends on all of them."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--omw", type=Path, required=True)
    parser.add_argument("--wordnet", type=Path, required=True)
    arguments = parser.parse_args()
    languages = {
        code: _telling(read_words([arguments.omw / "wns" / f"{name}.tab" for name in names], _keyed(code)), code)
        for code, names in FILES.items()
    }
    found = find_hubs(languages, _telling(read_english(arguments.wordnet, _keyed("en")), "en"))
    _TARGET.mkdir(exist_ok=True)
    for code, words in found.items():
        data = pack(words)
        (_TARGET / f"{code}.bin").write_bytes(data)
        sys.stdout.write(f"{code}: {len(words)} words, {len(data)} bytes\n")


def pack(words: Mapping[str, str]) -> bytes:
    """Return the file that `text/meanings.py` reads: sorted lines of a stem and its hub."""
    lines = sorted(f"{word}\t{hub}\n".encode() for word, hub in words.items() if word and "\t" not in word)
    return zlib.compress(b"".join(lines), 9)


def _keyed(code: str) -> "partial[str]":
    return partial(_key, language=language_of(code))


def _key(word: str, language: Language) -> str:
    """Return the key of a word in the file: its stem, as the program makes it of what it reads."""
    return stem(fold(word), language)


def _telling(words: Words, code: str) -> Words:
    """Return the words but those that say nothing of their own."""
    silent = {_key(word, language_of(code)) for word in stop_words(language_of(code))}
    return {word: meanings for word, meanings in words.items() if word not in silent}


if __name__ == "__main__":
    main()
