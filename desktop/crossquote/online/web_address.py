"""Addresses of the web, taken apart in one way only."""

import re
from unicodedata import normalize
from urllib.parse import quote, urljoin, urlsplit

from msgspec import Struct

from crossquote.errors import ErrorCode, UserError
from crossquote.message import message

_PORTS = {"https": 443, "http": 80}
_HOST = re.compile(r"[a-z0-9_-]{1,63}(?:\.[a-z0-9_-]{1,63})*\.?|[0-9a-f]{0,4}:[0-9a-f:.]{1,40}")
_DOTS = re.compile(r"[.\u3002\uff0e\uff61]")
_UNCHANGED = "/%?&=+,;:@!$'()*~-._[]"
_LONGEST = 2000


class WebAddress(Struct, frozen=True):
    """One page: who is asked for it (`host` in ASCII, small letters), and for what; `secure` is https."""

    secure: bool
    host: str
    port: int
    target: str

    @property
    def netloc(self) -> str:
        """The host as requests name it, with its port where it is not the usual one."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == _PORTS[self.scheme] else f"{host}:{self.port}"

    @property
    def scheme(self) -> str:
        """What stands before the colon."""
        return "https" if self.secure else "http"

    def __str__(self) -> str:
        return f"{self.scheme}://{self.netloc}{self.target}"


def read_address(text: str) -> WebAddress:
    """Return the address that a text is; without a scheme (www.…) a secure one. A `UserError` where it is none."""
    text = text.strip()
    try:
        return _read(text if "://" in text else f"https://{text}")
    except ValueError as error:
        raise UserError(ErrorCode.NETWORK, message("error.no-web-address"), path=text[:_LONGEST]) from error


def _read(text: str) -> WebAddress:
    if not text.isprintable() or " " in text or "\\" in text or len(text) > _LONGEST:
        raise ValueError("what no address has")
    parts = urlsplit(text)
    if parts.scheme not in _PORTS or "@" in parts.netloc:
        raise ValueError("no address of a page")
    host = _ascii(parts.hostname or "")
    if not _HOST.fullmatch(host):
        raise ValueError("no host")
    target = quote(parts.path or "/", _UNCHANGED) + (f"?{quote(parts.query, _UNCHANGED)}" if parts.query else "")
    return WebAddress(parts.scheme == "https", host, parts.port or _PORTS[parts.scheme], target)


def _ascii(host: str) -> str:
    return host if host.isascii() else ".".join(map(_label, _DOTS.split(host)))


def _label(label: str) -> str:
    """Return a part of a host as its name is kept; what is spelled with ß is another's than what is with ss."""
    if "ß" in label:
        return f"xn--{normalize('NFKC', label).encode('punycode').decode('ascii')}"
    return label.encode("idna").decode("ascii")


def address_from(here: WebAddress, link: str) -> WebAddress | None:
    """Return where a link leads, None where that is no page of the web."""
    try:
        return _read(urljoin(str(here), link.strip()))
    except ValueError:
        return None


def is_same_site(here: WebAddress, there: WebAddress) -> bool:
    """Tell whether two addresses are of one site: of one host, with "www." or without, by the usual ports or one."""
    usual = all(one.port == _PORTS[one.scheme] for one in (here, there))
    return here.host.removeprefix("www.") == there.host.removeprefix("www.") and (usual or here.port == there.port)
