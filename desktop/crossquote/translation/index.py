"""The index of packages that Argos offers: fetched when asked for, kept for reading without a network."""

import re
from collections.abc import Iterable
from pathlib import Path

from msgspec import Struct
from packaging.version import Version

from crossquote import paths
from crossquote.errors import ErrorCode, UserError
from crossquote.files import leads_somewhere
from crossquote.message import Message, message
from crossquote.notation import NotationError, read_json
from crossquote.progress import Work
from crossquote.translation.download import fetch, is_web_address
from crossquote.translation.install import SUFFIX
from crossquote.translation.routes import LanguagePair, call_language, package_code

INDEX_URL = "https://raw.githubusercontent.com/argosopentech/argospm-index/main/index.json"
INDEX_PAGE = "https://www.argosopentech.com/argospm/index/"
"""Where a person finds the same packages, on any machine that has a network."""
_MOST_BYTES = 4 * 1024 * 1024
_LANGUAGE = re.compile(r"[a-z]{2,3}")
_VERSION = re.compile(r"[0-9]{1,6}(\.[0-9]{1,6}){0,3}")
_SHA256 = re.compile(r"[0-9a-fA-F]{64}")


class Offer(Struct, frozen=True):
    """A package that the index offers. `links` are where it can be fetched; `sha256` is None where it is not given."""

    pair: LanguagePair
    version: str
    from_name: str
    to_name: str
    links: tuple[str, ...]
    sha256: str | None = None

    @property
    def code(self) -> str:
        """What Argos calls it: `translate-uk_en`."""
        return package_code(self.pair)

    @property
    def name(self) -> Message:
        """What the package will be called."""
        source, target = map(call_language, self.pair, (self.from_name, self.to_name))
        return message("package.name", code=self.code, version=self.version, source=source, target=target)

    @property
    def file_name(self) -> str:
        """The name of its file, as Argos gives it."""
        return f"{self.code}-{self.version.replace('.', '_')}{SUFFIX}"


def kept_index() -> Path:
    """Return where the index is kept."""
    return paths.data_folder() / "package-index.json"


def fetch_index(url: str = INDEX_URL, kept: Path | None = None) -> Work[tuple[Offer, ...]]:
    """Fetch the index, keep it, and return what it offers; one that can't be read takes no other's place."""
    path = kept or kept_index()
    new = path.with_name("package-index.new.json")
    new.with_name(new.name + ".part").unlink(missing_ok=True)
    yield from fetch(url, new, most=_MOST_BYTES)
    try:
        offers = _read(new, url)
        new.replace(path)
    finally:
        new.unlink(missing_ok=True)
    return offers


def read_index(kept: Path | None = None) -> tuple[Offer, ...]:
    """Return what the kept index offers; nothing where none was ever fetched."""
    path = kept or kept_index()
    return _read(path, str(path)) if leads_somewhere(path) else ()


def _read(path: Path, named: str) -> tuple[Offer, ...]:
    try:
        entries = read_json(path, most=_MOST_BYTES)
    except (OSError, NotationError) as error:
        raise _unreadable(named) from error
    if not isinstance(entries, list):
        raise _unreadable(named)
    offers = (_offer(entry) for entry in entries if isinstance(entry, dict))
    return newest(offer for offer in offers if offer is not None)


def _unreadable(named: str) -> UserError:
    return UserError(ErrorCode.NETWORK, message("error.no-index"), path=named)


def _offer(entry: dict[str, object]) -> Offer | None:
    """Return what an entry of the index offers, None where it is nothing that can be installed."""
    pair, version = (str(entry.get("from_code")), str(entry.get("to_code"))), str(entry.get("package_version"))
    links = entry.get("links")
    if entry.get("type", "translate") != "translate" or not isinstance(links, list) or not _VERSION.fullmatch(version):
        return None
    usable = tuple(link for link in links if isinstance(link, str) and is_web_address(link))
    if not usable or not all(map(_LANGUAGE.fullmatch, pair)):
        return None
    digest = entry.get("sha256")
    known = digest if isinstance(digest, str) and _SHA256.fullmatch(digest) else None
    return Offer(
        pair, version, _name(entry.get("from_name"), pair[0]), _name(entry.get("to_name"), pair[1]), usable, known
    )


def _name(value: object, default: str) -> str:
    return " ".join(value.split())[:80] if isinstance(value, str) and value.strip() else default


def newest(offers: Iterable[Offer]) -> tuple[Offer, ...]:
    """Return the newest offer of each pair, sorted by pair."""
    chosen: dict[LanguagePair, Offer] = {}
    for offer in sorted(offers, key=lambda one: Version(one.version)):
        chosen[offer.pair] = offer
    return tuple(chosen[pair] for pair in sorted(chosen))
