"""Language packages that an installer brings along, for machines without a network."""

from pathlib import Path

from program import FOLDER

from crossquote.progress import finish
from crossquote.translation.install import install_packages

SHELF = FOLDER / "_internal" / "packages"


def bring_packages(folder: Path, shelf: Path = SHELF) -> list[str]:
    """Put the packages in `folder` into the frozen program as the program itself installs them: checked and tried.

    Return their names. A broken one, or none at all, is an error: no installer shall lack what it was to bring.
    """
    installed = finish(install_packages([folder], shelf))
    if installed.problems:
        raise SystemExit("\n".join(str(problem) for problem in installed.problems))
    return [str(package) for package in installed.packages]
