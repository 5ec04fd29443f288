"""What `crossquote packages` does: each action takes parsed arguments, prints, and returns its exit status."""

import argparse
import json
from collections.abc import Callable, Mapping
from typing import Any

from crossquote.cli.status import BAD_INPUT, FINE, complain_of_all
from crossquote.cli.terminal import print_line, show_progress
from crossquote.cli.voice import VOICE
from crossquote.errors import ErrorCode, UserError
from crossquote.message import message
from crossquote.text.visible import visible
from crossquote.translation.index import INDEX_URL, Offer
from crossquote.translation.install import Installed
from crossquote.translation.packages import LanguagePackage, PackagePlace, licence_text
from crossquote.wording import tell
from crossquote.work import packages

Rows = list[dict[str, Any]]


def _print(
    arguments: argparse.Namespace, rows: list[dict[str, Any]], lines: list[str], problems: list[UserError]
) -> int:
    lines = [visible(line) for line in lines]
    if arguments.json:
        problem_rows = [{"code": one.code.value, "message": tell(one.message), "path": one.path} for one in problems]
        lines = [json.dumps({"packages": rows, "problems": problem_rows}, ensure_ascii=False)]
    for line in lines:
        print_line(line)
    complain_of_all(problems)
    return FINE


def _row(package: LanguagePackage, **more: object) -> dict[str, Any]:
    return {
        "code": package.code, "from": package.pair[0], "to": package.pair[1], "version": package.version,
        "size": package.size, "place": package.place.value, "sample": package.sample, "folder": str(package.folder),
        **more,
    }  # fmt: skip


def _line(package: LanguagePackage) -> str:
    return VOICE("package.line", package=package.name, size=package.size, folder=str(package.folder))


def _told(what: str, package: LanguagePackage) -> str:
    return VOICE(f"terminal.packages.{what}", package=_line(package))


def _list(arguments: argparse.Namespace) -> int:
    found = packages.list_packages()
    lines, rows = [], []
    for package in found.packages:
        licence = licence_text(package) if arguments.licence else ""
        lines += [_line(package), *(f"    {line}" for line in licence.splitlines())]
        rows.append(_row(package, licence=licence) if arguments.licence else _row(package))
    if not lines:
        lines = [VOICE("terminal.packages.none")]
    return _print(arguments, rows, lines, list(found.faults))


def _installed(arguments: argparse.Namespace, done: Installed) -> int:
    rows, lines = [_row(one) for one in done.packages], [_told("installed", one) for one in done.packages]
    return _print(arguments, rows, lines, list(done.problems)) or (BAD_INPUT if done.problems else 0)


def _install(arguments: argparse.Namespace) -> int:
    return _installed(arguments, show_progress(packages.install_packages(arguments.sources)))


def _download(arguments: argparse.Namespace) -> int:
    pairs = [_pair(name) for name in arguments.names]
    return _installed(arguments, show_progress(packages.download_packages(pairs, arguments.index or INDEX_URL)))


def _pair(name: str) -> tuple[str, str]:
    parts = name.removeprefix("translate-").replace("_", "-").split("-")
    if len(parts) != 2 or not all(parts):
        raise UserError(ErrorCode.USAGE, message("error.no-pair", name=repr(name)))
    return parts[0], parts[1]


def _remove(arguments: argparse.Namespace) -> int:
    """Remove what is named: of one pair our own package, and another program's only where we have none."""
    named = packages.choose_packages(arguments.names)
    ours = [package for package in named if package.place is PackagePlace.OURS]
    chosen = ours or [package for package in named if package.place is not PackagePlace.SHIPPED] or named
    for package in chosen:
        packages.remove_package(package)
    return _print(arguments, [_row(one) for one in chosen], [_told("removed", one) for one in chosen], [])


def _verify(arguments: argparse.Namespace) -> int:
    chosen = packages.choose_packages(arguments.names) if arguments.names else packages.list_packages().packages
    rows, lines, problems = [], [], []
    for package in chosen:
        try:
            digest = show_progress(packages.verify_package(package))
        except UserError as error:
            problems.append(error)
        else:
            rows.append(_row(package, sha256=digest))
            lines.append(f"{_told('whole', package)}  SHA-256 {digest}")
    return _print(arguments, rows, lines, problems) or (BAD_INPUT if problems else 0)


def _allow(arguments: argparse.Namespace) -> int:
    return _permit(arguments, allowed=True)


def _forbid(arguments: argparse.Namespace) -> int:
    return _permit(arguments, allowed=False)


def _permit(arguments: argparse.Namespace, *, allowed: bool) -> int:
    chosen = [package for package in packages.choose_packages(arguments.names) if package.sample]
    for package in chosen:
        packages.allow_sample(package, allowed=allowed)
    code = "terminal.packages.allowed" if allowed else "terminal.packages.forbidden"
    return _print(arguments, [_row(one) for one in chosen], [VOICE(code, package=one.name) for one in chosen], [])


def _available(arguments: argparse.Namespace) -> int:
    offers = (
        show_progress(packages.fetch_index(arguments.index or INDEX_URL))
        if arguments.fetch
        else packages.available_packages()
    )
    lines = [f"{VOICE.of(offer.name)}  {offer.links[0]}" for offer in offers]
    if not lines:
        lines = [VOICE("terminal.packages.no_index")]
    return _print(arguments, [_offer_row(offer) for offer in offers], lines, [])


def _offer_row(offer: Offer) -> dict[str, Any]:
    return {
        "code": offer.code, "from": offer.pair[0], "to": offer.pair[1], "version": offer.version,
        "file": offer.file_name, "links": list(offer.links), "sha256": offer.sha256,
    }  # fmt: skip


_ACTIONS: Mapping[str, Callable[[argparse.Namespace], int]] = {
    "list": _list, "install": _install, "remove": _remove, "verify": _verify, "allow": _allow, "forbid": _forbid,
    "available": _available, "download": _download,
}  # fmt: skip


def run(arguments: argparse.Namespace) -> int:
    """Run the action that is asked for."""
    return _ACTIONS[arguments.action](arguments)
