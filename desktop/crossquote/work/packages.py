"""Language packages, as the user meets them: list, install, verify, remove, see what there is, and fetch."""

from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime
from pathlib import Path

from msgspec import Struct

from crossquote import paths
from crossquote.errors import ErrorCode, UserError
from crossquote.message import message
from crossquote.progress import Work
from crossquote.translation import index, install, permissions, shelves, verify
from crossquote.translation.argos import has_argos, without_argos
from crossquote.translation.download import fetch
from crossquote.translation.index import INDEX_PAGE, INDEX_URL, Offer, newest
from crossquote.translation.install import SUFFIX, Installed
from crossquote.translation.offered import known_offers
from crossquote.translation.packages import Found, LanguagePackage, find_packages
from crossquote.translation.routes import LanguagePair, package_code

_NAMED = 3
"""So many pairs of languages that lack a package are named in a line."""


class Missing(Struct, frozen=True):
    """A language package that is lacking, and where it can be had. `link` is a web address, a page or the file's.

    Nobody is known to offer one that is not `offered`.
    """

    pair: LanguagePair
    file_name: str
    link: str
    offered: bool = True

    @property
    def code(self) -> str:
        """What Argos calls the package: `translate-uk_en`."""
        return package_code(self.pair)


def list_packages() -> Found:
    """Return every package that is on this machine, and what was passed over among them."""
    return find_packages(shelves.shelves())


def install_packages(sources: Sequence[Path]) -> Work[Installed]:
    """Install packages from files, folders or a stick into our own folder."""
    return (yield from install.install_packages(sources, shelves.own_shelf()))


def choose_packages(names: Iterable[str]) -> tuple[LanguagePackage, ...]:
    """Return the packages that `names` mean: a code (`translate-uk_en`), a pair (`uk-en`), or a folder's name."""
    found = list_packages().packages
    chosen: list[LanguagePackage] = []
    for name in names:
        meant = [package for package in found if name in _names(package)]
        if not meant:
            raise UserError(ErrorCode.MISSING, message("error.no-such-package", name=repr(name)))
        chosen += meant
    return tuple(dict.fromkeys(chosen))


def _names(package: LanguagePackage) -> tuple[str, ...]:
    return package.code, "-".join(package.pair), "_".join(package.pair), package.folder.name, str(package.folder)


def remove_package(package: LanguagePackage) -> None:
    """Remove a package from this machine."""
    install.remove_package(package)


def verify_package(package: LanguagePackage) -> Work[str]:
    """Return the SHA-256 of a package's model after making sure that it is whole, loads, and translates."""
    return (yield from verify.verify_package(package))


def allow_sample(package: LanguagePackage, *, allowed: bool) -> None:
    """Let a sample package translate the user's own articles, or no more."""
    permissions.allow_sample(package.code, allowed=allowed)


def available_packages() -> tuple[Offer, ...]:
    """Return what the kept index offers; no network is touched."""
    return index.read_index()


def own_table() -> tuple[Offer, ...]:
    """Return what can be had by our own table, where no index is kept."""
    return known_offers()


def known_packages() -> tuple[Offer, ...]:
    """Return what can be had by the kept index, and by our own table what that has nothing of; no network is used."""
    own = {offer.pair: offer for offer in known_offers()}
    return newest((own | {offer.pair: offer for offer in index.read_index()}).values())


def index_fetched() -> date | None:
    """Return the day on which the kept index was fetched, None where there is none."""
    try:
        return datetime.fromtimestamp(index.kept_index().stat().st_mtime, UTC).date()
    except (OSError, ValueError, OverflowError):  # disks know years that no calendar has
        return None


def holds_packages(path: Path) -> bool:
    """Tell whether `path` is a package, or a folder that holds some."""
    if path.suffix.lower() == SUFFIX:
        return True
    inside = (f"*{SUFFIX}", "metadata.json", "*/metadata.json")
    try:
        return path.is_dir() and any(next(path.glob(pattern), None) is not None for pattern in inside)
    except OSError:  # no system has a file of such a name, or nobody may look into the folder
        return False


def fetch_index(url: str = INDEX_URL) -> Work[tuple[Offer, ...]]:
    """Fetch the index of packages, because the user asked for it."""
    return (yield from index.fetch_index(url))


def download_packages(pairs: Sequence[LanguagePair], index_url: str = INDEX_URL) -> Work[Installed]:
    """Fetch and install the packages of `pairs`, because the user asked for it."""
    offers = {offer.pair: offer for offer in index.read_index()}
    if not all(pair in offers for pair in pairs):
        offers = {offer.pair: offer for offer in (yield from index.fetch_index(index_url))}
    files = []
    for pair in pairs:
        if pair not in offers:
            raise UserError(ErrorCode.PACKAGE, message("error.not-offered", source=pair[0], target=pair[1]))
        files.append((yield from _download(offers[pair])))
    installed = yield from install_packages(files)
    for file in files:
        file.unlink(missing_ok=True)
    return installed


def _download(offer: Offer) -> Work[Path]:
    """Fetch one package from the first of its addresses that gives it."""
    target = paths.cache_folder() / "downloads" / offer.file_name
    *others, last = offer.links
    for link in others:
        try:
            return (yield from fetch(link, target, sha256=offer.sha256))
        except UserError as error:
            if error.code is not ErrorCode.NETWORK:
                raise
    return (yield from fetch(last, target, sha256=offer.sha256))


def describe_missing(pairs: Iterable[LanguagePair]) -> tuple[Missing, ...]:
    """Return, for each language pair that lacks, the package's file and where it can be had."""
    try:
        offers = {offer.pair: offer for offer in known_packages()}
    except UserError:
        offers = {offer.pair: offer for offer in known_offers()}
    found = []
    for pair in dict.fromkeys(pairs):
        offer = offers.get(pair)
        name = offer.file_name if offer else f"{package_code(pair)}{SUFFIX}"
        found.append(Missing(pair, name, offer.links[0] if offer else INDEX_PAGE, offered=offer is not None))
    return tuple(found)


def carry_list(missing: Iterable[Missing]) -> str:
    """Return what to fetch on a machine with a network, and to carry here: a file and its address a line."""
    return "".join(f"{lack.file_name}\t{lack.link}\n" for lack in missing if lack.offered)


def explain_missing(pairs: Iterable[LanguagePair]) -> tuple[UserError, ...]:
    """Return what to tell the user of each package that is lacking: what goes without it, and how to get it."""
    if not has_argos():
        return (without_argos(),)
    samples = {package.pair for package in list_packages().packages if package.sample}
    return tuple(missing_message(missing, sample=missing.pair in samples) for missing in describe_missing(pairs))


def explain_in_window(pairs: Iterable[LanguagePair]) -> tuple[UserError, ...]:
    """Return, in one message for someone at the window, what goes without the packages that are lacking.

    The first few are named: what articles of many languages lack would take half the window, one more does not.
    """
    return _explain_together(pairs, _NAMED)


def explain_in_report(pairs: Iterable[LanguagePair]) -> tuple[UserError, ...]:
    """Return, in one message for whoever reads a report, what goes without the packages that are lacking."""
    return _explain_together(pairs)


def _explain_together(pairs: Iterable[LanguagePair], most: int | None = None) -> tuple[UserError, ...]:
    """Return what is said of packages that are lacking, in one message, of which so many are named at the `most`."""
    if not has_argos():
        return (without_argos(),)
    lacking = [message("package.pair", source=one, target=other) for one, other in dict.fromkeys(pairs)]
    named = lacking[:most] if most is not None and len(lacking) > most + 1 else lacking
    more = (message("package.pairs-more", number=len(lacking) - len(named)),) if named != lacking else ()
    return (UserError(ErrorCode.ROUTE, message("error.no-packages", pairs=(*named, *more))),)


def missing_message(missing: Missing, *, sample: bool = False) -> UserError:
    """Return what to tell the user of a missing package; `sample` where there is one for the sample stories."""
    source, target = missing.pair
    code = "error.no-package-but-sample" if sample else "error.no-package"
    facts = {"source": source, "target": target, "pair": "-".join(missing.pair)}
    return UserError(ErrorCode.ROUTE, message(code, file=missing.file_name, link=missing.link, **facts))
