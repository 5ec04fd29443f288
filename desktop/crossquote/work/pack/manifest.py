"""The manifest of an evidence pack: what is in it, each part by its SHA-256, and what each article was read from."""

import json
from collections.abc import Collection

import msgspec
from msgspec import Struct

MANIFEST = "manifest.json"
PROJECT = "project.crossquote"
JSON_REPORT = "report.json"
WEB_REPORT = "report.html"
ORIGINALS = "originals"
VERSION = 1


class PackPart(Struct, frozen=True):
    """A file of a pack: its name there, its size in bytes, and its SHA-256 in hexadecimal."""

    name: str
    size: int
    sha256: str


class PackArticle(Struct, frozen=True):
    """An article: its id, outlet and title, and the SHA-256 of the file that it was read from.

    `part` is the part of the pack that holds that file; empty where the file was not at hand when the pack was made.
    """

    id: str
    outlet: str
    title: str
    sha256: str
    part: str = ""


class Manifest(Struct, frozen=True):
    """What a pack says of itself. `at` is when it was made (ISO 8601, UTC), `program` by which version."""

    at: str
    program: str
    title: str
    language: str
    parts: tuple[PackPart, ...]
    articles: tuple[PackArticle, ...]
    version: int = VERSION


def looks_like_pack(names: Collection[str]) -> bool:
    """Tell whether the parts of an archive, by their names, are those of a pack, whatever became of its manifest."""
    return sum(name in names for name in (MANIFEST, PROJECT, JSON_REPORT, WEB_REPORT)) > 1


def manifest_bytes(manifest: Manifest) -> bytes:
    """Return a manifest as a person can read it, too."""
    return (json.dumps(msgspec.to_builtins(manifest), ensure_ascii=True, indent=1) + "\n").encode()


def read_manifest(data: bytes) -> Manifest:
    """Return the manifest in `data`; a ValueError where it is none."""
    try:
        return msgspec.json.decode(data, type=Manifest)
    except (msgspec.MsgspecError, RecursionError) as error:
        raise ValueError(str(error)) from error
