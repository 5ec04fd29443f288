"""Language packages in each layout, loaded from a folder whose name has letters of several scripts and a blank."""

import shutil
import tempfile
from collections.abc import Iterable
from pathlib import Path

from crossquote.message import Message, message
from crossquote.progress import finish
from crossquote.translation.argos import has_argos
from crossquote.translation.packaged import PackageTranslator
from crossquote.translation.packages import TOKENIZERS, LanguagePackage, PackagePlace, Shelf, find_packages
from crossquote.translation.probe import try_package
from crossquote.translation.shelves import shelves
from crossquote.work.selftest.specimens import HARD_NAME, SENTENCE

PackageLayout = tuple[str, bool]


def try_layouts() -> Message:
    """Translate a sentence with a package of each layout, copied to such a folder; return which those were."""
    if not has_argos():
        return message("self-test.no-argos")
    chosen = one_of_each(find_packages(shelves()).packages)
    if not chosen:
        return message("self-test.no-package")
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        shelf = Path(folder, HARD_NAME)
        for package in chosen:
            shutil.copytree(package.folder, shelf / package.folder.name)
        found = find_packages([Shelf(shelf, PackagePlace.OURS)]).packages
        for package in found:
            finish(try_package(package.folder))  # in a process of its own, as when it is installed
            _translate_with(package)
    if {tokenizer for tokenizer, _ in map(layout_of, chosen)} != set(TOKENIZERS) or len(found) != len(chosen):
        raise ValueError([package.code for package in found])
    return message("self-test.layouts", packages=tuple(package.code for package in chosen))


def one_of_each(packages: Iterable[LanguagePackage]) -> tuple[LanguagePackage, ...]:
    """Return the smallest package of each layout."""
    chosen: dict[PackageLayout, LanguagePackage] = {}
    for package in sorted(packages, key=lambda package: (package.size, package.code)):
        chosen.setdefault(layout_of(package), package)
    return tuple(chosen.values())


def layout_of(package: LanguagePackage) -> PackageLayout:
    """Return which tokenizer a package has, and whether its model has a config.json."""
    tokenizer = next(name for name in TOKENIZERS if (package.folder / name).is_file())
    return tokenizer, (package.folder / "model" / "config.json").is_file()


def _translate_with(package: LanguagePackage) -> None:
    translator = PackageTranslator(find_packages([Shelf(package.folder.parent, package.place)]), allowed=[package.code])
    route = translator.route(*package.pair)
    if route is None or not finish(translator.translate([SENTENCE], route))[0].text.strip():
        raise ValueError(package.code)
