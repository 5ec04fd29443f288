"""Wishes of language packages: seen, installed, fetched, removed."""

from collections.abc import Sequence
from pathlib import Path

from crossquote.gui.wishes.wish import Wish
from crossquote.translation.index import Offer
from crossquote.translation.packages import LanguagePackage
from crossquote.work.packages import Missing


class GetPackages(Wish, frozen=True):
    """See which language packages there are."""


class InstallFiles(Wish, frozen=True):
    """Install packages from files that are asked for."""


class InstallFolder(Wish, frozen=True):
    """Install every package in a folder that is asked for."""


class Install(Wish, frozen=True):
    """Install packages from files and folders."""

    sources: Sequence[Path]


class RemovePackage(Wish, frozen=True):
    """Take a package from this machine."""

    package: LanguagePackage


class VerifyPackage(Wish, frozen=True):
    """See whether a package is whole."""

    package: LanguagePackage


class AllowSample(Wish, frozen=True):
    """Let a sample package translate the user's own articles, or no longer."""

    package: LanguagePackage
    allowed: bool


class FetchIndex(Wish, frozen=True):
    """Fetch the list of packages that can be had."""


class DownloadOffers(Wish, frozen=True):
    """Fetch packages of the list."""

    offers: tuple[Offer, ...]


class DownloadMissing(Wish, frozen=True):
    """Fetch what the open articles lack."""

    missing: tuple[Missing, ...]
