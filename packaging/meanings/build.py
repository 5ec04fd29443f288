"""Makes `resources/meanings/*.bin`: python -m meanings.build --omw X --dsl X --pairs X --wordnet X (see README)."""

import argparse
import sys
import tomllib
import zlib
from collections.abc import Mapping
from functools import partial
from pathlib import Path

from crossquote.language.language import Language, language_of
from crossquote.text.elided import without_elided
from crossquote.text.sketch import WordKind, sketch
from crossquote.text.stems import stem
from crossquote.text.weights import stop_words
from crossquote.text.words import fold
from meanings.dictionaries import read_dictionary, read_sentences
from meanings.hubs import find_hubs
from meanings.wordnets import Words, read_english, read_words

_SOURCES = tomllib.loads((Path(__file__).parent / "sources.toml").read_text("utf-8"))
FILES: Mapping[str, list[str]] = _SOURCES["files"]
DICTIONARIES: Mapping[str, str] = _SOURCES["dictionaries"]
_TARGET = Path(__file__).resolve().parents[2] / "resources" / "meanings"


def main() -> None:
    """Make the meanings of all languages: what a word is known by depends on all of them."""
    parser = argparse.ArgumentParser(description=__doc__)
    for source in ("omw", "dsl", "pairs", "wordnet"):
        parser.add_argument(f"--{source}", type=Path, required=True)
    arguments = parser.parse_args()
    languages = {
        code: _telling(read_words([arguments.omw / "wns" / f"{name}.tab" for name in names], _keyed(code)), code)
        for code, names in FILES.items()
    }
    english = _telling(read_english(arguments.wordnet, _keyed("en")), "en")
    put_for = {code: _put_for(code, arguments.dsl, arguments.pairs) for code in languages}
    found = find_hubs(languages, put_for, english)
    _TARGET.mkdir(exist_ok=True)
    for code, words in found.items():
        data = pack(words)
        (_TARGET / f"{code}.bin").write_bytes(data)
        sys.stdout.write(f"{code}: {len(words)} words, {len(data)} bytes\n")


def _put_for(code: str, dictionaries: Path, pairs: Path) -> Words:
    """Return the English words that those of a language are put for, by its dictionary and its pairs of sentences."""
    found: dict[str, Mapping[str, int]] = {}
    path = dictionaries / f"en-{DICTIONARIES.get(code, code)}-enwiktionary.dsl.dz"
    if path.is_file():
        found.update(_telling(read_dictionary(path, _keyed(code), _keyed("en")), code))
    path = pairs / f"{code}-en.tsv"
    if path.is_file():
        for word, others in read_sentences(path, partial(_said, code=code), partial(_said, code="en")).items():
            found[word] = {**others, **found.get(word, {})}
    return found


def _said(text: str, code: str) -> tuple[str, ...]:
    """Return the words of a sentence that say something of their own, but for names."""
    one = sketch(text, language_of(code))
    return tuple(
        _key(without_elided(fold(one.surface[word]), language_of(code)), language_of(code))
        for word in one.telling
        if one.kinds[word] is not WordKind.NAME
    )


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
