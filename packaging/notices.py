"""The page of third-party licences: what is in the program, for people."""

import sys
from collections.abc import Iterable
from html import escape

from contents import Component
from product import CONTACT, PUBLISHER, Product

_HEAD = """\
<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>Third-party licences of {name} {version}</title>
<style>
body {{ font: 15px/1.5 system-ui, sans-serif; max-width: 60em; margin: 2em auto; padding: 0 1em }}
td, th {{ text-align: left; padding: .2em 1em .2em 0; vertical-align: top }}
pre {{ white-space: pre-wrap; font-size: 12px; background: #f4f4f2; padding: 1em }}
</style>
<h1>What {name} {version} brings along</h1>
<p>{name} itself is under the MIT licence. What follows was made by others; this page lists what is really inside this
build.</p>
<h2>Qt, and what else is under the GNU Lesser General Public License</h2>
<p>The window is made with Qt {qt} and Qt for Python, used under the GNU Lesser General Public License, version 3. Their
libraries are the {unchanged} that The Qt Company publishes; they lie as files of their own in
<code>{inside}/PySide6</code> and <code>{inside}/shiboken6</code>, are loaded from there at every start, and may be
replaced by builds of your own that keep the same interface. {how} The program does nothing to hinder that, nor the
debugging of such changes, and you may take it apart for that.</p>
<p>The complete source of exactly this version is published at
<a href="https://download.qt.io/official_releases/QtForPython/pyside6/">download.qt.io/official_releases/QtForPython</a>
and <a href="https://download.qt.io/official_releases/qt/">download.qt.io/official_releases/qt</a>.</p>
<p>The same holds for every other part in the table whose licence is the LGPL: it is a file of its own, loaded at every
start, that may be replaced. {where}</p>
<p>For three years from the day you received this program, its makers ({contact}) will on request give you the source of
all of these on a medium, for no more than what the copying costs.</p>
"""


_DEBIAN = (
    "Parts that the table names by a package of Debian or Ubuntu are from there; the source of that very version is at "
    ' <a href="https://snapshot.debian.org/">snapshot.debian.org</a> or '
    '<a href="https://launchpad.net/ubuntu/">launchpad.net/ubuntu</a>.'
)
# PyInstaller sets the paths anew on macOS, and the bundle's signature is put on every library.
_MOVED = "ones (unchanged but for the paths by which they find each other, and the signature)"
_SEAL = (
    "A changed bundle has to be sealed anew before macOS starts it: "
    "<code>codesign --force --deep --sign - Crossquote.app</code>, which needs nobody's key."
)


def licences_page(product: Product, parts: Iterable[Component], system: str = sys.platform) -> str:
    """Return the page: how Qt's terms are met, a table, then each part's licence texts, the same text once."""
    listed = list(parts)
    head = _HEAD.format(
        name="Crossquote",
        version=escape(product.version),
        qt=escape(next((part.version for part in listed if part.name == "Qt"), "")),
        unchanged=_MOVED if system == "darwin" else "unchanged ones",
        inside="Contents/Frameworks" if system == "darwin" else "_internal",
        how=_SEAL if system == "darwin" else "",
        where=_DEBIAN if system == "linux" else "",
        contact=f"{PUBLISHER}, {CONTACT}",
    )
    rows = "".join(_row(number, part) for number, part in enumerate(listed))
    table = f"<h2>Everything</h2>\n<table><tr><th>Part<th>Version<th>Licence</tr>\n{rows}</table>\n"
    return head + table + "".join(_texts(listed))


def _row(number: int, part: Component) -> str:
    name = f'<a href="#{number}">{escape(part.name)}</a>' if part.texts else escape(part.name)
    home = f' <a href="{escape(part.home)}">↗</a>' if part.home else ""
    return f"<tr><td>{name}{home}<td>{escape(part.version)}<td>{escape(part.licence)}</tr>\n"


def _texts(listed: list[Component]) -> Iterable[str]:
    first: dict[str, int] = {}
    for number, part in enumerate(listed):
        if not part.texts:
            continue
        yield f'<h3 id="{number}">{escape(part.name)} {escape(part.version)}</h3>\n'
        for text in part.texts:
            if text in first:
                yield f'<p>The same text as of <a href="#{first[text]}">{escape(listed[first[text]].name)}</a>.</p>\n'
            else:
                first[text] = number
                yield f"<pre>{escape(text)}</pre>\n"
