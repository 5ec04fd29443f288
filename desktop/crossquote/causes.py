"""Causes: why something failed, told as a message: the one door for what a system or a library raises.

Their own words are English, or the system's language, whoever reads them. So an error of the system is told by its
number, one of a parser by the place that it names; the words themselves are told only where nothing else is known.
"""

import errno
import re
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any

from crossquote.message import Message, message, verbatim

_LONGEST = 200
_BY_NUMBER: Mapping[str, str] = MappingProxyType({
    "ENOENT": "cause.no-file", "EACCES": "cause.not-allowed", "EPERM": "cause.not-allowed",
    "ENOSPC": "cause.disk-full", "EDQUOT": "cause.quota", "EROFS": "cause.read-only", "EISDIR": "cause.folder",
    "ENOTDIR": "cause.no-folder", "ENAMETOOLONG": "cause.name-too-long", "EILSEQ": "cause.name-impossible",
    "EBUSY": "cause.in-use", "ETXTBSY": "cause.in-use", "EMFILE": "cause.too-many-files",
    "ENFILE": "cause.too-many-files", "ENODEV": "cause.drive-gone", "ENXIO": "cause.drive-gone",
    "ESTALE": "cause.drive-gone", "ENOTCONN": "cause.drive-gone", "EIO": "cause.disk-failed",
    "EXDEV": "cause.other-drive", "EFBIG": "cause.file-too-large", "EEXIST": "cause.name-taken",
    "ENOTEMPTY": "cause.folder-not-empty", "ELOOP": "cause.circle", "ENOMEM": "cause.memory",
    "ENETUNREACH": "cause.no-network", "ENETDOWN": "cause.no-network", "EHOSTUNREACH": "cause.no-way",
    "EHOSTDOWN": "cause.no-way", "ECONNREFUSED": "cause.refused", "ECONNRESET": "cause.broke-off",
    "ECONNABORTED": "cause.broke-off", "EPIPE": "cause.broke-off", "ETIMEDOUT": "cause.too-slow",
    "EBADF": "cause.closed",
})  # fmt: skip
"""What an error of the system is called, by the name of its number, which differs from system to system."""
_BY_WINDOWS: Mapping[int, str] = MappingProxyType({
    21: "cause.drive-gone", 32: "cause.in-use", 33: "cause.in-use", 53: "cause.no-way", 67: "cause.no-way",
    123: "cause.name-impossible", 206: "cause.name-too-long", 1224: "cause.in-use", 1392: "cause.disk-failed",
})  # fmt: skip
"""The same by Windows's own numbers, where they say more than the one that Python makes of them."""
_BY_CLASS: Mapping[str, str] = MappingProxyType({
    "builtins.TimeoutError": "cause.too-slow", "builtins.ConnectionRefusedError": "cause.refused",
    "builtins.ConnectionError": "cause.broke-off", "builtins.MemoryError": "cause.memory",
    "builtins.RecursionError": "cause.too-deep", "builtins.UnicodeEncodeError": "cause.letters",
    "builtins.UnicodeError": "cause.address", "socket.gaierror": "cause.no-host", "ssl.SSLError": "cause.not-secure",
    "http.client.IncompleteRead": "cause.broke-off", "http.client.InvalidURL": "cause.address",
    "http.client.HTTPException": "cause.no-http", "crossquote.paths.NoOrdinaryFileError": "cause.no-ordinary-file",
})  # fmt: skip
_BY_CERTIFICATE: Mapping[int, str] = MappingProxyType({
    9: "cause.certificate-not-yet", 10: "cause.certificate-expired", 62: "cause.certificate-of-another"
})  # fmt: skip
"""What is wrong with a certificate, by OpenSSL's numbers."""
_TOML_PLACE = re.compile(r"\(at line (\d+), column (\d+)\)$")
_RECORD_PLACE = re.compile(r" `(\$[^`]*)`$")
_RECORD_LACKS = re.compile(r"field `([^`]+)` - at ")
_RECORD_BYTE = re.compile(r"\(byte (\d+)\)$")
_CUT_OFF = "truncated"


def cause_of(error: BaseException) -> Message:
    """Return why something failed, in no words but ours; the system's where it says what we have none for."""
    by_windows = _BY_WINDOWS.get(getattr(error, "winerror", None) or 0)
    if by_windows:
        return Message(by_windows)
    for name in (f"{kind.__module__}.{kind.__qualname__}" for kind in type(error).__mro__):
        if name in _BY_FACTS:
            return _BY_FACTS[name](error)
        if name in _BY_CLASS:
            return Message(_BY_CLASS[name])
    return _by_number(error) if isinstance(error, OSError) else verbatim(type(error).__name__)


def _by_number(error: OSError) -> Message:
    name = errno.errorcode.get(error.errno or 0, "").removeprefix("WSA")
    code = _BY_NUMBER.get(name)
    return Message(code) if code else _quoted(error.strerror or str(error) or type(error).__name__)


def _quoted(words: str) -> Message:
    """Return another's words as they stand, as far as they can be printed in a line."""
    return verbatim("".join(sign if sign.isprintable() else " " for sign in words[:_LONGEST]).strip())


def _at(line: int, column: int) -> Message:
    return message("cause.line", line=line, column=column)


def _in_toml(error: Any) -> Message:
    place = _TOML_PLACE.search(str(error))
    return _at(int(place[1]), int(place[2])) if place else message("cause.end")


def _in_record(error: Any) -> Message:
    """Return where a record of msgspec's is not what it should be: the field, or the byte where it is no JSON."""
    said = str(error)
    place, lacks, byte = (each.search(said) for each in (_RECORD_PLACE, _RECORD_LACKS, _RECORD_BYTE))
    if place:
        return message("cause.field", field=f"{place[1]}.{lacks[1]}" if lacks else place[1])
    if byte:
        return message("cause.byte", byte=int(byte[1]))
    return message("cause.end" if said.endswith(_CUT_OFF) else "cause.malformed")


def _certificate(error: Any) -> Message:
    return Message(_BY_CERTIFICATE.get(error.verify_code, "cause.certificate"))


def _asked(error: Any) -> Message:
    """Return why an address could not be asked: urllib wraps whatever happened."""
    return cause_of(error.reason) if isinstance(error.reason, Exception) else _quoted(str(error.reason))


_BY_FACTS: Mapping[str, Callable[[Any], Message]] = MappingProxyType(
    {
        "urllib.error.HTTPError": lambda error: message("page.status", status=str(error.code)),
        "urllib.error.URLError": _asked,
        "ssl.SSLCertVerificationError": _certificate,
        "json.decoder.JSONDecodeError": lambda error: _at(error.lineno, error.colno),
        "tomli._parser.TOMLDecodeError": _in_toml,
        "xml.parsers.expat.ExpatError": lambda error: _at(error.lineno, error.offset + 1),
        "msgspec.DecodeError": _in_record,
        "builtins.UnicodeDecodeError": lambda error: message("cause.byte", byte=error.start),
    }
)
"""What more than a name is told of. All are known by name: nothing is imported only to find that it is not there."""
