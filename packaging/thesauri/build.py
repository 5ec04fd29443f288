"""Makes `resources/thesauri/*.bin`: python -m thesauri.build --from FOLDER_OF_DEBIAN_PACKAGES [LANGUAGE …]."""

import argparse
import subprocess
import sys
import tempfile
import tomllib
from functools import partial
from pathlib import Path
from typing import Any

from crossquote.language.language import Language, language_of
from crossquote.text.stems import stem
from crossquote.text.words import fold
from thesauri.mythes import read_mythes
from thesauri.sets import Sets, pack
from thesauri.wordnet import read_wordnet

SETTINGS: dict[str, Any] = tomllib.loads((Path(__file__).parent / "sources.toml").read_text(encoding="utf-8"))
_TARGET = Path(__file__).resolve().parents[2] / "resources" / "thesauri"


def main() -> None:
    """Make the thesauri of the languages named, or of all."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--from", dest="folder", type=Path, required=True)
    parser.add_argument("languages", nargs="*")
    arguments = parser.parse_args()
    for code in arguments.languages or SETTINGS["languages"]:
        source = SETTINGS["languages"][code]
        with tempfile.TemporaryDirectory() as unpacked:
            package = next(arguments.folder.glob(f"{source['package']}_*.deb"))
            subprocess.run(["dpkg-deb", "-x", str(package), unpacked], check=True)
            data = pack(_read(Path(unpacked), source, language_of(code)))
        (_TARGET / f"{code}.bin").write_bytes(data)
        sys.stdout.write(f"{code}: {len(data)} bytes, of {package.name}, {source['licence']}\n")


def _read(unpacked: Path, source: dict[str, str], language: Language) -> Sets:
    key = partial(_key, language=language)
    if "folder" in source:
        return read_wordnet(unpacked / source["folder"], key)
    sets = read_mythes(unpacked / source["file"], SETTINGS["labels"], key)
    if source.get("loose"):
        sets.members.clear()
    return sets


def _key(word: str, language: Language) -> str:
    """Return the key of a word in the file: its stem, as the program makes it of what it reads."""
    return stem(fold(word), language)


if __name__ == "__main__":
    main()
