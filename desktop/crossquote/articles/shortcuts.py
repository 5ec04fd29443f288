"""Shortcuts to pages of the web, as browsers and desktops put them into a folder: the address that one leads to."""

from html import unescape
from itertools import takewhile

import regex

_MOST = 64 * 1024
_WINDOWS, _LINUX = ["internetshortcut"], ["desktop", "entry"]
"""The words of the head that the lines of a shortcut stand under."""
_MAC = regex.compile(
    r"<\?xml\b.{0,500}?<plist\b[^<>]*+>\s*<dict>.{0,500}?<key>URL</key>\s*<string>([^<>]++)</string>", regex.DOTALL
)


def address_of(data: bytes) -> str | None:
    """Return the address that a shortcut leads to, None where the bytes are those of anything else."""
    if len(data) > _MOST or not data.lstrip().startswith((b"[", b"<")):
        return None
    text = data.decode(errors="replace").lstrip()
    if text.startswith("["):
        return _under_head(text)
    found = _MAC.match(text)
    return unescape(found[1]).strip() if found else None


def _under_head(text: str) -> str | None:
    """Return what lines of the form "key=value" name as an address, up to the next head; of Linux those of a link."""
    head, *lines = text.splitlines()
    told = dict(line.split("=", 1) for line in takewhile(lambda line: not line.startswith("["), lines) if "=" in line)
    words = head.strip().strip("[]").casefold().split()
    leads = words == _WINDOWS or (words == _LINUX and told.get("Type") == "Link")
    return (told.get("URL") or told.get("URL[$e]") or "").strip() or None if leads else None
