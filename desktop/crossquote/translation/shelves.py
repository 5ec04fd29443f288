"""Shelves: the folders where language packages are kept on this machine, ours and other programs'."""

import os
from collections.abc import Mapping
from pathlib import Path

from crossquote import paths
from crossquote.notation import read_json
from crossquote.resources import brought_packages, seeds
from crossquote.translation.packages import PackagePlace, Shelf

_ARGOS = Path("argos-translate", "packages")
_SETTINGS_BYTES = 64 * 1024


def own_shelf() -> Path:
    """Return the folder that packages are installed into; not created here."""
    return paths.data_folder() / "packages"


def shelves(environment: Mapping[str, str] | None = None, home: Path | None = None) -> tuple[Shelf, ...]:
    """Return where packages are looked for: ours, what the installer brought, the samples, Argos's, LibreTranslate's.

    A portable program (CROSSQUOTE_HOME is set) looks into its own folders, and others' only where told by
    ARGOS_PACKAGES_DIR.
    """
    environ = os.environ if environment is None else environment
    found = [Shelf(own_shelf(), PackagePlace.OURS)]
    found += [Shelf(folder, PackagePlace.SHIPPED) for folder in (brought_packages(), seeds() / "packages")]
    found += [Shelf(Path(told), PackagePlace.ARGOS) for told in _told(environ)]
    if "CROSSQUOTE_HOME" not in environ:
        found += [Shelf(folder, PackagePlace.ARGOS) for folder in _usual(environ, home or Path.home())]
    return tuple(dict.fromkeys(found))


def _told(environ: Mapping[str, str]) -> list[str]:
    """Return the folders that Argos's own variables name."""
    names = ("ARGOS_PACKAGES_DIR", "ARGOS_PACKAGE_DIR", "ARGOS_TRANSLATE_PACKAGE_DIR")
    return [environ[name] for name in names if environ.get(name)]


def _usual(environ: Mapping[str, str], home: Path) -> list[Path]:
    """Return where Argos, its window, its snap and flatpak, and LibreTranslate keep packages unless told otherwise.

    LibreTranslate uses Argos's folders; its service runs under a user of its own.
    """
    data = Path(environ["XDG_DATA_HOME"]) if environ.get("XDG_DATA_HOME") else home / ".local" / "share"
    folders = [
        data / _ARGOS,
        home / ".local" / "share" / _ARGOS,
        *_from_settings(environ, home),
        home / "snap" / "argos-translate" / "current" / ".local" / "share" / _ARGOS,
        home / ".var" / "app" / "com.argosopentech.ArgosTranslate" / "data" / _ARGOS,
        Path("/home/libretranslate/.local/share") / _ARGOS,
        Path("/var/lib/libretranslate/.local/share") / _ARGOS,
    ]
    if environ.get("SNAP"):
        folders.append(Path(environ["SNAP"]) / "snap_custom" / "packages")
    return folders


def _from_settings(environ: Mapping[str, str], home: Path) -> list[Path]:
    """Return the folder that Argos's settings file names, if any."""
    config = Path(environ["XDG_CONFIG_HOME"]) if environ.get("XDG_CONFIG_HOME") else home / ".config"
    path = config / "argos-translate" / "settings.json"
    try:
        settings = read_json(path, most=_SETTINGS_BYTES)
    except (OSError, ValueError):
        return []
    told = settings.get("ARGOS_PACKAGES_DIR") if isinstance(settings, dict) else None
    return [Path(told)] if isinstance(told, str) and told else []
