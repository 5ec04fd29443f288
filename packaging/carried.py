"""Language packages that an installer brings along, for machines without a network."""

from pathlib import Path

from pruning import insides

from crossquote.progress import finish
from crossquote.translation.install import install_packages
from crossquote.wording import tell
from crossquote.wording.trouble import tell_error


def bring_packages(folder: Path, program: Path) -> list[str]:
    """Put the packages in `folder` into the frozen `program` as the program itself installs them: checked and tried.

    Return their names. A broken one, or none at all, is an error: no installer shall lack what it was to bring.
    """
    loaded, *others = insides(program)
    shelf = (others or [loaded])[-1] / "packages"
    installed = finish(install_packages([folder], shelf))
    if installed.problems:
        raise SystemExit("\n".join(map(tell_error, installed.problems)))
    if others:  # a bundle has its data in Resources, and looks for it in Frameworks
        (loaded / "packages").symlink_to("../Resources/packages")
    return [tell(package.name) for package in installed.packages]
