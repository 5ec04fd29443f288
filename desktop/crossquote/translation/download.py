"""Downloads: only what the user asked for, through the system's proxies, resumed where they broke off."""

import http.client
import json
import os
import re
import urllib.error
import urllib.request
from collections.abc import Mapping
from functools import partial
from pathlib import Path
from threading import Event
from typing import IO
from urllib.parse import urlsplit

from crossquote.causes import cause_of
from crossquote.errors import ErrorCode, UserError
from crossquote.files import leads_to_file, write_own
from crossquote.message import Message, message
from crossquote.notation import read_json
from crossquote.online.heads import SecureWebConnection, WebAnswer, WebConnection
from crossquote.online.waiting import wait_for
from crossquote.paths import make_own, make_private
from crossquote.progress import Step, Work
from crossquote.translation.digests import file_digest

_BLOCK = 64 * 1024
_SECONDS = 20.0
_AGENT = "Crossquote"
_MOST_BYTES = 2 * 1024**3
MOST_CRUMBS, _CRUMB = 20_000, 256
"""So many pieces may be smaller than that, each takes a thread: no server that means well sends more."""
_PARTIAL, _RANGE_BEYOND = 206, 416
_LENGTH = re.compile(r"[0-9]{1,18}")


class _NotFetchedError(urllib.error.URLError):
    """Why a download was given up, in words of our own."""

    def __init__(self, why: Message) -> None:
        super().__init__(why.code)
        self.why = why


class _Http(urllib.request.HTTPHandler):
    def __init__(self, gone: Event) -> None:
        super().__init__()
        self._gone = gone

    def http_open(self, req: urllib.request.Request) -> http.client.HTTPResponse:
        return self.do_open(partial(WebConnection, gone=self._gone), req)


class _Https(urllib.request.HTTPSHandler):
    def __init__(self, gone: Event) -> None:
        super().__init__()
        self._gone = gone

    def https_open(self, req: urllib.request.Request) -> http.client.HTTPResponse:
        return self.do_open(partial(SecureWebConnection, gone=self._gone), req)


class _Redirects(urllib.request.HTTPRedirectHandler):
    """Follows to other web addresses, but not from a secure one to an open one, nor to a file.

    With `same_host` it does not leave the host that was asked either.
    """

    def __init__(self, *, same_host: bool) -> None:
        self._same_host = same_host

    def http_error_302(
        self, req: urllib.request.Request, fp: IO[bytes], code: int, msg: str, headers: http.client.HTTPMessage
    ) -> object:
        """Follow; what leads on to what is no address is closed and said."""
        try:
            return super().http_error_302(req, fp, code, msg, headers)
        except ValueError as error:
            fp.close()
            address = headers.get("location") or ""
            raise _NotFetchedError(message("download.leads-on", address=address[:80])) from error

    http_error_301 = http_error_303 = http_error_307 = http_error_308 = http_error_302

    def redirect_request(
        self, req: urllib.request.Request, fp: IO[bytes], code: int, msg: str, headers: http.client.HTTPMessage,
        newurl: str,
    ) -> urllib.request.Request | None:  # fmt: skip
        here, there = urlsplit(req.full_url), urlsplit(newurl)
        schemes = ("https",) if here.scheme == "https" else ("https", "http")
        if there.scheme not in schemes or (self._same_host and there.netloc != here.netloc):
            fp.close()
            raise _NotFetchedError(message("download.leads-on", address=newurl[:80]))
        fp.close()  # the library reads all that a server says there, which may have no end
        return super().redirect_request(req, fp, code, msg, headers, newurl)


def is_web_address(url: str) -> bool:
    """Tell whether `url` is one that can be fetched."""
    try:
        return urlsplit(url).scheme in ("http", "https")
    except ValueError:
        return False


def fetch(
    url: str, target: Path, *, sha256: str | None = None, most: int = _MOST_BYTES, same_host: bool = False
) -> Work[Path]:
    """Fetch `url` into `target` and return it; what an earlier try left beside it (`.part`) is gone on with.

    A checksum that is known is held against the whole file; one that differs leaves nothing behind. With `same_host`
    no other host is asked, wherever the first one leads.
    """
    if not is_web_address(url):
        raise UserError(ErrorCode.NETWORK, message("error.no-web-address"), path=url)
    part = target.with_name(target.name + ".part")
    try:
        make_private(target.parent)
        yield from _fetch_part(url, part, most, same_host=same_host)
        if sha256 is not None and file_digest(part) != sha256.lower():
            _forget(part)
            raise UserError(ErrorCode.NETWORK, message("error.checksum"), path=url)
        part.replace(target)
        _note(part).unlink(missing_ok=True)
    except (urllib.error.URLError, http.client.HTTPException, TimeoutError, ConnectionError, ValueError) as error:
        reason = error.why if isinstance(error, _NotFetchedError) else cause_of(error)
        raise UserError(ErrorCode.NETWORK, message("error.not-fetched", reason=reason), path=url) from error
    except OSError as error:
        raise UserError(
            ErrorCode.WRITE, message("error.download-not-written", reason=cause_of(error)), path=str(target)
        ) from error
    return target


def _fetch_part(url: str, part: Path, most: int, *, same_host: bool) -> Work[None]:
    """Bring `part` to its full length; a server that has another file by now sends all of it."""
    held = part.stat().st_size if leads_to_file(part) else 0
    noted = _noted(part) if held else {}
    if held and noted.get("url") != url:
        _forget(part)
        held = 0
    gone = Event()
    ask = partial(_open, url, gone=gone, same_host=same_host)
    try:
        response = yield from wait_for(partial(ask, held, noted.get("validator", "")), _step(part, held, 0), gone.set)
    except urllib.error.HTTPError as error:
        error.close()
        if error.code != _RANGE_BEYOND or not held:
            raise
        _forget(part)
        held, response = 0, (yield from wait_for(partial(ask, 0, ""), _step(part, 0, 0), gone.set))
    with response:
        held = held if response.status == _PARTIAL else 0
        length = response.headers.get("Content-Length") or ""
        total = held + int(length) if _LENGTH.fullmatch(length) else 0
        if max(total, held) > most:
            raise _NotFetchedError(message("download.too-large"))
        _write_note(part, url, response.headers.get("ETag") or response.headers.get("Last-Modified") or "")
        yield from _copy(response, part, held, total, most)


def _step(part: Path, held: int, total: int) -> Step:
    return Step(held, total, message("step.fetching", file=part.stem, megabytes=held // 1024**2))


def _copy(response: WebAnswer, part: Path, held: int, total: int, most: int) -> Work[None]:
    crumbs = MOST_CRUMBS
    with open(part, "ab" if held else "wb", opener=make_own) as file:
        while crumbs:
            step = _step(part, held, total)
            yield step
            block = yield from wait_for(partial(_read, response), step, response.leave)
            if not block:
                break
            file.write(block)
            held += len(block)
            crumbs -= len(block) < _CRUMB
            if held > most:
                raise _NotFetchedError(message("download.too-large"))
        file.flush()
        os.fsync(file.fileno())
    if not crumbs:
        raise _NotFetchedError(message("download.crumbs"))
    if total and held < total:
        raise _NotFetchedError(message("download.broke-off", held=held, total=total))


def _read(response: http.client.HTTPResponse) -> bytes:
    """Return what came next; what goes wrong here is the network's doing, not the disk's."""
    try:
        return response.read1(_BLOCK)
    except OSError as error:
        raise urllib.error.URLError(error) from error


def _open(url: str, held: int, validator: str, *, gone: Event, same_host: bool) -> WebAnswer:
    """Ask for what is at `url`, and return the answer; once `gone` is set, over no connection more."""
    headers = {"User-Agent": _AGENT, "Accept-Encoding": "identity"}
    if held:
        headers["Range"] = f"bytes={held}-"
        if validator and not validator.startswith("W/"):
            headers["If-Range"] = validator
    opener = urllib.request.OpenerDirector()
    for handler in (
        urllib.request.ProxyHandler(), _Http(gone), _Https(gone), _Redirects(same_host=same_host),
        urllib.request.HTTPDefaultErrorHandler(), urllib.request.HTTPErrorProcessor(), urllib.request.UnknownHandler(),
    ):  # fmt: skip
        opener.add_handler(handler)
    request = urllib.request.Request(url, headers=headers)  # noqa: S310 - there are handlers for http and https only
    response: WebAnswer = opener.open(request, timeout=_SECONDS)
    return response


def _note(part: Path) -> Path:
    return part.with_name(part.name + ".json")


def _write_note(part: Path, url: str, validator: str) -> None:
    write_own(_note(part), json.dumps({"url": url, "validator": validator}))


def _noted(part: Path) -> Mapping[str, str]:
    try:
        noted = read_json(_note(part))
    except (OSError, ValueError):
        return {}
    return {str(name): str(value) for name, value in noted.items()} if isinstance(noted, dict) else {}


def _forget(part: Path) -> None:
    part.unlink(missing_ok=True)
    _note(part).unlink(missing_ok=True)
