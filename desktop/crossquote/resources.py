"""The files that ship with the program: lexicons, icons, themes, help, sample stories."""

import sys
from functools import lru_cache
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


@lru_cache(maxsize=1)
def _root() -> Path:
    """Return the folder that holds `resources` and `seeds`: the frozen bundle, the wheel's data, or the checkout."""
    bundle = getattr(sys, "_MEIPASS", None)
    if bundle is not None:
        return Path(bundle)
    installed = _PACKAGE / "data"
    return installed if installed.is_dir() else _PACKAGE.parent.parent


def resource(*parts: str) -> Path:
    """Return the path of a file or folder below `resources/`."""
    return _root().joinpath("resources", *parts)


def seeds() -> Path:
    """Return the folder of the sample stories."""
    return _root() / "seeds"


def brought_packages() -> Path:
    """Return the folder of the language packages that an installer brought along; it need not be there."""
    return _root() / "packages"
